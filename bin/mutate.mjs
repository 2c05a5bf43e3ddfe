// npm run mutate -- 模块: mutation tests of a module (measure, formula …) file by file, or of one file. What was done and
// has not changed since is not done again, so that a run broken off goes on; the table is docs/变异检验.json.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bin, install, root, run } from './prepare.mjs';

const TABLE = join(root, 'docs/变异检验.json');
const MODULES = [
  'measure',
  'formula',
  'assertions',
  'diagnosis',
  'identities',
  'scoring',
  'narrative/clauses',
];

const filesIn = (folder) =>
  readdirSync(join(root, folder))
    .map((name) => `${folder}/${name}`)
    .flatMap((path) => (statSync(join(root, path)).isDirectory() ? filesIn(path) : [path]))
    .filter((path) => path.endsWith('.ts'))
    .sort();
const table = existsSync(TABLE) ? JSON.parse(readFileSync(TABLE, 'utf8')) : {};
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

function resultOf(path) {
  const report = join(root, `dist/mutation/${path.replaceAll('/', '-')}.json`);
  const { files } = JSON.parse(readFileSync(report, 'utf8'));
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const of = (...states) => mutants.filter((m) => states.includes(m.status)).length;
  return {
    digest: digestOf(path),
    killed: of('Killed', 'Timeout'),
    survived: of('Survived', 'NoCoverage'),
  };
}

const [asked] = process.argv.slice(2);
const known = MODULES.find((m) => m === asked) ?? (asked?.endsWith('.ts') ? asked : undefined);
if (!known) {
  console.error(`用法：npm run mutate -- 模块（${MODULES.join('、')}）或一个文件`);
  for (const module of MODULES) {
    const done = Object.entries(table).filter(([path]) => path.startsWith(`src/${module}/`));
    const { killed, survived, score } = scoreOf(done.map(([, entry]) => entry));
    const said =
      done.length === 0
        ? '还没有做'
        : `做了 ${done.length} 个文件，${killed + survived} 处改动，查出 ${score}%`;
    console.error(`  ${module}：${said}`);
  }
  process.exit(64);
}
install();
for (const path of known.endsWith('.ts') ? [known] : filesIn(`src/${known}`)) {
  if (table[path]?.digest === digestOf(path)) continue;
  run(bin('stryker'), ['run'], { env: { ...process.env, GOUJI_MUTATE: path } });
  table[path] = resultOf(path);
  const sorted = Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(TABLE, `${JSON.stringify(sorted, null, 2)}\n`);
  console.log(`${path}：${JSON.stringify(scoreOf([table[path]]))}`);
}
