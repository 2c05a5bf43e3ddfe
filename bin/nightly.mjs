// npm run nightly -- fuzz 靶子 [多少] | mutate 模块: one target of the long run. Fuzzing goes on where it stopped the
// last time; the table of what was run is kept in docs/夜间检验.json, seeds of what went wrong included.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loaded, root } from './prepare.mjs';

const TABLE = `${root}docs/夜间检验.json`;
const FULL = 100_000;
const BATCH = 2_000;
const [what, name, asked] = process.argv.slice(2);
const { module } = await loaded('bench/fuzz.ts');
const targets = module.targets();
const readTable = () => (existsSync(TABLE) ? JSON.parse(readFileSync(TABLE, 'utf8')) : {});
const table = readTable();

if (what !== 'fuzz' || !Object.hasOwn(targets, name)) {
  console.error('用法：npm run nightly -- fuzz 靶子 [多少]；变异检验用 npm run mutate -- 模块');
  for (const target of Object.keys(targets)) {
    const known = table[target];
    const said = known
      ? `${known.inputs} 次，出错 ${known.crashes.length}，停住 ${known.hangs.length}，最慢 ${known.slowest} 毫秒，最高内存 ${known.megabytes} MB`
      : '还没有做';
    console.error(`  ${target}：${said}`);
  }
  process.exit(64);
}
const wanted = Number(asked ?? FULL);
const done = table[name] ?? { inputs: 0, crashes: [], hangs: [], slowest: 0, megabytes: 0 };
while (done.inputs < wanted) {
  const count = Math.min(BATCH, wanted - done.inputs);
  console.log(`${name}：种子 ${done.inputs}–${done.inputs + count - 1}`);
  const run = await module.fuzz(targets[name], done.inputs, count);
  done.inputs += run.inputs;
  done.crashes.push(
    ...run.crashes.map(({ seed, threw }) => ({ seed, threw: threw.split('\n')[0] })),
  );
  done.hangs.push(...run.hangs);
  done.slowest = Math.max(done.slowest, Math.round(run.slowest));
  done.megabytes = Math.max(done.megabytes, Math.round(process.memoryUsage().rss / 2 ** 20));
  for (const { seed, threw } of run.crashes) console.log(`  种子 ${seed} 出错：${threw}`);
  // Written after every batch: a run that is broken off loses no more than one.
  // What a run over another target has written meanwhile stays.
  writeFileSync(TABLE, `${JSON.stringify({ ...readTable(), [name]: done }, null, 2)}\n`);
}
console.log(`${name}：${done.inputs} 次，出错 ${done.crashes.length}，停住 ${done.hangs.length}。`);
process.exit(done.crashes.length + done.hangs.length > 0 ? 1 : 0);
