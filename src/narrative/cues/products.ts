// 数量乘单价: 24台、单价6500元 …, 总价T; 9640人、每人每月50元 …, 全年T. Knows the words of prices.
import { exact, isZero } from '../../measure/exact.ts';
import type { Equation, Product, TextRelation } from '../relations/relation.ts';
import { isKept, weigh } from '../relations/weigh.ts';
import { relationFrom } from './evidence.ts';
import { meanCue } from './means.ts';
import { bareUnit, type Scene, type Told, toldAround, toldNear } from './told.ts';
import type { CueWords } from './words.ts';

const TOTAL = /门票收入|总价|共需|应发|购置费|合计|共计|总额|资金|金额|需要|投入|支出|共/;

const REACH = 24;

interface Priced {
  readonly count: Told;
  readonly price: Told;
  readonly periods: number;
}

/** 每张, 元/件, 24户×3000元: what it is the price of one of; undefined where the words say none. */
function pricedBy(
  t: Told,
  words: CueWords,
): { units: readonly string[]; periods: number } | undefined {
  const { clause, tail, figure, lead } = t;
  if (figure.kind !== 'money') return undefined;
  const cue = meanCue(t, words);
  if (cue?.given) return cue;
  const own =
    /每([^，。；：、\d每]{1,3})$/.exec(clause)?.[1] ?? /^\/([一-龥]{1,2})/.exec(tail)?.[1];
  if (own) return { units: [own, own.slice(0, 1)], periods: 1 };
  return /^[×*]$/.test(lead) || /按$/.test(clause) ? { units: [], periods: 1 } : undefined;
}

/** 简易50元/件、复杂200元/件 … 简易1640件、复杂385件: named alike they go together. */
function namedPairs(
  counts: readonly Told[],
  prices: readonly { price: Told; periods: number }[],
): Priced[] | undefined {
  const found = prices.flatMap(({ price, periods }): Priced[] => {
    const name = price.clause.replace(/^.*按/, '').slice(0, 2);
    const own = counts.filter((t) => name.length === 2 && t.clause.includes(name));
    return own.length === 1 ? [{ count: own[0]!, price, periods }] : [];
  });
  const all = found.length === prices.length && new Set(found.map((p) => p.count)).size;
  return all === prices.length ? found : undefined;
}

/** Each count with the price behind it: right behind, or the n-th count with the n-th price. */
function pairsOf(near: readonly Told[], words: CueWords): Priced[] {
  const prices = near.flatMap((price) => {
    const of = pricedBy(price, words);
    return of ? [{ price, ...of }] : [];
  });
  const units = prices.flatMap((p) => p.units);
  if (prices.length < 2) return [];
  const isCount = (t: Told): boolean =>
    t.figure.kind === 'count' && (units.length === 0 || units.includes(bareUnit(t.figure)));
  const beside = prices.flatMap(({ price, periods }): Priced[] => {
    const count = near.findLast((t) => t.at < price.at && isCount(t));
    return count && price.at - count.at === 1 ? [{ count, price, periods }] : [];
  });
  if (beside.length === prices.length && new Set(beside.map((p) => p.count)).size === prices.length)
    return beside;
  const named = namedPairs(near.filter(isCount), prices);
  if (named) return named;
  const counts = near.filter((t) => isCount(t) && units.length > 0);
  if (counts.length !== prices.length || beside.length > 0) return [];
  return prices.map(({ price, periods }, i) => ({ count: counts[i]!, price, periods }));
}

const productOf = ({ count, price, periods }: Priced): Product => ({
  of: count.figure,
  by: price.figure,
  ...(periods > 1 && { times: exact(periods) }),
  sign: 1,
});

/** 购置98万元：轿车2辆（每辆18万元）…；运行880万元: those behind the last that already come to a total of their own. */
function unspent(pairs: readonly Priced[], near: readonly Told[]): Priced[] {
  for (let n = pairs.length - 1; n > 0; n -= 1) {
    const products = pairs.slice(0, n).map(productOf);
    const { count } = pairs[0]!;
    const own = near.filter((t) => t.figure.kind === 'money' && t.at < count.at);
    const held = own.some(({ figure }) =>
      isKept(weigh({ kind: 'products', products: [...products, { of: figure, sign: -1 }] })),
    );
    if (held) return pairs.slice(n);
  }
  return [...pairs];
}

function productsAt(scene: Scene, last: Told, words: CueWords): TextRelation | undefined {
  const near = toldNear(scene, last, REACH).filter(
    (t) => Math.abs(t.sentence - last.sentence) <= 1,
  );
  const pairs = unspent(pairsOf(near, words), near);
  if (pairs.length === 0 || pairs.at(-1)!.price !== last) return undefined;
  const row = [...toldAround(scene, last), ...near.filter((t) => t.sentence > last.sentence)];
  const used = new Set(pairs.flatMap((p) => [p.count, p.price]));
  const totals = row.filter(
    (t) =>
      !used.has(t) && t.figure.kind === 'money' && !isZero(t.figure.value) && TOTAL.test(t.clause),
  );
  const products = pairs.map(productOf);
  const all = totals.slice(0, 4).map((total) => ({
    equation: {
      kind: 'products',
      products: [...products, { of: total.figure, sign: -1 }],
    } as Equation,
    plain:
      totals.length === 1 || total === totals.find((t) => /门票收入|总价|共需|应发/.test(t.clause)),
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
