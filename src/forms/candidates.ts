// Which of several tables of one form is the one to check: this year's, by subjects, in plain sight.
import { isEvaluation } from '../facts/evaluation.ts';
import { factsOf, type Table } from '../facts/fact.ts';
import type { Standing, Standings } from '../facts/standing.ts';
import type { HeadTold } from './told.ts';

/** 在核表的选择: how each table stands, and forms for which two are equally good. */
export interface SettledTables {
  readonly tables: readonly Table[];
  readonly standings: Standings;
  readonly year: number | undefined;
  readonly department: string | undefined;
  /** Forms with two equal candidates: relations to other tables cannot be decided. */
  readonly doubtful: ReadonlySet<string>;
}

function most<T>(
  values: readonly (T | undefined)[],
  better: (a: T, b: T) => boolean,
): T | undefined {
  const counts = new Map<T, number>();
  for (const v of values) if (v !== undefined) counts.set(v, (counts.get(v) ?? 0) + 1);
  let best: T | undefined;
  for (const [value, count] of counts) {
    const least = best === undefined ? 0 : counts.get(best)!;
    if (best === undefined || count > least || (count === least && better(value, best)))
      best = value;
  }
  return best;
}

/** Tables by subjects come before the same form by units. */
const byCodes = (t: Table): boolean => !t.open || t.rows.some((r) => r.level && r.level !== '合计');

const sameFigures = (a: Table, b: Table): boolean => {
  const text = (t: Table) =>
    [...factsOf(t)].map((f) => `${f.row.key}|${f.column.key}|${f.shown}|${f.stored}`).join('\n');
  return text(a) === text(b);
};

const copyName = (sheet: string): boolean => /\(\d+\)$|（\d+）$|副本|备份|copy/i.test(sheet);

/**
 * Two forms of one role, as Beijing and Sichuan publish them: the one by kinds of spending is the one
 * other tables refer to; it has the more columns of ours when both are by kinds.
 */
function breadth(table: Table): number {
  const kinds = table.columns.filter((c) => c.members.支出类型 !== undefined).length;
  return kinds * 10 + table.columns.filter((c) => !c.key.includes('@')).length;
}

type Why = NonNullable<Standing['why']>;

/** Why a candidate steps back behind `best`; undefined when both are equally good. */
function whyNot(table: Table, best: Table, year: number | undefined): Why | undefined {
  if (isFormer(table, year) && !isFormer(best, year)) {
    const later = table.year !== undefined && year !== undefined && table.year > year;
    return later ? 'copy' : 'last-year';
  }
  if (table.hidden && !best.hidden) return 'copy';
  if (byCodes(best) && !byCodes(table)) return 'duplicate';
  if (table.empty && !best.empty) return 'empty';
  if (copyName(table.sheet) && !copyName(best.sheet)) return 'copy';
  if (table.department !== best.department && best.department !== undefined) return 'duplicate';
  return sameFigures(table, best) ? 'copy' : undefined;
}

/** Of another year by its title, or by what its sheet is called. */
const isFormer = (table: Table, year: number | undefined): boolean =>
  (table.year !== undefined && year !== undefined && table.year !== year) ||
  /上年|去年|上一年/.test(table.sheet);

function rank(table: Table, year: number | undefined, department: string | undefined): number {
  let score = 1 - breadth(table) / 1000;
  if (isFormer(table, year)) score += 64;
  if (table.hidden) score += 32;
  if (!byCodes(table)) score += 16;
  if (table.empty) score += 8;
  if (copyName(table.sheet)) score += 4;
  if (department !== undefined && table.department !== department) score += 2;
  return score;
}

/** 自评表 stand each for itself: only another year's and an exact copy step back. */
function settleEvaluations(
  tables: readonly Table[],
  year: number | undefined,
  settled: Map<Table, Why | undefined>,
): void {
  tables.forEach((table, i) => {
    const before = tables.slice(0, i).filter((t) => t.form === table.form);
    const copied = before.some(
      (t) =>
        t.project === table.project &&
        sameFigures(t, table) &&
        t.rows.every((r, n) => r.printed === table.rows[n]?.printed),
    );
    if (isFormer(table, year)) settled.set(table, 'last-year');
    else if (copied) settled.set(table, 'copy');
  });
}

/** The year that most tables in plain sight print. */
const printedYear = (seen: readonly Table[]): number | undefined =>
  most(
    seen.map((t) => t.year),
    (a, b) => a > b,
  );

/** The year that all 自评表 with one print: that of the accounts beside them, where nothing else says it. */
function onlyYear(evaluations: readonly Table[]): number | undefined {
  const years = new Set(evaluations.flatMap((t) => t.year ?? []));
  return years.size === 1 ? [...years][0] : undefined;
}

/**
 * 择表: one table a form where one is best; two equal ones both stay and are doubtful. A year that no
 * table prints is the year of the rules only: what there is is checked by them.
 */
export function settle(
  tables: readonly Table[],
  wanted?: number,
  told: HeadTold = {},
): SettledTables {
  const accounts = tables.filter((t) => !isEvaluation(t));
  const telling = accounts.length > 0 ? accounts : tables;
  const visible = telling.filter((t) => !t.hidden);
  const seen = visible.length > 0 ? visible : telling;
  const isThere = wanted !== undefined && telling.some((t) => t.year === wanted);
  const said = accounts.length > 0 ? told : {};
  const year = isThere
    ? wanted
    : (printedYear(seen) ?? wanted ?? said.year ?? onlyYear(tables.filter(isEvaluation)));
  const named = (of: number | undefined): string | undefined =>
    most(
      seen.filter((t) => t.year === of).map((t) => t.department),
      () => false,
    );
  // A table without a year belongs to the year that the user names.
  const department = named(year) ?? named(undefined);
  const doubtful = new Set<string>();
  const beside = new Set<Table>();
  const settled = new Map<Table, Why | undefined>();
  settleEvaluations(tables.filter(isEvaluation), year, settled);
  for (const form of new Set(accounts.map((t) => t.form))) {
    const group = accounts.filter((t) => t.form === form);
    const ordered = [...group].sort(
      (a, b) => rank(a, year, department) - rank(b, year, department),
    );
    const best = ordered[0]!;
    for (const table of ordered.slice(1)) {
      const why = whyNot(table, best, year);
      settled.set(table, why);
      if (why !== undefined) continue;
      if (breadth(table) < breadth(best)) beside.add(table);
      else doubtful.add(form);
    }
    const isLast = best.year !== undefined && year !== undefined && best.year < year;
    const manyOfThatYear = tables.filter((t) => t.year === best.year).length >= 3;
    if (isLast && manyOfThatYear) settled.set(best, 'last-year');
  }
  return {
    tables,
    standings: new Map(tables.map((t) => [t, standingOf(settled.get(t), beside.has(t))])),
    year: wanted ?? year,
    department: department ?? said.department,
    doubtful,
  };
}

const standingOf = (why: Why | undefined, beside: boolean): Standing => ({
  checked: why === undefined,
  ...(beside && { beside }),
  ...(why && { why }),
});
