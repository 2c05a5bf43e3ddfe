// Affine maps of the plane as PDF writes them: six numbers. Knows points only.

/** 变换 a, b, c, d, e, f as PDF writes it: x becomes ax + cy + e, y becomes bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];
interface Point {
  readonly x: number;
  readonly y: number;
}

/** 不变: every point stays where it is. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `b`, then `a`. */
export const product = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];

/** A point where a map puts it. */
export const mapped = (m: Matrix, x: number, y: number): Point => ({
  x: m[0] * x + m[2] * y + m[4],
  y: m[1] * x + m[3] * y + m[5],
});

/** Six finite numbers, or nothing. */
export function matrixIn(value: unknown): Matrix | undefined {
  const list = Array.isArray(value) || ArrayBuffer.isView(value) ? [...(value as number[])] : [];
  return list.length === 6 && list.every(Number.isFinite) ? (list as unknown as Matrix) : undefined;
}
