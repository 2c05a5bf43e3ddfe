// What every object on the wire has in common, and the errors it answers with. Knows no Excel.

/** 宿主应答的错误: arrives in the add-in as an OfficeExtension.Error with this code. */
export class WireError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
  static notFound(what = ''): WireError {
    const message = `The requested resource doesn't exist. ${what}`.trim();
    return new WireError('ItemNotFound', message, 404);
  }
  static invalid(what = ''): WireError {
    const message = `The argument is invalid or missing or has an incorrect format. ${what}`.trim();
    return new WireError('InvalidArgument', message);
  }
  static denied(what = ''): WireError {
    return new WireError(
      'AccessDenied',
      `You cannot perform the requested operation. ${what}`,
      403,
    );
  }
  /** A test can never pass silently on something the emulation does not do. */
  static missing(what: string): WireError {
    return new WireError(
      'EmulatedHostNotImplemented',
      `emulated host does not implement ${what}`,
      501,
    );
  }
}

/** 线上对象: its members are PascalCase, exactly as the library names them. */
export abstract class WireObject {
  /** The class as Excel calls it; minifiers rename classes, so it is written out. */
  abstract get typeName(): string;
  /** Fields the client learns when it instantiates the object. */
  get identity(): Record<string, unknown> {
    return {};
  }
  /** Collections return their items. */
  items?(): readonly WireObject[];
  /** `worksheets['Sheet1']` */
  indexer?(key: unknown): WireObject | null;
}

/** What *OrNullObject returns. Members of a null object are null objects again. */
export const NULL_OBJECT: WireObject = new (class NullObject extends WireObject {
  override get typeName(): string {
    return 'NullObject';
  }
})();

export function member(of: WireObject, name: string): PropertyDescriptor | undefined {
  let prototype: object | null = of;
  while (prototype && prototype !== WireObject.prototype) {
    const found = Object.getOwnPropertyDescriptor(prototype, name);
    if (found) return found;
    prototype = Object.getPrototypeOf(prototype);
  }
  return undefined;
}

/** Names of all readable members, for `load()` without a list. */
export function readable(of: WireObject): string[] {
  const names = new Set<string>();
  let prototype: object | null = of;
  while (prototype && prototype !== WireObject.prototype) {
    for (const [name, found] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (found.get && /^[A-Z]/.test(name)) names.add(name);
    }
    prototype = Object.getPrototypeOf(prototype);
  }
  return [...names];
}

type Reader = (key: string) => unknown;
type Writer = (key: string, value: unknown) => void;
/** A plain object of scalar members that read and write through callbacks. */
export class Bag extends WireObject {
  constructor(
    readonly read: Reader,
    readonly write: Writer,
  ) {
    super();
  }
  override get typeName(): string {
    return 'Bag';
  }
}
export function bag(name: string, keys: readonly string[]): new (r: Reader, w: Writer) => Bag {
  class Named extends Bag {
    override get typeName(): string {
      return name;
    }
  }
  for (const key of keys) {
    Object.defineProperty(Named.prototype, key, {
      configurable: true,
      get(this: Bag) {
        return this.read(key);
      },
      set(this: Bag, value: unknown) {
        this.write(key, value);
      },
    });
  }
  return Named;
}

/** A collection found by names or ids, case aside. */
export abstract class Keyed<T extends WireObject> extends WireObject {
  abstract override items(): readonly T[];
  protected abstract keys(item: T): readonly unknown[];
  protected find(key: unknown): T | null {
    const folded = (k: unknown): unknown => (typeof k === 'string' ? k.toLowerCase() : k);
    const wanted = folded(key);
    return this.items().find((item) => this.keys(item).some((k) => folded(k) === wanted)) ?? null;
  }
  override indexer(key: unknown): T | null {
    return this.find(key);
  }
  GetItem(key: unknown): T {
    const found = this.find(key);
    if (!found) throw WireError.notFound(String(key));
    return found;
  }
  GetItemOrNullObject(key: unknown): T | null {
    return this.find(key);
  }
  GetItemAt(index: number): T {
    const found = this.items()[index];
    if (!found) throw WireError.invalid('index');
    return found;
  }
  GetCount(): number {
    return this.items().length;
  }
}

export function color(value: unknown): string {
  const text = typeof value === 'string' ? value : undefined;
  if (text === undefined || (text !== '' && !/^(#[0-9a-f]{6}|[a-z]+)$/i.test(text))) {
    throw WireError.invalid(`color ${String(value)}`);
  }
  return text.startsWith('#') ? text.toUpperCase() : text;
}
export const guid = (n: number): string =>
  `{00000000-0001-0000-0000-${n.toString(16).toUpperCase().padStart(12, '0')}}`;
