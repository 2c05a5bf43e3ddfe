// Which cells a path names: rows first, then columns; codes, levels, groups, members of an axis, and what is absent.
import { describe, expect, it } from 'vitest';
import { Axis, axisOf, isCode, isCodeAxis, strongest } from '../../../src/formula/axis.ts';
import { codesIn, topmost } from '../../../src/formula/codes.ts';
import { type Binding, plainPath, plainRows, UNBOUND } from '../../../src/formula/meant.ts';
import { parseFormula } from '../../../src/formula/parse.ts';
import { numbersOf, pathPlace, resolve } from '../../../src/formula/resolve.ts';
import type { NumberedItem, Path } from '../../../src/formula/tree.ts';
import { valueOfCells, valueOfPath } from '../../../src/formula/value.ts';
import { toText } from '../../../src/measure/exact.ts';
import { type Called, itemOf, tableOf } from '../../support/table.ts';

const path = (text: string): Path => {
  const parsed = parseFormula(text);
  if (!parsed.ok || parsed.value.kind !== 'path') throw new Error(text);
  return parsed.value;
};
const bound = (own: Partial<Binding>): Binding => ({ ...UNBOUND, ...own });

/** 201 has rows of all levels; 205 has none of its own but two 款; 20802 lacks its 类 and 款. */
const CODED: readonly Called[] = [
  { key: '合计', level: '合计' },
  { key: '201', code: '201', level: '类', names: ['一般公共服务支出'] },
  { key: '20101', code: '20101', level: '款', names: ['人大事务'] },
  { key: '2010101', code: '2010101', level: '项', names: ['行政运行'] },
  { key: '2010102', code: '2010102', level: '项', names: ['一般行政管理事务'] },
  { key: '20103', code: '20103', level: '款', names: ['政府办公厅'] },
  { key: '20501', code: '20501', level: '款', names: ['教育管理事务'] },
  { key: '2050101', code: '2050101', level: '项', names: ['行政运行'] },
  { key: '2080201', code: '2080201', level: '项', names: ['行政运行'] },
  { key: '备注', code: '2089999', names: ['备注'] },
];
const KINDS: readonly Called[] = [
  { key: '合计栏', names: ['本年支出合计'], whole: true },
  { key: '基本', names: ['基本支出'], groups: ['支出类型'] },
  { key: '项目', names: ['项目支出'], groups: ['支出类型'] },
];
const LINES = CODED.map((_, r) => `${r}1 ${r}2 ${r}3`);
const spending = (own = {}) => tableOf(CODED, KINDS, LINES, own);

/** 收入 beside 支出, each by fund; the whole of a fund stands in a column of its own. */
const SIDES: readonly Called[] = [
  { key: '拨款', names: ['财政拨款收入'], side: '收入', groups: ['收入来源'], of: '收入合计' },
  { key: '经营', names: ['经营收入'], side: '收入', groups: ['收入来源'], of: '收入合计' },
  { key: '收入合计', names: ['本年收入合计'], side: '收入' },
  { key: '在职', names: ['在职人员'], side: '支出', members: { 人员: '在职' } },
  { key: '离退', names: ['离退休人员'], side: '支出', members: { 人员: '离退' } },
  { key: '人员', names: ['人员合计'], side: '支出', members: { 人员: '合计' } },
];
const FUNDS: readonly Called[] = [
  { key: '全部', members: { 资金: '合计' }, whole: true },
  { key: '一般', members: { 资金: '一般公共预算' } },
  { key: '基金', members: { 资金: '政府性基金' } },
  { key: '上年', members: { 资金: '上年的' }, whole: true, groups: ['往年'] },
];
const balance = (lines = SIDES.map((_, r) => `${r}1 ${r}2 ${r}3 ${r}4`)) =>
  tableOf(SIDES, FUNDS, lines, { open: false });

type Seen = ReturnType<typeof spending>;
function said(text: string, table: Seen, binding?: Partial<Binding>): string {
  const { facts, absent, vacant, missing } = resolve(path(text), table, binding && bound(binding));
  if (missing) return missing === 'none' ? '没有' : '不止一格';
  if (absent) return vacant ? `未列 ${vacant.code}/${vacant.column.key}` : '未列';
  return facts.map((f) => `${f.row.key}/${f.column.key}`).join(' ');
}

