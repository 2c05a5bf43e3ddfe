// Other workbooks that relations reach: last year's, and the units' of a department. Each is read like
// any workbook; one of another year than it should be is said to be so and not used.
import type { Finding } from '../assertions/finding.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { BookSource, Table } from '../facts/fact.ts';
import type { Snapshot } from '../facts/grid.ts';
import { mainOf } from '../facts/standing.ts';
import { settle } from '../forms/candidates.ts';
import { readTables } from '../forms/read.ts';
import { type Remarks, remark } from '../identities/remarks.ts';

/** 其他工作簿: its tables remember that they are not of the workbook under review. */
export interface Other {
  readonly name: string;
  readonly source: BookSource;
  /** None where it could not be used. */
  readonly tables: readonly Table[];
  readonly year: number | undefined;
  /** Why it is not used. */
  readonly unused?: 'no-tables' | 'other-year';
}

/** 其他工作簿的表: last year's, and the units'. */
export interface Others {
  readonly last: readonly Table[];
  readonly units: readonly (readonly Table[])[];
  readonly all: readonly Other[];
}

/**
 * Reads another workbook as one of the year given; one without tables, or of another year, comes back without
 * them and says why.
 */
export function readOther(
  snapshot: Snapshot,
  catalogue: Catalogue,
  source: BookSource,
  year?: number,
): Other {
  const name = snapshot.name ?? '';
  const settled = settle(readTables(snapshot, catalogue.forms, source).tables, year);
  const tables = mainOf(settled.standings);
  if (!tables.some((t) => /^表\d$/.test(t.form)))
    return { name, source, tables: [], year: undefined, unused: 'no-tables' };
  const own = tables.find((t) => t.year !== undefined)?.year;
  const ofYear = year === undefined || own === undefined || tables.some((t) => t.year === year);
  return ofYear
    ? { name, source, tables, year: own }
    : { name, source, tables: [], year: own, unused: 'other-year' };
}

const isRead = (unit: Snapshot | Other): unit is Other => 'tables' in unit;

/** Last year's workbook and the units', read for a review of the year. */
export function readOthers(
  catalogue: Catalogue,
  options: { readonly last?: Snapshot; readonly units?: readonly (Snapshot | Other)[] },
  year?: number,
): Others {
  const before = year === undefined ? undefined : year - 1;
  const last = options.last && readOther(options.last, catalogue, { period: '上年' }, before);
  const units = (options.units ?? []).map((unit) =>
    isRead(unit) ? unit : readOther(unit, catalogue, { file: unit.name ?? '' }, year),
  );
  return {
    last: last?.tables ?? [],
    units: units.filter((u) => !u.unused).map((u) => u.tables),
    all: last ? [last, ...units] : units,
  };
}

/** Forms that the department has and one of its units has not: their sums cannot be checked. */
function lackingIn(other: Other, own: readonly Table[], remarks: Remarks): Finding[] {
  const official = own.filter((t) => /^表\d$/.test(t.form));
  const lacking = official.filter((t) => !other.tables.some((o) => o.form === t.form));
  if (lacking.length === 0 || other.source.period) return [];
  const titles = [...new Set(lacking.map((t) => t.title))].join('、');
  const message = `所属单位的工作簿“${other.name}”没有${titles}，这些表的汇总无法核对。`;
  return remark(remarks, 'D08', message, { verdict: 'unknown' });
}

/** D06, D08: what was chosen and could not be used, beside the tables that are checked. */
export function otherRemarks(
  others: Others,
  own: readonly Table[],
  year: number | undefined,
  remarks: Remarks,
): Finding[] {
  return others.all.flatMap((other) => {
    const { name, source, unused } = other;
    if (!unused) return lackingIn(other, own, remarks);
    const what = source.period === '上年' ? '选择的上年工作簿' : '所属单位的工作簿';
    if (unused === 'no-tables') {
      const message = `${what}“${name}”里没有找到决算公开表，没有用来核对。`;
      return remark(remarks, 'D08', message, { verdict: 'unknown' });
    }
    const wanted = source.period === '上年' ? (year ?? 0) - 1 : year;
    const message = `${what}“${name}”是 ${other.year} 年度的，不是 ${wanted} 年度的，没有用来核对。`;
    return remark(remarks, 'D06', message, {});
  });
}
