// The command as another program calls it: a working folder, exit status, standard output and error.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('../../', import.meta.url).pathname;
export const samples = join(root, 'tests/cases/samples');

/** A folder of the test file's own, and `gouji` run in it. */
export function commandLine() {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-'));
  const at = (name: string) => join(folder, name);
  function gouji(...args: string[]) {
    const run = spawnSync(process.execPath, [join(root, 'bin/gouji.mjs'), ...args], {
      encoding: 'utf8',
      cwd: folder,
    });
    return { status: run.status, out: run.stdout, errors: run.stderr };
  }
  return { at, gouji };
}

/** Lines of JSON, each read. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is what is being tested
export const lines = (out: string): any[] =>
  out
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
