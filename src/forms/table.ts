// From a draft to a table: amounts read, precision of each column settled, notes collected.
import type { Fact, Item, Note, Table } from '../facts/fact.ts';
import type { Cell, CellLocation } from '../facts/grid.ts';
import { shownText } from '../facts/shown.ts';
import { decimalsOf, isZero } from '../measure/exact.ts';
import { once } from '../measure/once.ts';
import { decimalsOfUnit, quantity } from '../measure/quantity.ts';
import { shownDecimals } from '../measure/shown.ts';
import { type Amount, amountIn, shareIn } from './amount.ts';
import type { Draft } from './draft.ts';
import type { Form } from './form.ts';
import type { Heading } from './heading.ts';
import { nameOf } from './names.ts';
import type { Region } from './region.ts';
import { straysIn } from './strays.ts';

/** 已读表区: a region with its draft and heading; several when a table runs over pages. */
export interface ReadRegion {
  readonly form: Form;
  readonly region: Region;
  readonly draft: Draft;
  readonly heading: Heading;
  readonly parts: readonly { region: Region; draft: Draft }[];
}

const EMPTY_WORDS =
  /没有[^。；;]{0,60}(?:收入|支出|收支|安排|经费)|无[^。；;]{0,40}(?:收入|支出|收支|安排|预算|经费)|本表(?:无数据|为空表?|无内容|数据为空|没有数据)|不涉及|未(?:安排|发生|使用|取得)[^。；;]{0,40}(?:收入|支出|收支|基金|资本|经费)/;
const NOTHING_WITHHELD =
  /(?:无|没有|不存在|不含|不涉及)[^。；;，,]{0,8}涉密|涉密[^。；;，,]{0,4}(?:为零|无)/;
const PARTIAL_WORDS = /涉密|不予公开|部分科目|只列|仅列|选列|主要科目/;

function notesOf(parts: readonly { region: Region; draft: Draft }[]): Note[] {
  const notes: Note[] = [];
  for (const { region, draft } of parts) {
    const { view } = region;
    const sheet = view.grid.name;
    for (let row = region.top; row <= region.bottom; row += 1) {
      const line = view.grid.cells[row];
      if (!line) continue;
      const inside = row >= draft.header && row < draft.end;
      for (let column = region.left; column <= region.right; column += 1) {
        const value = line[column]?.value;
        if (typeof value !== 'string' || (inside && !value.includes('注'))) continue;
        const isNote = inside
          ? /^\s*注\s*[:：]/.test(value)
          : row >= draft.end || /[。；]/.test(value) || EMPTY_WORDS.test(value);
        if (isNote && value.trim() !== '')
          notes.push({ text: value, location: { sheet, row, column } });
      }
    }
  }
  return notes;
}

interface Read {
  readonly row: Item;
  readonly column: Item;
  readonly at: CellLocation;
  readonly cell: Cell | undefined;
  readonly amount: Amount;
}

/** Decimals of the unit; a table read from print may have been rounded to fewer. */
function declaredDecimals(reads: readonly Read[], unit: string, { grid }: Region['view']): number {
  const declared = decimalsOfUnit(unit);
  if (!grid.printed) return declared;
  const shown = reads
    .filter((r) => r.amount.value && !isZero(r.amount.value) && !r.row.unit)
    .map(({ at }) => shownDecimals(grid.cells[at.row]?.[at.column]?.format) ?? declared);
  return shown.length > 0 ? Math.min(declared, Math.max(...shown)) : declared;
}

/** Decimals of each column: as declared, unless most of its amounts have more. */
function columnDecimals(reads: readonly Read[], declared: number): Map<Item, number> {
  const stored = new Map<Item, number[]>();
  for (const { column, amount } of reads) {
    if (!amount.value || isZero(amount.value)) continue;
    const own = stored.get(column);
    if (own) own.push(decimalsOf(amount.value));
    else stored.set(column, [decimalsOf(amount.value)]);
  }
  const result = new Map<Item, number>();
  for (const [column, list] of stored) {
    const off = list.filter((d) => d > declared);
    result.set(column, off.length * 2 > list.length ? Math.max(...list) : declared);
  }
  return result;
}

/** Dates, shares, fractions and powers: an amount does not look like one then. */
const ODD = /[ymdhs%?]|E[+-]/i;
const isOdd = once((format) =>
  ODD.test(format.replace(/\[[^\]]*\]|"[^"]*"|[\\_*!].|general/gi, '')),
);

function textShown(cell: Cell | undefined): string {
  if (cell?.text !== undefined && cell.text !== '') return cell.text;
  if (typeof cell?.value === 'number' && cell.format && isOdd(cell.format)) return shownText(cell);
  return (
    cell?.error ?? (cell?.value === null || cell?.value === undefined ? '' : String(cell.value))
  );
}

/** Rows of all pages; a cell stands in its row by the number of its column. */
function readCells(reading: ReadRegion): (Read | undefined)[][] {
  const { columns } = reading.draft;
  const lines: (Read | undefined)[][] = [];
  for (const { region, draft } of reading.parts) {
    const { cells } = region.view.grid;
    draft.rows.forEach((row, i) => {
      const places = draft.cells[i];
      const line: (Read | undefined)[] = [];
      for (let j = 0; j < columns.length; j += 1) {
        const column = columns[j]!;
        const at = places?.[j];
        const cell = at && cells[at.row]?.[at.column];
        const amount = at && (column.unit === '%' ? shareIn(cell) : amountIn(cell));
        line.push(at && amount && { row, column, at, cell, amount });
      }
      lines.push(line);
    });
  }
  return lines;
}

