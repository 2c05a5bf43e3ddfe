// What a text claims of its numbers: relations, each with the readings that its words leave open. Knows
// shapes; judges nothing.
import type { Item } from '../clauses/account.ts';
import type { Figure } from '../text/figure.ts';

/** A figure with its sign in a sum. */
export type Term = readonly [figure: Figure, sign: 1 | -1];

/** 和: Σ = 0; 不超过: Σ ≤ 0. */
export interface Sum {
  readonly kind: 'sum' | 'most';
  readonly form: readonly Term[];
}

/** 比率: top ÷ base, in points of a hundred. */
export interface Ratio {
  readonly kind: 'ratio';
  readonly top: readonly Term[];
  readonly base: readonly Term[];
  readonly rate: Figure;
  /** The direction counts. */
  readonly signed: boolean;
  /** What people divide by instead: this year. */
  readonly mistaken?: readonly Term[];
}

/** 不成立: whatever the figures. */
export interface Never {
  readonly kind: 'never';
  readonly figures: readonly Figure[];
  readonly says: string;
}

export type Equation = Sum | Ratio | Never;

/** 读法: what a relation means where the words leave it open. */
export interface Reading {
  readonly equation: Equation;
  /** May accuse; a weak one may only confirm. */
  readonly strong: boolean;
  readonly item?: Item;
  /** The number that is derived from the others: a rate, a difference. */
  readonly derived?: Figure;
  /** Rests on these too. */
  readonly also?: readonly Figure[];
}

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
  | 'derived';

/** 关系: one claim of the text, the likeliest reading first. */
export interface Relation {
  readonly topic: Topic;
  readonly about: Figure;
  readonly readings: readonly Reading[];
  /** What a reader would need, where nothing can be judged. */
  readonly missing?: string;
  /** 等: the list is open, its parts come to no more than the whole. */
  readonly open?: boolean;
  /** By names alone: what every number of it is borne out by elsewhere it does not accuse. */
  readonly loose?: boolean;
  /** The check it falls under, where the dictionary declares it. */
  readonly rule?: string;
}

export const membersOf = (e: Equation): Figure[] => {
  if (e.kind === 'never') return [...e.figures];
  const terms = e.kind === 'ratio' ? [...e.top, ...e.base] : e.form;
  return [...new Set([...terms.map(([f]) => f), ...(e.kind === 'ratio' ? [e.rate] : [])])];
};
