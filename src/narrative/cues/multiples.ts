// 倍数与比: a是b的k倍, a与b之比为3：2. Knows the turns of phrase.
import { equal, exact, isZero, ONE } from '../../measure/exact.ts';
import type { Equation, Ratio, TextRelation } from '../relations/relation.ts';
import { shiftsOf } from '../relations/slips.ts';
import type { Figure } from '../text/figure.ts';
import { type Candidate, isSlipped, relationFrom } from './evidence.ts';
import { bareUnit, breath, isAlike, type Scene, type Told, toldAround } from './told.ts';

const timesOf = (rate: Figure, top: Figure, base: Figure): Ratio => ({
  kind: 'ratio',
  top: [[top, 1]],
  base: [[base, 1]],
  rate,
  signed: false,
  per: ONE,
});

const isAmount = ({ figure }: Told): boolean =>
  (figure.kind === 'money' || figure.kind === 'count') && !isZero(figure.value) && !figure.bound;
const FEW = 6;

/** 是2017年45.6亿元的4倍; 是2018年的2.7倍，2018年为2.50亿元. */
function multipleOf(scene: Scene, own: Told): TextRelation | undefined {
  const prior = scene.told[own.at - 1];
  const said = own.lead === '的' && prior ? prior.lead : own.lead;
  if (!own.tail.startsWith('倍') || !/是|为|相当于/.test(said) || own.figure.token!.rough)
    return undefined;
  const near = toldAround(scene, own).filter(isAmount);
  const before = near.filter((t) => t.at < own.at);
  const year = /(?:19|20)\d\d(?=年)/.exec(own.clause)?.[0];
  const named = /^(?:的)?$/.test(own.clause) ? before.at(-1) : undefined;
  const dated = year ? near.filter((t) => t.at > own.at && t.clause.includes(year)) : [];
  // 由上年的b增至a，是上年的k倍.
  const last = /上年|去年/.test(own.clause)
    ? before.filter((t) => /上年|去年/.test(t.clause)).at(-1)
    : undefined;
  const base = named ?? (dated.length === 1 ? dated[0] : last);
  const tops = before.filter((t) => t !== base && base && isAlike(t.figure, base.figure));
  if (!base || tops.length === 0) return undefined;
  const all = tops.slice(-FEW).map(
    ({ figure }): Candidate => ({
      equation: timesOf(own.figure, figure, base.figure),
      plain: tops.length === 1,
    }),
  );
  return relationFrom('multiple', own, all);
}

/** 3：2 of the two before it, the first to the second. */
function ratioOf(scene: Scene, own: Told): TextRelation | undefined {
  const next = scene.told[own.at + 1];
  if (next?.lead !== '：' || own.figure.kind !== 'bare' || next.figure.kind !== 'bare')
    return undefined;
  if (!/比(?:例|率|重)?(?:均|约)?(?:为|是|达)?$/.test(own.clause)) return undefined;
  const before = toldAround(scene, own).filter((t) => t.at < own.at && isAmount(t));
  const [a, b] = before.slice(-2);
  if (!a || !b || !isAlike(a.figure, b.figure)) return undefined;
  const stands = (first: Figure, second: Figure) =>
    ({
      kind: 'products',
      products: [
        { of: first, by: next.figure, sign: 1 },
        { of: second, by: own.figure, sign: -1 },
      ],
    }) as const;
  // 医护比, 生师比: of what, only the name tells.
  const near = breath(scene, own).filter(isAmount);
  const sides = /([一-龥]{2,6})[与和]([一-龥]{2,6})之比/.exec(own.clause);
  const isNamed = (t: Told, name = ''): boolean => t.clause.includes(name.slice(0, 2));
  // 辅警与民警之比, where only the one was told of.
  const called = !sides || /者/.test(sides[0]) || (isNamed(a, sides[1]) && isNamed(b, sides[2]));
  const plain = /之比/.test(own.clause) && near.length === 2 && near.includes(a) && called;
  // 后者与前者之比: told the other way round, it names them so.
  const all = [
    { equation: stands(a.figure, b.figure), plain },
    { equation: stands(b.figure, a.figure), plain: false },
  ];
  return relationFrom('multiple', own, all, { given: true });
}

/** 17.98万平方米，即179800平方米. */
function countedAgain(a: Figure, b: Figure): Equation | undefined {
  const [x, y] = [a, b].map((unit) => bareUnit(unit));
  const large = /^[万亿](?=.)/.exec(a.unit)?.[0];
  if (!large || a.kind !== 'count' || b.kind !== 'count' || x !== y || b.unit !== y)
    return undefined;
  const times = exact(large === '万' ? 10_000 : 100_000_000);
  return {
    kind: 'products',
    products: [
      { of: a, times, sign: 1 },
      { of: b, sign: -1 },
    ],
  };
}

/** 21480元，折合2.148万元: one amount in two units. */
function convertedOf(scene: Scene, own: Told): TextRelation | undefined {
  const before = scene.told[own.at - 1];
  const restated = /^[，（]?(?:折合?|即|约合|也就是)(?:人民币)?$/.test(own.lead);
  const bracketed = own.lead === '（' && /^(?:，|）)/.test(own.tail);
  if (!before || !(restated || bracketed)) return undefined;
  const { figure } = own;
  const counted = restated ? countedAgain(before.figure, figure) : undefined;
  if (counted)
    return relationFrom('same', own, [{ equation: counted, plain: true }], { closed: true });
  if (figure.kind !== 'money' || before.figure.kind !== 'money') return undefined;
  // 61.20万元，即612000万元: the same unit behind both, and a power of ten between them.
  const lost = restated && shiftsOf(figure).some((t) => equal(t.value, before.figure.value));
  if (before.figure.unit === figure.unit && !lost) return undefined;
  const form = [
    [before.figure, 1],
    [figure, -1],
  ] as const;
  const equation = { kind: 'sum', form } as const;
  const closed = restated || isSlipped(equation);
  return relationFrom('same', own, [{ equation, plain: true }], { closed });
}

/** 倍数与比 of a paragraph. */
export const multiplesIn = (scene: Scene): TextRelation[] =>
  scene.told.flatMap((own) =>
    [multipleOf(scene, own), ratioOf(scene, own), convertedOf(scene, own)].filter(
      (r) => r !== undefined,
    ),
  );
