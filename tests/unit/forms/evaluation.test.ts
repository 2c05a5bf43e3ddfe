// Performance tables of places nobody has seen: every family read back exactly as it was laid out.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { FORMS } from '../../../src/catalogue/tables/forms.ts';
import type { Evaluation } from '../../../src/facts/evaluation.ts';
import type { Fact } from '../../../src/facts/fact.ts';
import { type Grid, parseAddress, type Rect, type Scalar } from '../../../src/facts/grid.ts';
import { settle } from '../../../src/forms/candidates.ts';
import { readTables } from '../../../src/forms/read.ts';
import { toText } from '../../../src/measure/exact.ts';
import { valueOf } from '../../../src/measure/quantity.ts';
import { review } from '../../../src/review.ts';
import { sheetOf } from '../../support/department/page.ts';
import { random } from '../../support/department/random.ts';
import { expectedLines, linesOf } from '../../support/evaluation/expected.ts';
import { laidOut } from '../../support/evaluation/layout.ts';
import { evaluated, FAMILIES, type Family } from '../../support/evaluation/model.ts';
import { lookOf } from '../../support/evaluation/paper.ts';
import { evaluationText } from '../../support/evaluation/text.ts';
import { sample } from '../../support/samples.ts';

const read = (...sheets: Grid[]) => readTables({ sheets }, FORMS);
const count = Number(process.env.GOUJI_SEEDS ?? 40);
const seeds = Array.from({ length: count }, (_, i) => i + 1);

describe.each(FAMILIES)('%s', (family) => {
  it.each(seeds)('种子 %i：读出的就是填写的', (seed) => {
    const e = evaluated(seed, family);
    const look = lookOf(seed);
    const r = random(seed);
    const scored = family !== 'F7' || seed % 3 > 0;
    const place = { row: r.integer(0, 5), column: r.integer(0, 3) };
    const { grid } = sheetOf(r.pick(['Sheet1', '自评', '附件']), [
      { page: laidOut(e, look, scored), ...place },
    ]);
    const found = read(grid);
    expect(found.unreadable).toEqual([]);
    expect(found.evaluations).toHaveLength(1);
    expect(linesOf(found.evaluations[0]!)).toEqual(expectedLines(e, look, scored));
  });
});

/** A small table by hand, cell by cell. */
function sheet(
  rows: readonly (readonly Scalar[])[],
  merges: readonly string[] = [],
  name = '表',
): Grid {
  const rect = (m: string): Rect => {
    const [a, b] = m.split(':').map((x) => parseAddress(x!)!);
    return {
      row: a!.row,
      column: a!.column,
      rows: b!.row - a!.row + 1,
      columns: b!.column - a!.column + 1,
    };
  };
  const cells = rows.map((line) => line.map((value) => (value === null ? undefined : { value })));
  return {
    name,
    hidden: false,
    protected: false,
    cells,
    merges: merges.map(rect),
    rows: rows.length,
    columns: Math.max(...rows.map((l) => l.length)),
  };
}
const HEAD = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
const one = (...sheets: Grid[]): Evaluation => {
  const found = read(...sheets);
  expect(found.evaluations).toHaveLength(1);
  return found.evaluations[0]!;
};

describe('一张工作表上几张自评表', () => {
  const page = (seed: number, family: Family) => laidOut(evaluated(seed, family), lookOf(seed));
  it('上下排列', () => {
    let row = 0;
    const parts = [1, 2, 3].map((seed) => {
      const own = page(seed, 'F1');
      const part = { page: own, row, column: 1 };
      row += own.rows + 2;
      return part;
    });
    const { grid } = sheetOf('自评', parts);
    const found = read(grid);
    expect(found.evaluations.map(linesOf)).toEqual(
      [1, 2, 3].map((s) => expectedLines(evaluated(s, 'F1'), lookOf(s))),
    );
  });

  it('左右排列', () => {
    const first = page(4, 'F3');
    const { grid } = sheetOf('自评', [
      { page: first, row: 0, column: 0 },
      { page: page(9, 'F3'), row: 0, column: first.columns + 1 },
    ]);
    expect(read(grid).evaluations.map(linesOf)).toEqual(
      [4, 9].map((s) => expectedLines(evaluated(s, 'F3'), lookOf(s))),
    );
  });

  it('没有重复标题的几个项目，按“项目名称”分开', () => {
    const rows = (name: string, score: number) => [
      ['项目名称', name],
      HEAD,
      ['产出指标', '数量指标', '场次', '≥3场', '3场', 100, score],
      ['总分', null, null, null, null, 100, score],
    ];
    const found = read(sheet([['项目支出绩效自评表'], ...rows('甲', 99), ...rows('乙', 88)]));
    expect(found.evaluations.map((e) => [e.project?.text, e.total?.shown])).toEqual([
      ['甲', '99'],
      ['乙', '88'],
    ]);
  });
});

