// Members that browsers of old desks lack (Chromium 80 of 信创 browsers, Safari 15), filled in before anything else
// runs. `npm run browsers` lists what the built scripts ask for.

const fill = (on: object, name: string, value: unknown): void => {
  if (!(name in on)) Object.defineProperty(on, name, { configurable: true, writable: true, value });
};

function at<T>(this: ArrayLike<T>, index: number): T | undefined {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

type Wanted<T> = (value: T, index: number, all: ArrayLike<T>) => unknown;

function findLastIndex<T>(this: ArrayLike<T>, wanted: Wanted<T>): number {
  for (let i = this.length - 1; i >= 0; i -= 1) if (wanted(this[i] as T, i, this)) return i;
  return -1;
}

function findLast<T>(this: ArrayLike<T>, wanted: Wanted<T>): T | undefined {
  return this[findLastIndex.call(this as ArrayLike<unknown>, wanted as Wanted<unknown>)];
}

type Replacement = string | ((substring: string, ...args: unknown[]) => string);

function replaceAll(this: string, what: string | RegExp, by: Replacement): string {
  const pattern =
    typeof what === 'string'
      ? new RegExp(what.replace(/[$()*+.?[\\\]^{|}/-]/g, '\\$&'), 'g')
      : what;
  return this.replace(pattern, by as string);
}

function toSorted<T>(this: readonly T[], order?: (a: T, b: T) => number): T[] {
  return Array.from(this).sort(order);
}

function toReversed<T>(this: readonly T[]): T[] {
  return Array.from(this).reverse();
}

/** Without weak references what is referred to is simply kept. */
class KeptRef<T> {
  readonly #target: T;
  constructor(target: T) {
    this.#target = target;
  }
  deref(): T {
    return this.#target;
  }
}

for (const list of [Array.prototype, Object.getPrototypeOf(Uint8Array.prototype) as object]) {
  fill(list, 'at', at);
  fill(list, 'findLast', findLast);
  fill(list, 'findLastIndex', findLastIndex);
}
fill(String.prototype, 'at', at);
fill(String.prototype, 'replaceAll', replaceAll);
fill(Array.prototype, 'toSorted', toSorted);
fill(Array.prototype, 'toReversed', toReversed);
fill(globalThis, 'WeakRef', KeptRef);

/** Names filled in here; a test holds them against what the built scripts ask for. */
export const FILLED: readonly string[] = [
  'at',
  'findLast',
  'findLastIndex',
  'replaceAll',
  'toSorted',
  'toReversed',
  'WeakRef',
];
