// A sheet 补充资料 for tests: rows of name, value, unit and reason, as users fill them in.
import type { Cell, Grid, Scalar, Snapshot } from '../../src/facts/grid.ts';

export type SupplementRow = readonly [name: string, value: Scalar, unit?: string, reason?: string];

function supplementSheet(rows: readonly SupplementRow[]): Grid {
  const lines: Scalar[][] = [
    ['补充资料'],
    ['项目', '数值', '单位', '说明（原因）'],
    ...rows.map(([name, value, unit, reason]) => [name, value, unit ?? null, reason ?? null]),
  ];
  const cells = lines.map((line) =>
    line.map((value): Cell | undefined => (value === null ? undefined : { value })),
  );
  return {
    name: '补充资料',
    hidden: false,
    protected: false,
    rows: cells.length,
    columns: 4,
    cells,
    merges: [],
  };
}

export const withSupplement = (snapshot: Snapshot, rows: readonly SupplementRow[]): Snapshot => ({
  ...snapshot,
  sheets: [...snapshot.sheets, supplementSheet(rows)],
});

/** What the text of the sample's disclosure states beyond its tables; the reasons are its own words. */
export const STATED: readonly SupplementRow[] = [
  [
    '上年·收入支出总计',
    758.69,
    '万元',
    '1、追加人员经费 2、新增区委办申请职工住房货币化补贴资金项目经费',
  ],
  [
    '上年·财政拨款收入支出总计',
    758.69,
    '万元',
    '1、追加人员经费 2、新增区委办申请职工住房货币化补贴资金项目经费',
  ],
  [
    '上年·一般公共预算财政拨款支出',
    758.69,
    '万元',
    '1、追加人员经费 2、新增区委办申请职工住房货币化补贴资金项目经费',
  ],
  ['上年·“三公”经费支出', 4.01, '万元', '2021年用车增加'],
  ['上年·因公出国（境）费', 0, '万元'],
  ['上年·公务用车购置费', 0, '万元'],
  ['上年·公务用车运行维护费', 4.01, '万元', '2021年用车增加'],
  ['上年·公务接待费', 0, '万元'],
  ['上年·机关运行经费', 36.07, '万元', '行政运行费用增加'],
  ['年初预算·合计', 708.99, '万元'],
  ['年初预算·201', 636.87, '万元', '厉行节约，压减一般性支出'],
  ['年初预算·208', 31.08, '万元', '社保基数调整，相关经费支出增长'],
  ['年初预算·210', 38.04, '万元', '部门人员调整，相关基本支出增加'],
  ['年初预算·213', 3, '万元'],
  ['年初预算·221', 0, '万元', '新增职工住房货币化补贴资金'],
  ['年初预算·公务用车运行维护费', 5.4, '万元', '严格控制公务用车运行维护费用和公车使用范围'],
  ['因公出国（境）团组数', 0, '个'],
  ['因公出国（境）人次', 0, '人次'],
  ['公务用车购置数', 0, '辆'],
  ['公务用车保有量', 7, '辆'],
  ['国内公务接待批次', 0, '批次'],
  ['国内公务接待人次', 0, '人次'],
  ['政府采购·总额', 0.6, '万元'],
  ['政府采购·货物', 0.6, '万元'],
  ['政府采购·工程', 0, '万元'],
  ['政府采购·服务', 0, '万元'],
  ['政府采购·授予中小企业', 0.6, '万元'],
  ['政府采购·授予小微企业', 0.6, '万元'],
  ['车辆·合计', 7, '辆'],
  ['车辆·机要通信用车', 1, '辆'],
  ['车辆·应急保障用车', 6, '辆'],
  ['单价100万元以上设备', 0, '台（套）'],
  ['单位类型·行政', 1, '个'],
  ['单位类型·参公', 0, '个'],
  ['单位类型·事业', 0, '个'],
  ['所辖单位数', 0, '个'],
  ['绩效·项目数', 5, '个'],
  ['绩效·资金', 104.02, '万元'],
];
