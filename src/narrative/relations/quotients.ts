// Quotients that a rate may be of two amounts, by what is said of them. Knows measures; knows no word.
import { toDouble } from '../../measure/exact.ts';
import type { Statement } from '../clauses/saying.ts';
import type { Figure } from '../text/figure.ts';
import { ratio } from './growths.ts';
import type { Equation, Term } from './relation.ts';

/** Near enough to be weighed: no verdict. */
export const near = (x: number, want: number): boolean => Math.abs(x - want) <= 0.02 * want + 0.02;

/** The size of a number whatever its sign, to be tried only. */
export const sizeOf = ({ value }: Figure): number => Math.abs(toDouble(value));

/** 增减额, 差额: it leads from one amount to another. */
export const isMove = ({ measure }: Statement): boolean =>
  measure === 'change' || measure === 'difference';

/** By the change printed and the amount it led from, the other is what it led to: no base of a growth. */
export function isAfter(
  move: Statement,
  base: Statement,
  rate: Statement,
  all: readonly Statement[],
) {
  if (rate.measure !== 'growth') return false;
  const [d, now] = [sizeOf(move.figure), toDouble(base.figure.value)];
  const before = rate.direction === -1 ? now + d : now - d;
  return all.some(
    ({ figure }) => Math.abs(toDouble(figure.value) - before) <= toDouble(figure.last),
  );
}

/** The quotient of two amounts that a rate may be; undefined where none is near it. */
export function rateOfTwo(a: Statement, b: Statement, rate: Statement): Equation | undefined {
  const [x, y] = [toDouble(a.figure.value), toDouble(b.figure.value)];
  const want = Math.abs(toDouble(rate.figure.value)) / 100;
  const of = (value: number, top: readonly Term[], base: readonly Term[]): Equation | undefined =>
    near(value, want) ? ratio(top, base, rate.figure) : undefined;
  if (isMove(b)) return undefined;
  if (rate.measure !== 'growth' || (isMove(a) && near(x / y, want)))
    return of(x / y, [[a.figure, 1]], [[b.figure, 1]]);
  const [up, down] = [rate.direction !== -1, rate.direction !== 1];
  if (!isMove(a)) {
    const form: Term[] =
      x > y
        ? [
            [a.figure, 1],
            [b.figure, -1],
          ]
        : [
            [b.figure, 1],
            [a.figure, -1],
          ];
    return (x > y ? up : down) ? of(Math.abs(x / y - 1), form, [[b.figure, 1]]) : undefined;
  }
  const before =
    up && y > x
      ? of(
          x / (y - x),
          [[a.figure, 1]],
          [
            [b.figure, 1],
            [a.figure, -1],
          ],
        )
      : undefined;
  return (
    before ??
    (down
      ? of(
          x / (y + x),
          [[a.figure, 1]],
          [
            [b.figure, 1],
            [a.figure, 1],
          ],
        )
      : undefined)
  );
}
