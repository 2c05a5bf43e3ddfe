// The law of readings: a relation is broken only where every reading that may accuse breaks; it holds where the
// likeliest that can be judged holds; otherwise it is open. Knows weights; blames nobody.

import { membersOf, type Reading, type TextRelation } from '../relations/relation.ts';
import { isKept, type Weight, weigh } from '../relations/weigh.ts';
import type { Figure } from '../text/figure.ts';

/** 判定的关系, with the reading by which it was judged. */
export interface Settled {
  readonly relation: TextRelation;
  readonly reading: Reading;
  readonly weight: Weight;
}

/** 各关系的判定. */
interface Standing {
  readonly held: readonly Settled[];
  readonly broken: readonly Settled[];
  /** One unit of the last place apart: a note. */
  readonly nearly: readonly Settled[];
  /** Numbers whose own relation is open, with what is missing. */
  readonly open: ReadonlyMap<Figure, string>;
}

const UNDECIDED = '几种读法结果不同';
const NOTHING = '没有可比的数';

type Outcome = { readonly kind: 'held' | 'broken' | 'nearly'; readonly settled: Settled };

function outcomeOf(relation: TextRelation): Outcome | undefined {
  const weighed = relation.readings.map((reading) => ({
    reading,
    weight: weigh(reading.equation),
  }));
  const find = (weight: Weight, strong: boolean) =>
    weighed.find((w) => w.weight === weight && (!strong || w.reading.strong) && !w.reading.excuse);
  const good =
    find('exact', true) ??
    find('rounding', true) ??
    find('exact', false) ??
    find('rounding', false);
  // What the words mean first does not hold: another reading clears it and vouches for nothing.
  const doubtful = weighed[0]?.reading.strong && weighed[0].weight === 'broken';
  if (good && (good.reading.strong || !doubtful))
    return { kind: 'held', settled: { relation, ...good } };
  if (good || weighed.some((w) => isKept(w.weight))) return undefined;
  const near = find('last', false);
  if (near) return { kind: 'nearly', settled: { relation, ...near } };
  const [first] = weighed;
  const accusing = find('broken', true);
  if (!first?.reading.strong || !accusing) return undefined;
  return { kind: 'broken', settled: { relation, ...accusing } };
}

/** 判定 of every relation. */
export function settleRelations(relations: readonly TextRelation[]): Standing {
  const found = { held: [] as Settled[], broken: [] as Settled[], nearly: [] as Settled[] };
  const open = new Map<Figure, string>();
  for (const relation of relations) {
    const outcome = outcomeOf(relation);
    if (outcome) found[outcome.kind].push(outcome.settled);
    else if (!open.has(relation.about)) {
      const undecided = relation.readings.length > 0 ? UNDECIDED : NOTHING;
      open.set(relation.about, relation.missing ?? undecided);
    }
  }
  const sure = new Set(
    found.held.flatMap((s) => (isProof(s) ? membersOf(s.reading.equation) : [])),
  );
  const meant = ({ relation, reading }: Settled): boolean =>
    !relation.loose || membersOf(reading.equation).some((f) => !sure.has(f));
  return { ...found, broken: found.broken.filter(meant), open };
}

/** At most the whole, or a name alone, proves nothing. */
const isProof = ({ relation, reading }: Settled): boolean =>
  reading.equation.kind !== 'most' && !relation.loose;

export { isKept };
