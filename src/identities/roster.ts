// Remarks on which tables there are: missing ones, surplus ones, extra ones of the place. Their order is
// nobody's business. Knows titles and places in the workbook; knows no form's reading.
import type { Finding } from '../assertions/finding.ts';
import type { Table } from '../facts/fact.ts';
import type { Standings } from '../facts/standing.ts';
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
  /** What may stand for a form: the same by units. */
  readonly instead: ReadonlyMap<string, string>;
  /** Extra tables of the place; none where the place or the year is not known. */
  readonly extras: readonly ExtraTable[];
  /** Every text that may be a table's title, names of sheets among them. */
  readonly seen: readonly string[];
  /** Forms whose title stands over a table that nobody could read, and all such titles: they are there. */
  readonly unread: ReadonlySet<string>;
  readonly unreadTitles: readonly string[];
  /** Titles that stand in the text of a booklet. */
  readonly named: readonly string[];
  readonly profile: string;
  /** Whether the workbook says of which year it is. */
  readonly dated: boolean;
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
function missingExtras(
  roster: Roster,
  has: (form: string) => boolean,
  place: { readonly sheet: string },
  remarks: Remarks,
): Finding[] {
  const seen = roster.seen.map(wordsOf);
  const missing = roster.extras.filter(
    (extra) => !seen.some((text) => isNamed(text, extra)) && !(extra.within && has(extra.within)),
  );
  if (missing.length === 0) return [];
  const titles = missing.map((extra) => extra.title).join('、');
  const message = `没有找到${titles}。${roster.profile}另有${missing.length > 1 ? '这些' : '这张'}附表，请确认当地是否要求公开；要求公开的，没有数据也应公开空表并作说明。`;
  return remark(remarks, 'D01', message, { ...place, severity: 'note', cause: 'extra-missing' });
}

/** What is missing is told at the first of the forms, whatever the order of the sheets. */
const placeOf = (official: readonly Table[]): { readonly sheet: string } => ({
  sheet: [...official].sort((a, b) => (a.form < b.form ? -1 : 1))[0]?.sheet ?? '',
});

/** 收入支出决算 of 收入支出决算总表. */
const bareTitle = (text: string): string =>
  wordsOf(text)
    .replace(/(?:明细|总)?表(?:\(.*\))?$/, '')
    // 基金 and 国资 have one table each, whichever of the two it names.
    .replace(/((?:政府性基金|国有资本经营)预算(?:财政拨款)?)(?:收入)?支出/, '$1支出');

/** Whether a title over a table that could not be read is that of a form: then it is told as such, not as missing. */
function isAmong(title: string, titles: readonly string[]): boolean {
  const own = bareTitle(title);
  return titles.some((text) => {
    const printed = bareTitle(text);
    const before = printed.slice(0, -own.length);
    // “三公” of one fund and of all is one form.
    return printed.endsWith(own) && (own.includes('三公') || !/[款算]$/.test(before));
  });
}

/** So few tables are an excerpt, and no disclosure from which others are missing. */
const EXCERPT = 2;

/** D01: each of the official tables that is not there; of an excerpt, and of no known year, as a 提示. */
function missingForms(standings: Standings, roster: Roster, remarks: Remarks): Finding[] {
  const checked = [...standings].flatMap(([t, s]) => (s.checked ? [t] : []));
  const official = checked.filter((t) => /^表\d$/.test(t.form));
  const forms = roster.expected.filter((form) => {
    const either = [form, roster.instead.get(form)];
    return !checked.some((t) => either.includes(t.form)) && !roster.unread.has(form);
  });
  const titles = forms
    .map((form) => roster.titles.get(form) ?? form)
    .filter((title) => !isAmong(title, roster.unreadTitles));
  const few = official.length <= EXCERPT;
  if (few && titles.length > 0) {
    const message = `工作簿里只有${official.map((t) => t.title).join('、')}，没有找到${titles.join('、')}。只核对其中一两张表的，不必理会；要公开全套的，没有数据的表也应公开空表并作说明（依据：${roster.profile}）。`;
    return remark(remarks, 'D01', message, { ...placeOf(official), severity: 'note' });
  }
  return titles.flatMap((title) => {
    if (isAmong(title, roster.named)) {
      const message = `文本里有“${title}”的标题，下面的表没有读出来，没有核对。请对照原件看一看，或改用 Word、Excel 原稿再核对。`;
      const place = { ...placeOf(official), severity: 'note' as const };
      return remark(remarks, 'D01', message, {
        ...place,
        verdict: 'unknown',
        cause: 'not-checked',
      });
    }
    const place = { ...placeOf(official), ...(!roster.dated && { severity: 'note' as const }) };
    const message = `没有找到${title}。没有数据的表也应公开空表并作说明（依据：${roster.profile}）。`;
    return remark(remarks, 'D01', message, place);
  });
}

/** D01, D02: which tables there are. */
export function rosterRemarks(standings: Standings, roster: Roster, remarks: Remarks): Finding[] {
  const official = [...standings.keys()].filter((t) => /^表\d$/.test(t.form));
  const checked = official.filter((t) => standings.get(t)!.checked);
  const has = (form: string) => checked.some((t) => t.form === form);
  const missing = missingForms(standings, roster, remarks);
  const surplus = checked.flatMap((table) => {
    if (roster.expected.length === 0 || roster.expected.includes(table.form)) return [];
    const message = `${table.title}不在${roster.profile}应公开的表中，请确认。`;
    return remark(remarks, 'D02', message, { table });
  });
  return [...missing, ...missingExtras(roster, has, placeOf(official), remarks), ...surplus];
}
