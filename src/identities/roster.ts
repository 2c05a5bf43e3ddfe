// Remarks on which tables there are: missing ones, surplus ones, extra ones of the place, and the order in
// which they stand. Knows titles and places in the workbook; knows no form's reading.
import type { Finding } from '../assertions/finding.ts';
import type { Table } from '../facts/fact.ts';
import { type Remarks, remark } from './remarks.ts';

/** 附表: an extra table of a place, and the words by which any wording of its title is known. */
export interface ExtraTable {
  readonly title: string;
  /** Each stands in the title; of several words one. */
  readonly words: readonly (readonly string[])[];
  /** None of these does. */
  readonly without?: readonly string[];
  /** The official form that may hold it as well: where that one is published, this is not missed. */
  readonly within?: string;
}

/** 应公开的表: what the place and year expect, and what was seen in the workbook. */
export interface Roster {
  readonly expected: readonly string[];
  readonly titles: ReadonlyMap<string, string>;
  /** Extra tables of the place; none where the place or the year is not known. */
  readonly extras: readonly ExtraTable[];
  /** Every text that may be a table's title, names of sheets among them. */
  readonly seen: readonly string[];
  /** Official orders of the forms; the place's own comes first. */
  readonly orders: readonly (readonly string[])[];
  /** Sheets from first to last. */
  readonly sheets: readonly string[];
  readonly profile: string;
}

/** An extra table known by its title alone: as its words, without what titles add and leave out. */
export function extraNamed(title: string, known: readonly ExtraTable[]): ExtraTable {
  const own = known.find((k) => k.title === title);
  const bare = wordsOf(title).replace(/(?:支出)?(?:决算)?(?:公开)?(?:情况)?(?:明细|总)?表$/, '');
  return own ?? { title, words: [[bare || title]] };
}

const wordsOf = (text: string): string => text.normalize('NFKC').replace(/[\s“”"'‘’《》「」]/g, '');
/** 绩效 tables carry the names of projects, which may be any words. */
const ELSEWHERE = /绩效|自评|评价/;

/** Does a printed title mean this extra table? */
export const isTitleOf = (printed: string, extra: ExtraTable): boolean =>
  isNamed(wordsOf(printed), extra);

const isNamed = (text: string, extra: ExtraTable): boolean =>
  !ELSEWHERE.test(text) &&
  extra.words.every((some) => some.some((word) => text.includes(word))) &&
  !extra.without?.some((word) => text.includes(word));

/** D01 of an extra table: a 提示, as places differ in whether they ask for it. */
function missingExtras(roster: Roster, official: readonly Table[], remarks: Remarks): Finding[] {
  const seen = roster.seen.map(wordsOf);
  const has = (form: string) => official.some((t) => t.form === form && t.checked);
  const missing = roster.extras.filter(
    (extra) => !seen.some((text) => isNamed(text, extra)) && !(extra.within && has(extra.within)),
  );
  if (missing.length === 0) return [];
  const titles = missing.map((extra) => extra.title).join('、');
  const message = `没有找到${titles}。${roster.profile}另有${missing.length > 1 ? '这些' : '这张'}附表，请确认当地是否要求公开；要求公开的，没有数据也应公开空表并作说明。`;
  return remark(remarks, 'D01', message, { ...placeOf(official), severity: 'note' });
}

/** What is missing is told at the first of the forms, whatever the order of the sheets. */
const placeOf = (official: readonly Table[]): { readonly sheet: string } => ({
  sheet: [...official].sort((a, b) => (a.form < b.form ? -1 : 1))[0]?.sheet ?? '',
});

/** Tables as they follow one another: by sheets, then downwards, side by side from the left. */
function inPlace(tables: readonly Table[], sheets: readonly string[]): Table[] {
  const before = (a: Table, b: Table): number => {
    if (a.sheet !== b.sheet) return sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet);
    const [first, second] = [a.range, b.range];
    const apart = first.row + first.rows <= second.row || second.row + second.rows <= first.row;
    return apart ? first.row - second.row : first.column - second.column;
  };
  return [...tables].sort(before);
}

const follows = (forms: readonly string[], order: readonly string[]): boolean => {
  const known = forms.map((f) => order.indexOf(f)).filter((at) => at >= 0);
  return known.every((at, i) => i === 0 || known[i - 1]! < at);
};

/** Tables by the numbers they print; undefined where some print none, or two the same. */
function byNumber(tables: readonly Table[]): Table[] | undefined {
  const numbers = tables.map((t) => t.number);
  if (numbers.includes(undefined) || new Set(numbers).size < numbers.length) return undefined;
  return [...tables].sort((a, b) => a.number! - b.number!);
}

/** Fewer tables than this have no order to speak of. */
const FEWEST = 5;

/** D13: the order in which the tables stand is that of no place and no year. */
function orderRemarks(roster: Roster, official: readonly Table[], remarks: Remarks): Finding[] {
  const checked = official.filter((t) => t.checked && !t.hidden);
  // A form that is published twice has no one place.
  const once = checked.filter((t) => checked.every((o) => o === t || o.form !== t.form));
  const [wanted] = roster.orders;
  if (!wanted || once.length < FEWEST) return [];
  const placed = inPlace(once, roster.sheets);
  const isOfficial = (tables: readonly Table[] | undefined): boolean =>
    tables !== undefined &&
    roster.orders.some((order) =>
      follows(
        tables.map((t) => t.form),
        order,
      ),
    );
  if (isOfficial(placed) || isOfficial(byNumber(once))) return [];
  const known = placed.filter((t) => wanted.includes(t.form));
  const at = known.findIndex(
    (t, i) => i > 0 && wanted.indexOf(known[i - 1]!.form) > wanted.indexOf(t.form),
  );
  const [before, table] = [known[at - 1], known[at]];
  if (!before || !table) return [];
  const names = wanted.map((f) => roster.titles.get(f) ?? f).join('、');
  const message = `${table.title}排在${before.title}之后，各表的顺序与${roster.profile}不同。样表的顺序是：${names}。请按这个顺序排列工作表。`;
  return remark(remarks, 'D13', message, { table });
}

/** D01, D02, D13: which tables there are, and in which order. */
export function rosterRemarks(
  tables: readonly Table[],
  roster: Roster,
  remarks: Remarks,
): Finding[] {
  const official = tables.filter((t) => /^表\d$/.test(t.form));
  const missing = roster.expected.flatMap((form) => {
    if (official.some((t) => t.form === form && t.checked)) return [];
    const title = roster.titles.get(form) ?? form;
    const message = `没有找到${title}。没有数据的表也应公开空表并作说明（依据：${roster.profile}）。`;
    return remark(remarks, 'D01', message, placeOf(official));
  });
  const surplus = official.flatMap((table) => {
    const { checked, form } = table;
    if (!checked || roster.expected.length === 0 || roster.expected.includes(form)) return [];
    const message = `${table.title}不在${roster.profile}应公开的表中，请确认。`;
    return remark(remarks, 'D02', message, { table });
  });
  return [
    ...missing,
    ...missingExtras(roster, official, remarks),
    ...surplus,
    ...orderRemarks(roster, official, remarks),
  ];
}
