// 填入得分: which blanks to fill, on the user's order, and how. Knows proposals and the host's port.
import { cellAt, parseAddress, type Snapshot } from '../../../src/facts/grid.ts';
import type { CellWrite } from '../../../src/hosts/port.ts';
import { toDouble } from '../../../src/measure/exact.ts';
import { shownScale } from '../../../src/measure/shown.ts';
import type { Proposal } from '../../../src/scoring/propose.ts';

export const proposalKey = (p: Proposal): string => `${p.sheet}!${p.address}`;
const isTotal = (p: Proposal): boolean => p.label.endsWith(' 总分');

/** Chosen at first: whatever does not rest on an assumed direction. */
export function chosenAtFirst(proposals: readonly Proposal[]): ReadonlySet<string> {
  return settled(proposals, new Set(proposals.filter((p) => !p.assumed).map(proposalKey)));
}

/** A total is filled only with all the scores it is the sum of. */
export function settled(
  proposals: readonly Proposal[],
  chosen: ReadonlySet<string>,
): ReadonlySet<string> {
  const scores = proposals.filter((p) => !isTotal(p) && !p.percent);
  const all = scores.every((p) => chosen.has(proposalKey(p)));
  return new Set([...chosen].filter((key) => all || !isTotalKey(proposals, key)));
}
const isTotalKey = (proposals: readonly Proposal[], key: string): boolean =>
  proposals.some((p) => proposalKey(p) === key && isTotal(p));

/** Writes for the chosen proposals that are still proposed: a cell filled meanwhile is left alone. */
export function writesFor(
  chosen: ReadonlySet<string>,
  current: readonly Proposal[],
  snapshot: Snapshot,
): CellWrite[] {
  return current
    .filter((p) => chosen.has(proposalKey(p)))
    .map((p) => {
      const at = parseAddress(p.address);
      const grid = snapshot.sheets.find((s) => s.name === p.sheet);
      const cell = at && grid ? cellAt(grid, at.row, at.column) : undefined;
      const scaled = shownScale(cell?.format) > 0;
      return {
        sheet: p.sheet,
        address: p.address,
        value: toDouble(p.value),
        ...(p.percent && !scaled && { format: '0.00%' }),
      };
    });
}
