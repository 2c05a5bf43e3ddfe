// 绩效: the performance tables of a workbook, examined by the rules of their place; and what the rules
// propose for scores not filled in. Pure and repeatable.
import type { Catalogue } from '../catalogue/index.ts';
import type { Region } from '../catalogue/regions.ts';
import type { Snapshot } from '../facts/grid.ts';
import { type Settled, settle } from '../forms/candidates.ts';
import { type ReadTables, readTables } from '../forms/read.ts';
import type { Accounts } from '../scoring/checks/accounts.ts';
import { type Examination, examine } from '../scoring/examine.ts';
import { type Proposal, proposalsFor } from '../scoring/propose.ts';
import { placeOf } from './place.ts';
import type { ReviewOptions } from './tables.ts';

/** Of two equal copies neither is the account. */
const accountsIn =
  (settled: Settled): Accounts =>
  (form) =>
    settled.doubtful.has(form)
      ? undefined
      : settled.tables.find((t) => t.form === form && t.checked);

/** Examines the tables under review; a form that stands there twice is no account to hold against. */
export function examined(
  read: ReadTables,
  settled: Settled,
  catalogue: Catalogue,
  region: Region | undefined,
  preset?: string,
): Examination {
  const one = accountsIn(settled);
  return examine(
    read.evaluations.filter((e) => e.table.checked),
    catalogue.scoring,
    { year: settled.year, region: region?.path ?? [], preset },
    one,
    one('补充资料'),
  );
}

/** 绩效结果: what was examined, and what is proposed for blanks. */
export interface Performance extends Examination {
  readonly proposals: readonly Proposal[];
  /** The official tables that a text beside them is held against. */
  readonly accounts: Accounts;
}

/** 绩效: the performance tables of a workbook, for who shows or fills them. */
export function performanceOf(
  snapshot: Snapshot,
  catalogue: Catalogue,
  options: ReviewOptions = {},
): Performance {
  const read = readTables(snapshot, catalogue.forms);
  const settled = settle(read.tables, options.year);
  const region = placeOf(settled, catalogue, options);
  const examination = examined(read, settled, catalogue, region, options.preset);
  const proposals = examination.cases.flatMap(proposalsFor);
  return { ...examination, proposals, accounts: accountsIn(settled) };
}
