// A performance table before its numbers are read: what stands where. Knows places and words only.
import type { Family, TickedChoice, UnclearPlace, Wording } from '../../facts/evaluation.ts';
import type { Item, Note } from '../../facts/fact.ts';
import type { CellLocation } from '../../facts/grid.ts';
import type { Exact } from '../../measure/exact.ts';
import type { LineCell } from './lines.ts';

/** 数位: a cell that holds, or is there to hold, a number of one row in one column. */
export interface Slot {
  readonly column: string;
  readonly at: CellLocation;
  /** The heading says %: 80.52 is 80.52%. */
  readonly percent?: boolean;
  /** Points that stand behind words in a cell: 总分：96.1分. */
  readonly within?: Exact;
  /** Texts of one indicator over several rows, put together. */
  readonly lines?: readonly Wording[];
  readonly split?: {
    readonly nature?: Wording;
    readonly value?: Wording;
    readonly unit?: Wording;
  };
}
/** 行草稿: a row with its cells. */
export interface Row {
  readonly item: Item;
  readonly slots: readonly Slot[];
  readonly reason?: Wording;
}
/** 分值草稿: points in 分 with the words and the cell they stand in. */
export interface PointsSketch {
  readonly points: Exact;
  readonly text: string;
  readonly location: CellLocation;
}
/** 目标草稿: a goal with what was wanted and what was done. */
export interface GoalSketch {
  readonly heading: Wording;
  readonly text?: Wording;
  readonly done?: Wording;
  readonly weight?: PointsSketch;
}
/** 指标草稿: a row of the indicators; `goal` is an index into the goals. */
export interface IndicatorSketch extends Row {
  readonly level1: string;
  readonly level2: string;
  readonly level3: Wording;
  readonly goal?: number;
  readonly unit?: Wording;
  readonly method?: Wording;
  readonly core?: Wording;
}

/** 小计草稿: a sum over indicators `from` up to, not including, `to`. */
export interface SubtotalSketch extends Row {
  readonly from: number;
  readonly to: number;
}

/** 任务草稿: tasks with their amounts, and the sums that are printed of them. */
export interface TasksSketch {
  readonly rows: readonly Row[];
  readonly sums: readonly { readonly total: Row; readonly parts: readonly Row[] }[];
}

/** 左右两栏: columns of a sheet in which names stand with one kind of amount beside them. */
export interface NameSide {
  readonly key: string;
  readonly left: number;
  readonly right: number;
}

/** 自评表草稿. Filled section by section from the top of the table to its end. */
export interface Sketch {
  readonly money: Row[];
  /** 年度主要任务, block by block. */
  readonly tasks: TasksSketch[];
  /** Figures that stand under a heading of words: 完成情况 100%. */
  readonly worded: CellLocation[];
  /** 预算数 to the left, 执行数 to the right, each with its own names of rows. */
  sides: readonly NameSide[];
  moneyUnit?: string;
  executionWeight?: PointsSketch;
  executionMethod?: Wording;
  readonly goals: GoalSketch[];
  indicatorWeight?: PointsSketch;
  /** The same a second time, where the heading of the scores would be. */
  indicatorWeightAgain?: PointsSketch;
  readonly levelWeights: { level1: string; level2?: string; weight: PointsSketch }[];
  readonly indicators: IndicatorSketch[];
  readonly subtotals: SubtotalSketch[];
  /** Points beside a heading that is neither money nor an indicator. */
  readonly others: Row[];
  /** Column of points that no heading names. */
  scoreColumn?: number;
  total?: Row;
  /** 自评总分 beside its label above the indicators; one below them comes first. */
  earlyTotal?: Row;
  readonly texts: Map<string, Wording>;
  readonly choices: TickedChoice[];
  readonly notes: Note[];
  readonly doubts: UnclearPlace[];
  /** 行次, 栏次: columns and rows that only count. */
  readonly counters: Set<number>;
  readonly counted: Set<number>;
  /** First row of the first header; one past the last row read. */
  header: number;
  end: number;
  /** What the headers told. */
  readonly seen: Set<string>;
}

/** A draft in which nothing has been found yet. */
export const emptySketch = (): Sketch => ({
  money: [],
  tasks: [],
  worded: [],
  sides: [],
  goals: [],
  levelWeights: [],
  indicators: [],
  subtotals: [],
  others: [],
  texts: new Map(),
  choices: [],
  notes: [],
  doubts: [],
  counters: new Set(),
  counted: new Set(),
  header: Number.POSITIVE_INFINITY,
  end: 0,
  seen: new Set(),
});

/** Rows of 年度主要任务 and of their sums, block by block; a sum that became the 资金总额 is no row of them. */
export const taskRows = (sketch: Sketch): readonly Row[] =>
  sketch.tasks.flatMap(({ rows, sums }) => [
    ...rows,
    ...sums.map((s) => s.total).filter((total) => !sketch.money.includes(total)),
  ]);

/** 文字 of a cell as it is printed, without the blanks around it. */
export const wording = (entry: LineCell): Wording => ({
  text: entry.raw.trim(),
  location: entry.at,
});

/** Family by what the table prints: the marks of the families, told from each other. */
export function familyOf(sketch: Sketch, kind: '整体自评' | '项目自评', title: string): Family {
  const { seen } = sketch;
  if (seen.has('系数')) return 'F6';
  if (seen.has('指标性质')) return 'F5';
  if (sketch.money.length === 0 && seen.has('办法')) return 'F8';
  if (seen.has('办法')) return 'F2';
  const scored = seen.has('得分');
  if (/绩效目标/.test(title) || !scored) return 'F7';
  const weighted = sketch.indicators.some((i) => i.slots.some((s) => s.column === '权重'));
  if (weighted) return 'F1';
  return kind === '整体自评' ? 'F4' : 'F3';
}
