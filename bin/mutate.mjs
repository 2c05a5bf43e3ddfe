// npm run mutate -- 模块: mutation tests of a module (measure, formula …) or of one file. Files that have not changed
// since they were done are left out (not with --again: tests may have come since), a run broken off goes on where it
// stopped; the table is docs/变异检验.json.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { bin, install, root } from './prepare.mjs';

const TABLE = join(root, 'docs/变异检验.json');
/** The modules: the tests that are to notice, those of them by name, and how long those of one mutant may take together. */
const MODULES = {
  measure: { tests: 'kernel' },
  formula: { tests: 'kernel' },
  assertions: { tests: 'kernel' },
  diagnosis: { tests: 'diagnosis', most: 8_000 },
  // Rules by their register: a whole run of all of them takes ten times as long as those of one trade.
  identities: { tests: 'identities', only: String.raw`^(?![CS]\d\d\b)`, most: 4_000 },
  scoring: { tests: 'scoring', only: String.raw`^(?![ABCD]\d\d\b)`, most: 2_000 },
  'narrative/clauses': { tests: 'clauses', only: String.raw`^(?![ABDS]\d\d\b)`, most: 2_000 },
};
/** A process that has begun with its mutants and says nothing for so long is caught in one of them. */
const STUCK = 60_000;
const MOST_STARTS = 60;

const filesIn = (folder) =>
  readdirSync(join(root, folder))
    .map((name) => `${folder}/${name}`)
    .flatMap((path) => (statSync(join(root, path)).isDirectory() ? filesIn(path) : [path]))
    .filter((path) => path.endsWith('.ts'))
    .sort();
const readTable = () => (existsSync(TABLE) ? JSON.parse(readFileSync(TABLE, 'utf8')) : {});
const table = readTable();
const digestOf = (path) =>
  createHash('sha256')
    .update(readFileSync(join(root, path)))
    .digest('hex')
    .slice(0, 16);

/** 得分 of several files together: of all mutants that a test could meet, how many were noticed. */
function scoreOf(entries) {
  const sum = (key) => entries.reduce((n, entry) => n + entry[key], 0);
  const [killed, survived] = [sum('killed'), sum('survived')];
  return {
    killed,
    survived,
    score: killed + survived && Math.round((1000 * killed) / (killed + survived)) / 10,
  };
}

/** What every mutant came to; the last word on it counts. One begun twice without an end never ended. */
function outcomesOf(report) {
  const [, ...lines] = readFileSync(report, 'utf8').split('\n').filter(Boolean);
  const outcomes = new Map();
  for (const line of lines) {
    const [id, kind] = line.split(' ');
    if (kind !== '…' || !outcomes.has(id)) outcomes.set(id, kind);
    else if (outcomes.get(id) === '…') outcomes.set(id, 'endless');
  }
  return outcomes;
}

const hasEnded = (outcomes, id) => outcomes.has(id) && outcomes.get(id) !== '…';
const listIn = (report) => readFileSync(report, 'utf8').split('\n')[0];
const sizeOf = (path) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Asked to end, the run stops after what it has, and the files that were done stand in the table. */
let stopped = false;

