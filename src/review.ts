// 复核: the one use case. A workbook and the rules in, a review out. Pure and repeatable.
import { type Assertion, factsIn } from './assertions/assertion.ts';
import { check } from './assertions/check.ts';
import { inForce } from './assertions/declaration.ts';
import { diagnose } from './assertions/diagnose.ts';
import { explained, keptIn } from './assertions/explained.ts';
import type { Finding, Suspect, Verdict } from './assertions/finding.ts';
import { digits } from './assertions/message.ts';
import type { Catalogue } from './catalogue/index.ts';
import type { Profile } from './catalogue/profile.ts';
import type { Region } from './catalogue/regions.ts';
import { type Fact, factsOf, type Table } from './facts/fact.ts';
import { addressOf, rangeAddress, type Snapshot } from './facts/grid.ts';
import { jsonIn } from './facts/own-part.ts';
import { type Settled, settle } from './forms/candidates.ts';
import { type ReadTables, readTables } from './forms/read.ts';
import { headingRemarks } from './identities/headings.ts';
import { expand, type Tables } from './identities/identity.ts';
import { noteRemarks } from './identities/notes.ts';
import { amountRemarks, codeRemarks, nameRemarks } from './identities/remarks.ts';
import { valueOf } from './measure/quantity.ts';

export interface TableSummary {
  readonly form: string;
  readonly title: string;
  readonly sheet: string;
  readonly range: string;
  readonly unit: string;
  readonly figures: number;
  readonly checked: boolean;
  readonly hidden?: boolean;
  readonly why?: 'last-year' | 'duplicate' | 'copy' | 'empty';
}
export interface FigurePlace {
  readonly sheet: string;
  readonly address: string;
  readonly value: string;
}

/** 复核结果: what was recognised, what was compared, and what came of it. */
export interface Review {
  readonly year: number | null;
  readonly region: string | null;
  readonly department: string | null;
  readonly tables: readonly TableSummary[];
  readonly missing: readonly string[];
  readonly figures: {
    readonly total: number;
    readonly covered: number;
    readonly uncovered: readonly FigurePlace[];
    readonly unread: readonly FigurePlace[];
  };
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Every finding, 相符 included; sorted by the workbook's order of sheets. */
  readonly findings: readonly Finding[];
  readonly suspects: readonly Suspect[];
}

/** 复核选项: what the user chose instead of what the workbook says. */
export interface ReviewOptions {
  readonly year?: number;
  readonly region?: Region;
}

interface Judged {
  readonly assertion: Assertion;
  readonly finding: Finding;
}

function place(settled: Settled, catalogue: Catalogue, options: ReviewOptions): Region | undefined {
  if (options.region) return options.region;
  const words = [settled.department, ...settled.tables.map((t) => t.printedTitle)];
  for (const word of words) {
    const region = word ? catalogue.regionIn(word) : undefined;
    if (region) return region;
  }
  return undefined;
}

function tablesBy(settled: Settled, expected: readonly string[], chosen?: Table): Tables {
  const own = settled.tables.filter((t) => t.checked);
  return {
    expected: new Set(expected),
    of: (form) => (chosen?.form === form ? chosen : own.find((t) => t.form === form)),
  };
}

function assertionsOf(
  settled: Settled,
  catalogue: Catalogue,
  expected: readonly string[],
  region: Region | undefined,
): Assertion[] {
  const scope = { year: settled.year, region: region?.path ?? [] };
  const identities = inForce(catalogue.identities, scope);
  const tables = tablesBy(settled, expected);
  const result = identities.flatMap((i) => expand(i, tables));
  const others = settled.tables.filter((t) => t.checked && tables.of(t.form) !== t);
  for (const other of others) {
    const own = tablesBy({ ...settled, tables: [other] }, [], other);
    const inside = identities.flatMap((i) => expand(i, own));
    result.push(...inside.filter((a) => [...a.targets.values()].every((t) => t.table === other)));
  }
  return result;
}

/** Relations between tables of which one stands there twice cannot be decided. */
function undecided(judged: Judged, doubtful: ReadonlySet<string>): Finding {
  const tables = new Set([...judged.assertion.targets.values()].map((t) => t.table));
  const twice = [...tables].find((t) => t && doubtful.has(t.form));
  if (tables.size < 2 || !twice) return judged.finding;
  const { stated: _s, expected: _e, gap: _g, bound: _b, ...rest } = judged.finding;
  const message = `工作簿里有两张${twice.title}，分不清以哪张为准，表间关系无法核对。请删去或移走其中一张。`;
  return { ...rest, verdict: 'unknown', severity: 'note', message };
}

/** One sentence for all relations of a rule that an unfilled table keeps from being decided. */
function gathered(judged: readonly Judged[]): Finding[] {
  const result: Finding[] = [];
  const groups = new Map<string, { index: number; count: number }>();
  for (const { finding, assertion } of judged) {
    const empty = [...assertion.targets.values()].find(
      (t) => t.table?.empty && !t.table.declaredEmpty,
    );
    if (finding.verdict !== 'unknown' || !empty) {
      result.push(finding);
      continue;
    }
    const key = `${finding.rule}|${finding.part ?? 0}|${empty.table!.id}`;
    const known = groups.get(key);
    if (known) {
      known.count += 1;
      const first = result[known.index]!;
      const message = `${empty.table!.title}没有填数，也没有“无此项”的说明，“${first.title}”等 ${known.count} 项关系无法核对。没有数据请在表下写明“本部门没有…收入，也没有…支出”。`;
      result[known.index] = { ...first, message };
    } else {
      groups.set(key, { index: result.length, count: 1 });
      result.push(finding);
    }
  }
  return result;
}

