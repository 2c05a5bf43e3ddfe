// A target or actual cell read: cut into parts, each with direction, bound and unit, and what makes
// it doubtful. Knows the grammar; the vocabulary stands beside it.
import { compare, type Exact, isZero, parseExact, sign, ZERO } from '../exact.ts';
import { dateIn } from './dates.ts';
import { fractionPart, ratioPart } from './fractions.ts';
import { withDigits } from './numerals.ts';
import type { Confidence, Doubt, Hints, Target } from './target.ts';
import {
  canonicalUnit,
  isLessBy,
  isMoneyName,
  isPayment,
  isQuality,
  isSaving,
  isShareName,
  lessIsBetter,
  type Operator,
  operatorAfter,
  operatorBefore,
  qualityIn,
  unitAt,
  unitInName,
  withStandardSigns,
} from './words.ts';

const NOTHING = /^(?:|\/|\\|-+|—+|–+|无|不适用|无此项|不涉及)$/;
const NUMBER = /(?:(?<=^|[≥≤<>=±])-)?\d+(?:\.\d+)?/;
const VALUE = String.raw`(-?\d+(?:\.\d+)?)`;
const RANGE = new RegExp(
  String.raw`^(.*?)${VALUE}([^\d~至—–-]{0,4}?)[~至—–-]${VALUE}(?!\.\d)(\D*)$`,
);
/** 零发生, 不发生, 无事故: none of it is wanted. */
const NONE_WANTED =
  /^(?:零|不|无|未)(?:发生|出现|产生)|^零(?:事故|投诉|差错|失误|案件|违规|延误|泄密)/;
/** 增长9.2%, 下降10%: by how much something moved, without saying since when. */
const MOVED =
  /^(?:[^\d≥≤<>=]*?)(增长|增加|上升|提高|提升|下降|降低|减少|压减|缩短)(?:率|了|幅度)?(?:为|达|达到|至少|不低于|不少于|≥|>)?(?=\d)/;
const PLUS_MINUS = /^(.*?)±(\d+(?:\.\d+)?)(\D*)$/;
const TREND =
  /(?:(?:较|比)(?:上年|去年|上一年|往年|同期)|同比|环比|逐年).*?(增长|增加|上升|提高|提升|下降|降低|减少|持平|不变)/;

/** Full width narrowed, blanks out, signs and numerals in one form; line ends stay. */
export function plainText(text: string): string {
  const narrow = withStandardSigns(text.normalize('NFKC').replace(/[^\S\n]/g, ''))
    .replace(/\n+$|^\n+/g, '')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1');
  return withDigits(narrow).replace(/个?百分点|百分比(?=$|以)/g, '%');
}

const hasFigure = (piece: string): boolean =>
  /\d/.test(piece) || dateIn(piece) !== undefined || TREND.test(piece);

/** Cut only where at least two pieces say something, and one of them more than a word of quality. */
function partsOf(text: string): string[] {
  const pieces = text.split(/[;、,\n。]/).filter(Boolean);
  const telling = pieces.filter((p) => hasFigure(p) || isQuality(p));
  if (telling.length < 2 || !telling.some(hasFigure)) return [text.replace(/\n/g, '')];
  const parts: string[] = [];
  let lead = '';
  for (const piece of pieces) {
    if (!telling.includes(piece)) {
      if (parts.length > 0) parts[parts.length - 1] += `,${piece}`;
      else lead += `${piece},`;
    } else parts.push(parts.length === 0 ? lead + piece : piece);
  }
  return parts;
}

const BLANK = { unit: '', remainder: '', doubts: [] as readonly Doubt[] };

function confidenceOf(source: Target['source'], doubts: readonly Doubt[]): Confidence {
  if (doubts.length > 0) return 'ask';
  return source === 'written' || source === 'suffix' ? 'sure' : 'assumed';
}

function qualityPart(text: string): Target {
  const quality = qualityIn(text);
  const remainder = quality ? text.replace(quality, '') : text;
  return {
    ...BLANK,
    direction: '定性',
    source: 'written',
    confidence: 'sure',
    quality,
    remainder,
    text,
  };
}

