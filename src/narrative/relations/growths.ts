// A rate of growth of two numbers that stand near it: of both amounts, or of one of them and the change between. Knows
// statements; knows no word.
import type { Statement } from '../clauses/saying.ts';
import type { Figure } from '../text/figure.ts';
import type { Equation, Term } from './relation.ts';
import { weigh } from './weigh.ts';

/** A quotient must come out as printed: within the rounding of small amounts too many pairs would do. */
export const comesOut = (equation: Equation): boolean => weigh(equation) === 'exact';

/** 比率 in points of a hundred. */
export const ratio = (top: readonly Term[], base: readonly Term[], rate: Figure): Equation => ({
  kind: 'ratio',
  top,
  base,
  rate,
  signed: false,
});

/** 增长率 = (a − b) ÷ b, d ÷ (a ∓ d); undefined where it does not come out. */
export function growthByTwo(rate: Figure, said: Statement, top: Statement, base: Statement) {
  const [a, b] = [top.figure, base.figure];
  if (top.measure === 'change') {
    // d ÷ (a ∓ d): a is this year's.
    if (base.measure === 'change') return undefined;
    if (said.direction && top.direction && said.direction !== top.direction) return undefined;
    const up = (top.direction ?? said.direction ?? 1) >= 0;
    const equation = ratio(
      [[a, 1]],
      [
        [b, 1],
        [a, up ? -1 : 1],
      ],
      rate,
    );
    return comesOut(equation) ? equation : undefined;
  }
  if (base.measure === 'change') return undefined;
  const equation = ratio(
    [
      [a, 1],
      [b, -1],
    ],
    [[b, 1]],
    rate,
  );
  return comesOut(equation) ? equation : undefined;
}
