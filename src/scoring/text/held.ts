// A number of the text beside the cells it speaks of. Knows facts and the one judge; knows no wording.

import { judge } from '../../assertions/compare.ts';
import type { Severity } from '../../assertions/declaration.ts';
import type { FindingCell } from '../../assertions/finding.ts';
import type { Fact } from '../../facts/fact.ts';
import { type Exact, exact, round, toText } from '../../measure/exact.ts';
import {
  add,
  around,
  type Interval,
  isPoint,
  NOUGHT,
  point,
  reachOf,
} from '../../measure/interval.ts';
import {
  decimalsOfUnit,
  intervalIn,
  isMoney,
  type Quantity,
  quantity,
  type Unit,
} from '../../measure/quantity.ts';
import { quantityIn } from '../case.ts';
import { factCell } from '../finding.ts';
import type { TextClaim, WrittenNumber } from './written.ts';

/** 应为: what a number of the text ought to be, where it stands, and what it is called. */
export interface Ought {
  readonly value: Exact;
  /** 取值区间, where several rounded cells or another unit leave more open than the last digit; in the same unit. */
  readonly within?: Interval;
  readonly cells: readonly FindingCell[];
  readonly what: string;
}

/** A cell in the unit of the text, as wide as its printed digits leave it. */
function printedIn(fact: Fact, q: Quantity, unit: Unit): Interval | undefined {
  const stored = intervalIn(q, unit);
  const { rounded } = fact;
  const shown = rounded && quantity(rounded, q.unit, decimalsOfUnit(q.unit));
  const half = shown && intervalIn(shown, unit);
  return stored && half ? around(stored.value, reachOf(half)) : stored;
}

/** The sum of cells in the unit of the text; none where a cell is not filled in. */
export function amount(facts: readonly (Fact | undefined)[], unit: string, what: string): Ought[] {
  let within = NOUGHT;
  const cells: FindingCell[] = [];
  for (const fact of facts) {
    const q = quantityIn(fact);
    const own = fact && q && printedIn(fact, q, unit);
    if (!own) return [];
    within = add(within, own);
    cells.push(factCell(fact, 'part'));
  }
  if (facts.length === 0) return [];
  const { value } = within;
  // Points, and one cell in the unit of the text, are copied digit by digit.
  const copied = !isMoney(unit) || (facts.length === 1 && quantityIn(facts[0])?.unit === unit);
  return [{ value, ...(!copied && !isPoint(within) && { within }), cells, what }];
}

/** Beside several rounded cells, or another unit, the text's own last digit is open too; else it is a copy. */
function verdictOf({ value, decimals, unit }: WrittenNumber, { value: ought, within }: Ought) {
  if (!within) return judge(point(value), point(ought), { by: 'quoted', decimals }).verdict;
  const own = unit === '元' ? point(value) : around(value, exact(5, decimals + 1));
  return judge(own, within, { by: 'shown', decimals }).verdict;
}

/**
 * The text shows what a cell holds, or its rounding to as many digits as it shows, both in the unit of the
 * text; undefined where there is nothing to hold it against, or the number is rough.
 */
export function held(
  said: WrittenNumber,
  oughts: readonly Ought[],
  severity: Severity,
  rule = 'S18',
): TextClaim | undefined {
  const [first] = oughts;
  if (!first || said.rough) return undefined;
  const verdicts = oughts.map((o) => verdictOf(said, o));
  const at =
    verdicts.indexOf('exact') >= 0 ? verdicts.indexOf('exact') : verdicts.indexOf('rounding');
  const chosen = oughts[at];
  const verdict = verdicts[at] ?? 'broken';
  const told = (o: Ought) => `${o.what}${toText(round(o.value, 2))}${said.unit}`;
  const message = chosen
    ? `与${chosen.what}一致`
    : `文中为${toText(said.value)}${said.unit}，应与自评表一致：${oughts.map(told).join('，或')}`;
  return {
    rule,
    start: said.start,
    end: said.end,
    verdict,
    severity: verdict === 'broken' ? severity : 'note',
    expected: toText(round((chosen ?? first).value, 2)),
    cells: (chosen ?? first).cells,
    message,
  };
}
