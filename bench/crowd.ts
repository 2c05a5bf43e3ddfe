// 大批: many files of every kind, in order, odd and hostile, made alike each time from a number. Knows how to make
// them; checks nothing itself.
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { createWorkbook } from '../src/hosts/xlsx/create.ts';
import { inputOf, type Target, targets } from './fuzz.ts';
import { hostile } from './hostile.ts';

const sampleNamed = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../tests/cases/samples/${name}`, import.meta.url)));

/** 收入支出决算总表 of a department of that number: some of them do not add up. */
function rowsOf(n: number): (string | number)[][] {
  const fiscal = 100 + (n % 900) + (n % 97) / 100;
  const opening = (n % 50) / 10;
  const total = Number((fiscal + opening).toFixed(2));
  return [
    ['2023年度收入支出决算总表'],
    [`部门：第${n}单位`, '', '', '单位：万元'],
    ['收入', '', '支出', ''],
    ['项目', '决算数', '项目', '决算数'],
    ['一、一般公共预算财政拨款收入', fiscal, '一、农林水支出', fiscal],
    ['本年收入合计', fiscal, '本年支出合计', fiscal],
    ['年初结转和结余', opening, '年末结转和结余', opening],
    ['总计', n % 11 === 0 ? total + 0.9 : total, '总计', total],
  ];
}

const addressed = (rows: readonly (readonly (string | number)[])[]) =>
  rows.flatMap((row, r) =>
    row.flatMap((value, c) => (value === '' ? [] : [{ address: `${'ABCD'[c]}${r + 1}`, value }])),
  );

/** 情况说明 of the same department. */
const proseOf = (n: number): string => {
  const total = rowsOf(n)[7]![3];
  return `2023年度收、支总计${total}万元。其中：一般公共预算财政拨款收入${rowsOf(n)[4]![1]}万元。`;
};
const TITLES = '<h1>2023年度部门决算公开</h1><h2>第三部分 2023年度部门决算情况说明</h2>';

const pageOf = (n: number): Uint8Array =>
  strToU8(
    `<html><meta charset="utf-8"><body>${TITLES}<p>${proseOf(n)}</p><table>${rowsOf(n)
      .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
      .join('')}</table></body></html>`,
  );

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
function wordOf(n: number): Uint8Array {
  const paragraph = (text: string | number) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const table = rowsOf(n)
    .map((row) => `<w:tr>${row.map((c) => `<w:tc>${paragraph(c)}</w:tc>`).join('')}</w:tr>`)
    .join('');
  return zipSync({
    'word/document.xml': strToU8(
      `<w:document xmlns:w="${WORD}"><w:body>${paragraph('2023年度部门决算公开')}<w:tbl>${table}</w:tbl>${paragraph('2023年度部门决算情况说明')}${paragraph(proseOf(n))}</w:body></w:document>`,
    ),
  });
}

async function foreignOf(n: number, bookType: 'biff8' | 'ods'): Promise<Uint8Array> {
  const { utils, write } = await import('@e965/xlsx');
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rowsOf(n)), '总表');
  return new Uint8Array(write(book, { bookType, type: 'array' }) as ArrayBuffer);
}

async function pdfOf(n: number): Promise<Uint8Array> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const document = await PDFDocument.create();
  document.addPage([300, 200]).drawText(`Total ${n}.00`, { x: 20, y: 100, size: 12 });
  return document.save();
}

type Make = (n: number) => Uint8Array | Promise<Uint8Array>;
const KINDS: Readonly<Record<string, readonly [extension: string, make: Make]>> = {
  工作簿: ['xlsx', (n) => createWorkbook([{ name: '总表', cells: addressed(rowsOf(n)) }])],
  整本工作簿: ['xlsx', (n) => sampleNamed(n % 2 ? 'hanyang-2021.xlsx' : 'example-2023-yuan.xlsx')],
  网页: ['html', pageOf],
  文稿: ['docx', wordOf],
  旧工作簿: ['xls', (n) => foreignOf(n, 'biff8')],
  国标表格: ['ods', (n) => foreignOf(n, 'ods')],
  版式文件: ['pdf', pdfOf],
};

/** Damaged at random, as the readers are fuzzed. */
const DAMAGED: readonly (readonly [target: string, extension: string])[] = [
  ['xlsx-bytes', 'xlsx'],
  ['xlsx-xml', 'xlsx'],
  ['docx', 'docx'],
  ['html', 'html'],
  ['xls', 'xls'],
];
const known = targets();

async function damaged(n: number): Promise<readonly [string, Uint8Array]> {
  const [name, extension] = DAMAGED[n % DAMAGED.length]!;
  const target: Target = known[name]!;
  return [extension, inputOf(await target.seeds(), n, target.inside === true)];
}

/** Of a hundred files so many are of a kind; of the others two are hostile, the rest damaged. */
const SHARES: readonly (readonly [kind: string, count: number])[] = [
  ['工作簿', 46],
  ['整本工作簿', 12],
  ['网页', 12],
  ['文稿', 12],
  ['旧工作簿', 3],
  ['国标表格', 2],
  ['版式文件', 1],
];

const HOSTILE = 2;

/** The n-th file: its name and what is in it. */
export async function fileOf(
  n: number,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const number = String(n).padStart(6, '0');
  let left = n % 100;
  for (const [kind, count] of SHARES) {
    if (left < count) return ofKind(kind, n);
    left -= count;
  }
  const [mark, [extension, bytes]] =
    left < HOSTILE ? ['恶', await hostile(n)] : ['坏', await damaged(n)];
  return { name: `${number}${mark}.${extension}`, bytes };
}

/** The n-th file if all were of one kind. */
export async function ofKind(
  kind: string,
  n: number,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const [extension, make] = KINDS[kind]!;
  return { name: `${String(n).padStart(6, '0')}.${extension}`, bytes: await make(n) };
}

export const KIND_NAMES = Object.keys(KINDS);
