// Evaluations: one 绩效自评表 as it stands in a workbook. Knows facts and texts with their places;
// knows no scoring rule and no preset, and does not interpret a target.
import type { Quantity } from '../measure/quantity.ts';
import type { CellWording, Fact, Item, Note, Table } from './fact.ts';
import type { CellLocation } from './grid.ts';

export type { CellWording as Wording } from './fact.ts';

/** Whether a table is a 自评表: several of one form stand in a workbook, each for itself. */
export const isEvaluation = (table: Table): boolean =>
  table.form === '整体自评' || table.form === '项目自评';

/** 自评表类型: the families of performance tables met in print. */
export type Family = 'F1' | 'F2' | 'F3' | 'F4' | 'F5' | 'F6' | 'F7' | 'F8';

/**
 * 自评表的栏: keys of `table.columns`; a table has those that it prints. 金额 is an amount without
 * a column of its own (基本支出总额 643.59). 全年预算数 is the adjusted budget, A of B/A, unless 扣除后预算数
 * (without what was put together with other funds) stands beside it; 目标值 the
 * target in force (adjusted where the table prints both), 年初目标值 the one before adjustment.
 * 扣分 is what a score loses where the table prints it; 完成率 what an actual is of its target, in %.
 */
export type EvaluationColumn =
  | '金额'
  | '年初预算数'
  | '调整数额'
  | '全年预算数'
  | '整合数'
  | '扣除后预算数'
  | '到位数'
  | '到位率'
  | '执行数'
  | '执行率'
  | '年初目标值'
  | '目标值'
  | '完成值'
  | '完成率'
  | '系数'
  | '权重'
  | '得分'
  | '扣分';

/**
 * 指标值: a target or an actual as it is written. `text` is what people see (`≥95%`, `100件以内`,
 * a number by its format: `95%`); a target kept in three cells is put together (`≥95%`).
 */
export interface IndicatorValue extends CellWording {
  /** The cell with the number; its quantity only where the cell holds nothing but a number. */
  readonly fact: Fact;
  /** 指标性质 | 指标值 | 度量单位, where they stand in cells of their own. */
  readonly split?: {
    readonly nature?: CellWording;
    readonly value?: CellWording;
    readonly unit?: CellWording;
  };
}

/** 绩效指标: one row of the indicators. `row` stands in `table.rows`, in the group 指标. */
export interface EvaluatedIndicator {
  readonly row: Item;
  /** As printed, spread over merged cells: 产出指标 · 数量指标 · the indicator's own name. */
  readonly level1: string;
  readonly level2: string;
  readonly level3: CellWording;
  /** Index into `goals`. */
  readonly goal?: number;
  /** 目标值 in force; `initial` and `adjusted` only where the table prints both columns. */
  readonly target?: IndicatorValue;
  readonly initial?: IndicatorValue;
  readonly adjusted?: IndicatorValue;
  readonly actual?: IndicatorValue;
  /** A unit of measure in a column of its own, also where the target is one cell. */
  readonly unit?: CellWording;
  readonly weight?: Fact;
  readonly score?: Fact;
  /** 完成率 of the target, in %, where it is printed beside the actual. */
  readonly completion?: Fact;
  /** 得分系数, in %. */
  readonly coefficient?: Fact;
  readonly deduction?: Fact;
  /** 评分标准 or 得分计算方法 of this row. */
  readonly method?: CellWording;
  /** 偏差原因 or 扣分原因 of this row; absent where the table has no such column. */
  readonly reason?: CellWording;
  /** 是否核心指标, as printed. */
  readonly core?: CellWording;
}

/** 资金行: a row of the money block. `row` stands in `table.rows`, in the group 资金. */
export interface MoneyRow {
  readonly row: Item;
  readonly amount?: Fact;
  readonly initial?: Fact;
  readonly budget?: Fact;
  /** 统筹整合资金数, and what is left of the budget without it. */
  readonly merged?: Fact;
  readonly net?: Fact;
  /** 到位数, 到位率. */
  readonly arrived?: Fact;
  readonly arrivalRate?: Fact;
  readonly spent?: Fact;
  readonly rate?: Fact;
  readonly weight?: Fact;
  readonly score?: Fact;
  readonly reason?: CellWording;
  /** Columns that an amount is divided into, by source, in a block of tasks. */
  readonly divided?: Readonly<Partial<Record<'initial' | 'budget' | 'spent', readonly Fact[]>>>;
}

