// From a draft to a table: amounts read, precision of each column settled, notes collected.
import type { Fact, Note, Table } from '../facts/fact.ts';
import { once } from '../measure/once.ts';
import { cellsRead } from './cells.ts';
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

/** Headings come again in every workbook. */
const saysEmpty = once((text): boolean => EMPTY_WORDS.test(text));
const saysPartial = once((text): boolean => PARTIAL_WORDS.test(text.replace(NOTHING_WITHHELD, '')));

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
          : row >= draft.end || /[。；]/.test(value) || saysEmpty(value);
        if (isNote && value.trim() !== '')
          notes.push({ text: value, location: { sheet, row, column } });
      }
    }
  }
  return notes;
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
  const cells = cellsRead(reading.parts, draft.columns, unit);
  const notes = notesOf(reading.parts);
  const words = notes.map((n) => n.text.replace(/\s/g, ''));
  // The very list where there is one page: what is known of it is known by it.
  const [only, ...further] = reading.parts;
  const rows = further.length > 0 ? reading.parts.flatMap((p) => p.draft.rows) : only!.draft.rows;
  const facts: (readonly (Fact | undefined)[])[] = [];
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
    empty: !cells.holdsFigure,
    declaredEmpty: words.some(saysEmpty),
    partial: words.some(saysPartial),
  };
  for (const line of cells.factsOf(table)) facts.push(line);
  return table;
}
