// 算式: 10×91.25%=9.13, 91×15%+84×25%=34.65; what is written out is reckoned as it stands. Knows signs only.
import { exact, times, ZERO } from '../../measure/exact.ts';
import type { Product, Term, TextRelation } from '../relations/relation.ts';
import type { Figure } from '../text/figure.ts';
import { relationFrom } from './evidence.ts';
import type { Scene, Told } from './told.ts';

const SIGNS: Readonly<Record<string, '×' | '+' | '-' | '='>> = {
  '×': '×',
  '*': '×',
  '＊': '×',
  '+': '+',
  '＋': '+',
  '-': '-',
  '－': '-',
  '−': '-',
  '=': '=',
  '＝': '=',
};
/** Names that may stand beside a sign: …=得分9.13. */
const signOf = ({ lead }: Told): string | undefined => SIGNS[lead.replace(/[分元个（）]/g, '')];

const HUNDREDTH = exact(1, 2);
const isRate = ({ figure }: Told): boolean => figure.kind === 'percent';

/** What is written into a formula is meant as it stands. */
const asWritten = ({ figure }: Told): Figure =>
  figure.kind === 'bare' ? { ...figure, half: ZERO } : figure;

/** What comes out is rounded, also of points. */
const asResult = ({ figure }: Told): Figure => ({
  ...figure,
  half: times(figure.last, exact(5, 1)),
});

/** One term: a number, or a product of two. */
function termOf(factors: readonly Told[], sign: 1 | -1): Product | undefined {
  const [a, b, ...more] = factors;
  if (!a || more.length > 0) return undefined;
  if (!b) return isRate(a) ? undefined : { of: a.figure, sign };
  const rates = [a, b].filter(isRate).length;
  if (rates > 1) return undefined;
  return { of: asWritten(a), by: asWritten(b), ...(rates === 1 && { times: HUNDREDTH }), sign };
}

function formulaAt(scene: Scene, result: Told): TextRelation | undefined {
  if (signOf(result) !== '=' || isRate(result)) return undefined;
  const products: Product[] = [];
  let factors: Told[] = [];
  for (let i = result.at - 1; i >= 0; i -= 1) {
    const t = scene.told[i]!;
    factors.unshift(t);
    const sign = signOf(t);
    if (sign === '×') continue;
    const product = termOf(factors, sign === '-' ? -1 : 1);
    if (!product) return undefined;
    products.unshift(product);
    factors = [];
    if (sign !== '+' && sign !== '-') break;
  }
  if (factors.length > 0 || !products.some((p) => p.by) || result.figure.token!.rough)
    return undefined;
  const equation = {
    kind: 'products',
    products: [...products, { of: asResult(result), sign: -1 }],
  } as const;
  return relationFrom('product', result, [{ equation, plain: true }], { copied: true });
}

/** 运行费8万元=燃油费5万元＋维修费3万元: written out with names. */
function namedAt(scene: Scene, first: Told): TextRelation | undefined {
  const total = scene.told[first.at - 1];
  if (!total || !/^[=＝]/.test(first.lead) || isRate(first) || first.figure.kind === 'bare')
    return undefined;
  const form: Term[] = [[first.figure, 1]];
  for (const t of scene.told.slice(first.at + 1)) {
    const sign = /^[+＋]/.test(t.lead) ? 1 : /^[-－−]/.test(t.lead) ? -1 : undefined;
    if (!sign || t.figure.kind !== first.figure.kind) break;
    form.push([t.figure, sign]);
  }
  if (form.length < 2 || total.figure.kind !== first.figure.kind) return undefined;
  const equation = { kind: 'sum', form: [...form, [total.figure, -1]] } as const;
  return relationFrom('total', total, [{ equation, plain: true }], { copied: true });
}

/** 算式 of a paragraph. */
export const formulasIn = (scene: Scene): TextRelation[] =>
  scene.told.flatMap((own) => formulaAt(scene, own) ?? namedAt(scene, own) ?? []);
