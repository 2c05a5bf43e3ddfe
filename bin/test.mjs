// npm test: everything, browser tests included. npm run check: without the browser, without building what only a
// browser runs, and without the two files that read texts by the thousand; it says so at its end. Style and types are
// looked at side by side, and so are tests with and without a browser: a core each, as a browser waits most of the
// time. What the browser's say is printed after the others.
import { spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { bin, build, COMMAND_LINE, install, root, run, together } from './prepare.mjs';

/** TypeScript's own compiler in machine code. */
const TYPES = `${root}node_modules/typescript7/bin/tsc`;
const BROWSERLESS = ['--project', 'node', '--project', 'excel'];
const BROWSER = ['--project', 'browser'];
/** A quarter of the time of all others together. */
const LONG = ['tests/cases/written.test.ts', 'tests/cases/registers.test.ts'];

/** A run of tests; what it prints goes to `print`. Gives whether all passed. */
function tests(args, env, print) {
  const child = spawn(bin('vitest'), ['run', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }), ...env },
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', print);
  return new Promise((resolve) => child.on('close', (status) => resolve(status === 0)));
}

/** Both kinds at once. */
async function all() {
  const later = [];
  let print = (piece) => later.push(piece);
  const inBrowser = tests(
    BROWSER,
    { GOUJI_RESULTS: 'dist/test-results-browser.json', GOUJI_MODULES: 'dist/.vitest-browser' },
    (piece) => print(piece),
  );
  const others = await tests(
    BROWSERLESS,
    {
      GOUJI_RESULTS: 'dist/test-results.json',
      GOUJI_WORKERS: String(Math.min(2, Math.max(1, cpus().length - 1))),
    },
    (piece) => process.stdout.write(piece),
  );
  for (const piece of later) process.stdout.write(piece);
  print = (piece) => process.stdout.write(piece);
  return (await inBrowser) && others;
}

install();
const args = process.argv.slice(2);
const browserless = args.includes('--without-browser');
const asked = args.filter((a) => a !== '--without-browser');
build(browserless ? COMMAND_LINE : undefined);
await together([
  [bin('biome'), ['check', '.', '--diagnostic-level=error']],
  [process.execPath, [TYPES, '--noEmit', '-p', '.']],
]);
if (browserless && asked.length > 0) run(bin('vitest'), ['run', ...BROWSERLESS, ...asked]);
else if (browserless) {
  run(bin('vitest'), ['run', ...BROWSERLESS, ...LONG.flatMap((file) => ['--exclude', file])]);
  console.log(`没有跑浏览器里的测试，也没有跑 ${LONG.join('、')}：npm test 全部都跑。`);
} else if (asked.length > 0) run(bin('vitest'), ['run', ...asked]);
else process.exitCode = (await all()) ? 0 : 1;
