// 持平 beside figures that differ: with the budget, or with last year. Knows accounts; knows no table.
import { abs, compare, equal, exact, minus, times } from '../../measure/exact.ts';
import { type Account, amountOf, budgetsOf, type Wording } from '../clauses/account.ts';
import { BUDGETS } from '../clauses/saying.ts';
import type { Figure } from '../text/figure.ts';
import type { Wrong } from './wrong.ts';

/** 基本持平 is said of figures within a twentieth of each other. */
const NEARLY = exact(5, 2);
const isBudget = (kind: string): boolean => BUDGETS.some((b) => b === kind);

function differ(a: Figure, b: Figure, nearly: boolean): boolean {
  const gap = abs(minus(a.value, b.value));
  return nearly ? compare(gap, times(abs(b.value), NEARLY)) > 0 : !equal(a.value, b.value);
}

function levelOf({ token, item, before, sentence, reason }: Wording): string | undefined {
  if (!item || reason || before.some((t) => t.kind === 'text' && t.text.length > 2))
    return undefined;
  const nearly = token.text.startsWith('基本');
  const toBudget = before.some((t) => isBudget(t.kind));
  const toLast = before.some((t) => t.kind === 'last' || t.kind === 'year');
  const final = item.slots.final ?? item.slots.plain;
  if (toBudget && !toLast && final && item.passage === sentence.passage) {
    const budgets = budgetsOf(item);
    const off = budgets.length > 0 && budgets.every((b) => differ(final, b, nearly));
    return off ? '决算数与预算数并不相等' : undefined;
  }
  const now = amountOf(item);
  const old = item.slots.before;
  const apart = toLast && !toBudget && item.sentence === sentence && now && old;
  return apart && differ(now, old, nearly) ? '本年数与上年数并不相等' : undefined;
}

/** 持平与数字不合: 持平 said of figures that differ. */
export const levelsOf = ({ wordings }: Account): Wrong[] =>
  wordings.flatMap((w) => {
    const why = w.kind === 'level' ? levelOf(w) : undefined;
    const { start, end, text } = w.token;
    return why ? [{ rule: 'C27', start, end, message: `写“${text}”，但${why}` }] : [];
  });
