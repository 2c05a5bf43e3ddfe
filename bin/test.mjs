// npm test: everything, browser tests included. npm run check: the same without the browser.
import { bin, build, install, run } from './prepare.mjs';

install();
const args = process.argv.slice(2);
const browserless = args.includes('--without-browser');
build();
run(process.execPath, [
  bin('biome').replace(/\.bin.*$/, '@biomejs/biome/bin/biome'),
  'check',
  '.',
  '--diagnostic-level=error',
]);
run(bin('tsc'), ['--noEmit', '-p', '.']);
run(bin('vitest'), ['run', ...args.filter((a) => a !== '--without-browser')], {
  env: { ...process.env, ...(browserless && { GOUJI_WITHOUT_BROWSER: '1' }) },
});
