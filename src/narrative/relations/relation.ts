// What a text claims of its numbers: relations, each with the readings that its words leave open. Knows
// shapes; judges nothing.
import type { Exact } from '../../measure/exact.ts';
import type { ToldItem } from '../clauses/account.ts';
import type { Figure } from '../text/figure.ts';

/** A figure with its sign in a sum. */
export type Term = readonly [figure: Figure, sign: 1 | -1];

/** 和: Σ = 0; 不超过: Σ ≤ 0. */
export interface SumEquation {
  readonly kind: 'sum' | 'most';
  readonly form: readonly Term[];
}

/** 比率: top ÷ base, in points of a hundred; of a mean or a multiple, by `per`. */
export interface Ratio {
  readonly kind: 'ratio';
  readonly top: readonly Term[];
  readonly base: readonly Term[];
  readonly rate: Figure;
  /** The direction counts. */
  readonly signed: boolean;
  /** What one of the quotient is worth: 100 for 百分之, 1 for 人均, 倍. */
  readonly per?: Exact;
  /** How often the base counts: 12 for 每月, 10000 for 万户. */
  readonly times?: Exact;
  /** What people divide by instead: this year. */
  readonly mistaken?: readonly Term[];
}

/** 数量乘单价: a price for so many of a thing; the amount alone where none is counted. */
export interface Product {
  readonly of: Figure;
  readonly by?: Figure;
  /** 每人每天: days, or months, told beside the count. */
  readonly over?: Figure;
  readonly times?: Exact;
  readonly sign: 1 | -1;
}

/** 单价与数量: Σ products = 0. */
export interface Products {
  readonly kind: 'products';
  readonly products: readonly Product[];
}

/** 不成立: whatever the figures. */
export interface Never {
  readonly kind: 'never';
  readonly figures: readonly Figure[];
  readonly says: string;
}

/** 算式 of a reading. */
export type Equation = SumEquation | Ratio | Products | Never;

/** 读法: what a relation means where the words leave it open. */
export interface Reading {
  readonly equation: Equation;
  /** May accuse; a weak one may only confirm. */
  readonly strong: boolean;
  readonly item?: ToldItem;
  /** The number that is derived from the others: a rate, a difference. */
  readonly derived?: Figure;
  /** What its neighbours come to by chance or otherwise: it silences, and never bears out. */
  readonly excuse?: boolean;
  /** Rests on these too. */
  readonly also?: readonly Figure[];
}

/** 关系的种类: what a claim is about, from which its check and its words follow. */
export type Topic =
  | 'total'
  | 'part'
  | 'changes'
  | 'running'
  | 'share'
  | 'growth'
  | 'corner'
  | 'change'
  | 'done'
  | 'difference'
  | 'points'
  | 'same'
  | 'quoted'
  | 'derived'
  | 'mean'
  | 'quotient'
  | 'balance'
  | 'multiple'
  | 'product'
  | 'score';

/** 关系: one claim of the text, the likeliest reading first. */
export interface TextRelation {
  readonly topic: Topic;
  readonly about: Figure;
  readonly readings: readonly Reading[];
  /** What a reader would need, where nothing can be judged. */
  readonly missing?: string;
  /** 等: the list is open, its parts come to no more than the whole. */
  readonly open?: boolean;
  /** Its words leave no other reading: nothing but its own clears it. */
  readonly closed?: boolean;
  /** 占p: of a whole that its words do not name. */
  readonly nameless?: boolean;
  /** By names alone: what every number of it is borne out by elsewhere it does not accuse. */
  readonly loose?: boolean;
  /** The check it falls under, where the dictionary declares it. */
  readonly rule?: string;
}

/** Every figure of an equation once; of a ratio the rate comes last. */
export const membersOf = (e: Equation): Figure[] => {
  if (e.kind === 'never') return [...e.figures];
  if (e.kind === 'products')
    return [
      ...new Set(
        e.products.flatMap(({ of, by, over }) => [of, by, over].filter((f) => f !== undefined)),
      ),
    ];
  const terms = e.kind === 'ratio' ? [...e.top, ...e.base] : e.form;
  return [...new Set([...terms.map(([f]) => f), ...(e.kind === 'ratio' ? [e.rate] : [])])];
};
