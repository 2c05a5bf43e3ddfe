// npm run bench: ratios against peers in the same run, and how well breaks and culprits are found.
import { bin, install, run } from '../bin/prepare.mjs';

install();
run(bin('vitest'), ['run', '--config', 'bench/vitest.config.ts']);
