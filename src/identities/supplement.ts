// Remarks on 补充资料: rows that could not be made out, and words where a number is wanted. Its
// figures are facts like any others; what they must agree with is said by identities.

import type { Finding, FindingCell } from '../assertions/finding.ts';
import type { Item, Table } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import { quoted } from '../facts/shown.ts';
import { type Remarks, remark, remarkCell } from './remarks.ts';

/** Where a row stands when it holds no value: the cell of its unit or reason. */
function placeOf(table: Table, row: Item): FindingCell[] {
  const fact = table.facts[table.rows.indexOf(row)]?.[0];
  if (fact) return [remarkCell(fact)];
  const at = Object.values(row.texts ?? {})[0]?.location;
  const label = `${table.title} ${row.printed}`;
  return at ? [{ sheet: at.sheet, address: addressOf(at), value: '', role: 'stated', label }] : [];
}

/** D09: rows and units that could not be made out; D10: words instead of a number. */
export function supplementRemarks(table: Table, remarks: Remarks): Finding[] {
  const result: Finding[] = [];
  table.rows.forEach((row, i) => {
    const fact = table.facts[i]?.[0];
    if (row.doubt) {
      const message = `${table.title}“${row.printed}”：${row.doubt}。请按“插入补充资料”给出的名称和单位填写。`;
      result.push(...remark(remarks, 'D09', message, { table, cells: placeOf(table, row) }));
    }
    if (fact?.state === 'unread' || fact?.state === 'uncached') {
      const message = `${table.title}“${row.printed}”（${addressOf(fact.location)}）是${quoted(fact.shown)}，不是数字。数值栏只写数字，单位写在单位栏，原因写在说明栏。`;
      result.push(...remark(remarks, 'D10', message, { table, cells: [remarkCell(fact)] }));
    }
  });
  return result;
}
