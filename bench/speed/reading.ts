// Rows on reading and reviewing one workbook: beside inflating, two libraries, and each other.
import { read as readWithSheetjs } from '@e965/xlsx';
import { readXlsx } from 'hucre/xlsx';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import type { Snapshot } from '../../src/facts/grid.ts';
import { openWorkbook } from '../../src/hosts/xlsx/open.ts';
import { review } from '../../src/review.ts';
import { copyOf, department, fileOf, inflated, unseen } from './books.ts';
import { asFastAs, least, type Row, timesThePeer } from './row.ts';

const RUNS = 30;

export async function opened(bytes: Uint8Array): Promise<Snapshot> {
  const result = await openWorkbook(bytes, 'x.xlsx');
  if (!result.ok) throw new Error(result.error.message);
  return result.snapshot;
}

const withSheetjs = (bytes: Uint8Array) =>
  readWithSheetjs(bytes, { dense: true, cellNF: true, cellText: false });

/** How many cells both read alike, of all that hold something. */
async function equalValues(bytes: Uint8Array): Promise<string> {
  const own = await opened(bytes);
  const book = withSheetjs(bytes);
  let [equal, all] = [0, 0];
  for (const grid of own.sheets) {
    const sheet = book.Sheets[grid.name] as unknown as { '!data'?: { v?: unknown }[][] };
    grid.cells.forEach((line, row) => {
      line?.forEach((cell, column) => {
        if (!cell || cell.value === null) return;
        all += 1;
        if (sheet['!data']?.[row]?.[column]?.v === cell.value) equal += 1;
      });
    });
  }
  return `${all} 个值中 ${equal} 个相同`;
}

export async function readingRows(bytes: Uint8Array): Promise<Row[]> {
  const bare = await least(RUNS, () => inflated(bytes));
  const own = await least(RUNS, () => opened(bytes));
  const dense = await least(RUNS, () => withSheetjs(bytes));
  const hucre = await least(RUNS, () => readXlsx(bytes));
  const row = asFastAs('读 .xlsx', 'SheetJS（dense）', [own, dense], [4, 5]);
  return [
    timesThePeer('读 .xlsx', '解压', [own, bare], [4]),
    { ...row, remark: await equalValues(bytes) },
    asFastAs('读 .xlsx', 'hucre', [own, hucre]),
  ];
}

/** The workbook with one amount changed: the other sheets stay the ones that were read. */
function edited(snapshot: Snapshot, run: number): Snapshot {
  const sheet = snapshot.sheets.find((s) =>
    s.cells.flat().some((c) => typeof c?.value === 'number'),
  )!;
  const row = sheet.cells.findIndex((line) => line?.some((c) => typeof c?.value === 'number'));
  const column = sheet.cells[row]!.findIndex((c) => typeof c?.value === 'number');
  const cells = sheet.cells.map((line) => [...(line ?? [])]);
  cells[row]![column] = { ...cells[row]![column], value: run + 0.5 };
  return { ...snapshot, sheets: snapshot.sheets.map((s) => (s === sheet ? { ...s, cells } : s)) };
}

/** Departments that were not seen before, in layouts, codes and figures of their own; the code has run before. */
async function unseenRow(): Promise<Row> {
  for (let n = 0; n < 2 * RUNS; n += 1) review(department(400 + n), CATALOGUE);
  const numbers = Array.from({ length: RUNS }, (_, n) => 300 + n);
  const files = await Promise.all(numbers.map((n) => fileOf(department(n))));
  let snapshots: Snapshot[] = [];
  const reading = await least(3, async () => {
    snapshots = await Promise.all(files.map(opened));
  });
  const own = await least(1, () => snapshots.map((s) => review(s, CATALOGUE).told.length));
  return timesThePeer(`体检 ${RUNS} 个没见过的工作簿`, '读同样的文件', [own, reading], [3]);
}

export async function reviewRows(bytes: Uint8Array): Promise<Row[]> {
  const snapshot = await opened(bytes);
  const reading = await least(RUNS, () => opened(bytes));
  const copies = Array.from({ length: RUNS }, () => copyOf(snapshot));
  const others = Array.from({ length: RUNS }, (_, run) => unseen(snapshot, run));
  const known = await least(RUNS, (run) => review(copies[run]!, CATALOGUE).told.length);
  const fresh = await least(RUNS, (run) => review(others[run]!, CATALOGUE).told.length);
  review(snapshot, CATALOGUE);
  const edits = Array.from({ length: RUNS }, (_, run) => edited(snapshot, run));
  const again = await least(RUNS, (run) => review(edits[run]!, CATALOGUE).told.length);
  return [
    timesThePeer('体检，版面见过', '读同一文件', [known, reading], [0.5]),
    timesThePeer('体检，有没见过的字，因此不符', '读同一文件', [fresh, reading]),
    await unseenRow(),
    timesThePeer('改一格后再检', '初次体检', [again, fresh], [0.1]),
  ];
}
