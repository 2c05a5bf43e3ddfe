// A tie-out beside what our own sentences read in the same text. Where a sentence stands whole, it knows
// what each of its numbers is; elsewhere the clauses decide. Knows both readings; reads nothing itself.

import type { SpanLocation } from '../facts/grid.ts';
import { exact, parseExact } from '../measure/exact.ts';
import { around, overlaps, shifted } from '../measure/interval.ts';
import type { NumberCell } from '../narrative/document.ts';
import type { TextCheck } from '../narrative/names/dictionary.ts';
import type { ReadNumber, ReadText } from '../narrative/reading.ts';
import {
  AWAITING,
  reportOf,
  type TieCell,
  type TiedNumber,
  type TieReport,
} from '../narrative/readings/report.ts';

type Checks = ReadonlyMap<string, TextCheck>;

/** Counts that contradict their amounts stay wrong, whatever table or 补充资料 says of each. */
const BETWEEN = new Set(['C14', 'C20']);

const FIXED = '固定用语中的数';

const cellOf = ({ location, address, label, period }: NumberCell): TieCell => ({
  sheet: location.sheet,
  address,
  value: '',
  label,
  ...(period && { period }),
});

function wrong(number: TiedNumber, own: ReadNumber, checks: Checks): TiedNumber {
  const ought = own.ought ? `${own.ought.direction ?? ''}${own.ought.text}` : '';
  const [first] = own.worth.cells;
  const from = first ? `（${first.label} ${first.address}）` : '';
  return {
    ...number,
    verdict: 'broken',
    severity: checks.get(own.rule)?.severity ?? 'error',
    rule: own.rule,
    expected: own.ought?.text.replace(/[^\d.]/g, '') || null,
    cells: own.worth.cells.map(cellOf),
    message: `文中为${number.text}，应为${ought}${from}`,
  };
}

/** Printed figures and the powers of ten from them to the worth of a formula: shares are fractions. */
const PRINTED: readonly (readonly [RegExp, number])[] = [
  [/^([\d,]+(?:\.\d+)?)\s*万元$/, 0],
  [/^([\d,]+(?:\.\d+)?)\s*[%％]$/, -2],
];

/** The printed figure lies where the table's own half-digit may put it. */
function withinRounding({ text }: TiedNumber, { worth }: ReadNumber): boolean {
  for (const [shape, places] of PRINTED) {
    const digits = shape.exec(text)?.[1]?.replaceAll(',', '');
    const value = digits === undefined ? undefined : parseExact(digits);
    if (!value || !worth.value) continue;
    const decimals = digits!.split('.')[1]?.length ?? 0;
    const printed = shifted(around(value, exact(5, decimals + 1)), places);
    return overlaps(printed, worth.value);
  }
  return false;
}

function vouchedNumber(number: TiedNumber, own: ReadNumber | undefined, checks: Checks) {
  if (!own || own.verdict === 'unknown') return number;
  if (own.verdict === 'broken') {
    // What the table allows within its own rounding (亿元, 千元) is not wrong.
    const settled = number.verdict !== 'unknown' && number.cells.length > 0;
    // What two cells decide needs no other number of the text.
    if (number.message === AWAITING && own.worth.cells.length < 2) return number;
    return settled || withinRounding(number, own) ? number : wrong(number, own, checks);
  }
  if (number.verdict === 'exact' || number.verdict === 'rounding') return number;
  if (number.verdict === 'broken' && (number.expected === null || BETWEEN.has(number.rule)))
    return number;
  const cells = own.worth.cells.map(cellOf);
  // Both mean the same cell: the tie-out holds the quoted figure against what the cell shows.
  const [ours, theirs] = [cells[0], number.cells[0]];
  const same = ours?.sheet === theirs?.sheet && ours?.address === theirs?.address;
  if (number.verdict === 'broken' && own.verdict === 'rounding' && ours && same) return number;
  const expected = own.ought?.text.replace(/[^\d.]/g, '') || null;
  const { rule, verdict } = own;
  return { ...number, verdict, severity: 'note' as const, rule, expected, cells, message: '' };
}

/** Part of a sentence's fixed wording: 单价100万元（含）以上设备. */
function isWording(number: TiedNumber, { claimed, words }: ReadText): boolean {
  const within = (s: SpanLocation) => s.start <= number.start && number.end <= s.end;
  return number.verdict === 'unknown' && claimed.some(within) && !words.some(within);
}

/**
 * 两读合一: what our own sentences (`read`) decide settles what the tie-out left open, and a break of it too
 * unless that lies between numbers of the text; what tables allow by rounding stays.
 */
export function vouched(report: TieReport, read: ReadText, checks: Checks): TieReport {
  const own = new Map(read.numbers.map((n) => [n.start, n]));
  const numbers = report.numbers.map((n): TiedNumber => {
    const said = own.get(n.start);
    if (!said && isWording(n, read)) return { ...n, verdict: 'exact', message: FIXED };
    return vouchedNumber(n, said, checks);
  });
  // What our own wording would have said is no fault of a text that says it another way; omissions and
  // contradictions of words are found clause by clause.
  return reportOf(numbers, report.findings);
}