/** 年度主要任务: what the money was for, under a header of its own. Its amounts are no sources of the money. */
export interface TaskBlock {
  /** In the group 任务. */
  readonly rows: readonly MoneyRow[];
  /** 合计 and 小计 as printed, and the tasks that each is of. */
  readonly sums: readonly { readonly total: MoneyRow; readonly parts: readonly MoneyRow[] }[];
}

/** 其他得分: points beside a heading that is neither money nor an indicator: 年度目标完成情况 20 分. */
export interface OtherScore {
  readonly row: Item;
  readonly weight?: Fact;
  readonly score?: Fact;
}

/** 小计: a sum over some of the indicators, `from` up to, not including, `to`. */
export interface Subtotal extends OtherScore {
  readonly from: number;
  readonly to: number;
}

/** 分值: points a heading promises, such as 40 of 年度目标1（40分）. */
export interface PrintedWeight {
  readonly points: Quantity;
  readonly text: string;
  readonly location: CellLocation;
}

/** 年度目标: a block of indicators under one goal, or the goal of the whole table. */
export interface Goal {
  readonly heading: CellWording;
  /** 预期目标. */
  readonly text?: CellWording;
  /** 实际完成情况. */
  readonly done?: CellWording;
  readonly weight?: PrintedWeight;
}

/** 勾选项: a line of tick boxes, such as 项目类别. */
export interface TickedChoice {
  readonly name: string;
  readonly location: CellLocation;
  readonly options: readonly { readonly text: string; readonly ticked: boolean }[];
}

/** 读不清之处: a place that could not be made out, and why, as a Chinese clause. */
export interface UnclearPlace {
  readonly location: CellLocation;
  readonly why: string;
}

/**
 * 自评表: one performance table, read. Everything that is a number stands in `table` too: rows are
 * money rows (key 年度资金总额 …, group 资金; parts of the total also 资金来源), indicators (group
 * 指标; members 一级, 二级, 目标) and 总分; columns are `EvaluationColumn`s. Money is in the table's
 * unit, scores in 分, rates and coefficients in % (80.52% is 80.52).
 */
export interface Evaluation {
  readonly table: Table;
  readonly kind: '整体自评' | '项目自评';
  readonly family: Family;
  readonly project?: CellWording;
  /** 主管部门. */
  readonly department?: CellWording;
  /** 实施单位, or 单位名称 of an overall table. */
  readonly unit?: CellWording;
  readonly money: readonly MoneyRow[];
  /** 年度主要任务, block by block; empty where the table lists none with amounts. */
  readonly tasks: readonly TaskBlock[];
  /** Row of `money` that execution is scored on: 年度资金总额 or 部门整体支出总额. */
  readonly whole?: MoneyRow;
  /** Points for execution by a heading: 预算执行情况（万元）（20分）. */
  readonly executionWeight?: PrintedWeight;
  /** Heading of the execution score where it says how: 得分（20分*执行率）. */
  readonly executionMethod?: CellWording;
  readonly goals: readonly Goal[];
  /** Points for all indicators by a heading: 年度绩效目标（80分）. */
  readonly indicatorWeight?: PrintedWeight;
  /** The same points printed a second time, above the column of scores. */
  readonly indicatorWeightAgain?: PrintedWeight;
  /** Points printed with a first-level or second-level name: 产出指标（50分）. */
  readonly levelWeights: readonly {
    readonly level1: string;
    readonly level2?: string;
    readonly weight: PrintedWeight;
  }[];
  readonly indicators: readonly EvaluatedIndicator[];
  readonly subtotals: readonly Subtotal[];
  readonly others: readonly OtherScore[];
  readonly total?: Fact;
  /** A total printed a second time, in the head of the table. */
  readonly totalAbove?: Fact;
  /** Weight of the total row: 100. */
  readonly totalWeight?: Fact;
  /** 偏差大或目标未完成原因分析; 改进措施及结果应用方案; and other boxes below the table. */
  readonly reasons?: CellWording;
  readonly measures?: CellWording;
  /** 评价结论 and other boxes by their name. */
  readonly remarks: readonly { readonly name: string; readonly wording: CellWording }[];
  readonly choices: readonly TickedChoice[];
  /** 备注, one entry a paragraph. */
  readonly notes: readonly Note[];
  /** Never silent: cells in the table that could not be read. */
  readonly doubts: readonly UnclearPlace[];
}
