// Contributions for staff stand under a function in one table and under an economic subject in another, and
// mostly come to the same. Where they do not, it is told with what speaks for and against: never louder than a 提示.
import type { Finding } from '../assertions/finding.ts';
import type { Fact, Table } from '../facts/fact.ts';
import { compare, type Exact, minus, plus, ZERO } from '../measure/exact.ts';
import { convert } from '../measure/quantity.ts';
import { type Remarks, remark, remarkCell } from './remarks.ts';

/** 成对科目: functions whose 基本支出 is paid under economic subjects; some of these may hold more than that. */
export interface SubjectPair {
  /** The remark that tells of it. */
  readonly remark: 'D13' | 'D14' | 'D15';
  readonly functions: readonly string[];
  readonly economic: readonly string[];
  /** Subjects that may belong to it or to something else. */
  readonly perhaps: readonly string[];
  /** What may well be the reason. */
  readonly against: string;
}

const BASIC = /^基本支出$/;
const PAID = /^决算数$|^合计$/;

/** Amounts between the least and the most that figures stand for. */
interface Range {
  readonly low: Exact;
  readonly high: Exact;
  readonly facts: readonly Fact[];
}

const NOTHING: Range = { low: ZERO, high: ZERO, facts: [] };

/** Sum of facts in a unit; undefined where one of them is no amount. */
function sumOf(facts: readonly Fact[], unit: string): Range | undefined {
  let range = NOTHING;
  for (const fact of facts) {
    const own = fact.quantity && convert(fact.quantity, unit);
    if (!own) return undefined;
    range = {
      low: plus(range.low, minus(own.value, own.half)),
      high: plus(range.high, plus(own.value, own.half)),
      facts: [...range.facts, fact],
    };
  }
  return range;
}

/** 科目's figures of a table in one of its columns; blanks are left out. */
function factsAt(table: Table, codes: readonly string[], column: RegExp): Fact[] {
  const at = table.columns.findIndex((c) => column.test(c.key));
  const rows = table.rows.flatMap((row, r) => (row.code && codes.includes(row.code) ? [r] : []));
  return rows.flatMap((r) => {
    const fact = table.facts[r]?.[at] ?? (at < 0 ? table.facts[r]?.find((f) => f) : undefined);
    return fact?.quantity && fact.quantity.units !== 0 ? [fact] : [];
  });
}

/** A pair whose two sides both hold something, and whether they come to the same. */
interface Met {
  readonly pair: SubjectPair;
  readonly by: readonly Fact[];
  readonly paid: readonly Fact[];
  readonly fits: boolean;
}

function met(pair: SubjectPair, by: Table, paid: Table): Met[] {
  const { unit } = by;
  const spent = sumOf(factsAt(by, pair.functions, BASIC), unit);
  const least = sumOf(factsAt(paid, pair.economic, PAID), unit);
  const more = sumOf(factsAt(paid, pair.perhaps, PAID), unit);
  // One of the two alone may be paid from elsewhere or not be owed at all.
  if (!spent || !least || !more || spent.facts.length === 0 || least.facts.length === 0) return [];
  const fits =
    compare(spent.high, least.low) >= 0 && compare(spent.low, plus(least.high, more.high)) <= 0;
  return [{ pair, by: spent.facts, paid: least.facts, fits }];
}

const named = (facts: readonly Fact[]): string =>
  facts.map((f) => `${f.row.code}“${f.row.printed}”为 ${f.shown}`).join('、');

/** D13–D15: 成对科目 of 表5 and 表6; told where the others of them hold, as people are paid from one place. */
export function pairRemarks(
  tables: readonly Table[],
  pairs: readonly SubjectPair[],
  remarks: Remarks,
): Finding[] {
  const [by, paid] = ['表5', '表6'].map((form) => tables.find((t) => t.form === form));
  if (!by || !paid || by.partial || paid.partial) return [];
  const all = pairs.flatMap((pair) => met(pair, by, paid));
  const holding = all.filter((m) => m.fits);
  const open = all.filter((m) => !m.fits);
  if (holding.length === 0 || holding.length < open.length) return [];
  const others = holding.map((m) => m.by[0]!.row.printed).join('、');
  return open.flatMap((m) => {
    const message = `${by.title}的基本支出里 ${named(m.by)}，${paid.title}里 ${named(m.paid)}。两处通常相同，${others}在两张表里也都相同，可能有一处填错；也可能${m.pair.against}。请核对。`;
    const cells = [...m.by, ...m.paid].map((f) => remarkCell(f));
    return remark(remarks, m.pair.remark, message, { table: by, cells });
  });
}
