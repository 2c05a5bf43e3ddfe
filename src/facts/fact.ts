// Facts: printed numbers with their meaning and place, and the tables that hold them in rows and
// columns. Knows quantities and places; knows no form by name and no rule.
import type { Unit } from '../measure/quantity.ts';
import type { CellLocation, Rect, Scalar } from './grid.ts';
import type { Printed } from './printed.ts';

/**
 * 文字: what a cell says, and where. A blank cell that is there to be filled has an empty text,
 * so that a missing reason can be pointed at.
 */
export interface CellWording {
  readonly text: string;
  readonly location: CellLocation;
}

/** 科目级次: 合计 is the root of a code tree. */
export type Level = '合计' | '类' | '款' | '项';

/**
 * 行或栏的要素: one row or column of a table with everything it can be called by. A path of a
 * rule finds it by name, code, level, group or member.
 */
export interface Item {
  /** Unique among the table's rows, or columns. */
  readonly key: string;
  /** Official name and aliases; the first is shown to people. */
  readonly names: readonly string[];
  /** Name as printed in the sheet. */
  readonly printed: string;
  /** 行次 or 栏次 as printed. */
  readonly number?: number;
  readonly code?: string;
  readonly level?: Level;
  /** 方: 收入 or 支出. */
  readonly side?: string;
  /** The total this item is one part of: 一般公共预算财政拨款 of 本年收入合计. */
  readonly of?: string;
  /** Named sets it belongs to: 收入来源, 支出类型 … */
  readonly groups: readonly string[];
  /** 口径要素: values on further axes (资金, 预决算, 三公项目, 支出类型 …). */
  readonly members: Readonly<Record<string, string>>;
  /** Taken when a path names no item of this axis (合计 of a column group). */
  readonly whole?: boolean;
  /** Unit of this row alone, where its table has several: 个, 人次, 辆. */
  readonly unit?: Unit;
  /** Further cells of the row by their heading: 单位, 说明. */
  readonly texts?: Readonly<Record<string, CellWording>>;
  /** Why the row could not be made out, as a Chinese clause. */
  readonly doubt?: string;
  /** Bears no name of the form: what it is part of nobody knows. */
  readonly unnamed?: true;
  /** Holds targets and actuals, in words or numbers: no amounts that a rule must cover. */
  readonly worded?: boolean;
}

/** 数据状态: what a cell of a table was found to hold. */
export type FactState =
  | 'figure'
  | 'blank'
  /** Words where words are in place: a target, an actual. */
  | 'words'
  /** Something that is no amount: a word, an error value. */
  | 'unread'
  /** A formula that was saved without its result. */
  | 'uncached';

/** 数据: one cell of a table, its meaning and its number. */
export interface Fact extends Printed {
  readonly table: Table;
  readonly row: Item;
  readonly column: Item;
  readonly location: CellLocation;
  readonly state: FactState;
  readonly stored: Scalar;
  /** The number was typed as text. */
  readonly asText: boolean;
  readonly formula?: string;
}

/** 附注: a line of text under (or above) a table. */
export interface Note {
  readonly text: string;
  readonly location: CellLocation;
}

/** 未读的金额: a number in a table's range that became neither a figure nor a heading. */
export interface Stray {
  readonly location: CellLocation;
  readonly shown: string;
}

/** 来源: which other workbook a table stands in. */
export interface BookSource {
  readonly period?: '上年';
  readonly file?: string;
}

/** 表: one official table as it stands in a workbook, read. */
export interface Table {
  /** Unique in the snapshot; the form's id when it is the only one. */
  readonly id: string;
  /** 表1 … 表9, 整体自评, 项目自评, 补充资料. */
  readonly form: string;
  readonly title: string;
  /** Title as printed in the sheet. */
  readonly printedTitle: string;
  readonly sheet: string;
  readonly hidden: boolean;
  /** Of another workbook: last year's, or a unit's with its file. */
  readonly source?: BookSource;
  readonly range: Rect;
  readonly unit: Unit;
  /** Where the unit comes from: its own line, the other tables', or nowhere. */
  readonly unitFrom: 'printed' | 'workbook' | 'default';
  readonly year?: number;
  readonly department?: string;
  /** 项目名称 of a performance table; several stand in one workbook. */
  readonly project?: string;
  readonly rows: readonly Item[];
  readonly columns: readonly Item[];
  /** By row, then column; undefined where the layout has no such cell. */
  readonly facts: readonly (readonly (Fact | undefined)[])[];
  /** Rows are a list by code: a code it does not hold is zero. */
  readonly open: boolean;
  /** Amounts in its range that no row or column of it holds. */
  readonly strays?: readonly Stray[];
  readonly notes: readonly Note[];
  /** Holds no figure at all. */
  readonly empty: boolean;
  /** A note says that there is nothing to report. */
  readonly declaredEmpty: boolean;
  /** Items are withheld (涉密) or listed in part, by the sheet's own words. */
  readonly partial: boolean;
}

/** 计量单位 of a figure: its own, else its table's. */
export const unitOf = (fact: Fact): Unit =>
  fact.quantity?.unit ?? fact.column.unit ?? fact.row.unit ?? fact.table.unit;

/** 增减额, 增减率 and their like: a change may well be negative. */
const CHANGE = /增减|增长|变动|差额|对比|相比|比上年/;
/** 年初, 年末结转和结余: after adjustments they may be negative too. */
const BALANCE = /结转|结余/;

/** Whether a cell tells a change, by the heading of its column or row. */
export const isChange = ({ column, row }: Pick<Fact, 'column' | 'row'>): boolean =>
  [column.key, column.printed, row.printed].some((name) => CHANGE.test(name));

/** Whether an amount may be below nothing: a change, or what was carried over. */
export const mayBeNegative = (fact: Pick<Fact, 'column' | 'row'>): boolean =>
  isChange(fact) || [fact.column, fact.row].some((i) => BALANCE.test(i.key + (i.of ?? '')));

/** Every cell of a table that the layout has. */
export function* factsOf(table: Table): Generator<Fact> {
  for (const row of table.facts) for (const fact of row) if (fact) yield fact;
}
