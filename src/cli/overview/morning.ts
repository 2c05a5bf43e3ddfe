// 早上先看什么: the rows of a run put together by rule, by kind of fault, by severity, and against an
// earlier run. Knows rows; the workbook and the page are made from the same lists.
import { SEVERITY_NAMES } from '../../assertions/finding.ts';
import type { OverviewRow, RuleCount } from './row.ts';

/** 列表: a heading, the names of its columns, and its lines; a line may lead to a report. */
export interface List {
  readonly name: string;
  readonly head: readonly string[];
  readonly widths: readonly number[];
  readonly lines: readonly (readonly (string | number)[])[];
  /** By line, the report it leads to, as a path inside the folder. */
  readonly links: readonly (string | undefined)[];
}

const HEAD = [
  '序号',
  '工作簿',
  '部门',
  '年度',
  '地区',
  '已核对的表',
  '相符',
  '尾差',
  '不符（强制）',
  '不符（核实）',
  '提示',
  '无法核对',
  '结论',
  '体检报告',
];
const WIDTHS = [6, 36, 28, 8, 16, 10, 8, 8, 10, 10, 8, 10, 20, 36];
const NO_COUNTS = ['', '', '', '', '', ''];

/** What could not be read comes first: nobody has looked at it. */
function files(rows: readonly OverviewRow[]): List {
  const unread = rows.filter((r) => r.error !== undefined);
  const ordered = [...unread, ...rows.filter((r) => r.error === undefined)];
  return {
    name: '总览',
    head: HEAD,
    widths: WIDTHS,
    lines: ordered.map((r, i) => [
      i + 1,
      r.file,
      r.department,
      r.year,
      r.region,
      r.error === undefined ? r.tables : '',
      ...(r.counts.length > 0 ? r.counts : NO_COUNTS),
      r.result,
      r.report,
    ]),
    links: ordered.map((r) => r.report || undefined),
  };
}

/** By department: one may have several workbooks. */
function departments(rows: readonly OverviewRow[]): List {
  const groups = new Map<string, OverviewRow[]>();
  for (const r of rows.filter((row) => row.department !== ''))
    groups.set(r.department, [...(groups.get(r.department) ?? []), r]);
  const sum = (of: readonly OverviewRow[], n: number) =>
    of.reduce((total, r) => total + (r.counts[n] ?? 0), 0);
  const listed = [...groups]
    .map(([name, of]) => ({ name, of, must: sum(of, 2), explain: sum(of, 3) }))
    .sort((a, b) => b.must - a.must || b.explain - a.explain);
  return {
    name: '按部门',
    head: ['部门', '工作簿', '不符（强制）', '不符（核实）', '提示', '无法核对', '体检报告'],
    widths: [32, 8, 12, 12, 8, 10, 40],
    lines: listed.map(({ name, of, must, explain }) => [
      name,
      of.length,
      must,
      explain,
      sum(of, 4),
      sum(of, 5),
      of[0]!.report,
    ]),
    links: listed.map(({ of }) => of[0]!.report || undefined),
  };
}

const WEIGHT = { error: 0, warning: 1, note: 2 } as const;

function rules(rows: readonly OverviewRow[]): List {
  const all = new Map<string, RuleCount & { readonly files: number }>();
  for (const row of rows) {
    for (const r of row.rules ?? []) {
      const key = `${r.rule}|${r.severity}`;
      const known = all.get(key);
      all.set(key, { ...r, count: r.count + (known?.count ?? 0), files: 1 + (known?.files ?? 0) });
    }
  }
  const listed = [...all.values()].sort(
    (a, b) =>
      WEIGHT[a.severity] - WEIGHT[b.severity] ||
      b.files - a.files ||
      b.count - a.count ||
      (a.rule < b.rule ? -1 : 1),
  );
  return {
    name: '按规程',
    head: ['程度', '规程', '名称', '工作簿', '处数'],
    widths: [8, 8, 44, 10, 10],
    lines: listed.map((r) => [SEVERITY_NAMES[r.severity], r.rule, r.title, r.files, r.count]),
    links: listed.map(() => undefined),
  };
}

