// 绩效: the performance tables of a workbook, examined by the rules of their place; and what the rules
// propose for scores not filled in. Pure and repeatable.
import type { Accounts } from '../scoring/checks/accounts.ts';
import { type Examination, examine } from '../scoring/examine.ts';
import { type Proposal, proposalsFor } from '../scoring/propose.ts';
import { type Book, onlyTableIn } from './book.ts';

/** Of two equal copies neither is the account. */
const accountsIn =
  (book: Book): Accounts =>
  (form) =>
    onlyTableIn(book, form);

/** Examines the tables under review; a form that stands there twice is no account to hold against. */
export function examined(book: Book): Examination {
  const { read, settled, catalogue, scope, options } = book;
  const one = accountsIn(book);
  return examine(
    read.evaluations.filter((e) => settled.standings.get(e.table)?.checked),
    catalogue.scoring,
    { ...scope, preset: options.preset },
    one,
    one('补充资料'),
  );
}

/** 绩效结果: what was examined, and what is proposed for blanks. */
export interface Performance extends Examination {
  readonly book: Book;
  readonly proposals: readonly Proposal[];
  /** The official tables that a text beside them is held against. */
  readonly accounts: Accounts;
}

/** 绩效: the performance tables of a workbook, for who shows or fills them. */
export function performanceOf(book: Book): Performance {
  const examination = examined(book);
  const proposals = examination.cases.flatMap(proposalsFor);
  return { ...examination, book, proposals, accounts: accountsIn(book) };
}
