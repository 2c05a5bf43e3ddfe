// From the cells of a path to one interval. Knows blanks, units and what is no number; knows no rule: the
// only place where cells are added up.
import { type Fact, type Table, unitOf } from '../facts/fact.ts';
import { quoted } from '../facts/shown.ts';
import { add, NOUGHT } from '../measure/interval.ts';
import { intervalIn, type Unit } from '../measure/quantity.ts';
import type { Hindrance, Outcome } from './evaluate.ts';
import type { Binding } from './meant.ts';
import { resolve } from './resolve.ts';
import type { Path } from './tree.ts';

/** 计量单位的取法: the unit in which a cell is to be counted; 万元 for every amount, or its own. */
export type UnitFor = (fact: Fact) => Unit;

/** Whether a cell holds a number, 0 among them; a blank, a word or a formula without its result does not. */
export const holdsFigure = (fact: Fact): boolean => fact.state === 'figure';

/** Why a cell cannot be counted, as a code and a Chinese clause; undefined when it can: a blank is zero. */
export function obstacle(fact: Fact): { why: string; cause: Hindrance } | undefined {
  if (fact.state === 'unread')
    return { why: `${quoted(fact.shown)}不是数字，请改为数字`, cause: 'not-a-number' };
  if (fact.state === 'uncached')
    return { why: '公式没有保存计算结果，请在 Excel 中打开并保存', cause: 'not-calculated' };
  return undefined;
}

/**
 * 零: a printed 0.00 among other amounts of a sum is nothing at all, and no small amount rounded away; where all of
 * them are 0.00 each may be one.
 */
export const isNought = (fact: Fact, among: readonly Fact[]): boolean =>
  fact.quantity?.units === 0 && among.some((f) => f.quantity && f.quantity.units !== 0);

/**
 * 取值 of cells together, in the unit that `unitFor` gives for each; a blank is 0 without width. Otherwise why
 * there is none: `not-a-number`, `not-calculated` or `units-differ`, with `at` the cell that stands in the
 * way.
 */
export function valueOfCells(
  facts: readonly Fact[],
  unitFor: UnitFor = unitOf,
): Outcome & { readonly at?: Fact } {
  let value = NOUGHT;
  for (const fact of facts) {
    const stuck = obstacle(fact);
    if (stuck) return { ok: false, ...stuck, at: fact };
    if (!fact.quantity) continue;
    const unit = unitFor(fact);
    const own = intervalIn(fact.quantity, unit);
    if (!own) {
      const why = `计量单位“${unitOf(fact)}”与“${unit}”不能换算`;
      return { ok: false, why, cause: 'units-differ', at: fact };
    }
    value = add(value, isNought(fact, facts) ? NOUGHT : own);
  }
  return { ok: true, value, printed: facts.some(holdsFigure) };
}

/** 路径取值: an interval with its cells; or why there is none, and where it would have stood. */
export type PathValue = Outcome & { readonly facts: readonly Fact[]; readonly at?: Fact };

/**
 * 取值 of a path in one table, in the unit that `unitFor` gives for each cell; otherwise why there is none. A
 * table without any figure counts as nothing only where it is said to be empty; a row or column that the
 * layout does not have is no zero.
 */
export function valueOfPath(
  path: Path,
  table: Table | undefined,
  unitFor: UnitFor,
  binding?: Binding,
): PathValue {
  if (!table || (table.empty && !table.declaredEmpty))
    return { ok: false, why: '表中没有数', facts: [] };
  const target = resolve(path, table, binding);
  if (target.missing && !table.empty) return { ok: false, why: '表中没有这一项', facts: [] };
  return { ...valueOfCells(target.facts, unitFor), facts: target.facts };
}
