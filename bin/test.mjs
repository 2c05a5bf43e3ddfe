// npm test: everything, browser tests included. npm run check: the same without the browser, and without building
// what only a browser runs. Style and types are looked at side by side.
import { bin, build, COMMAND_LINE, install, run, together } from './prepare.mjs';

install();
const args = process.argv.slice(2);
const browserless = args.includes('--without-browser');
build(browserless ? COMMAND_LINE : undefined);
await together([
  [bin('biome'), ['check', '.', '--diagnostic-level=error']],
  [bin('tsc'), ['--noEmit', '-p', '.']],
]);
run(bin('vitest'), ['run', ...args.filter((a) => a !== '--without-browser')], {
  env: { ...process.env, ...(browserless && { GOUJI_WITHOUT_BROWSER: '1' }) },
});
