// npm run bench: ratios against peers in the same run, and how well breaks and culprits are found.
// GOUJI_SEEDS sets how many departments the shares are counted over (500 unless told).
// GOUJI_FILES sets how many files the run over a folder has (200 unless told, 0 for none); -- --speed leaves out the shares.
import { bin, build, install, run } from '../bin/prepare.mjs';

install();
// The time from a click to its marks is taken in the built workbench.
build();
const config = ['--config', 'bench/vitest.config.ts'];
if (!process.argv.includes('--speed')) {
  run(bin('vitest'), ['bench', '--run', ...config]);
  run(bin('vitest'), ['run', ...config]);
}
run(bin('vite'), ['build', '-c', 'bench/speed/vite.config.ts']);
run(process.execPath, ['dist/bench/main.js']);