function trendPart(text: string): Target | undefined {
  const m = TREND.exec(text) ?? MOVED.exec(text);
  if (!m) return undefined;
  const rest = text.slice(m.index + m[0].length);
  const number = NUMBER.exec(rest);
  const found = number && measured(rest, number);
  return {
    ...BLANK,
    direction: '趋势',
    source: 'written',
    confidence: 'sure',
    trend: m[1]!,
    text,
    remainder: text.slice(0, m.index),
    ...(found && { bound: found.bound, unit: found.unit }),
    ...(found?.operator && { operator: found.operator }),
  };
}

function datePart(text: string, hints: Hints): Target | undefined {
  const date = dateIn(text);
  if (!date) return undefined;
  // ≤12月 in a row of timeliness is a month of the year, not a length of time.
  const timely = /时效/.test(hints.level2 ?? '') && /月|日|年/.test(date.found);
  const rest = timely
    ? text.replace(date.found, '').replace(/^[≤<]$/, '')
    : text.replace(date.found, '');
  // 6月底前完成3次培训 counts; in a row of timeliness it is the date that counts.
  const counted = /\d/.test(rest) && !/时效/.test(hints.level2 ?? '');
  if (counted || /[≥≤<>]/.test(rest)) return undefined;
  return {
    ...BLANK,
    direction: '日期',
    source: 'written',
    confidence: 'sure',
    due: date.value,
    remainder: rest,
    text,
  };
}

function rangePart(text: string): Target | undefined {
  const base = {
    ...BLANK,
    direction: '区间',
    source: 'written',
    confidence: 'sure',
    text,
  } as const;
  const around = PLUS_MINUS.exec(text);
  if (around) {
    const unit = canonicalUnit(unitAt(operatorAfter(around[3]!).rest));
    const [bound, upper] = [parseExact(`-${around[2]}`)!, parseExact(around[2]!)!];
    return { ...base, bound, upper, unit, remainder: operatorBefore(around[1]!).rest };
  }
  const m = RANGE.exec(text);
  if (!m) return undefined;
  const [bound, upper] = [parseExact(m[2]!)!, parseExact(m[4]!)!];
  if (compare(bound, upper) > 0) return undefined;
  const unit = canonicalUnit(unitAt(m[5]!) || unitAt(m[3]!));
  return { ...base, bound, upper, unit, remainder: operatorBefore(m[1]!).rest };
}

interface Measured {
  readonly bound: Exact;
  readonly unit: string;
  readonly operator?: Operator;
  readonly by: 'written' | 'suffix';
  readonly approximate: boolean;
  readonly remainder: string;
}

/** A number with what stands around it: operator or prefix word, unit, suffix. */
function measured(text: string, number: RegExpExecArray): Measured {
  const before = operatorBefore(text.slice(0, number.index));
  let behind = text.slice(number.index + number[0].length);
  // 1万余人, 300多户: at least so many.
  const more = /^[十百千万亿]*(?:余|多)(?!少)/.test(behind);
  if (more) behind = behind.replace(/余|多/, '');
  const after = operatorAfter(behind);
  const unit = unitAt(after.rest);
  // 100件以内 and 100以内件 alike: the suffix may stand behind the unit or before a noun.
  const inner = unit ? operatorAfter(after.rest.slice(unit.length)) : after;
  // 前3名 and 第2名 are ranks: the third or better.
  const rank = /[第前]$/.test(text.slice(0, number.index)) && /^(?:名|位|强)/.test(behind);
  const operator =
    (rank ? ('≤' as const) : undefined) ??
    before.operator ??
    after.operator ??
    inner.operator ??
    (more ? ('>' as const) : undefined);
  return {
    bound: parseExact(number[0])!,
    unit: canonicalUnit(unit),
    ...(operator && { operator }),
    by: before.operator || rank ? 'written' : 'suffix',
    approximate: before.approximate || after.approximate,
    remainder: `${before.rest}${unit ? inner.rest.slice(after === inner ? unit.length : 0) : after.rest}`,
  };
}

function fallback(
  bound: Exact,
  remainder: string,
  hints: Hints,
): { direction: Operator; source: Target['source'] } {
  const cost = /成本/.test(`${hints.level1 ?? ''}${hints.level2 ?? ''}`);
  if (cost && !isSaving(hints.name ?? '')) return { direction: '≤', source: 'level-2' };
  // 单位建设成本（五）: what stands in brackets behind the name tells one from its like.
  if (/成本(?:[(（][^()（）]*[)）])?$/.test(hints.name ?? '') && !isSaving(hints.name ?? ''))
    return { direction: '≤', source: 'name' };
  if (lessIsBetter(`${hints.name ?? ''}${remainder}`)) return { direction: '≤', source: 'name' };
  return { direction: isZero(bound) ? '≤' : '≥', source: 'default' };
}