describe('路径所指：科目', () => {
  it.each<[string, string, Partial<Binding>?]>([
    ['一般公共服务支出·基本支出', '201/基本'],
    ['一般公共服务支出', '201/合计栏'],
    ['20101', '20101/合计栏'],
    ['人大事务·支出类型', '不止一格'],
    ['行政运行·项目支出', '不止一格'],
    ['款·基本支出', '不止一格'],
    ['款·基本支出', '20101/基本', { axes: { 款: '20101' } }],
    ['「款」·基本支出', '不止一格', { axes: { 款: '20101' } }],
    ['没有的支出', '没有'],
    ['合计·没有的栏', '没有'],
    // A Σ over a level: what stands directly below, at that level or a missing one's place.
    ['Σ类', '201/合计栏 20501/合计栏 2080201/合计栏'],
    ['合计·Σ类·基本支出', '201/基本 20501/基本 2080201/基本'],
    ['201类·Σ款', '20101/合计栏 20103/合计栏'],
    ['Σ款', '20101/合计栏 20103/合计栏', { axes: { 类: '201' } }],
    ['Σ款', '2010101/合计栏 2010102/合计栏', { axes: { 款: '20101', 类: '201' }, row: 2 }],
    ['Σ项', '2010101/合计栏 2010102/合计栏', { axes: { 款: '20101', 类: '201' } }],
    ['Σ项', '没有', { axes: { 款: '20103' } }],
    ['Σ项', '没有', { axes: { 科目: '201' } }],
    ['Σ款', '20101/合计栏 20103/合计栏', { axes: { 科目: '201' } }],
    ['201类·Σ支出类型', '201/基本 201/项目'],
    ['款·Σ支出类型', '20101/基本 20101/项目', { axes: { 款: '20101' } }],
    ['Σ没有的组', '没有'],
    // A code without a row of its own is what stands for it, and what the list does not hold is zero.
    ['205', '20501/合计栏'],
    ['205类·基本支出', '20501/基本'],
    ['208类·项目支出', '2080201/项目'],
    ['211', '未列 211/合计栏'],
    ['211类·基本支出', '未列 211/基本'],
    ['211类·支出类型', '未列'],
    ['211类·没有的栏', '没有'],
    ['205', '未列 205/合计栏', { row: 3 }],
    // One row, one column, one table.
    ['基本支出', '20103/基本', { row: 5 }],
    ['款', '20103/项目', { row: 5, column: 2 }],
    ['项', '没有', { row: 5, column: 2 }],
    ['合计', '没有', { table: spending() }],
  ])('%s → %s', (text, expected, binding) => {
    expect(said(text.replace(/^(\d+)(?=$|·)/, '$1类'), spending(), binding)).toBe(expected);
  });

  it('这一张表的行才是它的行', () => {
    const table = spending();
    expect(said('基本支出', table, { table, row: 1 })).toBe('201/基本');
  });

  it('列满的表里没有的编码，不是零', () => {
    const full = spending({ open: false });
    expect(said('211类·基本支出', full)).toBe('没有');
    expect(said('205类·基本支出', full)).toBe('20501/基本');
  });
});