function mergedRange(reading: ReadRegion): Table['range'] {
  const { region, draft } = reading;
  const top = region.titled === 'cell' ? region.body - 1 : draft.header;
  return {
    row: Math.max(top, 0),
    column: region.left,
    rows: Math.max(draft.end - Math.max(top, 0), 1),
    columns: region.right - region.left + 1,
  };
}

/** People are shown the title the place prints; words before that of a 自评表 are no part of it. */
const titleIn = ({ form, region }: ReadRegion): string =>
  form.shape === 'evaluation' ? form.title : (region.title ?? form.title);

/** 归档: what a table is called in its workbook, in which unit it is read, and whose workbook it is. */
export type Filing = Pick<Table, 'id' | 'unit' | 'unitFrom' | 'source'>;

/** Items of another workbook are its own, also where both have the same labels and were read as one. */
function apart(reading: ReadRegion): ReadRegion {
  const own = (draft: Draft): Draft => ({
    ...draft,
    rows: draft.rows.map((item) => ({ ...item })),
    columns: draft.columns.map((item) => ({ ...item })),
  });
  const parts = reading.parts.map((part) => ({ ...part, draft: own(part.draft) }));
  return { ...reading, draft: own(reading.draft), parts };
}

/** 表 from a reading, in the unit given. */
export function tableOf(given: ReadRegion, filing: Filing): Table {
  const reading = filing.source ? apart(given) : given;
  const { form, region, heading, draft } = reading;
  const { unit } = filing;
  const lines = readCells(reading);
  const reads = lines.flatMap((line) => line.filter((read) => read !== undefined));
  const declared = declaredDecimals(reads, unit, region.view);
  const decimals = columnDecimals(reads, declared);
  const figures = reads.some((r) => r.amount.state === 'figure');
  const notes = notesOf(reading.parts);
  const words = notes.map((n) => n.text.replace(/\s/g, ''));
  // The very list where there is one page: what is known of it is known by it.
  const [only, ...further] = reading.parts;
  const rows = further.length > 0 ? reading.parts.flatMap((p) => p.draft.rows) : only!.draft.rows;
  const facts: (Fact | undefined)[][] = [];
  const table: Table = {
    ...filing,
    form: form.id,
    title: titleIn(reading),
    printedTitle: region.printedTitle.replace(/\s+/g, ''),
    sheet: region.view.grid.name,
    hidden: region.view.grid.hidden,
    range: mergedRange(reading),
    ...(heading.year !== undefined && { year: heading.year }),
    ...(heading.department !== undefined && { department: nameOf(heading.department) }),
    rows,
    columns: draft.columns,
    facts,
    open: form.shape !== 'list' && form.shape !== 'spending',
    strays: reading.parts.flatMap((p) => straysIn(p.region, p.draft)),
    notes,
    empty: !figures,
    declaredEmpty: words.some((w) => EMPTY_WORDS.test(w)),
    partial: words.some((w) => PARTIAL_WORDS.test(w.replace(NOTHING_WITHHELD, ''))),
  };
  const amounts = figured(reads);
  for (const line of lines) {
    facts.push(
      line.map((read) => {
        if (!read) return undefined;
        const { row, column } = read;
        const places = row.unit ? decimalsOfUnit(row.unit) : (decimals.get(column) ?? declared);
        return factOf(read, table, places, amounts);
      }),
    );
  }
  return table;
}

/** Columns of a place's own that hold amounts: half of what is filled there, at least. */
function figured(reads: readonly Read[]): ReadonlySet<Item> {
  const counts = new Map<Item, number>();
  for (const { column, amount } of reads) {
    const one = amount.state === 'figure' ? 1 : amount.state === 'unread' ? -1 : 0;
    counts.set(column, (counts.get(column) ?? 0) + one);
  }
  return new Set([...counts].filter(([, n]) => n > 0).map(([column]) => column));
}

/** 备注, 占比: words are in place in a column that is none of ours and holds no amounts. */
const takesWords = (column: Item, amounts: ReadonlySet<Item>): boolean =>
  column.worded === true ||
  column.unit === '%' ||
  (column.key.includes('@') && !amounts.has(column));

function factOf(read: Read, table: Table, decimals: number, amounts: ReadonlySet<Item>): Fact {
  const { amount, at, cell } = read;
  const unit = read.column.unit ?? read.row.unit ?? table.unit;
  const places = unit === '%' && amount.value ? decimalsOf(amount.value) : decimals;
  const own = amount.value && quantity(amount.value, unit, places);
  const legible = amount.state === 'figure' && !own ? 'unread' : amount.state;
  const state = legible === 'unread' && takesWords(read.column, amounts) ? 'words' : legible;
  const fact: { -readonly [K in keyof Fact]: Fact[K] } = {
    table,
    row: read.row,
    column: read.column,
    location: at,
    state,
    stored: cell?.value ?? null,
    shown: textShown(cell),
    asText: amount.asText && state === 'figure',
  };
  if (own) fact.quantity = own;
  if (amount.rounded) fact.rounded = amount.rounded;
  if (cell?.formula) fact.formula = cell.formula;
  return fact;
}
