// 指标值: targets and actuals as people write them — 100件以内, ≥95%, 0起, 合格 — read into direction,
// bound and unit. Knows wordings; scores nothing.
import { type Exact, parseExact, shift } from '../measure/exact.ts';

/** 指标方向. */
export type Direction = '≥' | '>' | '≤' | '<' | '=' | '区间' | '定性' | '日期' | '趋势';
/** Where the direction came from: what is below `suffix` is shown before it is scored. */
export type DirectionSource = 'written' | 'suffix' | 'level-2' | 'name' | 'default';

/** 目标值: one part of a target cell. */
export interface Target {
  readonly direction: Direction;
  readonly bound?: Exact;
  readonly upper?: Exact;
  readonly unit: string;
  readonly source: DirectionSource;
  /** What was left of the text: a name, a remark. */
  readonly remainder: string;
}
/** What the table says about an indicator beside its target. */
export interface Hints {
  readonly name?: string;
  readonly level2?: string;
}

const QUALITY =
  /合格|达标|通过|满意|完成|及时|全覆盖|显著|有效|明显|符合|严格|达成|提升|优良|良好|^[优良中差高低好是否有无]$/;
const DATE =
  /(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|年底前|上半年|下半年|第[一二三四]季度|\d{4}\.\d{1,2}\s*[-—~至]\s*\d{4}\.\d{1,2}/;
const CHINESE: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  十: '10',
};
const BEFORE: readonly (readonly [RegExp, Direction])[] = [
  [/(?:不少于|不低于|不小于|至少|达到|>=|≥|≧|⩾)$/, '≥'],
  [/(?:超过|大于|高于|>)$/, '>'],
  [/(?:不超过|不高于|不大于|不多于|至多|控制在|<=|≤|≦|⩽)$/, '≤'],
  [/(?:低于|小于|少于|<)$/, '<'],
  [/=$/, '='],
];
const AFTER: readonly (readonly [RegExp, Direction])[] = [
  [/^(?:及)?以上/, '≥'],
  [/^(?:以内|以下|之内|内$)/, '≤'],
  [/^(?:余|多$)/, '>'],
];
const SCALE: Readonly<Record<string, number>> = {
  万元: 4,
  亿元: 8,
  千元: 3,
  元: 0,
  公里: 3,
  千米: 3,
  km: 3,
  米: 0,
  m: 0,
};

function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s,]/g, '')
    .replace(/百分之([零一二三四五六七八九十\d.]+)/g, (_, n: string) => `${chineseNumber(n)}%`)
    .replace(/([一二三四五六七八九])成/g, (_, n: string) => `${CHINESE[n]}0%`)
    .replace(/百分比|个百分点/g, '%')
    .replace(/^([零一二两三四五六七八九十]+)(?=[次个件起项人家篇部套场台辆])/, (n) =>
      chineseNumber(n),
    );
}

function chineseNumber(text: string): string {
  if (/^[\d.]+$/.test(text)) return text;
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(text);
  if (tens) return String(Number(CHINESE[tens[1] ?? '一']) * 10 + Number(CHINESE[tens[2] ?? '零']));
  return [...text].map((c) => CHINESE[c] ?? c).join('');
}

/** Parts of a cell: cut only where each piece holds a number, a date or a word of quality. */
function partsOf(text: string): string[] {
  const pieces = text
    .split(/[；;、，\n]|,(?!\d{3})/)
    .map((p) => p.trim())
    .filter(Boolean);
  const telling = pieces.filter((p) => /\d/.test(p) || QUALITY.test(p) || DATE.test(p));
  return pieces.length > 1 && telling.length === pieces.length ? pieces : [text];
}

function fallback(
  text: string,
  value: Exact,
  hints: Hints,
): { direction: Direction; source: DirectionSource } {
  if (/成本/.test(hints.level2 ?? '')) return { direction: '≤', source: 'level-2' };
  const name = `${hints.name ?? ''}${text}`;
  if (/事件|事故|差错|投诉|变质|降低|下降|结余率|调整率|变动率|控制率|控制数|泄密/.test(name))
    return { direction: '≤', source: 'name' };
  if ('units' in value && value.units === 0) return { direction: '≤', source: 'default' };
  return { direction: '≥', source: 'default' };
}

const NUMBER = /[-±]?\d+(?:\.\d+)?/;

function rangeIn(text: string): Target | undefined {
  const m = /^(.*?)(\d+(?:\.\d+)?)(%?)[-—~至](\d+(?:\.\d+)?)([^\d]*)$/.exec(text);
  const plusMinus = /^(.*?)±(\d+(?:\.\d+)?)([^\d]*)$/.exec(text);
  if (plusMinus) {
    const upper = parseExact(plusMinus[2]!)!;
    return {
      direction: '区间',
      bound: parseExact(`-${plusMinus[2]}`)!,
      upper,
      unit: plusMinus[3]!,
      source: 'written',
      remainder: plusMinus[1]!,
    };
  }
  if (!m) return undefined;
  const unit = m[5] || m[3] || '';
  return {
    direction: '区间',
    bound: parseExact(m[2]!)!,
    upper: parseExact(m[4]!)!,
    unit,
    source: 'written',
    remainder: m[1]!,
  };
}

function part(raw: string, hints: Hints): Target {
  const text = plainText(raw);
  const trend = /(?:较|比)?上年|同比/.test(text);
  if (trend) return { direction: '趋势', unit: '', source: 'written', remainder: text };
  if (DATE.test(text) && !/[≥≤<>=]/.test(text))
    return { direction: '日期', unit: '', source: 'written', remainder: text };
  const range = rangeIn(text);
  if (range) return range;
  const number = NUMBER.exec(text);
  if (!number) return { direction: '定性', unit: '', source: 'written', remainder: text };
  const before = text.slice(0, number.index);
  const after = text.slice(number.index + number[0].length);
  const bound = parseExact(number[0])!;
  const written = BEFORE.find(([r]) => r.test(before));
  const suffix =
    AFTER.find(([r]) => r.test(after.replace(/^[^\d以之内余多及]*/, ''))) ??
    AFTER.find(([r]) => r.test(after));
  const unit = after
    .replace(/(?:及)?(?:以上|以内|以下|之内|左右|余|多)$/, '')
    .replace(/^万$/, '万元');
  const remainder = before.replace(/[≥≤<>=]+$/, '');
  if (written) return { direction: written[1], bound, unit, source: 'written', remainder };
  if (suffix) return { direction: suffix[1], bound, unit, source: 'suffix', remainder };
  return { ...fallback(text, bound, hints), bound, unit, remainder };
}

/** 目标值识别: one target a part of the cell. */
export const parseTarget = (text: string, hints: Hints = {}): Target[] =>
  partsOf(text.normalize('NFKC').replace(/^\s+|\s+$/g, '')).map((p) => part(p, hints));

/** A bound in the base of its unit, so that 万元 and 元 can be compared; undefined across kinds. */
export function comparable(value: Exact, unit: string, other: string): Exact | undefined {
  if (unit === other || unit === '' || other === '') return value;
  const [a, b] = [SCALE[unit], SCALE[other]];
  return a === undefined || b === undefined ? undefined : shift(value, a - b);
}
