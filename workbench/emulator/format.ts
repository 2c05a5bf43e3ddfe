// A range's own format. What a conditional format paints over it does not show here.
import type { Rect } from '../../src/facts/grid.ts';
import { type BookSheet, EDGES, type Edge, type FormatKey, LINE_STYLES, NO_LINE } from './book.ts';
import { bag, color, WireError, WireObject } from './wire.ts';

const FontBag = bag('RangeFont', ['Bold', 'Italic', 'Name', 'Size', 'Color']);
const FillBag = bag('RangeFill', ['Color']);
class RangeFill extends FillBag {
  Clear(): void {
    this.write('Clear', undefined);
  }
}
const BorderBag = bag('RangeBorder', ['Color', 'Style']);
const FONT: Readonly<Record<string, FormatKey>> = {
  Bold: 'bold',
  Italic: 'italic',
  Name: 'font',
  Size: 'size',
  Color: 'color',
};

type Line = typeof NO_LINE;
/** The cells of an area that lie on one of its edges. */
function onEdge(area: Rect, edge: Edge): Rect {
  if (edge === 'top') return { ...area, rows: 1 };
  if (edge === 'bottom') return { ...area, row: area.row + area.rows - 1, rows: 1 };
  if (edge === 'left') return { ...area, columns: 1 };
  return { ...area, column: area.column + area.columns - 1, columns: 1 };
}

class RangeBorders extends WireObject {
  constructor(
    readonly read: (edge: Edge) => Line,
    readonly write: (edge: Edge, line: Line) => void,
  ) {
    super();
  }
  override get typeName(): string {
    return 'RangeBorderCollection';
  }
  override indexer(name: unknown): WireObject {
    const edge = EDGES[String(name)];
    if (!edge) throw WireError.missing(`RangeBorderCollection.GetItem(${name})`);
    return new BorderBag(
      (key) => this.read(edge)[key === 'Style' ? 'style' : 'color'],
      (key, value) => {
        const now = this.read(edge);
        if (key === 'Style' && !LINE_STYLES.includes(String(value)))
          throw WireError.invalid('border style');
        const line =
          key === 'Style' ? { ...now, style: String(value) } : { ...now, color: color(value) };
        this.write(edge, line);
      },
    );
  }
}

/** A format of one area, or of several at once. */
export class RangeFormat extends WireObject {
  constructor(
    readonly sheet: BookSheet,
    readonly areas: readonly Rect[],
    readonly allowed: () => void,
  ) {
    super();
  }
  override get typeName(): string {
    return 'RangeFormat';
  }
  #read(key: FormatKey, of = (area: Rect) => area): unknown {
    const [first, ...others] = this.areas.map((area) => this.sheet.format(of(area), key));
    const same = others.every((o) => JSON.stringify(o) === JSON.stringify(first));
    return same ? first : null;
  }
  #write(key: FormatKey, value: unknown, of = (area: Rect): Rect => area): void {
    this.allowed();
    this.sheet.setFormat(this.areas.map(of), key, value);
  }
  get Borders(): WireObject {
    return new RangeBorders(
      (edge) => (this.#read(edge, (area) => onEdge(area, edge)) as Line | null) ?? NO_LINE,
      (edge, line) => this.#write(edge, line, (area) => onEdge(area, edge)),
    );
  }
  get Fill(): WireObject {
    return new RangeFill(
      () => this.#read('fill'),
      (key, value) => this.#write('fill', key === 'Clear' ? undefined : color(value)),
    );
  }
  get Font(): WireObject {
    return new FontBag(
      (key) => this.#read(FONT[key]!),
      (key, value) => this.#write(FONT[key]!, key === 'Color' ? color(value) : value),
    );
  }
  get WrapText(): unknown {
    return this.#read('wrap');
  }
  set WrapText(value: unknown) {
    this.#write('wrap', value);
  }
  get HorizontalAlignment(): unknown {
    return this.#read('align');
  }
  set HorizontalAlignment(value: unknown) {
    this.#write('align', value);
  }
  get VerticalAlignment(): unknown {
    return this.#read('valign');
  }
  set VerticalAlignment(value: unknown) {
    this.#write('valign', value);
  }
  get RowHeight(): unknown {
    return this.#read('rowHeight');
  }
  set RowHeight(value: unknown) {
    this.#write('rowHeight', value);
  }
  get ColumnWidth(): unknown {
    return this.#read('columnWidth');
  }
  set ColumnWidth(value: unknown) {
    this.#write('columnWidth', value);
  }
}
