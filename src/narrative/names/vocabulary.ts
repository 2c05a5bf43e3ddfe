// Names found in running text, by section. Knows names and marks of level; knows no role of a number.
import type { Table } from '../../facts/fact.ts';
import type { OutlinePlace } from '../text/outline.ts';
import type { Dictionary, Indicator, ItemForm } from './dictionary.ts';
import {
  coded,
  economicRows,
  itemIndicator,
  itemKey,
  type NameEntry,
  rowsNamed,
  stem,
} from './item-rows.ts';
import type { Holdings } from './worth.ts';

/** 所指: the quantities a name may mean here, and where the name stands. */
export interface Named {
  readonly indicators: readonly Indicator[];
  readonly start: number;
  readonly end: number;
}

/** 功能分类的类: code and names, the current first. */
export interface ClassName {
  readonly code: string;
  readonly names: readonly string[];
}

/** 词汇: names of one section, the longest first. */
export interface Vocabulary {
  /** `under`: code of the 类 or 款 that the text is speaking of. */
  readonly find: (words: string, under?: string) => Named | undefined;
}

function entriesOf(indicators: readonly Indicator[]): NameEntry[] {
  const byName = new Map<string, Indicator[]>();
  for (const indicator of indicators) {
    for (const name of indicator.names) {
      const known = byName.get(name) ?? [];
      byName.set(name, known);
      known.push(indicator);
    }
  }
  return [...byName]
    .map(([name, own]) => ({ name, indicators: own }))
    .sort((a, b) => b.name.length - a.name.length);
}

/** The name that ends last; of those the longest. */
function lastNamed(words: string, entries: readonly NameEntry[]): Named | undefined {
  let best: Named | undefined;
  for (const { name, indicators } of entries) {
    const start = words.lastIndexOf(name);
    const end = start + name.length;
    if (start >= 0 && end > (best?.end ?? 0)) best = { indicators, start, end };
  }
  return best;
}

const MARKED = /（([类款项])）(?:支出)?/g;
/** A name of a subject begins behind punctuation, an ordinal or the mark of the level above. */
const HEAD =
  /^(?:.*(?:[，。；：、]|[\d①-⑳][、.）]?|（[类款项]）(?:支出)?|用于|其中|方面))?([^，。；：]{2,40})$/;

/** 科目: 教育支出（类）普通教育（款）小学教育（项） as names from 类 down. */
interface SubjectPath {
  readonly path: readonly string[];
  /** 类, 款 or 项: the level of its first name. */
  readonly top: string;
  readonly start: number;
  readonly end: number;
}

function subjectPath(words: string): SubjectPath | undefined {
  const marks = [...words.matchAll(MARKED)];
  const path: string[] = [];
  let top = '';
  let start = -1;
  let end = -1;
  for (const mark of marks) {
    const before = words.slice(end < 0 ? 0 : end, mark.index);
    if (mark[1] === '类' || path.length === 0) {
      path.length = 0;
      top = mark[1]!;
      const name = HEAD.exec(words.slice(0, mark.index))?.[1] ?? before;
      start = mark.index - name.length;
      path.push(stem(name.replace(/^（[\d一二三四五六七八九十]+）/, '')));
    } else path.push(stem(before.replace(/^[，、：]/, '')));
    end = mark.index + mark[0].length;
  }
  return end < 0 ? undefined : { path, top, start, end };
}

/** 教育支出-普通教育-小学教育, 普通教育里的小学教育: levels told apart by dashes, or one in the other. */
function dashedPath(words: string): SubjectPath | undefined {
  const clause = /[^，。；：、]*[，：]?$/.exec(words)![0];
  const names = clause.replace(/[，：]$/, '').split(/[-—–－]+|里的|中的|下的/);
  if (names.length < 2 || names.some((n) => n.length < 2)) return undefined;
  const [first, ...rest] = names.slice(-3);
  const head = first!.replace(/^[（(]?[\d一二三四五六七八九十]+(?:[）).、]|是)/, '');
  const top = names.length > 2 ? '类' : '款';
  const end = words.length - (/[，：]$/.test(clause) ? 1 : 0);
  return { path: [head, ...rest].map(stem), top, start: words.length - clause.length, end };
}

const lengthAt = (level: number): number => 3 + 2 * level;

/** The code of names that begin below a 类 told before; undefined where several rows bear them. */
function codeBelow(
  { path, top }: SubjectPath,
  table: Table | undefined,
  under: string | undefined,
): string | undefined {
  const firsts = (table?.rows ?? []).filter(
    (r) => r.code && r.level === top && stem(r.printed) === path[0],
  );
  const own = firsts.filter((r) => under !== undefined && r.code!.startsWith(under));
  const [only, ...others] = own.length > 0 ? own : firsts;
  if (!only || others.length > 0 || path.length > 2) return undefined;
  if (path.length === 1) return only.code;
  return table?.rows.find(
    (r) => r.level === '项' && r.code?.startsWith(only.code!) && stem(r.printed) === path[1],
  )?.code;
}

