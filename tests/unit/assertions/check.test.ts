// One relation over hand-made cells: what it comes to, why it cannot be decided, and how the finding says so.
import { describe, expect, it } from 'vitest';
import { type Assertion, factsIn, hiddenIn } from '../../../src/assertions/assertion.ts';
import { provenNoughts } from '../../../src/assertions/blanks.ts';
import { check, compareAssertion } from '../../../src/assertions/check.ts';
import { causeOf, cut } from '../../../src/assertions/compare.ts';
import { digits, figureText, labelOf, statedCell } from '../../../src/assertions/message.ts';
import { type Fact, factsOf, type Table } from '../../../src/facts/fact.ts';
import { divide, exact, parseExact, toText } from '../../../src/measure/exact.ts';
import { assertionOf, type Called, itemOf, tableOf } from '../../support/table.ts';

const ROWS: readonly Called[] = [
  { key: '总', names: ['收入总计'] },
  { key: '甲', names: ['拨款'], groups: ['来源'] },
  { key: '乙', names: ['事业收入'], groups: ['来源'] },
  { key: '丙', names: ['结转'], groups: ['往年'] },
];
/** One column of amounts, one of shares. */
const income = (figures: string, own: Partial<Table> = {}, rows = ROWS): Table =>
  tableOf(rows, [{ key: '金额', whole: true }], figures.split(' '), {
    id: '表1',
    form: '表1',
    title: '收支总表',
    sheet: '表一',
    open: false,
    ...own,
  });
const said = (says: string, figures: string, own: Partial<Table> = {}) => {
  const finding = check(assertionOf(says, [income(figures, own)]));
  return finding ? `${finding.verdict} ${finding.cause}：${finding.message}` : '没有可比的';
};

