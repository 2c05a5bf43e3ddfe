// npm run bench: ratios against peers in the same run, and how well breaks and culprits are found.
// GOUJI_SEEDS sets how many departments the shares are counted over (500 unless told).
import { bin, install, run } from '../bin/prepare.mjs';

install();
const config = ['--config', 'bench/vitest.config.ts'];
run(bin('vitest'), ['bench', '--run', ...config]);
run(bin('vitest'), ['run', ...config]);
