// The tables at hand: those under review, last year's, the units'; and what identities say of them.
import type { Assertion } from '../assertions/assertion.ts';
import { inForce } from '../assertions/declaration.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Region } from '../catalogue/regions.ts';
import type { Table } from '../facts/fact.ts';
import type { Snapshot } from '../facts/grid.ts';
import type { Settled } from '../forms/candidates.ts';
import { expand, type Tables } from '../identities/identity.ts';
import type { Other, Others } from './others.ts';

/** 复核选项: what the user chose instead of what the workbook says. */
export interface ReviewOptions {
  readonly year?: number;
  readonly region?: Region;
  /** 上年决算: last year's workbook. */
  readonly last?: Snapshot;
  /** 下级单位: workbooks of which this one is the sum. */
  readonly units?: readonly (Snapshot | Other)[];
  /** 计分预设: chosen instead of the place's. */
  readonly preset?: string;
}

const NONE: Others = { last: [], units: [], all: [] };
const checkedOf = (tables: readonly Table[], form: string): Table[] =>
  tables.filter((t) => t.form === form && t.checked && !t.beside).slice(0, 1);

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
      if (scope === '下级') {
        // A sum over units of which one lacks the table is no sum.
        const each = others.units.map((tables) => checkedOf(tables, form));
        return each.some((found) => found.length === 0) ? [] : each.flat();
      }
      return chosen?.form === form ? [chosen] : checkedOf(settled.tables, form);
    },
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
