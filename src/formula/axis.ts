// The rows or the columns of a table, by all they can be called, as numbers: which of them a name means, which
// stand below a code, which an axis ranges over. Tables with the same rows share one. Knows items; knows no
// path, no table and no figure.
import type { Item, Level } from '../facts/fact.ts';
import { Memory } from '../measure/memory.ts';
import { beginningsOf, type Codes, codesIn, topmost } from './codes.ts';
import { type Fitting, fittingsIn, GROUPED, summedIn } from './fittings.ts';

/** 科目级次 from the root down. */
export const LEVELS: readonly Level[] = ['合计', '类', '款', '项'];
/** Whether an open axis ranges over 科目编码: 科目 itself, or one of the levels. */
export const isCodeAxis = (name: string): boolean =>
  name === '科目' || (LEVELS as readonly string[]).includes(name);

/** 选择: some of the items, by number. */
export interface ChosenItems {
  readonly items: readonly number[];
  /** How many names fitted each only through a group or `of`; absent where all fitted by themselves. */
  readonly weakness?: readonly number[];
  /** What further names leave of it: rules ask for the same ones again and again. */
  narrowed?: Map<string, ChosenItems | null>;
}

const CODE = /^\d{3,9}$/;
/** Whether a name is a 科目编码: three to nine digits. */
export const isCode = (name: string): boolean => CODE.test(name);

const NOTHING: readonly number[] = [];
const NO_VALUES: readonly string[] = [];
/** Everything that an item is called, its side apart. */
const calledBesides = ({ names, key, code, level, members, of, groups }: Item): unknown[] => [
  ...names,
  key,
  code,
  level,
  of,
  ...groups,
  ...Object.entries(members).flat(),
];

/** 轴: the items of one side of a table. */
export class Axis {
  /** Equal for all tables whose items can be called alike. */
  readonly number: number;
  /** The list of one department, which no other table shares. */
  readonly isOwn: boolean;
  readonly items: readonly Item[];
  readonly all: ChosenItems;
  readonly #ones: ChosenItems[];
  #fittings: ReadonlyMap<string, Fitting> | undefined;
  #summed: ReadonlySet<string> | undefined;
  readonly #under = new Map<string, readonly number[]>();
  #beginnings: ReadonlySet<string> | undefined;
  readonly #ranges = new Map<string, readonly string[]>();
  readonly #meanings = new Map<string, string>();
  #codes: Codes | undefined;

  constructor(number: number, items: readonly Item[], isOwn = false) {
    this.number = number;
    this.isOwn = isOwn;
    this.items = items;
    this.all = { items: items.map((_, i) => i) };
    this.#ones = items.map((_, i) => ({ items: [i] }));
  }

  /** One item alone, by its number; there has to be such a one. */
  one(item: number): ChosenItems {
    return this.#ones[item]!;
  }

