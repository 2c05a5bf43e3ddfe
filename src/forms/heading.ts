// What stands between a title and its figures: unit, department, year. Knows how people word them.
import { yearIn } from './names.ts';
import type { Region } from './region.ts';
import { unitNameIn } from './told.ts';
import type { View } from './view.ts';

/** 题头: unit, department and year as the region, or else its sheet, prints them. */
export interface Heading {
  readonly unit: string | undefined;
  readonly units: readonly string[];
  readonly department: string | undefined;
  readonly year: number | undefined;
}

const UNIT =
  /(?:^|[^\p{L}]|\d表|表[一二三四五六七八九十]+|金额|计量|货币|数据|计算)单位[:：]?(?:人民币)?\(?(元|百元|千元|万元|百万元|千万元|亿元)/u;
/** 部门：某某局 单位：万元 in one cell: the name ends where the unit's own words begin. */
const UNIT_BEHIND_NAME =
  /(?:部门|单位)(?:名称|全称)?[:：].{2,}?单位[:：](?:人民币)?\(?(元|百元|千元|万元|百万元|千万元|亿元)/u;
/** 决算数（万元）: the unit stands in the heading of the amounts. */
const IN_HEADING = /\((?:单位[:：])?(元|百元|千元|万元|百万元|千万元|亿元)\)$/;
const BARE_UNIT = /^\(?(?:单位|金额单位)?[:：]?(元|百元|千元|万元|百万元|千万元|亿元)\)?$/;
const DEPARTMENT =
  /^(?:填报|编制|公开|预算|报表)?(?:部门|单位)(?:\(单位\)|名称|全称)?(?:\((?:盖章|公章)\))?[:：](.*)$/;

const COLON = /[:：]/;

/** X（公章）. */
const SEAL = /\((?:公章|盖章|签章|章)\)$/;

const unitIn = (text: string): string | undefined =>
  (UNIT.exec(` ${text}`) ?? UNIT_BEHIND_NAME.exec(text))?.[1];

/** A name without its seal and the year behind it, and without a bracket that its cell cut off. */
const bareName = (name: string): string =>
  name
    .replace(/(.)\(?20\d{2}年度?\)?$/, '$1')
    .replace(SEAL, '')
    .replace(/(.)\([^)]*$/, '$1');

/** Reads unit, department and year between a title and the first row of figures. */
export function headingOf(region: Region, first: number): Heading {
  const { view } = region;
  const units: string[] = [];
  let inHeading: string | undefined;
  let department: string | undefined;
  let alone: string | undefined;
  const stop = Math.min(Math.max(first, region.body + 1), region.bottom + 1);
  for (let r = region.top; r < stop; r += 1) {
    for (let c = region.left; c <= region.right; c += 1) {
      const text = view.word(r, c);
      if (!text || text.length > 80) continue;
      const isMoney = text.includes('元');
      const unit = (isMoney && unitIn(text)) || splitUnit(view, r, c);
      if (unit && !units.includes(unit)) units.push(unit);
      if (unit && c > region.left) alone ??= unitNameIn(view.text(r, region.left));
      if (isMoney) inHeading ??= IN_HEADING.exec(text)?.[1];
      const own =
        COLON.test(text) &&
        DEPARTMENT.exec(text.replace(/金额单位.*$|[\s,;]*单位[:：].{0,4}元$/, ''));
      if (own && department === undefined) {
        const name = own[1] || view.text(r, c + view.area(r, c).columns);
        if (name && !/元$/.test(name)) department = bareName(name);
      }
    }
  }
  const year = yearIn(region.printedTitle) ?? yearAbove(region) ?? yearIn(view.grid.name);
  return { unit: units[0] ?? inHeading, units, department: department ?? alone, year };
}

/** `单位：` with `万元` in the cell beside or under it; 单位：万 where 元 was folded away from it. */
function splitUnit(view: View, row: number, column: number): string | undefined {
  const begun = /(?:^|金额)单位([:：])?(百|千|万|百万|千万|亿)?$/.exec(view.word(row, column));
  if (!begun) return undefined;
  if (begun[2]) return `${begun[2]}元`;
  const { rows, columns } = view.area(row, column);
  // 单位 without a colon over 元, 人, 辆: the head of a column of units.
  const under = begun[1] ? [view.word(row + rows, column)] : [];
  const around = [view.word(row, column + columns), ...under];
  return around.flatMap((word) => BARE_UNIT.exec(word)?.[1] ?? [])[0];
}

/** 2022年决算数 over a column is the year of that column. */
const OF_A_COLUMN = /(?:预算|决算|支出|执行)数?$|增减|增长|比\d{4}|较\d{4}|对比/;

function yearAbove(region: Region): number | undefined {
  for (let r = region.top; r <= region.body + 2 && r <= region.bottom; r += 1) {
    for (let c = region.left; c <= region.right; c += 1) {
      const text = region.view.word(r, c);
      const told = /年/.test(text) && text.length < 40 && !OF_A_COLUMN.test(text);
      const year = told ? yearIn(text) : undefined;
      if (year) return year;
    }
  }
  return undefined;
}
