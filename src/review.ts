// 复核: the one use case. A workbook and the rules in, a review out. Pure and repeatable.
import { inForce } from './assertions/declaration.ts';
import { explained, keptIn } from './assertions/explained.ts';
import type { Finding, Suspect, Verdict } from './assertions/finding.ts';
import { ignoringsIn, withIgnored } from './assertions/ignored.ts';
import type { Catalogue } from './catalogue/index.ts';
import { type Decided, type Diagnosis, diagnose } from './diagnosis/diagnose.ts';
import type { Table } from './facts/fact.ts';
import type { Snapshot } from './facts/grid.ts';
import { ownIn, type Strange } from './facts/own-part.ts';
import { checkedOf } from './facts/standing.ts';
import { type Movement, movements } from './identities/movements.ts';
import type { Expansion } from './identities/plan.ts';
import type { RemarkHead, Remarks } from './identities/remarks.ts';
import { type Attention, attentionOf } from './review/attention.ts';
import { type Book, openBook, type ReviewOptions } from './review/book.ts';
import { grouped } from './review/culprits.ts';
import { type Decision, decisionsOf } from './review/decision.ts';
import { type Coverage, coverageOf, summary, type TableSummary } from './review/figures.ts';
import { gathered, type JudgedRelation, placed } from './review/judged.ts';
import { type Unaccused, unaccused } from './review/misread.ts';
import { examined } from './review/performance.ts';
import { remarksOf } from './review/remarks.ts';
import { expansionsOf } from './review/tables.ts';
import type { Judged as Scored } from './scoring/finding.ts';

export type { ReviewOptions } from './review/book.ts';
export type { TableSummary } from './review/figures.ts';

/** What people are told of a search for suspects that stopped. */
export const HALTED = '不符太多，可能的原因没有找全。请先改正已指出的地方，再核对一次。';

/** What people are told of 随簿资料 that this version cannot read. */
export const STRANGE: Readonly<Record<Strange, string>> = {
  broken:
    '工作簿里随簿保存的出错说明和填写内容损坏了，读不出来：这次没有采用，原样留着，不会覆盖。不再要的，用“公开前清理”去掉。',
  newer:
    '工作簿里有更新版本的勾稽随簿保存的内容，这个版本读不了：这次没有采用，原样留着，不会覆盖。请改用新版本。',
};

/** 复核结果: what was recognised, what was compared, and what came of it. */
export interface Review {
  readonly year: number | null;
  readonly region: string | null;
  readonly department: string | null;
  readonly tables: readonly TableSummary[];
  readonly missing: readonly string[];
  readonly figures: Coverage;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** The same as people are shown them: what must be mended alone is 不符. */
  readonly attention: Attention;
  /** Every finding, 相符 included, in the workbook's order of sheets; put into words when asked for. */
  readonly findings: readonly Finding[];
  /** Findings that somebody has to look at: all but 相符. */
  readonly told: readonly Finding[];
  readonly suspects: readonly Suspect[];
  /** 归因没有做完: so much is wrong that the search for suspects stopped; there may be more. */
  readonly halted?: true;
  /** 随簿资料 that this version cannot read travels in the workbook: not used, left as it is. */
  readonly strange?: Strange;
  /** 存疑的表: printed without lines between columns, and perhaps not read as printed. */
  readonly doubted?: ReadonlySet<Table>;
  /** 与上年相比: only where last year's workbook was given. */
  readonly movements?: readonly Movement[];
}

/** Ids of one letter and a number stand in the order of their signs; others as people order them. */
const PLAIN_ID = /^[A-Z]\d+$/;
function byRule(a: string, b: string): number {
  if (a === b) return 0;
  if (PLAIN_ID.test(a) && PLAIN_ID.test(b)) return a < b ? -1 : 1;
  return a.localeCompare(b);
}

function sorted(findings: readonly Finding[], snapshot: Snapshot): Finding[] {
  const order = new Map(snapshot.sheets.map((s, i) => [s.name, i]));
  const at = (f: Finding) => order.get(f.sheet ?? '') ?? -1;
  return findings
    .map((f, i) => ({ f, i }))
    .sort((a, b) => at(a.f) - at(b.f) || byRule(a.f.rule, b.f.rule) || a.i - b.i)
    .map(({ f }) => f);
}

/** Scores as diagnosis takes them. */
const decided = ({ assertion, finding }: Scored): Decided => {
  const { rule, part, verdict, severity, cells } = finding;
  const place = cells[0] ? placed(cells[0].sheet, cells[0].address) : '';
  return { assertion, rule, ...(part !== undefined && { part }), verdict, severity, place };
};

/** Two lists of suspects in one, the groups of the second numbered on; a cell that both name is named once. */
function together(first: readonly Suspect[], second: readonly Suspect[]): Suspect[] {
  const last = Math.max(0, ...first.map((s) => s.group));
  const known = new Set(second.map((s) => `${s.sheet}!${s.address}`));
  const kept = first.filter((s) => !known.has(`${s.sheet}!${s.address}`));
  return [...kept, ...second.map((s) => ({ ...s, group: s.group + last }))];
}

