// What stands above a table: title, department, unit, mark. Returns the first row below it.
import type { Parts } from './parts.ts';
import type { Sheet } from './sheet.ts';

const spaced = (text: string): string => [...text].join(' ');

/** The title as this workbook words it. */
function worded({ head, hand }: Parts, title: string): string {
  const { year, department, named } = head;
  const name = named === 'title' ? department : '';
  const unit = head.unit === 'title' ? `（单位：${hand.unit}）` : '';
  switch (head.title) {
    case 'year':
      return `${name}${year}年度${title}${unit}`;
    case 'short-year':
      return `${name}${year}年${title}${unit}`;
    case 'of-unit':
      return `${name}${year}年度部门${title}${unit}`;
    case 'spaced':
      return `${name}${year}年度${spaced(title)}${unit}`;
    default:
      return `${name}${title}${unit}`;
  }
}

/** Sets the heading over so many columns from a row on. */
export function headed(
  sheet: Sheet,
  parts: Parts,
  row: number,
  width: number,
  title: string,
  number: number,
): number {
  const { head, hand } = parts;
  let at = row;
  if (head.named === 'above')
    sheet.put(at++, 0, `${head.department}${head.year}年度部门决算公开表`, 1, width);
  sheet.put(at, 0, worded(parts, title), 1, width);
  at += 1;
  if (head.mark) sheet.put(at++, width - 1, `公开${String(number).padStart(2, '0')}表`);
  const name = head.named === 'line' ? `部门：${head.department}` : '';
  const unit = `单位：${hand.unit}`;
  if (head.unit === 'joined' && name) sheet.put(at++, 0, `${name}　　　　金额${unit}`, 1, width);
  else if (head.unit === 'own' || (head.unit === 'joined' && !name)) {
    if (name) sheet.put(at++, 0, name);
    sheet.put(at++, width - 1, unit);
  } else if (head.unit === 'right') {
    sheet.put(at, 0, name);
    sheet.put(at++, width - 1, unit);
  } else if (name) sheet.put(at++, 0, name);
  return at;
}
