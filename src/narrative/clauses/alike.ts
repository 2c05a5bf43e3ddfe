// Whether two subject phrases mean one thing. Knows how names are shortened and lengthened; knows no table.

const TOTALLED = /经费(?:合计|总计|总额)$/;
const FILLING = /[、的]|支出决算|年度|本年|本部门|本单位|本年度|全年/g;

const normed = new Map<string, string>();
const LIMIT = 20_000;

/** A phrase without what does not tell it from others. */
export function norm(phrase: string): string {
  let known = normed.get(phrase);
  if (known === undefined) {
    known = phrase.replace(TOTALLED, '经费').replace(FILLING, '');
    if (normed.size > LIMIT) normed.clear();
    normed.set(phrase, known);
  }
  return known;
}

/** A name that ends another needs three characters (支出 ends everything), one that begins it four. */
const TAIL = 3;
const HEAD = 4;

/** 同指: equal, or one ends in the other (a unit's name or a scope stands before it), or begins it. */
export function alike(a: string, b: string): boolean {
  const [x, y] = [norm(a), norm(b)];
  if (!x || !y) return false;
  if (x === y) return true;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  if (short.length >= TAIL && long.endsWith(short)) return true;
  return short.length >= HEAD && long.startsWith(short);
}

const AMOUNT = /(?:合同)?(?:金额|总额|额|数)$/;
/** A shorter name must keep so much of the longer. */
const KEPT = 5;

/** 简称: 采购总额 is 政府采购支出总额; its characters stand in the other name, in order. */
export function isShortFor(short: string, long: string): boolean {
  const [x, y] = [norm(short).replace(AMOUNT, ''), norm(long)];
  if (x.length < TAIL - 1 || norm(short).length < TAIL + 1 || norm(short).length * KEPT < y.length)
    return false;
  let at = 0;
  for (const char of x) {
    at = y.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Two characters in common. */
export function related(a: string, b: string): boolean {
  const [x, y] = [norm(a), norm(b)];
  for (let i = 0; i + 2 <= x.length; i += 1) if (y.includes(x.slice(i, i + 2))) return true;
  return false;
}

/** 名称索引: things by their phrases, found by any phrase that is alike. */
export class ByPhrase<T> {
  readonly #keys = new Map<string, { phrase: string; thing: T; order: number }[]>();
  #order = 0;

  add(phrase: string, thing: T): void {
    const entry = { phrase, thing, order: this.#order };
    this.#order += 1;
    for (const key of keysOf(phrase)) {
      const own = this.#keys.get(key) ?? [];
      this.#keys.set(key, own);
      own.push(entry);
    }
  }

  /** The latest `most` things alike, the last told first. */
  like(phrase: string, most = 12, fits: (thing: T) => boolean = () => true): T[] {
    const found = new Map<number, T>();
    for (const key of keysOf(phrase)) {
      const own = this.#keys.get(key) ?? [];
      for (let i = own.length - 1, seen = 0; i >= 0 && seen < most * 4; i -= 1, seen += 1) {
        const { phrase: other, thing, order } = own[i]!;
        if (alike(phrase, other) && fits(thing)) found.set(order, thing);
      }
    }
    return [...found]
      .sort((a, b) => b[0] - a[0])
      .slice(0, most)
      .map(([, thing]) => thing);
  }
}

/** Whatever is alike shares one of these. */
function keysOf(phrase: string): string[] {
  const x = norm(phrase);
  if (!x) return [];
  return [
    ...new Set([
      `=${x}`,
      ...(x.length >= TAIL ? [`>${x.slice(-TAIL)}`] : []),
      ...(x.length >= HEAD ? [`<${x.slice(0, HEAD)}`] : []),
    ]),
  ];
}
