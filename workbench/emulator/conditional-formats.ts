// Conditional formats: Custom ones in full; of all others that they are there, and their removal.
import type { Rect } from '../../src/facts/grid.ts';
import { intersection } from './address.ts';
import { EDGES, type Edge, LINE_STYLES, NO_LINE, type Rule } from './book.ts';
import type { SheetOwner } from './owners.ts';
import { Range, RangeAreas } from './range.ts';
import { bag, color, Keyed, WireError, WireObject } from './wire.ts';

const FontBag = bag('ConditionalRangeFont', ['Bold', 'Italic', 'Color']);
const FillBag = bag('ConditionalRangeFill', ['Color']);
class ConditionalFill extends FillBag {
  Clear(): void {
    this.write('Color', '');
  }
}
const BorderBag = bag('ConditionalRangeBorder', ['Color', 'Style']);
const RuleBag = bag('ConditionalFormatRule', ['Formula']);
class Borders extends WireObject {
  constructor(readonly format: ConditionalFormat) {
    super();
  }
  override get typeName(): string {
    return 'ConditionalRangeBorderCollection';
  }
  #edge(edge: Edge): WireObject {
    const now = () => this.format.rule.style.border?.[edge] ?? NO_LINE;
    return new BorderBag(
      (key) => (key === 'Style' ? now().style : now().color),
      (key, value) =>
        this.format.edit(({ style }) => {
          const border = { style: 'Continuous', color: '#000000', ...style.border?.[edge] };
          if (key === 'Color') border.color = color(value);
          else if (LINE_STYLES.includes(String(value))) border.style = String(value);
          else throw WireError.invalid('border style');
          style.border = { ...style.border, [edge]: border };
        }),
    );
  }
  get Top(): WireObject {
    return this.#edge('top');
  }
  get Bottom(): WireObject {
    return this.#edge('bottom');
  }
  get Left(): WireObject {
    return this.#edge('left');
  }
  get Right(): WireObject {
    return this.#edge('right');
  }
  override indexer(key: unknown): WireObject {
    const edge = EDGES[String(key)];
    if (!edge) throw WireError.invalid('border');
    return this.#edge(edge);
  }
  GetItem(key: string): WireObject {
    return this.indexer(key);
  }
}

class ConditionalRangeFormat extends WireObject {
  constructor(readonly format: ConditionalFormat) {
    super();
  }
  override get typeName(): string {
    return 'ConditionalRangeFormat';
  }
  get Fill(): WireObject {
    return new ConditionalFill(
      () => this.format.rule.style.fill ?? '',
      (_, value) =>
        this.format.edit(({ style }) => {
          if (value === '') delete style.fill;
          else style.fill = color(value);
        }),
    );
  }
  get Font(): WireObject {
    return new FontBag(
      (key) => {
        const { style } = this.format.rule;
        if (key === 'Color') return style.color ?? '';
        return (key === 'Bold' ? style.bold : style.italic) ?? false;
      },
      (key, value) =>
        this.format.edit(({ style }) => {
          if (key === 'Color') style.color = color(value);
          else style[key === 'Bold' ? 'bold' : 'italic'] = value === true;
        }),
    );
  }
  get Borders(): WireObject {
    return new Borders(this.format);
  }
}

class CustomConditionalFormat extends WireObject {
  constructor(readonly format: ConditionalFormat) {
    super();
  }
  override get typeName(): string {
    return 'CustomConditionalFormat';
  }
  get Format(): WireObject {
    return new ConditionalRangeFormat(this.format);
  }
  get Rule(): WireObject {
    return new RuleBag(
      () => this.format.rule.formula,
      (_, value) =>
        this.format.edit((rule) => {
          rule.formula = String(value);
        }),
    );
  }
}

class ConditionalFormat extends WireObject {
  constructor(
    readonly sheet: SheetOwner,
    readonly id: string,
  ) {
    super();
  }
  override get typeName(): string {
    return 'ConditionalFormat';
  }
  override get identity(): Record<string, unknown> {
    return { Id: this.id };
  }
  get rule(): Rule {
    const found = this.sheet.book.rules().find((r) => r.id === this.id);
    if (!found) throw WireError.notFound(this.id);
    return found;
  }
  edit(change: (rule: Rule) => void): void {
    this.sheet.allowed();
    const { rule } = this;
    change(rule);
    this.sheet.book.changeRule(rule);
  }
  get Id(): string {
    return this.id;
  }
  get Type(): string {
    return this.rule.kind;
  }
  get Priority(): number {
    return this.sheet.book.rules().findIndex((r) => r.id === this.id);
  }
  get StopIfTrue(): boolean {
    return this.rule.stopIfTrue;
  }
  set StopIfTrue(value: boolean) {
    this.edit((rule) => {
      rule.stopIfTrue = value;
    });
  }
  get Custom(): WireObject {
    if (this.rule.kind !== 'Custom') {
      throw new WireError('InvalidOperation', 'This conditional format is not a custom one.');
    }
    return new CustomConditionalFormat(this);
  }
  get CustomOrNullObject(): WireObject | null {
    return this.rule.kind === 'Custom' ? new CustomConditionalFormat(this) : null;
  }
  GetRange(): Range {
    const found = this.GetRangeOrNullObject();
    if (!found) throw new WireError('InvalidOperation', 'it covers several areas');
    return found;
  }
  GetRangeOrNullObject(): Range | null {
    const [only, ...others] = this.rule.areas;
    return only && others.length === 0 ? new Range(this.sheet, only) : null;
  }
  GetRanges(): WireObject {
    return new RangeAreas(this.sheet, this.rule.areas);
  }
  Delete(): void {
    this.sheet.allowed();
    this.sheet.book.removeRule(this.rule.id);
  }
}

export class ConditionalFormatCollection extends Keyed<ConditionalFormat> {
  constructor(
    readonly sheet: SheetOwner,
    readonly areas: readonly Rect[],
  ) {
    super();
  }
  override get typeName(): string {
    return 'ConditionalFormatCollection';
  }
  protected override keys(item: ConditionalFormat): readonly unknown[] {
    return [item.id];
  }
  override items(): ConditionalFormat[] {
    const touches = (rule: Rule): boolean =>
      rule.areas.some((a) => this.areas.some((b) => intersection(a, b) !== undefined));
    return this.sheet.book
      .rules()
      .filter(touches)
      .map((rule) => new ConditionalFormat(this.sheet, rule.id));
  }
  Add(kind: string): ConditionalFormat {
    if (kind !== 'Custom') throw WireError.missing(`conditional format ${kind}`);
    this.sheet.allowed();
    const id = this.sheet.newId();
    const { areas } = this;
    this.sheet.book.addRule({ id, kind, areas, formula: '', style: {}, stopIfTrue: false });
    return new ConditionalFormat(this.sheet, id);
  }
  ClearAll(): void {
    for (const format of this.items()) format.Delete();
  }
}
