// What ought to come of a composed workbook, untouched and with one digit changed, by the arithmetic of its own
// ledger; and what came of it.
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { addressOf, type Snapshot } from '../../../src/facts/grid.ts';
import { type Review, review } from '../../../src/review.ts';
import { type Random, random } from '../department/random.ts';
import { type Book, bookOf } from './book.ts';
import type { Placed } from './sheet.ts';

const placeOf = (p: Placed): string => `${p.sheet}!${addressOf(p)}`;

/** Breaks that ask for something to be done. */
export const wrong = (r: Review) =>
  r.findings.filter((f) => f.verdict === 'broken' && f.severity !== 'note');

/** Amounts that no finding, no list of the uncovered and no list of the unread names. */
export function lost(book: Book, r: Review): string[] {
  const named = new Set(r.findings.flatMap((f) => f.cells.map((c) => `${c.sheet}!${c.address}`)));
  for (const f of [...r.figures.uncovered, ...r.figures.unread])
    named.add(`${f.sheet}!${f.address}`);
  return book.placed.filter((p) => !named.has(placeOf(p))).map((p) => `${placeOf(p)} ${p.key}`);
}

/** 改一位: one digit of one amount, and whether that breaks a relation of the ledger for sure. */
export interface Change {
  readonly at: Placed;
  readonly to: string;
  readonly breaks: boolean;
  readonly snapshot: Snapshot;
}

/** Printed hundredths by key; what is blank is nothing. */
function printed(book: Book): ReadonlyMap<string, number> {
  return new Map(book.placed.map((p) => [p.key, Math.round(Number(p.digits) * 100)]));
}

/** Beyond half a last digit for each of its figures; 元 are printed in full. */
function breaksAny(book: Book, key: string, to: number): boolean {
  const values = new Map(printed(book)).set(key, to);
  const isThere = (k: string) => values.has(k) || (book.ledger.of.get(k) ?? 1) === 0;
  return book.ledger.relations.some(({ total, parts }) => {
    const keys = [total, ...parts.map(([, k]) => k)];
    if (!keys.includes(key) || !keys.every(isThere)) return false;
    const sum = parts.reduce((n, [sign, k]) => n + sign * (values.get(k) ?? 0), 0);
    const terms = keys.filter((k) => values.has(k)).length;
    const bound = book.parts.hand.unit === '元' ? 0 : terms / 2;
    return Math.abs(sum - (values.get(total) ?? 0)) > bound;
  });
}

/** Changes one digit of an amount that stands in some relation of the ledger. */
export function changed(book: Book, r: Random): Change | undefined {
  const related = new Set(
    book.ledger.relations.flatMap((x) => [x.total, ...x.parts.map((p) => p[1])]),
  );
  const able = book.placed.filter((p) => related.has(p.key));
  if (able.length === 0) return undefined;
  const at = r.pick(able);
  const places = [...at.digits].flatMap((c, i) => (/\d/.test(c) ? [i] : []));
  const i = r.pick(places);
  const digit = (Number(at.digits[i]) + r.integer(1, 9)) % 10;
  const to = `${at.digits.slice(0, i)}${digit}${at.digits.slice(i + 1)}`;
  const sheets = book.snapshot.sheets.map((s) => {
    if (s.name !== at.sheet) return s;
    const cells = s.cells.map((line, row) =>
      row !== at.row
        ? line
        : line!.map((c, column) => {
            if (column !== at.column || !c) return c;
            return { ...c, value: typeof c.value === 'number' ? Number(to) : to };
          }),
    );
    return { ...s, cells };
  });
  const breaks = breaksAny(book, at.key, Math.round(Number(to) * 100));
  return { at, to, breaks, snapshot: { sheets } };
}

/** One seed: what was said of it as it is, and with one digit changed. */
export interface Trial {
  readonly seed: number;
  readonly alarms: readonly string[];
  readonly lost: readonly string[];
  readonly amounts: number;
  readonly change?: {
    readonly place: string;
    readonly key: string;
    readonly from: string;
    readonly to: string;
    readonly found: boolean;
    /** Rank of the changed cell among the suspects; 0 where it is none. */
    readonly rank: number;
    /** How many share its rank in its group. */
    readonly sharing: number;
  };
}

export function trial(seed: number): Trial {
  const book = bookOf(seed);
  const calm = review(book.snapshot, CATALOGUE);
  const alarms = wrong(calm).map((f) => `${f.rule} ${f.message}`);
  const base = { seed, alarms, lost: lost(book, calm), amounts: book.placed.length };
  const r = random(seed * 31 + 5);
  const change = [0, 1, 2, 3].map(() => changed(book, r)).find((c) => c?.breaks);
  if (!change) return base;
  const after = review(change.snapshot, CATALOGUE);
  const place = placeOf(change.at);
  const own = after.suspects.find((s) => `${s.sheet}!${s.address}` === place);
  const sharing = after.suspects.filter((s) => s.group === own?.group && s.rank === own.rank);
  return {
    ...base,
    change: {
      place,
      key: change.at.key,
      from: change.at.digits,
      to: change.to,
      found: after.findings.some((f) => f.verdict === 'broken' && f.stated !== undefined),
      rank: own?.rank ?? 0,
      sharing: sharing.length,
    },
  };
}

/** 份额 over many seeds, each a part and its whole. */
export function sharesOf(trials: readonly Trial[]) {
  const changes = trials.flatMap((t) => t.change ?? []);
  const found = changes.filter((c) => c.found);
  const count = (pick: (t: Trial) => number) => trials.reduce((n, t) => n + pick(t), 0);
  return {
    calm: [trials.filter((t) => t.alarms.length === 0).length, trials.length],
    listed: [count((t) => t.amounts - t.lost.length), count((t) => t.amounts)],
    found: [found.length, changes.length],
    culprit: [found.filter((c) => c.rank === 1 && c.sharing <= 2).length, found.length],
  } as const;
}
