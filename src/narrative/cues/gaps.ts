// 差: 由a增至b，增加c; 低于a的b，c; 比a少c; a，b，结余c: what stands between two numbers told before it. Knows the
// words of differences.
import { abs, compare, equal, isZero, toDouble } from '../../measure/exact.ts';
import { LIKELY, SURE } from '../relations/explained.ts';
import type { Equation, Term, TextRelation } from '../relations/relation.ts';
import { isKept, sumOfTerms, weigh } from '../relations/weigh.ts';
import type { Figure } from '../text/figure.ts';
import { type Candidate, isSlipped, relationFrom } from './evidence.ts';
import { quotientReading } from './quotients.ts';
import {
  breath,
  earlier,
  holds,
  isAlike,
  type Scene,
  type Told,
  toldAround,
  withoutParticles,
  wordsOf,
} from './told.ts';
import type { CueWords } from './words.ts';

const isStock = ({ figure, said }: Told): boolean =>
  (figure.kind === 'money' || figure.kind === 'count') &&
  !figure.bound &&
  !figure.token!.rough &&
  said.measure !== 'change' &&
  said.measure !== 'difference';

/** 万人 and 人 are not added up as they are printed; 人 and 名 are. */
const isOneUnit = (figures: readonly Figure[]): boolean =>
  figures.every((f) => f.kind === 'money' || countedAs(f) === countedAs(figures[0]!));
const countedAs = ({ unit }: Figure): string => (PEOPLE.has(unit) ? '人' : unit);
const PEOPLE: ReadonlySet<string> = new Set(['人', '名', '位']);

const difference = (more: Figure, less: Figure, gap: Figure): Equation => ({
  kind: 'sum',
  form: [
    [more, 1],
    [less, -1],
    [gap, -1],
  ],
});

/** 增加 1, 减少 −1: the word right before the number. */
function directionOf({ clause }: Told, words: CueWords): 1 | -1 | undefined {
  const text = withoutParticles(clause);
  const last = (list: string): string => wordsOf(list).find((w) => text.endsWith(w)) ?? '';
  const [up, down] = [last(words.up), last(words.down)];
  return up === down ? undefined : up.length > down.length ? 1 : -1;
}

const RAISED = /[到至为]了?$/;
const FROM = /(?:由|从)[^，。；由从]*$/;

const isTurn = (from: Told, to: Told): boolean =>
  isAlike(from.figure, to.figure) && FROM.test(from.lead) && RAISED.test(to.lead);

/** 由a增至b: the two, in the order of time. */
function turned(scene: Scene, own: Told): readonly [Told, Told] | undefined {
  const near = toldAround(scene, own).filter((t) => t.at < own.at && isAlike(t.figure, own.figure));
  const [from, to] = near.slice(-2);
  if (from && to && to.at === from.at + 1 && own.at - to.at <= 2 && isTurn(from, to))
    return [from, to];
  // 减少c，由a降至b.
  const [next, last] = [scene.told[own.at + 1], scene.told[own.at + 2]];
  const behind = next && last && isAlike(next.figure, own.figure) && isTurn(next, last);
  return behind && next.sentence === own.sentence ? [next, last] : undefined;
}

const GAP_SPAN = 10;

/** 由a增至b，增加c，增长p. */
function turnedOf(scene: Scene, own: Told, words: CueWords): TextRelation | undefined {
  const pair = turned(scene, own);
  const direction = directionOf(own, words);
  if (!pair || !isOneUnit([pair[0].figure, pair[1].figure, own.figure])) return undefined;
  if (!direction || own.clause.length > GAP_SPAN || own.figure.token!.rough) return undefined;
  const [{ figure: a }, { figure: b }] = pair;
  const equation = direction > 0 ? difference(b, a, own.figure) : difference(a, b, own.figure);
  const opposite = direction > 0 ? difference(a, b, own.figure) : difference(b, a, own.figure);
  return relationFrom('change', own, [{ equation, plain: true }], {
    copied: isSlipped(opposite, { slip: 99, copy: 99 }),
  });
}

const AGAINST = /(?:比|较|低于|高于|超过|少于|多于|大于|小于)[^，。；]*$/;
const LESS = /(?:低于|少于|小于)[^，。；]*$/;
const MORE = /(?:高于|超过|多于|大于)[^，。；]*$/;

/** a，比b少c; a，低于平均水平的b，c. */
function againstOf(scene: Scene, own: Told, words: CueWords): TextRelation | undefined {
  const base = scene.told[own.at - 1];
  const near = toldAround(scene, own);
  if (!base || !near.includes(base) || !isAlike(base.figure, own.figure)) return undefined;
  const bare = own.clause.length === 0 || own.lead.length === 0;
  const said = directionOf(own, words);
  const compared = LESS.test(base.lead) ? -1 : MORE.test(base.lead) ? 1 : undefined;
  const direction = bare ? compared : said;
  if (!direction || !AGAINST.test(base.lead) || own.lead.length > GAP_SPAN) return undefined;
  const now = near
    .filter((t) => t.at < base.at && isStock(t) && isAlike(t.figure, own.figure))
    .filter((t) => t.bracketed === base.bracketed)
    .at(-1);
  if (!now || !isStock(base) || !isOneUnit([now.figure, base.figure, own.figure])) return undefined;
  const [a, b] = [now.figure, base.figure];
  const equation = direction > 0 ? difference(a, b, own.figure) : difference(b, a, own.figure);
  const opposite = direction > 0 ? difference(b, a, own.figure) : difference(a, b, own.figure);
  const plain = base.at - now.at === 1;
  return relationFrom('change', own, [{ equation, plain }], {
    copied: plain && isSlipped(opposite, { slip: 99, copy: 99 }),
  });
}