describe('一条关系', () => {
  it.each([
    ['总 = Σ来源', '3 1 2 0', 'exact agrees：收支总表“收入总计”（B6）为 3.00 万元，相符。'],
    [
      '总 = Σ来源',
      '3.01 1 2 0',
      'rounding rounding：收支总表“收入总计”（B6）为 3.01 万元，应为 3.00 万元，多 0.01 万元，在四舍五入允许的 0.015 以内，属尾差。',
    ],
    [
      '总 = Σ来源',
      '2.50 1 2 0',
      'broken differs：收支总表“收入总计”（B6）为 2.50 万元，应为 3.00 万元，少 0.50 万元。',
    ],
    [
      '总 ≤ 甲',
      '2 1 0 0',
      'broken too-much：收支总表“收入总计”（B6）为 2.00 万元，应不大于 1.00 万元，多 1.00 万元。',
    ],
    [
      '总 ≥ 甲',
      '1 2 0 0',
      'broken too-little：收支总表“收入总计”（B6）为 1.00 万元，应不小于 2.00 万元，少 1.00 万元。',
    ],
    [
      '总 ∈ 甲',
      '1 2 0 0',
      'broken outside：收支总表“收入总计”（B6）为 1.00 万元，应在区间内 2.00 万元，少 1.00 万元。',
    ],
    [
      '总 - 甲 = 乙',
      '3 1 3 0',
      'broken differs：收支总表“收入总计、拨款”（B6）为 2.00 万元，应为 3.00 万元，少 1.00 万元。',
    ],
    [
      '总 + 甲 + 乙 + 丙 = 9',
      '3 1 3 1',
      'broken differs：收支总表“收入总计等 4 项之和”（B6）为 8.00 万元，应为 9.00 万元，少 1.00 万元。',
    ],
    [
      '总 + 甲 + 乙 = 9',
      '3 1 3 1',
      'broken differs：收支总表“收入总计、拨款、事业收入”（B6）为 7.00 万元，应为 9.00 万元，少 2.00 万元。',
    ],
    ['总 = Σ来源', '_ _ _ 1', '没有可比的'],
    [
      '总 = 甲',
      '_ 5 0 0',
      'unknown cell-unfilled：收支总表“收入总计”（B6）无法核对：这一格还没有填。',
    ],
    [
      '总 = 甲',
      '5 _ 0 0',
      'unknown parts-unfilled：收支总表“收入总计”（B6）无法核对：对应的一格还没有填。',
    ],
    [
      '总 = Σ来源',
      '_ 5 1 0',
      'unknown cell-unfilled：收支总表“收入总计”（B6）无法核对：应填的合计还没有填。',
    ],
    [
      '总 = Σ来源',
      '5 _ _ 0',
      'unknown parts-unfilled：收支总表“收入总计”（B6）无法核对：分项都还没有填。',
    ],
    // A blank among figures is 0, and so is one that a figure of 0 stands against.
    ['总 = Σ来源', '5 _ 5 0', 'exact agrees：收支总表“收入总计”（B6）为 5.00 万元，相符。'],
    [
      '总 = Σ来源',
      '5 _ 4 0',
      'broken differs：收支总表“收入总计”（B6）为 5.00 万元，应为 4.00 万元，多 1.00 万元。',
    ],
    ['总 = 甲', '_ 0 0 0', 'exact agrees：收支总表“收入总计”（B6）为 0.00 万元，相符。'],
    [
      '总 = Σ来源',
      '约五 5 1 0',
      'unknown not-a-number：收支总表“收入总计”（B6）无法核对：“约五”不是数字，请改为数字。',
    ],
    [
      '总 = 甲',
      '约五 _ 1 0',
      'unknown not-a-number：收支总表“收入总计”（B6）无法核对：“约五”不是数字，请改为数字。',
    ],
    [
      '总 = 甲',
      '_ ？ 1 0',
      'unknown not-calculated：收支总表“收入总计”（B6）无法核对：公式没有保存计算结果，请在 Excel 中打开并保存。',
    ],
    [
      '总 = 甲 ÷ 乙',
      '1 2 0 0',
      'unknown no-quotient：收支总表“收入总计”（B6）无法核对：除数为零。',
    ],
    ['甲 ÷ 乙 = 总', '1 2 0 0', 'unknown no-quotient：收支总表“拨款”（B7）无法核对：除数为零。'],
  ])('%s（%s）', (says, figures, expected) => {
    expect(said(says, figures)).toBe(expected);
  });

  it('没有填数的表不能核对；说明没有的按零', () => {
    const blank = { empty: true };
    expect(said('总 = Σ来源', '_ _ _ _', blank)).toBe('没有可比的');
    const both = (own: Partial<Table>) => {
      const other = income('_ _ _ _', { id: '表2', form: '表2', title: '收入表', ...own });
      const finding = check(assertionOf('总 = 表2.总', [income('3 1 2 0'), other]));
      return `${finding?.cause} ${finding?.message}`;
    };
    expect(both(blank)).toBe(
      'table-unfilled 收支总表“收入总计”（B6）无法核对：“收入表”没有填数，也没有“无此项”的说明。',
    );
    expect(both({ empty: true, declaredEmpty: true })).toContain('differs');
    expect(both({})).toContain('parts-unfilled');
  });

  it('已知是零的空格不等着填', () => {
    const own = assertionOf('总 = 甲', [income('_ 5 0 0')]);
    expect(compareAssertion(own)?.verdict).toBe('unknown');
    expect(compareAssertion(own, new Set([factsIn(own)[0]!]))?.verdict).toBe('broken');
  });

  it('不许尾差的，差一分也不符；条件里可能藏着的放宽', () => {
    const table = income('3.01 3 0 0.00');
    const verdict = (own: Partial<Assertion>) =>
      check(assertionOf('总 = 甲', [table], own))?.verdict;
    expect(verdict({})).toBe('rounding');
    expect(verdict({ exact: true })).toBe('broken');
    const wider = income('3.009 3 0 0.00');
    const supposed = [wider.facts[3]![0]!];
    const of = (own: Partial<Assertion>) => check(assertionOf('总 = 甲', [wider], own))?.verdict;
    expect([of({}), of({ supposed })]).toEqual(['broken', 'rounding']);
    expect(toText(hiddenIn(assertionOf('总 = 甲', [wider], { supposed }), '元'))).toBe('50');
    expect(toText(hiddenIn(assertionOf('总 = 甲', [wider], { supposed }), '人'))).toBe('0');
  });

  it('各格单位不同：金额换算，条件里的个数照数，占比照印的单位', () => {
    const rows: readonly Called[] = [
      '总',
      '元',
      { key: '人', unit: '人' },
      { key: '比', unit: '%' },
    ];
    const table = tableOf(
      rows.map((r) => (r === '元' ? { key: '元', unit: '元' } : r)),
      [{ key: '金额', whole: true }],
      ['3', '30000', '5', '50'],
      { open: false },
    );
    const verdict = (says: string) => {
      const own = check(assertionOf(says, [table]));
      return `${own?.verdict} ${own?.cause}`;
    };
    expect(verdict('总 = 元')).toBe('exact agrees');
    expect(verdict('总 = 人')).toBe('unknown units-differ');
    expect(verdict('总 = 若(人 ≥ 5, 3, 0)')).toBe('exact agrees');
    expect(verdict('总 = 若(元 ≥ 4, 3, 0)')).toBe('broken differs');
    expect(verdict('比 = 总 ÷ 总 × 50')).toBe('exact agrees');
    expect(verdict('元 = 总')).toBe('exact agrees');
  });
});

