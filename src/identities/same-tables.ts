// 再次展开: an identity over the tables it was expanded over before, or over others of the same layouts, comes to the
// same. Knows tables by what they are and by their layouts; expands nothing.
import type { Table } from '../facts/fact.ts';
import { Memory } from '../measure/memory.ts';
import type { Identity } from './declared.ts';
import { layoutOf } from './layout.ts';
import { Expansion, type Plan, planWeight } from './plan.ts';
import type { Expanded } from './relation.ts';

/** 所涉的表, and which of their forms the year does not have. */
export interface Over {
  readonly found: readonly (readonly Table[])[];
  readonly absent: string;
}

interface Once extends Over {
  readonly expansions: readonly Expansion[];
}
/** By the first table of an identity. */
const once = new WeakMap<Table, Map<Identity, Once>>();

const isSame = (a: Over, b: Over): boolean =>
  a.absent === b.absent &&
  a.found.every((own, i) => {
    const other = b.found[i]!;
    return own.length === other.length && own.every((table, n) => table === other[n]);
  });

const NONE: readonly Expansion[] = [];

/** What an identity came to over these very tables before, or is made now. */
export function expandedOnce(
  identity: Identity,
  over: Over,
  make: () => readonly Expansion[],
): readonly Expansion[] {
  const first = over.found.find((own) => own.length > 0)?.[0];
  if (!first) return NONE;
  let known = once.get(first);
  if (!known) {
    known = new Map();
    once.set(first, known);
  }
  const own = known.get(identity);
  if (own && isSame(own, over)) return own.expansions;
  const expansions = make();
  known.set(identity, { ...over, expansions });
  return expansions;
}

/** 版面里的展开: plans, and the tables that each numbers, by where they stand among those asked. */
interface Alike {
  readonly plan: Plan;
  readonly meant: readonly number[];
}
/** So many numbers are remembered: those of some ten workbooks, which somebody may check again, twice over. */
const alike = new Memory<readonly Alike[]>(100_000, (plans) =>
  plans.reduce((sum, { plan }) => sum + planWeight(plan), 50),
);

/** The same over tables with the same layouts, of which it matters too whether they hold any figure. */
export function expandedAlike(
  key: string,
  found: Over['found'],
  make: () => readonly Expanded[],
): Expansion[] {
  const all = found.flat();
  const layouts = found.map((own) => own.map((t) => `${layoutOf(t)}${t.empty ? 'e' : ''}`).join());
  const plans = alike.of(`${key} ${layouts.join(';')}`, () =>
    make().map(({ plan, meant }) => ({ plan, meant: meant.map((table) => all.indexOf(table)) })),
  );
  return plans.map(
    ({ plan, meant }) =>
      new Expansion(
        plan,
        meant.map((i) => all[i]!),
      ),
  );
}
