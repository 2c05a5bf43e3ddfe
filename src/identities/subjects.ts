// Names of subjects against the lists we have: a name of another code, and a name no longer in use.
// What a list does not hold is not verified and not said to be wrong.
import type { Cause } from '../assertions/cause.ts';
import type { Finding, FindingCell } from '../assertions/finding.ts';
import type { Item, Table } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import { Memory } from '../measure/memory.ts';
import { once } from '../measure/once.ts';
import { type Remarks, remark } from './remarks.ts';

/** 科目: codes with their names, the present one first. */
export interface SubjectName {
  readonly code: string;
  readonly names: readonly string[];
  readonly former?: Readonly<Record<string, number>>;
}
/** 科目目录: what we are sure of. A code or a name that stands nowhere here is not verified. */
export interface SubjectLists {
  /** 类 of the functional classification. */
  readonly classes: readonly SubjectName[];
  /** 款 and 项 of it. */
  readonly functions: readonly SubjectName[];
  /** 项 of most offices, by the end of their code alone. */
  readonly everywhere: readonly SubjectName[];
  /** 部门预算支出经济分类. */
  readonly economic: readonly SubjectName[];
  /** Words at the end of a name that print may leave out. */
  readonly endings: readonly string[];
}

/** Present economic codes are in use from this year of account. */
const ECONOMIC_SINCE = 2018;

