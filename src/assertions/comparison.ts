// What a comparison comes to. Knows verdict and amounts; knows no words but the reason of a doubt.
import type { Exact } from '../measure/exact.ts';
import type { Unit } from '../measure/quantity.ts';
import type { Cause } from './cause.ts';
import type { Finding } from './finding.ts';

/** 核对过程: what a comparison came to, before it is put into words; its numbers are in `unit`. */
export interface Comparison {
  readonly verdict: Finding['verdict'];
  readonly unit: Unit;
  readonly cause: Cause;
  readonly stated?: Exact;
  readonly expected?: Exact;
  readonly gap?: Exact;
  readonly bound?: Exact;
  /** Why it cannot be decided, as a Chinese clause. */
  readonly why?: string;
}
