// What a number of a text may say. Knows shapes.
import type { Figure } from '../text/figure.ts';
import type { Token } from '../text/tokens.ts';

/** 说法: 数额, 增减额, 增减率, 占比, 完成率, 差额, 百分点; last year's share; an amount inside a phrase. */
export type Measure =
  | 'amount'
  | 'change'
  | 'growth'
  | 'share'
  | 'share-before'
  | 'done'
  | 'difference'
  | 'points'
  | 'whole'
  | 'before'
  | 'budget-in'
  | 'budget-against'
  | 'unsigned'
  | 'other';

/** 口径: which budget, or the final figure. */
export type Budget = 'opening' | 'full' | 'adjusted' | 'plan';
/** 口径 of an amount: one of the budgets, or 决算数. */
export type Version = Budget | 'final';
/** 年初预算, 全年预算, 调整预算, and 预算 of no said kind, in the order in which one stands for another. */
export const BUDGETS: readonly Budget[] = ['opening', 'full', 'adjusted', 'plan'];
/** Whether the kind of a word names a budget. */
export const isBudget = (kind: string | undefined): kind is Budget =>
  BUDGETS.includes(kind as Budget);

/** 比较对象: a year, or a budget; `plan`: the budget of that year. */
export interface ComparedTo {
  readonly year?: number | 'last';
  readonly budget?: Budget;
  readonly plan?: boolean;
}

/** 分句所述: what one clause says of its number. */
export interface Statement {
  readonly figure: Figure;
  readonly lead: readonly Token[];
  readonly measure: Measure;
  /** Names it is said of, as far as the clause has any. */
  readonly subject: string;
  readonly base?: ComparedTo;
  readonly version?: Version;
  readonly year?: number;
  /** Said of last year without its number. */
  readonly past: boolean;
  /** 增加 1, 减少 −1; 0 where a choice of the template was left open. */
  readonly direction?: 1 | -1 | 0;
  readonly reason: boolean;
  /** 两项合计. */
  readonly joint: boolean;
  /** Of a share: the whole as named, and the part as named. */
  readonly phrase?: string;
  readonly part?: string;
  /** 人均, 单价: what one of many comes to. */
  readonly mean?: boolean;
  /** 增长-4.10%: the number has a sign of its own. */
  readonly signed?: boolean;
}

const FORMER = /^(?:上年|去年|上一年)/;

/** 上年数: told as of a year before `latest`, by its words or by its year. */
export const isFormer = (
  { measure, past, subject, year }: Statement,
  latest: number | undefined,
): boolean =>
  measure === 'before' ||
  past ||
  FORMER.test(subject) ||
  (year !== undefined && latest !== undefined && year < latest);