describe('路径所指：收支与资金', () => {
  it.each<[string, string, Partial<Binding>?]>([
    ['本年收入合计·一般公共预算', '收入合计/一般'],
    ['收入·经营收入·政府性基金', '经营/基金'],
    ['支出·财政拨款收入', '没有'],
    // By name rather than as a part of it.
    ['收入合计·一般公共预算', '收入合计/一般'],
    ['收入合计', '不止一格'],
    ['资金·经营收入', '经营/一般', { axes: { 资金: '一般公共预算' } }],
    ['Σ收入来源·政府性基金', '拨款/基金 经营/基金'],
    // Parts of a Σ over rows stand in the whole columns.
    ['Σ收入来源', '拨款/全部 拨款/上年 经营/全部 经营/上年'],
    ['经营收入·Σ资金', '经营/一般 经营/基金'],
    ['经营收入·Σ往年', '经营/上年'],
    ['Σ人员·一般公共预算', '在职/一般 离退/一般'],
    ['Σ收入来源·Σ资金', '拨款/一般 拨款/基金 经营/一般 经营/基金'],
    ['收入·Σ人员·一般公共预算', '没有'],
    // The last Σ over rows decides.
    ['Σ收入来源·Σ人员·一般公共预算', '在职/一般 离退/一般'],
    ['Σ人员·Σ收入来源·一般公共预算', '拨款/一般 经营/一般'],
    ['Σ人员·Σ往年', '在职/上年 离退/上年'],
  ])('%s → %s', (text, expected, binding) => {
    expect(said(text, balance(), binding)).toBe(expected);
  });

  it('版式没有的格不算；合计栏没有格时，各栏都算', () => {
    const table = balance(['无 12 无 无', '21 22 23 24', '_ 32 33 无', '41 无 43 44', '51', '61']);
    expect(said('财政拨款收入', table)).toBe('拨款/一般');
    expect(said('本年收入合计', table)).toBe('收入合计/全部');
    expect(said('Σ收入来源', table)).toBe('拨款/一般 经营/全部 经营/上年');
    expect(said('在职人员·一般公共预算', table)).toBe('没有');
    expect(said('Σ人员·一般公共预算', table)).toBe('没有');
    expect(said('人员合计·一般公共预算', { ...table, facts: table.facts.slice(0, 5) })).toBe(
      '没有',
    );
  });

  it('按编号说出同样的格', () => {
    const table = balance();
    expect(pathPlace(path('经营收入·Σ资金'), table, UNBOUND, 7).cells).toEqual([7, 1, 1, 7, 1, 2]);
    expect(pathPlace(path('收入合计'), table)).toEqual({
      cells: [],
      absent: false,
      missing: 'many',
    });
  });
});

describe('路径取值', () => {
  const worth = (text: string, table: Seen | undefined) => {
    const value = valueOfPath(path(text), table, (f) => (f.column.unit ? '万元' : f.table.unit));
    if (!value.ok)
      return `${value.why}${value.cause ? ` ${value.cause}` : ''}${value.at ? ` ${value.at.row.key}` : ''}`;
    const { value: sum, low, high } = value.value;
    return `${[low, sum, high].map((x) => toText(x)).join(' ')}${value.printed ? '' : ' 空'}`;
  };
  const columns = ['金额', { key: '人数', unit: '人' }];
  const ROWS: readonly Called[] = [
    { key: '甲', groups: ['各'] },
    { key: '乙', groups: ['各'] },
    { key: '丙', groups: ['零'] },
    { key: '丁', groups: ['零'] },
    '空',
    '字',
    '式',
  ];
  const table = (own = {}) =>
    tableOf(
      ROWS,
      columns,
      ['1.50 2', '0.00 3', '0.00 _', '0.00 _', '_ _', '约五万 _', '？ _'],
      own,
    );

  it.each([
    ['甲·金额', '1.495 1.5 1.505'],
    // 0.00 beside another amount is nothing; where all are 0.00 each may have been rounded away.
    ['Σ各·金额', '1.495 1.5 1.505'],
    ['Σ零·金额', '-0.01 0 0.01'],
    ['空·金额', '0 0 0 空'],
    ['字·金额', '“约五万”不是数字，请改为数字 not-a-number 字'],
    ['式·金额', '公式没有保存计算结果，请在 Excel 中打开并保存 not-calculated 式'],
    ['甲·人数', '计量单位“人”与“万元”不能换算 units-differ 甲'],
    ['戊', '表中没有这一项'],
    ['甲', '表中没有这一项'],
  ])('%s：%s', (text, expected) => {
    expect(worth(text, table())).toBe(expected);
  });

  it('没有表、没有数的表取不出数；说明没有数的表是零', () => {
    expect(worth('甲·金额', undefined)).toBe('表中没有数');
    expect(worth('甲·金额', table({ empty: true }))).toBe('表中没有数');
    expect(worth('戊', table({ empty: true, declaredEmpty: true }))).toBe('0 0 0 空');
  });

  it('各按自己的单位相加，除非另说', () => {
    const people = tableOf(['甲', '乙'], [{ key: '人数', unit: '人' }], ['2', '3']);
    const value = valueOfCells(people.facts.flatMap((line) => line.flatMap((f) => f ?? [])));
    expect(value.ok && toText(value.value.high)).toBe('5');
  });
});

