// Headings of a text, and which section each paragraph stands in. Knows marks of order and the words that
// headings hold; knows no number.
import type { Paragraph, PlainText } from './plain.ts';

/** 标题词: a section is recognised by the longest of its words that a heading holds. */
export interface HeadingWords {
  readonly key: string;
  readonly titles: readonly string[];
  readonly within?: string;
  /** What it is about, whatever else its heading says: 三公, 基金, 国资 … */
  readonly topic?: boolean;
  readonly accounts: boolean;
  /** 总体: the accounts' other sections may stand below it. */
  readonly whole?: boolean;
  /** Its words are the whole heading; longer ones speak of something else. */
  readonly bare?: boolean;
  /** Said so shortly, it is a section only where it stands below no other: 总体 has its own 基本支出. */
  readonly top?: boolean;
  /** Headings below it open no section: 名词解释 only explains the words. */
  readonly closed?: boolean;
}

/** 段落位置: the section a paragraph stands in; undefined where no heading says. */
export interface OutlinePlace {
  readonly section: string | undefined;
  /** 决算说明 proper; what stands elsewhere may speak of another scope. */
  readonly accounts: boolean;
  /** Length of the heading at the head of the paragraph, its full stop included. */
  readonly heading: number;
  readonly level: number;
}

const LEVELS: readonly RegExp[] = [
  /^#*第[一二三四五六七八九十]+[部分章节]+/,
  /^#*[一二三四五六七八九十]{1,3}[、.]/,
  /^#*（[一二三四五六七八九十]{1,3}）/,
  /^#*\d{1,2}[、.](?!\d)/,
  /^#*（\d{1,2}）/,
];
const LONGEST_HEADING = 60;
const DEEPEST_OWN = 2;

/** Level of a heading from 0; −1 when the paragraph has no mark of order. */
const levelOf = (text: string): number => LEVELS.findIndex((p) => p.test(text));

/** The heading itself: the whole paragraph, or what stands before its first full stop. */
function headingOf(text: string): string | undefined {
  const stop = text.search(/[。：]/);
  const heading = stop < 0 ? text : text.slice(0, stop);
  return heading.length <= LONGEST_HEADING && !/[，；]/.test(heading) ? heading : undefined;
}

const bare = (text: string): string => text.replace(/["'《》\s]/g, '');

function sectionIn(
  heading: string,
  words: readonly HeadingWords[],
  parent: HeadingWords | undefined,
): HeadingWords | undefined {
  const text = bare(heading);
  let best: { words: HeadingWords; length: number } | undefined;
  for (const section of words) {
    if (section.within ? section.within !== parent?.key : !opensBelow(section, parent)) continue;
    for (const title of section.titles) {
      const word = bare(title);
      // Inside a section its own parts come before what else the words could mean.
      const length = word.length + (section.within ? 200 : section.topic ? 100 : 0);
      const held = section.bare ? unmarked(text) === word : text.includes(word);
      if (held && length > (best?.length ?? 0)) best = { words: section, length };
    }
  }
  return best?.words;
}

/** Below a heading only its own parts open, what has a topic, or the parts of the whole account. */
const opensBelow = (section: HeadingWords, parent: HeadingWords | undefined): boolean =>
  !parent?.accounts || section.topic === true || (parent.whole === true && !section.top);

/** 二、关于2020年度收入决算情况的说明 without its mark, its year and what every heading says. */
const unmarked = (heading: string): string =>
  heading
    .replace(LEVELS.find((p) => p.test(heading)) ?? '', '')
    .replace(/^关于/, '')
    .replace(
      /^(?:我|本|全)?(?:部门|单位|局|委|院|校|街道|镇|乡)?(?:(?:19|20)\d\d年度?|本年度?)?(?:部门|单位)?/,
      '',
    )
    .replace(/(?:决算|具体|总的|的|情况|说明|表|公开|数据|分析|如下)+$/, '');

interface Open {
  readonly level: number;
  readonly words: HeadingWords;
}

const NOWHERE = { section: undefined, accounts: false };

/** 分节 of a text: one place for each paragraph. */
export function outlineOf(plain: PlainText, words: readonly HeadingWords[]): OutlinePlace[] {
  let open: Open[] = [];
  return plain.paragraphs.map((paragraph): OutlinePlace => {
    const level = levelOf(paragraph.text);
    const heading = level < 0 ? undefined : headingOf(paragraph.text);
    if (heading !== undefined && !sentence(paragraph, heading)) {
      const above = open.filter((o) => o.level < level);
      const parent = above.filter((o) => !o.words.within).at(-1)?.words;
      const shut = above.some((o) => o.words.closed);
      const found = shut ? undefined : sectionIn(heading, words, parent);
      const whole = heading.length === paragraph.text.length;
      // An item of a list is no heading: it leaves the section as it is.
      if (found || level <= DEEPEST_OWN || whole) open = above;
      if (found) open.push({ level, words: found });
      const at = open.at(-1)?.words;
      const length = found && !whole ? heading.length + 1 : whole ? heading.length : 0;
      return { ...(at ? placeOf(at) : NOWHERE), heading: length, level };
    }
    const at = open.at(-1)?.words;
    return { ...(at ? placeOf(at) : NOWHERE), heading: 0, level: -1 };
  });
}

const placeOf = (words: HeadingWords) => ({ section: words.key, accounts: words.accounts });

/** 1.基本支出608.63万元 begins with a mark, but says something already. */
const sentence = ({ row }: Paragraph, heading: string): boolean =>
  row || /\d+(?:\.\d+)?(?:万元|元|%)/.test(heading);
