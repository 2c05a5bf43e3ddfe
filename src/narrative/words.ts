// The words of a sentence that stand for names: 部门, 年度, the name of an item, its ordinal. Knows names
// and numerals; knows no amount.
import type { Item, Table } from '../facts/fact.ts';
import type { Source, WritingScope } from './source.ts';

/** 当前项: the item a list stands at, and its place among those printed. */
export interface Current {
  readonly item: Item;
  readonly table: Table;
  readonly index: number;
}

const DIGITS = '〇一二三四五六七八九';

/** 序号 in Chinese numerals up to 99. */
export function numeral(n: number): string {
  if (n < 10) return DIGITS[n]!;
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? DIGITS[tens] : ''}十${n % 10 ? DIGITS[n % 10] : ''}`;
}

/** An ordinal in the manner of its sample: 一、 （一） 1. （1） ①. */
export function ordinal(n: number, sample: string): string {
  if (sample.includes('一')) return sample.replace('一', numeral(n));
  if (sample.includes('①')) return String.fromCharCode('①'.charCodeAt(0) + n - 1);
  return sample.replace('1', String(n));
}

const tidy = (name: string): string =>
  name
    .replace(/\s+/g, '')
    .replace(/^[一二三四五六七八九十]+、/, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');

/** 名称 as the sheet prints it, without its ordinal; official where it prints none. */
export const itemName = (item: Item): string => {
  const printed = tidy(item.printed).replace(/^其中：/, '');
  // A row of 补充资料 is named after its group: 车辆·应急保障用车.
  const official = tidy((item.names[0] ?? '').split('·').at(-1)!);
  return item.code ? printed || official : official || printed;
};
const stem = (name: string): string => name.replace(/支出$/, '') || name;

const levelName = (code: string): string => ['类', '款', '项'][(code.length - 3) / 2] ?? '项';

/** 教育支出（类）普通教育（款）小学教育（项）: every level the table names. */
export function fullName({ item, table }: Current): string {
  const code = item.code ?? '';
  const levels = [3, 5, 7].filter((n) => n <= code.length).map((n) => code.slice(0, n));
  return levels
    .flatMap((c) => {
      const row = c === code ? item : table.rows.find((r) => r.code === c);
      return row ? [`${itemName(row)}（${levelName(c)}）`] : [];
    })
    .join('');
}

const typedYear = (text: string | undefined): number | undefined => {
  const digits = /20\d{2}/.exec(text ?? '')?.[0];
  return digits === undefined ? undefined : Number(digits);
};

/** A word of the sentence here; undefined when nobody has said it (the gap names it). */
export function wordOf(
  name: string,
  as: string | undefined,
  source: Source,
  current: Current | undefined,
): string | undefined {
  const year = source.year ?? typedYear(source.slots.年度);
  if (name === '年度') return year === undefined ? undefined : String(year);
  if (name === '上年度') return year === undefined ? undefined : String(year - 1);
  if (name === '部门') return source.department ?? source.slots.部门;
  if (source.axes[name]) return source.axes[name];
  if (!current) return undefined;
  if (name === '序') return ordinal(current.index, as ?? '1.');
  if (name === '名') return itemName(current.item);
  if (name === '干') return stem(itemName(current.item));
  return name === '科目' ? fullName(current) : undefined;
}

/** Words a sentence may ask for; the lint of the catalogue knows them by this. */
export const SENTENCE_WORDS = ['年度', '上年度', '部门', '预算种类', '序', '名', '干', '科目'];

/** What a slot inside a list is about, so that its gap can say so. */
export function subjectOf(current: Current | undefined): string {
  if (!current) return '';
  const { item, table } = current;
  // 行政运行 stands under every 款: the 款 tells which.
  const above = item.code && item.code.length > 5 ? item.code.slice(0, 5) : undefined;
  const parent = above && table.rows.find((r) => r.code === above);
  return `${parent ? itemName(parent) : ''}${itemName(item)}`;
}

/**
 * A key with every axis in it replaced by what it stands for: that of the sentence before that of the place.
 */
export const keyIn = (key: string, scope: WritingScope, source: Source): string =>
  key
    .split('·')
    .map((part) => scope.axes[part] ?? source.axes[part] ?? part)
    .join('·');

/**
 * 用户文字 for a key: typed in place, else the 说明 beside the row of 补充资料; undefined where nothing is written. A
 * row's words have a key of their own beside its number's.
 */
export function wordsFor(key: string, source: Source): { key: string; text: string | undefined } {
  const own = `${key}·说明`;
  const text = source.slots[own]?.trim() || source.reason(key)?.trim();
  return { key: own, text: text || undefined };
}
