// 提示登记: the code of every remark on tables, by the id that its head has in the catalogue. What is looked for is
// what stands here, in this order; code that says several things stands under each. Knows which remarks there
// are and what of a book each looks at; looks for none itself.
import type { Finding } from '../assertions/finding.ts';
import type { Table } from '../facts/fact.ts';
import { checkedOf } from '../facts/standing.ts';
import { amountRemarks } from '../identities/amounts.ts';
import { evaluationRemarks, unreadableRemarks } from '../identities/evaluations.ts';
import { headingRemarks } from '../identities/headings.ts';
import { leftoverRemarks } from '../identities/leftovers.ts';
import { noteRemarks } from '../identities/notes.ts';
import { pairRemarks } from '../identities/pairs.ts';
import type { Expansion } from '../identities/plan.ts';
import { codeRemarks, detailRemarks, nameRemarks, type Remarks } from '../identities/remarks.ts';
import { rosterRemarks } from '../identities/roster.ts';
import { subjectRemarks } from '../identities/subjects.ts';
import { supplementRemarks } from '../identities/supplement.ts';
import type { Book } from './book.ts';
import { otherRemarks } from './others.ts';
import { rosterOf } from './roster.ts';

/** 查提示所需: a book, what its relations came to, and the heads in force. */
interface RemarkTask {
  readonly book: Book;
  readonly relations: readonly Expansion[];
  readonly heads: Remarks;
  /** Whether any official table is known: of a book without one only its sheets are spoken of. */
  readonly known: boolean;
  readonly checked: readonly Table[];
  /** 表1–表9 among them. */
  readonly official: readonly Table[];
}

type Code = (task: RemarkTask) => readonly Finding[];

const ofKnown =
  (look: Code): Code =>
  (task) =>
    task.known ? look(task) : [];

/** What is said of one table alone is said again as long as the table and the heads are the same. */
function ofEach(
  look: (table: Table, heads: Remarks, book: Book) => readonly Finding[],
): (task: RemarkTask) => readonly Finding[] {
  const said = new WeakMap<
    Table,
    { readonly heads: Remarks; readonly found: readonly Finding[] }
  >();
  const ofTable = (table: Table, { book, heads }: RemarkTask): readonly Finding[] => {
    const known = said.get(table);
    if (known?.heads === heads) return known.found;
    const found = look(table, heads, book);
    said.set(table, { heads, found });
    return found;
  };
  return (task) => task.official.flatMap((table) => ofTable(table, task));
}

const roster = ofKnown(({ book, heads }) =>
  rosterRemarks(book.settled.standings, rosterOf(book), heads),
);
const headings = ofKnown(({ book, heads }) => {
  const { settled, read } = book;
  const { year, department, standings, tables } = settled;
  const chosen = tables.every((t) => t.year !== year);
  const { unreadable, skipped } = read;
  const printed = new Set(book.snapshot.sheets.flatMap((s) => (s.printed ? [s.name] : [])));
  const around = { year, chosen, department, printed, unreadable, skipped };
  return headingRemarks(standings, around, heads);
});
const unreadable: Code = ({ book, heads, known }) =>
  known ? [] : unreadableRemarks(book.read.unreadable, heads);
const evaluations: Code = ({ book: { read, settled }, heads }) =>
  evaluationRemarks(read.evaluations, settled.standings, heads);
const others = ofKnown(({ book, checked, heads }) =>
  otherRemarks(book.others, checked, book.settled.year, heads),
);
const ofAmounts = ofEach(amountRemarks);
const amounts = ofKnown((task) => {
  const { sheets } = task.book.snapshot;
  const printed = new Set(sheets.flatMap((s) => (s.printed ? [s.name] : [])));
  // How a number is stored is nothing that print shows.
  return ofAmounts(task).filter((f) => f.cause !== 'typed-as-text' || !printed.has(f.sheet ?? ''));
});
const codes = ofKnown(ofEach(codeRemarks));
const notes = ofKnown(({ official, relations, heads }) =>
  official.flatMap((t) => noteRemarks(t, relations, heads)),
);
const leftovers = ofKnown(
  ofEach((table, heads, { catalogue }) => leftoverRemarks(table, catalogue.leftovers, heads)),
);
const names = ofKnown(({ official, heads }) => nameRemarks(official, heads));
const details = ofKnown(({ official, heads }) => detailRemarks(official, heads));
const subjects = ofKnown(({ book, official, heads }) =>
  subjectRemarks(official, book.catalogue.subjects, book.settled.year, heads),
);
const pairs = ofKnown(({ book, official, heads }) =>
  pairRemarks(official, book.catalogue.pairs, heads),
);
const supplement = ofKnown(({ checked, heads }) =>
  checked.filter((t) => t.form === '补充资料').flatMap((t) => supplementRemarks(t, heads)),
);

/** 提示登记: the code of a remark by its id. */
export const TABLE_REMARKS: Readonly<Record<string, readonly Code[]>> = {
  D01: [roster],
  D02: [roster],
  D05: [headings],
  D06: [headings, others],
  D07: [headings],
  D08: [headings, others, unreadable, evaluations],
  A27: [amounts],
  D04: [amounts],
  A28: [codes, details, subjects],
  D03: [notes],
  B17: [names],
  D12: [subjects],
  D13: [pairs],
  D14: [pairs],
  D15: [pairs],
  D16: [leftovers],
  D09: [supplement],
  D10: [supplement],
  D11: [evaluations],
};

const ALL = [...new Set(Object.values(TABLE_REMARKS).flat())];

/** 提示 on the tables of a book. */
export function remarksOf(
  book: Book,
  relations: readonly Expansion[],
  heads: Remarks,
  known: boolean,
): Finding[] {
  const checked = checkedOf(book.settled.standings);
  const official = checked.filter((t) => /^表\d$/.test(t.form));
  const task = { book, relations, heads, known, checked, official };
  return ALL.flatMap((look) => look(task));
}
