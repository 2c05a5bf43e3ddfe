// What the area 绩效 shows of each 自评表: as printed, as the rules give, and how. Knows cases and
// findings; names no component and no spreadsheet program.
import type { Finding } from '../../../src/assertions/finding.ts';
import type { Evaluation, Wording } from '../../../src/facts/evaluation.ts';
import type { Fact } from '../../../src/facts/fact.ts';
import { addressOf, type CellLocation, parseAddress } from '../../../src/facts/grid.ts';
import { type Exact, plus, round, shift, toText, ZERO } from '../../../src/measure/exact.ts';
import type { Performance } from '../../../src/review/performance.ts';
import {
  budgetOf,
  type Case,
  earned,
  quantityIn,
  type ReadIndicator,
} from '../../../src/scoring/case.ts';
import { executionBases } from '../../../src/scoring/checks/execution.ts';
import { valueIn } from '../../../src/scoring/finding.ts';
import { bandText, rounded } from '../../../src/scoring/indicator.ts';
import { quotientOf } from '../../../src/scoring/judge.ts';
import { openScores, type Proposal, proposalsFor, resultOf } from '../../../src/scoring/propose.ts';
import { printTarget, type ScoringTarget } from '../../../src/scoring/target/target.ts';
import { stepWords, targetWords } from './said.ts';

export interface CardPlace {
  readonly sheet: string;
  readonly address: string;
}
/** 两个数: as the table prints it, as the rules give it. */
export interface TwoFigures {
  readonly name: string;
  readonly printed: string;
  readonly ruled: string;
  readonly place?: CardPlace;
}
/** 指标行: one indicator with what was understood of it. */
export interface IndicatorRow {
  readonly key: string;
  readonly name: string;
  readonly level: string;
  readonly target: string;
  readonly understood: string;
  /** Where the direction comes from, in words. */
  readonly source: string;
  /** Not written: to be looked at before it is scored. */
  readonly assumed: boolean;
  readonly actual: string;
  readonly weight: string;
  readonly printed: string;
  readonly ruled: string;
  readonly steps: readonly string[];
  /** The same in the notation of the rules, folded away. */
  readonly formulas: readonly string[];
  readonly doubts: readonly string[];
  readonly places: { readonly [part in '目标' | '完成' | '分值' | '得分']?: CardPlace };
  readonly findings: readonly Finding[];
}
/** 自评卡: one table. */
export interface Card {
  readonly key: string;
  readonly title: string;
  readonly sheet: string;
  readonly preset: string;
  readonly figures: readonly TwoFigures[];
  readonly grade: string;
  readonly rows: readonly IndicatorRow[];
  /** Findings on the table as a whole, and on its rows. */
  readonly findings: readonly Finding[];
  readonly proposals: readonly Proposal[];
  /** Blanks that people have to fill. */
  readonly open: readonly { readonly text: string; readonly place: CardPlace }[];
  readonly place: CardPlace;
}

const at = ({ sheet, ...cell }: CellLocation): CardPlace => ({ sheet, address: addressOf(cell) });
const NOTHING = '—';
const UNSAID = '无法算出';

function text(fact: Fact | undefined): string {
  const value = valueIn(fact);
  if (value) return fact?.quantity?.unit === '%' ? `${toText(value)}%` : toText(value);
  return fact && fact.state !== 'blank' ? fact.shown || '未计算' : NOTHING;
}

const SOURCES: Readonly<Record<ScoringTarget['source'], string>> = {
  written: '表中写明',
  suffix: '按“以上、以内”等字',
  'level-2': '从二级指标看',
  name: '从指标名称看',
  default: '没有写明是不少于还是不超过，先按越多越好',
};

function sourceOf(targets: readonly ScoringTarget[]): string {
  const compared = targets.filter((t) => t.bound);
  const weakest = compared.find((t) => t.confidence !== 'sure') ?? compared[0];
  return weakest ? SOURCES[weakest.source] : '';
}

const percent = (share: Exact): string => `${toText(round(shift(share, 2), 2))}%`;

/** What the rules give for an indicator, in words. */
function ruledBy(own: Case, read: ReadIndicator): { text: string; steps: readonly string[] } {
  const { degree, weight } = read;
  if ('ok' in degree) return { text: UNSAID, steps: [degree.why] };
  const { steps } = degree;
  if (!weight) {
    const note = '表中没有分值（权重），只算出占分值的比例';
    const { low, high } = degree.value;
    const share = degree.band ? `${percent(low)}–${percent(high)}` : percent(degree.value.value);
    return { text: `分值的 ${share}`, steps: [...steps, note] };
  }
  if (degree.band) return { text: bandText(degree.band, weight), steps };
  const points = earned(read, weight);
  if (!points.ok) return { text: UNSAID, steps: [points.why] };
  return { text: toText(rounded(points.value.value, own.book)), steps };
}

const placesOf = ({ indicator: i }: ReadIndicator): IndicatorRow['places'] => ({
  ...(i.target && { 目标: at(i.target.location) }),
  ...(i.actual && { 完成: at(i.actual.location) }),
  ...(i.weight && { 分值: at(i.weight.location) }),
  ...(i.score && { 得分: at(i.score.location) }),
});