describe('没有认出的一项', () => {
  const unnamed = { unnamed: true } as const;
  const rows: readonly Called[] = [
    ...ROWS.slice(0, 3),
    { key: '？', printed: '奇怪的收入', ...unnamed },
  ];
  const why = (figures: string, own: readonly Called[] = rows, says = '总 = Σ来源') => {
    const finding = check(assertionOf(says, [income(figures, {}, own)]));
    return finding?.verdict === 'unknown' ? finding.message.split('：')[1] : finding?.verdict;
  };
  it('算上它相符的，说没有认出；算上也不符的，是不符', () => {
    expect(why('6 1 2 3')).toBe('没有认出“奇怪的收入”是哪一项，算上它相符。');
    expect(why('7 1 2 3')).toBe('broken');
    expect(why('3 1 2 3')).toBe('exact');
    expect(why('6 1 2 _')).toBe('broken');
    expect(why('6 1 2 3', rows, '总 ≥ Σ来源')).toBe('exact');
    expect(why('1 2 2 3', rows, '总 ≥ Σ来源')).toBe('broken');
    expect(why('6 1 2 3', rows, '总 = 甲 + 乙')).toBe('broken');
    expect(why('6 1 2 3', rows, '总 - 0 = Σ来源')).toBe('broken');
  });
  it.each<[string, object]>([
    ['有组的', { groups: ['往年'] }],
    ['比率', { unit: '%' }],
    ['写字的', { worded: true }],
    ['另一方的', { side: '支出' }],
    ['有名的', { unnamed: undefined }],
  ])('%s不算', (_, own) => {
    expect(why('6 1 2 3', [...rows.slice(0, 3), { key: '？', ...unnamed, ...own }])).toBe('broken');
  });
  it('不是一行或一栏里的相加，看不出还有哪一项', () => {
    const table = tableOf(
      ['甲', '乙', { key: '丙', ...unnamed }],
      [
        { key: '合计', whole: true },
        { key: '一', groups: ['种'] },
        { key: '？', ...unnamed },
      ],
      ['6 1 5', '2 3 1', '3 5 5'],
      { open: false },
    );
    expect(check(assertionOf('甲·合计 = 乙·Σ种', [table]))?.verdict).toBe('broken');
  });
  it('几项一起才相符的，都说出来', () => {
    const two = [...rows, { key: '？？', printed: '又一项', ...unnamed }];
    expect(why('8 1 2 3 2', two)).toBe('没有认出“奇怪的收入”“又一项”是哪一项，算上它相符。');
    // What is counted otherwise does not stand in their way, and is no part itself.
    for (const unit of ['%', '人'])
      expect(why('6 1 2 3 3', [...rows, { key: '别', unit, ...unnamed }])).toContain('奇怪的收入');
    const share = { key: '占比', unit: '%', ...unnamed };
    expect(why('8 1 2 3 2 9', [...two, share])).toContain('“奇怪的收入”“又一项”');
    expect(why('5 1 2 3 2', two)).toBe('没有认出“又一项”是哪一项，算上它相符。');
  });
  it('横着加的看同一行的栏', () => {
    const table = (odd: Called) =>
      tableOf(
        ['甲', { key: '乙', ...unnamed }],
        [
          { key: '合计', whole: true },
          { key: '一', groups: ['种'] },
          { key: '二', groups: ['种'] },
          odd,
        ],
        ['6 1 2 3', '9 9 9 9'],
        { open: false },
      );
    const verdict = (odd: Called) => check(assertionOf('甲·合计 = 甲·Σ种', [table(odd)]))?.message;
    expect(verdict({ key: '奇', ...unnamed })).toContain('没有认出“奇”是哪一项');
    expect(verdict('奇')).toContain('应为 3.00');
  });
});