describe('认表', () => {
  const body: (readonly Scalar[])[] = [
    ['项目名称', '水站维修'],
    HEAD,
    ['产出指标', '数量指标', '报送绩效自评表', '≥3份', '3份', 100, 100],
  ];
  it('没有标题，按工作表名或表头认', () => {
    expect(one(sheet(body, [], '水站维修项目自评表')).project?.text).toBe('水站维修');
    expect(one(sheet(body, [], 'Sheet3')).kind).toBe('项目自评');
    expect(one(sheet([['单位名称', '某局'], ...body.slice(1)], [], 'Sheet3')).kind).toBe(
      '整体自评',
    );
  });

  it('目录和指标里提到自评表，不是表', () => {
    const contents = sheet([
      ['目录'],
      ['1', '部门整体绩效自评表', 3],
      ['2', '项目支出绩效自评表', 5],
      [1, 2, 3, 4, 5, 6],
    ]);
    const found = read(contents, sheet([['2023年度项目支出绩效自评表'], ...body]));
    expect(found.unreadable).toEqual([]);
    expect(found.evaluations).toHaveLength(1);
    expect(found.evaluations[0]!.indicators).toHaveLength(1);
  });

  it('绩效目标表不是自评表', () => {
    const goals = sheet([
      ['项目绩效目标表'],
      ['项目名称', '甲'],
      HEAD.slice(0, 4),
      ['产出指标', '数量指标', '场次', '≥3场'],
    ]);
    const found = read(goals);
    expect([found.evaluations, found.unreadable]).toEqual([[], []]);
  });

  it('有标题而表头认不出，说出来', () => {
    const broken = sheet([
      ['2023年度项目支出绩效自评表'],
      ['项目名称', '甲'],
      ['绩效指标情况', '指标值情况', '实际完成甲', '偏差乙'],
      ['产出指标', 3, 3, 1],
    ]);
    expect(read(broken).unreadable).toEqual([{ sheet: '表', title: '2023年度项目支出绩效自评表' }]);
  });

  it('样本的九张表不受影响', async () => {
    const snapshot = await sample('hanyang-2021');
    const found = readTables(snapshot, FORMS);
    expect(found.tables.filter((t) => /^表\d$/.test(t.form))).toHaveLength(9);
    expect(found.evaluations.map((e) => e.kind)).toEqual([
      '整体自评',
      ...Array(5).fill('项目自评'),
    ]);
    await expect(found.evaluations.map(evaluationText).join('\n\n')).toMatchFileSnapshot(
      '../../cases/evaluations/hanyang-2021.txt',
    );
  });
});

