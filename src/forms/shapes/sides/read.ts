// Tables with two sides: 收入 and 支出, each 项目 | 行次 | amounts. Knows named rows and how their
// names wander from year to year.
import type { Item } from '../../../facts/fact.ts';
import type { Rect } from '../../../facts/grid.ts';
import { type CellPlace, type Draft, extraItem, itemOf, placeAt, Taken } from '../../draft.ts';
import type { CodeName, Form, Forms, ItemDeclaration } from '../../form.ts';
import { type ColumnLabel, columnLabels, columnMeant, fitsName } from '../../header.ts';
import { endsTable, nameOf, plain, subjectName } from '../../names.ts';
import type { Region } from '../../region.ts';
import type { View } from '../../view.ts';

interface Block {
  readonly side: '收入' | '支出';
  readonly name: number;
  readonly number: number | undefined;
  readonly from: number;
  readonly to: number;
}

const ITEM =
  /^(?:(?:收入|支出)?项目(?:\(按.{2,16}\))?|支出功能分类科目|功能分类科目名称|科目名称)$/;

/** What is printed again at the head of a page, and is no item. */
const HEAD = /^(?:栏次|收入|支出|收支|\(?续表?\)?)$|^\S{0,4}(?:部门|单位)(?:名称)?[:：]/;
const isHead = (raw: string): boolean => HEAD.test(raw) || ITEM.test(nameOf(raw));

function blocksOf(region: Region): { row: number; blocks: Block[] } | undefined {
  const { view } = region;
  for (let row = region.body; row <= Math.min(region.bottom, region.body + 12); row += 1) {
    const names: number[] = [];
    for (let c = region.left; c <= region.right; c += 1) {
      if (view.area(row, c).column === c && ITEM.test(nameOf(view.word(row, c)))) names.push(c);
    }
    if (names.length === 0) continue;
    // A third block gives the spending once more, by nature (财决01).
    const chosen = names.slice(0, 3);
    const blocks = chosen.map((name, i): Block => {
      const end = (chosen[i + 1] ?? region.right + 1) - 1;
      const first = name + view.area(row, name).columns;
      const numbered = /^(?:行次|序号|栏次)$/.test(nameOf(view.text(row, first)));
      return {
        side: i === 0 ? '收入' : '支出',
        name,
        number: numbered ? first : undefined,
        from: numbered ? first + 1 : first,
        to: end,
      };
    });
    return { row, blocks };
  }
  return undefined;
}

function firstRow(view: View, header: number, blocks: readonly Block[], bottom: number): number {
  for (let row = header + 1; row <= bottom; row += 1) {
    const label = nameOf(view.text(row, blocks[0]!.name));
    if (label && !/^栏次$|^项目$|^\d+$/.test(label) && view.area(row, blocks[0]!.name).row === row)
      return row;
  }
  return bottom + 1;
}

/** 类 by its name, whichever year's. */
function classNamed(name: string, classes: readonly CodeName[]): CodeName | undefined {
  let own = named.get(classes);
  if (!own) {
    own = new Map();
    for (const one of classes)
      for (const n of one.names.map(subjectName)) if (!own.has(n)) own.set(n, one);
    named.set(classes, own);
  }
  return own.get(subjectName(name));
}
const named = new WeakMap<readonly CodeName[], Map<string, CodeName>>();

interface RowReader {
  readonly form: Form;
  readonly classes: readonly CodeName[];
}

function rowItem(
  { form, classes }: RowReader,
  side: '收入' | '支出',
  printed: string,
  of: string | undefined,
  number: number | undefined,
  seen: Taken,
): Item {
  const name = nameOf(printed);
  const fits = (d: ItemDeclaration) => d.side === side && fitsName(d, name);
  // 其中 tells a part of the row above, whatever row of ours has that name.
  const isPart = /^其中/.test(plain(printed));
  const candidates = isPart ? [] : (form.rows ?? []).filter(fits);
  const fresh = candidates.filter((d) => !seen.hasKey(d.key));
  const declared =
    fresh.find((d) => d.of === of && of !== undefined) ??
    fresh.find((d) => d.of !== '年初财政拨款结转和结余' || of === d.of);
  if (declared) return itemOf(declared, printed, number);
  const known = side === '支出' ? classNamed(name, classes) : undefined;
  if (known && !seen.hasCode(known.code)) {
    return {
      key: known.code,
      names: [known.names[0]!, ...known.names.slice(1)],
      printed,
      code: known.code,
      level: '类',
      side,
      groups: ['类'],
      members: {},
      ...(number !== undefined && { number }),
    };
  }
  const item = extraItem(seen.fresh(`${side}·${name}`), name, side);
  return number === undefined ? item : { ...item, number };
}

interface Reading {
  readonly rows: Item[];
  readonly cells: (CellPlace | undefined)[][];
  end: number;
}

/** A block with the table columns that its own columns are. */
interface Placed {
  readonly block: Block;
  readonly columns: readonly { readonly index: number; readonly column: number }[];
}

