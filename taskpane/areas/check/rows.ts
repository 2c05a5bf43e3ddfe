// What the list shows: which findings, put under their culprits, by table or by difference. Knows a review; no
// component.
import type { Finding, Suspect } from '../../../src/assertions/finding.ts';
import { abs, compare, parseExact, ZERO } from '../../../src/measure/exact.ts';
import { type Kind, kindOf } from '../../../src/review/attention.ts';
import { type Culprit, culpritsOf } from '../../../src/review/culprits.ts';
import type { Review } from '../../../src/review.ts';
import { findingKey } from '../../course.ts';

/** 筛选. Without any everything is listed that is neither 相符 nor set aside. */
export interface Filter {
  readonly kind?: Kind;
  readonly text?: string;
  readonly table?: string;
  readonly rule?: string;
  readonly by?: 'table' | 'gap';
}

/** 一条: a culprit with its findings, or a finding of its own. */
export type ListedRow =
  | { readonly key: string; readonly culprit: Culprit }
  | { readonly key: string; readonly finding: Finding };

/** 一组 of the list: a table's, or all of them in one order. */
export interface ListedSection {
  readonly key: string;
  readonly table: string;
  readonly sheet: string;
  readonly rows: readonly ListedRow[];
  /** So many findings stand in it. */
  readonly count: number;
}

const RANK: Readonly<Record<Kind, number>> = {
  error: 0,
  warning: 1,
  rounding: 2,
  unknown: 3,
  note: 4,
  explained: 5,
  ignored: 6,
  exact: 7,
};

const bare = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

function holds({ text, table, rule }: Filter, f: Finding): boolean {
  if (rule && f.rule !== rule) return false;
  if (table && f.table !== table) return false;
  if (!text?.trim()) return true;
  const cells = f.cells.flatMap((c) => [`${c.sheet}!${c.address}`, c.label, c.value]);
  const words = [f.rule, f.title, f.message, f.table, f.sheet, f.basis, f.stated, f.expected];
  return bare([...words, ...cells].join('\u0001')).includes(bare(text));
}

/** Findings that are to be listed, whatever their order. */
export function chosenOf(review: Review, filter: Filter): Finding[] {
  const { kind } = filter;
  const all = kind === 'exact' ? review.findings : review.told;
  return all.filter((f) => {
    const own = kindOf(f);
    return (kind ? own === kind : own !== 'ignored') && holds(filter, f);
  });
}

/** What is at fault is asked only of what is still to be mended. */
const isOpen = (f: Finding): boolean =>
  f.group !== undefined && ['error', 'warning', 'note'].includes(kindOf(f));

const culpritKey = ({ cells, kind }: Culprit): string =>
  `?${kind}|${cells.map((s: Suspect) => `${s.sheet}!${s.address}`).join()}`;

const findingsIn = (row: ListedRow): readonly Finding[] =>
  'culprit' in row ? row.culprit.findings : [row.finding];
export const rowPlace = (row: ListedRow): { sheet: string; table: string } => {
  if (!('culprit' in row))
    return { sheet: row.finding.sheet ?? '', table: row.finding.table ?? '' };
  const [first] = row.culprit.cells;
  const own = row.culprit.findings.find((f) => f.sheet === first?.sheet) ?? row.culprit.findings[0];
  return {
    sheet: first?.sheet ?? '',
    table: own?.sheet === first?.sheet ? (own?.table ?? '') : '',
  };
};

const rankOf = (row: ListedRow): number => Math.min(...findingsIn(row).map((f) => RANK[kindOf(f)]));

const sizeOf = (row: ListedRow) =>
  findingsIn(row).reduce((most, f) => {
    const gap = f.gap === undefined ? undefined : parseExact(f.gap);
    return gap && compare(abs(gap), most) > 0 ? abs(gap) : most;
  }, ZERO);

function rowsOf(findings: readonly Finding[], suspects: readonly Suspect[]): ListedRow[] {
  const culprits = culpritsOf(findings.filter(isOpen), suspects);
  const told = new Set(culprits.flatMap((c) => c.findings));
  return [
    ...culprits.map((culprit) => ({ key: culpritKey(culprit), culprit })),
    ...findings
      .filter((f) => !told.has(f))
      .map((finding) => ({ key: findingKey(finding), finding })),
  ];
}

const numbered = (keys: Iterable<string>): Map<string, number> =>
  new Map([...new Set(keys)].map((key, i) => [key, i]));

/** The list of a review: sections in the workbook's order, in each the worst first. */
export function listedSections(
  review: Review,
  filter: Filter,
  sheets: readonly string[],
): ListedSection[] {
  const rows = rowsOf(chosenOf(review, filter), review.suspects);
  if (filter.by === 'gap') {
    const sized = rows.map((row) => ({ row, size: sizeOf(row) }));
    sized.sort((a, b) => compare(b.size, a.size));
    const count = rows.reduce((n, row) => n + findingsIn(row).length, 0);
    const own = { key: '', table: '按差额从大到小', sheet: '', count };
    return rows.length === 0 ? [] : [{ ...own, rows: sized.map((s) => s.row) }];
  }
  const order = numbered(['', ...sheets]);
  const titles = new Map(review.told.map((f) => [f.sheet ?? '', f.table ?? '']));
  const groups = new Map<string, { table: string; sheet: string; rows: ListedRow[] }>();
  for (const row of rows) {
    const place = rowPlace(row);
    const table = place.table || titles.get(place.sheet) || '';
    const key = `${place.sheet}|${table}`;
    const known = groups.get(key) ?? { table, sheet: place.sheet, rows: [] };
    known.rows.push(row);
    groups.set(key, known);
  }
  const at = (sheet: string) => order.get(sheet) ?? -1;
  return [...groups]
    .sort(([, a], [, b]) => at(a.sheet) - at(b.sheet))
    .map(([key, { table, sheet, rows: own }]) => ({
      ...{ key, table, sheet },
      rows: own
        .map((row, i) => ({ row, i }))
        .sort((a, b) => rankOf(a.row) - rankOf(b.row) || a.i - b.i)
        .map(({ row }) => row),
      count: own.reduce((n, row) => n + findingsIn(row).length, 0),
    }));
}

/** What can be filtered by: tables and rules among what is listed, each with how often. */
export function choicesOf(findings: readonly Finding[]): {
  tables: readonly (readonly [string, number])[];
  rules: readonly (readonly [string, number, string])[];
} {
  const tables = new Map<string, number>();
  const rules = new Map<string, readonly [number, string]>();
  for (const { table, rule, title } of findings) {
    if (table) tables.set(table, (tables.get(table) ?? 0) + 1);
    rules.set(rule, [(rules.get(rule)?.[0] ?? 0) + 1, title]);
  }
  const byId = [...rules].sort(([a], [b]) => a.localeCompare(b));
  return { tables: [...tables], rules: byId.map(([id, [n, title]]) => [id, n, title] as const) };
}
