// 总览的一行: what is kept of a workbook for the morning after, small enough for tens of thousands. Knows
// outcomes; writes nothing.
import { type Finding, SLIP_NAMES } from '../../assertions/finding.ts';
import { type FileOutcome, isJudged } from '../outcome.ts';

/** 一条规程在一个工作簿里: how often it is broken there, by severity. */
export interface RuleCount {
  readonly rule: string;
  readonly title: string;
  readonly severity: Finding['severity'];
  readonly count: number;
}

/** 总览的一行: what the overview says of a workbook. */
export interface OverviewRow {
  readonly file: string;
  readonly department: string;
  readonly year: string;
  readonly region: string;
  readonly tables: number;
  /** 相符, 尾差, 不符（强制）, 不符（核实）, 不符（提示）, 无法核对; empty where nothing was read. */
  readonly counts: readonly number[];
  readonly result: string;
  /** Its report, as a path inside the folder of the run. */
  readonly report: string;
  /** Code of the interface where the file could not be read. */
  readonly error?: string;
  /** Nothing in it was compared with anything: no verdict, and no all-clear. */
  readonly idle?: true;
  readonly rules: readonly RuleCount[];
  /** 错误种类 in words, each with how many suspects are of it. */
  readonly kinds: Readonly<Record<string, number>>;
  /** What is broken, by rule and place: by these a later run tells what has changed. */
  readonly broken: readonly string[];
}

/** So many breaks of one workbook are remembered by place. */
const REMEMBERED = 300;

const keyOf = (f: Finding): string =>
  [
    f.rule,
    f.part ?? '',
    f.cells[0] ? `${f.cells[0].sheet}!${f.cells[0].address}` : (f.sheet ?? ''),
  ].join('|');

function rulesOf(broken: readonly Finding[]): RuleCount[] {
  const rules = new Map<string, RuleCount>();
  for (const { rule, title, severity } of broken) {
    const key = `${rule}|${severity}`;
    rules.set(key, { rule, title, severity, count: (rules.get(key)?.count ?? 0) + 1 });
  }
  return [...rules.values()];
}

/** One suspect a group: the likeliest; a row or table that is missing counts once. */
function kindsOf(
  suspects: Extract<FileOutcome, { review: unknown }>['review']['suspects'],
): Record<string, number> {
  const kinds: Record<string, number> = {};
  const seen = new Set<number>();
  for (const { group, rank, slip, message } of suspects) {
    if (rank !== 1 || seen.has(group)) continue;
    seen.add(group);
    const kind = message === undefined ? SLIP_NAMES[slip] : '整行、整列或整表';
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return kinds;
}

const NOTHING = {
  ...{ department: '', year: '', region: '', tables: 0, counts: [], report: '' },
  ...{ rules: [], kinds: {}, broken: [], idle: true as const },
};

/** 总览的一行 of a file in a folder that is no accounts: whoever expected some finds it there. */
export const rowPassedOver = (file: string): OverviewRow => ({
  ...NOTHING,
  file,
  result: '不是决算公开，没有核对',
});

/** 总览的一行 of an outcome. */
export function overviewRow(outcome: FileOutcome, report = ''): OverviewRow {
  if ('error' in outcome) {
    const { code, message } = outcome.error;
    return { ...NOTHING, file: outcome.file, result: message, error: code };
  }
  const { department, year, region, tables, counts, told, suspects } = outcome.review;
  const broken = told.filter((f) => f.verdict === 'broken' && !f.explained);
  const of = (severity: Finding['severity']) =>
    broken.filter((f) => f.severity === severity).length;
  const [must, explain] = [of('error'), of('warning')];
  const checked = tables.filter((t) => t.checked).length;
  const idle = !isJudged(outcome);
  const wrong =
    must > 0
      ? `须改正 ${must} 处`
      : explain > 0
        ? `须核实 ${explain} 处`
        : idle
          ? '没有一处核对得了'
          : '没有不符';
  return {
    file: outcome.file,
    department: department ?? '',
    year: String(year ?? ''),
    region: region ?? '',
    tables: checked,
    counts: [counts.exact, counts.rounding, must, explain, of('note'), counts.unknown],
    result: checked === 0 ? '没有找到决算公开表' : wrong,
    report,
    ...(idle && { idle }),
    rules: rulesOf(broken),
    kinds: kindsOf(suspects),
    broken: broken.slice(0, REMEMBERED).map(keyOf),
  };
}
