// What two files of one department say, made comparable: facts by table, row and column; findings by rule and
// the facts they name. Places differ, what is said does not.
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { factsOf } from '../../../src/facts/fact.ts';
import { addressOf, type Snapshot } from '../../../src/facts/grid.ts';
import { checkedOf } from '../../../src/facts/standing.ts';
import { settle } from '../../../src/forms/candidates.ts';
import { readTables } from '../../../src/forms/read.ts';
import { toText } from '../../../src/measure/exact.ts';
import { valueOf } from '../../../src/measure/quantity.ts';
import type { Review } from '../../../src/review.ts';

/** 表1|总计|决算数 → 838.78万元, of tables that are checked. */
export function factsIn(snapshot: Snapshot): Map<string, string> {
  const { standings } = settle(readTables(snapshot, CATALOGUE.forms).tables);
  const facts = new Map<string, string>();
  for (const table of checkedOf(standings)) {
    for (const fact of factsOf(table)) {
      const { quantity: q, row, column, state } = fact;
      if (state === 'blank' || !q) continue;
      facts.set(
        `${table.form}|${row.key}|${column.key}`,
        `${toText(valueOf(q), q.decimals)}${table.unit}`,
      );
    }
  }
  return facts;
}

/** Which fact stands at a cell. */
export function namesIn(snapshot: Snapshot): Map<string, string> {
  const names = new Map<string, string>();
  for (const table of readTables(snapshot, CATALOGUE.forms).tables)
    for (const f of factsOf(table))
      names.set(
        `${f.location.sheet}!${addressOf(f.location)}`,
        `${table.form}|${f.row.key}|${f.column.key}`,
      );
  return names;
}

/** Broken relations: rule, and the facts they name. */
export function broken(review: Review, snapshot: Snapshot): string[] {
  const names = namesIn(snapshot);
  return review.findings
    .filter((f) => f.verdict === 'broken' && f.stated !== undefined)
    .map((f) => {
      const cells = f.cells.map((c) => names.get(`${c.sheet}!${c.address}`) ?? '?');
      return `${f.rule} ${f.stated}≠${f.expected} ${cells.sort().join(' ')}`;
    })
    .sort();
}