describe('一条轴上的行', () => {
  const axis = () => new Axis(1, [...CODED, ...SIDES].map(itemOf));
  const keys = (own: Axis, items: readonly number[]) =>
    items.map((i) => own.items[i]!.key).join(' ');

  it('编码三至九位；科目和四级都按编码展开', () => {
    const codes = ['20', '201', '201010199', '2010101990', 'a201', '201a'].filter(isCode);
    expect(codes).toEqual(['201', '201010199']);
    const axes = ['科目', '合计', '类', '款', '项', '资金'].filter(isCodeAxis);
    expect(axes).toEqual(['科目', '合计', '类', '款', '项']);
  });

  it('认得名称、键、编码、级次、方、组、所属合计和口径要素', () => {
    const names = [
      '行政运行',
      '拨款',
      '20103',
      '款',
      '支出',
      '收入来源',
      '收入合计',
      '人员',
      '在职',
    ];
    expect([...names, '没有', '2'].filter((name) => axis().knows(name))).toEqual(names);
    // What is only the side of rows calls none of them.
    expect([...names, '没有'].filter((name) => axis().has(name))).toEqual(
      names.filter((name) => name !== '支出'),
    );
    const named = new Axis(1, [itemOf({ key: '支出', side: '支出' })]);
    expect([named.has('支出'), axis().has('收入')]).toEqual([true, false]);
  });

  it.each<[string, Partial<Called & object>]>([
    ['名称', { names: ['支出'] }],
    ['编码', { code: '支出' }],
    ['口径', { members: { 支出: '一' } }],
    ['口径要素', { members: { 类型: '支出' } }],
    ['组', { groups: ['支出'] }],
    ['所属合计', { of: '支出' }],
  ])('与方同名的%s，也算叫这个名称', (_, own) => {
    expect(new Axis(1, [itemOf({ key: '甲', side: '支出', ...own })]).has('支出')).toBe(true);
  });

  it('Σ 说的是组或口径', () => {
    const sums = ['收入来源', '人员', '在职', '行政运行', '收入'].filter((n) => axis().sums(n));
    expect(sums).toEqual(['收入来源', '人员']);
  });

  it('有没有这一级的行', () => {
    const none = new Axis(1, SIDES.map(itemOf));
    expect([axis().hasLevel(), axis().hasLevel('项'), none.hasLevel()]).toEqual([
      true,
      true,
      false,
    ]);
    expect(new Axis(1, [itemOf({ key: '合计', level: '合计' })]).hasLevel('款')).toBe(false);
  });

  it('展开成什么：编码、口径要素、组里的行', () => {
    const own = axis();
    expect(own.range('类')).toEqual(['201']);
    expect(own.range('款')).toEqual(['20101', '20103', '20501']);
    expect(own.range('科目')[0]).toBe('合计');
    expect(own.range('科目')).toHaveLength(10);
    expect(own.range('合计')).toEqual([]);
    expect(own.range('人员')).toEqual(['在职', '离退', '合计']);
    expect(own.range('收入来源')).toEqual(['拨款', '经营']);
    expect(own.range('没有')).toEqual([]);
    expect(own.range('类')).toBe(own.range('类'));
    const twice = new Axis(1, [
      itemOf({ key: '甲', members: { 人员: '在职' } }),
      itemOf({ key: '乙', members: { 人员: '在职' } }),
    ]);
    expect(twice.range('人员')).toEqual(['在职']);
  });

  it('名称一个个收窄；只算作一部分的，弱于自己的名称', () => {
    const own = axis();
    const side = own.narrow(own.all, '收入')!;
    expect(keys(own, side.items)).toBe('拨款 经营 收入合计');
    const total = own.narrow(side, '收入合计')!;
    expect(keys(own, total.items)).toBe('拨款 经营 收入合计');
    expect(keys(own, strongest(total))).toBe('收入合计');
    const source = own.narrow(total, '收入来源')!;
    expect(source.weakness).toEqual([2, 2]);
    expect(keys(own, strongest(source))).toBe('拨款 经营');
    expect(own.narrow(side, '支出')).toBeNull();
    expect(own.narrow(side, '没有')).toBeNull();
    expect(own.narrow(side, '收入合计')).toBe(total);
    expect(strongest(own.narrow(total, '经营')!)).toEqual([11]);
  });

  it('只有一行时，合名的留下，不合的没有', () => {
    const own = axis();
    expect(own.narrow(own.one(1), '类')).toBe(own.one(1));
    expect(own.narrow(own.one(1), '款')).toBeNull();
    expect(own.narrow(own.one(1), '没有')).toBeNull();
  });

  it('编码先找同码的行，再看名称', () => {
    const list = new Axis(1, [
      itemOf({ key: '甲', names: ['301'], of: '总' }),
      itemOf({ key: '乙', code: '301', of: '总' }),
      itemOf({ key: '丙', names: ['302'] }),
      itemOf({ key: '总' }),
    ]);
    expect(list.narrow(list.all, '301')!.items).toEqual([1]);
    expect(list.narrow(list.all, '302')!.items).toEqual([2]);
    const parts = list.narrow(list.all, '总')!;
    expect(list.narrow(parts, '301')).toEqual({ items: [1], weakness: [1] });
    expect(list.narrow(list.narrow(list.all, '302')!, '301')).toBeNull();
  });

  it('叫法全同的行共用一条轴，差一样就不共用', () => {
    const base = {
      key: '甲',
      code: '201',
      level: '类',
      side: '支出',
      of: '总',
      members: { 资: '一' },
    } as const;
    const of = (own: object = {}) => axisOf([itemOf({ ...base, groups: ['组'], ...own })]).number;
    expect(of()).toBe(of());
    const others = [
      { key: '乙', names: ['甲'] },
      { names: ['乙'] },
      { names: ['甲', '乙'] },
      { names: [] },
      { code: '202' },
      { level: '款' },
      { side: '收入' },
      { of: '别' },
      { whole: true },
      { groups: ['别'] },
      { groups: [] },
      { members: { 资: '二' } },
      { members: { 别: '一' } },
      { members: {} },
    ].map(of);
    expect(new Set([of(), ...others]).size).toBe(others.length + 1);
    const items = [itemOf('甲')];
    expect(axisOf(items)).toBe(axisOf(items));
    expect(axisOf([itemOf('甲'), itemOf('乙')])).not.toBe(axisOf([itemOf('甲')]));
  });
});

