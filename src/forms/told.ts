// 封面和大标题: department and year as covers and headings say them, for workbooks whose tables do not. Knows how
// people word them; reads no table.
import { once } from '../measure/once.ts';
import { plain, yearIn } from './names.ts';
import type { View } from './view.ts';

/** What names of departments and units end with. */
const UNIT_NAME =
  /^[\p{Script=Han}A-Za-z0-9()·、-]{2,40}?(?:局|厅|委员会|办公室|委|办|大学|学院|学校|中学|小学|幼儿园|院|校|中心|部|会|所|站|队|馆|社|处|政府|园|场|台|团)(?:\((?:本级|机关)\)|本级|机关)?$/u;
/** Words of titles that end like a name. */
const NO_NAME =
  /^(?:本|各|部门|单位|年度|附件|财政拨款|三公)|决算|预算|收支|收入|支出|公开|情况|表$|部门$|单位$/;

const isUnitName = once((text): boolean => UNIT_NAME.test(text) && !NO_NAME.test(text));

/** A name that stands alone (某某局); undefined where the text is none. */
export const unitNameIn = (text: string): string | undefined =>
  isUnitName(text) ? text : undefined;

/** The department that a title or a heading begins with (X2024年度部门决算表); undefined where it names none. */
export const departmentIn = once((text): string | undefined => {
  const line = plain(text).replace(/[“”"'‘’「」《》]/g, '');
  if (line.length > 70 || !/决算|三公/.test(line)) return undefined;
  const before =
    /^(?:20\d{2}年?度?)?(.+?)(?:\(?20\d{2}年?度?\)?|(?:部门|单位)?决算|三公)/.exec(line)?.[1] ?? '';
  const name = before.replace(/(?:部门|单位)$/, '');
  return isUnitName(name) ? name : undefined;
});

/** 自述: what covers and headings say. */
export interface HeadTold {
  readonly department?: string;
  readonly year?: number;
}

/** 2022年决算数 over a column is the year of that column. */
const OF_A_COLUMN = /数$|增减|增长|比\d{4}|较\d{4}|对比/;

/** What the first lines of a sheet say; of a cover, a sheet without tables, a name alone counts. */
export function toldByHead(view: View, cover: boolean): HeadTold {
  let department: string | undefined;
  let alone: string | undefined;
  let year: number | undefined;
  for (let row = 0; row < Math.min(view.grid.rows, cover ? 40 : 6); row += 1) {
    const line = view.grid.cells[row] ?? [];
    for (let column = 0; column < line.length; column += 1) {
      if (typeof line[column]?.value !== 'string') continue;
      const text = view.word(row, column);
      department ??= departmentIn(text);
      const dated = /决算|三公/.test(text) && text.length < 40 && !OF_A_COLUMN.test(text);
      if (dated) year ??= yearIn(text);
      const name = text.replace(/^(?:部门|单位)(?:名称)?[:：]/, '');
      if (isUnitName(name)) alone ??= name;
    }
  }
  const named = department ?? (cover && year !== undefined ? alone : undefined);
  return { ...(named && { department: named }), ...(year !== undefined && { year }) };
}

function most<T>(values: readonly (T | undefined)[]): T | undefined {
  const counts = new Map<T, number>();
  for (const v of values) if (v !== undefined) counts.set(v, (counts.get(v) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** 全卷的自述: what most sheets say. */
export function toldIn(all: readonly HeadTold[]): HeadTold {
  const department = most(all.map((t) => t.department));
  const year = most(all.map((t) => t.year));
  return { ...(department && { department }), ...(year !== undefined && { year }) };
}
