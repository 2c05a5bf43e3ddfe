// A number of the text beside the cells it speaks of. Knows facts and the one judge; knows no wording.

import { judge } from '../../assertions/compare.ts';
import type { Severity } from '../../assertions/declaration.ts';
import type { FindingCell } from '../../assertions/finding.ts';
import type { Fact } from '../../facts/fact.ts';
import { type Exact, plus, round, toText, ZERO } from '../../measure/exact.ts';
import { point } from '../../measure/interval.ts';
import { convert } from '../../measure/quantity.ts';
import { quantityIn } from '../case.ts';
import { factCell } from '../finding.ts';
import type { TextClaim, WrittenNumber } from './written.ts';

/** 应为: what a number of the text ought to be, where it stands, and what it is called. */
export interface Ought {
  readonly value: Exact;
  readonly cells: readonly FindingCell[];
  readonly what: string;
}

/** The sum of cells in the unit of the text; none where a cell is not filled in. */
export function amount(facts: readonly (Fact | undefined)[], unit: string, what: string): Ought[] {
  let value: Exact = ZERO;
  const cells: FindingCell[] = [];
  for (const fact of facts) {
    const q = quantityIn(fact);
    const converted = q && convert(q, unit);
    if (!fact || !converted) return [];
    value = plus(value, converted.value);
    cells.push(factCell(fact, 'part'));
  }
  return facts.length > 0 ? [{ value, cells, what }] : [];
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
  const manner = { by: 'quoted', decimals: said.decimals } as const;
  const verdicts = oughts.map((o) => judge(point(said.value), point(o.value), manner).verdict);
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
