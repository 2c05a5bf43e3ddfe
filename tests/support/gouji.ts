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
  const program = [process.execPath, join(root, 'bin/gouji.mjs')] as const;
  const told = (run: { status: number | null; stdout: string; stderr: string }) => ({
    status: run.status,
    out: run.stdout,
    errors: run.stderr,
  });
  const gouji = (...args: string[]) =>
    told(spawnSync(program[0], [program[1], ...args], { encoding: 'utf8', cwd: folder }));
  /** The same with its output going to a file. */
  const goujiInto = (file: string, ...args: string[]) =>
    told(
      spawnSync('sh', ['-c', '"$@" > "$0"', file, ...program, ...args], {
        encoding: 'utf8',
        cwd: folder,
      }),
    );
  return { at, gouji, goujiInto };
}

/** Lines of JSON, each read. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is what is being tested
export const lines = (out: string): any[] =>
  out
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