describe('一处怎么称呼', () => {
  const label = (row: Called, column: Called, more: readonly Called[] = ['又一栏']) => {
    const table = tableOf([row], [column, ...more], [more.length > 0 ? '1 2' : '1']);
    return labelOf(table.facts[0]![0]!);
  };
  it.each<[string, Called, Called, (readonly Called[])?]>([
    ['甲', '甲', '金额', []],
    ['甲·金额', '甲', '金额'],
    ['201 公共服务·金额', { key: '甲', code: '201', names: ['公共服务', '服务'] }, '金额'],
    ['收入总计', { key: '甲', names: ['总计'], side: '收入' }, { key: '金额', whole: true }],
    ['收入总计·金额', { key: '甲', names: ['总计'], side: '收入' }, '金额'],
    ['拨款', { key: '拨款', side: '收入' }, { key: '金额', whole: true }],
    ['总计·金额', '总计', { key: '金额', whole: true }],
    ['本年合计·甲·金额', { key: '甲', of: '本年合计', members: { 资金: '一般' } }, '金额'],
    ['甲·金额', { key: '甲', of: '本年合计' }, '金额'],
    ['印的·金额', { key: '甲', names: [], printed: '印的' }, '金额'],
  ])('%s', (expected, row, column, more) => {
    expect(label(row, column, more)).toBe(expected);
  });

  it('数按单位的位数写，除不尽的到四位，多出的位数照写', () => {
    const third = divide(exact(1), exact(3))!;
    const written = [
      digits(exact(3), '万元'),
      digits(exact(3), '亿元'),
      digits(exact(3), '%'),
      digits(exact(3), '人'),
      digits(exact(12345, 4), '万元'),
      digits(third, '万元'),
    ];
    expect(written).toEqual(['3.00', '3.0000', '3.00', '3', '1.2345', '0.3333']);
  });

  it('格里写的：数、空、字', () => {
    const [number, blank, word] = [...factsOf(income('1.5 _ 约五 0'))].map(figureText);
    expect([number, blank, word]).toEqual(['1.50', '', '约五']);
    expect(figureText({ state: 'unread', stored: null } as Fact)).toBe('');
  });
});

