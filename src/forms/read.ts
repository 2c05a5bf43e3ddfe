// 读表: every table of a workbook, wherever it stands. Knows how parts of one table belong together
// and which of several copies is the one to check.
import type { Evaluation } from '../facts/evaluation.ts';
import type { Table } from '../facts/fact.ts';
import type { Grid, Snapshot } from '../facts/grid.ts';
import { readCodes } from './codes.ts';
import { type Draft, extraItem } from './draft.ts';
import { readEconomic } from './economic.ts';
import { type EvaluationReading, hintsAtEvaluation, readEvaluations } from './evaluation/read.ts';
import { evaluationOf } from './evaluation/table.ts';
import type { Form, Forms } from './form.ts';
import { type Heading, headingOf } from './heading.ts';
import { readList } from './list.ts';
import { type Region, regionsOf, titlesSeen } from './region.ts';
import { readSides } from './sides.ts';
import { readSpending } from './spending.ts';
import { type Reading, tableOf } from './table.ts';
import { viewOf } from './view.ts';

/** 读表结果: tables of ours, and what was seen but not read. */
export interface ReadTables {
  readonly tables: readonly Table[];
  /** 自评表: each also stands in `tables`. */
  readonly evaluations: readonly Evaluation[];
  /** Titles of known extra tables that are left alone. */
  readonly others: readonly { readonly sheet: string; readonly title: string }[];
  /** A title of ours whose header could not be made out. */
  readonly unreadable: readonly { readonly sheet: string; readonly title: string }[];
  readonly skipped: readonly { readonly sheet: string; readonly cells: number }[];
  /** Names of sheets and every text that may be a table's title; lists of contents apart. */
  readonly titles: readonly string[];
}

function draftOf(form: Form, region: Region, forms: Forms): Draft | undefined {
  switch (form.shape) {
    case 'sides':
      return readSides(form, region, forms);
    case 'codes':
      return readCodes(form, region);
    case 'economic':
      return readEconomic(form, region, forms);
    case 'spending':
      return readSpending(form, region);
    case 'list':
      return readList(form, region);
    case 'evaluation':
      return undefined;
  }
}

/** Enough figures under a title for it to be a table, and not a line of a contents page. */
function holdsFigures(region: Region): boolean {
  let figures = 0;
  for (let row = region.body; row <= region.bottom; row += 1) {
    for (let c = region.left; c <= region.right; c += 1) {
      if (typeof region.view.cell(row, c)?.value === 'number') figures += 1;
    }
  }
  return figures >= 5;
}

const firstRow = (draft: Draft): number =>
  Math.min(draft.end, ...draft.cells.flatMap((line) => line.flatMap((at) => (at ? [at.row] : []))));

const totalAt = (draft: Draft): number =>
  draft.rows.findIndex((r) => r.level === '合计' || /合计$/.test(r.key));

/** The printed amounts of the total row; the empty text where there is none. */
function totalText({ draft, region }: Reading): string {
  const line = draft.cells[totalAt(draft)] ?? [];
  return line.map((at) => (at ? region.view.text(at.row, at.column) : '')).join('|');
}

/** Whether `next` is the rest of `last`: said to be, or the half without (or with) the total. */
function continues(last: Reading, next: Reading): boolean {
  if (last.form !== next.form || !['codes', 'economic'].includes(last.form.shape)) return false;
  const sameColumns = last.draft.columns.every((c, i) => c.key === next.draft.columns[i]?.key);
  if (!sameColumns || last.draft.columns.length !== next.draft.columns.length) return false;
  if (last.heading.year !== next.heading.year && next.heading.year !== undefined) return false;
  const codes = new Set(last.parts.flatMap((p) => p.draft.rows.map((r) => r.code)));
  const fresh = next.draft.rows.every((r) => !r.code || !codes.has(r.code));
  if (!fresh || !next.draft.rows.some((r) => r.code)) return false;
  if (next.region.continued || last.region.continued) return true;
  const [one, other] = [totalAt(last.draft) >= 0, totalAt(next.draft) >= 0];
  // Some repeat the total at the head of every page.
  return (
    one !== other || (one && /[1-9]/.test(totalText(last)) && totalText(last) === totalText(next))
  );
}

/** A page whose total an earlier page holds already: it stays, as a row that no rule knows. */
function withTotalRepeated(part: Reading['parts'][number], page: number): Reading['parts'][number] {
  const at = totalAt(part.draft);
  const rows = part.draft.rows.map((row, i) =>
    i === at ? extraItem(`合计@${page}`, row.printed) : row,
  );
  return { ...part, draft: { ...part.draft, rows } };
}