const bare = once((name) =>
  name
    .normalize('NFKC')
    .replace(/^[一二三四五六七八九十]+、/, '')
    .replace(/[\s“”"'、,，()（）]/g, '')
    .replace(/类?支出$/, ''),
);

const byCodes = new WeakMap<readonly SubjectName[], ReadonlyMap<string, SubjectName>>();

/** The subject of a code; of several the one listed first. */
function subjectOf(list: readonly SubjectName[], code: string): SubjectName | undefined {
  let known = byCodes.get(list);
  if (!known) {
    known = new Map([...list].reverse().map((s) => [s.code, s]));
    byCodes.set(list, known);
  }
  return known.get(code);
}

const functional = new WeakMap<SubjectLists, readonly SubjectName[]>();
/** A list that holds nothing, of every set of lists one of its own. */
const unheld = new WeakMap<SubjectLists, readonly SubjectName[]>();
function nothingIn(lists: SubjectLists): readonly SubjectName[] {
  const known = unheld.get(lists) ?? [];
  unheld.set(lists, known);
  return known;
}

/** Functional codes of all levels, classes first. */
function functionalIn(lists: SubjectLists): readonly SubjectName[] {
  const known = functional.get(lists) ?? [...lists.classes, ...lists.functions];
  functional.set(lists, known);
  return known;
}

function cellOf(table: Table, row: Item): FindingCell[] {
  const fact = table.facts[table.rows.indexOf(row)]?.find((f) => f !== undefined);
  if (!fact) return [];
  const { sheet } = fact.location;
  const label = `${table.title} ${row.printed}`;
  return [{ sheet, address: addressOf(fact.location), value: row.printed, role: 'stated', label }];
}

const listFor = (table: Table, lists: SubjectLists, year: number | undefined) => {
  if (table.form === '表6')
    return (year ?? 0) >= ECONOMIC_SINCE ? lists.economic : nothingIn(lists);
  return functionalIn(lists);
};

/** What a name in print says against its code. */
interface Doubt {
  readonly cause: Cause;
  readonly words: string;
}

/** Words that print left out of the end, whole words all of them. */
function isShortened(name: string, tail: string, endings: readonly string[]): boolean {
  const within = (word: string) =>
    [...word].some(
      (_, i) => i > 0 && name.endsWith(word.slice(0, i)) && tail.startsWith(word.slice(i)),
    );
  if (endings.some(within)) return false;
  let rest = tail;
  while (rest !== '') {
    const word = [...endings].sort((a, b) => b.length - a.length).find((e) => rest.startsWith(e));
    if (!word) return false;
    rest = rest.slice(word.length);
  }
  return true;
}

/** 没写完: the beginning of the name that the code has, broken off within a word. */
function cutOf(own: SubjectName, name: string, endings: readonly string[]): string | undefined {
  if (name.length < 3) return undefined;
  return own.names.find((whole) => {
    const full = bare(whole);
    return full.startsWith(name) && !isShortened(name, full.slice(name.length), endings);
  });
}

/** Two names that have not even two characters in a row in common. */
function shareNothing(one: string, other: string): boolean {
  for (let i = 0; i + 1 < one.length; i += 1) if (other.includes(one.slice(i, i + 2))) return false;
  return true;
}

/** 行政运行 ends in 01 wherever it stands, 一般行政管理事务 in 02, 机关服务 in 03. */
function misplaced(row: Item, everywhere: readonly SubjectName[]): Doubt | undefined {
  if (row.code?.length !== 7) return undefined;
  const own = everywhere.find((s) => s.names.some((n) => bare(n) === bare(row.printed)));
  if (!own || row.code.endsWith(own.code)) return undefined;
  const words = `编码 ${row.code} 写的是“${row.printed}”，“${own.names[0]}”的编码末两位是 ${own.code}。`;
  return { cause: 'name-of-other-code', words };
}

/** A28: the code says one subject and the name another, or half of its own. */
function doubtOf(
  row: Item,
  list: readonly SubjectName[],
  { everywhere, endings }: SubjectLists,
): Doubt | undefined {
  const own = row.code ? subjectOf(list, row.code) : undefined;
  const name = bare(row.printed);
  if (name === '') return undefined;
  if (!own) return misplaced(row, everywhere);
  if (own.names.some((n) => bare(n) === name)) return undefined;
  const level = own.code.length;
  // 309 and 310 share names: a name that stands under several codes tells no code.
  const others = list.filter(
    (s) => s.code.length === level && s.names.some((n) => bare(n) === name),
  );
  const says = `编码 ${own.code} 应是“${own.names[0]}”，写的是“${row.printed}”`;
  if (others.length === 1)
    return { cause: 'name-of-other-code', words: `${says}，那是 ${others[0]!.code} 的名称。` };
  const whole = cutOf(own, name, endings);
  if (whole)
    return {
      cause: 'name-cut',
      words: `编码 ${own.code} 的名称“${row.printed}”没有写完，应是“${whole}”。`,
    };
  const strange = name.length > 1 && own.names.every((n) => shareNothing(bare(n), name));
  return strange ? { cause: 'name-of-other-code', words: `${says}。` } : undefined;
}

/** 名称之疑: what a name in print says against its code, and the year it was given up after. */
interface Named {
  readonly doubt: Doubt | undefined;
  readonly former: readonly [name: string, year: number] | undefined;
}
/** By code and name: departments have most of them in common. */
const named = new WeakMap<readonly SubjectName[], Memory<Named>>();

/** The same of a row by the list that its table goes by, which says the same of it in every year. */
function namedBy(row: Item, list: readonly SubjectName[], lists: SubjectLists): Named {
  let own = named.get(list);
  if (!own) {
    own = new Memory(2000);
    named.set(list, own);
  }
  return own.of(`${row.code} ${row.printed}`, () => {
    const subject = subjectOf(list, row.code ?? '');
    const former = Object.entries(subject?.former ?? {}).find(
      ([name]) => bare(name) === bare(row.printed),
    );
    return { doubt: doubtOf(row, list, lists), former };
  });
}

/** A28, D12 over the tables of a workbook. */
export function subjectRemarks(
  tables: readonly Table[],
  lists: SubjectLists,
  year: number | undefined,
  remarks: Remarks,
): Finding[] {
  const result: Finding[] = [];
  const told = new Set<string>();
  // Told once, of the first table of the nine, whatever the order of the sheets.
  const inOrder = [...tables].sort((a, b) => (a.form < b.form ? -1 : a.form > b.form ? 1 : 0));
  for (const table of inOrder) {
    const list = listFor(table, lists, year);
    for (const row of table.rows) {
      if (!row.code || !row.level || !row.printed) continue;
      const { doubt, former } = namedBy(row, list, lists);
      if (doubt && !told.has(`${row.code} ${row.printed}`)) {
        told.add(`${row.code} ${row.printed}`);
        const cells = cellOf(table, row);
        const message = `${table.title}${doubt.words}请核对编码和名称。`;
        const place = { table, cells, severity: 'note', cause: doubt.cause } as const;
        result.push(...remark(remarks, 'A28', message, place));
      }
      if (!former || year === undefined || year <= former[1] || told.has(former[0])) continue;
      told.add(former[0]);
      const message = `${table.title}“${row.printed}”是 ${former[1]} 年度及以前的名称，现称“${subjectOf(list, row.code)!.names[0]}”。已按同一科目核对，请确认名称。`;
      const cells = cellOf(table, row);
      result.push(...remark(remarks, 'D12', message, { table, cells, verdict: 'unknown' }));
    }
  }
  return result;
}
