// How often the check is right on departments nobody has seen: counted over seeds, told as shares.
// Decides for itself what ought to come out, from the relations an untouched workbook is held to.
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { addressOf, type Snapshot } from '../../../src/facts/grid.ts';
import {
  abs,
  compare,
  type Exact,
  equal,
  exact,
  minus,
  parseExact,
  plus,
  shift,
} from '../../../src/measure/exact.ts';
import { type Review, review } from '../../../src/review.ts';
import { arrangement, disturb, layOut, type Workbook } from './layout.ts';
import { makeDepartment } from './model.ts';
import type { AmountCell } from './page.ts';
import { random } from './random.ts';

/** What ought to come of one changed cell. */
export type Fate = 'broken' | 'within' | 'either';

/** One seed: the department as laid out, with one cell changed, with two cells changed. */
export interface Trial {
  readonly seed: number;
  readonly calm: Review;
  readonly amounts: number;
  readonly one: Disturbed;
  readonly two: { readonly found: boolean; readonly both: boolean };
}
export interface Disturbed {
  readonly place: string;
  readonly from: string;
  readonly to: string;
  readonly unit: string;
  readonly fate: Fate;
  readonly broken: boolean;
  readonly rounding: boolean;
  /** 不符 that do not name the changed cell. */
  readonly stray: readonly string[];
  /** No other cell stands in exactly the same relations. */
  readonly decided: boolean;
  /** Rank among the suspects; 0 when it is not listed. */
  readonly rank: number;
  /** The digits it had are the ones proposed. */
  readonly restored: boolean;
}

const number = (text: string): Exact =>
  parseExact(text.normalize('NFKC').replace(/[\s,]/g, '')) ?? exact(0);
const placeOf = (at: AmountCell): string => `${at.sheet}!${addressOf(at)}`;

/** Findings about relations between figures, remarks on the layout left out. */
export const wrong = (r: Review) =>
  r.findings.filter((f) => f.verdict === 'broken' && f.severity !== 'note');
const related = (r: Review, place: string) =>
  r.findings.filter(
    (f) => f.stated !== undefined && f.cells.some((c) => `${c.sheet}!${c.address}` === place),
  );

const POWER: Readonly<Record<string, number>> = { 元: 0, 千元: 3, 万元: 4, 亿元: 8 };

/**
 * What a change ought to lead to, from the gaps and bounds before it. A cell may stand on either
 * side of a relation, so both directions must agree before anything is claimed.
 */
function fateOf(calm: Review, place: string, change: Exact, unit: string): Fate {
  let possible = false;
  for (const f of related(calm, place)) {
    if (!f.says.includes('=') || /[≤≥]/.test(f.says)) {
      possible = true;
      continue;
    }
    const moved = shift(change, (POWER[unit] ?? 0) - (POWER[f.unit ?? unit] ?? 0));
    const gap = number(f.gap ?? '0');
    const bound = number(f.bound ?? '0');
    const outside = [plus(gap, moved), minus(gap, moved)].map((g) => compare(abs(g), bound) > 0);
    if (outside.every(Boolean)) return 'broken';
    if (outside.some(Boolean)) possible = true;
  }
  return possible ? 'either' : 'within';
}

/** Whether no other cell stands in exactly the relations this one stands in. */
function decidedBy(calm: Review, place: string): boolean {
  const memberships = new Map<string, string[]>();
  calm.findings.forEach((f, i) => {
    if (f.stated === undefined || /[≤≥]/.test(f.says)) return;
    for (const c of f.cells) {
      const key = `${c.sheet}!${c.address}`;
      memberships.set(key, [...(memberships.get(key) ?? []), String(i)]);
    }
  });
  const own = memberships.get(place)?.join();
  if (own === undefined) return false;
  return [...memberships].every(([key, list]) => key === place || list.join() !== own);
}

/** In the unit that the table is read in: what a format rescales is stored in 元. */
const asShown = (text: string, at: AmountCell, format: string | undefined): Exact =>
  at.unit === '元' && format === '0!.0000' ? shift(number(text), -4) : number(text);

function changedOne(calm: Review, book: Workbook, seed: number): Disturbed {
  const at = random(seed * 31 + 7).pick(book.amounts);
  const { unit } = at;
  const format = book.snapshot.sheets.find((s) => s.name === at.sheet)?.cells[at.row]?.[at.column]
    ?.format;
  const { snapshot, from, to } = disturb(book.snapshot, at, seed);
  const after = review(snapshot, CATALOGUE);
  const place = placeOf(at);
  const suspect = after.suspects.find((s) => `${s.sheet}!${s.address}` === place);
  const relations = after.findings.filter((f) => f.stated !== undefined);
  return {
    place,
    from,
    to,
    unit,
    fate: fateOf(calm, place, minus(number(to), number(from)), unit),
    broken: relations.some((f) => f.verdict === 'broken'),
    rounding: relations.some((f) => f.verdict === 'rounding'),
    stray: relations
      .filter((f) => f.verdict === 'broken')
      .filter((f) => !f.cells.some((c) => `${c.sheet}!${c.address}` === place))
      .map((f) => f.message),
    decided: decidedBy(calm, place),
    rank: suspect?.rank ?? 0,
    restored: suspect !== undefined && equal(number(suspect.suggested), asShown(from, at, format)),
  };
}

