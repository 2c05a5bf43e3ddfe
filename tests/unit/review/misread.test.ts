// 存疑的读法: a table printed without lines between its columns. What a wrong column would look like is held against
// nobody and told once; a mistyped digit is told as in any table.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import type { Cell, Grid, Snapshot } from '../../../src/facts/grid.ts';
import { reviewBooklet } from '../../../src/review/booklet.ts';
import { type Review, review } from '../../../src/review.ts';
import { arrangement, disturb, layOut } from '../../support/department/layout.ts';
import { makeDepartment } from '../../support/department/model.ts';
import { changed, sample } from '../../support/samples.ts';

const { snapshot, amounts } = (() => {
  const drawn = arrangement(3, { oldForm: false });
  return layOut(makeDepartment(3), { ...drawn, sheets: 'each', noise: false, lastYear: false });
})();
const spending = review(snapshot, CATALOGUE).tables.find((t) => t.form === '表3')!.sheet;

const inferred = (book: Snapshot, how: Grid['inferred'] = 'plain'): Snapshot => ({
  ...book,
  sheets: book.sheets.map((s) => (s.name === spending ? { ...s, inferred: how! } : s)),
});

/** Amounts of two neighbouring columns exchanged in every row but the head's. */
function exchanged(book: Snapshot): Snapshot {
  const isAmount = (c: Cell | undefined) => typeof c?.value === 'number' && c.value % 1 !== 0;
  const one = amounts.find((a) => a.sheet === spending)!;
  const swap = (row: Grid['cells'][number]) => {
    const [a, b] = [row?.[one.column], row?.[one.column + 1]];
    if (!row || !(isAmount(a) || isAmount(b))) return row;
    return row.map((c, i) => (i === one.column ? b : i === one.column + 1 ? a : c));
  };
  const sheets = book.sheets.map((s) =>
    s.name === spending ? { ...s, cells: Array.from(s.cells, swap) } : s,
  );
  return { ...book, sheets };
}

const loud = (r: Review): string[] =>
  r.told.flatMap((f) => (f.verdict === 'broken' && f.severity !== 'note' ? [f.message] : []));
const asides = (r: Review): string[] =>
  r.told.flatMap((f) => (f.cause === 'columns-inferred' ? [f.message] : []));

describe('列是按位置推断的表', () => {
  it('像读错了列的，不判不符，一张表说一次', () => {
    const wrong = exchanged(snapshot);
    expect(loud(review(wrong, CATALOGUE)).length).toBeGreaterThan(3);
    const r = review(inferred(wrong), CATALOGUE);
    expect(loud(r)).toEqual([]);
    expect(asides(r)).toHaveLength(1);
    expect(asides(r)[0]).toMatch(
      /^.*支出决算.*没有画全格线，列是按位置推断的，有 \d+ 项关系对不上/,
    );
    expect([...r.doubted!].map((t) => t.form)).toEqual(['表3']);
    expect(r.suspects).toEqual([]);
  });

  it('名称没有印全的，不判不符，说的是名称', () => {
    const r = review(inferred(exchanged(snapshot), 'cut'), CATALOGUE);
    expect(loud(r)).toEqual([]);
    expect(asides(r)[0]).toMatch(/名称可能没有印全，有 \d+ 项关系对不上，分不清是数填错了还是行名/);
  });

  it('有的栏没有认出的，说出是哪一栏', () => {
    const renamed = (c: Cell | undefined) =>
      c && /^项\s*目\s*支\s*出$/.test(String(c.value)) ? { ...c, value: '某某栏' } : c;
    const sheets = snapshot.sheets.map((s) =>
      s.name === spending ? { ...s, cells: s.cells.map((row) => row?.map(renamed)) } : s,
    );
    expect(asides(review(inferred({ ...snapshot, sheets }), CATALOGUE)).join()).toContain(
      '有的栏没有认出（“某某栏”），这些栏的数没有核对',
    );
    expect(asides(review({ ...snapshot, sheets }, CATALOGUE))).toEqual([]);
  });

  it('错一位数字的，照样指出那一格', () => {
    const at = amounts.find((a) => a.sheet === spending)!;
    const wrong = disturb(snapshot, at, 3).snapshot;
    const r = review(inferred(wrong), CATALOGUE);
    expect(loud(r)).toEqual(loud(review(wrong, CATALOGUE)));
    expect(loud(r).length).toBeGreaterThan(0);
    expect(asides(r)).toEqual([]);
    const doubtful = review(inferred(wrong, 'doubtful'), CATALOGUE);
    expect(loud(doubtful)).toEqual([]);
    expect(asides(doubtful)).toHaveLength(1);
  });

  it('没有对不上的，什么也不说', () => {
    const r = review(inferred(snapshot, 'doubtful'), CATALOGUE);
    expect(asides(r)).toEqual([]);
    // No text is held against it all the same.
    expect([...r.doubted!].map((t) => t.form)).toEqual(['表3']);
    expect(review(inferred(snapshot), CATALOGUE).doubted).toBeUndefined();
    expect(r.counts).toEqual(review(snapshot, CATALOGUE).counts);
  });
});

describe('一册里有标题、没有读出表的', () => {
  const without = snapshot.sheets.filter((s) => s.name !== spending);
  const told = (text: string) =>
    reviewBooklet(
      {
        kind: 'pdf',
        snapshot: { sheets: without },
        text,
        broken: false,
        sheets: without.map(() => ({ at: 0 })),
        runs: [],
        pages: [],
        troubles: [],
      },
      CATALOGUE,
    )
      .review.told.filter((f) => f.rule === 'D01')
      .map((f) => `${f.verdict} ${f.message}`);

  it('说没有读出来，不说没有找到；只在目录里的照说没有找到', () => {
    const body = '一、收入支出决算总体情况\n本年收入1.00万元。';
    expect(told(`支出决算表\n${body}`).join()).toMatch(
      /unknown 文本里有“支出决算表”的标题，下面的表没有读出来/,
    );
    const contents = '目录\n收入决算表....1\n支出决算表....2\n说明....3\n收入决算表';
    expect(told(`${contents}\n${body}`).join()).toMatch(/broken 没有找到支出决算表/);
  });
});

it('前提在一张没有的总表上的，不当作成立', async () => {
  const book = changed(await sample('hanyang-2021'), [
    { sheet: '表5', address: 'E8', value: 839.33 },
  ]);
  const ruleOf = (own: Snapshot) =>
    review(own, CATALOGUE).told.filter((f) => f.rule === 'B12' && f.verdict === 'broken');
  expect(ruleOf(book).length).toBeGreaterThan(0);
  const without = { ...book, sheets: book.sheets.filter((s) => s.name !== '表4') };
  expect(ruleOf(without)).toEqual([]);
});

it('印在纸上、上面没有标题的，是前一页的表接下来的，不说没有写单位', async () => {
  const bare = changed(await sample('hanyang-2021'), [
    { sheet: '表3', address: 'A1', value: null },
    ...['A3', 'E3', 'F3', 'G3', 'H3', 'I3', 'J3'].map((address) => ({
      sheet: '表3',
      address,
      value: null,
    })),
  ]);
  const told = (name: string) => {
    const sheets = bare.sheets.map((s) => (s.name === '表3' ? { ...s, name, printed: true } : s));
    return review({ ...bare, sheets }, CATALOGUE).told.filter((f) => f.rule === 'D05');
  };
  expect(told('第5页 支出决算表')).toHaveLength(1);
  expect(told('第5页')).toEqual([]);
});