/** The code of a path of names, as far as table and class list know them. */
function codeOf(
  subject: SubjectPath,
  table: Table | undefined,
  classes: readonly ClassName[],
  under: string | undefined,
): string | undefined {
  if (subject.top !== '类') return codeBelow(subject, table, under);
  const [first, ...rest] = subject.path;
  const row = table?.rows.find((r) => r.level === '类' && stem(r.printed) === first);
  let code = row?.code ?? classes.find((c) => c.names.some((n) => stem(n) === first))?.code;
  for (const [i, name] of rest.entries()) {
    if (!code) return undefined;
    const above = code;
    code = table?.rows.find(
      (r) =>
        r.code?.length === lengthAt(i + 1) && r.code.startsWith(above) && stem(r.printed) === name,
    )?.code;
  }
  return code;
}

/** 科目编码 in a key such as 科目·表5·201; undefined where the key names no code. */
export const codeIn = (key: string): string | undefined => /^科目·表\d·(\d{3,7})$/.exec(key)?.[1];

function withItems(item: ItemForm, holdings: Holdings, classes: readonly ClassName[]): NameEntry[] {
  const rows = holdings.table(item.form)?.rows ?? [];
  const known = [
    ...rows
      .filter((r) => r.code && r.level === '类')
      .map((r) => ({ code: r.code!, names: [r.printed, ...r.names] })),
    ...classes,
  ];
  const indicators = known.map(({ code, names }): Indicator => {
    const all = names.map(stem).filter((n) => n.length > 1 && n !== '其他');
    return {
      ...itemIndicator(itemKey(item, code, []), code, item, names[0]!),
      names: [...new Set(all.flatMap((n) => [`${n}支出`, `${n}类支出`]))],
    };
  });
  const byKey = new Map<string, Indicator>();
  for (const i of indicators) {
    const other = byKey.get(i.key);
    byKey.set(i.key, other ? { ...i, names: [...new Set([...other.names, ...i.names])] } : i);
  }
  return entriesOf([...byKey.values()]);
}

/** Names that say nothing by themselves: 支出, 本年收入; 支出合计 does. */
const SHORT = 4;
const saysItself = (name: string): boolean => name.length > SHORT || /[合总]计$/.test(name);

/** Rows of a section's items by the code of what they stand under; made once a code. */
function rowsBelow(item: ItemForm | undefined, holdings: Holdings): (code?: string) => NameEntry[] {
  const below = new Map<string, NameEntry[]>();
  return (code = '') => {
    const known = below.get(code);
    if (known || !item) return known ?? [];
    const rows = rowsNamed(item, holdings.table(item.form), code || undefined);
    below.set(code, rows);
    return rows;
  };
}

/** 词汇 of a section; without a heading anywhere the names of all sections are possible. */
export function vocabularyOf(
  place: OutlinePlace,
  anywhere: boolean,
  dictionary: Dictionary,
  classes: readonly ClassName[],
  holdings: Holdings,
  /** 占总收入的: behind 占 a bare name is said in full. */
  wholes = false,
): Vocabulary {
  const { section, accounts } = place;
  const meant = (i: Indicator): boolean => {
    if (!i.sections) return true;
    if (section && i.sections.includes(section)) return true;
    if (!accounts && i.sections.includes('*')) return !anywhere;
    if (anywhere) return true;
    return !accounts && i.sections.includes('');
  };
  // 支出 means the fund's only under its heading.
  const told = (indicator: Indicator): Indicator =>
    anywhere && !wholes && indicator.sections && !indicator.sections.includes('')
      ? { ...indicator, names: indicator.names.filter(saysItself) }
      : indicator;
  const item = dictionary.items.find((i) => i.section === (anywhere ? '一般·结构' : section));
  const listed = dictionary.economic.filter((e) => !anywhere && e.section === section);
  const entries = [
    ...listed.flatMap((e) => economicRows(e, holdings.table(e.form))),
    ...entriesOf(dictionary.indicators.filter(meant).map(told)),
    ...(item ? withItems(item, holdings, classes) : []),
  ].sort((a, b) => b.name.length - a.name.length);
  const rowsUnder = rowsBelow(item, holdings);
  return {
    find(words, under) {
      const told = item && coded(words, holdings.table(item.form));
      if (item && told) {
        const indicators = [itemIndicator(itemKey(item, told.code, []), told.code, item, words)];
        return { indicators, start: 0, end: told.end };
      }
      const own = lastNamed(words, entries);
      const row = item && (lastNamed(words, rowsUnder(under)) ?? lastNamed(words, rowsUnder()));
      const named = row && row.end > (own?.end ?? 0) ? row : own;
      const dashed = item && dashedPath(words);
      const byDash = dashed && codeOf(dashed, holdings.table(item.form), classes, under);
      const subject = item && (byDash ? dashed : subjectPath(words));
      if (!item || !subject || subject.end < (named?.end ?? 0)) return named;
      const code = byDash ?? codeOf(subject, holdings.table(item.form), classes, under);
      const indicator = itemIndicator(
        itemKey(item, code, subject.top === '类' ? subject.path : ['…', ...subject.path]),
        code,
        item,
        subject.path.join('·'),
      );
      return { indicators: [indicator], start: Math.max(0, subject.start), end: subject.end };
    },
  };
}
