// Charts as far as they are described: kind, title, source, place. Nothing is painted here.
import type { BookChart } from './book.ts';
import { Range } from './range.ts';
import { bag, Keyed, WireError, WireObject } from './wire.ts';
import type { Worksheet } from './worksheet.ts';

const TitleBag = bag('ChartTitle', ['Text', 'Visible']);
/** A cell's size in points, for placing a chart by cells. */
const CELL = { width: 48, height: 15 };

class Chart extends WireObject {
  constructor(
    readonly sheet: Worksheet,
    readonly all: BookChart[],
    readonly chart: BookChart,
  ) {
    super();
  }
  override get typeName(): string {
    return 'Chart';
  }
  override get identity(): Record<string, unknown> {
    return { Id: this.chart.id };
  }
  get Id(): string {
    return this.chart.id;
  }
  get Name(): string {
    return this.chart.name;
  }
  set Name(value: string) {
    this.chart.name = value;
  }
  get ChartType(): string {
    return this.chart.kind;
  }
  set ChartType(value: string) {
    this.chart.kind = value;
  }
  get Title(): WireObject {
    return new TitleBag(
      (key) => (key === 'Text' ? this.chart.title : this.chart.title !== ''),
      (key, value) => {
        if (key === 'Text') this.chart.title = String(value);
        else if (value === false) this.chart.title = '';
      },
    );
  }
  get Top(): number {
    return this.chart.top;
  }
  set Top(value: number) {
    this.chart.top = value;
  }
  get Left(): number {
    return this.chart.left;
  }
  set Left(value: number) {
    this.chart.left = value;
  }
  get Width(): number {
    return this.chart.width;
  }
  set Width(value: number) {
    this.chart.width = value;
  }
  get Height(): number {
    return this.chart.height;
  }
  set Height(value: number) {
    this.chart.height = value;
  }
  SetData(source: unknown): void {
    if (!(source instanceof Range)) throw WireError.invalid('sourceData');
    this.chart.source = source.area;
  }
  SetPosition(start: unknown, end?: unknown): void {
    const cell = (given: unknown): Range =>
      given instanceof Range ? given : this.sheet.GetRange(given);
    const { row, column } = cell(start).area;
    this.chart.top = row * CELL.height;
    this.chart.left = column * CELL.width;
    if (end === undefined || end === null) return;
    const last = cell(end).area;
    this.chart.height = (last.row + last.rows - row) * CELL.height;
    this.chart.width = (last.column + last.columns - column) * CELL.width;
  }
  Delete(): void {
    this.all.splice(this.all.indexOf(this.chart), 1);
  }
}

export class ChartCollection extends Keyed<Chart> {
  constructor(
    readonly sheet: Worksheet,
    readonly all: BookChart[],
  ) {
    super();
  }
  override get typeName(): string {
    return 'ChartCollection';
  }
  protected override keys(item: Chart): readonly unknown[] {
    return [item.chart.name, item.chart.id];
  }
  override items(): Chart[] {
    return this.all.map((chart) => new Chart(this.sheet, this.all, chart));
  }
  get Count(): number {
    return this.all.length;
  }
  Add(kind: string, source: unknown): Chart {
    this.sheet.allowed();
    if (!(source instanceof Range)) {
      throw WireError.invalid('sourceData');
    }
    const chart: BookChart = {
      id: this.sheet.newId(),
      name: `Chart ${this.all.length + 1}`,
      kind,
      title: 'Chart Title',
      source: source.area,
      top: 0,
      left: 0,
      width: 360,
      height: 216,
    };
    this.all.push(chart);
    return new Chart(this.sheet, this.all, chart);
  }
}
