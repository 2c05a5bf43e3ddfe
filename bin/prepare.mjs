// What `npm start` and `npm test` need before they can begin: packages installed, the build fresh.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => join(root, ...parts);

/** Runs a program in the project; ends this one when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Runs several programs side by side; ends this one when any of them fails. */
export async function together(commands) {
  const ended = commands.map(
    ([command, args]) =>
      new Promise((resolve) => {
        const options = { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' };
        const own = spawn(command, args, options);
        own.on('error', () => resolve(1));
        own.on('exit', (status) => resolve(status ?? 1));
      }),
  );
  const failed = (await Promise.all(ended)).find((status) => status !== 0);
  if (failed !== undefined) process.exit(failed);
}

export const bin = (name) =>
  at('node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

/** Installs the pinned packages when they are missing or older than the lock file. */
export function install() {
  const folder = lstatSync(at('node_modules'), { throwIfNoEntry: false });
  // A folder shared by a link is not ours to empty.
  if (folder?.isSymbolicLink()) return;
  const done = at('node_modules', '.package-lock.json');
  const lock = at('package-lock.json');
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs - 1000) return;
  console.log('正在安装依赖（npm ci），约需一分钟……');
  run('npm', ['ci']);
}

function newest(path) {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const SOURCES = ['src', 'taskpane', 'page', 'functions', 'workbench', 'build', 'package.json'];

const PARTS = [
  ['dist/addin/taskpane.html', 'vite.pane.config.ts'],
  ['dist/page/index.html', 'vite.page.config.ts'],
  ['dist/workbench/index.html', 'vite.workbench.config.ts'],
  ['dist/cli/gouji.js', 'vite.cli.config.ts'],
];
/** The command line: all that tests without a browser run. */
export const COMMAND_LINE = PARTS.slice(-1);

/** Builds the add-in, the page, the workbench and the command line, each unless it is newer than the sources. */
export function build(parts = PARTS) {
  const sources = Math.max(...SOURCES.map((s) => newest(at(s))));
  for (const [made, config] of parts) {
    if (!existsSync(at(config))) continue;
    const fresh =
      existsSync(at(made)) && statSync(at(made)).mtimeMs > Math.max(sources, newest(at(config)));
    if (fresh) continue;
    console.log(`正在构建 ${made.split('/')[1]} ……`);
    run(bin('vite'), ['build', '-c', config]);
  }
}

/** A module of the sources, loaded for a long run: what it imports later can still come. `close` ends it. */
export async function loaded(path) {
  const { createServer } = await import('vite');
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  return { module: await server.ssrLoadModule(`/${path}`), close: () => server.close() };
}
