// Numbers of a paragraph as they enter a search for what they come to: by unit, in reading order, each change with its
// direction. Knows digits, units and the words of directions; knows no name.
import { isZero, shift, toDouble, toText } from '../../measure/exact.ts';
import { MEAN } from '../clauses/signs.ts';
import { bareUnit, type Scene, type Told } from '../cues/told.ts';
import { type Figure, powerOf } from '../text/figure.ts';

/** 一个数 among those of its unit. */
export interface Addend {
  readonly told: Told;
  readonly figure: Figure;
  /** 增加 1, 减少 −1; 0 where it is no change. */
  readonly moved: -1 | 0 | 1;
}

const PEOPLE: ReadonlySet<string> = new Set(['人', '名', '位']);

/** What adds up with what: 人 and 名 count the same, an amount without a unit goes with others without; '' with none. */
export function addsUpAs({ figure }: Told): string {
  const { kind, token } = figure;
  // 每人230元 beside 万元: of one, and no part of what all come to.
  if (kind === 'money') return figure.unit === '元' ? '元' : kind;
  if (kind === 'percent' || kind === 'points') return kind;
  if (kind === 'bare') return token && token.decimals > 0 ? 'bare' : '';
  const unit = /^[万亿]/.test(figure.unit) ? figure.unit : bareUnit(figure);
  return PEOPLE.has(unit) ? '人' : unit;
}

const MOVED = new Set(['change', 'difference']);
const UP = /(?:增|多|升|超|涨|追加)[^，。；：、减少降]{0,4}$/;
const DOWN = /(?:减|少|降|压|节约|缩|短收)[^，。；：、增多升]{0,4}$/;

function movedBy({ said, clause }: Told): -1 | 0 | 1 {
  if (MOVED.has(said.measure) && said.direction) return said.direction;
  const [up, down] = [UP.test(clause), DOWN.test(clause)];
  return up === down ? 0 : up ? 1 : -1;
}

/** 目标值≥95%, 权重15分: what was set beside what came out. */
const SET = /[≥≤]|目标值|权重|分值|满分/;

/** 人均, 平均: no part of a sum; 均为, 均增加 says of two that they are alike. */
const isMean = ({ said, clause }: Told): boolean => said.mean === true || MEAN.test(clause);

/** Numbers of each unit by themselves, in reading order. */
export function addendsOf({ told }: Scene): ReadonlyMap<string, readonly Addend[]> {
  const found = new Map<string, Addend[]>();
  for (const t of told) {
    const unit = addsUpAs(t);
    if (unit === '' || t.figure.bound || t.figure.token?.rough || isMean(t)) continue;
    if (SET.test(t.clause)) continue;
    const own = found.get(unit) ?? [];
    found.set(unit, own);
    own.push({ told: t, figure: t.figure, moved: movedBy(t) });
  }
  return found;
}

/** Its digits as printed, zeros before them apart. */
const printed = ({ kind, unit, value, token }: Figure): string => {
  const own = kind === 'money' ? shift(value, -powerOf(unit)) : value;
  return toText(own, token?.decimals ?? 0)
    .replace(/[-.]/g, '')
    .replace(/^0+/, '');
};

const zerosAt = (figure: Figure): number => /0*$/.exec(printed(figure))![0].length;

/** How many digits have to be met by chance: of the largest number, down to the finest place that is no zero. */
export function digitsMet(figures: readonly Figure[]): number {
  const full = figures.filter((f) => !isZero(f.value));
  const places = full.map((f) => toDouble(f.last) * 10 ** zerosAt(f));
  const largest = Math.max(...full.map((f) => Math.abs(toDouble(f.value))));
  return full.length > 0 ? Math.log10(Math.max(largest / Math.min(...places), 1)) : 0;
}