/** 续表 in the order of its codes, whatever the order of the sheets; the first page gives the head. */
function pagesInOrder(parts: Reading['parts'], readings: readonly Reading[]): Reading {
  const firstCode = ({ draft }: Reading['parts'][number]): string =>
    draft.rows.find((r) => r.code)?.code ?? '';
  const sorted = [...parts].sort((a, b) => (firstCode(a) < firstCode(b) ? -1 : 1));
  const first = readings.find((r) => r.parts[0] === sorted[0])!;
  let found = false;
  const once = sorted.map((part, page) => {
    const repeated = found && totalAt(part.draft) >= 0;
    found ||= totalAt(part.draft) >= 0;
    return repeated ? withTotalRepeated(part, page + 1) : part;
  });
  return { ...first, draft: once[0]!.draft, parts: once };
}

function joined(readings: readonly Reading[]): Reading[] {
  const groups: Reading[][] = [];
  for (const reading of readings) {
    const group = groups.find((g) => continues(whole(g), reading));
    if (group) group.push(reading);
    else groups.push([reading]);
  }
  return groups.map((group) =>
    group.length === 1
      ? group[0]!
      : pagesInOrder(
          group.flatMap((r) => r.parts),
          group,
        ),
  );
}

/** Pages read so far as one table, for the question whether a further one belongs to it. */
const whole = (pages: readonly Reading[]): Reading => {
  const titled = pages.find((p) => totalAt(p.draft) >= 0) ?? pages[0]!;
  return { ...titled, parts: pages.flatMap((p) => p.parts) };
};

function unitOfWorkbook(readings: readonly Reading[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { heading } of readings) {
    if (heading.unit) counts.set(heading.unit, (counts.get(heading.unit) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Without a title, a table of ours has at least its total column: a working paper has not. */
const hasWhole = (form: Form, draft: Draft): boolean =>
  !form.columns.some((c) => c.whole) || draft.columns.some((c) => c.whole);

interface Seen {
  readonly readings: Reading[];
  readonly evaluations: (EvaluationReading & { heading: Heading })[];
  readonly others: { sheet: string; title: string }[];
  readonly unreadable: { sheet: string; title: string }[];
  readonly titles: string[];
}

function readSheet(grid: Grid, forms: Forms, seen: Seen): void {
  const view = viewOf(grid);
  seen.titles.push(grid.name, ...titlesSeen(view));
  for (const region of regionsOf(view, forms)) {
    const place = { sheet: grid.name, title: region.printedTitle };
    if (!region.form) {
      if (region.other) seen.others.push(place);
      continue;
    }
    if (region.form.shape === 'evaluation') {
      readEvaluationsIn(region, region.form, seen);
      continue;
    }
    const draft = draftOf(region.form, region, forms);
    if (draft && region.titled === 'none' && !hasWhole(region.form, draft)) continue;
    if (draft) {
      const heading = headingOf(region, firstRow(draft));
      seen.readings.push({ form: region.form, region, draft, heading, parts: [{ region, draft }] });
    } else if (region.titled !== 'none' && holdsFigures(region)) {
      seen.unreadable.push(place);
    }
  }
}

/** 自评表 of a region; its money unit is a heading's, or stands with the money. */
function readEvaluationsIn(region: Region, form: Form, seen: Seen): void {
  const found = readEvaluations(form, region);
  for (const reading of found) {
    const heading = headingOf(region, reading.sketch.header);
    const unit = reading.sketch.moneyUnit ?? heading.unit;
    seen.evaluations.push({ ...reading, heading: { ...heading, unit } });
  }
  if (found.length === 0 && region.titled !== 'none' && hintsAtEvaluation(region)) {
    seen.unreadable.push({ sheet: region.view.grid.name, title: region.printedTitle });
  }
}

/** Ids in the order of reading: the form's own for the first, numbered after it. */
function ids(): (form: Form) => string {
  const counts = new Map<string, number>();
  return ({ id }) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : `${id}#${count}`;
  };
}

/** 读表: recognises and reads every table of a workbook. */
export function readTables(snapshot: Snapshot, forms: Forms): ReadTables {
  const seen: Seen = { readings: [], evaluations: [], others: [], unreadable: [], titles: [] };
  for (const grid of snapshot.sheets) if (grid.skipped === undefined) readSheet(grid, forms, seen);
  const readings = joined(seen.readings);
  const common = unitOfWorkbook(readings);
  const idOf = ids();
  const unitOf = (unit: string | undefined) =>
    [unit ?? common ?? '万元', unit ? 'printed' : common ? 'workbook' : 'default'] as const;
  const tables = readings.map((reading) =>
    tableOf(reading, idOf(reading.form), ...unitOf(reading.heading.unit)),
  );
  const evaluations = seen.evaluations.map((reading) =>
    evaluationOf(reading, reading.heading, idOf(reading.form), ...unitOf(reading.heading.unit)),
  );
  return {
    tables: [...tables, ...evaluations.map((e) => e.table)],
    evaluations,
    others: seen.others,
    unreadable: seen.unreadable,
    titles: seen.titles,
    skipped: snapshot.sheets
      .filter((g) => g.skipped !== undefined)
      .map((g) => ({ sheet: g.name, cells: g.skipped! })),
  };
}
