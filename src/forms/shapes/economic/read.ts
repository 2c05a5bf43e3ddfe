// 基本支出 by economic code: two or three blocks of code | name | amount side by side, totals below;
// or one list with amounts across. Knows blocks; the codes themselves come as data.
import type { Item } from '../../../facts/fact.ts';
import { type Draft, extraItem, itemOf, placeAt } from '../../draft.ts';
import type { Form, Forms, ItemDeclaration } from '../../form.ts';
import { fitsName } from '../../header.ts';
import { endsTable, nameOf } from '../../names.ts';
import type { Region } from '../../region.ts';
import { firstText } from '../../view.ts';
import { codeIn, levelOf } from '../codes/read.ts';
import { groupsOfCode, listHeader, readEconomicList } from './list.ts';

interface Block {
  readonly from: number;
  readonly name: number;
  readonly amount: number;
}

/** 决算数（万元）: a unit may stand behind it. */
const AMOUNT =
  /^(?:决算数|金额|支出金额|决算金额|本年支出|支出决算数)(?:\((?:单位[:：])?(?:元|百元|千元|万元|百万元|千万元|亿元)\))?$/;
const NAME = /科目名称|^名称$|^项目$/;

function blocksOf(region: Region): { row: number; blocks: Block[] } | undefined {
  const { view } = region;
  for (let row = region.body; row <= Math.min(region.bottom, region.body + 12); row += 1) {
    const blocks: Block[] = [];
    let from = region.left;
    for (let c = region.left; c <= region.right; c += 1) {
      const area = view.area(row, c);
      if (area.column !== c || !AMOUNT.test(nameOf(view.wordLabel(row, c)))) continue;
      let name = c - 1;
      while (name > from && !NAME.test(nameOf(view.wordLabel(row, name)))) name -= 1;
      if (!NAME.test(nameOf(view.wordLabel(row, name)))) name = c - 1;
      name = view.area(row, name).column;
      if (name >= from && name < c) blocks.push({ from, name, amount: c });
      from = c + area.columns;
    }
    const named = blocks.some((b) => NAME.test(nameOf(view.wordLabel(row, b.name))));
    if (blocks.length > 0 && named) return { row, blocks };
  }
  return undefined;
}

interface Line {
  readonly item: Item;
  readonly row: number;
  readonly column: number;
}

/** 合计 of a list that has no line of two totals. */
const TOTAL: ItemDeclaration = { key: '合计', names: ['合计'], level: '合计' };
const isTotal = (name: string): boolean => /^(?:合计|总计|基本支出合计)$/.test(name);

const AMONG = /^其中[:：]?/;

/** 人员经费合计, 其中：人员经费合计, 其中：人员经费. */
function declaredTotal(form: Form, name: string): ItemDeclaration | undefined {
  const bare = name.replace(AMONG, '');
  const wanted = bare === name ? [name] : [bare, `${bare}合计`];
  return form.rows?.find((d) => wanted.some((w) => fitsName(d, w)));
}

/** Totals of the bottom line stand under whichever block has room for them. */
function totalsIn(form: Form, region: Region, row: number, blocks: readonly Block[]): Line[] {
  const { view } = region;
  const labels: { item: Item; from: number; to: number }[] = [];
  for (let c = region.left; c <= region.right; c += 1) {
    const area = view.area(row, c);
    if (area.column !== c) continue;
    const name = nameOf(view.word(row, c));
    const own = declaredTotal(form, name);
    const declared = own ?? (isTotal(name) ? TOTAL : undefined);
    if (declared)
      labels.push({ item: itemOf(declared, view.raw(row, c)), from: c, to: c + area.columns - 1 });
  }
  return labels.map(({ item, to }, i) => {
    const next = labels[i + 1]?.from ?? region.right + 1;
    const room = blocks.map((b) => b.amount).filter((a) => a > to && a < next);
    const filled = room.filter((a) => view.filled(row, a));
    return { item, row, column: filled[0] ?? room.at(-1) ?? to + 1 };
  });
}

function lineAt(
  form: Form,
  forms: Forms,
  region: Region,
  row: number,
  block: Block,
  last: string,
  seen: readonly Line[],
): Line | undefined {
  const { view } = region;
  const code = codeIn(view, row, block.from, block.name - 1, last);
  const printed = nameOf(view.text(row, block.name));
  const level = levelOf(code);
  if (!code || !level || level === '项') return undefined;
  const count = seen.filter((l) => l.item.code === code).length;
  const { groups, names } = groupsOfCode(form, forms, code);
  const item: Item = {
    key: count > 0 ? `${code}#${count + 1}` : code,
    names: [...new Set([printed || code, ...names])],
    printed,
    code,
    level,
    groups,
    members: {},
  };
  return { item, row, column: block.amount };
}

function linesOf(
  form: Form,
  forms: Forms,
  region: Region,
  header: number,
  blocks: readonly Block[],
): Line[] {
  const { view } = region;
  const lines: Line[] = [];
  const last = blocks.map(() => '');
  const noteAt = (row: number) => endsTable(firstText(view, row, region.left, region.right));
  for (let row = header + 1; row <= region.bottom && !noteAt(row); row += 1) {
    const totals = totalsIn(form, region, row, blocks);
    lines.push(...totals.filter((t) => !lines.some((l) => l.item.key === t.item.key)));
    if (totals.length > 0) continue;
    blocks.forEach((block, i) => {
      const line = lineAt(form, forms, region, row, block, last[i]!, lines);
      if (line) {
        last[i] = line.item.code!;
        lines.push(line);
        return;
      }
      const printed = nameOf(view.text(row, block.name));
      if (printed && view.isNumber(row, block.amount) && !NAME.test(printed)) {
        lines.push({ item: extraItem(`${printed}@${row}`, printed), row, column: block.amount });
      }
    });
  }
  return lines;
}

/** Where no 类 is printed at all, its 款 stand for it in the totals. */
function withClasses(form: Form, forms: Forms, lines: readonly Line[]): readonly Line[] {
  if (lines.some((l) => l.item.level === '类')) return lines;
  return lines.map((line) => {
    const { code } = line.item;
    if (!code) return line;
    const { groups } = groupsOfCode(form, forms, code.slice(0, 3));
    return { ...line, item: { ...line.item, groups } };
  });
}

/** Reads 基本支出 by economic code; undefined when no block of code, name and amount is there. */
export function readEconomic(form: Form, region: Region, forms: Forms): Draft | undefined {
  const list = listHeader(region);
  if (list) return readEconomicList(form, region, forms, list);
  const found = blocksOf(region);
  if (!found) return undefined;
  const lines = withClasses(form, forms, linesOf(form, forms, region, found.row, found.blocks));
  if (lines.length < 2) return undefined;
  return {
    rows: lines.map((l) => l.item),
    columns: [itemOf(form.columns[0]!, '决算数')],
    cells: lines.map((l) => [placeAt(l.row, l.column)]),
    header: found.row,
    end: Math.max(...lines.map((l) => l.row)) + 1,
  };
}
