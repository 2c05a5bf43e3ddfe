// 归因 of scores: cells that another check has verified are no suspects; a score or rate that its own rule
// contradicts is one. Knows judged checks; changes no verdict.
import type { Finding, Suspect } from '../assertions/finding.ts';
import { labelOf } from '../assertions/message.ts';
import { slipOf, slipsFrom } from '../diagnosis/slip.ts';
import type { Fact } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import { printPath } from '../formula/print.ts';
import { parseExact, ZERO } from '../measure/exact.ts';
import { type Quantity, quantity, valueOf } from '../measure/quantity.ts';
import { inDigits, type Judged } from './finding.ts';
import { judgeRate, quotientOf } from './judge.ts';

const OWN = new Set(['S02', 'S04', 'S07']);
const keyOf = (c: { sheet: string; address: string }): string => `${c.sheet}!${c.address}`;
const stated = (f: Finding): string => (f.cells[0] ? keyOf(f.cells[0]) : '');

/** Scores and rates that their own rule bears out. */
function verified(judged: readonly Judged[]): Set<string> {
  return new Set(
    judged
      // A score that people give within limits is borne out by nothing.
      .filter(({ finding: f }) => OWN.has(f.rule) && f.bound !== undefined)
      .filter(({ finding: f }) => ['exact', 'rounding'].includes(f.verdict))
      .map(({ finding }) => stated(finding)),
  );
}

/** A cell that its own rule contradicts, with what it ought to hold. */
function contradicted(judged: readonly Judged[], group: number): Suspect[] {
  const roots = judged
    .map((j) => j.finding)
    .filter((f) => OWN.has(f.rule) && f.verdict === 'broken' && f.severity !== 'note')
    .filter((f) => f.expected !== undefined && parseExact(f.stated ?? '') !== undefined);
  return roots.map((f, i): Suspect => {
    const [value, ought] = [parseExact(f.stated!) ?? ZERO, parseExact(f.expected!) ?? ZERO];
    const cell = f.cells[0]!;
    const also = judged
      .map((j) => j.finding)
      .filter((o) => o.rule === 'S09' && o.verdict === 'broken' && o.severity === 'note')
      .filter((o) => o.cells.some((c) => keyOf(c) === keyOf(cell)));
    return {
      group: group + i,
      rank: 1,
      sheet: cell.sheet,
      address: cell.address,
      value: f.stated!,
      suggested: f.expected!,
      slip: slipOf(value, ought, { neighbours: [], addends: [] }),
      rules: [f.rule, ...new Set(also.map((o) => o.rule))],
      label: cell.label,
    };
  });
}

/** The cells of a rate and of the amounts it is made of. */
function amountsOf({ assertion }: Judged): { rate?: Fact; spent?: Fact; budget?: Fact } {
  const named = new Map(
    [...assertion.targets].map(([ref, t]) => [
      ref.kind === 'path' ? printPath(ref) : '',
      t.facts[0],
    ]),
  );
  const [rate, spent, budget] = ['执行率', '执行数', '预算数'].map((n) => named.get(n));
  return { ...(rate && { rate }), ...(spent && { spent }), ...(budget && { budget }) };
}

/** Amounts that one slip of the hand would bring back to the printed rate. */
function mendedAmounts(judged: Judged, group: number): Suspect[] {
  const { rate, spent, budget } = amountsOf(judged);
  const [r, b, a] = [rate?.quantity, spent?.quantity, budget?.quantity];
  if (!r || !b || !a) return [];
  const fits = (spentThen: Quantity, budgetThen: Quantity): boolean => {
    const quotient = quotientOf(spentThen, budgetThen);
    return quotient !== undefined && judgeRate(r, quotient).verdict === 'exact';
  };
  const mended = (fact: Fact, own: Quantity, right: (q: Quantity) => boolean): Suspect[] =>
    slipsFrom(valueOf(own)).flatMap((value) => {
      const then = quantity(value, own.unit, own.decimals);
      if (!then || !right(then)) return [];
      const { sheet, ...at } = fact.location;
      return [
        {
          group,
          rank: 1,
          sheet,
          address: addressOf(at),
          value: inDigits(valueOf(own), own.unit),
          suggested: inDigits(value, own.unit),
          slip: slipOf(valueOf(own), value, { neighbours: [], addends: [] }),
          rules: ['S02', 'S04'],
          label: labelOf(fact),
        },
      ];
    });
  return [...mended(budget!, a, (q) => fits(b, q)), ...mended(spent!, b, (q) => fits(q, a))].slice(
    0,
    6,
  );
}

/** A wrong rate from which the score follows: it is the amounts that both speak against. */
function amountsBehind(judged: readonly Judged[], group: number): Suspect[] {
  const follows = judged.some(
    ({ finding: f }) => f.rule === 'S04' && f.verdict === 'broken' && f.severity === 'note',
  );
  const rates = judged.filter(
    ({ finding: f }) => f.rule === 'S02' && f.part === undefined && f.verdict === 'broken',
  );
  const sheets = new Set(
    judged.flatMap(({ finding: f }) => (f.rule === 'S04' && f.sheet ? [f.sheet] : [])),
  );
  return follows
    ? rates
        .filter(({ finding: f }) => f.sheet && sheets.has(f.sheet))
        .flatMap((j, i) => mendedAmounts(j, group + i))
    : [];
}

/** Ranks of a group begin with 1. */
function renumbered(suspects: readonly Suspect[]): Suspect[] {
  const first = new Map<number, number>();
  for (const s of suspects) first.set(s.group, Math.min(first.get(s.group) ?? s.rank, s.rank));
  return suspects.map((s) => ({ ...s, rank: s.rank - first.get(s.group)! + 1 }));
}

/** 疑似错误 of a workbook with what the checks of its performance tables add and take away. */
export function refined(suspects: readonly Suspect[], judged: readonly Judged[]): Suspect[] {
  const good = verified(judged);
  const groups = new Set(suspects.filter((s) => !good.has(keyOf(s))).map((s) => s.group));
  const kept = suspects.filter((s) => !groups.has(s.group) || !good.has(keyOf(s)));
  const next = Math.max(0, ...suspects.map((s) => s.group)) + 1;
  const known = new Set(kept.map((s) => `${keyOf(s)}|${s.suggested}`));
  const own = contradicted(judged, next).filter((s) => !known.has(`${keyOf(s)}|${s.suggested}`));
  // Who already names an amount has more to go by than a rate.
  const named = new Set(kept.map(keyOf));
  const behind = amountsBehind(judged, next + own.length).filter((s) => !named.has(keyOf(s)));
  return [...renumbered(kept), ...own, ...behind];
}
