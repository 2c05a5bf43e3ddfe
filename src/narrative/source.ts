// What a text may draw on: tables of this year and last year, 补充资料, the quantities of the catalogue,
// the user's own entries; and what a formula comes to there. Knows no sentence and no way of computing.
import type { Table } from '../facts/fact.ts';
import type { Interval } from '../measure/interval.ts';
import type { NumberCell } from './document.ts';
import type { Style } from './formats.ts';

/** 数量: a name for an amount, and where it may be found; the first that is known counts. */
export interface QuantityName {
  readonly name: string;
  readonly from: readonly string[];
  /** Row of 补充资料 that fills it in where it is not known; else the first one that is missing. */
  readonly row?: string;
}

/** 多张同表: one of the tables of a form, what it is about, and the row of its money. */
export interface Several {
  readonly table: Table;
  readonly name: string;
  readonly money: string;
}

/** 说明依据: everything a text may draw on. */
export interface Source {
  readonly year: number | undefined;
  readonly department: string | undefined;
  readonly table: (form: string, scope?: string) => Table | undefined;
  /** Tables of a form of which several stand in a workbook: 项目自评. */
  readonly several: (form: string) => readonly Several[];
  /** 说明 of a row of 补充资料. */
  readonly reason: (key: string) => string | undefined;
  /** Words and figures typed in place of a gap, by its key. */
  readonly slots: Readonly<Record<string, string>>;
  readonly quantities: ReadonlyMap<string, QuantityName>;
  /** Titles of forms by id, for people. */
  readonly titles: ReadonlyMap<string, string>;
  readonly style: Style;
  /** Zero items of a composition are printed, or left out. */
  readonly zeros: 'printed' | 'omitted';
  /** Axes settled by the place: 预算种类 is 年初预算 or 全年预算. */
  readonly axes: Readonly<Record<string, string>>;
}

/** 上下文: what the loops around a piece stand for, and the numbers lent a name so far. */
export interface WritingScope {
  readonly axes: Readonly<Record<string, string>>;
  readonly locals: ReadonlyMap<string, Worth>;
}

/** 待补数: the figure that keeps a formula from being known. */
export interface Missing {
  readonly key: string;
  readonly wanted: string;
}
/** 求值结果: an interval with the cells it comes from, or what is missing for it. */
export interface Worth {
  readonly value?: Interval;
  readonly cells: readonly NumberCell[];
  readonly missing?: Missing;
  /** Holds a figure, for 有. */
  readonly printed: boolean;
}
