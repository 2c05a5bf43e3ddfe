// Rows on long lists: a workbook of thousands of relations, calm and with every one of them broken. Knows how such
// lists look; measures by the table's own means.
import { CATALOGUE } from '../../src/catalogue/index.ts';
import type { Grid, Scalar, Snapshot } from '../../src/facts/grid.ts';
import { review } from '../../src/review.ts';
import { type Random, random } from '../../tests/support/department/random.ts';
import { copyOf } from './books.ts';
import { least, type Row, timesThePeer } from './row.ts';

const TABLES: readonly (readonly [title: string, heads: readonly string[]])[] = [
  [
    '收入决算表',
    [
      '本年收入合计',
      '财政拨款收入',
      '上级补助收入',
      '事业收入',
      '经营收入',
      '附属单位上缴收入',
      '其他收入',
    ],
  ],
  [
    '支出决算表',
    ['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'],
  ],
  ['一般公共预算财政拨款支出决算表', ['本年支出', '基本支出', '项目支出']],
];

/** Codes of so many 类, each with five 款 of six 项, every parent before its children. */
function codesOf(classes: number): string[] {
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
  const two = (n: number) => String(n).padStart(2, '0');
  return numbers(classes).flatMap((c) => {
    const top = String(200 + c);
    return [
      top,
      ...numbers(5).flatMap((k) => [top + two(k), ...numbers(6).map((x) => top + two(k) + two(x))]),
    ];
  });
}

/** Amounts in 分, so that sums are exact; a list that foots, or one in which nothing does. */
function sheetOf(
  [title, heads]: (typeof TABLES)[number],
  codes: readonly string[],
  broken: boolean,
  r: Random,
): Grid {
  const parts = heads.slice(1);
  const leaves = codes.filter((code) => code.length === 7);
  const own = new Map(leaves.map((code) => [code, parts.map(() => r.integer(1, 1_000_000))]));
  const sums = (code: string): number[] => {
    const below = leaves.filter((leaf) => leaf.startsWith(code)).map((leaf) => own.get(leaf)!);
    return parts.map((_, i) => below.reduce((sum, amounts) => sum + amounts[i]!, 0));
  };
  const line = (amounts: readonly number[]) =>
    [amounts.reduce((a, b) => a + b, 0), ...amounts].map(
      (n) => (broken ? n + r.integer(100, 5000) : n) / 100,
    );
  const rows: Scalar[][] = [
    [`2023年度${title}`],
    [null, null, null, null, '单位：万元'],
    ['科目编码', '科目名称', ...heads],
    [null, '合计', ...line(sums(''))],
    ...codes.map((code) => [code, `科目${code}`, ...line(sums(code))]),
  ];
  const cells = rows.map((row) => row.map((value) => (value === null ? undefined : { value })));
  const size = { rows: cells.length, columns: heads.length + 2 };
  return { name: title, hidden: false, protected: false, ...size, cells, merges: [] };
}

const listed = (classes: number, broken: boolean): Snapshot => {
  const [codes, r] = [codesOf(classes), random(7)];
  return { sheets: TABLES.map((table) => sheetOf(table, codes, broken, r)) };
};

const RUNS = 3;
/** About 4,000 relations. */
const CLASSES = 20;

export async function listRows(): Promise<Row[]> {
  const [calm, broken] = [listed(CLASSES, false), listed(CLASSES, true)];
  const small = listed(CLASSES / 4, false);
  const timed = (snapshot: Snapshot) =>
    least(RUNS, () => review(copyOf(snapshot), CATALOGUE).told.length);
  const [quarter, whole, worst] = [await timed(small), await timed(calm), await timed(broken)];
  const { counts, halted } = review(copyOf(broken), CATALOGUE);
  const exponent = Math.log(whole / quarter) / Math.log(4);
  return [
    {
      ...timesThePeer('关系处处不符', '同一工作簿全部相符', [worst, whole], [30]),
      remark: `${counts.broken} 处不符${halted ? '，归因中途停下并说明' : ''}`,
    },
    {
      ...timesThePeer('四倍的行', '4 分之一', [whole, quarter]),
      remark: `指数 ${exponent.toFixed(2)}`,
    },
  ];
}
