// What is said of a row left out, a row too many, and a row that was carried up wrong. Knows words; finds
// nothing.

import type { Slip, Suspect } from '../assertions/finding.ts';
import { digits } from '../assertions/message.ts';
import { type Fact, type Item, unitOf } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import { abs, compare, type Exact, isZero, plus, ZERO } from '../measure/exact.ts';
import { isVacant } from './absent-rows.ts';
import { cellNumber } from './equations.ts';
import { LISTED, suspect } from './ranking.ts';
import type { RowChange } from './rows.ts';
import { SLIP_ORDER, slipOf } from './slip.ts';

const nameOf = (item: Item): string => item.names[0] ?? item.printed;
const titleOf = ({ row }: Fact): string => [row.code, nameOf(row)].filter(Boolean).join(' ');

const ofLine = ({ line, changes }: RowChange): [Fact, Exact][] =>
  line.flatMap((fact): [Fact, Exact][] => {
    const change = fact && changes.get(fact);
    return fact && change && !isZero(change) ? [[fact, change]] : [];
  });

const amounts = (cells: readonly [Fact, Exact][]): string =>
  cells.map(([f, c]) => `${nameOf(f.column)} ${digits(abs(c), unitOf(f))}`).join('、');

/** Rows above that were changed with it, as they are called. */
const carriedTo = (change: RowChange): Fact[] => {
  const above = [...change.changes.keys()].filter(
    (f) => !change.line.includes(f) && f.table !== change.twin,
  );
  return above.filter((f, i) => above.findIndex((other) => other.row === f.row) === i);
};

function words(change: RowChange): string {
  const cells = ofLine(change);
  const [first] = cells;
  if (!first) return '';
  const [fact, by] = first;
  const title = fact.table.title;
  const unit = unitOf(fact);
  const above = carriedTo(change).filter((f) => !isVacant(f));
  const between = carriedTo(change).filter(isVacant);
  const other = change.miscoded?.find((f) => f);
  if (other) return `${title}“${titleOf(other)}”的编码可能写错了，应为 ${fact.row.code}。`;
  if (change.kind === 'twice') {
    return `${title}“${titleOf(fact)}”列了两行，上级没有重复计算。请核对，删去多余的一行。`;
  }
  if (change.kind === 'carried') {
    const more = compare(by, ZERO) < 0 ? '多' : '少';
    const names = above.map((f) => f.row.code ?? nameOf(f.row)).join('、');
    const carried = names ? `；上级${names}跟着${more}了同样的数` : '';
    const also = change.twin ? `；${change.twin.title}的同样几行也是` : '';
    return `${title}“${titleOf(fact)}”可能${more}了：${amounts(cells)} ${unit}${carried}${also}。`;
  }
  const parents = between.map((f) => `“${titleOf(f)}”`).join('、');
  const rows = parents ? `“${titleOf(fact)}”一行（连同上级${parents}）` : `“${titleOf(fact)}”一行`;
  const also = above.length > 0 ? '，上级各行和合计也没有算进去' : '';
  return `${title}可能漏列了${rows}：${amounts(cells)} ${unit}${also}。`;
}

function slipIn(change: RowChange): Slip {
  if (change.miscoded) return 'other';
  if (change.kind !== 'carried') return 'omitted';
  const slips = ofLine(change).map(([f, c]) =>
    slipOf(cellNumber(f), plus(cellNumber(f), c), { neighbours: [], addends: [] }),
  );
  return slips.sort((a, b) => SLIP_ORDER.indexOf(a) - SLIP_ORDER.indexOf(b))[0] ?? 'other';
}

/** Totals that are live formulas follow by themselves; of a row with a wrong code the amounts stay. */
const typed = (change: RowChange): [Fact, Exact][] =>
  change.miscoded
    ? change.miscoded.flatMap((f): [Fact, Exact][] => (f?.quantity ? [[f, ZERO]] : []))
    : [...change.changes].filter(([f]) => change.line.includes(f) || !f.formula);

function scoreOf(change: RowChange, slip: Slip): number {
  if (change.kind === 'twice') return 0;
  if (change.kind === 'missing') return change.vouched ? 0 : 1;
  const own = ofLine(change).some(([f]) => f.formula) ? 10 : 0;
  return (
    SLIP_ORDER.indexOf(slip) + own + (typed(change).some(([f]) => !change.line.includes(f)) ? 4 : 0)
  );
}

/** Rows that would mend a group, the likeliest first; every cell of a row is a suspect, and all are meant. */
export function listedRows(found: readonly RowChange[], group: number): Suspect[] {
  const scored = found.map((change) => {
    const slip = slipIn(change);
    return { change, slip, score: scoreOf(change, slip), message: words(change) };
  });
  const scores = [...new Set(scored.map((s) => s.score))].sort((a, b) => a - b);
  return scored
    .sort((a, b) => a.score - b.score)
    .flatMap(({ change, slip, score, message }) =>
      typed(change).map(([fact, by]) => {
        const mends = change.mends.filter((e) => e.terms.has(fact));
        const hypothesis = { fact, change: by, mends: mends.length > 0 ? mends : change.mends };
        const entry = { hypothesis, slip, score };
        return { ...suspect(entry, group, scores.indexOf(score) + 1), message };
      }),
    )
    .slice(0, LISTED);
}

/** A row that may be missing below a total, beside the cells that may be wrong. */
export function listedShort(
  { whole, by }: { whole: Fact; by: Exact },
  rule: string,
  group: number,
): Suspect {
  const amount = digits(by, unitOf(whole));
  const { title } = whole.table;
  return {
    ...{ group, rank: 1, sheet: whole.location.sheet, address: addressOf(whole.location) },
    ...{ value: '', suggested: amount, slip: 'omitted', rules: [rule] },
    label: `${title} ${titleOf(whole)}`,
    message: `${title}“${titleOf(whole)}”下可能漏列了一行：${amount} ${unitOf(whole)}。`,
  };
}
