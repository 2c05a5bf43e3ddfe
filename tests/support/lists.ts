// Small lists by code, and relations over them as equations: for tests of single parts of diagnosis.
import type { Assertion } from '../../src/assertions/assertion.ts';
import { check } from '../../src/assertions/check.ts';
import { type ErrorEquation, equationOf } from '../../src/diagnosis/equations.ts';
import type { Table } from '../../src/facts/fact.ts';
import { assertionOf, type Called, tableOf } from './table.ts';

const LEVELS = { 3: '类', 5: '款', 7: '项' } as const;

/** Of a key: the code that stands there, and after `名` the one whose name it bears; `'` is a second row of a code. */
export const codeAndName = (key: string): [code: string, named: string] => {
  const [code = '', named = code] = key.replace(/'$/, '').split('名');
  return [code, named];
};

/** 一行 of a list by its key. */
export function rowFor(key: string): Called {
  if (key === '合计') return { key, level: key };
  const [code, named] = codeAndName(key);
  return { key, code, names: [`科目${named}`], level: LEVELS[code.length as 3] };
}

/** 清单 of one row a part: `合计 9.00 5.00；201 9.00 5.00`, with as many of the columns as there are figures. */
export function listOf(
  form: string,
  lines: string,
  own: Partial<Table> = {},
  columns = '合基财',
): Table {
  const rows = lines.split('；').map((line) => line.split(' '));
  return tableOf(
    rows.map(([code]) => rowFor(code!)),
    [...columns].slice(0, rows[0]!.length - 1),
    rows.map(([, ...figures]) => figures.join(' ')),
    { id: form, form, title: form, sheet: form, ...own },
  );
}

/** Equations of those relations that are judged: between two blanks there is nothing to say. */
export const equationsOf = (
  says: readonly string[],
  tables: readonly Table[],
  own: Partial<Assertion> & { readonly severity?: 'error' | 'warning' } = {},
): ErrorEquation[] =>
  says.flatMap((text) => {
    const assertion = assertionOf(text, tables, own);
    const finding = check(assertion);
    return finding ? (equationOf(assertion, finding) ?? []) : [];
  });

/** Rows across, 合 = 基 + 财, of some codes of a list. */
export const across = (form: string, ...codes: string[]): string[] =>
  codes.map((c) => `${form}.${c}类·合 = ${form}.${c}类·基 + ${form}.${c}类·财`);

/** A row and those directly below it, in some columns. */
export const down = (form: string, code: string, level: string, columns = '合基财'): string[] =>
  [...columns].map((c) => {
    const row = code === '合计' ? code : `${code}类`;
    return `${form}.${row}·${c} = ${form}.${row}·Σ${level}·${c}`;
  });

/** The same cells of 表3 and 表4. */
export const between = (columns: string, ...codes: string[]): string[] =>
  codes.flatMap((code) => [...columns].map((c) => `表3.${code}类·${c} = 表4.${code}类·${c}`));