function kinds(rows: readonly OverviewRow[]): List {
  const all = new Map<string, [files: number, count: number]>();
  for (const row of rows) {
    for (const [kind, count] of Object.entries(row.kinds ?? {})) {
      const [known, total] = all.get(kind) ?? [0, 0];
      all.set(kind, [known + 1, total + count]);
    }
  }
  const listed = [...all].sort(([, a], [, b]) => b[1] - a[1]);
  return {
    name: '按错误种类',
    head: ['可能的错误', '工作簿', '处数'],
    widths: [36, 10, 10],
    lines: listed.map(([kind, [count, total]]) => [kind, count, total]),
    links: listed.map(() => undefined),
  };
}

/** What became of a workbook since the earlier run, and how many breaks are new and gone. */
function change(row: OverviewRow, before: OverviewRow | undefined): [string, number, number] {
  const known = new Set(before?.broken ?? []);
  const now = new Set(row.broken ?? []);
  const added = [...now].filter((k) => !known.has(k)).length;
  const gone = [...known].filter((k) => !now.has(k)).length;
  if (!before) return ['新的工作簿', added, 0];
  if (row.error !== undefined)
    return [before.error === undefined ? '这次读不了' : '仍读不了', 0, 0];
  if (before.error !== undefined) return ['这次读到了', added, 0];
  // Where nothing was compared, what was wrong is not put right.
  if (row.idle) return [before.idle ? '没有变化' : '这次没有一处核对得了', 0, 0];
  if (added === 0 && gone === 0) return ['没有变化', 0, 0];
  return [now.size === 0 ? '已全部改正' : '有变化', added, gone];
}

function since(rows: readonly OverviewRow[], before: readonly OverviewRow[]): List {
  const known = new Map(before.map((r) => [r.file, r]));
  const still = new Set(rows.map((r) => r.file));
  const changed = rows
    .map((row) => ({ row, told: change(row, known.get(row.file)) }))
    .filter(({ told }) => told[0] !== '没有变化');
  const missing = before.filter((r) => !still.has(r.file));
  return {
    name: '与上次相比',
    head: ['工作簿', '部门', '变化', '新的不符', '不再有的不符', '体检报告'],
    widths: [36, 28, 14, 10, 12, 36],
    lines: [
      ...changed.map(({ row, told }) => [row.file, row.department, ...told, row.report]),
      ...missing.map((r) => [r.file, r.department, '这次没有这个文件', '', '', '']),
    ],
    links: [...changed.map(({ row }) => row.report || undefined), ...missing.map(() => undefined)],
  };
}

/** 总览各表, in the order they are read in. */
export function morning(
  rows: readonly OverviewRow[],
  before: readonly OverviewRow[] | undefined,
): List[] {
  const lists = [files(rows), departments(rows), rules(rows), kinds(rows)];
  return before ? [lists[0]!, since(rows, before), ...lists.slice(1)] : lists;
}

/** The run in one sentence. */
export function inShort(rows: readonly OverviewRow[]): string {
  const unread = rows.filter((r) => r.error !== undefined).length;
  const must = rows.filter((r) => (r.counts[2] ?? 0) > 0).length;
  const explain = rows.filter((r) => (r.counts[2] ?? 0) === 0 && (r.counts[3] ?? 0) > 0).length;
  const nothing = rows.filter((r) => r.error === undefined && r.tables === 0).length;
  const parts = [
    `共 ${rows.length} 个文件`,
    ...(unread > 0 ? [`读不了 ${unread} 个`] : []),
    `须改正 ${must} 个`,
    `须核实 ${explain} 个`,
    ...(nothing > 0 ? [`没有找到决算公开表 ${nothing} 个`] : []),
  ];
  return `${parts.join('，')}。`;
}
