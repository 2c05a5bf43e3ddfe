// What a page cuts off: nothing is to be seen outside of it. Knows boxes; knows no letter but where it stands.
import { type Matrix, mapped } from './matrix.ts';

/** 裁剪框: its bounds on the page as shown. */
export interface Clip {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** So much of a line, in parts of its size, is to be seen at least; less is the edge of a mark. */
const SEEN = 0.15;

/** The box around a path, within what was cut off before; a path of another shape shows no more. Undefined where nothing is. */
export function narrowed(clip: Clip | undefined, box: unknown, matrix: Matrix): Clip | undefined {
  const numbers = ArrayBuffer.isView(box) ? [...(box as unknown as Iterable<number>)] : [];
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) return clip;
  const [left, top, right, bottom] = numbers as [number, number, number, number];
  const corners = [left, right].flatMap((x) => [top, bottom].map((y) => mapped(matrix, x, y)));
  const [xs, ys] = [corners.map((c) => c.x), corners.map((c) => c.y)];
  return {
    left: Math.max(clip?.left ?? Number.NEGATIVE_INFINITY, Math.min(...xs)),
    right: Math.min(clip?.right ?? Number.POSITIVE_INFINITY, Math.max(...xs)),
    top: Math.max(clip?.top ?? Number.NEGATIVE_INFINITY, Math.min(...ys)),
    bottom: Math.min(clip?.bottom ?? Number.POSITIVE_INFINITY, Math.max(...ys)),
  };
}

/**
 * Whether the line a letter stands on is cut off: the second line of a cell that is one line high. What runs over the
 * side of its cell is known in full.
 */
export function isHidden(
  { left, top, right, bottom }: Clip,
  { x, y, size, turn }: { x: number; y: number; size: number; turn: number | undefined },
): boolean {
  if (turn === undefined) return false;
  const [from, to, at] = turn % 2 === 0 ? [top, bottom, y] : [left, right, x];
  // Letters stand on their line: above it, to the right of it, below it, to the left of it.
  const up = turn === 0 || turn === 3 ? -1 : 1;
  const [a, b] = [at + up * size * 0.85, at - up * size * 0.15];
  return Math.min(Math.max(a, b), to) - Math.max(Math.min(a, b), from) < size * SEEN;
}
