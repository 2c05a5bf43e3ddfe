// A target or actual cell read: cut into parts, each with direction, bound and unit, and what makes
// it doubtful. Knows the grammar; the vocabulary is given.

import { matchWhere } from '../../measure/before.ts';
import { compare, type Exact, isZero, parseExact, sign, ZERO } from '../../measure/exact.ts';
import { Memory } from '../../measure/memory.ts';
import { dateIn } from './dates.ts';
import { fractionPart, ratioPart } from './fractions.ts';
import { withDigits } from './numerals.ts';
import type { Confidence, Doubt, Hints, ScoringTarget } from './target.ts';
import { type Operator, type TargetVocabulary, withStandardSigns } from './words.ts';

const NUMBER = /-?\d+(?:\.\d+)?/g;
/** The first number; a dash is its sign only at the start or behind an operator. */
const numberIn = (text: string): RegExpExecArray | undefined =>
  matchWhere(
    text,
    NUMBER,
    (all, at, found) => !found.startsWith('-') || /^[≥≤<>=±]?$/.test(all[at - 1] ?? ''),
  );
const VALUE = String.raw`(-?\d+(?:\.\d+)?)`;
const RANGE = new RegExp(
  String.raw`^(.*?)${VALUE}([^\d~至—–-]{0,4}?)[~至—–-]${VALUE}(?!\.\d)(\D*)$`,
);
const PLUS_MINUS = /^(.*?)±(\d+(?:\.\d+)?)(\D*)$/;

/** Full width narrowed, blanks out, signs and numerals in one form; line ends stay. */
function plainText(text: string, words: TargetVocabulary): string {
  const narrow = withStandardSigns(text.normalize('NFKC').replace(/[^\S\n]/g, ''))
    .replace(/\n+$|^\n+/g, '')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1');
  return withDigits(narrow, words).replace(/个?百分点|百分比(?=$|以)/g, '%');
}

const hasFigure = (piece: string, words: TargetVocabulary): boolean =>
  /\d/.test(piece) || dateIn(piece) !== undefined || words.trend.test(piece);

