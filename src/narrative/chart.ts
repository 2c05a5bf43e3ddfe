// 图: what a picture of the text shows, as numbers. Knows formulas; knows no way of drawing.
import { parseFormula } from '../formula/parse.ts';
import { type Exact, isZero } from '../measure/exact.ts';
import type { ChartName } from './document.ts';
import type { Source } from './source.ts';
import { worthIn } from './worth.ts';

/** 图的声明: its columns, or the slices of its whole; `{年度}` and `{上年度}` stand in labels. */
export interface ChartRule {
  readonly name: ChartName;
  readonly kind: Chart['kind'];
  readonly title: string;
  readonly points: readonly { readonly label: string; readonly says: string }[];
}

/** 图: one picture with its numbers; columns stand for amounts, slices for shares of a whole. */
export interface Chart {
  readonly name: ChartName;
  readonly kind: 'columns' | 'pie';
  readonly title: string;
  readonly unit: string;
  readonly points: readonly { readonly label: string; readonly value: Exact }[];
  /** What is missing for it, in words; a picture with a hole is not drawn. */
  readonly missing: readonly string[];
}

const UNIT = '万元';
const FORM = /^(?:上年\.)?表\d/;

function labelOf(label: string, year: number | undefined): string {
  const [own, last] =
    year === undefined ? ['本年度', '上年度'] : [`${year}年度`, `${year - 1}年度`];
  return label.replace('{年度}', own).replace('{上年度}', last);
}

/**
 * The picture of a rule, amounts in 万元; slices of nothing are left out of a pie, and what lacks for it is
 * named in `missing`. A formula that cannot be read is a fault of the catalogue and throws.
 */
export function chartOf({ name, kind, title, points }: ChartRule, source: Source): Chart {
  const missing: string[] = [];
  const known = points.flatMap(({ label, says }) => {
    const formula = parseFormula(says);
    if (!formula.ok) throw new Error(`图“${name}”：${formula.problem.message}`);
    const worth = worthIn(formula.value, { axes: {}, locals: new Map() }, source);
    if (!worth.value) {
      const { key, wanted } = worth.missing ?? { key: says, wanted: says };
      // Of a table that is not there people are told the picture, not the paths into it.
      const lacking = FORM.test(key) ? `${title}的决算数` : wanted;
      if (!missing.includes(lacking)) missing.push(lacking);
      return [];
    }
    return [{ label: labelOf(label, source.year), value: worth.value.value }];
  });
  const drawn = kind === 'pie' ? known.filter((p) => !isZero(p.value)) : known;
  if (missing.length === 0 && drawn.length === 0) missing.push(`${title}：没有金额`);
  return { name, kind, title, unit: UNIT, points: drawn, missing };
}
