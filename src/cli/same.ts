// check A --same B: two files of one department set side by side, in words and as the interface prints them.
import type { Catalogue } from '../catalogue/index.ts';
import { openBook, type ReviewOptions } from '../review/book.ts';
import { reviewBooklet } from '../review/booklet.ts';
import {
  type ComparedSide,
  type Sameness,
  samenessOf,
  type TwinDifference,
} from '../review/same.ts';
import { type FileError, openInput } from './files.ts';
import { EXIT } from './verb.ts';

/** 对照结果 of one file with another. */
export type SameOutcome =
  | ({ readonly file: string; readonly same: string } & Sameness)
  | { readonly file: string; readonly same: string; readonly error: FileError };

async function sideOf(
  path: string,
  catalogue: Catalogue,
  options: ReviewOptions,
): Promise<ComparedSide | FileError> {
  const opened = await openInput(path);
  if ('code' in opened) return opened;
  if (!opened.booklet) return { book: openBook(opened.snapshot, catalogue, options) };
  const { book, text } = reviewBooklet(opened.booklet, catalogue, options);
  return text ? { book, text } : { book };
}

/** Sets two files side by side. */
export async function compareFiles(
  file: string,
  same: string,
  catalogue: Catalogue,
  options: ReviewOptions,
): Promise<SameOutcome> {
  const one = await sideOf(file, catalogue, options);
  if ('code' in one) return { file, same, error: one };
  const other = await sideOf(same, catalogue, options);
  if ('code' in other) return { file, same, error: other };
  return { file, same, ...samenessOf(one, other) };
}

/** Two files without a cell or a number in common have not been compared. */
const isEmpty = ({ counts, differences }: Sameness): boolean =>
  counts.cells + counts.numbers + differences.length === 0;

/** 退出码 of two files side by side: unread also where they have nothing in common, as nothing was compared. */
export const sameStatus = (outcome: SameOutcome): number =>
  'error' in outcome || isEmpty(outcome)
    ? EXIT.unread
    : outcome.differences.length > 0
      ? EXIT.broken
      : EXIT.fine;

const filled = (text: string): string => text || '空';

function differenceLine(d: TwinDifference): string {
  if (d.kind === 'number')
    return d.value === ''
      ? `文字：多出 ${d.other}`
      : d.other === ''
        ? `文字：少了 ${d.value}`
        : `文字：${d.value} → ${d.other}`;
  if (d.kind === 'table')
    return d.value === '' ? `只有后者有：${d.table}` : `只有前者有：${d.table}`;
  if (d.kind === 'name') return `${d.table} ${d.row} 名称：${d.value} → ${d.other}`;
  const place = d.here ? `（${d.here.sheet}!${d.here.address}）` : '';
  return `${d.table} ${[d.row, d.column].filter(Boolean).join('·')}${place}：${filled(d.value)} → ${filled(d.other)}`;
}

/** What standard output gets. */
export function samePrinted(outcome: SameOutcome, json: boolean): string {
  if (json) {
    const { file, same, ...rest } = outcome;
    return JSON.stringify({ compared: { file, same, ...rest } });
  }
  const head = `${outcome.file} 与 ${outcome.same} 对照`;
  if ('error' in outcome) return `${head}\n  ${outcome.error.message}`;
  const { counts, differences } = outcome;
  const sum = `  比了 ${counts.cells} 格${counts.numbers > 0 ? `、文字里 ${counts.numbers} 个数` : ''}：${isEmpty(outcome) ? '没有可对照的内容' : differences.length === 0 ? '没有不同' : `${differences.length} 处不同`}`;
  return [head, sum, ...differences.map((d) => `    ${differenceLine(d)}`)].join('\n');
}