describe('编码树', () => {
  const items = CODED.map(itemOf);
  const keys = (list: readonly number[]) => list.map((i) => items[i]!.key).join(' ');

  it('缺了上级的行归最近的上级，都缺的归合计', () => {
    const { below, byCode } = codesIn(items);
    expect(below.map(keys)).toEqual([
      '201 20501 2080201',
      '20101 20103',
      '2010101 2010102',
      '',
      '',
      '',
      '2050101',
      '',
      '',
      '',
    ]);
    expect(keys(byCode.get('2010102')!)).toBe('2010102');
    expect(byCode.size).toBe(9);
  });

  it('同码的两行都算上级；没有级次的行不算', () => {
    const twice = [
      { key: '甲', code: '201', level: '类' },
      { key: '乙', code: '201', level: '类' },
      { key: '丙', code: '20101' },
      { key: '丁', code: '2010101', level: '项' },
      { key: '戊', level: '项' },
    ].map((own) => itemOf(own as Called));
    const { below, byCode } = codesIn(twice);
    expect(byCode.get('201')).toEqual([0, 1]);
    expect(below).toEqual([[3], [3], [], [], []]);
  });

  it('没有自己的行的编码，由最上面的几行代表', () => {
    const codes = codesIn(items);
    expect(keys(topmost(items, codes, '205'))).toBe('20501');
    expect(keys(topmost(items, codes, '20'))).toBe('201 20501 2080201');
    expect(keys(topmost(items, codes, '201'))).toBe('20101 20103');
    expect(topmost(items, codes, '211')).toEqual([]);
    const axis = new Axis(1, items);
    expect([keys(axis.under('208')), keys(axis.under('208'))]).toEqual(['2080201', '2080201']);
    expect([keys(axis.coded('201')), keys(axis.coded('211')), keys(axis.below(2))]).toEqual([
      '201',
      '',
      '2010101 2010102',
    ]);
  });
});

