// 空白表册: every form that a place expects in a year, with the notes and live totals that follow
// from the identities. Forms write themselves; what stands under them comes from the relations.
import type { Assertion } from '../assertions/assertion.ts';
import { inForce } from '../assertions/declaration.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Division } from '../catalogue/regions.ts';
import type { Table } from '../facts/fact.ts';
import { addressOf, type Cell, type Grid } from '../facts/grid.ts';
import { gridOf, type Page } from '../facts/page.ts';
import type { Edition } from '../forms/edition.ts';
import { writeEvaluation } from '../forms/evaluation/write.ts';
import type { Form } from '../forms/form.ts';
import { readTables } from '../forms/read.ts';
import type { BlankRequest, CodeRow } from '../forms/write/request.ts';
import { type WrittenForm, writeExtra, writeForm } from '../forms/write.ts';
import { expand } from '../identities/identity.ts';
import { relationLine, type Sum, sumsIn, totalFormula, totalFormulas } from './printed.ts';

/** 空白表册要求: year, place, and what is known beforehand; amounts in 万元 unless `unit` says otherwise. */
export interface BlankOptions {
  readonly year: number;
  readonly region?: Division;
  readonly department?: string;
  readonly unit?: string;
  readonly formulas?: boolean;
  /** Rows of the open lists, by form. */
  readonly codes?: Readonly<Record<string, readonly CodeRow[]>>;
}

/** 空白表: a sheet, and the form it is. */
export interface BlankSheet {
  readonly form: string;
  readonly page: Page;
}

/** 空白表册: the sheets in the order of the place, and tables of the place that are not ours. */
export interface Blank {
  readonly sheets: readonly BlankSheet[];
  readonly others: readonly string[];
}

/** One code of each level, to see which relations a table by code has. */
const PROBE: readonly CodeRow[] = ['201', '20101', '2010101'].map((code) => ({
  code,
  name: '科目',
}));

/** The form with 1 in every place, so that no condition of a relation is left open. */
function filled(written: WrittenForm): Grid {
  const grid = gridOf(written.page);
  const cells = grid.cells.map((line): (Cell | undefined)[] => [...(line ?? [])]);
  for (const { row, at } of written.amounts) cells[row]![at] = { value: 1 };
  return { ...grid, cells };
}

function tableOf(request: BlankRequest): { written: WrittenForm; table: Table | undefined } {
  const written = writeForm(request);
  const { tables } = readTables({ sheets: [filled(written)] }, request.forms);
  return { written, table: tables.find((t) => t.form === request.form.id) };
}

function assertionsIn(table: Table, catalogue: Catalogue, options: BlankOptions): Assertion[] {
  const scope = { year: options.year, region: options.region?.path ?? [] };
  const tables = {
    of: (form: string, scoped?: string) => (form === table.form && !scoped ? [table] : []),
    absent: new Set<string>(),
  };
  return inForce(catalogue.identities, scope).flatMap((i) => expand(i, tables));
}

/** Totals of a table whose rows are not known yet: by row as the relations say, 合计 over all 类. */
function openFormulas(sums: readonly Sum[], written: WrittenForm): Map<string, string> {
  const result = new Map<string, string>();
  const rows = [...new Set(written.amounts.map((a) => a.row))];
  const total = rows[0]!;
  for (const { stated, terms } of sums) {
    const across = terms.every((t) => t.fact.location.row === stated.location.row);
    if (stated.row.level !== '合计' || !across || terms.some((t) => t.sign < 0)) continue;
    for (const row of rows) {
      const cells = terms.map((t) => ({ row, column: t.fact.location.column }));
      const address = addressOf({ row, column: stated.location.column });
      if (!result.has(address)) result.set(address, totalFormula(cells));
    }
  }
  const [first, last] = [rows[1]! + 1, rows.at(-1)! + 1];
  for (const { stated, terms } of sums) {
    const address = addressOf(stated.location);
    const levels = terms.every((t) => t.fact.row.level === '类');
    if (stated.row.level !== '合计' || !levels || result.has(address)) continue;
    const column = address.replace(/\d+/, '');
    const own = `${column}${first}:${column}${last}`;
    const classes = `--(LEN($A$${first}:$A$${last})=3)`;
    result.set(address, `=IF(COUNT(${own})=0,"",SUMPRODUCT(${classes},${own}))`);
  }
  return total === undefined ? new Map() : result;
}

