// Borders of cells as each program leaves them in a PDF. Knows the operators it takes; knows no table.
import type { Sheet } from './drawing.ts';

/** 生成程序: whose way of drawing is imitated. */
export type Producer =
  | 'word'
  | 'wps'
  | 'excel'
  | 'onlyoffice'
  | 'libreoffice'
  | 'double'
  | 'dashed'
  | 'dotted';
export const PRODUCERS: readonly Producer[] = [
  'word',
  'wps',
  'excel',
  'onlyoffice',
  'libreoffice',
  'double',
  'dashed',
  'dotted',
];
/** 不画全的: columns, or rows as well, are to be seen by how words stand alone. */
export type Sparse = 'across' | 'three' | 'frame' | 'shaded' | 'bare';
export const SPARSE: readonly Sparse[] = ['across', 'three', 'frame', 'shaded', 'bare'];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const n = (value: number): string => String(Math.round(value * 100) / 100);

/** Word: each side a thin filled rectangle, the corners by themselves. */
function word(on: Sheet, { x, y, width, height }: Box): void {
  const thin = 0.48;
  for (const [left, top] of [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ] as const)
    on.fill(left, top, thin, thin);
  on.fill(x + thin, y, width - thin, thin).fill(x + thin, y + height, width - thin, thin);
  on.fill(x, y + thin, thin, height - thin).fill(x + width, y + thin, thin, height - thin);
}

/** WPS: strokes in a space of its own, many to the point. */
function wps(on: Sheet, { x, y, width, height }: Box): void {
  const scale = 0.06;
  const own = (value: number) => n(value / scale);
  const [left, right] = [own(x), own(x + width)];
  const [top, bottom] = [own(on.height - y), own(on.height - y - height)];
  on.raw(`q ${scale} 0 0 ${scale} 0 0 cm 8 w`);
  on.raw(`${left} ${top} m ${right} ${top} l S ${left} ${bottom} m ${right} ${bottom} l S`);
  on.raw(`${left} ${top} m ${left} ${bottom} l S ${right} ${top} m ${right} ${bottom} l S Q`);
}

/** Excel: rectangles as thin as a line, a little longer than the cell, every side drawn by both cells. */
function excel(on: Sheet, { x, y, width, height }: Box): void {
  const thin = 0.72;
  on.fill(x - thin, y - thin, width + 2 * thin, thin);
  on.fill(x - thin, y + height - thin, width + 2 * thin, thin);
  on.fill(x - thin, y - thin, thin, height + 2 * thin);
  on.fill(x + width - thin, y - thin, thin, height + 2 * thin);
}

/** ONLYOFFICE: the whole box in one stroke. */
function onlyoffice(on: Sheet, { x, y, width, height }: Box): void {
  on.raw(`0.5 w ${n(x)} ${n(on.height - y - height)} ${n(width)} ${n(height)} re S`);
}

/** LibreOffice: each side a filled outline, after a clip of the page. */
function libreoffice(on: Sheet, { x, y, width, height }: Box): void {
  const side = (left: number, top: number, right: number, bottom: number) => {
    const [a, b] = [n(on.height - top), n(on.height - bottom)];
    const around = `${n(left)} ${a} m ${n(right)} ${a} l ${n(right)} ${b} l ${n(left)} ${b} l h f*`;
    on.raw(`q 0 0 ${n(on.width)} ${n(on.height)} re W* n ${around} Q`);
  };
  side(x, y, x + width, y + 0.5);
  side(x, y + height, x + width, y + height + 0.5);
  side(x, y, x + 0.5, y + height);
  side(x + width, y, x + width + 0.5, y + height);
}

/** Two lines side by side. */
function double(on: Sheet, { x, y, width, height }: Box): void {
  for (const d of [0, 1.5]) {
    on.stroke(x, y + d, x + width, y + d, 0.4).stroke(x + d, y, x + d, y + height, 0.4);
    on.stroke(x, y + height + d, x + width, y + height + d, 0.4);
    on.stroke(x + width + d, y, x + width + d, y + height, 0.4);
  }
}

/** Dashes drawn one by one. */
function dashed(on: Sheet, { x, y, width, height }: Box): void {
  for (const top of [y, y + height])
    for (let at = x; at < x + width; at += 6)
      on.stroke(at, top, Math.min(at + 4, x + width), top, 0.4);
  for (const left of [x, x + width])
    for (let at = y; at < y + height; at += 6)
      on.stroke(left, at, left, Math.min(at + 4, y + height), 0.4);
}

/** Dots of the pen. */
function dotted(on: Sheet, { x, y, width, height }: Box): void {
  on.raw('q [0.5 2] 0 d');
  on.stroke(x, y, x + width, y, 0.5).stroke(x, y, x, y + height, 0.5);
  on.stroke(x, y + height, x + width, y + height, 0.5);
  on.stroke(x + width, y, x + width, y + height, 0.5);
  on.raw('Q');
}

const WAYS: Readonly<Record<Producer, (on: Sheet, box: Box) => void>> = {
  word,
  wps,
  excel,
  onlyoffice,
  libreoffice,
  double,
  dashed,
  dotted,
};

const isSparse = (way: Producer | Sparse): way is Sparse => SPARSE.some((s) => s === way);

/** What is drawn where not every cell has borders; `head`: where the head ends. */
function sparse(on: Sheet, way: Sparse, boxes: readonly Box[], head: number): void {
  const left = Math.min(...boxes.map((b) => b.x));
  const right = Math.max(...boxes.map((b) => b.x + b.width));
  const top = Math.min(...boxes.map((b) => b.y));
  const bottom = Math.max(...boxes.map((b) => b.y + b.height));
  if (way === 'across')
    for (const { x, y, width, height } of boxes)
      for (const at of [y, y + height]) on.stroke(x, at, x + width, at);
  if (way === 'three') for (const at of [top, head, bottom]) on.stroke(left, at, right, at);
  if (way === 'frame')
    on.raw(`0.5 w ${n(left)} ${n(on.height - bottom)} ${n(right - left)} ${n(bottom - top)} re S`);
  if (way === 'shaded') {
    on.fill(left, top, right - left, head - top, 0.8);
    const rows = [...new Set(boxes.filter((b) => b.y >= head - 1).map((b) => b.y))].sort(
      (a, b) => a - b,
    );
    for (const [i, at] of rows.entries())
      if (i % 2 === 1) on.fill(left, at, right - left, (rows[i + 1] ?? bottom) - at, 0.93);
  }
}

/** Borders around cells; `head`: where the rows of the head end. */
export function borders(
  on: Sheet,
  way: Producer | Sparse,
  boxes: readonly Box[],
  head: number,
): void {
  if (isSparse(way)) sparse(on, way, boxes, head);
  else for (const box of boxes) WAYS[way](on, box);
}
