// The command as another program calls it: a working folder, exit status, standard output and error. One process
// carries the calls of a test run, as loading it anew took nine tenths of their time; `goujiInto` starts its own.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('../../', import.meta.url).pathname;
export const samples = join(root, 'tests/cases/samples');
const program = [process.execPath, join(root, 'bin/gouji.mjs')] as const;

interface Told {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

/** A process that stays, and the two pipes to it. */
interface Warm {
  readonly process: ChildProcess;
  readonly asked: number;
  readonly answered: number;
}
let warm: Warm | undefined;

function started(): Warm | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-warm-'));
  const pipes = ['asked', 'answered'].map((name) => join(folder, name));
  if (spawnSync('mkfifo', pipes).status !== 0) return undefined;
  const script = join(root, 'tests/support/warm-gouji.mjs');
  const own = spawn(program[0], [script, join(root, 'dist/cli/gouji.js'), ...pipes], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  own.unref();
  return { process: own, asked: openSync(pipes[0]!, 'w'), answered: openSync(pipes[1]!, 'r') };
}

/** One line of the pipe; undefined where the process has ended. */
function lineFrom(pipe: number): string | undefined {
  const piece = Buffer.alloc(65_536);
  let line = '';
  while (!line.endsWith('\n')) {
    const length = readSync(pipe, piece);
    if (length === 0) return undefined;
    line += piece.toString('latin1', 0, length);
  }
  return line;
}

function calledWarm(folder: string, args: readonly string[]): Told | undefined {
  warm ??= started();
  if (!warm) return undefined;
  const call = Buffer.from(JSON.stringify({ folder, args })).toString('base64');
  writeSync(warm.asked, `${call}\n`);
  const answer = lineFrom(warm.answered);
  if (answer !== undefined) return JSON.parse(Buffer.from(answer, 'base64').toString('utf8'));
  closeSync(warm.asked);
  closeSync(warm.answered);
  warm = undefined;
  throw new Error(`gouji ${args.join(' ')} ended the process that ran it`);
}

/** A folder of the test file's own, and `gouji` run in it. */
export function commandLine() {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-'));
  const at = (name: string) => join(folder, name);
  const told = (run: { status: number | null; stdout: string; stderr: string }): Told => ({
    status: run.status,
    out: run.stdout,
    errors: run.stderr,
  });
  const gouji = (...args: string[]): Told =>
    calledWarm(folder, args) ??
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
