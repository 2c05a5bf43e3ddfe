// Performance tables that nobody has made: what is right is left alone; one wrong digit is found, and
// whatever breaks names its cell.
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/assertions/finding.ts';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { type Fact, factsOf } from '../../src/facts/fact.ts';
import { addressOf, type Snapshot } from '../../src/facts/grid.ts';
import { readTables } from '../../src/forms/read.ts';
import { review } from '../../src/review.ts';
import { sheetOf } from '../support/department/page.ts';
import { laidOut } from '../support/evaluation/layout.ts';
import { evaluated, FAMILIES, type Family } from '../support/evaluation/model.ts';
import { lookOf } from '../support/evaluation/paper.ts';
import { changed } from '../support/samples.ts';

const count = Number(process.env.GOUJI_SEEDS ?? 4);
const seeds = Array.from({ length: count }, (_, i) => i + 1);

function workbook(seed: number, family: Family): Snapshot {
  const page = laidOut(evaluated(seed, family), lookOf(seed));
  return { sheets: [sheetOf('表', [{ page, row: 0, column: 0 }]).grid] };
}
const findings = (snapshot: Snapshot): readonly Finding[] => review(snapshot, CATALOGUE).findings;
const keyOf = (f: Finding): string => `${f.rule} ${f.message}`;

/**
 * The number in a cell with its last digit moved, as it would be typed there; of an amount the first,
 * because a printed rate leaves its last digits open.
 */
function mistyped(snapshot: Snapshot, fact: Fact): Snapshot | undefined {
  const { row, column } = fact.location;
  const { value } = snapshot.sheets[0]!.cells[row]![column]!;
  const shown = fact.shown.trim();
  const digit = (c: string) => /\d/.test(c);
  const amount = fact.quantity?.unit === '万元';
  const at = amount ? [...shown].findIndex(digit) : [...shown].findLastIndex(digit);
  const wrong = `${shown.slice(0, at)}${(Number(shown[at]) + 4) % 10}${shown.slice(at + 1)}`;
  const address = addressOf(fact.location);
  if (typeof value === 'string') return changed(snapshot, [{ sheet: '表', address, value: wrong }]);
  const divisor = /%/.test(shown) ? 100 : 1;
  const [was, is] = [shown, wrong].map((t) => Number(t.replace(/[,%]/g, '')) / divisor);
  // A cell that hides digits is not what it shows.
  if (Math.abs(was! - Number(value)) > 1e-9) return undefined;
  return changed(snapshot, [{ sheet: '表', address, value: is! }]);
}

/** Scores and rates carry a verdict of their own; amounts and weights stand in sums. */
const figures = (snapshot: Snapshot): Fact[] => {
  const [evaluation] = readTables(snapshot, CATALOGUE.forms).evaluations;
  return [...factsOf(evaluation!.table)].filter(
    (f) => f.state === 'figure' && f.quantity && !f.column.worded,
  );
};

describe.each(FAMILIES)('%s', (family) => {
  it.each(seeds)('种子 %i：对的不报', (seed) => {
    const wrong = findings(workbook(seed, family)).filter((f) => f.verdict === 'broken');
    const { reasons } = evaluated(seed, family);
    // A box for reasons that is left blank, and notes that differ from the preset, are said.
    const said = new Set(['S19', ...(reasons === '' ? ['S10'] : [])]);
    expect(wrong.filter((f) => !said.has(f.rule)).map(keyOf)).toEqual([]);
  });

  it.each(seeds)('种子 %i：错一位，报出的都指到这一格', (seed) => {
    const right = workbook(seed, family);
    const before = new Set(findings(right).map(keyOf));
    const covered = new Set(review(right, CATALOGUE).figures.uncovered.map((u) => u.address));
    const own = figures(right).filter((f) => !covered.has(addressOf(f.location)));
    for (const fact of own.filter((_, i) => i % 5 === seed % 5)) {
      const wrong = mistyped(right, fact);
      if (!wrong) continue;
      const address = addressOf(fact.location);
      const fresh = findings(wrong).filter((f) => f.verdict !== 'exact' && !before.has(keyOf(f)));
      const names = (f: Finding) => f.cells.some((c) => c.address === address);
      const where = `${address} ${fact.row.key}·${fact.column.key} ${fact.shown}`;
      expect(fresh.filter((f) => f.verdict === 'broken' && !names(f)).map(keyOf), where).toEqual(
        [],
      );
      expect(fresh.some(names), where).toBe(true);
    }
  });
});
