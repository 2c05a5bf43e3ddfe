// Dates and periods of targets: 12月31日前, 上半年, 2023.07-2024.01. Knows the calendar; no cell.
import { type Begins, matchWhere, unlessAfter } from '../../measure/before.ts';

/** 日期: a day; the year is absent where the text does not say it. */
export interface Day {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}
/** 时限: the day by which, and the first day where it is a period. */
export interface Due {
  readonly due: Day;
  readonly from?: Day;
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const QUARTERS: Readonly<Record<string, number>> = { 一: 3, 二: 6, 三: 9, 四: 12 };

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function lastDay(month: number, year?: number): number {
  return month === 2 && year !== undefined && !isLeap(year) ? 28 : DAYS[month - 1]!;
}

const day = (year: number | undefined, month: number, of?: number): Day | undefined =>
  month >= 1 && month <= 12 && (of === undefined || (of >= 1 && of <= 31))
    ? { ...(year !== undefined && { year }), month, day: of ?? lastDay(month, year) }
    : undefined;

const POINT = String.raw`(?:(\d{4})\s*[年./-]\s*)?(\d{1,2})(?:\s*月份?|[./-](?=\d{1,2}\s*日?(?!\d)))?(?:\s*(\d{1,2})\s*日)?`;
const notInDigits = unlessAfter(/\d/);
const YEARS = /((?:19|20)\d{2})年?[-—–~至到]+((?:19|20)\d{2})年?(?!\d|\.\d)/g;
const PERIOD = new RegExp(String.raw`${POINT}\s*[-—–~至到]+\s*${POINT}`);

function periodIn(text: string): { found: string; value: Due } | undefined {
  const years = matchWhere(text, YEARS, notInDigits);
  if (years) {
    const [first, last] = [Number(years[1]), Number(years[2])];
    const value = {
      from: { year: first, month: 1, day: 1 },
      due: { year: last, month: 12, day: 31 },
    };
    return { found: years[0], value };
  }
  const m = PERIOD.exec(text);
  // Two plain numbers with a dash are a range of amounts; a period says year or month.
  if (!m || !/月|日|(?:^|\D)(?:19|20)\d{2}[年./-]\d/.test(m[0])) return undefined;
  const [y1, m1, d1, y2, m2, d2] = m.slice(1).map((x) => (x ? Number(x) : undefined));
  const from = day(y1, m1 ?? 0, d1 ?? 1);
  const due = day(y2 ?? y1, m2 ?? 0, d2);
  return from && due && { found: m[0], value: { from, due } };
}

/**
 * Days that come round: 每月10日前, 次月5日前, 每季度终了后15日内. Told as a day of the first month of the period, or of
 * the month after it, so that two of one kind can be compared.
 */
const RECURRING: readonly (readonly [RegExp, (m: RegExpExecArray) => Day, Begins?])[] = [
  [/(?:次月|下月|下个月|翌月)\s*(\d{1,2})\s*[日号]/, (m) => ({ month: 2, day: Number(m[1]) })],
  [
    /(?:每个?月|当月|本月|按月)(?:的)?\s*(\d{1,2})\s*[日号]/,
    (m) => ({ month: 1, day: Number(m[1]) }),
  ],
  [
    /(?:每个?)?(?:季度|月度|年度|季|月|年|半年)(?:终了|结束|终|末|度终了)?(?:之?后|后)(?:的)?\s*(\d{1,2})\s*(?:日|天|个?工作日)/,
    (m) => ({ month: 1, day: Number(m[1]) }),
  ],
  [
    /(?:每个?)?(?:季度|月度|年度)(?:终了|结束)(?:之?后)?\s*(\d{1,2})\s*(?:日|天|个?工作日)/,
    (m) => ({ month: 1, day: Number(m[1]) }),
  ],
];

const SINGLE: readonly (readonly [RegExp, (m: RegExpExecArray) => Day | undefined, Begins?])[] = [
  [
    /(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*日/,
    (m) => day(m[1] ? Number(m[1]) : undefined, Number(m[2]), Number(m[3])),
  ],
  [
    /((?:19|20)\d{2})[./-](\d{1,2})[./-](\d{1,2})(?!\d)/g,
    (m) => day(Number(m[1]), Number(m[2]), Number(m[3])),
    notInDigits,
  ],
  [
    /(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月(?:份)?(上旬|中旬|初)/,
    (m) => day(m[1] ? Number(m[1]) : undefined, Number(m[2]), m[3] === '中旬' ? 20 : 10),
  ],
  [
    /(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月(?:份|底|末|下旬)?/g,
    (m) => day(m[1] ? Number(m[1]) : undefined, Number(m[2])),
    // 3个12月 are no month of the year; with its year before it, it is.
    (text, at, found) => /年/.test(found) || !/[个\d]/.test(text[at - 1] ?? ''),
  ],
  [/((?:19|20)\d{2})\.(\d{1,2})(?![\d%])/g, (m) => day(Number(m[1]), Number(m[2])), notInDigits],
  [
    /(?:(\d{4})年?度?)?第?([一二三四1-4])季度/,
    (m) => day(m[1] ? Number(m[1]) : undefined, QUARTERS[m[2]!] ?? Number(m[2]) * 3),
  ],
  [/(?:(\d{4})年?)?上半年/, (m) => day(m[1] ? Number(m[1]) : undefined, 6)],
  [/(?:(\d{4})年?)?下半年/, (m) => day(m[1] ? Number(m[1]) : undefined, 12)],
  [/(?:(\d{4})|当|本)?年(?:年)?(?:底|末|内)/, (m) => day(m[1] ? Number(m[1]) : undefined, 12)],
];
const TAIL = /^(?:\s*(?:以前|之前|前|之内|以内|内|底前|末前|止))/;

/** 时限 in a text, and the piece of text that says it; undefined where there is none. */
export function dateIn(text: string): { found: string; value: Due } | undefined {
  const period = periodIn(text);
  if (period) return period;
  for (const [pattern, read, begins] of [...RECURRING, ...SINGLE]) {
    const m = begins ? matchWhere(text, pattern, begins) : pattern.exec(text);
    const due = m && read(m);
    if (!m || !due) continue;
    const tail = TAIL.exec(text.slice(m.index + m[0].length))?.[0] ?? '';
    return { found: m[0] + tail, value: { due } };
  }
  return undefined;
}

const printed = ({ year, month, day: d }: Day): string =>
  `${year === undefined ? '' : `${year}年`}${month}月${d}日`;

/** 时限 in print: 12月31日前, 2023年7月1日至2024年1月31日. */
export const printDue = ({ from, due }: Due): string =>
  from ? `${printed(from)}至${printed(due)}` : `${printed(due)}前`;

/** Whether a day is not after another; a year that is not said is the other's. */
export function notAfter(a: Day, b: Day): boolean {
  const year = (a.year ?? b.year ?? 0) - (b.year ?? a.year ?? 0);
  return year !== 0 ? year < 0 : a.month !== b.month ? a.month < b.month : a.day <= b.day;
}
