// What people are told of a relation: that it holds, or which number it makes wrong and what would be right.
// Knows words; judges nothing.
import { abs, type Exact, negate, round, shift, sign, toText } from '../../measure/exact.ts';
import type { Decimals } from '../names/printed.ts';
import { membersOf, type Term, type TextRelation, type Topic } from '../relations/relation.ts';
import { sumOfTerms } from '../relations/weigh.ts';
import { type Figure, powerOf } from '../text/figure.ts';
import type { Blame } from './culprit.ts';
import type { Settled } from './settle.ts';

const NAMES: Readonly<Record<Topic, string>> = {
  total: '合计',
  part: '部分与整体',
  changes: '合计增减与各项增减',
  running: '合计',
  share: '占比',
  growth: '增减幅度',
  corner: '增减幅度',
  change: '增减额',
  done: '完成率',
  difference: '决算数与预算数的差额',
  points: '百分点',
  same: '前后',
  quoted: '与表',
  derived: '推算',
  mean: '均值',
  quotient: '比率',
  multiple: '倍数',
  product: '单价与数量',
  score: '得分',
  balance: '期初、增减与期末',
};

/** Decimals of 万元 and % where the text shows no manner of its own. */
const FULL = 2;

const inUnit = (value: Exact, { kind, unit }: Figure): Exact =>
  kind === 'money' ? shift(value, -powerOf(unit)) : value;

/** A value as it would be printed in a number's place. */
export function asText(value: Exact, figure: Figure, manner: Decimals): string {
  const { token, unit } = figure;
  const rounds = unit === '万元' || unit === '%';
  const least = manner.get(unit) ?? (rounds ? FULL : 0);
  const digits = Math.max(token?.decimals ?? 0, figure.kind === 'count' ? 0 : least);
  return toText(round(inUnit(value, figure), digits), Math.min(digits, FULL));
}

const printed = (f: Figure): string =>
  f.token ? `${toText(f.token.value, f.token.decimals)}${f.unit}` : `${toText(f.value, FULL)}万元`;

const written = (value: Exact, figure: Figure, manner: Decimals): string =>
  `${asText(value, figure, manner)}${figure.unit}`;

function sumWords(
  form: readonly Term[],
  figure: Figure,
  value: Exact | undefined,
  manner: Decimals,
) {
  const [total, side] = form.at(-1)!;
  const gap = abs(sumOfTerms(form).value);
  const apart = `，相差 ${written(gap, figure, manner)}`;
  const parts = form.slice(0, -1);
  if (figure === total) {
    const sum = value ?? sumOfTerms(parts).value;
    const addends = parts.map(([f, s], i) => `${s !== side ? (i ? '＋' : '') : '－'}${printed(f)}`);
    const names = parts.length <= 8 ? ` ${addends.join('')}＝` : '';
    return `各分项之和为${names}${written(sum, figure, manner)}${apart}`;
  }
  const ought = value && sign(value) >= 0 ? written(value, figure, manner) : '负数';
  return `与合计“${printed(total)}”及其他分项不合，推算为${ought}${apart}`;
}

/** What a number that is blamed is told. */
export function blameWords(
  { figure, value, by }: Blame,
  name: string,
  manner: Decimals,
  direction: number | undefined,
): string {
  const { relation, reading } = by;
  const { equation } = reading;
  const said = `${name}写“${printed(figure)}”，`;
  if (equation.kind === 'never') return `${said}${equation.says}`;
  const { topic, about } = relation;
  const sums = topic === 'total' || topic === 'running';
  if (sums && (equation.kind === 'sum' || equation.kind === 'most'))
    return `${said}${sumWords(equation.form, figure, value, manner)}`;
  if (topic === 'part') return `${said}部分大于整体，请核对`;
  if (topic === 'changes')
    return `${said}合计增减与各项增减之和不一致${oughtWords(value, figure, manner)}`;
  if (topic === 'same') return `${said}前后不一致${oughtWords(value, figure, manner)}`;
  if (value && sign(value) < 0 && figure.kind === 'points')
    return `${said}按文中数计算，升降的方向相反`;
  if (value && sign(value) < 0 && sign(figure.value) >= 0 && direction)
    return `${said}按文中数计算应为${direction > 0 ? '减少' : '增加'}${written(negate(value), figure, manner)}，增减方向相反`;
  if (figure === about || reading.derived === figure)
    return `${said}计算应为${value ? written(value, figure, manner) : '另一个数'}`;
  return `${said}与“${printed(about)}”推算的${value ? written(value, figure, manner) : '数'}不一致`;
}

const oughtWords = (value: Exact | undefined, figure: Figure, manner: Decimals): string =>
  value ? `，推算为${written(value, figure, manner)}` : '';

/** What a number in a relation that holds is told. */
export function heldWords(
  { relation, reading, weight }: Settled,
  figure: Figure,
  name: string,
): string {
  const what = NAMES[relation.topic];
  const rounded = weight === 'rounding' ? '，差在四舍五入之内' : '';
  if (relation.topic === 'total' || relation.topic === 'running')
    return `${figure === relation.about ? '与各分项之和一致' : '各分项之和与合计一致'}${rounded}`;
  if (relation.topic === 'derived' && figure === relation.about) {
    const others = membersOf(reading.equation).filter((f) => f !== figure);
    return `与邻近的${others.map((f) => `“${printed(f)}”`).join('')}推算相符${rounded}`;
  }
  if (figure === relation.about) return `${name}${what}计算相符${rounded}`;
  return `与文中${what}“${printed(relation.about)}”推算一致`;
}

/** What a group is told, of which one number is wrong. */
export function groupWords(relation: TextRelation, figures: readonly Figure[]): string {
  const names = figures.map(printed).join('、');
  const [first] = relation.readings;
  if (first?.equation.kind === 'never' && figures.length > 1)
    return `${names}：${first.equation.says}，请逐个核对`;
  if (relation.topic === 'same') return `前后不一致：${names}中有一个不符，请逐个核对`;
  const short =
    relation.topic === 'total' &&
    first?.equation.kind === 'sum' &&
    sign(sumOfTerms(first.equation.form).value) < 0;
  const omitted = short ? '，也可能漏列了分项' : '';
  return `${NAMES[relation.topic]}对不上：${names}中有一个不符${omitted}，请逐个核对`;
}

/** One of the last place apart. */
export const nearlyWords = (name: string): string =>
  `${name}与计算结果差一个末位，可能是按元计算的结果，请核对`;

/** One of the last place apart where the text rounds all its other rates. */
export const lastPlaceWords = (
  figure: Figure,
  ought: Exact,
  name: string,
  manner: Decimals,
): string =>
  `${name}写“${printed(figure)}”，计算应为${written(ought, figure, manner)}，差一个末位，请核对`;
