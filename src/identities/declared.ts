// 勾稽关系 as they are declared, and the tables they may speak of. Types only.
import type { Declaration } from '../assertions/declaration.ts';
import type { Table } from '../facts/fact.ts';

/** 勾稽关系: head, and what it says in the notation of the notes. */
export interface Identity extends Declaration {
  readonly says: string;
  /** Axes left open: 行, 栏, 类, 科目, 资金, 支出类型, 预决算 … */
  readonly each?: readonly string[];
  /** Relations all of which must hold. */
  readonly when?: string;
  /** Conditions of single relations, by their number from 1. */
  readonly partWhen?: Readonly<Record<number, string>>;
  /** 总计 = 总计: no rounding is allowed for, in any unit. */
  readonly exact?: boolean;
  /** What it says instead where a note under one of its tables has one of these words. */
  readonly noted?: { readonly words: readonly string[]; readonly says: string };
}

/** 在核表: the tables that relations may refer to. */
export interface Tables {
  /** Tables of a form: one of this workbook; with the scope 上年 last year's, with 下级 each unit's. */
  readonly of: (form: string, scope?: string) => readonly Table[];
  /** Official forms that the year does not have: they count as zero. Other missing ones leave a relation out. */
  readonly absent: ReadonlySet<string>;
}