function withRelations(request: BlankRequest, catalogue: Catalogue, options: BlankOptions): Page {
  const open = request.form.shape === 'codes' && request.codes === undefined;
  const { written, table } = tableOf(open ? { ...request, codes: PROBE } : request);
  const sums = table ? sumsIn(assertionsIn(table, catalogue, options)) : [];
  const everyRow = request.form.shape !== 'spending';
  const line = relationLine(sums, written.amounts, everyRow);
  const note = request.edition.notes[request.form.id];
  const notes = [note, line].filter((n): n is string => n !== undefined);
  const blank = open ? writeForm(request) : written;
  const formulas = open ? openFormulas(sums, blank) : totalFormulas(sums);
  return writeForm({ ...request, notes, ...(options.formulas && { formulas }) }).page;
}

const SUPPLEMENT = '补充资料';
/** Sheet names hold at most 31 characters. */
const sheetName = (title: string): string => title.slice(0, 31);

type Requested = (form: Form, position: number, title?: string) => BlankRequest;

/** A table of 收入支出 by its title holds balances and income, whatever the edition prints elsewhere. */
const editionFor = (edition: Edition, form: Form, title: string): Edition =>
  form.shape === 'codes' && /收入支出/.test(title)
    ? { ...edition, without: { ...edition.without, [form.id]: [] } }
    : edition;

/** An extra table of the place; one that has no form stays with the place. */
function extraSheet(
  title: string,
  position: number,
  requestOf: Requested,
  catalogue: Catalogue,
  options: BlankOptions,
): BlankSheet | undefined {
  const extra = catalogue.extraForms.find((e) => e.title === title);
  if (!extra) return undefined;
  const { forms } = catalogue.forms;
  const form = forms.find((f) => 'form' in extra && f.id === extra.form) ?? forms[0]!;
  const request = requestOf(form, position, title);
  if ('lines' in extra) return { form: title, page: writeExtra(extra, request) };
  const edition = { ...request.edition, notes: {} };
  return { form: title, page: withRelations({ ...request, edition }, catalogue, options) };
}

/** 空白表册 of a place and year; no sheet where no profile or edition is in force. */
export function blankForms(catalogue: Catalogue, options: BlankOptions): Blank {
  const scope = { year: options.year, region: options.region?.path ?? [] };
  const profile = inForce(catalogue.profiles, scope)[0];
  const edition = inForce(catalogue.editions, scope)[0];
  if (!profile || !edition) return { sheets: [], others: [] };
  const { extras = [] } = profile;
  const requestOf: Requested = (form, position, extra) => {
    const own = profile.titles?.[form.id] ?? edition.titles[form.id] ?? form.title;
    const title = extra ?? own;
    const codes = options.codes?.[form.id];
    return {
      form,
      forms: catalogue.forms,
      edition: editionFor(edition, form, title),
      year: options.year,
      position,
      title,
      sheet: sheetName(title),
      unit: options.unit ?? '万元',
      ...(options.department && { department: options.department }),
      ...(codes && { codes }),
    };
  };
  const formOf = (id: string) => catalogue.forms.forms.find((f) => f.id === id)!;
  const order = profile.order ?? [...profile.tables, ...extras];
  const tables = order.flatMap((name, i): BlankSheet[] => {
    if (extras.includes(name))
      return [extraSheet(name, i + 1, requestOf, catalogue, options) ?? []].flat();
    const request = requestOf(formOf(name), i + 1);
    return [{ form: name, page: withRelations(request, catalogue, options) }];
  });
  const list = writeForm(requestOf(formOf(SUPPLEMENT), tables.length + 1)).page;
  const evaluations = inForce(catalogue.evaluationEditions, scope).map(
    (e): BlankSheet => ({
      form: e.form,
      page: writeEvaluation(e, options.year, sheetName(e.printed)),
    }),
  );
  return {
    sheets: [...tables, ...evaluations, { form: SUPPLEMENT, page: list }],
    others: extras.filter((title) => !tables.some((t) => t.form === title)),
  };
}
