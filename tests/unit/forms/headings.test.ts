// Department, year and place as covers and headings say them; names of cities that stand in a unit's own name.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { regionIn } from '../../../src/catalogue/regions.ts';
import { isBudgetTitle } from '../../../src/forms/names.ts';
import { departmentIn } from '../../../src/forms/told.ts';
import { review } from '../../../src/review.ts';

describe('大标题里的部门', () => {
  it.each([
    ['湖北省武汉市青禾区水务局2024年度部门决算表', '湖北省武汉市青禾区水务局'],
    ['2023年度临溪县教育和体育局部门决算公开表', '临溪县教育和体育局'],
    ['青禾区水务局2024年度“三公”经费决算情况统计表', '青禾区水务局'],
    ['南京栖云大学 2024 年度部门决算表', '南京栖云大学'],
    ['2024年度部门决算公开表', undefined],
    ['收入支出决算总表', undefined],
    ['一般公共预算财政拨款支出决算表', undefined],
    ['2024年度单位决算', undefined],
  ])('%s', (text, name) => {
    expect(departmentIn(text)).toBe(name);
  });
});

describe('没有印年度的表', () => {
  const rows = [
    ['一般公共预算财政拨款支出决算表'],
    ['部门：云栖县草原站', '', '', '', '', '单位：万元'],
    ['项 目', '', '本年支出', '', ''],
    ['科目编码', '科目名称', '小计', '基本支出', '项目支出'],
    ['栏次', '', 1, 2, 3],
    ['合计', '', 40, 30, 10],
    ['213', '农林水支出', 40, 30, 10],
    ['21301', '农业农村', 40, 30, 10],
    ['2130104', '事业运行', 40, 30, 10],
  ];
  const cells = rows.map((row) => row.map((value) => ({ value })));
  const extent = { rows: rows.length, columns: 6 };
  const grid = { name: 'Sheet1', hidden: false, protected: false, ...extent, cells, merges: [] };

  it.each([undefined, 2023])('所选年度 %s：部门仍是表上写的', (year) => {
    const answer = review({ sheets: [grid] }, CATALOGUE, { ...(year && { year }) });
    expect(answer.department).toBe('云栖县草原站');
  });
});

const head = (left: string, right: string) => ({
  sheets: [
    {
      name: 'Sheet1',
      hidden: false,
      protected: false,
      rows: 7,
      columns: 5,
      merges: [],
      cells: [
        ['2023年度一般公共预算财政拨款支出决算表'],
        [left, '', '', '', right],
        ['科目编码', '科目名称', '小计', '基本支出', '项目支出'],
        ['合计', '', 40, 30, 10],
        ['213', '农林水支出', 40, 30, 10],
        ['21301', '农业农村', 40, 30, 10],
        ['2130104', '事业运行', 40, 30, 10],
      ].map((row) => row.map((value) => ({ value }))),
    },
  ],
});

describe('表头右上和左上的写法', () => {
  it.each([
    ['部门：云栖县草原站（公章）', '公开05表  单位：千元', '云栖县草原站'],
    ['云栖县草原站', '财决公开05表 单位：千元', '云栖县草原站'],
    ['云栖县草原站', '附表5  单位：千元', '云栖县草原站'],
    ['部门：云栖县草原站 单位：千元', '', '云栖县草原站'],
    ['编制单位：云栖县草原站（公章）2023年度', '金额单位：千元', '云栖县草原站'],
    ['部门：云栖县草原站（公', '单位：千元', '云栖县草原站'],
  ])('%s %s', (left, right, department) => {
    const answer = review(head(left, right), CATALOGUE);
    expect(answer.department).toBe(department);
    expect(answer.tables.map((t) => t.unit)).toEqual(['千元']);
  });
});

it('印出来被格子截断的部门名称不算另一个；印出来的数不问怎样存的；没有填的“三公”表，附注不是数', () => {
  const [one] = head('部门：云栖县草原站', '单位：千元').sheets;
  const [two] = head('部门：云栖', '单位：千元').sheets;
  const cut = two!.cells.map((row, i) =>
    i === 0
      ? [{ value: '2023年度支出决算表' }]
      : row.map(({ value }) => ({ value: String(value) })),
  );
  const three = ['2023年度财政拨款“三公”经费支出决算表', '单位：千元'].map((value) => [{ value }]);
  const across = ['合计', '因公出国（境）费', '公务用车购置费', '公务用车运行维护费', '公务接待费'];
  const note = '注：决算数包括当年财政拨款预算和以前年度结转资金安排的实际支出。';
  const cells = [...three, across.map((value) => ({ value })), [{ value: note }]];
  const sheets = [one!, { ...two!, name: 'Sheet2', cells: cut }, { ...one!, name: '三公', cells }];
  const rules = (printed: boolean) =>
    review({ sheets: sheets.map((s) => ({ ...s, printed })) }, CATALOGUE).told.map((f) => f.rule);
  expect(rules(false)).toEqual(expect.arrayContaining(['D04', 'D07']));
  expect(rules(true).filter((r) => ['D04', 'D07', 'A27'].includes(r))).toEqual([]);
});

describe('以城市命名的单位', () => {
  it.each([
    ['南京栖云大学', undefined],
    ['西安云麓交通大学', undefined],
    ['国家粮食和物资储备局', undefined],
    ['国家统计局成都调查队', undefined],
    ['中国共产党武汉市委员会办公室', '湖北省武汉市'],
    ['南京市栖云区教育局', '江苏省南京市'],
    ['成都市栖云职业技术学院', '四川省成都市'],
    ['长沙海关', undefined],
  ])('%s', (name, region) => {
    expect(regionIn(name)?.name).toBe(region);
  });
});

describe('预算公开的标题', () => {
  it.each([
    ['2026年部门收支预算总表', true],
    ['一般公共预算“三公”经费支出表（2026年预算）', true],
    ['一般公共预算财政拨款支出决算表', false],
    ['国有资本经营预算支出表', false],
    ['“三公”经费预决算表', false],
    ['2024年部门预算项目支出绩效自评表', false],
  ])('%s', (title, budget) => {
    expect(isBudgetTitle(title)).toBe(budget);
  });
});

describe('科目左右并排几组的项目支出表', () => {
  it('没有认出就说没有核对，不拿编码当金额', () => {
    const cells = [
      ['2024年度一般公共预算财政拨款项目支出决算表'],
      ['部门：云栖县草原站', '', '', '', '', '单位：万元'],
      ['科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数'],
      ['302', '商品和服务支出', 50, '310', '资本性支出', 20],
      ['30201', '办公费', 30, '31002', '办公设备购置', 20],
      ['30211', '差旅费', 20, '', '', ''],
      ['项目支出合计', '', '', '', '', 70],
    ].map((row) => row.map((value) => ({ value })));
    const extent = { rows: cells.length, columns: 6 };
    const grid = { name: '附表7', hidden: false, protected: false, ...extent, cells, merges: [] };
    const { findings, tables } = review({ sheets: [grid] }, CATALOGUE);
    expect(tables).toEqual([]);
    expect(findings.map((f) => [f.rule, f.verdict])).toContainEqual(['D08', 'unknown']);
    expect(findings.filter((f) => f.verdict === 'broken' && f.cells.length > 0)).toEqual([]);
  });
});
