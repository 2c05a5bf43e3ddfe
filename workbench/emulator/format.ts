// A range's own format. What a conditional format paints over it does not show here.
import type { Rect } from '../../src/facts/grid.ts';
import type { BookSheet, FormatKey } from './book.ts';
import { bag, color, WireObject } from './wire.ts';

const FontBag = bag('RangeFont', ['Bold', 'Italic', 'Name', 'Size', 'Color']);
const FillBag = bag('RangeFill', ['Color']);
class RangeFill extends FillBag {
  Clear(): void {
    this.write('Clear', undefined);
  }
}
const FONT: Readonly<Record<string, FormatKey>> = {
  Bold: 'bold',
  Italic: 'italic',
  Name: 'font',
  Size: 'size',
  Color: 'color',
};

export class RangeFormat extends WireObject {
  constructor(
    readonly sheet: BookSheet,
    readonly area: Rect,
    readonly allowed: () => void,
  ) {
    super();
  }
  override get typeName(): string {
    return 'RangeFormat';
  }
  #read(key: FormatKey): unknown {
    return this.sheet.format(this.area, key);
  }
  #write(key: FormatKey, value: unknown): void {
    this.allowed();
    this.sheet.setFormat(this.area, key, value);
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
  get ColumnWidth(): unknown {
    return this.#read('columnWidth');
  }
  set ColumnWidth(value: unknown) {
    this.#write('columnWidth', value);
  }
}
