// npm run house [-- --where]: the house counted, and with --where each place. Tests hold what must be none.
import { runnerImport } from 'vite';
import { root } from './prepare.mjs';

const { module } = await runnerImport(`${root}bench/house.ts`, { root, configFile: false });
for (const { what, count, where } of module.counts()) {
  console.log(`${String(count).padStart(5)}  ${what}`);
  if (process.argv.includes('--where')) for (const place of where) console.log(`         ${place}`);
}
