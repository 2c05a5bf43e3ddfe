// Rows on writing and tying out texts, on the pane's check, on growth and on memory, beside a review.
import { CATALOGUE } from '../../src/catalogue/index.ts';
import type { Snapshot } from '../../src/facts/grid.ts';
import { writeDocx } from '../../src/hosts/docx/write.ts';
import { memoryHost } from '../../src/hosts/memory.ts';
import { firstReading } from '../../src/narrative/first-reading.ts';
import { tokensOf } from '../../src/narrative/text/tokens.ts';
import { openBook } from '../../src/review/book.ts';
import { manuscriptIn } from '../../src/review/manuscript.ts';
import { tieIn } from '../../src/review/tie.ts';
import { review, reviewOf } from '../../src/review.ts';
import { sessionOf } from '../../taskpane/session.ts';
import { disclosure, MANNERS } from '../../tests/support/department/disclosure.ts';
import { arrangement, layOut } from '../../tests/support/department/layout.ts';
import { makeDepartment } from '../../tests/support/department/model.ts';
import { copyOf, department } from './books.ts';
import { least, type Row, timesThePeer } from './row.ts';

const RUNS = 10;

/** Characters of some 30 pages. */
const PAGES = 28_000;
/** What a further text of that length beside an open workbook may take, in milliseconds. */
const MAY_TAKE = 110;

/** One department told again and again in the manners of many places, until it fills so many characters. */
function longText(characters: number): string {
  const { year } = arrangement(1, { oldForm: false }).layout;
  let text = '';
  for (let n = 0; text.length < characters; n += 1)
    text += `${disclosure(makeDepartment(1), year, MANNERS[n % MANNERS.length]!, 1 + n)}\n`;
  return text.slice(0, text.lastIndexOf('。', characters) + 1);
}

/** A long text beside its open workbook: by its own first step, by the clock, and ten times as long. */
export async function longTextRows(): Promise<Row[]> {
  const { snapshot } = layOut(makeDepartment(1), arrangement(1, { oldForm: false }));
  const book = openBook(snapshot, CATALOGUE);
  const timed = (text: string) => least(RUNS, () => tieIn(book, { text, broken: false }));
  const text = longText(PAGES);
  const tied = await timed(text);
  const tokens = await least(RUNS, () => {
    const { plain, numbers } = firstReading({ text, broken: false });
    return tokensOf(plain, numbers, CATALOGUE.dictionary.words);
  });
  const ten = await timed(longText(10 * PAGES));
  const times = ten / tied;
  return [
    timesThePeer(
      `核对一篇文稿（${text.length} 字）`,
      '它自己的第一步（分词）',
      [tied, tokens],
      [20],
    ),
    timesThePeer(`核对一篇文稿（${text.length} 字）`, `${MAY_TAKE} 毫秒`, [tied, MAY_TAKE], [1]),
    {
      ...timesThePeer('十倍长的文稿（300 页）', '十分之一', [ten, tied], [10 ** 1.1]),
      remark: `指数 ${exponent(times, 10).toFixed(2)}`,
    },
  ];
}

export async function textRows(snapshot: Snapshot): Promise<Row[]> {
  const book = openBook(snapshot, CATALOGUE);
  const { year } = arrangement(1, { oldForm: false }).layout;
  const text = disclosure(makeDepartment(1), year, '四川', 1);
  const own = await least(RUNS, () => review(copyOf(snapshot), CATALOGUE).told.length);
  const written = await least(RUNS, () => manuscriptIn(book, {}));
  const manuscript = manuscriptIn(book, {});
  const docx = await least(RUNS, () => writeDocx(manuscript));
  const tied = await least(RUNS, () => tieIn(book, { text, broken: false }));
  const session = sessionOf(memoryHost(snapshot), (s, choice) => {
    const opened = openBook(s, CATALOGUE, choice);
    return { book: opened, review: reviewOf(opened) };
  });
  const pane = await least(RUNS, async () => {
    const { review: found } = await session.check({}, () => {});
    await session.mark(found);
  });
  return [
    timesThePeer('写一篇情况说明', '体检同一工作簿', [written, own]),
    timesThePeer('写成 .docx', '体检同一工作簿', [docx, own]),
    timesThePeer(`核对一篇文稿（${text.length} 字）`, '体检同一工作簿', [tied, own]),
    timesThePeer('窗格体检并标注', '体检同一工作簿', [pane, own]),
  ];
}

/** The power with which time grows: 1 is in step. */
const exponent = (times: number, factor: number): number => Math.log(times) / Math.log(factor);

const grown = (what: string, [small, large]: readonly [number, number], factor: number): Row => ({
  ...timesThePeer(what, `${factor} 分之一`, [large, small]),
  remark: `指数 ${exponent(large / small, factor).toFixed(2)}`,
});

/** The workbook so many times over, each copy on sheets of its own. */
const repeated = ({ sheets }: Snapshot, times: number): Snapshot => ({
  sheets: Array.from({ length: times }, (_, n) =>
    sheets.map((s) => ({ ...s, name: `${s.name}${n}` })),
  ).flat(),
});

function reviewed(from: number, count: number): void {
  for (let n = 0; n < count; n += 1) review(department(from + n), CATALOGUE);
}

export async function growthRows(snapshot: Snapshot): Promise<Row[]> {
  const sheets = await Promise.all(
    [2, 8].map((times) =>
      least(3, () => review(copyOf(repeated(snapshot, times)), CATALOGUE).told.length),
    ),
  );
  reviewed(1, 100);
  const small = process.memoryUsage().rss;
  const files = [
    await least(1, () => reviewed(2000, 50)),
    await least(1, () => reviewed(3000, 200)),
  ];
  reviewed(4000, 300);
  const large = process.memoryUsage().rss;
  const memory = timesThePeer(
    '内存（MB），查过 650 个',
    '查过 100 个',
    [large / 2 ** 20, small / 2 ** 20],
    [1.2],
  );
  return [
    grown('四倍的工作表', [sheets[0]!, sheets[1]!], 4),
    grown('四倍的文件', [files[0]!, files[1]!], 4),
    memory,
  ];
}
