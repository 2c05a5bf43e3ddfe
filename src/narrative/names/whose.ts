// Whose text it is and of what year, by its own words, beside what the workbook says. Knows titles and the
// heads of sentences; knows no number.

import type { Whose, Wrong } from '../remarks/wrong.ts';
import type { OutlinePlace } from '../text/outline.ts';
import type { Paragraph, PlainText } from '../text/plain.ts';
import type { Holdings } from './worth.ts';

/** 单位名称: as it stands in the text. */
interface Name {
  readonly text: string;
  readonly start: number;
}

const COMPARED = new Set('比较与同到至');

/** The year a text speaks of most: 2021年度; not the one that it compares itself with. */
function yearIn(text: string): { year: number; start: number; times: number } | undefined {
  const seen = new Map<number, { year: number; start: number; times: number }>();
  for (const m of text.matchAll(/(20\d\d)年度/g)) {
    if (COMPARED.has(text[m.index - 1] ?? '')) continue;
    const year = Number(m[1]);
    const known = seen.get(year) ?? { year, start: m.index, times: 0 };
    seen.set(year, { ...known, times: known.times + 1 });
  }
  return [...seen.values()].sort((a, b) => b.times - a.times)[0];
}

const SPOKEN = /^([一-龥（）]{3,40}?)(?:20\d\d年度?)/;
/** So many sentences that begin with one name are the department's own. */
const OFTEN = 3;

/** The name that the account's sentences begin with: 示例局2023年度收入合计…. */
function spokenName({ paragraphs }: PlainText, places: readonly OutlinePlace[]): Name | undefined {
  const seen = new Map<string, Name & { times: number }>();
  paragraphs.forEach(({ text, start }, i) => {
    const name = places[i]!.accounts ? SPOKEN.exec(text)?.[1] : undefined;
    if (!name || !ORGAN.test(name)) return;
    const known = seen.get(name) ?? { text: name, start, times: 0 };
    seen.set(name, { ...known, times: known.times + 1 });
  });
  const [first] = [...seen.values()].sort((a, b) => b.times - a.times);
  return first && first.times >= OFTEN ? first : undefined;
}

const UNIT =
  /^(?:第[一二三四五六七八九十]+部分)?([一-龥（）]{4,40}?)(?:20\d\d年度?)?(?:部门|单位)?(?:概况|决算)/;
const LABELLED = /^(?:部门|单位)(?:名称)?：([一-龥（）]{4,40}?)(?:金额)?(?:单位：|$)/;
/** Words that names of departments and units end in. */
const ORGAN =
  /(?:局|委|委员会|办|办公室|厅|院|校|学|中心|馆|站|所|队|部|会|署|社|政府|镇|乡|街道|处|园|台|团|司|联|室|协)(?:（[^）]*）|机关|本级)?$/;

function titledName({ paragraphs }: PlainText): Name | undefined {
  const name = (p: Paragraph, pattern: RegExp): Name[] => {
    const text = pattern.exec(p.text)?.[1];
    return text ? [{ text, start: p.start + p.text.indexOf(text) }] : [];
  };
  const labelled = paragraphs.flatMap((p) => name(p, LABELLED));
  return labelled[0] ?? paragraphs.slice(0, 12).flatMap((p) => name(p, UNIT))[0];
}

const bare = (name: string): string =>
  name.replace(/[\s"“”'（）()]|部门|单位|本级|机关/g, '').replace(/^中国?共(?:产党)?/, '');

/** Characters of the shorter in their order: 市教体局 is 某市教育体育局. */
function isShort(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  for (const char of short) {
    at = long.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function otherName(own: string | undefined, told: Name | undefined): Wrong[] {
  if (!own || !told || !ORGAN.test(own) || !ORGAN.test(told.text)) return [];
  if (isShort(bare(own), bare(told.text))) return [];
  return [
    {
      rule: 'C28',
      start: told.start,
      end: told.start + told.text.length,
      message: `文稿写的是“${told.text}”，工作簿是“${own}”，请核实是否拿错了文稿或工作簿`,
    },
  ];
}

/** So many times a text must speak of another year before it is said to be of that year. */
const SURE = 3;

function otherYear(plain: PlainText, year: number | undefined): Wrong[] {
  const told = yearIn(plain.text);
  if (year === undefined || !told || told.year === year || told.times < SURE) return [];
  return [
    {
      rule: 'C22',
      start: told.start,
      end: told.start + 6,
      message: `文稿说的是 ${told.year} 年度，工作簿是 ${year} 年度，请核实是否拿错了文稿或工作簿`,
    },
  ];
}

/**
 * 文稿归属: year and department of the workbook, else by the text's own words; what contradicts the workbook.
 */
export function whoseText(
  plain: PlainText,
  places: readonly OutlinePlace[],
  holdings: Holdings,
): Whose {
  const spoken = spokenName(plain, places);
  const titled = titledName(plain);
  const department = holdings.department ?? titled?.text ?? spoken?.text;
  const names = [department, spoken?.text].filter((d) => d !== undefined);
  return {
    year: holdings.year ?? yearIn(plain.text)?.year,
    department,
    departments: names,
    wrong: [
      ...otherName(holdings.department, spoken ?? titled),
      ...otherYear(plain, holdings.year),
    ],
  };
}
