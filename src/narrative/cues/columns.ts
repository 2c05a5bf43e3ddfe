// 并列: A 37批次、392人次，B 4批次、28人次; where one column of a list comes to its total, the list is whole, and so must
// the others. Knows columns; knows no word.
import type { SumEquation, Term, TextRelation } from '../relations/relation.ts';
import { weigh } from '../relations/weigh.ts';
import { bareUnit, type Scene, type Told } from './told.ts';
import { isPart } from './totals.ts';

/** 一行: the numbers of one part, or of the total. */
type Row = readonly Told[];

const unitOf = ({ figure }: Told): string =>
  figure.kind === 'money' ? 'money' : `${figure.kind}${bareUnit(figure)}`;

const FEWEST = 2;
const MOST = 12;

/** Rows of the same units, one behind the other. */
function rowsFrom(run: readonly Told[], width: number): Row[] {
  const [first] = [run.slice(0, width)];
  const units = first.map(unitOf);
  if (first.length < width || new Set(units).size !== width) return [];
  const rows: Row[] = [];
  for (let i = 0; i + width <= run.length && rows.length < MOST; i += width) {
    const row = run.slice(i, i + width);
    if (row.some((t, k) => unitOf(t) !== units[k])) break;
    rows.push(row);
  }
  return rows;
}

const sumOf = (rows: readonly Row[], unit: string, total: Told): SumEquation => ({
  kind: 'sum',
  form: [
    ...rows.map((r): Term => [r.find((t) => unitOf(t) === unit)!.figure, 1]),
    [total.figure, -1],
  ],
});

const isWhole = (t: Told): boolean => isPart(t) && !t.figure.token!.rough;

/** Totals told before the rows, one for each column, the nearest. */
function totalsOf(before: readonly Told[], rows: readonly Row[]): Map<string, Told> {
  const found = new Map<string, Told>();
  for (const t of rows[0]!) {
    const total = before.findLast((b) => unitOf(b) === unitOf(t) && isWhole(b));
    if (total) found.set(unitOf(t), total);
  }
  return found;
}

function columnsAt(told: readonly Told[], at: number, width: number): TextRelation[] {
  const all = rowsFrom(
    told.slice(at).filter((t) => t.figure.kind !== 'percent'),
    width,
  );
  const parts = all.filter((r) => r.every(isWhole));
  if (parts.length < FEWEST || parts.length !== all.length) return [];
  const totals = totalsOf(told.slice(Math.max(0, at - width - 2), at), parts);
  if (totals.size < FEWEST) return [];
  for (let n = parts.length; n >= FEWEST; n -= 1) {
    const rows = parts.slice(0, n);
    const sums = [...totals].map(([unit, total]) => ({
      total,
      equation: sumOf(rows, unit, total),
    }));
    const proof = sums.filter((s) => weigh(s.equation) === 'exact');
    const broken = sums.filter((s) => weigh(s.equation) === 'broken');
    if (proof.length === 0 || proof.length + broken.length < sums.length) continue;
    return broken.map(({ total, equation }) => ({
      topic: 'total',
      about: total.figure,
      readings: [{ equation, strong: true }],
    }));
  }
  return [];
}

/** 并列各栏 of a paragraph. */
export function columnsIn({ told }: Scene): TextRelation[] {
  const about = new Map<unknown, TextRelation>();
  for (const width of [2, 3])
    for (let at = 1; at < told.length; at += 1)
      for (const r of columnsAt(told, at, width)) if (!about.has(r.about)) about.set(r.about, r);
  return [...about.values()];
}