describe('只问编码的路径', () => {
  const down = () => axisOf(spending().rows);
  const plain = (text: string, ...open: string[]) => {
    const own = plainPath(path(text), down(), new Set(open));
    if (!own) return '不是';
    const left = own.left.map((p) => p.name).join('·');
    return [own.code ?? '无', own.axes.join(), left, own.sums.map((s) => s.name).join()].join(' ');
  };

  it.each<[string, string, ...string[]]>([
    ['款·基本支出', '款  基本支出 ', '款'],
    ['科目·资金', '科目 资金 资金 ', '科目', '资金'],
    ['基本支出', '无  基本支出 ', '款'],
    ['款·Σ支出类型', '款   支出类型', '款'],
    ['「款」·基本支出', '不是', '款'],
    ['款·基本支出', '不是'],
    ['款·类', '不是', '款', '类'],
    ['行政运行·款', '不是', '款'],
    ['款·Σ项', '不是', '款'],
  ])('%s：%s', (text, expected, ...open) => {
    expect(plain(text, ...open)).toBe(expected);
  });

  it('行是这个编码的行；没有就不知道', () => {
    const own = plainPath(path('款·Σ支出类型'), down(), new Set(['款']))!;
    const rows = (code?: string, row?: number) => plainRows(own, down(), code, row);
    expect(rows('20103')).toEqual({
      rows: [5],
      many: false,
      none: false,
      left: [],
      sums: [{ name: '支出类型', rows: [] }],
    });
    expect(rows(undefined)!.rows).toHaveLength(CODED.length);
    expect(rows(undefined, 3)!.rows).toEqual([3]);
    expect(rows('20103', 5)!.rows).toEqual([5]);
    expect(rows('20103', 3)).toBeUndefined();
    expect(rows('211')).toBeUndefined();
    const grouped = axisOf(balance().rows);
    const sum = plainPath(path('款·Σ人员'), grouped, new Set(['款']));
    expect(sum).toBeUndefined();
  });
});

describe('行次相加', () => {
  const numbers = (text: string, present: readonly number[]) => {
    const parsed = parseFormula(text);
    if (!parsed.ok || parsed.value.kind !== 'numbered') throw new Error(text);
    return [...numbersOf(parsed.value.items, present)]
      .map(([n, s]) => `${s > 0 ? '+' : '-'}${n}`)
      .join('');
  };
  it('省略号补上两边之间、表里有的行次，两头不重', () => {
    expect(numbers('(1+2+…+8)行', [1, 2, 3, 5, 8, 9])).toBe('+1+2+3+5+8');
    expect(numbers('(9-…-12)行', [8, 9, 10, 11, 12, 13])).toBe('+9-10-11-12');
    expect(numbers('(3-1)行', [1, 2, 3])).toBe('+3-1');
  });
  it('一头敞开的省略号补到头', () => {
    const open: NumberedItem[] = [
      { sign: 1, number: '…' },
      { sign: -1, number: 3 },
    ];
    expect([...numbersOf(open, [1, 2, 3, 4]).keys()]).toEqual([1, 2, 3]);
    expect([...numbersOf([...open].reverse(), [1, 2, 3, 4])]).toEqual([
      [3, -1],
      [4, 1],
    ]);
  });
});
