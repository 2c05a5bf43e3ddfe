// Small tables by hand: rows and columns by what they are called, figures as a line a row; and relations over them.
// For tests of single functions; whole workbooks come from the department.
import type { Assertion } from '../../src/assertions/assertion.ts';
import type { Fact, FactState, Item, Table } from '../../src/facts/fact.ts';
import { type Reference, references } from '../../src/formula/evaluate.ts';
import { parseRule } from '../../src/formula/parse.ts';
import { resolve, type Target } from '../../src/formula/resolve.ts';
import { parseExact } from '../../src/measure/exact.ts';
import { quantity } from '../../src/measure/quantity.ts';

/** A row or column: its key, and whatever else it is to be called by. */
export type Called = string | (Partial<Item> & { readonly key: string });

export const itemOf = (own: Called): Item => {
  const given = typeof own === 'string' ? { key: own } : own;
  return { names: [given.key], printed: given.key, groups: [], members: {}, ...given };
};

/** `_` is a blank cell, `无` none at all, `？` a formula without its result; another word is what cannot be read. */
function stateOf(text: string): FactState {
  if (text === '_') return 'blank';
  if (text === '？') return 'uncached';
  return parseExact(text) ? 'figure' : 'unread';
}

/**
 * 表 of rows and columns, one line of values a row, parted by blanks; row 5 of the sheet is its first, as below a head.
 */
export function tableOf(
  rows: readonly Called[],
  columns: readonly Called[],
  lines: readonly string[],
  own: Partial<Table> = {},
): Table {
  const facts: (Fact | undefined)[][] = [];
  const table: Table = {
    id: '表3',
    form: '表3',
    title: '支出决算表',
    printedTitle: '支出决算表',
    sheet: '支出决算表',
    hidden: false,
    range: { row: 0, column: 0, rows: rows.length + 5, columns: columns.length + 1 },
    unit: '万元',
    unitFrom: 'printed',
    rows: rows.map(itemOf),
    columns: columns.map(itemOf),
    facts,
    open: true,
    notes: [],
    empty: false,
    declaredEmpty: false,
    partial: false,
    ...own,
  };
  lines.forEach((line, r) => {
    facts.push(
      line.split(' ').map((text, c) => (text === '无' ? undefined : factOf(table, r, c, text))),
    );
  });
  return table;
}

function factOf(table: Table, r: number, c: number, text: string): Fact {
  const [row, column] = [table.rows[r]!, table.columns[c]!];
  const value = parseExact(text);
  const own = value && quantity(value, column.unit ?? row.unit ?? table.unit, 2);
  return {
    table,
    row,
    column,
    location: { sheet: table.sheet, row: r + 5, column: c + 1 },
    state: stateOf(text),
    stored: value ? Number(text) : text,
    asText: false,
    shown: text === '_' ? '' : text,
    ...(own && { quantity: own }),
  };
}

/** 认定 of one relation over tables: a path that names none means the first of them. */
export function assertionOf(
  says: string,
  tables: readonly Table[],
  own: Partial<Assertion> & { readonly severity?: 'error' | 'warning' } = {},
): Assertion {
  const parsed = parseRule(says);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const relation = parsed.value.relations[0]!;
  const targets = new Map<Reference, Target>();
  for (const side of [relation.left, relation.right])
    for (const reference of references(side)) {
      const form = reference.kind === 'path' ? reference.table : undefined;
      const table = form ? tables.find((t) => t.form === form) : tables[0];
      if (table && reference.kind === 'path') targets.set(reference, resolve(reference, table));
    }
  const { severity = 'error', ...rest } = own;
  const declaration = { id: 'A1', title: '题', basis: '依据', since: 2020, severity };
  return { declaration, says, relation, targets, exact: false, ...rest };
}