/** Cut only where at least two pieces say something, and one of them more than a word of quality. */
function partsOf(text: string, words: TargetVocabulary): string[] {
  const pieces = text.split(/[;、,\n。]/).filter(Boolean);
  const telling = pieces.filter((p) => hasFigure(p, words) || words.isQuality(p));
  if (telling.length < 2 || !telling.some((p) => hasFigure(p, words)))
    return [text.replace(/\n/g, '')];
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

function confidenceOf(source: ScoringTarget['source'], doubts: readonly Doubt[]): Confidence {
  if (doubts.length > 0) return 'ask';
  return source === 'written' || source === 'suffix' ? 'sure' : 'assumed';
}

function qualityPart(text: string, words: TargetVocabulary): ScoringTarget {
  const quality = words.qualityIn(text);
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

function trendPart(text: string, words: TargetVocabulary): ScoringTarget | undefined {
  const m = words.trend.exec(text) ?? words.moved.exec(text);
  if (!m) return undefined;
  const rest = text.slice(m.index + m[0].length);
  const number = numberIn(rest);
  const found = number && measured(rest, number, words);
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

function datePart(text: string, hints: Hints): ScoringTarget | undefined {
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

function rangePart(text: string, words: TargetVocabulary): ScoringTarget | undefined {
  const base = {
    ...BLANK,
    direction: '区间',
    source: 'written',
    confidence: 'sure',
    text,
  } as const;
  const around = PLUS_MINUS.exec(text);
  if (around) {
    const unit = words.canonicalUnit(words.unitAt(words.operatorAfter(around[3]!).rest));
    const [bound, upper] = [parseExact(`-${around[2]}`)!, parseExact(around[2]!)!];
    return { ...base, bound, upper, unit, remainder: words.operatorBefore(around[1]!).rest };
  }
  const m = RANGE.exec(text);
  if (!m) return undefined;
  const [bound, upper] = [parseExact(m[2]!)!, parseExact(m[4]!)!];
  if (compare(bound, upper) > 0) return undefined;
  const unit = words.canonicalUnit(words.unitAt(m[5]!) || words.unitAt(m[3]!));
  return { ...base, bound, upper, unit, remainder: words.operatorBefore(m[1]!).rest };
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
function measured(text: string, number: RegExpExecArray, words: TargetVocabulary): Measured {
  const before = words.operatorBefore(text.slice(0, number.index));
  let behind = text.slice(number.index + number[0].length);
  // 1万余人, 300多户: at least so many.
  const more = /^[十百千万亿]*(?:余|多)(?!少)/.test(behind);
  if (more) behind = behind.replace(/余|多/, '');
  const after = words.operatorAfter(behind);
  const unit = words.unitAt(after.rest);
  // 100件以内 and 100以内件 alike: the suffix may stand behind the unit or before a noun.
  const inner = unit ? words.operatorAfter(after.rest.slice(unit.length)) : after;
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
    unit: words.canonicalUnit(unit),
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
  words: TargetVocabulary,
): { direction: Operator; source: ScoringTarget['source'] } {
  const cost = /成本/.test(`${hints.level1 ?? ''}${hints.level2 ?? ''}`);
  if (cost && !words.isSaving(hints.name ?? '')) return { direction: '≤', source: 'level-2' };
  // 单位建设成本（五）: what stands in brackets behind the name tells one from its like.
  if (/成本(?:[(（][^()（）]*[)）])?$/.test(hints.name ?? '') && !words.isSaving(hints.name ?? ''))
    return { direction: '≤', source: 'name' };
  if (words.lessIsBetter(`${hints.name ?? ''}${remainder}`))
    return { direction: '≤', source: 'name' };
  return { direction: isZero(bound) ? '≤' : '≥', source: 'default' };
}

function unitFor(found: Measured, text: string, hints: Hints, words: TargetVocabulary): string {
  const name = hints.name ?? '';
  if (found.unit === '万' || (!found.unit && /\d万$/.test(text))) {
    const money =
      words.isMoneyName(name) || /成本/.test(`${hints.level1 ?? ''}${hints.level2 ?? ''}`);
    return money ? '万元' : '万';
  }
  if (found.unit) return found.unit;
  const given = words.canonicalUnit(hints.unit ?? '') || words.unitInName(name);
  if (given) return given;
  const share = words.isShareName(name.replace(/[(（][^()（）]*[)）]$/, ''));
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

function numberPart(
  text: string,
  number: RegExpExecArray,
  hints: Hints,
  words: TargetVocabulary,
): ScoringTarget {
  const found = measured(text, number, words);
  const guess = found.operator
    ? { direction: found.operator, source: found.by }
    : fallback(found.bound, found.remainder, hints, words);
  const name = hints.name ?? '';
  const doubts: Doubt[] = scanDoubt(text, found, hints);
  if (found.approximate && !found.operator)
    doubts.push({ kind: 'approximate', message: `“${text}”没有写明上限或下限` });
  if (!found.operator && words.isLessBy(text.slice(0, number.index)))
    doubts.push({ kind: 'change', message: `“${text}”没有写明至少还是至多，也没有写明与什么相比` });
  if (words.isPayment(name) && /数量/.test(hints.level2 ?? ''))
    doubts.push({ kind: 'payment', message: `“${name}”是资金支付，不是产出数量` });
  const unit = unitFor(found, text, hints, words);
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

function part(raw: string, hints: Hints, words: TargetVocabulary): ScoringTarget {
  const text = named(raw, plainText(hints.name ?? '', words)).replace(
    /^[≤<=≥>]+(?=[无零不未])/,
    '',
  );
  // Of accidents and complaints none is wanted: that is a target.
  if ((text === '无' && words.lessIsBetter(hints.name ?? '')) || words.noneWanted.test(text))
    return { ...BLANK, direction: '≤', source: 'name', confidence: 'assumed', bound: ZERO, text };
  if (words.nothing.test(text)) {
    const doubts: Doubt[] = [{ kind: 'nothing', message: '没有填写' }];
    return { ...BLANK, direction: '无', source: 'written', confidence: 'ask', text, doubts };
  }
  const special =
    fractionPart(text) ??
    trendPart(text, words) ??
    datePart(text, hints) ??
    ratioPart(text) ??
    rangePart(text, words);
  if (special) return special;
  const date = dateIn(text)?.found ?? /(?:19|20)\d{2}年度?/.exec(text)?.[0] ?? '';
  const counted = date ? text.replace(date, '') : text;
  const number = numberIn(counted);
  return number ? numberPart(counted, number, hints, words) : qualityPart(text, words);
}

const parsed = new WeakMap<TargetVocabulary, Memory<readonly ScoringTarget[]>>();

/** 目标值识别: one target a part of the cell; the same cell is read again and again. */
export function parseTarget(
  text: string,
  words: TargetVocabulary,
  hints: Hints = {},
): readonly ScoringTarget[] {
  const known = parsed.get(words) ?? new Memory(1000);
  parsed.set(words, known);
  const { name, level1, level2, unit, scanned } = hints;
  const key = [text, name, level1, level2, unit, scanned].join('\v');
  return known.of(key, () =>
    partsOf(plainText(text, words), words).map((p) => part(p, hints, words)),
  );
}
