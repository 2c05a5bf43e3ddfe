// 指标得分 of a target, an actual and a weight as texts: what a cell formula asks for. Knows rules; knows
// no table.
import { compare, type Exact, exact, minus, round, times, toText } from '../measure/exact.ts';
import type { Rulebook } from './book.ts';
import { numberIn } from './names.ts';
import { bandOf, fulfilment, pointsOf } from './points.ts';
import type { Band } from './rule.ts';
import { parseActual } from './target/actual.ts';
import { parseTarget } from './target/parse.ts';
import type { Direction } from './target/target.ts';

/** 得分结果: points to the book's last digit, or why there are none. */
export type Score =
  | { readonly ok: true; readonly points: Exact }
  | { readonly ok: false; readonly kind: 'band' | 'input'; readonly why: string };

/** A score as systems print it: rounded half-up, or cut off, behind its last digit. */
export function rounded(points: Exact, { preset }: Pick<Rulebook, 'preset'>): Exact {
  const { decimals, way } = preset.rounding;
  const nearest = round(points, decimals);
  const up = way === '截去' && compare(nearest, points) > 0;
  return up ? minus(nearest, exact(1, decimals)) : nearest;
}

/** The points that a band leaves to people: 8–10 分. */
export const bandText = (band: Band, weight: Exact): string =>
  `${toText(round(times(weight, numberIn(band.low)), 2))}–${toText(round(times(weight, numberIn(band.high)), 2))} 分`;

/**
 * 指标得分 in 分, to the book's digits, never above the weight; else why there is none: `band` where people have
 * to choose, `input` where what is written cannot be scored.
 */
export function indicatorScore(
  target: string,
  actual: string,
  weight: Exact,
  book: Rulebook,
  direction?: Direction,
): Score {
  const targets = parseTarget(target, book.words);
  const qualitative = direction === '定性' || targets.some((t) => t.direction === '定性');
  const degree = fulfilment(targets, parseActual(actual, targets, book.words), book, {
    direction,
    weight,
  });
  if ('ok' in degree) {
    const best = book.bands.at(-1)!;
    const why = qualitative
      ? `定性指标不自动计分：达成预期指标为 ${bandText(best, weight)}，请人工评定`
      : degree.why;
    return { ok: false, kind: qualitative ? 'band' : 'input', why };
  }
  const points = pointsOf(degree, weight);
  if (!points.ok) return { ok: false, kind: 'input', why: points.why };
  if (points.judged || degree.band) {
    const range = degree.band ? bandText(degree.band, weight) : '由人工评定';
    const level = degree.band?.level ?? '';
    return { ok: false, kind: 'band', why: `定性指标不自动计分：${level}为 ${range}，请人工评定` };
  }
  return { ok: true, points: rounded(points.value.value, book) };
}

/**
 * 定性得分 in 分: the share given (0.9), or the lower end of the level's band; else why there is none: no such
 * level, or a share outside its band.
 */
export function qualityScore(weight: Exact, level: string, book: Rulebook, share?: Exact): Score {
  const band = book.bands.find((b) => b.level === level) ?? bandOf(level, '', book.bands);
  if (!band) {
    const levels = book.bands.map((b) => b.level).join('、');
    return { ok: false, kind: 'input', why: `没有“${level}”这一档；可以写 ${levels}` };
  }
  const [low, high] = [numberIn(band.low), numberIn(band.high)];
  if (share && (compare(share, low) < 0 || compare(share, high) > 0)) {
    return {
      ok: false,
      kind: 'input',
      why: `“${band.level}”的比例应在 ${band.low}–${band.high} 之间`,
    };
  }
  return { ok: true, points: rounded(times(weight, share ?? low), book) };
}
