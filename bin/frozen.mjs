// npm run frozen [-- --full] [-- --update]: whether the checks still say what they said when the digests in
// bench/frozen.json were made. Whoever changes what is found or said on purpose freezes it again with
// --update, in the same commit, and says in its body what changed and why. --full draws ten times as many;
// --only 部门 (or 自评表, 文稿) draws one kind.
import { readFileSync, writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';
import { root } from './prepare.mjs';

const args = process.argv.slice(2);
const SIZES = {
  usual: { departments: 48, evaluations: 64, texts: 25 },
  full: { departments: 500, evaluations: 500, texts: 300 },
};
const which = args.includes('--full') ? 'full' : 'usual';
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
const path = `${root}bench/frozen.json`;
const kept = JSON.parse(readFileSync(path, 'utf8'));

const { module } = await runnerImport(`${root}bench/frozen.ts`, { root, configFile: false });
const now = module.frozen(SIZES[which], only);

if (args.includes('--update')) {
  writeFileSync(
    path,
    `${JSON.stringify({ ...kept, [which]: { ...(only && kept[which]), ...now } }, null, 2)}\n`,
  );
  console.log(`已重新冻结 ${Object.keys(now).length} 项摘要（bench/frozen.json）。`);
} else {
  const before = Object.fromEntries(
    Object.entries(kept[which] ?? {}).filter(([key]) => key.startsWith(only ?? '')),
  );
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  const changed = keys.filter((key) => before[key] !== now[key]);
  for (const key of changed) console.log(`变了：${key}`);
  console.log(
    changed.length === 0
      ? `没有变化：${keys.length} 项摘要都与冻结时一致。`
      : `${keys.length} 项中有 ${changed.length} 项变了。有意的改动请用 npm run frozen -- --update 重新冻结，并在提交说明里写明原因。`,
  );
  process.exitCode = changed.length === 0 ? 0 : 1;
}
