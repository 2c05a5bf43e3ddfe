// The one seam to a spreadsheet program. Types only; the core never sees what stands behind it.

import type { Verdict } from '../assertions/finding.ts';
import type { CellLocation, Scalar, Snapshot } from '../facts/grid.ts';
import type { Page } from '../facts/page.ts';

/** 标记: a cell (A1) and the verdict it is marked with; 相符 is never marked. */
export interface Mark {
  readonly sheet: string;
  readonly address: string;
  readonly verdict: Exclude<Verdict, 'exact'>;
}
/** 标记结果: how many of the marks were set. */
export interface MarkReport {
  readonly marked: number;
  /** Sheets that could not be marked (protected), left untouched. */
  readonly refused: readonly string[];
}

/** 单元格改动: one change on the user's explicit order. */
export interface CellWrite {
  readonly sheet: string;
  readonly address: string;
  readonly value: Scalar;
  readonly formula?: string;
  readonly format?: string;
}
/** 新工作表: a new sheet of ours (体检报告, 补充资料, 空白模板), written as a whole. */
export type SheetWrite = Page;

/** 宿主错误代码: what stands in the way, as a value the pane can speak about. */
export type HostErrorCode =
  /** A cell is being typed in. */
  | 'editing'
  /** Of a sheet, of the structure of the workbook, or of a workbook that is only to be read. */
  | 'protected'
  | 'too-large'
  | 'connection'
  /** Another author is at the same place. */
  | 'others'
  /** No such sheet or cell, or a hidden one. */
  | 'not-found'
  /** It cannot be done as asked: the name is taken, the file is only looked at, our part was not kept. */
  | 'refused'
  | 'internal';
/** 宿主错误: thrown by every verb that could not be done, with a sentence for the person at the desk. */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    message: string,
    readonly detail?: string,
  ) {
    super(message);
    this.name = 'HostError';
  }
}

/** `protected`: a sheet that the program does not let us write to. */
export const protectedSheet = (name: string): HostError =>
  new HostError('protected', `工作表“${name}”受保护，请先撤销保护再写入；未作改动。`);

/** 改动: the user's own, or another author's of the same workbook; its address is A1 or A1:B2. */
export interface Change {
  readonly sheet: string;
  readonly address: string;
  readonly others?: true;
}

/** 上次读到的, and the sheets edited since: whatever else can only be as it was need not be read again. */
export interface Since {
  readonly snapshot: Snapshot;
  readonly edited: ReadonlySet<string>;
}

/** 公开前清理: what of ours can be counted in a workbook and taken away, each by itself. */
export interface Traces {
  /** How many cells bear a mark of ours. */
  marked(): Promise<number>;
  /** Takes every part of ours out of the workbook, those of other versions too; `refused` where one stays. */
  forget(): Promise<void>;
  /** Deletes sheets: `not-found` where one is not there, `refused` where no visible one would be left; then none is. */
  removeSheets(names: readonly string[]): Promise<void>;
}

/** 宿主: Excel, a file, or a test's memory. What it cannot do is thrown as a HostError. */
export interface Host {
  /** Which program: `excel`, `memory`, `file`, and whatever adapter comes next. */
  readonly name: string;
  /**
   * Everything the check may look at, in at most two round trips up to 100 000 cells; with `since` sheets that can only
   * be as they were may be the very ones read before.
   */
  snapshot(progress?: (sheet: string) => void, since?: Since): Promise<Snapshot>;
  /** Puts these marks in place of all earlier ones of ours; protected sheets are left alone and named. */
  mark(marks: readonly Mark[]): Promise<MarkReport>;
  /** Removes every mark of ours, found by its tag; returns how many cells bore one. */
  clear(): Promise<number>;
  /**
   * Takes the user to a cell; what it is made of on the same sheet (`beside`, as A1) is lit up with it: selected
   * together where the program can, else painted as marks are, until the next `reveal`, `darken`, `mark` or `clear`.
   * Returns where the user was before, where the program tells. `not-found` where the sheet is not to be seen.
   */
  reveal(at: CellLocation, beside?: readonly string[]): Promise<CellLocation | undefined>;
  /** Takes away the light of `reveal`, also one that an earlier session left behind; the user stays where he is. */
  darken(): Promise<void>;
  /**
   * Writes all cells or none; returns what stood there before, in their order, so that it can be taken back.
   * `not-found`, `protected`, or `refused` where the program only looks.
   */
  write(cells: readonly CellWrite[]): Promise<readonly CellWrite[]>;
  /** Adds a sheet at the end; an existing one of that name is refused, or with `over` written anew where it stands. */
  addSheet(sheet: SheetWrite, over?: boolean): Promise<void>;
  /** Calculates what is out of date; missing where nothing calculates. */
  calculate?(): Promise<void>;
  /** Opens another workbook (.xlsx) beside this one; missing where the program cannot. */
  open?(bytes: Uint8Array): Promise<void>;
  /** Missing where nothing of ours gets into the workbook. */
  readonly traces?: Traces;
  /** Our JSON that travels in the workbook (custom XML part `urn:gouji:workbook:1`); undefined where there is none. */
  load(): Promise<string | undefined>;
  /** Puts it in place of the former one, which stays where the program does not keep the new one (`refused`). */
  store(json: string): Promise<void>;
  /** Calls back after edits of the user's and of other authors, never after ours. Returns the way to stop. */
  watch(listener: (change: Change) => void): Promise<() => Promise<void>>;
}