const figures = (table: Table): Fact[] => [...factsOf(table)].filter((f) => f.state === 'figure');

function figurePlace(fact: Fact): FigurePlace {
  const value = fact.quantity
    ? digits(valueOf(fact.quantity), fact.table.unit)
    : String(fact.stored ?? '');
  return { sheet: fact.location.sheet, address: addressOf(fact.location), value };
}

function coverage(settled: Settled, judged: readonly Judged[]): Review['figures'] {
  const covered = new Set<Fact>();
  for (const { assertion, finding } of judged) {
    if (finding.verdict !== 'unknown') for (const fact of factsIn(assertion)) covered.add(fact);
  }
  const own = settled.tables.filter((t) => t.checked && t.form !== '补充资料');
  const all = own.flatMap(figures);
  const unread = own.flatMap((t) =>
    [...factsOf(t)].filter((f) => f.state === 'unread' || f.state === 'uncached'),
  );
  const open = all.filter((f) => !covered.has(f));
  return {
    total: all.length,
    covered: all.length - open.length,
    uncovered: open.map(figurePlace),
    unread: unread.map(figurePlace),
  };
}

function summary(table: Table): TableSummary {
  return {
    form: table.form,
    title: table.title,
    sheet: table.sheet,
    range: rangeAddress(table.range),
    unit: table.unit,
    figures: figures(table).length,
    checked: table.checked,
    ...(table.hidden && { hidden: true }),
    ...(table.why && { why: table.why }),
  };
}

function remarksOf(
  read: ReadTables,
  settled: Settled,
  catalogue: Catalogue,
  profile: Profile | undefined,
  assertions: readonly Assertion[],
): Finding[] {
  const heads = new Map(catalogue.remarks.map((r) => [r.id, r]));
  const official = settled.tables.filter((t) => t.checked && /^表\d$/.test(t.form));
  const titles = new Map(
    catalogue.forms.forms.map((f) => [f.id, profile?.titles?.[f.id] ?? f.title]),
  );
  const around = {
    year: settled.year,
    department: settled.department,
    expected: profile?.tables ?? [],
    titles,
    profile: profile?.basis ?? '',
    others: read.others,
    unreadable: read.unreadable,
    skipped: read.skipped,
    extras: profile?.extras ?? [],
  };
  return [
    ...headingRemarks(settled.tables, around, heads),
    ...official.flatMap((t) => [
      ...amountRemarks(t, heads),
      ...codeRemarks(t, heads),
      ...noteRemarks(t, assertions, heads),
    ]),
    ...nameRemarks(official, heads),
  ];
}

function sorted(findings: readonly Finding[], snapshot: Snapshot): Finding[] {
  const order = new Map(snapshot.sheets.map((s, i) => [s.name, i]));
  const at = (f: Finding) => order.get(f.sheet ?? '') ?? -1;
  return findings
    .map((f, i) => ({ f, i }))
    .sort((a, b) => at(a.f) - at(b.f) || a.f.rule.localeCompare(b.f.rule) || a.i - b.i)
    .map(({ f }) => f);
}

/** 复核: reads a workbook, checks it by the rules in force and reports. */
export function review(
  snapshot: Snapshot,
  catalogue: Catalogue,
  options: ReviewOptions = {},
): Review {
  const read = readTables(snapshot, catalogue.forms);
  const settled = settle(read.tables, options.year);
  const region = place(settled, catalogue, options);
  const scope = { year: settled.year, region: region?.path ?? [] };
  const profile = inForce(catalogue.profiles, scope)[0];
  const known = settled.tables.some((t) => /^表\d$/.test(t.form));
  const expected = known ? (profile?.tables ?? []) : [];
  const assertions = assertionsOf(settled, catalogue, expected, region);
  const judged = assertions.flatMap((assertion): Judged[] => {
    const finding = check(assertion);
    if (!finding) return [];
    return [{ assertion, finding: undecided({ assertion, finding }, settled.doubtful) }];
  });
  const remarks = known ? remarksOf(read, settled, catalogue, profile, assertions) : [];
  const all = sorted([...gathered(judged), ...remarks], snapshot);
  const findings = explained(all, keptIn(jsonIn(snapshot.parts?.[0] ?? '')));
  const counts = { exact: 0, rounding: 0, broken: 0, unknown: 0 };
  for (const f of findings) counts[f.verdict] += 1;
  return {
    year: settled.year ?? null,
    region: region?.name ?? null,
    department: settled.department ?? null,
    tables: settled.tables.map(summary),
    missing: expected.filter((f) => !settled.tables.some((t) => t.form === f && t.checked)),
    figures: coverage(settled, judged),
    counts,
    findings,
    suspects: diagnose(judged),
  };
}
