// 归因 of scores: cells that another check has verified are no suspects; a score or rate that its own rule
// contradicts is one. Knows judged checks; changes no verdict.
import type { Finding, Suspect } from '../assertions/finding.ts';
import { slipOf } from '../assertions/slip.ts';
import { parseExact, ZERO } from '../measure/exact.ts';
import type { Judged } from './finding.ts';

const OWN = new Set(['S02', 'S04', 'S07']);
const keyOf = (c: { sheet: string; address: string }): string => `${c.sheet}!${c.address}`;
const stated = (f: Finding): string => (f.cells[0] ? keyOf(f.cells[0]) : '');

/** Scores and rates that their own rule bears out. */
function verified(judged: readonly Judged[]): Set<string> {
  return new Set(
    judged
      .filter(({ finding: f }) => OWN.has(f.rule) && ['exact', 'rounding'].includes(f.verdict))
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
  return [...renumbered(kept), ...own];
}
