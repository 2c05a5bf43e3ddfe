// A text longer than one reading takes: read portion by portion up to a limit of size and of time; what lies beyond
// is listed as 未核对. Knows lengths; reads nothing itself.

import { type ForeignText, firstReading } from '../narrative/first-reading.ts';
import { reportOf, type TiedNumber, type TieReport } from '../narrative/readings/report.ts';
import { spanOf } from '../narrative/text/plain.ts';

/** 核对限度: in characters, and when time is up. */
export interface TieLimits {
  /** Read as one: sums and repetitions are looked for within it. */
  readonly portion: number;
  readonly most: number;
  readonly isOver?: () => boolean;
}

/** Some 400 pages at once, some 4,000 in all; no limit of time. */
export const TIE_LIMITS: TieLimits = { portion: 400_000, most: 4_000_000 };

/** 时限: over after so many milliseconds. */
export function within(milliseconds: number): TieLimits {
  const end = performance.now() + milliseconds;
  return { ...TIE_LIMITS, isOver: () => performance.now() > end };
}

/** Where a portion ends: behind a line, else behind a sentence. */
function cutAfter(text: string, from: number, length: number): number {
  const end = from + length;
  if (end >= text.length) return text.length;
  const line = text.lastIndexOf('\n', end);
  if (line > from) return line + 1;
  const stop = text.lastIndexOf('。', end);
  return stop > from ? stop + 1 : end;
}

const part = ({ text, reading, broken }: ForeignText, from: number, to: number): ForeignText => ({
  text: text.slice(from, to),
  broken,
  ...(reading && { reading: reading.slice(from, to) }),
});

const moved = <T extends { readonly start: number; readonly end: number }>(x: T, by: number): T =>
  by === 0 ? x : { ...x, start: x.start + by, end: x.end + by };

/** Numbers that nobody read. */
function leftOver(given: ForeignText, from: number): TiedNumber[] {
  const { plain, numbers } = firstReading(part(given, from, given.text.length));
  return numbers.tokens.map((token) => {
    const span = spanOf(plain, token.start, token.end);
    return {
      ...moved(span, from),
      text: plain.raw.slice(span.start, span.end),
      verdict: 'unknown',
      severity: 'note',
      rule: '',
      expected: null,
      cells: [],
      reason: 'not-read',
      message: '超出一次核对的范围，没有核对',
    };
  });
}

function unreadWords(given: ForeignText, read: number, left: number, late: boolean): string {
  const why = late ? '核对超过了时限，' : '';
  return `文稿共 ${given.text.length} 字，${why}只核对了前 ${read} 字；后面的 ${left} 个数字没有核对，列为未核对。请把文稿分成几份，分别核对。`;
}

/**
 * 分段核对: each portion by `read`, offsets moved to the whole. What lies beyond the limits is listed as 未核对, and
 * `unread` says so.
 */
export function inPortions(
  given: ForeignText,
  read: (portion: ForeignText) => TieReport,
  { portion, most, isOver }: TieLimits = TIE_LIMITS,
): TieReport {
  const { length } = given.text;
  if (length <= portion) return read(given);
  const reports: TieReport[] = [];
  let at = 0;
  let late = false;
  while (at < length && at < most && !late) {
    const end = cutAfter(given.text, at, Math.min(portion, most - at));
    const { numbers, findings } = read(part(given, at, end));
    const by = at;
    const shifted = (x: readonly TiedNumber[]) => x.map((n) => moved(n, by));
    reports.push(
      reportOf(
        shifted(numbers),
        findings.map((f) => moved(f, by)),
      ),
    );
    at = end;
    late = at < length && (isOver?.() ?? false);
  }
  const findings = reports.flatMap((r) => r.findings);
  const numbers = reports.flatMap((r) => r.numbers);
  if (at >= length) return reportOf(numbers, findings);
  const left = leftOver(given, at);
  const message = unreadWords(given, at, left.length, late);
  return { ...reportOf([...numbers, ...left], findings), unread: { from: at, message } };
}
