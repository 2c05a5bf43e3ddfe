// 数量乘单价: 24台、单价6500元 …, 总价T; 9640人、每人每月50元 …, 全年T. Knows the words of prices.
import { exact, isZero } from '../../measure/exact.ts';
import type { Equation, Product, TextRelation } from '../relations/relation.ts';
import { relationFrom } from './evidence.ts';
import { meanCue } from './means.ts';
import { bareUnit, type Scene, type Told, toldAround } from './told.ts';
import type { CueWords } from './words.ts';

const TOTAL = /总价|共需|应发|购置费|合计|共计|总额|资金|金额|需要|投入|支出|共/;

interface Priced {
  readonly count: Told;
  readonly price: Told;
  readonly periods: number;
}

/** Each count with the price behind it: right behind, or the n-th count with the n-th price. */
function pairsOf(near: readonly Told[], words: CueWords): Priced[] {
  const prices = near.flatMap((t) => {
    const cue = t.figure.kind === 'money' ? meanCue(t, words) : undefined;
    const goesOn = /按$/.test(t.clause) && t.figure.kind === 'money';
    return cue?.given || goesOn ? [{ price: t, cue }] : [];
  });
  const [first] = prices;
  if (!first?.cue || prices.length < 2) return [];
  const { units } = first.cue;
  const counts = near.filter(
    (t) => t.figure.kind === 'count' && units.includes(bareUnit(t.figure)),
  );
  const beside = prices.flatMap(({ price, cue }): Priced[] => {
    const count = near.findLast((t) => t.at < price.at && counts.includes(t));
    return count && price.at - count.at === 1
      ? [{ count, price, periods: (cue ?? first.cue)!.periods }]
      : [];
  });
  if (beside.length === prices.length && new Set(beside.map((p) => p.count)).size === prices.length)
    return beside;
  if (counts.length !== prices.length || beside.length > 0) return [];
  return prices.map(({ price, cue }, i) => ({
    count: counts[i]!,
    price,
    periods: (cue ?? first.cue)!.periods,
  }));
}

function productsAt(scene: Scene, last: Told, words: CueWords): TextRelation | undefined {
  const near = [...toldAround(scene, last), last].sort((a, b) => a.at - b.at);
  const pairs = pairsOf(near, words);
  if (pairs.at(-1)?.price !== last) return undefined;
  const used = new Set(pairs.flatMap((p) => [p.count, p.price]));
  const totals = near.filter(
    (t) =>
      !used.has(t) && t.figure.kind === 'money' && !isZero(t.figure.value) && TOTAL.test(t.clause),
  );
  const products = pairs.map(
    ({ count, price, periods }): Product => ({
      of: count.figure,
      by: price.figure,
      ...(periods > 1 && { times: exact(periods) }),
      sign: 1,
    }),
  );
  const all = totals.slice(0, 4).map((total) => ({
    equation: {
      kind: 'products',
      products: [...products, { of: total.figure, sign: -1 }],
    } as Equation,
    plain: totals.length === 1 || total === totals.find((t) => /总价|共需|应发/.test(t.clause)),
  }));
  const [first] = totals;
  return (
    first &&
    relationFrom(
      'product',
      first,
      all.sort((a, b) => Number(b.plain) - Number(a.plain)),
      { given: true },
    )
  );
}

/** 数量与单价 of a paragraph. */
export const productsIn = (scene: Scene, words: CueWords): TextRelation[] =>
  scene.told.flatMap((own) =>
    own.figure.kind === 'money' ? (productsAt(scene, own, words) ?? []) : [],
  );
