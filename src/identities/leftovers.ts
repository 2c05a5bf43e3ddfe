// D16: words of the form that were not taken out of a table's notes: 仍保留该表格式，并在本表下方作下述说明. Knows notes and
// the wordings it is given; judges no figure.
import type { Finding } from '../assertions/finding.ts';
import type { Table } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import { type Remarks, remark } from './remarks.ts';

/** D16 of one table. */
export function leftoverRemarks(
  table: Table,
  wordings: readonly string[],
  remarks: Remarks,
): Finding[] {
  // A blank form says what it says to who fills it in.
  if (table.empty && !isExplained(table, wordings)) return [];
  return table.notes.flatMap(({ text, location }) => {
    const plain = text.replace(/\s/g, '');
    const found = wordings.map((w) => new RegExp(w).exec(plain)?.[0]).find((w) => w);
    if (!found) return [];
    const message = `${table.title}下面的“${found}”是样表给填表人的话，公开前请删去，只留说明。`;
    const cell = {
      sheet: location.sheet,
      address: addressOf(location),
      value: text,
      role: 'stated',
      label: table.title,
    } as const;
    return remark(remarks, 'D16', message, { table, cells: [cell] });
  });
}

/** 说明：…没有…, in words of the department's own: somebody has filled it in. */
const isExplained = ({ notes }: Table, wordings: readonly string[]): boolean =>
  notes.some(
    ({ text }) =>
      /(?:没有|无)[^。；]*(?:收入|支出|数据|预算)/.test(text) &&
      !/[XxＸ×*]{2}/.test(text) &&
      !wordings.some((w) => new RegExp(w).test(text.replace(/\s/g, ''))),
  );
