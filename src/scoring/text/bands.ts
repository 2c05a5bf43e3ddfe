// 分档与分值: numbers of a scale, which no table holds but the text itself proves: bands that join end to start, weights
// that make up the full mark, points that make up the total told behind them. Only ever confirms.
import { matchesWhere, unlessAfter } from '../../measure/before.ts';
import { compare, type Exact, equal, exact, parseExact, plus, ZERO } from '../../measure/exact.ts';
import type { Ought } from './held.ts';
import {
  clauseBefore,
  confirmed,
  indexIn,
  type PerformanceWords,
  type TextClaim,
  toldBy,
  type WrittenNumber,
  type WrittenText,
  weighsNext,
} from './written.ts';

/** 100%-80%（≥80%）: from, to, and what stands in the bracket. */
const BAND = /(\d{1,3}(?:\.\d+)?)%?[-~—至](\d{1,3}(?:\.\d+)?)%(?:（([^（）\n]{0,20})）)?/g;
const BETWEEN = /^(?:[、，；]|和|及|或)?$/;

interface Band {
  readonly start: number;
  readonly end: number;
  readonly high: Exact;
  readonly low: Exact;
  readonly fits: boolean;
}

function bandsIn(text: string): Band[] {
  return [...matchesWhere(text, BAND, unlessAfter(/[\d.]/))].flatMap((m): Band[] => {
    const [high, low] = [parseExact(m[1]!), parseExact(m[2]!)];
    if (!high || !low) return [];
    const inside = [...(m[3] ?? '').matchAll(/\d+(?:\.\d+)?/g)].map((d) => parseExact(d[0])!);
    const fits = inside.every((v) => equal(v, high) || equal(v, low));
    return [{ start: m.index, end: m.index + m[0].length, high, low, fits }];
  });
}

/** Bands beside each other, each from where the one before ends. */
function scalesIn(text: string): Band[][] {
  const runs: Band[][] = [];
  let last: Band | undefined;
  for (const band of bandsIn(text)) {
    const joins =
      last && equal(last.low, band.high) && BETWEEN.test(text.slice(last.end, band.start));
    if (joins) runs.at(-1)!.push(band);
    else runs.push([band]);
    last = band;
  }
  const falls = (b: Band): boolean => b.fits && compare(b.high, b.low) > 0;
  return runs.filter((run) => run.length > 1 && run.every(falls));
}

/** 分档首尾相接: numbers of a scale that join end to start; never a break. */
export function scaleClaims({ text, numbers }: WrittenText): TextClaim[] {
  const scales = scalesIn(text).map((run) => ({ start: run[0]!.start, end: run.at(-1)!.end }));
  let at = 0;
  return numbers.flatMap((n) => {
    while (scales[at] && scales[at]!.end <= n.start) at += 1;
    const scale = scales[at];
    return scale && scale.start <= n.start && n.end <= scale.end
      ? [confirmed(n, '计分的档次首尾相接')]
      : [];
  });
}

const FULL = exact(100);
/** So far behind the last part its total may stand; so far apart the parts themselves. */
const REACH = 200;

interface Scored {
  readonly weight: WrittenNumber;
  /** Told right behind the weight. */
  readonly points?: WrittenNumber;
}

/** 设定分值20分，实得分20分: a weight, and the points right behind it. */
function scoredIn(written: WrittenText, words: PerformanceWords): Scored[] {
  const { text, numbers } = written;
  return numbers.flatMap((weight, i): Scored[] => {
    if (weight.unit !== '分' || toldBy(clauseBefore(written, weight), words) !== '分值') return [];
    const points = numbers[i + 1];
    if (points?.unit !== '分' || !weighsNext(written, weight)) return [{ weight }];
    const between = text.slice(weight.end, points.start);
    if (between.length > 16 || /[。；\n]/.test(between)) return [{ weight }];
    const told = toldBy(clauseBefore(written, points), words) === '得分';
    return told ? [{ weight, points }] : [{ weight }];
  });
}

const sumOf = (numbers: readonly WrittenNumber[]): Exact =>
  numbers.reduce((sum, n) => plus(sum, n.value), ZERO);

/** Weights that follow each other and make up the full mark. */
function fullRuns(all: readonly Scored[]): Scored[][] {
  const runs: Scored[][] = [];
  for (let from = 0; from < all.length; ) {
    let to = from + 1;
    let sum = all[from]!.weight.value;
    const isNear = () => all[to]!.weight.start - all[to - 1]!.weight.end < REACH;
    while (to < all.length && compare(sum, FULL) < 0 && isNear()) {
      sum = plus(sum, all[to]!.weight.value);
      to += 1;
    }
    if (to - from > 1 && equal(sum, FULL)) runs.push(all.slice(from, to));
    from = to;
  }
  return runs;
}

/** 各项分值之和为满分; 各项得分之和为总分, told behind them or in the table of the whole. */
export function pointsInAll(
  written: WrittenText,
  words: PerformanceWords,
  table: readonly Ought[],
): TextClaim[] {
  const { numbers } = written;
  return fullRuns(scoredIn(written, words)).flatMap((run): TextClaim[] => {
    const weights = run.map(({ weight }) => confirmed(weight, '各项分值之和为满分100分'));
    const points = run.flatMap((s) => s.points ?? []);
    if (points.length < run.length) return weights;
    const last = points.at(-1)!;
    const total = numbers.slice(indexIn(written, last) + 1).find((n) => n.unit === '分');
    const sum = sumOf(points);
    if (total && total.start - last.end < REACH && equal(sum, total.value))
      return [...weights, ...[...points, total].map((n) => confirmed(n, '各项得分之和与总分一致'))];
    const held = table.find(({ value }) => equal(value, sum));
    if (!held) return weights;
    const told = { rule: 'S18', cells: held.cells };
    const same = points.map((n) => ({
      ...confirmed(n, `各项得分之和与${held.what}一致`),
      ...told,
    }));
    return [...weights, ...same];
  });
}
