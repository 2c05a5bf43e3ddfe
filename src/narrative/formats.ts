// How numbers stand in a sentence, both ways: written from a value, read back to it. Knows units and
// words of direction; knows no sentence. Reading expects text of one width without blanks.
import {
  abs,
  type Exact,
  exact,
  negate,
  parseExact,
  round,
  shift,
  sign,
  toText,
  ZERO,
} from '../measure/exact.ts';
import { around, type Interval } from '../measure/interval.ts';
import { powerBetween, type Unit } from '../measure/quantity.ts';

/** 文风: what a place decides about printed numbers. */
export interface Style {
  /** Decimals of percentages. */
  readonly percent: number;
}

/** 成文数字: a number as it is written. */
export interface Written {
  readonly direction?: string;
  readonly text: string;
  readonly unit: Unit;
}

/** 读出数字: what stands in a text, and where; offsets into the text that was read. */
export interface NumberRead {
  /** In the unit of the format: 万元, a fraction for %, a count. */
  readonly value: Exact;
  /** Half a last printed digit, in the same unit. */
  readonly half: Exact;
  readonly decimals: number;
  readonly unit: Unit;
  /** With the word of direction, and without it. */
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

/** 数字写法: one way of printing a value, which reads it back. */
export interface Format {
  readonly name: string;
  /** A word only (大于): nothing that counts as a number. */
  readonly word: boolean;
  readonly write: (value: Exact, style: Style) => Written;
  readonly read: (text: string, at: number) => NumberRead | undefined;
}

const NUMBER = /[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/y;
const MONEY_UNIT = /亿元|万元|千元|元/y;
const UP = /(?:增加|增长|上升|提高|增|多)(?:了|额?为|到)?/y;
const DOWN = /(?:减少|下降|降低|压减|缩减|减|降|少)(?:了|额?为|到)?/y;
const LEVEL = /(?:与上年度?)?持平|无变化|无增减(?:变化|变动)?|没有变化|一致/y;

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

interface Digits {
  readonly value: Exact;
  readonly decimals: number;
  readonly end: number;
}

/**
 * Digits of a number at an offset, with or without separators of thousands, and the offset behind them;
 * undefined where none begin there.
 */
export function digitsAt(text: string, at: number): Digits | undefined {
  const found = match(NUMBER, text, at);
  const value = found && parseExact(found.replaceAll(',', ''));
  if (!found || !value) return undefined;
  const dot = found.indexOf('.');
  return { value, decimals: dot < 0 ? 0 : found.length - dot - 1, end: at + found.length };
}

function money(text: string, at: number): NumberRead | undefined {
  const digits = digitsAt(text, at);
  const unit = digits && match(MONEY_UNIT, text, digits.end);
  if (!digits || !unit) return undefined;
  const power = powerBetween(unit, '万元');
  return {
    value: shift(digits.value, power),
    half: shift(exact(5, digits.decimals + 1), power),
    decimals: digits.decimals,
    unit,
    from: at,
    start: at,
    end: digits.end + unit.length,
  };
}

function percent(text: string, at: number): NumberRead | undefined {
  const digits = digitsAt(text, at);
  if (!digits || text[digits.end] !== '%') return undefined;
  return {
    value: shift(digits.value, -2),
    half: exact(5, digits.decimals + 3),
    decimals: digits.decimals,
    unit: '%',
    from: at,
    start: at,
    end: digits.end + 1,
  };
}

const writeMoney = (value: Exact): Written => ({
  text: `${toText(round(value, 2), 2)}万元`,
  unit: '万元',
});
const writePercent = (value: Exact, { percent: decimals }: Style): Written => ({
  text: `${toText(round(shift(value, 2), decimals), decimals)}%`,
  unit: '%',
});

/** Growth too small for the digits of the place takes as many as show it: 持平 would deny it. */
function writeGrowth(value: Exact, { percent: decimals }: Style): Written {
  const seen = (d: number) => sign(round(shift(value, 2), d)) !== 0;
  let shown = decimals;
  while (sign(value) !== 0 && shown < decimals + 8 && !seen(shown)) shown += 1;
  return writePercent(value, { percent: shown });
}

const plainFormat = (
  name: string,
  write: Format['write'],
  read: (text: string, at: number) => NumberRead | undefined,
): Format => ({ name, word: false, write, read });

/** The direction is part of the value: 增加 and 减少 are its sign, 持平 is zero. */
function directed(
  name: string,
  [up, down]: readonly [string, string],
  write: Format['write'],
  read: (text: string, at: number) => NumberRead | undefined,
): Format {
  return {
    name,
    word: false,
    write(value, style) {
      const written = write(abs(value), style);
      if (!/[1-9]/.test(written.text)) return { text: '持平', unit: written.unit };
      return { ...written, direction: sign(value) < 0 ? down : up };
    },
    read(text, at) {
      const level = match(LEVEL, text, at);
      if (level) {
        const end = at + level.length;
        return { value: ZERO, half: ZERO, decimals: 0, unit: '', from: at, start: at, end };
      }
      const rising = match(UP, text, at);
      const word = rising ?? match(DOWN, text, at);
      const printed = word && read(text, at + word.length);
      if (!printed) return undefined;
      return { ...printed, from: at, value: rising ? printed.value : negate(printed.value) };
    },
  };
}

const WORDS: readonly (readonly [string, Exact])[] = [
  ['大于', exact(1)],
  ['高于', exact(1)],
  ['超过', exact(1)],
  ['小于', exact(-1)],
  ['低于', exact(-1)],
  ['等于', ZERO],
  ['持平于', ZERO],
];

/** 大于 · 小于 · 等于: the sign of a difference as a word. */
const ORDER: Format = {
  name: '大小',
  word: true,
  write(value) {
    const s = sign(round(value, 2));
    return { text: s > 0 ? '大于' : s < 0 ? '小于' : '等于', unit: '' };
  },
  read(text, at) {
    const found = WORDS.find(([word]) => text.startsWith(word, at));
    if (!found) return undefined;
    const end = at + found[0].length;
    return { value: found[1], half: ZERO, decimals: 0, unit: '', from: at, start: at, end };
  },
};

const FORMATS: readonly Format[] = [
  plainFormat('万元', writeMoney, money),
  plainFormat('%', writePercent, percent),
  directed('增减万元', ['增加', '减少'], writeMoney, money),
  directed('增长%', ['增长', '下降'], writeGrowth, percent),
  ORDER,
];
const COUNTED = ['分', '个', '人', '名', '人次', '批次', '辆', '台（套）', '家', '项', '次'];

function counted(unit: string): Format {
  return plainFormat(
    unit,
    (value) => ({ text: `${toText(value)}${unit}`, unit }),
    (text, at) => {
      const digits = digitsAt(text, at);
      if (!digits || !text.startsWith(unit, digits.end)) return undefined;
      const end = digits.end + unit.length;
      const { value, decimals } = digits;
      return { value, half: ZERO, decimals, unit, from: at, start: at, end };
    },
  );
}

const KNOWN = new Map(
  [...FORMATS, ...COUNTED.map(counted)].map((format) => [format.name, format] as const),
);

/** The format of a name; undefined when there is none: the lint of the catalogue says so. */
export const formatNamed = (name: string): Format | undefined => KNOWN.get(name);

/** The interval a printed number stands for. */
export const intervalRead = (read: NumberRead): Interval => around(read.value, read.half);