/** Two changes far enough apart in the sheets to be two mistakes. */
function changedTwo(book: Workbook, seed: number): Trial['two'] {
  const r = random(seed * 17 + 3);
  const [first, second] = [r.pick(book.amounts), r.pick(book.amounts)];
  if (placeOf(first) === placeOf(second)) return { found: false, both: false };
  const once = disturb(book.snapshot, first, seed).snapshot;
  const single = (snapshot: Snapshot) => wrong(review(snapshot, CATALOGUE)).length > 0;
  const alone = [once, disturb(book.snapshot, second, seed + 1).snapshot].every(single);
  if (!alone) return { found: false, both: false };
  const after = review(disturb(once, second, seed + 1).snapshot, CATALOGUE);
  const named = new Set(after.suspects.map((s) => `${s.sheet}!${s.address}`));
  return { found: true, both: named.has(placeOf(first)) && named.has(placeOf(second)) };
}

/** One seed's department, checked as it is, with one figure changed, and with two. */
export function trial(seed: number): Trial {
  const a = arrangement(seed);
  const wishes = a.layout.oldForm ? { capital: false } : {};
  const former = a.lastYear ? makeDepartment(seed + 10_000, wishes) : undefined;
  const book = layOut(makeDepartment(seed, wishes), a, former);
  const calm = review(book.snapshot, CATALOGUE);
  return {
    seed,
    calm,
    amounts: book.amounts.length,
    one: changedOne(calm, book, seed),
    two: changedTwo(book, seed),
  };
}

/** The shares asked for: each a part and its whole. */
export interface Shares {
  readonly calm: readonly [number, number];
  readonly covered: readonly [number, number];
  readonly beyond: readonly [number, number];
  readonly within: readonly [number, number];
  readonly expected: readonly [number, number];
  readonly firstWhereDecided: readonly [number, number];
  readonly listedOtherwise: readonly [number, number];
  readonly restored: readonly [number, number];
  readonly both: readonly [number, number];
}

const asExpected = ({ fate, broken, rounding }: Disturbed): boolean =>
  fate === 'either' || (fate === 'broken' ? broken : !broken && rounding);

export function sharesOf(trials: readonly Trial[]): Shares {
  const ones = trials.map((t) => t.one);
  const broken = ones.filter((o) => o.broken);
  const foretold = ones.filter((o) => o.fate === 'broken');
  const decided = broken.filter((o) => o.decided);
  const open = broken.filter((o) => !o.decided);
  const pairs = trials.filter((t) => t.two.found);
  const sum = (pick: (t: Trial) => number) => trials.reduce((n, t) => n + pick(t), 0);
  return {
    calm: [trials.filter((t) => wrong(t.calm).length === 0).length, trials.length],
    covered: [sum((t) => t.calm.figures.covered), sum((t) => t.calm.figures.total)],
    beyond: [foretold.filter((o) => o.broken).length, foretold.length],
    within: [ones.filter((o) => !o.broken).length, ones.length],
    expected: [ones.filter(asExpected).length, ones.length],
    firstWhereDecided: [decided.filter((o) => o.rank === 1).length, decided.length],
    listedOtherwise: [open.filter((o) => o.rank > 0).length, open.length],
    restored: [broken.filter((o) => o.restored).length, broken.length],
    both: [pairs.filter((t) => t.two.both).length, pairs.length],
  };
}

const LINES: readonly (readonly [keyof Shares, string])[] = [
  ['calm', '未改动的工作簿，除尾差外没有问题'],
  ['covered', '至少有一条关系核对到的金额'],
  ['expected', '改一个数字后，结果与误差界预言的一致'],
  ['beyond', '改动超出误差界，报出不符'],
  ['within', '改动没有超出任何误差界'],
  ['firstWhereDecided', '能够判定时，改动的单元格排第一'],
  ['listedOtherwise', '不能判定时，改动的单元格在并列之中'],
  ['restored', '报出不符时，建议值就是原来的数'],
  ['both', '改两处，两处都被指出'],
];

/** The shares as lines for people. */
export const shareLines = (shares: Shares): string[] =>
  LINES.map(([key, words]) => {
    const [part, whole] = shares[key];
    const percent = whole === 0 ? '—' : `${((100 * part) / whole).toFixed(2)}%`;
    return `${percent.padStart(8)}  ${`${part}/${whole}`.padEnd(14)}${words}`;
  });
