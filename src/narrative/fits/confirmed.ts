// What bears a number out without a word: it is the sum or the difference of numbers beside it. Knows digits and
// places; knows no word.
import { toDouble } from '../../measure/exact.ts';
import type { Equation, Term } from '../relations/relation.ts';
import { isKept, weigh } from '../relations/weigh.ts';
import type { Figure } from '../text/figure.ts';
import { type Addend, digitsMet } from './addends.ts';

const sumOf = (form: readonly Term[]): Equation => ({ kind: 'sum', form });

/** So many of its unit before and behind it it may be the sum or the difference of. */
const AROUND = 8;

/** It is the sum or the difference of any two that stand near. */
function isOfTwo(cells: readonly Addend[], own: Addend, digits: number): boolean {
  const at = cells.indexOf(own);
  const near = cells.slice(Math.max(0, at - AROUND), at + AROUND + 1).filter((c) => c !== own);
  return near.some((a, i) =>
    near.slice(i + 1).some((b) => {
      const members = [a, b, own].map((c) => c.figure);
      const close = Math.max(...members.map(worthOf)) * 2;
      const gap = Math.abs(2 * Math.max(...members.map(worthOf)) - sumOfWorths(members));
      if (gap > close * 1e-3 || digitsMet(members) < digits) return false;
      return members.some((total) =>
        isKept(weigh(sumOf(members.map((f): Term => [f, f === total ? -1 : 1])))),
      );
    }),
  );
}
const worthOf = (f: Figure): number => Math.abs(toDouble(f.value));
const sumOfWorths = (figures: readonly Figure[]): number =>
  figures.reduce((sum, f) => sum + worthOf(f), 0);

/** A run that stands together comes to it, or with it to another number near by: wherever that was told. */
function isOfRun(cells: readonly Addend[], own: Addend, digits: number): boolean {
  const at = cells.indexOf(own);
  const near = cells.slice(Math.max(0, at - 2 * AROUND), at + 2 * AROUND + 1);
  const known = near.map((c) => c.figure);
  return near.some((_, from) => {
    let sum = 0;
    for (let to = from; to < Math.min(near.length, from + AROUND); to += 1) {
      sum += toDouble(near[to]!.figure.value);
      const run = near.slice(from, to + 1);
      if (run.length < 2) continue;
      const totals = run.includes(own) ? known : [own.figure];
      const total = totals.find(
        (f) => run.every((c) => c.figure !== f) && Math.abs(worthOf(f) - sum) < 1e-6 * sum,
      );
      const form = [...run.map((c): Term => [c.figure, 1]), [total ?? own.figure, -1] as Term];
      if (total && isKept(weigh(sumOf(form))) && digitsMet(form.map(([f]) => f)) >= digits)
        return true;
    }
    return false;
  });
}

/** 相邻可推: the sum or the difference of numbers of its unit, meeting so many digits. */
export function isOfOthers(cells: readonly Addend[], own: Addend, digits: number): boolean {
  const side = cells.filter((c) => c.told.bracketed === own.told.bracketed);
  const rows = side.length < cells.length ? [cells, side] : [cells];
  return rows.some((row) => isOfTwo(row, own, digits) || isOfRun(row, own, digits));
}
