// Rows of a table as quantities that a text may name: functional items by name or code, economic items by name.
// Knows tables; knows no sentence.
import type { Table } from '../../facts/fact.ts';
import type { Indicator, ItemForm } from './dictionary.ts';

/** 名称 of one width, without quotes. */
const bare = (name: string): string =>
  name
    .replace(/[\s"'“”‘’]/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');
/** 科目名称 without 支出. */
export const stem = (name: string): string => bare(name).replace(/支出$/, '');

/** 词条: a name, and the quantities it may mean. */
export interface NameEntry {
  readonly name: string;
  readonly indicators: Indicator[];
}

/** 科目指标: a functional item as a quantity of its own. */
export function itemIndicator(
  key: string,
  code: string | undefined,
  item: ItemForm,
  name: string,
): Indicator {
  return {
    key,
    names: [name],
    rule: item.rule,
    of: item.whole,
    ...(code && {
      says: [
        `${item.form}.${code}·${item.column}`,
        ...(item.also ?? []).map((says) => says.replace('…', code)),
      ],
      last: [`上年.${item.form}.${code}·${item.column}`],
      ...(item.form === '表5' && {
        budget: [`补充资料.「年初预算·${code}」`, `补充资料.「全年预算·${code}」`],
      }),
    }),
  };
}

/** 科目的键 by its code, else by the names that lead to it: 科目·表5·201. */
export const itemKey = (
  item: ItemForm,
  code: string | undefined,
  path: readonly string[],
): string => `科目·${item.form}·${code ?? path.join('/')}`;

/**
 * “机关事业单位基本养老保险缴费支出”（2080505）: the code told behind a name, and the offset behind its bracket; undefined
 * where none is, or the table does not list it.
 */
export function coded(
  words: string,
  table: Table | undefined,
): { code: string; end: number } | undefined {
  const last = [...words.matchAll(/（(\d{3}(?:\d\d){0,2})）/g)].at(-1);
  if (!last || !table?.rows.some((r) => r.code === last[1])) return undefined;
  return { code: last[1]!, end: last.index + last[0].length };
}

/** Shorter names say nothing without the name above them. */
const ALONE = 4;

/** 主要用于高等职业教育…: rows below the 类 spoken of, by their names alone; elsewhere names that one row bears. */
export function rowsNamed(
  item: ItemForm,
  table: Table | undefined,
  under: string | undefined,
): NameEntry[] {
  const rows = (table?.rows ?? []).filter((r) => r.code && r.level !== '类');
  const byName = new Map<string, Set<string>>();
  for (const row of rows) {
    if (under && !row.code!.startsWith(under)) continue;
    const name = stem(row.printed);
    byName.set(name, (byName.get(name) ?? new Set()).add(row.code!));
  }
  const one = [...byName].flatMap(([name, codes]) => {
    // 文化和旅游（款）群众文化（项）: of rows inside each other the lowest, which holds the same amount.
    const code = [...codes].sort((a, b) => b.length - a.length)[0]!;
    const alone = [...codes].every((c) => code.startsWith(c));
    const least = under ? 2 : ALONE;
    return alone && name.length >= least ? [{ name, code }] : [];
  });
  return one
    .sort((a, b) => b.name.length - a.name.length)
    .map(({ name, code }) => ({
      name,
      indicators: [itemIndicator(itemKey(item, code, []), code, item, name)],
    }));
}

/** 基本工资, 办公费: rows of a table of economic items, by their names. */
export function economicRows(
  { form, column, whole, rule }: ItemForm,
  table: Table | undefined,
): NameEntry[] {
  const rows = (table?.rows ?? []).filter((r) => r.code?.length === 5);
  const once = (name: string): boolean => rows.filter((r) => bare(r.printed) === name).length === 1;
  return rows.flatMap((row): NameEntry[] => {
    const name = bare(row.printed);
    if (!once(name)) return [];
    const says = [`${form}.${row.code}·${column}`];
    const indicator = { key: `基本·${row.code}`, names: [name], rule, says, of: whole };
    return [name, ...(name.endsWith('费') ? [`${name}支出`] : [])].map((n) => ({
      name: n,
      indicators: [indicator],
    }));
  });
}