/** 结论 counted: what is told by its verdict, and so many that hold. */
function countsOf(told: readonly Finding[], exact: number): Record<Verdict, number> {
  const counts = { exact, rounding: 0, broken: 0, unknown: 0 };
  for (const f of told) counts[f.verdict] += 1;
  return counts;
}

/** 出错说明 and 忽略 that travel in the workbook, put to findings; and what there cannot be read. */
function notesIn({ parts }: Snapshot) {
  const { json, strange } = ownIn(parts);
  const [kept, ignored] = [keptIn(json), ignoringsIn(json)];
  const noted = (found: readonly Finding[]) => withIgnored(explained(found, kept), ignored);
  return { noted, strange };
}

/** 归因 of what breaks; nothing is looked for where nothing does. */
function diagnosed(decisions: readonly Decision[]): Diagnosis {
  const isBroken = decisions.some((d) => d.open.some((j) => j.verdict === 'broken'));
  return diagnose(isBroken ? decisions.flatMap((d) => d.all) : []);
}

const heads = new WeakMap<readonly RemarkHead[], Remarks>();

/** Heads of remarks by their ids: the same for the same list. */
function byId(inForce: readonly RemarkHead[]): Remarks {
  const own = heads.get(inForce) ?? new Map(inForce.map((r) => [r.id, r]));
  heads.set(inForce, own);
  return own;
}

/** What relations and remarks come to, and what breaks point to; a reading in doubt accuses nobody. */
function outcomeOf(
  { snapshot, settled }: Book,
  relations: readonly Expansion[],
  heads: Remarks,
  remarks: readonly Finding[],
): Unaccused & Diagnosis {
  const decisions = decisionsOf(relations, settled.doubtful);
  const found = diagnosed(decisions);
  const tables = checkedOf(settled.standings);
  const own = unaccused(snapshot, tables, { decisions, remarks, ...found }, heads);
  return { ...own, ...(own.doubted.size === 0 ? found : diagnosed(own.decisions)) };
}

/** Suspects of 自评表 that were read as printed. */
function trusted(suspects: readonly Suspect[], doubted: ReadonlySet<Table>): readonly Suspect[] {
  const weak = new Set([...doubted].map((t) => t.sheet));
  return suspects.filter((s) => !weak.has(s.sheet));
}

/** 复核 of a workbook that is open: checks it by the rules in force and reports. */
export function reviewOf(book: Book): Review {
  const { snapshot, catalogue, options, settled, region, scope, profile, others } = book;
  const { standings } = settled;
  const checked = checkedOf(standings);
  const known = settled.tables.some((t) => /^表\d$/.test(t.form));
  const expected = known ? (profile?.tables ?? []) : [];
  const relations = expansionsOf(book);
  const heads = byId(inForce(catalogue.remarks, scope));
  const performance = examined(book);
  const scored = performance.judged.map(decided);
  const outcome = outcomeOf(book, relations, heads, [
    ...remarksOf(book, relations, heads, known),
    ...performance.judged.map((j) => j.finding),
    ...performance.remarks,
  ]);
  const { decisions, remarks, halted } = outcome;
  const { noted, strange } = notesIn(snapshot);
  const open = decisions.flatMap((d) => d.open);
  const all = () => decisions.flatMap((d) => d.all);
  const suspects = together(outcome.suspects, trusted(performance.suspects, outcome.doubted));
  const listed = (own: readonly JudgedRelation[]) =>
    grouped(noted(sorted([...gathered(own), ...remarks], snapshot)), suspects);
  const told = listed(open).filter((f) => f.verdict !== 'exact');
  let every: readonly Finding[] | undefined;
  return {
    year: settled.year ?? null,
    region: region?.name ?? null,
    department: settled.department ?? null,
    tables: [...standings].map(([table, standing]) => summary(table, standing)),
    missing: expected.filter((form) => !checked.some((t) => t.form === form)),
    figures: coverageOf(checked, decisions, scored),
    counts: countsOf(
      told,
      decisions.reduce((sum, d) => sum + d.exact, 0) +
        remarks.filter((f) => f.verdict === 'exact').length,
    ),
    attention: attentionOf(told),
    get findings() {
      every ??= listed(all());
      return every;
    },
    told,
    suspects,
    ...(halted && { halted }),
    ...(strange && { strange }),
    ...(outcome.doubted.size > 0 && { doubted: outcome.doubted }),
    ...(options.last && { movements: movements(checked, others.last, catalogue.movement) }),
  };
}

/** 复核: opens a workbook and reviews it. */
export const review = (
  snapshot: Snapshot,
  catalogue: Catalogue,
  options: ReviewOptions = {},
): Review => reviewOf(openBook(snapshot, catalogue, options));