describe('核对结果', () => {
  const finding = (says: string, tables: readonly Table[], own: object = {}) =>
    check(assertionOf(says, tables, own))!;
  const cells = (says: string, tables: readonly Table[]) =>
    finding(says, tables).cells.map((c) => `${c.address} ${c.value} ${c.role} ${c.sign ?? 0}`);

  it('带着规则、数和各格', () => {
    const own = finding('总 = Σ来源 - 丙', [income('9 1 2 4')], { part: 2, severity: 'warning' });
    expect(own).toMatchObject({
      ...{
        rule: 'A1',
        part: 2,
        verdict: 'broken',
        severity: 'warning',
        title: '题',
        basis: '依据',
      },
      ...{ stated: '9.00', expected: '-1.00', gap: '10.00', bound: '0.02', rel: '=', unit: '万元' },
      ...{ sheet: '表一', table: '收支总表', explained: false, says: '总 = Σ来源 - 丙' },
    });
    expect(own.steps).toEqual(['总 = Σ来源 - 丙', '= 1.00 + 2.00 - 4.00']);
    expect(own.cells[0]!.label).toBe('收支总表 收入总计');
    expect(finding('总 = 甲', [income('1 1 2 4')], { severity: 'warning' }).severity).toBe('note');
    expect('part' in finding('总 = 甲', [income('1 1 2 4')])).toBe(false);
    const open = finding('总 = 甲', [income('_ 1 2 4')]);
    expect(['stated' in open, 'rel' in open, open.unit]).toEqual([false, false, '万元']);
  });

  it('各格的角色和正负', () => {
    const table = [income('9 1 2 4')];
    expect(cells('总 = 甲', table)).toEqual(['B6 9.00 stated 0', 'B7 1.00 copy 1']);
    expect(cells('总 = 甲 - 乙', table)).toEqual([
      'B6 9.00 stated 0',
      'B7 1.00 part 1',
      'B8 2.00 part -1',
    ]);
    expect(cells('总 - 甲 = 乙', table)).toEqual([
      'B6 9.00 stated 1',
      'B7 1.00 stated -1',
      'B8 2.00 part 1',
    ]);
    expect(cells('总 = 甲 × 乙', table)).toEqual([
      'B6 9.00 stated 0',
      'B7 1.00 part 0',
      'B8 2.00 part 0',
    ]);
    expect(cells('总 × 1 = 甲 × 甲', table)).toEqual([
      'B6 9.00 stated 0',
      'B7 1.00 part 0',
      'B7 1.00 part 0',
    ]);
  });

  it('步骤：等号前后各数，空的不写，全空写 0', () => {
    const steps = (says: string, figures: string) => finding(says, [income(figures)]).steps;
    expect(steps('总 - 甲 = 乙', '9 1 2 4')).toEqual([
      '总 - 甲 = 乙',
      '= 2.00',
      '等号前各数：9.00 - 1.00',
    ]);
    expect(steps('总 = -甲 + 乙', '9 1 2 4')!.at(-1)).toBe('= -1.00 + 2.00');
    expect(steps('总 = 甲 + 乙', '9 _ 2 4')!.at(-1)).toBe('= 2.00');
    expect(steps('总 = 甲 + 乙', '0 _ _ 4')!.at(-1)).toBe('= 0');
    expect(steps('总 = 9', '9 _ _ 4')).toEqual(['总 = 9']);
  });

  it('显示的数凑不平、存的数相符时，说明有未显示的小数', () => {
    const table = income('3.334 1.667 1.667 0');
    const withShown = (...shown: readonly (string | undefined)[]): Table => ({
      ...table,
      facts: table.facts.map((line, r) =>
        line.map((f) => f && (shown[r] ? { ...f, rounded: parseExact(shown[r])! } : f)),
      ),
    });
    const last = (says: string, own: Table) => finding(says, [own]).steps!.at(-1);
    const told = (gap: string) =>
      `按显示的数字相加差 ${gap}，因单元格里有未显示的小数；按实际存储的数相符。`;
    expect(last('总 = 甲 + 乙', withShown('3.33', '1.67', '1.67'))).toBe(told('0.01'));
    expect(last('总 - 甲 = 乙', withShown('3.33', '1.67', '1.67'))).toBe(told('0.01'));
    expect(last('总 = 甲 + 乙', withShown('3.34', '1.67', '1.67'))).toBe('= 1.667 + 1.667');
    expect(last('总 = 甲 + 乙', withShown('3.33', '1.67'))).toBe('= 1.667 + 1.667');
    expect(last('总 ≤ 甲 + 乙', withShown('3.33', '1.67', '1.67'))).toBe('= 1.667 + 1.667');
    expect(last('总 = 甲 + 丙', withShown('3.33', '1.67', '1.67', '0'))).toBe('= 1.667 + 0.00');
  });

  it('别的年度、别的单位的表，说出是哪一份', () => {
    const label = (source: Table['source']) =>
      finding('总 = 甲', [income('1 1 0 0', source ? { source } : {})]).cells[0]!;
    expect(label({ period: '上年' }).label).toBe('上年收支总表 收入总计');
    expect(label({ file: '甲校.xlsx', period: '上年' }).label).toBe(
      '收支总表（甲校.xlsx） 收入总计',
    );
    expect(label({ file: '甲校.xlsx' }).file).toBe('甲校.xlsx');
    expect(label(undefined).label).toBe('收支总表 收入总计');
  });

  it('表里没有的行按零计，说出是哪张表', () => {
    const [list, other] = (['表3', '表4'] as const).map((form) =>
      tableOf(
        [
          { key: '201', code: '201', level: '类', names: ['公共服务'] },
          ...(form === '表4'
            ? [{ key: '205', code: '205', level: '类', names: ['教育'] } as const]
            : []),
        ],
        ['合计', '基本'],
        ['1 2', '3 4'].slice(0, form === '表4' ? 2 : 1),
        { id: form, form, title: `支出${form}` },
      ),
    );
    const at = (says: string) => check(assertionOf(says, [list!, other!]))!;
    const own = at('表3.205类·基本 = 表4.205类·基本');
    expect(own.message).toBe(
      '支出表3没有“205 教育”这一行，“基本”按零计，为 0.00 万元，应为 4.00 万元，少 4.00 万元。',
    );
    expect(own.cells.map((c) => c.role)).toEqual(['part']);
    expect(own.table).toBe('支出表4');
    const renamed = { ...list!, columns: ['合', '基'].map(itemOf) };
    const elsewhere = check(assertionOf('表3.205类·基 = 表4.205类·基本', [renamed, other!]));
    expect(elsewhere?.message).toContain('支出表3没有“205 教育”这一行，按零计，为 0.00');
  });

  it('先说等号前的格；没有就说后面的', () => {
    const table = income('9 1 2 4');
    const key = (says: string) => statedCell(assertionOf(says, [table]))?.row.key;
    expect(['总 = 甲', '0 = 甲', '总 × 甲 = 乙', '甲 × 乙 = 总 × 丙', '1 = 1'].map(key)).toEqual([
      '总',
      '甲',
      '乙',
      '甲',
      undefined,
    ]);
  });
});

