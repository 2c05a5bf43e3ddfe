// Straight lines among the paths of a page: strokes of the pen, and rectangles so thin that they are
// lines. Knows paths; knows no page.
import { type Matrix, mapped } from './matrix.ts';

/** 线: a straight line across or down; `from` < `to`. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Thinner than this a filled rectangle is a line: borders are drawn so by Word, WPS and Excel. */
const THIN = 2.5;
/** Dashes are short; a line is still longer than it is thick. */
const DASH = 0.9;
const LONGER = 1.4;
/** Points of the sub-paths of one path: 0 move, 1 line, 2 cubic, 3 quadratic, 4 close. */
function subpaths(data: ArrayLike<number>): (readonly [number, number])[][] {
  const paths: (readonly [number, number])[][] = [];
  let start: readonly [number, number] | undefined;
  const skipped: Readonly<Record<number, number>> = { 0: 0, 1: 0, 2: 4, 3: 2 };
  for (let k = 0; k < data.length; ) {
    const kind = data[k]!;
    k += 1;
    if (kind === 4) {
      if (start) paths.at(-1)?.push(start);
      continue;
    }
    const skip = skipped[kind];
    if (skip === undefined) break;
    k += skip;
    const point = [data[k]!, data[k + 1]!] as const;
    k += 2;
    if (kind === 0) {
      start = point;
      paths.push([point]);
    } else paths.at(-1)?.push(point);
  }
  return paths;
}

/** A ruling, and whether it lies flat. */
export interface Drawing {
  readonly flat: boolean;
  readonly own: Ruling;
}

/** A dot of a dotted line: it may lie in a line across or down, which shows once all are put together. */
const DOT = { least: 0.3, most: 1.6 };

function dotIn(left: number, top: number, right: number, bottom: number): Drawing[] {
  const [wide, tall] = [right - left, bottom - top];
  const isDot = (side: number) => side > DOT.least && side < DOT.most;
  if (!isDot(wide) || !isDot(tall)) return [];
  return [
    { flat: true, own: { at: (top + bottom) / 2, from: left, to: right } },
    { flat: false, own: { at: (left + right) / 2, from: top, to: bottom } },
  ];
}

function rulingIn(left: number, top: number, right: number, bottom: number): Drawing | undefined {
  const [wide, tall] = [right - left, bottom - top];
  if (tall < THIN && wide > DASH && wide > tall * LONGER)
    return { flat: true, own: { at: (top + bottom) / 2, from: left, to: right } };
  if (wide < THIN && tall > DASH && tall > wide * LONGER)
    return { flat: false, own: { at: (left + right) / 2, from: top, to: bottom } };
  return undefined;
}

/** 线 of one path, placed by a matrix; the sides of a filled area are none. */
export function rulingsOf(data: ArrayLike<number>, matrix: Matrix, isFill: boolean): Drawing[] {
  const found: Drawing[] = [];
  for (const path of subpaths(data)) {
    const points = path.map(([x, y]) => mapped(matrix, x, y));
    const xs = points.map((p) => p.x);
    const ys = points.map((p) => p.y);
    const sides = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
    const whole = rulingIn(...sides);
    found.push(...(whole ? [whole] : dotIn(...sides)));
    if (whole || isFill) continue;
    for (let j = 1; j < points.length; j += 1) {
      const [a, b] = [points[j - 1]!, points[j]!];
      const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
      const side = rulingIn(left, Math.min(a.y, b.y), right, Math.max(a.y, b.y));
      if (side) found.push(side);
    }
  }
  return found;
}