/** So many numbers before it, and right behind it in a bracket. */
const NEAR = 3;

/** 未公开, 欠拨, 空编, 少花: what lies between by the first character of its word. */
const BETWEEN =
  /(?:[未欠缺差超空][^，。；：、（）]{0,6}|[少多](?:花|支|付|用|拨|收|交|缴|开|发)[^，。；：、（）]{0,3}|(?:剩|余|其余|余下|剩下)[^，。；：、（）]{0,8})$/;
/** 差异率, 超过, 空气, “差”的7个: no remainder. */
const NO_GAP =
  /差旅|差额(?:事业|拨款|单位)|超过|超出部分|空[调气]|空军|缺陷|超[市声]|未来|未成年|余额|["'“”]差["'“”]|差的$/;

const isGap = ({ clause }: Told, words: CueWords): boolean =>
  holds(clause.slice(-GAP_SPAN), words.gaps) || (BETWEEN.test(clause) && !NO_GAP.test(clause));

/** Ends in the word of what lies between. */
const endsInGap = ({ clause }: Told, words: CueWords): boolean =>
  wordsOf(words.gaps).some((w) => withoutParticles(clause).endsWith(w)) || BETWEEN.test(clause);

/** What was told before it: its own sentence, what stands outside brackets first; else with the sentence before. */
function stocksBefore(scene: Scene, own: Told): Told[] {
  // 增加62.67万元，主要原因：补缴差额12.72万元: what a reason tells lies not between what stands before it.
  const fits = (t: Told): boolean =>
    t.at < own.at && isStock(t) && isOfKind(t, own) && (!own.said.reason || t.said.reason);
  const here = toldAround(scene, own).filter(fits);
  const outer = own.bracketed ? here : here.filter((t) => !t.bracketed);
  const before = outer.length > 1 ? outer : here;
  if (before.length !== 1) return before;
  // 编制合计42名。实有36人，空编6名.
  const last = earlier(scene, own).filter((t) => fits(t) && !t.bracketed);
  const totals = last.filter((t) => TOTAL.test(t.clause));
  const above = totals.length === 1 ? totals : last;
  return above.length === 1 ? [...above, ...before] : before;
}
const TOTAL = /共|总|合计/;

const isOfKind = (a: Told, b: Told): boolean =>
  isAlike(a.figure, b.figure) || isOneUnit([a.figure, b.figure]);

/** a，b，结余c: the words say that something is left between what was told. */
function leftOf(scene: Scene, own: Told, words: CueWords): TextRelation | undefined {
  if (!isGap(own, words) || own.figure.token!.rough || REST.test(own.lead)) return undefined;
  if (own.figure.kind !== 'money' && own.figure.kind !== 'count') return undefined;
  // 使用非财政拨款结余, 年末结余: no remainder of what stands before them.
  if (isZero(own.figure.value) || holds(own.clause, words.notLeft) || holds(own.clause, words.ins))
    return undefined;
  const before = stocksBefore(scene, own);
  const behind = toldAround(scene, own).filter(
    (t) => isStock(t) && isOfKind(t, own) && t.at === own.at + 1 && t.lead.startsWith('（'),
  );
  const pool = [...behind, ...before.slice(-NEAR).reverse()];
  // Right behind the only two, said by the word right before it.
  const sure = pool.length === 2 && behind.length === 0 && endsInGap(own, words);
  const all: Candidate[] = [];
  for (const [i, x] of pool.entries())
    for (const y of pool.slice(i + 1)) {
      const [a, b] = [x.figure, y.figure];
      if (compare(a.value, b.value) === 0 || !isOneUnit([a, b, own.figure])) continue;
      const [more, less] = compare(a.value, b.value) > 0 ? [a, b] : [b, a];
      const plain = pool.length === 2 && x.bracketed === y.bracketed;
      const telling = sure ? SURE : LIKELY;
      all.push({ equation: difference(more, less, own.figure), plain, telling });
    }
  return relationFrom('balance', own, all);
}

const REST = /^[、，；和及与]?(?:剩下的?|余下的?|其余的?)[^，。；：、]{0,4}$/;
const LISTED = /其中|包括|：|中，|分为/;

/** T，A a、B b，其余c: what the parts told so far leave of the last number that is more than all of them. */
function restOf(scene: Scene, own: Told): TextRelation | undefined {
  if (!REST.test(own.lead) || !isStock(own)) return undefined;
  const before = toldAround(scene, own).filter(
    (t) => t.at < own.at && isStock(t) && isOfKind(t, own) && t.bracketed === own.bracketed,
  );
  const near = breath(scene, own).filter((t) => before.includes(t));
  const named = /[；。]?([^，。；：、]{2,12})中，?[^，。；：、]*$/.exec(near[0]?.lead ?? '')?.[1];
  const head = named
    ? before.find((t) => !near.includes(t) && t.clause.includes(named))
    : undefined;
  let parts: Told[] = [];
  let total = head;
  if (head) parts = near;
  else
    for (const t of [...before].reverse()) {
      const sum = parts.reduce((s, p) => s + toDouble(p.figure.value), 0);
      if (parts.length > 0 && toDouble(t.figure.value) > sum) {
        total = t;
        break;
      }
      parts.unshift(t);
    }
  const opened = head || TOTAL.test(total?.clause ?? '') || LISTED.test(parts[0]?.lead ?? '');
  if (!total || parts.length === 0 || !opened) return undefined;
  const form: Term[] = [
    ...parts.map((p): Term => [p.figure, 1]),
    [own.figure, 1],
    [total.figure, -1],
  ];
  const equation: Equation = { kind: 'sum', form };
  // One of the parts was not taken away: what is left is more by it.
  const gap = abs(sumOfTerms(form).value);
  const forgot = parts.some((p) => equal(abs(p.figure.value), gap));
  return relationFrom('total', own, [{ equation, plain: true, telling: SURE }], { copied: forgot });
}

/** 由a增至b，…增长p: the rate of what was turned. */
function rateOf(scene: Scene, own: Told, words: CueWords): TextRelation | undefined {
  if (own.figure.kind !== 'percent' || own.said.measure !== 'growth') return undefined;
  const near = toldAround(scene, own).filter((t) => t.at < own.at && isStock(t));
  const [from, to] = near.slice(-2);
  const direction = directionOf(own, words);
  if (!from || !to || to.at !== from.at + 1 || own.at - to.at > 2 || !direction) return undefined;
  if (!FROM.test(from.lead) || !RAISED.test(to.lead) || !isAlike(from.figure, to.figure))
    return undefined;
  const top: Term[] =
    direction > 0
      ? [
          [to.figure, 1],
          [from.figure, -1],
        ]
      : [
          [from.figure, 1],
          [to.figure, -1],
        ];
  const equation = {
    ...quotientReading(own.figure, top, [[from.figure, 1]]),
    signed: true,
  } as Equation;
  return relationFrom('growth', own, [{ equation, plain: true, telling: SURE }]);
}

/** 上年同期为b，增收c，增长p: by the base printed right before the change. */
function ofPast(scene: Scene, own: Told): TextRelation | undefined {
  const [base, change] = [scene.told[own.at - 2], scene.told[own.at - 1]];
  if (!base || !change || base.sentence !== own.sentence || own.said.measure !== 'growth')
    return undefined;
  const past = base.said.past || base.said.measure === 'before';
  if (!past || change.said.measure !== 'change' || !isAlike(base.figure, change.figure))
    return undefined;
  const equation = quotientReading(own.figure, [[change.figure, 1]], [[base.figure, 1]]);
  if (!isKept(weigh(equation))) return undefined;
  return relationFrom('growth', own, [{ equation, plain: true }]);
}

const RISEN = /(?:升|增|涨|提高|上升|增加|增长|扩大)[到至]$/;
const FALLEN = /(?:降|减|掉|跌|压减|压缩|下降|减少|降低|缩小|回落)[到至]$/;

/** 由33万元升至30万元: the word says the other direction. */
function contraryOf(scene: Scene, to: Told): TextRelation | undefined {
  const from = scene.told[to.at - 1];
  if (!from || from.sentence !== to.sentence || !isTurn(from, to)) return undefined;
  const [risen, fallen] = [RISEN.test(to.lead), FALLEN.test(to.lead)];
  if (risen === fallen || !isOneUnit([from.figure, to.figure])) return undefined;
  const [less, more] = risen ? [from, to] : [to, from];
  if (compare(less.figure.value, more.figure.value) <= 0) return undefined;
  const figures = [from.figure, to.figure];
  const says = `增减的方向与${risen ? '升' : '降'}不合`;
  const equation = { kind: 'never', figures, says } as const;
  return { topic: 'change', about: to.figure, readings: [{ equation, strong: true }] };
}

/** 差额 of a paragraph. */
export const gapsIn = (scene: Scene, words: CueWords): TextRelation[] =>
  scene.told.flatMap((own) => {
    const { kind } = own.figure;
    if (kind === 'percent') return rateOf(scene, own, words) ?? ofPast(scene, own) ?? [];
    if (kind !== 'money' && kind !== 'count') return [];
    return (
      contraryOf(scene, own) ??
      turnedOf(scene, own, words) ??
      againstOf(scene, own, words) ??
      restOf(scene, own) ??
      leftOf(scene, own, words) ??
      []
    );
  });