/** Findings of which a cell stands in the row, its score before all. */
function findingsOn(read: ReadIndicator, findings: readonly Finding[]): Finding[] {
  const own = Object.values(placesOf(read));
  return findings.filter((f) => {
    const first = f.cells[0];
    return own.some((p) => first?.sheet === p?.sheet && first?.address === p?.address);
  });
}

function rowOf(own: Case, read: ReadIndicator, findings: readonly Finding[]): IndicatorRow {
  const { indicator: i, targets, actuals } = read;
  const ruled = ruledBy(own, read);
  const { said, formulas } = stepWords(ruled.steps);
  return {
    key: i.row.key,
    name: read.name,
    level: [i.level1, i.level2].filter((l, n, all) => l && all.indexOf(l) === n).join(' · '),
    target: i.target?.text || NOTHING,
    understood: targetWords(printTarget(targets)),
    source: sourceOf(targets),
    assumed: targets.some((t) => t.bound !== undefined && t.confidence !== 'sure'),
    actual: i.actual?.text || NOTHING,
    weight: text(i.weight),
    printed: text(i.score),
    ruled: ruled.text,
    ...{ steps: said, formulas },
    doubts: [...targets, ...actuals].flatMap((t) => t.doubts.map((d) => d.message)),
    places: placesOf(read),
    findings: findingsOn(read, findings),
  };
}

function rateFigure(own: Case): TwoFigures[] {
  const { whole } = own.evaluation;
  if (!whole) return [];
  const [a, b] = [quantityIn(budgetOf(whole, own.book)), quantityIn(whole.spent)];
  const quotient = a && b && quotientOf(b, a);
  const ruled = quotient ? `${toText(round(shift(quotient.value, 2), 2), 2)}%` : UNSAID;
  const fact = whole.rate;
  return [
    { name: '执行率', printed: text(fact), ruled, ...(fact && { place: at(fact.location) }) },
  ];
}

function executionFigure(own: Case): TwoFigures[] {
  const { whole } = own.evaluation;
  if (!whole?.score) return [];
  const bases = executionBases(own);
  const basis = bases.printed ?? bases.raw;
  const ruled = basis ? toText(rounded(basis.value, own.book)) : UNSAID;
  return [{ name: '执行得分', printed: text(whole.score), ruled, place: at(whole.score.location) }];
}

/** Points of a row for the total: the rules', or the printed ones where people decide. */
function counted(own: Case, read: ReadIndicator): Exact | undefined {
  const { degree, weight, score } = read;
  if ('ok' in degree || !weight || degree.band) return score;
  const points = earned(read, weight);
  return points.ok && !points.judged ? rounded(points.value.value, own.book) : score;
}

function totalFigure(own: Case): TwoFigures[] {
  const { total, whole } = own.evaluation;
  if (!total) return [];
  const bases = executionBases(own);
  const basis = bases.printed ?? bases.raw;
  const execution = whole?.score
    ? basis
      ? rounded(basis.value, own.book)
      : valueIn(whole.score)
    : ZERO;
  const parts = [execution, ...own.indicators.map((r) => counted(own, r))];
  const known = parts.every((p) => p !== undefined);
  const ruled = known ? toText((parts as Exact[]).reduce(plus, ZERO)) : UNSAID;
  return [{ name: '总分', printed: text(total), ruled, place: at(total.location) }];
}

function within(evaluation: Evaluation, finding: Finding): boolean {
  const { sheet, range } = evaluation.table;
  const cell = finding.cells[0];
  if (!cell || cell.sheet !== sheet) return false;
  const place = parseAddress(cell.address);
  return (
    place !== undefined &&
    place.row >= range.row &&
    place.row < range.row + range.rows &&
    place.column >= range.column &&
    place.column < range.column + range.columns
  );
}

const titleOf = ({ table, project }: Evaluation, wording: Wording | undefined = project): string =>
  wording?.text.replace(/\s+/g, '') || table.printedTitle || table.title;

function cardOf(own: Case, all: readonly Finding[]): Card {
  const { evaluation, book } = own;
  const { table } = evaluation;
  const findings = all.filter((f) => f.verdict !== 'exact' && within(evaluation, f));
  const rows = own.indicators.map((read) => rowOf(own, read, findings));
  const listed = new Set(rows.flatMap((r) => r.findings));
  const blanks = openScores(own).map(({ label, why, ...place }) => ({
    text: `${label.replace(/^.* /, '')}：${why}`,
    place,
  }));
  return {
    key: table.id,
    title: titleOf(evaluation),
    sheet: table.sheet,
    preset: `${book.preset.title}${book.preset.unconfirmed ? '（待确认）' : ''}`,
    figures: [...rateFigure(own), ...executionFigure(own), ...totalFigure(own)],
    grade: resultOf(own).grade ?? '',
    rows,
    findings: findings.filter((f) => !listed.has(f)),
    proposals: proposalsFor(own),
    open: blanks,
    place: { sheet: table.sheet, address: addressOf(table.range) },
  };
}

export const cardsOf = (performance: Performance, findings: readonly Finding[]): Card[] =>
  performance.cases.map((own) => cardOf(own, findings));

export const isEven = (figure: TwoFigures): boolean => {
  const bare = (t: string) => t.replace(/\.?0+(?=%?$)/, '');
  return /\./.test(figure.printed + figure.ruled)
    ? bare(figure.printed) === bare(figure.ruled)
    : figure.printed === figure.ruled;
};
