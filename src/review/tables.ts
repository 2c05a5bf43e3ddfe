// The tables at hand: those under review, last year's, the units'; and what the identities say of them.
import type { Assertion } from '../assertions/assertion.ts';
import { inForce } from '../assertions/declaration.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Region } from '../catalogue/regions.ts';
import type { Source, Table } from '../facts/fact.ts';
import type { Snapshot } from '../facts/grid.ts';
import { type Settled, settle } from '../forms/candidates.ts';
import { readTables } from '../forms/read.ts';
import { expand, type Tables } from '../identities/identity.ts';

/** 复核选项: what the user chose instead of what the workbook says. */
export interface ReviewOptions {
  readonly year?: number;
  readonly region?: Region;
  /** 上年决算: last year's workbook. */
  readonly last?: Snapshot;
  /** 下级单位: workbooks of which this one is the sum. */
  readonly units?: readonly Snapshot[];
}

/** Tables of other workbooks that relations reach: last year's, and the units'. */
export interface Others {
  readonly last: readonly Table[];
  readonly units: readonly (readonly Table[])[];
}

const NONE: Others = { last: [], units: [] };
const checkedOf = (tables: readonly Table[], form: string): Table[] =>
  tables.filter((t) => t.form === form && t.checked).slice(0, 1);

function tablesBy(
  settled: Settled,
  others: Others,
  official: readonly string[],
  expected: readonly string[],
  chosen?: Table,
): Tables {
  return {
    absent: new Set(official.filter((form) => !expected.includes(form))),
    of: (form, scope) => {
      if (scope === '上年') return checkedOf(others.last, form);
      if (scope === '下级') return others.units.flatMap((tables) => checkedOf(tables, form));
      return chosen?.form === form ? [chosen] : checkedOf(settled.tables, form);
    },
  };
}

/** Reads another workbook; its tables remember that they are not of the one under review. */
function readOther(
  snapshot: Snapshot,
  catalogue: Catalogue,
  source: Source,
  year?: number,
): readonly Table[] {
  const { tables } = settle(readTables(snapshot, catalogue.forms).tables, year);
  for (const table of tables) Object.assign(table, { source });
  return tables;
}

export function readOthers(catalogue: Catalogue, options: ReviewOptions, year?: number): Others {
  const { last, units = [] } = options;
  return {
    last: last
      ? readOther(last, catalogue, { period: '上年' }, year === undefined ? undefined : year - 1)
      : [],
    units: units.map((u) => readOther(u, catalogue, { file: u.name ?? '' }, year)),
  };
}

/** 认定 of all identities in force; of two equal candidates each is checked in itself. */
export function assertionsOf(
  settled: Settled,
  others: Others,
  catalogue: Catalogue,
  expected: readonly string[],
  region: Region | undefined,
): Assertion[] {
  const scope = { year: settled.year, region: region?.path ?? [] };
  const identities = inForce(catalogue.identities, scope);
  const official = catalogue.forms.forms.map((f) => f.id).filter((id) => /^表\d$/.test(id));
  const tables = tablesBy(settled, others, official, expected);
  const result = identities.flatMap((i) => expand(i, tables));
  const further = settled.tables.filter((t) => t.checked && tables.of(t.form)[0] !== t);
  for (const other of further) {
    const own = tablesBy({ ...settled, tables: [other] }, NONE, official, [], other);
    const inside = identities.flatMap((i) => expand(i, own));
    result.push(...inside.filter((a) => [...a.targets.values()].every((t) => t.table === other)));
  }
  return result;
}
