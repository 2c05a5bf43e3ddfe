// One number of a text held against the tables: its verdict, and what it ought to be. Knows shapes.
import type { Severity } from '../../assertions/declaration.ts';
import type { Exact } from '../../measure/exact.ts';
import type { TieCell } from '../readings/report.ts';
import type { Mention } from './mention.ts';
import type { Match } from './printed.ts';

/** 单数核对: one number against the tables. */
export interface Tie {
  readonly mention: Mention;
  readonly rule: string;
  readonly match: Match;
  /** In the number's own unit. */
  readonly expected?: Exact;
  readonly cells: readonly TieCell[];
  readonly message: string;
  readonly severity?: Severity;
  /** One of several figures of the tables that the name may mean. */
  readonly several?: boolean;
  /** `direction`: it rose where the text says that it fell; no other figure puts that right. */
  readonly reason?: 'direction';
}