describe('写法', () => {
  const titled = (...rows: (readonly Scalar[])[]) => [
    ['项目支出绩效自评表'],
    ['项目名称', '甲'],
    ...rows,
  ];

  it('一个指标占几行，合在一起', () => {
    const e = one(
      sheet(
        titled(
          HEAD,
          ['产出指标', '数量指标', '办文办会', '文件≤100件', '49件', 20, 20],
          [null, null, null, '会议≤27次', '17次'],
          ['效益指标', '社会效益', '影响', '明显', '明显', 80, 79],
        ),
        ['A4:A5', 'B4:B5', 'C4:C5', 'F4:F5', 'G4:G5'],
      ),
    );
    expect(
      e.indicators.map((i) => [i.level3.text, i.target?.text, i.actual?.text, i.score?.shown]),
    ).toEqual([
      ['办文办会', '文件≤100件；会议≤27次', '49件；17次', '20'],
      ['影响', '明显', '明显', '79'],
    ]);
  });

  it.each([
    [['总分：96.1分'], '96.1', undefined],
    [['总分', null, null, null, null, 100, '96.10'], '96.1', '100'],
    [['自评得分', null, null, null, null, null, '96.1分'], '96.1', undefined],
    [['合计', null, null, null, null, 100, null], undefined, '100'],
  ])('总分写成 %j', (line, score, weight) => {
    const e = one(
      sheet(titled(HEAD, ['产出指标', '数量指标', '场次', '3场', '3场', 100, 96.1], line)),
    );
    const figure = (f: Fact | undefined) => (f?.quantity ? toText(valueOf(f.quantity)) : undefined);
    expect(figure(e.total)).toBe(score);
    expect(figure(e.totalWeight)).toBe(weight);
    expect(e.total).toBeDefined();
  });

  it('各级指标的分值，写在名称里或单列一栏', () => {
    const inName = one(
      sheet(titled(HEAD, ['产出指标（50分）', '数量指标', '场次', '3场', '3场', 50, 50])),
    );
    expect(inName.levelWeights.map((l) => [l.level1, l.weight.points.units])).toEqual([
      ['产出指标', 5000],
    ]);
    const columns = [
      '一级指标',
      '分值',
      '二级指标',
      '分值',
      '三级指标',
      '分值',
      '评分标准',
      '自评得分',
    ];
    const own = one(
      sheet([
        ['部门整体支出绩效评价评分表'],
        columns,
        ['投入', 15, '目标设定', 10, '职责明确', 5, '全部符合得5分', 5],
        [null, null, null, null, '活动合规性', 5, '不合规每项扣1分', 4],
        [null, null, '预算配置', 5, '人员控制率', 5, '以100%为标准', 5],
      ]),
    );
    expect(own.levelWeights.map((l) => [l.level1, l.level2, l.weight.points.units])).toEqual([
      ['投入', undefined, 1500],
      ['投入', '目标设定', 1000],
      ['投入', '预算配置', 500],
    ]);
    expect(
      own.indicators.map((i) => [i.level2, i.level3.text, i.weight?.shown, i.score?.shown]),
    ).toEqual([
      ['目标设定', '职责明确', '5', '5'],
      ['目标设定', '活动合规性', '5', '4'],
      ['预算配置', '人员控制率', '5', '5'],
    ]);
    expect(own.family).toBe('F8');
  });

  it('得分是公式而没有结果、是错误值、是文字，各有状态', () => {
    const grid = sheet(
      titled(
        HEAD,
        ['产出指标', '数量指标', '甲', '3场', '3场', 10, 1],
        ['产出指标', '数量指标', '乙', '3场', '3场', 10, 1],
        ['产出指标', '数量指标', '丙', '3场', '3场', 10, '待评'],
        ['产出指标', '数量指标', '丁', '3场', '3场', '10分', null],
      ),
    );
    const cells = grid.cells.map((l) => [...l!]);
    cells[3]![6] = { value: null, formula: '=F4', uncached: true };
    cells[4]![6] = { value: null, error: '#REF!' };
    const e = one({ ...grid, cells });
    expect(e.indicators.map((i) => i.score?.state)).toEqual([
      'uncached',
      'unread',
      'unread',
      'blank',
    ]);
    expect(e.indicators[3]!.weight?.quantity).toMatchObject({
      units: 1000,
      decimals: 2,
      unit: '分',
    });
  });

  it('小计行不当指标，读作其上各项的和', () => {
    const e = one(
      sheet(
        titled(
          HEAD,
          ['产出指标', '数量指标', '甲', '3场', '3场', 50, 50],
          ['小计', null, null, null, null, 50, 50],
          ['效益指标', '社会效益', '乙', '明显', '明显', 50, 50],
        ),
      ),
    );
    expect(e.indicators.map((i) => i.level3.text)).toEqual(['甲', '乙']);
    expect(e.doubts).toEqual([]);
    expect(e.subtotals.map((s) => [s.from, s.to, s.weight?.shown, s.score?.shown])).toEqual([
      [0, 1, '50', '50'],
    ]);
  });

  it('没有认出的行和栏里的数，说出来', () => {
    const e = one(
      sheet(
        titled(
          ['资金（万元）', null, '怪栏', '执行数', '执行率', '得分'],
          [null, '年度资金总额', 88, 77, '87.5%', 8.75],
          HEAD,
          ['产出指标', '数量指标', '甲', '3场', '3场', 50, 50],
          ['得分小结', null, null, null, null, null, 58.75],
        ),
      ),
    );
    expect(e.indicators.map((i) => i.level3.text)).toEqual(['甲']);
    expect(e.doubts.map((d) => [d.location.row, d.location.column])).toEqual([
      [3, 2],
      [6, 6],
    ]);
  });

  it('勾选项：方框在前或在后', () => {
    const e = one(
      sheet(
        titled(
          ['项目类别', '☑部门预算项目 □专项资金'],
          ['项目属性', '1、持续性项目 □ 2、新增性项目 √'],
          HEAD,
          ['产出指标', '数量指标', '甲', '3场', '3场', 50, 50],
        ),
      ),
    );
    expect(e.choices.map((c) => c.options.filter((o) => o.ticked).map((o) => o.text))).toEqual([
      ['部门预算项目'],
      ['新增性项目'],
    ]);
  });

  it('备注写在一格里，按段分开', () => {
    const e = one(
      sheet(
        titled(
          HEAD,
          ['产出指标', '数量指标', '甲', '3场', '3场', 50, 50],
          ['备注：1.定量指标按比例计分。\n2.定性指标分三档。'],
        ),
      ),
    );
    expect(e.notes.map((n) => n.text)).toEqual([
      '备注：1.定量指标按比例计分。',
      '2.定性指标分三档。',
    ]);
  });

  it('金额与标签同在一行，单位写在标签里', () => {
    const e = one(
      sheet(
        titled(['预算数（元）', 538500, '执行数（元）', 433600, '执行率', '80.52%'], HEAD, [
          '产出指标',
          '数量指标',
          '甲',
          '3场',
          '3场',
          50,
          50,
        ]),
      ),
    );
    expect([e.whole?.budget?.shown, e.whole?.spent?.shown, e.whole?.rate?.shown]).toEqual([
      '538500',
      '433600',
      '80.52%',
    ]);
    expect(e.table.unit).toBe('元');
  });

  it('日期格式的目标值，读出人看见的样子', () => {
    const grid = sheet(titled(HEAD, ['产出指标', '时效指标', '完工时间', 45261, 45250, 10, 10]));
    const cells = grid.cells.map((l) => [...l!]);
    cells[3]![3] = { value: 45261, format: 'yyyy"年"m"月"d"日"' };
    cells[3]![4] = { value: 45250, format: 'yyyy/m/d' };
    const e = one({ ...grid, cells });
    expect([e.indicators[0]!.target?.text, e.indicators[0]!.actual?.text]).toEqual([
      '2023年12月1日',
      '2023/11/20',
    ]);
  });

  it('分值写在指标名称里；几个指标合填一个得分，说出来', () => {
    const head = ['一级指标', '二级指标', '三级指标', '评分标准', '自评得分'];
    const e = one(
      sheet(
        [
          ['部门整体支出绩效自评评分表'],
          head,
          ['过程', '预算执行', '预算调整率（5分）', '不超过5%得5分', 5],
          [null, null, '支付进度（4分）', '按季度', 7],
          [null, null, '结转结余（4分）', '不增加', null],
        ],
        ['E4:E5'],
      ),
    );
    expect(
      e.indicators.map((i) => [i.level3.text, i.weight?.quantity?.units, i.score?.shown]),
    ).toEqual([
      ['预算调整率', 500, '5'],
      ['支付进度、结转结余', 400, '7'],
    ]);
    expect(e.doubts.map((d) => d.why)).toEqual(['几个指标合并填写一个得分，已按一项读入']);
  });

  it('金额后面带着单位，自评总分写在表头上方', () => {
    const e = one(
      sheet([
        ['部门整体绩效自评表'],
        ['单位名称', '某局', null, null, '自评总分', '97.6'],
        ['预算执行情况（元）', null, null, '预算数', '执行数', '执行率', '得分'],
        [null, '年度资金总额', null, '53.85万元', '43.36万元', 0.8052, 8.05],
        HEAD,
        ['产出指标', '数量指标', '甲', '3场', '3场', 90, 89.55],
      ]),
    );
    expect(e.whole?.budget?.quantity).toMatchObject({ units: 53850000, decimals: 2, unit: '元' });
    expect(e.whole?.rate?.quantity).toMatchObject({ units: 8052, decimals: 2, unit: '%' });
    expect(e.total?.shown).toBe('97.6');
  });

  it('换页重印的表头：级次名称接着上一页', () => {
    const e = one(
      sheet(
        titled(HEAD, ['产出指标', '数量指标', '甲', '3场', '3场', 50, 50], HEAD, [
          null,
          null,
          '乙',
          '3场',
          '3场',
          50,
          50,
        ]),
      ),
    );
    expect(e.indicators.map((i) => [i.level1, i.level2, i.level3.text])).toEqual([
      ['产出指标', '数量指标', '甲'],
      ['产出指标', '数量指标', '乙'],
    ]);
  });

  it('只有空格的格子是空的', () => {
    const e = one(sheet(titled(HEAD, ['产出指标', '数量指标', '甲', '3场', '3场', 50, ' '])));
    expect(e.indicators[0]!.score?.state).toBe('blank');
  });
});