function unitFor(found: Measured, text: string, hints: Hints): string {
  const name = hints.name ?? '';
  if (found.unit === '万' || (!found.unit && /\d万$/.test(text))) {
    const money = isMoneyName(name) || /成本/.test(`${hints.level1 ?? ''}${hints.level2 ?? ''}`);
    return money ? '万元' : '万';
  }
  if (found.unit) return found.unit;
  const given = canonicalUnit(hints.unit ?? '') || unitInName(name);
  if (given) return given;
  const share = isShareName(name.replace(/[(（][^()（）]*[)）]$/, ''));
  const inHundred = sign(found.bound) >= 0 && compare(found.bound, parseExact('100')!) <= 0;
  return share && inHundred ? '%' : '';
}

/** A scanner reads ≥ as 2: 290% for ≥90%. */
function scanDoubt(text: string, found: Measured, hints: Hints): Doubt[] {
  const digits = /^2(\d[\d.]*)/.exec(text)?.[1];
  if (!digits || found.operator) return [];
  const rate =
    found.unit === '%' &&
    digits.length <= 3 &&
    compare(parseExact(digits)!, parseExact('100')!) <= 0;
  if (!(rate && digits.length >= 2) && !hints.scanned) return [];
  const suggested = `≥${digits}${found.unit}`;
  return [
    { kind: 'scan', message: `“${text}”可能是“${suggested}”识别错了，请核对原件`, suggested },
  ];
}

function numberPart(text: string, number: RegExpExecArray, hints: Hints): Target {
  const found = measured(text, number);
  const guess = found.operator
    ? { direction: found.operator, source: found.by }
    : fallback(found.bound, found.remainder, hints);
  const name = hints.name ?? '';
  const doubts: Doubt[] = scanDoubt(text, found, hints);
  if (found.approximate && !found.operator)
    doubts.push({ kind: 'approximate', message: `“${text}”没有写明上限或下限` });
  if (!found.operator && isLessBy(text.slice(0, number.index)))
    doubts.push({ kind: 'change', message: `“${text}”没有写明至少还是至多，也没有写明与什么相比` });
  if (isPayment(name) && /数量/.test(hints.level2 ?? ''))
    doubts.push({ kind: 'payment', message: `“${name}”是资金支付，不是产出数量` });
  const unit = unitFor(found, text, hints);
  return {
    ...guess,
    bound: found.bound,
    unit: unit || (doubts.some((d) => d.kind === 'payment') ? '万元' : ''),
    confidence: confidenceOf(guess.source, doubts),
    ...(found.approximate && !found.operator && { approximate: true as const }),
    remainder: found.remainder,
    text,
    doubts,
  };
}

const named = (text: string, name: string): string =>
  name.length > 1 && text.startsWith(name) && text.length > name.length
    ? text.slice(name.length).replace(/^[:为]/, '')
    : text;

function part(raw: string, hints: Hints): Target {
  const text = named(raw, plainText(hints.name ?? '')).replace(/^[≤<=≥>]+(?=[无零不未])/, '');
  // Of accidents and complaints none is wanted: that is a target.
  if ((text === '无' && lessIsBetter(hints.name ?? '')) || NONE_WANTED.test(text))
    return { ...BLANK, direction: '≤', source: 'name', confidence: 'assumed', bound: ZERO, text };
  if (NOTHING.test(text)) {
    const doubts: Doubt[] = [{ kind: 'nothing', message: '没有填写' }];
    return { ...BLANK, direction: '无', source: 'written', confidence: 'ask', text, doubts };
  }
  const special =
    fractionPart(text) ??
    trendPart(text) ??
    datePart(text, hints) ??
    ratioPart(text) ??
    rangePart(text);
  if (special) return special;
  const date = dateIn(text)?.found ?? /(?:19|20)\d{2}年度?/.exec(text)?.[0] ?? '';
  const counted = date ? text.replace(date, '') : text;
  const number = NUMBER.exec(counted);
  return number ? numberPart(counted, number, hints) : qualityPart(text);
}

/** 目标值识别: one target a part of the cell. */
export const parseTarget = (text: string, hints: Hints = {}): Target[] =>
  partsOf(plainText(text)).map((p) => part(p, hints));
