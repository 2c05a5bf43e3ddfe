// What travels in the workbook beside its cells: settings, custom XML parts, defined names.
import { areaAddress, parseArea, quotedSheet, splitSheet } from './address.ts';
import type { Book, BookName, BookPart } from './book.ts';
import type { SheetOwner } from './owners.ts';
import { Range } from './range.ts';
import { Keyed, WireError, WireObject } from './wire.ts';

class Setting extends WireObject {
  constructor(
    readonly all: Map<string, unknown>,
    readonly key: string,
  ) {
    super();
  }
  override get typeName(): string {
    return 'Setting';
  }
  override get identity(): Record<string, unknown> {
    return { Key: this.key, _Id: this.key };
  }
  get Key(): string {
    return this.key;
  }
  get Value(): unknown {
    return this.all.get(this.key);
  }
  set Value(value: unknown) {
    this.all.set(this.key, value);
  }
  Delete(): void {
    this.all.delete(this.key);
  }
}
export class SettingCollection extends Keyed<Setting> {
  constructor(readonly all: Map<string, unknown>) {
    super();
  }
  override get typeName(): string {
    return 'SettingCollection';
  }
  protected override keys(item: Setting): readonly unknown[] {
    return [item.key];
  }
  override items(): Setting[] {
    return [...this.all.keys()].map((key) => new Setting(this.all, key));
  }
  Add(key: string, value: unknown): Setting {
    this.all.set(key, value);
    return new Setting(this.all, key);
  }
}

class CustomXmlPart extends WireObject {
  constructor(
    readonly all: BookPart[],
    readonly part: BookPart,
  ) {
    super();
  }
  override get typeName(): string {
    return 'CustomXmlPart';
  }
  override get identity(): Record<string, unknown> {
    return { Id: this.part.id };
  }
  get Id(): string {
    return this.part.id;
  }
  get NamespaceUri(): string {
    return /<[^?!][^>]*?\sxmlns(?::\w+)?="([^"]*)"/.exec(this.part.xml)?.[1] ?? '';
  }
  GetXml(): string {
    return this.part.xml;
  }
  SetXml(xml: string): void {
    this.part.xml = xml;
  }
  Delete(): void {
    const at = this.all.indexOf(this.part);
    if (at < 0) throw WireError.notFound(this.part.id);
    this.all.splice(at, 1);
  }
}
export class CustomXmlPartCollection extends Keyed<CustomXmlPart> {
  constructor(
    readonly all: BookPart[],
    readonly newId: () => string,
    readonly namespace?: string,
  ) {
    super();
  }
  override get typeName(): string {
    return this.namespace === undefined
      ? 'CustomXmlPartCollection'
      : 'CustomXmlPartScopedCollection';
  }
  protected override keys(item: CustomXmlPart): readonly unknown[] {
    return [item.part.id];
  }
  override items(): CustomXmlPart[] {
    return this.all
      .map((part) => new CustomXmlPart(this.all, part))
      .filter((p) => this.namespace === undefined || p.NamespaceUri === this.namespace);
  }
  Add(xml: string): CustomXmlPart {
    if (!/^\s*</.test(xml)) throw WireError.invalid('xml');
    const part = { id: this.newId(), xml };
    this.all.push(part);
    return new CustomXmlPart(this.all, part);
  }
  GetByNamespace(namespace: string): CustomXmlPartCollection {
    return new CustomXmlPartCollection(this.all, this.newId, namespace);
  }
  GetOnlyItemOrNullObject(): CustomXmlPart | null {
    const [only, ...others] = this.items();
    return only && others.length === 0 ? only : null;
  }
}

type SheetNamed = (name: string) => SheetOwner | null;
class NamedItem extends WireObject {
  constructor(
    readonly all: BookName[],
    readonly named: BookName,
    readonly sheetNamed: SheetNamed,
  ) {
    super();
  }
  override get typeName(): string {
    return 'NamedItem';
  }
  override get identity(): Record<string, unknown> {
    return { Name: this.named.name };
  }
  get Name(): string {
    return this.named.name;
  }
  get Formula(): string {
    return this.named.formula;
  }
  get Type(): string {
    return this.GetRangeOrNullObject() ? 'Range' : 'String';
  }
  get Comment(): string {
    return this.named.comment;
  }
  set Comment(value: string) {
    this.named.comment = value;
  }
  GetRangeOrNullObject(): Range | null {
    const { sheet, local } = splitSheet(this.named.formula.replace(/^=/, ''));
    const area = parseArea(local);
    const on = sheet === undefined ? null : this.sheetNamed(sheet);
    return area && on ? new Range(on, area) : null;
  }
  GetRange(): Range {
    const found = this.GetRangeOrNullObject();
    if (!found) throw WireError.notFound(this.named.name);
    return found;
  }
  Delete(): void {
    this.all.splice(this.all.indexOf(this.named), 1);
  }
}
export class NamedItemCollection extends Keyed<NamedItem> {
  constructor(
    readonly book: Book,
    readonly sheetNamed: SheetNamed,
  ) {
    super();
  }
  override get typeName(): string {
    return 'NamedItemCollection';
  }
  protected override keys(item: NamedItem): readonly unknown[] {
    return [item.named.name];
  }
  override items(): NamedItem[] {
    const { names } = this.book;
    return names.map((named) => new NamedItem(names, named, this.sheetNamed));
  }
  Add(name: string, reference: unknown, comment = ''): NamedItem {
    const proper = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) && !parseArea(name);
    if (!proper || this.find(name)) throw WireError.invalid('name');
    const formula =
      reference instanceof Range
        ? `=${quotedSheet(reference.sheet.Name)}!${areaAddress(reference.area, '$')}`
        : String(reference);
    this.book.names.push({ name, formula, comment });
    return this.GetItem(name);
  }
}
