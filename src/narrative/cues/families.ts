// 各项占比: A a（p）、B b（q）; 依次占p、q、r. Shares of one kind are of one whole: what bears out most of them is the
// whole of the others too. Knows marks and order; knows no name.
import { shownOf } from '../relations/explained.ts';
import type { TextRelation } from '../relations/relation.ts';
import { isKept, weigh } from '../relations/weigh.ts';
import { quotientReading } from './quotients.ts';
import { isAlike, type Scene, type Told } from './told.ts';

/** 一对: an amount and the rate told with it. */
interface Pair {
  readonly part: Told;
  readonly rate: Told;
}

const TELLING = 3;
const TOTAL = /合计|共计|总计|总额|一共/;
const isAmount = ({ figure, said }: Told): boolean =>
  (figure.kind === 'money' || figure.kind === 'count') && !figure.bound && !said.past;

/** a（p）: nothing but the bracket stands between, or 占 behind it. */
const GLUED = /^（(?:占比?|占比为|约)?$/;

/** Pairs of one paragraph, each rate in a bracket right behind its amount. */
const glued = ({ told }: Scene): Pair[] =>
  told.flatMap((rate, at): Pair[] => {
    const part = told[at - 1];
    const fits = rate.figure.kind === 'percent' && GLUED.test(rate.lead);
    return fits && part && isAmount(part) && part.sentence === rate.sentence
      ? [{ part, rate }]
      : [];
  });

const MOVED = /增|升|降|减|幅|完成|执行/;
const EACH = /(?:分别|依次|各)(?:占|为)|占比(?:分别|依次)/;

/** 依次占p、q、r: a row of rates behind as many amounts. */
function inRow({ told }: Scene, first: Told): Pair[] {
  if (first.figure.kind !== 'percent' || !EACH.test(first.clause)) return [];
  // 增幅依次为p、q: rates of their own.
  if (MOVED.test(first.clause)) return [];
  const rates = [first];
  for (const t of told.slice(first.at + 1)) {
    if (t.figure.after !== rates.at(-1)!.figure) break;
    rates.push(t);
  }
  const before = told.slice(0, first.at).filter((t) => isAmount(t) && !TOTAL.test(t.clause));
  const last = before.at(-1);
  const row = last ? before.filter((t) => isAlike(t.figure, last.figure)).slice(-rates.length) : [];
  if (rates.length < 2 || row.length < rates.length) return [];
  return rates.map((rate, i) => ({ part: row[i]!, rate }));
}

/** Of the wholes told before the first part the one that bears out most. */
function wholeOf({ told }: Scene, pairs: readonly Pair[]): Told | undefined {
  const [first] = pairs;
  const parts = new Set(pairs.map((p) => p.part));
  const before = told.filter((t) => {
    const fits = isAmount(t) && isAlike(t.figure, first!.part.figure) && !parts.has(t);
    const behind = TOTAL.test(t.clause) && t.at < first!.rate.at;
    return fits && (behind || t.at < first!.part.at);
  });
  const kept = (whole: Told): number => pairs.filter((p) => holds(p, whole)).length;
  return before.reverse().find((w) => {
    const n = kept(w);
    return n >= 1 && n * 2 >= pairs.length;
  });
}

const equationOf = ({ part, rate }: Pair, whole: Told) =>
  quotientReading(rate.figure, [[part.figure, 1]], [[whole.figure, 1]]);

const holds = (pair: Pair, whole: Told): boolean =>
  shownOf(pair.rate.figure) >= TELLING - 1 && weigh(equationOf(pair, whole)) === 'exact';

function familyOf(scene: Scene, pairs: readonly Pair[]): TextRelation[] {
  const [first, second] = pairs;
  if (!first || !second) return [];
  if (pairs.some((p) => !isAlike(p.part.figure, first.part.figure))) return [];
  const whole = wholeOf(scene, pairs);
  if (!whole) return [];
  const proofs = pairs.filter((p) => holds(p, whole));
  const sure = proofs.length > 1 || proofs.some((p) => shownOf(p.rate.figure) >= TELLING);
  return pairs.flatMap((pair): TextRelation[] => {
    const equation = equationOf(pair, whole);
    const weight = weigh(equation);
    if (weight === 'none' || weight === 'last') return [];
    const strong = sure || isKept(weight);
    const reading = { equation, strong, derived: pair.rate.figure };
    return [{ topic: 'share', about: pair.rate.figure, readings: [reading] }];
  });
}

/** Pairs of one sentence belong together. */
function bySentence(pairs: readonly Pair[]): (readonly Pair[])[] {
  const found = new Map<number, Pair[]>();
  for (const p of pairs) found.set(p.rate.sentence, [...(found.get(p.rate.sentence) ?? []), p]);
  return [...found.values()];
}

/** 各项占比 of a paragraph. */
export const familiesIn = (scene: Scene): TextRelation[] =>
  [...bySentence(glued(scene)), ...scene.told.map((t) => inRow(scene, t))].flatMap((pairs) =>
    familyOf(scene, pairs),
  );
