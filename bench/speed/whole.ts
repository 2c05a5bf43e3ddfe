// Rows on whole runs: the command line over a folder, beside inflating, beside programs that recalculate the
// same identities as formulas, and beside itself with more files and more workers.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HyperFormula } from 'hyperformula';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { openBook } from '../../src/review/book.ts';
import { reviewOf } from '../../src/review.ts';
import { department, fileOf, inflated } from './books.ts';
import { formulaSheet, formulasOf, rowsOf } from './formulas.ts';
import { opened } from './reading.ts';
import { asFastAs, least, type Row, timesThePeer, WALL } from './row.ts';

/** Files of the run; LibreOffice gets a part of them, as it is slow. */
const FILES = Number(process.env.GOUJI_FILES ?? 200);
const FOR_OFFICE = Math.min(FILES, 40);
const GOUJI = 'bin/gouji.mjs';

function checked(folder: string, jobs: number): void {
  const run = spawnSync(process.execPath, [GOUJI, 'check', folder, '--json', '--jobs', `${jobs}`], {
    maxBuffer: 1 << 30,
  });
  if (run.stdout.length === 0) throw new Error(run.stderr.toString());
}

interface Folders {
  readonly all: string;
  readonly one: string;
  readonly formulas: string;
  readonly formula: string;
}

/** The files of the run, in folders under one that is removed afterwards. */
async function laid(root: string): Promise<{ at: Folders; files: Uint8Array[] }> {
  const folder = (name: string) => join(root, name);
  const at = {
    all: folder('all'),
    one: folder('one'),
    formulas: folder('f'),
    formula: folder('f1'),
  };
  for (const path of Object.values(at)) mkdirSync(path);
  const files: Uint8Array[] = [];
  for (let n = 1; n <= FILES; n += 1) {
    const snapshot = department(n);
    const bytes = await fileOf(snapshot);
    files.push(bytes);
    writeFileSync(join(at.all, `${n}.xlsx`), bytes);
    if (n === 1) writeFileSync(join(at.one, '1.xlsx'), bytes);
    if (n > FOR_OFFICE) continue;
    const formulas = formulasOf(openBook(snapshot, CATALOGUE));
    const more = await fileOf(snapshot, [formulaSheet(formulas)]);
    writeFileSync(join(at.formulas, `${n}.xlsx`), more);
    if (n === 1) writeFileSync(join(at.formula, '1.xlsx'), more);
  }
  return { at, files };
}

/** Opens every file of a folder in LibreOffice, which computes the formulas, and saves it. */
function officeOver(folder: string, root: string): void {
  const profile = `-env:UserInstallation=file://${join(root, 'profile')}`;
  const out = ['--outdir', join(root, 'saved')];
  execFileSync(
    'sh',
    ['-c', `soffice --headless ${profile} --convert-to xlsx ${out.join(' ')} ${folder}/*.xlsx`],
    { stdio: 'ignore' },
  );
}

const hasOffice = (): boolean => spawnSync('soffice', ['--version']).status === 0;

async function officeRow(at: Folders, root: string, ownEach: number): Promise<Row[]> {
  if (!hasOffice()) {
    console.log('没有安装 LibreOffice，与它的对比从略。');
    return [];
  }
  officeOver(at.formula, root);
  const start = await least(1, () => officeOver(at.formula, root), WALL);
  const all = await least(1, () => officeOver(at.formulas, root), WALL);
  const each = (all - start) / (FOR_OFFICE - 1);
  return [asFastAs('整批核对，每个文件', 'LibreOffice 重算同样的关系', [ownEach, each], [20, 50])];
}

/** The values are given to HyperFormula as they were read; it builds its sheets and computes. */
async function formulaRow(files: readonly Uint8Array[]): Promise<Row> {
  const snapshots = await Promise.all(files.slice(0, 20).map(opened));
  const books = snapshots.map((s) => openBook(s, CATALOGUE));
  const rows = books.map((book) => rowsOf(book, formulasOf(book)));
  const peer = await least(3, () => {
    for (const sheets of rows)
      HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3' }).destroy();
  });
  const own = await least(3, () => {
    for (const s of snapshots) reviewOf(openBook(structuredClone(s), CATALOGUE));
  });
  return asFastAs('识别并核对 20 个', 'HyperFormula 建表重算', [own, peer]);
}

export async function wholeRows(): Promise<Row[]> {
  if (FILES === 0) return [];
  const root = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
  try {
    const { at, files } = await laid(root);
    const start = await least(5, () => checked(at.one, 1), WALL);
    const one = await least(3, () => checked(at.all, 1), WALL);
    const two = await least(3, () => checked(at.all, 2), WALL);
    const bare = await least(3, () => files.slice(1).map(inflated), WALL);
    const node = await least(5, () => spawnSync(process.execPath, ['-e', '0']), WALL);
    const help = await least(5, () => spawnSync(process.execPath, [GOUJI, '--help']), WALL);
    const ownEach = (one - start) / (FILES - 1);
    return [
      timesThePeer(`整批核对 ${FILES} 个，减去启动`, '解压', [one - start, bare], [20, 8]),
      ...(await officeRow(at, root, ownEach)),
      await formulaRow(files),
      asFastAs(`整批核对 ${FILES} 个，两个进程`, '一个进程', [two, one], [1.7]),
      timesThePeer('gouji --help', 'node 空转', [help, node], [2]),
      timesThePeer(
        '启动并核对一个',
        'node 空转的两倍与核对一个的三倍',
        [start, 2 * node + 3 * ownEach],
        [1],
      ),
    ];
  } finally {
    rmSync(root, { recursive: true });
  }
}
