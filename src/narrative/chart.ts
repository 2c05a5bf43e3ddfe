// 图: what a picture of the text shows, as numbers. Knows no way of drawing.
import type { Exact } from '../measure/exact.ts';
import type { ChartName } from './document.ts';

/** 图: one picture with its numbers; columns stand for amounts, slices for shares of a whole. */
export interface Chart {
  readonly name: ChartName;
  readonly kind: 'columns' | 'pie';
  readonly title: string;
  readonly unit: string;
  readonly points: readonly { readonly label: string; readonly value: Exact }[];
  /** What is missing for it, in words; a picture with a hole is not drawn. */
  readonly missing: readonly string[];
}