describe('证明为零的空格', () => {
  const proven = (says: string, figures: string, rows = ROWS) => {
    const own = assertionOf(says, [income(figures, {}, rows)]);
    return [...provenNoughts([own])].map((f) => f.row.key).join(' ');
  };
  it.each([
    ['总 = Σ来源', '5 5 _ _', '乙'],
    ['总 = 甲 + 乙 + Σ往年', '5 5 _ _', '乙 丙'],
    ['总 = 甲 + 乙', '5 _ _ 1', ''],
    ['总 = 甲 + 乙', '0 0 _ 1', ''],
    ['总 ≥ 甲 + 乙', '5 5 _ 1', ''],
    ['总 = 甲 × 1 + 乙', '5 5 _ 1', ''],
    ['甲 × 1 = 总 + 乙', '5 5 _ 1', ''],
    ['总 = 甲 - 乙', '5 5 _ 1', '乙'],
  ])('%s（%s）：%s', (says, figures, expected) => {
    expect(proven(says, figures)).toBe(expected);
  });

  it('几个空格同号才都是零；可能为负的不算', () => {
    const rows: readonly Called[] = ['总', '甲', '乙', '丁'];
    expect(proven('总 = 甲 + 乙 + 丁', '5 5 _ _', rows)).toBe('乙 丁');
    expect(proven('总 = 甲 + 乙 - 丁', '5 5 _ _', rows)).toBe('');
    expect(proven('总 + 乙 = 甲 - 丁', '5 5 _ _', rows)).toBe('乙 丁');
    expect(proven('总 + 乙 = 甲 + 丁', '5 5 _ _', rows)).toBe('');
    expect(proven('总 = 甲 + 年初结转', '5 5 _', ['总', '甲', '年初结转'])).toBe('');
  });
});

describe('结论的原因代码', () => {
  it('各是什么', () => {
    expect((['exact', 'rounding', 'unknown'] as const).map((v) => causeOf(v))).toEqual([
      'agrees',
      'rounding',
      'undecided',
    ]);
    expect((['=', '≤', '≥', '∈'] as const).map((rel) => causeOf('broken', rel))).toEqual([
      'differs',
      'too-much',
      'too-little',
      'outside',
    ]);
    expect(causeOf('broken')).toBe('differs');
    expect(toText(cut(exact(1999, 3), 2))).toBe('1.99');
    expect(toText(cut(exact(-1991, 3), 2))).toBe('-2');
    expect(toText(cut(exact(199, 2), 2))).toBe('1.99');
  });
});