/** Totals that span two blocks have their amount behind the second. */
function amountsOf(own: Rect, at: number, placed: readonly Placed[]): Placed['columns'] {
  const { block, columns } = placed[at]!;
  const next = placed[at + 1];
  const spans = own.columns > 1 && own.column + own.columns - 1 > block.to;
  return spans && next && next.block.side === block.side ? next.columns : columns;
}

const endsBlock = (raw: string, own: Rect, placed: readonly Placed[]): boolean => {
  const last = placed.at(-1)!.block;
  return endsTable(raw) || own.column + own.columns - 1 > last.to;
};

function readBlock(
  reader: RowReader,
  region: Region,
  at: number,
  placed: readonly Placed[],
  first: number,
  seen: Taken,
  reading: Reading,
): void {
  const { view } = region;
  const { block } = placed[at]!;
  let of: string | undefined;
  for (let row = first; row <= region.bottom; row += 1) {
    const raw = view.text(row, block.name);
    const own = view.area(row, block.name);
    if (endsBlock(raw, own, placed)) break;
    const numbered = block.number === undefined ? '' : view.text(row, block.number);
    const number = /^\d{1,3}$/.test(numbered) ? Number(numbered) : undefined;
    if (!raw || own.row !== row || own.column !== block.name || isHead(raw)) continue;
    const item = rowItem(reader, block.side, view.raw(row, block.name), of, number, seen);
    if (/^年初/.test(nameOf(raw))) of = item.key.replace(/^收入·/, '');
    else if (/^(?:总计|本年)/.test(nameOf(raw))) of = undefined;
    seen.add(item);
    reading.rows.push(item);
    const line: (CellPlace | undefined)[] = [];
    for (const { index, column } of amountsOf(own, at, placed)) line[index] = placeAt(row, column);
    reading.cells.push(line);
    reading.end = Math.max(reading.end, row + 1);
  }
}

/** What stands beside the final figures in some places: budgets, last year, changes. */
const BESIDE = /预算数?$|上年|增减|比重|占比|完成/;

/** Of several columns the one with the final figures. */
function finalColumn(wanted: ItemDeclaration, labels: readonly ColumnLabel[]): number | undefined {
  const plain = labels.filter((l) => !l.labels.some((text) => BESIDE.test(text)));
  const named = plain.find((l) => columnMeant([wanted], l.labels));
  return (named ?? plain.find((l) => /决算/.test(l.labels.at(-1)!)) ?? plain[0] ?? labels[0])
    ?.column;
}

/** Columns of all blocks; a third block's are those of the second. */
function columnsIn(
  form: Form,
  region: Region,
  found: { row: number; blocks: Block[] },
  first: number,
): { columns: Item[]; placed: Placed[] } {
  const columns: Item[] = [];
  const placed = found.blocks.map((block, i): Placed => {
    const labels = columnLabels(region.view, found.row, first - 1, block.from, block.to);
    const wanted = form.columns.filter((d) => !d.side || d.side === block.side);
    const own: { index: number; column: number }[] = [];
    const filled = labels.filter((l) => l.labels.length > 0);
    const one = wanted.length === 1 ? finalColumn(wanted[0]!, filled) : undefined;
    for (const { labels: path, number, column } of filled) {
      const meant = column === one ? wanted[0] : one ? undefined : columnMeant(wanted, path);
      const known = meant ? columns.findIndex((c) => c.key === meant.key) : -1;
      const free = known < 0 || (i > 1 && !own.some((o) => o.index === known));
      const printed = path.at(-1)!;
      if (known >= 0 && free) own.push({ index: known, column });
      else {
        own.push({ index: columns.length, column });
        const extra = extraItem(`${path.join('·')}@${column}`, printed);
        columns.push(meant && free ? itemOf(meant, printed, number) : extra);
      }
    }
    return { block, columns: own };
  });
  return { columns, placed };
}

/** Reads a table with two sides; undefined when no 项目 heading is there. */
export function readSides(form: Form, region: Region, forms: Forms): Draft | undefined {
  const found = blocksOf(region);
  if (!found || found.blocks.length < 2) return undefined;
  const first = firstRow(region.view, found.row, found.blocks, region.bottom);
  const { columns, placed } = columnsIn(form, region, found, first);
  if (placed.slice(0, 2).some((p) => p.columns.length === 0)) return undefined;
  const reading: Reading = { rows: [], cells: [], end: first };
  const reader = { form, classes: forms.classes };
  const seen: Readonly<Record<Block['side'], Taken>> = { 收入: new Taken(), 支出: new Taken() };
  placed.forEach(({ block }, i) => {
    readBlock(reader, region, i, placed, first, seen[block.side], reading);
  });
  const known = reading.rows.filter((r) => form.rows?.some((d) => d.key === r.key)).length;
  if (known < 3) return undefined;
  return { rows: reading.rows, columns, cells: reading.cells, header: found.row, end: reading.end };
}