/** One process over the mutants that are left; it is ended where it is caught in one of them. */
async function started(env, report) {
  const child = spawn(bin('vitest'), ['run', '-c', 'vitest.mutate.config.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  const stop = () => {
    stopped = true;
    process.kill(-child.pid, 'SIGKILL');
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  const before = sizeOf(report);
  const watch = setInterval(() => {
    const now = statSync(report, { throwIfNoEntry: false });
    if (!now || Date.now() - now.mtimeMs < STUCK) return;
    // The list of mutants stands there before the tests are run once, which may take longer.
    if (now.size <= Math.max(before, listIn(report).length + 1)) return;
    process.kill(-child.pid, 'SIGKILL');
  }, 1_000);
  await new Promise((resolve) => child.on('close', resolve));
  process.off('SIGTERM', stop).off('SIGINT', stop);
  clearInterval(watch);
}

/** Tries all mutants of the files, in as many processes as it takes; true where all of them came to something. */
async function tried(paths, report, { tests, only, most }) {
  const env = {
    ...process.env,
    GOUJI_MUTATE: paths.map((path) => join(root, path)).join('\n'),
    GOUJI_MUTANTS: report,
    GOUJI_MUTATE_TESTS: tests,
    GOUJI_PART: '0.02',
    NODE_NO_WARNINGS: '1',
    ...(only && { GOUJI_MUTATE_ONLY: only }),
    ...(most && { GOUJI_MUTANT_MS: String(most) }),
  };
  for (let start = 0; start < MOST_STARTS; start++) {
    const before = sizeOf(report);
    await started(env, report);
    if (stopped || !existsSync(report)) return false;
    const list = listIn(report);
    const outcomes = outcomesOf(report);
    if (list.split(' ').every((id) => hasEnded(outcomes, id))) return true;
    // A run that tries no mutant is one whose tests fail: another would fail as well.
    if (sizeOf(report) <= Math.max(before, list.length + 1)) return false;
  }
  return false;
}

/** The results of one file for the table; its survivors, with line and change, go to a text beside the report. */
function resultOf(path, mutants, outcomes) {
  const own = mutants.filter((mutant) => mutant.fileName === join(root, path));
  const of = (...kinds) => own.filter(({ id }) => kinds.includes(outcomes.get(id)));
  const missed = of('survived', 'unmet').map(
    ({ id, location, mutatorName, replacement }) =>
      `${path}:${location.start.line + 1}:${location.start.column + 1} ${outcomes.get(id)} ${mutatorName} → ${replacement.replaceAll(/\s+/g, ' ').slice(0, 120)}`,
  );
  return {
    entry: {
      digest: digestOf(path),
      killed: of('killed', 'endless').length,
      survived: missed.length,
    },
    missed,
  };
}

/** What another run has written meanwhile stays. */
const save = (done) => {
  const fresh = readTable();
  for (const path of done) fresh[path] = table[path];
  const sorted = Object.fromEntries(Object.entries(fresh).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(TABLE, `${JSON.stringify(sorted, null, 2)}\n`);
};

const [asked = '', again] = process.argv.slice(2);
const module = Object.keys(MODULES).find((m) => asked === m || asked.startsWith(`src/${m}/`));
if (!module) {
  console.error(
    `用法：npm run mutate -- 模块（${Object.keys(MODULES).join('、')}）或一个文件；--again：没改过的也重做`,
  );
  for (const name of Object.keys(MODULES)) {
    const done = Object.entries(table).filter(([path]) => path.startsWith(`src/${name}/`));
    const { killed, survived, score } = scoreOf(done.map(([, entry]) => entry));
    const said =
      done.length === 0
        ? '还没有做'
        : `做了 ${done.length} 个文件，${killed + survived} 处改动，查出 ${score}%`;
    console.error(`  ${name}：${said}`);
  }
  process.exit(64);
}
install();
const wanted = asked === module ? filesIn(`src/${module}`) : [asked];
const open = wanted.filter((path) => again === '--again' || table[path]?.digest !== digestOf(path));
if (open.length > 0) {
  mkdirSync(join(root, 'dist/mutation'), { recursive: true });
  const digest = createHash('sha256')
    .update(open.map((path) => path + digestOf(path)).join())
    .digest('hex');
  const report = join(root, `dist/mutation/${module.replaceAll('/', '-')}-${digest.slice(0, 12)}`);
  const whole = await tried(open, report, MODULES[module]);
  const mutants = existsSync(report) ? JSON.parse(readFileSync(`${report}.json`, 'utf8')) : [];
  const outcomes = existsSync(report) ? outcomesOf(report) : new Map();
  const isDone = (path) =>
    whole ||
    mutants.every(({ id, fileName }) => fileName !== join(root, path) || hasEnded(outcomes, id));
  const done = mutants.length > 0 ? open.filter(isDone) : [];
  for (const path of done) {
    const { entry, missed } = resultOf(path, mutants, outcomes);
    table[path] = entry;
    console.log(`${path}：${JSON.stringify(scoreOf([entry]))}`);
    for (const line of missed) console.log(`  ${line}`);
  }
  save(done);
  if (!whole) {
    console.error(`没有做完，已做的记在 ${report}；先看 npm test 是否全部通过，再运行一次。`);
    process.exit(1);
  }
  for (const made of [report, `${report}.json`]) rmSync(made);
}
const all = wanted.map((path) => table[path]);
console.log(`${module}：${JSON.stringify(scoreOf(all))}`);
