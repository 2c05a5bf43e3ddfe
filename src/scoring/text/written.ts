// 文稿里的绩效文字: the text and its numbers as the scoring side needs them, and what is said of a number. Knows no
// table and no sentence; whoever reads texts hands these over.
import type { Severity } from '../../assertions/declaration.ts';
import type { FindingCell, Verdict } from '../../assertions/finding.ts';
import type { Exact } from '../../measure/exact.ts';
import type { Unit } from '../../measure/quantity.ts';

/** 文中数字: a number in the text, by offsets into it. */
export interface WrittenNumber {
  readonly start: number;
  readonly end: number;
  readonly digitsEnd: number;
  readonly value: Exact;
  readonly decimals: number;
  readonly unit: Unit;
  /** 约, 近, 余. */
  readonly rough: boolean;
}

/** 文稿: of one width and without blanks, one paragraph a line. */
export interface WrittenText {
  readonly text: string;
  readonly numbers: readonly WrittenNumber[];
}

/** 绩效部分: a section that speaks of performance. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** 说的是什么: what a clause may say of a 自评表. */
export type ToldKind = '年初预算数' | '预算数' | '执行数' | '执行率' | '得分' | '分值';

/** 绩效文字的写法: wordings, as data. */
export interface PerformanceWords {
  /** Behind a project's name: its 综述 begins. */
  readonly openings: readonly string[];
  /** The last words of a clause, before its number. */
  readonly labels: Readonly<Record<ToldKind, readonly string[]>>;
  /** Words of the parts that points are given for, by name. */
  readonly levels: Readonly<Record<string, readonly string[]>>;
  /** Words of many an indicator's name, which tell none apart. */
  readonly common: readonly string[];
  /** Of the whole department, not of a project. */
  readonly whole: readonly string[];
  /** Of several projects at once: 平均得分. */
  readonly together: readonly string[];
  /** Before the money of all projects evaluated. */
  readonly coverage: readonly string[];
  /** Before a count that a rate may be of. */
  readonly counted: readonly string[];
  /** Rates of so many out of so many; rates of opinion may be averages. */
  readonly countedRates: readonly string[];
  readonly opinionRates: readonly string[];
  /** Grades of 自评, as they are quoted. */
  readonly grades: readonly string[];
  readonly lastYear: readonly string[];
  /** Whatever says how one year compares with another. */
  readonly directions: readonly string[];
  /** Headings of sections that speak of performance. */
  readonly part: readonly string[];
}

/** 文中说法: a number, or a run of words, held against the tables it speaks of or against the text itself. */
export interface TextClaim {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly expected?: string;
  readonly cells: readonly FindingCell[];
  readonly message: string;
  /** Wrong in words, or between numbers: stands beside the numbers. */
  readonly words?: true;
}

/** 文本自证: a number that the text itself bears out. */
export const confirmed = ({ start, end }: WrittenNumber, message: string): TextClaim => ({
  rule: '',
  start,
  end,
  verdict: 'exact',
  severity: 'note',
  cells: [],
  message,
});

const places = new WeakMap<readonly WrittenNumber[], ReadonlyMap<WrittenNumber, number>>();

/** Place of a number among all of the text. */
export function indexIn({ numbers }: WrittenText, number: WrittenNumber): number {
  let known = places.get(numbers);
  if (!known) {
    known = new Map(numbers.map((n, i) => [n, i]));
    places.set(numbers, known);
  }
  return known.get(number) ?? -1;
}

const END = /[，。；：、（）]/;

/** The clause before a number, back to the mark or the number before it, over an end of line. */
export function clauseBefore(written: WrittenText, number: WrittenNumber): string {
  const { text, numbers } = written;
  const index = indexIn(written, number);
  const least = index > 0 ? numbers[index - 1]!.end : 0;
  let at = number.start;
  while (at > least && !END.test(text[at - 1]!)) at -= 1;
  return text.slice(at, number.start).replaceAll('\n', '');
}

const LINK = /(?:分别|均|各|也)?(?:为|是|达到|达|计|共|约|近|超过|超|逾|即|了|合计|有)*$/;

/** The clause without the verb that joins it to its number. */
export const bareClause = (clause: string): string => clause.replace(LINK, '');

/** Whether a clause ends with one of the wordings. */
export const endsWith = (clause: string, words: readonly string[]): boolean =>
  words.some((w) => clause.endsWith(w));

/** What the clause before a number says of it: the longest wording decides; undefined where none fits. */
export function toldBy(
  clause: string,
  { labels, together }: PerformanceWords,
): ToldKind | undefined {
  if (together.some((w) => clause.includes(w))) return undefined;
  const bare = bareClause(clause);
  const fits = (Object.keys(labels) as ToldKind[]).flatMap((told) =>
    labels[told]
      .filter((w) => bare.endsWith(w) || clause.endsWith(w))
      .map((w) => [told, w] as const),
  );
  return fits.sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

/** 得13分（满分20分），产出得…: a weight in a bracket behind points is theirs, not of what follows. */
export function weighsNext({ text }: WrittenText, weight: WrittenNumber): boolean {
  const open = text.lastIndexOf('（', weight.start);
  const inside = open > text.lastIndexOf('）', weight.start) && weight.start - open < 12;
  return !(inside && text[weight.end] === '）' && text[open - 1] === '分');
}
