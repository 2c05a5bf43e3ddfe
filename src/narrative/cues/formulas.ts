// 算式: 10×91.25%=9.13, 91×15%+84×25%=34.65; what is written out is reckoned as it stands. Knows signs only.
import { exact } from '../../measure/exact.ts';
import type { Product, Relation } from '../relations/relation.ts';
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

/** One term: a number, or a product of two. */
function termOf(factors: readonly Told[], sign: 1 | -1): Product | undefined {
  const [a, b, ...more] = factors;
  if (!a || more.length > 0) return undefined;
  if (!b) return isRate(a) ? undefined : { of: a.figure, sign };
  const rates = [a, b].filter(isRate).length;
  if (rates > 1) return undefined;
  return { of: a.figure, by: b.figure, ...(rates === 1 && { times: HUNDREDTH }), sign };
}

function formulaAt(scene: Scene, result: Told): Relation | undefined {
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
    products: [...products, { of: result.figure, sign: -1 }],
  } as const;
  return relationFrom('product', result, [{ equation, plain: true }], { copied: true });
}

/** 算式 of a paragraph. */
export const formulasIn = (scene: Scene): Relation[] =>
  scene.told.flatMap((own) => formulaAt(scene, own) ?? []);