  get #tree(): Codes {
    this.#codes ??= codesIn(this.items);
    return this.#codes;
  }

  /** Items with this code. */
  coded(code: string): readonly number[] {
    return this.#tree.byCode.get(code) ?? [];
  }

  /** 直接下级: nearest descendants present. */
  below(item: number): readonly number[] {
    return this.#tree.below[item]!;
  }

  /** 下级: what stands for a code that has no row of its own, its topmost descendants; empty where it has none. */
  under(code: string): readonly number[] {
    this.#beginnings ??= beginningsOf(this.items);
    if (!this.#beginnings.has(code)) return NOTHING;
    let known = this.#under.get(code);
    if (!known) {
      known = topmost(this.items, this.#tree, code);
      this.#under.set(code, known);
    }
    return known;
  }

  /** The items that a name fits; undefined where there is none. */
  #fitting(name: string): Fitting | undefined {
    this.#fittings ??= fittingsIn(this.items);
    return this.#fittings.get(name);
  }

  /** Whether a name fits any of the items. */
  knows(name: string): boolean {
    return this.#fitting(name) !== undefined;
  }

  /** 所合: equal for two axes in which a name fits the same items as well; empty where it fits none. */
  meaning(name: string): string {
    let known = this.#meanings.get(name);
    if (known === undefined) {
      const own = this.#fitting(name);
      const below = isCode(name) ? `${this.coded(name)}/${this.under(name)}` : '/';
      known = own ? `${own.items}/${own.fits}/${this.has(name) ? 1 : 0}/${below}` : '';
      if (!own && below !== '/') known = below;
      this.#meanings.set(name, known);
    }
    return known;
  }

  /** Whether any of the items is called that, otherwise than by its side. */
  has(name: string): boolean {
    const own = this.#fitting(name);
    if (!own) return false;
    return own.items.some((i) => {
      const item = this.items[i]!;
      return item.side !== name || calledBesides(item).includes(name);
    });
  }

  /** Whether a Σ of a name can mean any of the items: as a group, or as an axis they have members on. */
  sums(name: string): boolean {
    this.#summed ??= summedIn(this.items);
    return this.#summed.has(name);
  }

  /** Whether any of the items stands on this level of codes, or on one at all. */
  hasLevel(level?: Level): boolean {
    return this.items.some((i) => i.level !== undefined && (!level || i.level === level));
  }

  /** What a name leaves of a choice; null where it fits nothing in it. */
  narrow(choice: ChosenItems, name: string): ChosenItems | null {
    if (choice.items.length === 1 && !choice.weakness) return this.#narrowedOne(choice, name);
    choice.narrowed ??= new Map();
    let known = choice.narrowed.get(name);
    if (known === undefined) {
      known = this.#narrowed(choice, name);
      choice.narrowed.set(name, known);
    }
    return known;
  }

  #narrowedOne(choice: ChosenItems, name: string): ChosenItems | null {
    return this.#fitting(name)?.items.includes(choice.items[0]!) ? choice : null;
  }

  #narrowed({ items, weakness }: ChosenItems, name: string): ChosenItems | null {
    if (isCode(name)) {
      const coded = this.coded(name).filter((i) => items.includes(i));
      if (coded.length > 0)
        return weakness
          ? { items: coded, weakness: coded.map((i) => weakness[items.indexOf(i)]!) }
          : { items: coded };
    }
    const fitting = this.#fitting(name);
    if (!fitting) return null;
    const left: number[] = [];
    const weak: number[] = [];
    let isWeak = false;
    let at = 0;
    // Both go up.
    fitting.items.forEach((item, i) => {
      while (at < items.length && items[at]! < item) at += 1;
      if (items[at] !== item) return;
      const own = (weakness?.[at] ?? 0) + (fitting.fits[i] === GROUPED ? 1 : 0);
      isWeak ||= own > 0;
      left.push(item);
      weak.push(own);
    });
    if (left.length === 0) return null;
    return isWeak ? { items: left, weakness: weak } : { items: left };
  }

  /** What an open axis can stand for: codes, members, keys of a group. */
  range(axis: string): readonly string[] {
    if (!isCodeAxis(axis) && !this.sums(axis)) return NO_VALUES;
    let values = this.#ranges.get(axis);
    if (!values) {
      values = [...new Set(this.items.flatMap((item) => standsFor(item, axis)))];
      this.#ranges.set(axis, values);
    }
    return values;
  }
}

function standsFor(item: Item, axis: string): string[] {
  if (isCodeAxis(axis)) {
    if (item.code && (axis === '科目' || item.level === axis)) return [item.code];
    return axis === '科目' && item.level === '合计' ? ['合计'] : [];
  }
  const member = item.members[axis];
  if (member !== undefined) return [member];
  return item.groups.includes(axis) ? [item.key] : [];
}

/** The ones that fitted best: by themselves rather than through a group. */
export function strongest({ items, weakness }: ChosenItems): readonly number[] {
  if (items.length < 2 || !weakness) return items;
  const least = Math.min(...weakness);
  return items.filter((_, n) => weakness[n] === least);
}

/** Most lists have one element or none, which costs less without joining. */
const joined = (texts: readonly string[]): string =>
  texts.length > 1 ? texts.join('\t') : (texts[0] ?? '');

function calledBy(item: Item): string {
  const { key, code = '', level = '', side = '', of = '', whole, names, groups, members } = item;
  let text = `${key}\v${code}\v${level}\v${side}\v${of}\v${whole ? '*' : ''}\v${joined(names)}\v${joined(groups)}`;
  for (const axis in members) text += `\v${axis}\v${members[axis]}`;
  return text;
}

/** Axes by how their items can be called: other workbooks with the same ones share them. */
const known = new Memory<Axis>(150);
const axes = new WeakMap<readonly Item[], Axis>();
let last = 0;

/** Lists of so many rows hardly come again. */
const LONG = 12;

function axisFor(items: readonly Item[]): Axis {
  last += 1;
  if (items.length >= LONG && items.some(({ level }) => level === '项'))
    return new Axis(last, items, true);
  let key = '';
  for (const item of items) key += `${calledBy(item)}\n`;
  return known.of(key, () => new Axis(last, items));
}

/** The axis of the rows or columns of a table. */
export function axisOf(items: readonly Item[]): Axis {
  let own = axes.get(items);
  if (!own) {
    own = axisFor(items);
    axes.set(items, own);
  }
  return own;
}