describe('在核与不核', () => {
  it('上年的自评表不核，完全相同的算副本，别的项目各自核对', async () => {
    const base = await sample('hanyang-2021');
    const older = laidOut({ ...evaluated(3, 'F1'), year: 2020 }, { ...lookOf(3), titled: 'named' });
    const own = laidOut({ ...evaluated(5, 'F1'), year: 2021 }, { ...lookOf(5), titled: 'named' });
    const sheets = [
      ...base.sheets,
      sheetOf('上年', [{ page: older, row: 0, column: 0 }]).grid,
      sheetOf('甲', [{ page: own, row: 0, column: 0 }]).grid,
      sheetOf('乙', [{ page: own, row: 0, column: 0 }]).grid,
    ];
    const { tables, standings, year } = settle(readTables({ sheets }, FORMS).tables);
    expect(year).toBe(2021);
    const why = new Map(tables.map((t) => [t.sheet, standings.get(t)?.why]));
    expect([why.get('上年'), why.get('甲'), why.get('乙')]).toEqual([
      'last-year',
      undefined,
      'copy',
    ]);
    expect(
      tables.filter((t) => /^表\d$/.test(t.form)).every((t) => standings.get(t)?.checked),
    ).toBe(true);
  });
});

describe('九张表上没有年度', () => {
  it('自评表都写同一年的，就是那一年；写两个年度的，不猜', async () => {
    const { sheets } = await sample('hanyang-2021');
    const undated = readTables({ sheets }, FORMS)
      .tables.filter((t) => /^表\d$/.test(t.form))
      .map((t) => ({ ...t, year: undefined }));
    const evaluationOf = (year: number) =>
      sheetOf(String(year), [
        {
          page: laidOut({ ...evaluated(3, 'F1'), year }, { ...lookOf(3), titled: 'named' }),
          row: 0,
          column: 0,
        },
      ]).grid;
    const told = (...years: number[]) =>
      settle([...undated, ...readTables({ sheets: years.map(evaluationOf) }, FORMS).tables]).year;
    expect([told(), told(2019), told(2019, 2020)]).toEqual([undefined, 2019, undefined]);
  });
});

describe('只有自评表的工作簿', () => {
  it('认不出的表、读不清的地方，都在结果里', () => {
    const broken = sheet(
      [
        ['2023年度项目支出绩效自评表'],
        ['项目名称', '甲'],
        ['绩效指标情况', '指标值情况', '实际完成甲', '偏差乙'],
      ],
      [],
      '乱',
    );
    const { findings, tables } = review({ sheets: [broken] }, CATALOGUE);
    expect(tables).toEqual([]);
    expect(findings.map((f) => [f.rule, f.verdict, f.sheet])).toEqual([['D08', 'unknown', '乱']]);
  });
});
