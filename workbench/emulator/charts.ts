// Charts as far as they are described: kind, title, source, place. Nothing is painted here.
import type { Rect } from '../../src/facts/grid.ts';
import type { BookChart } from './book.ts';
import type { SheetOwner } from './owners.ts';
import { Range } from './range.ts';
import { bag, color, Keyed, WireError, WireObject } from './wire.ts';

const TitleBag = bag('ChartTitle', ['Text', 'Visible']);
const FontBag = bag('ChartFont', ['Name']);
const LegendBag = bag('ChartLegend', ['Visible']);
const LABELS = ['ShowValue', 'ShowCategoryName', 'ShowPercentage', 'Position'];
const LabelsBag = bag('ChartDataLabels', LABELS);

/** A format of which only one part is described. */
class Format extends WireObject {
  constructor(
    readonly name: string,
    readonly parts: { readonly fill?: WireObject; readonly font?: WireObject },
  ) {
    super();
  }
  override get typeName(): string {
    return this.name;
  }
  get Fill(): WireObject {
    if (!this.parts.fill) throw WireError.missing(`${this.name}.Fill`);
    return this.parts.fill;
  }
  get Font(): WireObject {
    if (!this.parts.font) throw WireError.missing(`${this.name}.Font`);
    return this.parts.font;
  }
}

class Title extends TitleBag {
  constructor(readonly chart: BookChart) {
    super(
      (key) => (key === 'Text' ? chart.title : chart.title !== ''),
      (key, value) => {
        if (key === 'Text') chart.title = String(value);
        else if (value === false) chart.title = '';
      },
    );
  }
  get Format(): WireObject {
    const font = new FontBag(
      () => this.chart.titleFont,
      (_, value) => {
        this.chart.titleFont = String(value);
      },
    );
    return new Format('ChartTitleFormat', { font });
  }
}

class PointFill extends WireObject {
  constructor(
    readonly chart: BookChart,
    readonly index: number,
  ) {
    super();
  }
  override get typeName(): string {
    return 'ChartFill';
  }
  SetSolidColor(value: unknown): void {
    this.chart.colors[this.index] = color(value);
  }
  Clear(): void {
    delete this.chart.colors[this.index];
  }
}

class Point extends WireObject {
  constructor(
    readonly chart: BookChart,
    readonly index: number,
  ) {
    super();
  }
  override get typeName(): string {
    return 'ChartPoint';
  }
  get Format(): WireObject {
    return new Format('ChartPointFormat', { fill: new PointFill(this.chart, this.index) });
  }
}

/** The one series of a chart over two columns: a point for each row under the head. */
class Points extends WireObject {
  constructor(readonly chart: BookChart) {
    super();
  }
  override get typeName(): string {
    return 'ChartPointsCollection';
  }
  get Count(): number {
    return this.chart.source.rows - 1;
  }
  GetItemAt(index: number): Point {
    if (index < 0 || index >= this.Count) throw WireError.invalid('index');
    return new Point(this.chart, index);
  }
}
class Series extends WireObject {
  constructor(readonly chart: BookChart) {
    super();
  }
  override get typeName(): string {
    return 'ChartSeries';
  }
  get Points(): Points {
    return new Points(this.chart);
  }
}
class SeriesCollection extends WireObject {
  constructor(readonly chart: BookChart) {
    super();
  }
  override get typeName(): string {
    return 'ChartSeriesCollection';
  }
  get Count(): number {
    return this.chart.source.columns - 1;
  }
  GetItemAt(index: number): Series {
    if (index !== 0) throw WireError.missing('more than one series');
    return new Series(this.chart);
  }
}
/** A cell's size in points, for placing a chart by cells. */
const CELL = { width: 48, height: 15 };

class Chart extends WireObject {
  constructor(
    readonly sheet: SheetOwner,
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
    return new Title(this.chart);
  }
  get Legend(): WireObject {
    return new LegendBag(
      () => this.chart.legend,
      (_, value) => {
        this.chart.legend = value === true;
      },
    );
  }
  get DataLabels(): WireObject {
    return new LabelsBag(
      (key) => this.chart.labels[key],
      (key, value) => {
        this.chart.labels[key] = value;
      },
    );
  }
  get Series(): WireObject {
    return new SeriesCollection(this.chart);
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
    const area = (given: unknown): Rect =>
      (given instanceof Range ? given : this.sheet.GetRange(given)).area;
    const { row, column } = area(start);
    this.chart.top = row * CELL.height;
    this.chart.left = column * CELL.width;
    if (end === undefined || end === null) return;
    const last = area(end);
    this.chart.height = (last.row + last.rows - row) * CELL.height;
    this.chart.width = (last.column + last.columns - column) * CELL.width;
  }
  Delete(): void {
    this.all.splice(this.all.indexOf(this.chart), 1);
  }
}

export class ChartCollection extends Keyed<Chart> {
  constructor(
    readonly sheet: SheetOwner,
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
      titleFont: '',
      legend: true,
      labels: {},
      colors: {},
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
