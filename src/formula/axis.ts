// The rows or the columns of a table, by all they can be called, as numbers: which of them a name means, which
// stand below a code, which an axis ranges over. Tables with the same rows share one. Knows items; knows no
// path, no table and no figure.
import type { Item, Level } from '../facts/fact.ts';
import { Memory } from '../measure/memory.ts';
import { beginningsOf, type Codes, codesIn, topmost } from './codes.ts';

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
/** How well a name fits: as one of a group or a part of a total, or by itself. */
const GROUPED = 1;
const NAMED = 2;

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

/** 合名的项: the items that a name fits, in their order, and how well it fits each. */
interface Fitting {
  readonly items: number[];
  readonly fits: number[];
}

/** Everything that items are called, each with the items that it fits. */
function fittingsIn(items: readonly Item[]): ReadonlyMap<string, Fitting> {
  const fittings = new Map<string, Fitting>();
  const note = (name: string | undefined, i: number, fit: number) => {
    if (name === undefined) return;
    const own = fittings.get(name);
    if (!own) fittings.set(name, { items: [i], fits: [fit] });
    else if (own.items.at(-1) !== i) {
      own.items.push(i);
      own.fits.push(fit);
    } else if (own.fits.at(-1)! < fit) own.fits[own.fits.length - 1] = fit;
  };
  items.forEach(({ names, key, code, level, side, members, of, groups }, i) => {
    for (const name of names) note(name, i, NAMED);
    note(key, i, NAMED);
    note(code, i, NAMED);
    note(level, i, NAMED);
    note(side, i, NAMED);
    for (const axis in members) {
      note(axis, i, NAMED);
      note(members[axis], i, NAMED);
    }
    note(of, i, GROUPED);
    for (const name of groups) note(name, i, GROUPED);
  });
  return fittings;
}

/** Names of groups, and of axes on which items have members. */
function summedIn(items: readonly Item[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { groups, members } of items) {
    for (const group of groups) names.add(group);
    for (const axis in members) names.add(axis);
  }
  return names;
}

/** 轴: the items of one side of a table. */
export class Axis {
  /** Equal for all tables whose items can be called alike. */
  readonly number: number;
  readonly items: readonly Item[];
  readonly all: ChosenItems;
  readonly #ones: ChosenItems[];
  #fittings: ReadonlyMap<string, Fitting> | undefined;
  #summed: ReadonlySet<string> | undefined;
  readonly #under = new Map<string, readonly number[]>();
  #beginnings: ReadonlySet<string> | undefined;
  readonly #ranges = new Map<string, readonly string[]>();
  #codes: Codes | undefined;
  #isList: boolean | undefined;

  constructor(number: number, items: readonly Item[]) {
    this.number = number;
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

  /** 科目明细: whether items stand on levels below 类, as in the list of a department. */
  get isList(): boolean {
    this.#isList ??= this.hasLevel('款') || this.hasLevel('项');
    return this.#isList;
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
const known = new Memory<Axis>(60);
const axes = new WeakMap<readonly Item[], Axis>();
let last = 0;

/** The axis of the rows or columns of a table. */
export function axisOf(items: readonly Item[]): Axis {
  let own = axes.get(items);
  if (!own) {
    let key = '';
    for (const item of items) key += `${calledBy(item)}\n`;
    own = known.of(key, () => {
      last += 1;
      return new Axis(last, items);
    });
    axes.set(items, own);
  }
  return own;
}
