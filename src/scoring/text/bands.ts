// 分档与分值: numbers of a scale, which no table holds but the text itself proves: bands that join end to start, weights
// that make up the full mark, points that make up the total told behind them. Only ever confirms.
import { compare, type Exact, equal, exact, parseExact, plus, ZERO } from '../../measure/exact.ts';
import {
  clauseBefore,
  indexIn,
  type PerformanceWords,
  type TextClaim,
  toldBy,
  type WrittenNumber,
  type WrittenText,
  weighsNext,
} from './written.ts';

const confirmed = ({ start, end }: WrittenNumber, message: string): TextClaim => ({
  rule: '',
  start,
  end,
  verdict: 'exact',
  severity: 'note',
  cells: [],
  message,
});

/** 100%-80%（≥80%）: from, to, and what stands in the bracket. */
const BAND =
  /(?<![\d.])(\d{1,3}(?:\.\d+)?)%?[-~—至](\d{1,3}(?:\.\d+)?)%(?:（([^（）\n]{0,20})）)?/g;
const BETWEEN = /^(?:[、，；]|和|及|或)?$/;

interface Band {
  readonly start: number;
  readonly end: number;
  readonly high: Exact;
  readonly low: Exact;
  readonly fits: boolean;
}

function bandsIn(text: string): Band[] {
  return [...text.matchAll(BAND)].flatMap((m): Band[] => {
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

/** 分档首尾相接. */
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
/** So far behind the last part its total may stand. */
const REACH = 200;

interface Scored {
  readonly weight: WrittenNumber;
  readonly points: WrittenNumber;
}

/** 设定分值20分，实得分20分: a weight and the points right behind it. */
function scoredIn(written: WrittenText, words: PerformanceWords): Scored[] {
  const { text, numbers } = written;
  return numbers.flatMap((weight, i): Scored[] => {
    const points = numbers[i + 1];
    if (!points || weight.unit !== '分' || points.unit !== '分') return [];
    if (!weighsNext(written, weight)) return [];
    const between = text.slice(weight.end, points.start);
    if (between.length > 16 || /[。；\n]/.test(between)) return [];
    const own = toldBy(clauseBefore(written, weight), words) === '分值';
    return own && toldBy(clauseBefore(written, points), words) === '得分'
      ? [{ weight, points }]
      : [];
  });
}

const sumOf = (numbers: readonly WrittenNumber[]): Exact =>
  numbers.reduce((sum, n) => plus(sum, n.value), ZERO);

/** 各项分值之和为满分; 各项得分之和为总分. */
export function pointsInAll(written: WrittenText, words: PerformanceWords): TextClaim[] {
  const { numbers } = written;
  const all = scoredIn(written, words);
  const found: TextClaim[] = [];
  let from = 0;
  while (from < all.length) {
    let to = from + 1;
    let sum = all[from]!.weight.value;
    while (to < all.length && compare(sum, FULL) < 0) {
      sum = plus(sum, all[to]!.weight.value);
      to += 1;
    }
    const run = all.slice(from, to);
    from = to;
    if (run.length < 2 || !equal(sum, FULL)) continue;
    found.push(...run.map(({ weight }) => confirmed(weight, '各项分值之和为满分100分')));
    const last = run.at(-1)!.points;
    const total = numbers.slice(indexIn(written, last) + 1).find((n) => n.unit === '分');
    const points = run.map((s) => s.points);
    const near = total && total.start - last.end < REACH;
    if (near && equal(sumOf(points), total.value))
      for (const n of [...points, total]) found.push(confirmed(n, '各项得分之和与总分一致'));
  }
  return found;
}
