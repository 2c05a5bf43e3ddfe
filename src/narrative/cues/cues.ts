// Relations that cue words open, and how they join those of the structure. Knows the order of things.
import type { Account } from '../clauses/account.ts';
import type { TextRelation, Topic } from '../relations/relation.ts';
import { isKept, weigh } from '../relations/weigh.ts';
import type { Figure } from '../text/figure.ts';
import { apieceIn } from './apiece.ts';
import { balancesIn } from './balances.ts';
import { basesIn } from './bases.ts';
import { columnsIn } from './columns.ts';
import { donesIn } from './dones.ts';
import { familiesIn } from './families.ts';
import { flowsIn } from './flows.ts';
import { formulasIn } from './formulas.ts';
import { gapsIn } from './gaps.ts';
import { gradedIn } from './graded.ts';
import { listsIn } from './listed.ts';
import { meansIn } from './means.ts';
import { movesIn } from './moves.ts';
import { multiplesIn } from './multiples.ts';
import { partitionsIn } from './partitions.ts';
import { pointRelations } from './points.ts';
import { productsIn } from './products.ts';
import { quotientsIn } from './quotients.ts';
import { reasonsIn } from './reasons.ts';
import { scoresIn } from './scores.ts';
import { seriesIn } from './series.ts';
import { talliesIn } from './tallies.ts';
import { scenesOf } from './told.ts';
import { totalsIn } from './totals.ts';
import { turnsIn } from './turns.ts';
import { wholesIn } from './wholes.ts';
import { withinIn } from './within.ts';
import type { CueWords } from './words.ts';
import { yearsIn } from './years.ts';

const RATES: ReadonlySet<Topic> = new Set([
  'share',
  'done',
  'growth',
  'corner',
  'points',
  'quotient',
]);

/** Claims of one kind about one number are one claim: a rate, what a change is made of, the rest. */
const kindOf = ({ topic }: TextRelation): string =>
  RATES.has(topic) ? 'rate' : topic === 'changes' ? 'made' : '';

const isHeld = ({ readings }: TextRelation): boolean =>
  readings.some((r) => isKept(weigh(r.equation)));

/** What its words mean holds. */
const isMeant = ({ readings }: TextRelation): boolean =>
  readings.some((r) => r.strong && isKept(weigh(r.equation)));

/** What the structure claims of the same number is one claim with what the cue words do: more readings, none of which accuses where another holds. */
function merged(known: TextRelation, own: TextRelation): TextRelation {
  if (known.closed || isMeant(known)) return known;
  if (own.closed) return own;
  if (isHeld(known)) return known;
  const cleared = own.readings.filter((r) => isKept(weigh(r.equation)));
  if (cleared.length > 0) return { ...known, readings: [...known.readings, ...cleared] };
  // 决策（20分）得18分: the structure adds up what was to be as well.
  if (own.topic === 'score' && own.readings[0]?.strong) return own;
  if (known.readings[0]?.strong) return known;
  return { ...known, readings: [...own.readings, ...known.readings] };
}

/** 合读: what cue words open, and what the structure claims. */
export function withCues(
  structure: readonly TextRelation[],
  cues: readonly TextRelation[],
): TextRelation[] {
  const byAbout = new Map<Figure, number[]>();
  const all = [...structure];
  structure.forEach(({ about }, i) => byAbout.set(about, [...(byAbout.get(about) ?? []), i]));
  for (const own of cues) {
    const i = (byAbout.get(own.about) ?? []).find((k) => kindOf(all[k]!) === kindOf(own));
    // What is said to be impossible stands beside what holds.
    const never = own.readings[0]?.equation.kind === 'never';
    if (i === undefined || never) {
      if (own.topic === 'mean' && !never)
        byAbout.set(own.about, [...(byAbout.get(own.about) ?? []), all.length]);
      all.push(own);
    } else all[i] = merged(all[i]!, own);
  }
  return all;
}

/** So many paragraphs above a name is looked for. */
const ABOVE = 4;

/** 关系用词所述 of a text. */
export function cuesIn(account: Account, text: string, words: CueWords): TextRelation[] {
  const scenes = scenesOf(account, text);
  const told = scenes.flatMap((scene, i) => [
    ...meansIn(scene, words),
    ...apieceIn(scene, words),
    ...quotientsIn(scene, words),
    ...balancesIn(scene, words),
    ...multiplesIn(scene),
    ...pointRelations(scene, words),
    ...totalsIn(scene, words),
    ...donesIn(scene),
    ...listsIn(scene),
    ...familiesIn(scene),
    ...columnsIn(scene),
    ...productsIn(scene, words),
    ...reasonsIn(scene),
    ...scoresIn(scene, words),
    ...seriesIn(scene),
    ...formulasIn(scene),
    ...gapsIn(scene, words),
    ...turnsIn(scene),
    ...yearsIn(scene),
    ...movesIn(scene),
    ...basesIn(scene, words),
    ...wholesIn(scene),
    ...partitionsIn(scene, words),
    ...gradedIn(scene, words),
    ...withinIn(scene, scenes.slice(Math.max(0, i - ABOVE), i).reverse()),
  ]);
  return [...told, ...flowsIn(scenes, words), ...talliesIn(scenes, words)];
}
