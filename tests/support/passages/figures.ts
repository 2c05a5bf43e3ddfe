// How a figure is printed: amounts are whole 分, rates are exact quotients, both rounded half up; and what a printed
// figure says, with the width of its rounding.
import type { Random } from '../department/random.ts';
import type { Span } from './arithmetic.ts';

export type Kind = 'money' | 'rate' | 'points' | 'count' | 'score';

/** A printed number: digits without sign, unit behind, and the word or minus that gives its sign. */
export interface Figure {
  readonly kind: Kind;
  readonly digits: string;
  readonly unit: string;
  readonly sign: 1 | -1;
  /** Written with a minus rather than said by a word. */
  readonly minus?: boolean;
}

export interface Manner {
  readonly unit: '元' | '万元' | '亿元';
  readonly places: number;
  readonly grouped: '' | ',' | ', ' | '，';
  /** 8.5万元 beside 35.20万元. */
  readonly short: boolean;
  readonly ratePlaces: number;
  readonly rateShort: boolean;
}

export const SCALE: Readonly<Record<string, number>> = {
  元: 1,
  万元: 1e4,
  亿元: 1e8,
  万: 1e4,
  亿: 1e8,
};

/** The quotient of two whole numbers at so many places, rounded half up. */
export function rounded(num: bigint, den: bigint, places: number): string {
  const [n, d] = [num < 0n ? -num : num, den < 0n ? -den : den];
  const scaled = (n * 10n ** BigInt(places) * 2n + d) / (2n * d);
  const text = scaled.toString().padStart(places + 1, '0');
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
}

const shortened = (text: string): string =>
  text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;

const grouped = (text: string, mark: string): string =>
  mark ? text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, mark) : text;

export function money(fen: number, manner: Manner, unit: string = manner.unit): Figure {
  const places = unit === manner.unit ? manner.places : 2;
  const text = rounded(BigInt(fen), BigInt(SCALE[unit]! * 100), places);
  const digits = grouped(manner.short ? shortened(text) : text, manner.grouped);
  return { kind: 'money', digits, unit, sign: fen < 0 ? -1 : 1 };
}

/** part ÷ whole in percent. */
export function rate(part: number, whole: number, manner: Manner, kind: Kind = 'rate'): Figure {
  const text = rounded(BigInt(part) * 100n, BigInt(whole), manner.ratePlaces);
  const digits = manner.rateShort ? shortened(text) : text;
  return { kind, digits, unit: kind === 'points' ? '个百分点' : '%', sign: part < 0 ? -1 : 1 };
}

export const count = (n: number, unit: string): Figure => ({
  kind: 'count',
  digits: String(n),
  unit,
  sign: 1,
});

export const plain = (digits: string): number => Number(digits.replace(/[,，\s]/g, ''));

/** What the printed figure says: in 元, percent or pieces, signed. A count is what it is. */
export function spanOf({ kind, digits, unit, sign }: Figure): Span {
  const scale = kind === 'money' ? SCALE[unit]! : 1;
  const value = plain(digits) * scale * sign;
  if (kind === 'count') return { lo: value, hi: value };
  const places = digits.replace(/[,，\s]/g, '').split('.')[1]?.length ?? 0;
  const half = (scale * 10 ** -places) / 2;
  return { lo: value - half, hi: value + half };
}

export const shown = (f: Figure): string =>
  `${f.minus && f.sign < 0 ? '-' : ''}${f.digits}${f.unit}`;

export function drawManner(r: Random): Manner {
  const unit = r.pick(['万元', '万元', '万元', '万元', '元', '元', '亿元'] as const);
  const places =
    unit === '万元'
      ? r.pick([2, 2, 2, 2, 2, 2, 4, 6, 0])
      : unit === '元'
        ? r.pick([2, 2, 2, 0])
        : r.pick([2, 2, 1]);
  return {
    unit,
    places,
    grouped: r.pick(['', '', '', '', '', '', ',', ',', ',', ',', ', ', ', ', '，']),
    short: r.chance(0.3),
    ratePlaces: r.pick([2, 2, 2, 1, 1, 0, 3]),
    rateShort: r.chance(0.3),
  };
}
