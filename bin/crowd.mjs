// npm run crowd -- [多少]: the night run as a whole. So many files of every kind in one run; the same run killed three
// times and taken up again; four shares side by side put together. All three must come to the same, byte for byte.
// npm run crowd -- 费用 [多少]: how long one file of each kind takes a core. Results stand in docs/大批检验.json.
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { install, loaded, root } from './prepare.mjs';

const TABLE = join(root, 'docs/大批检验.json');
const HOME = join(root, 'dist/crowd');
const GOUJI = join(root, 'bin/gouji.mjs');
const SUMMARY = ['体检结果.jsonl', '体检总览.html', '体检总览.xlsx'];

install();
if (!existsSync(join(root, 'dist/cli/gouji.js')))
  spawnSync('npm', ['run', 'build:cli'], { cwd: root });
const { module, close } = await loaded('bench/crowd.ts');
const at = (...parts) => join(HOME, ...parts);

async function make(folder, count, fileOf) {
  mkdirSync(at(folder), { recursive: true });
  for (let n = readdirSync(at(folder)).length; n < count; n += 1) {
    const { name, bytes } = await fileOf(n);
    writeFileSync(at(folder, name), bytes);
  }
}

/** Memory of a process and its children in megabytes; nothing where the system does not tell. */
function memoryOf(pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    const own = Number(
      /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0,
    );
    return own / 1024 + children.filter(Boolean).reduce((sum, child) => sum + memoryOf(child), 0);
  } catch {
    return 0;
  }
}

/** Runs gouji in the folder; `until` may ask for it to be killed. */
function run(args, until = () => false) {
  const began = performance.now();
  const child = spawn(process.execPath, [GOUJI, ...args], {
    cwd: HOME,
    stdio: ['ignore', openSync('/dev/null', 'w'), 'inherit'],
  });
  let most = 0;
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      most = Math.max(most, memoryOf(child.pid));
      if (until()) child.kill('SIGKILL');
    }, 200);
    child.on('exit', (status) => {
      clearInterval(watch);
      resolve({
        status,
        megabytes: Math.round(most),
        seconds: Math.round((performance.now() - began) / 1000),
      });
    });
  });
}

const linesOf = (path) =>
  existsSync(path) ? readFileSync(path, 'utf8').split('\n').length - 1 : 0;
const timedOut = (folder) =>
  readFileSync(at(folder, '体检结果.jsonl'), 'utf8').split('"code":"timeout"').length - 1;
/** How many files the overview lists. */
const listedIn = (folder) =>
  Number(/共 (\d+) 个文件/.exec(readFileSync(at(folder, '体检总览.html'), 'utf8'))?.[1]);
const same = (one, other) =>
  SUMMARY.every((name) => readFileSync(at(one, name)).equals(readFileSync(at(other, name))));
function keep(key, value) {
  const table = existsSync(TABLE) ? JSON.parse(readFileSync(TABLE, 'utf8')) : {};
  writeFileSync(TABLE, `${JSON.stringify({ ...table, [key]: value }, null, 2)}\n`);
  console.log(key, value);
}

/** Seconds of a core that a run takes, its children's included. */
function coreSeconds(folder) {
  rmSync(at('费用/出'), { recursive: true, force: true });
  const order = `'${process.execPath}' '${GOUJI}' check '${folder}' --out 费用/出 --jobs 1 --json > /dev/null; times`;
  const { stdout } = spawnSync('bash', ['-c', order], { cwd: HOME, encoding: 'utf8' });
  const children = stdout.trim().split('\n').at(-1);
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, m, s]) => sum + 60 * m + Number(s),
    0,
  );
}

/** 每个文件多少秒: of many less that of a few, so that the start of the program does not count. */
async function cost(count) {
  const few = 4;
  const costs = {};
  for (const kind of module.KIND_NAMES) {
    await make(`费用/少/${kind}`, few, (n) => module.ofKind(kind, n));
    await make(`费用/多/${kind}`, count, (n) => module.ofKind(kind, n));
    const [less, more] = [coreSeconds(`费用/少/${kind}`), coreSeconds(`费用/多/${kind}`)];
    costs[kind] = Math.round((1000 * (more - less)) / (count - few)) / 1000;
    console.log(kind, costs[kind]);
  }
  return costs;
}

async function crowd(count) {
  await make('进', count, module.fileOf);
  for (const folder of ['整', '断', '片', '合', '少'])
    rmSync(at(folder), { recursive: true, force: true });
  const whole = await run(['check', '进', '--out', '整', '--jobs', '2', '--json']);
  // On a busy machine a file may run out of time; such a one is not done with, and --resume tries it again.
  const late = timedOut('整');
  if (late > 0) await run(['check', '进', '--out', '整', '--jobs', '2', '--json', '--resume']);
  const record = at('断/体检进度.jsonl');
  const all = linesOf(at('整/体检进度.jsonl'));
  const order = ['check', '进', '--out', '断', '--jobs', '2', '--json'];
  let broken = 0;
  for (const share of [0.25, 0.5, 0.75]) {
    const args = broken > 0 ? [...order, '--resume'] : order;
    const { status } = await run(args, () => linesOf(record) > all * share);
    if (status === null) broken += 1;
  }
  const last = await run([...order, '--resume']);
  keep('大批', {
    files: count,
    lines: linesOf(at('整/体检结果.jsonl')),
    // Texts that are no accounts give no line, and stand in the overview.
    listed: listedIn('整'),
    ...whole,
    triedAgain: late,
    killed: broken,
    statusAfter: last.status,
    same: same('整', '断'),
  });
}

/** Four shares side by side by GNU parallel over some of the files, put together. */
async function parallel(count) {
  await make('少进', count, module.fileOf);
  for (const folder of ['少整', '少片', '少合'])
    rmSync(at(folder), { recursive: true, force: true });
  const whole = await run(['check', '少进', '--out', '少整', '--jobs', '2', '--json']);
  const share = `'${process.execPath}' '${GOUJI}' check 少进 --part {}/4 --out 少片/{} --jobs 1 --json > /dev/null`;
  spawnSync('parallel', ['-j4', share, ':::', '1', '2', '3', '4'], { cwd: HOME, stdio: 'inherit' });
  const merged = await run(['merge', '少片/1', '少片/2', '少片/3', '少片/4', '--out', '少合']);
  keep('分片', {
    files: count,
    status: whole.status,
    merged: merged.status,
    same: same('少整', '少合'),
  });
}

const [what, asked] = process.argv.slice(2);
if (what === '费用') keep('费用', await cost(Number(asked ?? 60)));
else if (what === '分片') await parallel(Number(asked ?? 500));
else await crowd(Number(what ?? 10_000));
await close();
