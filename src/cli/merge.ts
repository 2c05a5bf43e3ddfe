// gouji merge: the folders of several runs, each with a share of the files, put together as if one run had
// done them all.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NOTHING_JUDGED } from './files.ts';
import { OutFolder, writeReport } from './out/folder.ts';
import { type Finished, remembered, rowsIn } from './out/record.ts';
import { wrongUsage } from './usage.ts';
import { EXIT } from './verb.ts';

/** 一片: a folder of a run, and what it has done. */
interface Share {
  readonly folder: string;
  readonly files: number;
  readonly part?: string;
  readonly finished: readonly Finished[];
}

async function shareIn(folder: string): Promise<Share> {
  const known = await remembered(folder);
  if (!known?.run) throw wrongUsage(`“${folder}”里没有核对的记录，请写明 --out 写出的文件夹。`);
  return { folder, ...known.run, finished: [...known.finished.values()] };
}

/** Shares of one division keep the places of their files; other folders are put in order by path. */
function inOrder(shares: readonly Share[]): { readonly from: Share; readonly done: Finished }[] {
  const all = shares.flatMap((from) => from.finished.map((done) => ({ from, done })));
  const [first] = shares;
  const divided = shares.every((s) => s.part !== undefined && s.files === first?.files);
  const byPlace = (a: Finished, b: Finished) => (a.index ?? 0) - (b.index ?? 0);
  const byPath = (a: Finished, b: Finished) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
  const order = divided ? byPlace : byPath;
  all.sort((a, b) => order(a.done, b.done));
  const last = new Map(all.map((one) => [one.done.file, one]));
  return [...last.values()];
}

function refuseMixed(shares: readonly Share[]): void {
  const settings = new Set(shares.flatMap((s) => s.finished.map((f) => f.settings)));
  if (settings.size > 1)
    throw wrongUsage('这些文件夹是按不同的年度、地区或规程核对的，不能合并。请用同样的选项重做。');
}

/** How many files no share has done: said, so that nobody takes a part for the whole. */
function undone(shares: readonly Share[], done: number): number {
  const [first] = shares;
  const whole = shares.every((s) => s.files === first?.files) ? (first?.files ?? 0) : done;
  return Math.max(0, whole - done);
}

/**
 * Puts the folders together; returns the exit status. Folders that do not belong together are thrown as wrong
 * usage.
 */
export async function merge(
  folders: readonly string[],
  out: string,
  since?: string,
): Promise<number> {
  const shares: Share[] = [];
  for (const folder of folders) shares.push(await shareIn(folder));
  refuseMixed(shares);
  const before = since === undefined ? undefined : await rowsIn(since);
  if (since !== undefined && !before)
    throw wrongUsage(`“${since}”里没有上次核对的记录，请写明上次 --out 的文件夹。`);
  const all = inOrder(shares);
  const reports = all.filter(({ done }) => done.row.report !== '');
  const settings = JSON.parse(all[0]?.done.settings ?? 'null') as unknown;
  const target = new OutFolder(out, { settings, files: all.length });
  const names = reports.map(({ done }) => done.row.report);
  const sources = reports.map(({ from, done }) => join(from.folder, done.row.report));
  const trouble = await target.open(false, names, sources);
  if (trouble) throw wrongUsage(trouble);
  let lost = 0;
  for (const [i, source] of sources.entries()) {
    const content = await readFile(source).catch(() => undefined);
    const failed = content
      ? await writeReport(target.path(names[i]!), content)
      : `没有“${source}”这份报告。`;
    if (failed) process.stderr.write(`${failed}\n`);
    if (failed) lost += 1;
    else await target.made(names[i]!);
  }
  for (const [i, { done }] of all.entries()) await target.adopt(done, i);
  const rows = all.flatMap(({ done }) => (done.aside ? [] : [done.row]));
  const unclosed = await target.close(rows, before, folders);
  if (unclosed) process.stderr.write(`${unclosed}\n`);
  const missing = undone(shares, all.length);
  if (missing > 0) process.stderr.write(`还有 ${missing} 个文件没有核对，合并的只是已做完的。\n`);
  const status = Math.max(EXIT.fine, ...all.map(({ done }) => done.status));
  const nothing = rows.every((row) => row.idle);
  if (nothing && rows.some((row) => !row.error)) process.stderr.write(NOTHING_JUDGED);
  return nothing || unclosed || lost > 0 || missing > 0 ? Math.max(status, EXIT.unread) : status;
}
