// 依次为a、b、c，较上一年分别下降p、q; a和b，同比分别下降p和q，上年分别为c和d. Knows rows.
import type { Ratio, TextRelation } from '../relations/relation.ts';
import type { Figure } from '../text/figure.ts';
import { relationFrom } from './evidence.ts';
import { isAlike, type Scene, type Told, toldAround } from './told.ts';

const growthOf = (rate: Figure, now: Figure, before: Figure): Ratio => ({
  kind: 'ratio',
  top: [
    [now, 1],
    [before, -1],
  ],
  base: [[before, 1]],
  rate,
  signed: false,
});

/** Rates told apiece: the first, and those that stand behind it in the row; brackets between do not part them. */
function rowFrom(scene: Scene, first: Told): Told[] {
  const row = [first];
  for (const t of scene.told.slice(first.at + 1, first.at + 12)) {
    if (t.sentence !== first.sentence || t.figure.kind !== 'percent') break;
    if (!/^(?:（[^）]*）)?[、和及与]$/.test(t.lead)) break;
    row.push(t);
  }
  return row;
}

/** 较上一年分别下降p和q: each against the one before it. */
function chained(scene: Scene, rates: readonly Told[]): TextRelation[] {
  const [first] = rates;
  const n = rates.length + 1;
  const before = toldAround(scene, first!).filter((t) => t.at < first!.at);
  const amounts = before.slice(-n);
  const alike = amounts.length === n && amounts.every((t) => isAlike(t.figure, amounts[0]!.figure));
  if (!alike || before.length > n + 1) return [];
  return rates.flatMap((rate, i) => {
    const equation = growthOf(rate.figure, amounts[i + 1]!.figure, amounts[i]!.figure);
    return relationFrom('growth', rate, [{ equation, plain: true }]) ?? [];
  });
}

/** 上年分别为c和d: the same things, a year ago. */
function paired(scene: Scene, rates: readonly Told[]): TextRelation[] {
  const [first, n] = [rates[0]!, rates.length];
  const near = toldAround(scene, first);
  const now = near.filter((t) => t.at < first.at).slice(-n);
  const last = rates.at(-1)!;
  const before = near.filter((t) => t.at > last.at).slice(0, n);
  const told = before.length === n && /上年|去年|上一年|同期/.test(before[0]!.lead);
  const alike =
    now.length === n && now.every((t, i) => before[i] && isAlike(t.figure, before[i].figure));
  if (!told || !alike) return [];
  return rates.flatMap((rate, i) => {
    const equation = growthOf(rate.figure, now[i]!.figure, before[i]!.figure);
    return relationFrom('growth', rate, [{ equation, plain: true }]) ?? [];
  });
}

/** 逐年与分别 of a paragraph. */
export function seriesIn(scene: Scene): TextRelation[] {
  return scene.told.flatMap((own): TextRelation[] => {
    if (
      own.figure.kind !== 'percent' ||
      !/分别(?:增长|下降|上升|减少|增加|提高|降低)$/.test(own.clause)
    )
      return [];
    const rates = rowFrom(scene, own);
    if (rates.length < 2) return [];
    return /上一年|上年|环比|逐年/.test(own.lead) && !/同比/.test(own.lead)
      ? chained(scene, rates)
      : paired(scene, rates);
  });
}
