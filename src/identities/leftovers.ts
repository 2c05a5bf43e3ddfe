// D16: words of the form that were not taken out of a table's notes: 仍保留该表格式，并在本表下方作下述说明. Knows notes and
// the wordings it is given; judges no figure.
import type { Finding } from '../assertions/finding.ts';
import type { Table } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import { once } from '../measure/once.ts';
import { type Remarks, remark } from './remarks.ts';

type Leftover = (text: string) => string | undefined;
const byWordings = new WeakMap<readonly string[], Leftover>();

/** The words of the form in a text; undefined where there are none. */
function leftoverIn(wordings: readonly string[]): Leftover {
  let own = byWordings.get(wordings);
  if (!own) {
    const all = wordings.map((w) => new RegExp(w));
    own = once((text) => {
      const plain = text.replace(/\s/g, '');
      return all.map((w) => w.exec(plain)?.[0]).find((found) => found);
    });
    byWordings.set(wordings, own);
  }
  return own;
}

/** D16 of one table. */
export function leftoverRemarks(
  table: Table,
  wordings: readonly string[],
  remarks: Remarks,
): Finding[] {
  // A blank form says what it says to who fills it in.
  const leftover = leftoverIn(wordings);
  if (table.empty && !isExplained(table, leftover)) return [];
  return table.notes.flatMap(({ text, location }) => {
    const found = leftover(text);
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
const isExplained = ({ notes }: Table, leftover: Leftover): boolean =>
  notes.some(
    ({ text }) =>
      /(?:没有|无)[^。；]*(?:收入|支出|数据|预算)/.test(text) &&
      !/[XxＸ×*]{2}/.test(text) &&
      leftover(text) === undefined,
  );
