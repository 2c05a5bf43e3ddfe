// S09: the total is the sum of the scores; and which break is the root of which. Knows the total row.

import type { Judgement } from '../../assertions/compare.ts';
import type { Finding } from '../../assertions/finding.ts';
import type { Fact } from '../../facts/fact.ts';
import { addressOf } from '../../facts/grid.ts';
import {
  compare,
  decimalsOf,
  type Exact,
  minus,
  parseExact,
  plus,
  round,
  toText,
  ZERO,
} from '../../measure/exact.ts';
import { point } from '../../measure/interval.ts';
import type { Case } from '../case.ts';
import { allScores, scaled, scoresOf } from '../counted.ts';
import {
  amountSpoken,
  assertionOver,
  factCell,
  findingOf,
  type Judged,
  placeOf,
  titleOf,
  valueIn,
  wordsCell,
} from '../finding.ts';
import { judgeScore, judgeSum } from '../judge.ts';
import { isOpen } from './weight-total.ts';

/** The total and what it is judged by. */
interface Summed {
  readonly says: string;
  readonly judgement: Judgement;
  readonly how: string;
}

/** Points are printed in full: no half of a last digit hides a difference. */
function summed(own: Case, stated: Exact, scores: readonly Fact[]): Summed | undefined {
  const values = scores.map((f) => valueIn(f)!);
  const plainly = own.book.rules.get('总分');
  if (!own.indicators.some((r) => r.void))
    return (
      plainly && {
        says: plainly.says,
        judgement: judgeSum(plainly.says, stated, values),
        how: '各项得分之和',
      }
    );
  const rule = own.book.rules.get('不适用')!;
  const raised = scaled(own, values.reduce(plus, ZERO));
  if (!raised) return undefined;
  const judgement = judgeScore(stated, [point(raised)]);
  return { says: rule.says, judgement, how: '扣除不适用的指标后折算' };
}

/** 总分 = Σ得分, or what it comes to without rows left out; a score that is not filled in leaves it open. */
function totalOver(own: Case, total: Fact, scores: readonly Fact[]): Judged[] {
  const check = own.check('S09');
  const cells = [factCell(total, 'stated'), ...scores.map((f) => factCell(f, 'part', 1))];
  const base = { evaluation: own.evaluation, check, cells };
  const where = `${titleOf(own.evaluation)}${placeOf(total)}`;
  const names = { 总分: [total], Σ得分: scores };
  const unsettled = (why: string): Judged => ({
    assertion: assertionOver(check, check.says, names),
    finding: findingOf({ ...base, verdict: 'unknown', message: `${where}无法核对：${why}。` }),
  });
  const open = scores.filter((f) => valueIn(f) === undefined);
  const stated = valueIn(total);
  if (!stated && open.length === scores.length) return [];
  if (!stated) return [unsettled('总分没有填')];
  if (open.length > 0) return [unsettled(`有 ${open.length} 项得分没有填，或不是数字`)];
  const sum = summed(own, stated, scores);
  if (!sum) return [unsettled('有的指标不适用，各项权重没有填全，不能折算')];
  const { judgement, how, says } = sum;
  const ought = amountSpoken(judgement.expected, '分');
  const told = {
    exact: `${where}为 ${amountSpoken(stated, '分')}，等于${how}。`,
    rounding: `${where}为 ${amountSpoken(stated, '分')}，${how}为 ${ought}，单元格里有未显示的小数，属尾差。`,
    broken: `${where}为 ${amountSpoken(stated, '分')}，${how}为 ${ought}，${gapText(stated, judgement.expected)}。`,
    unknown: '',
  }[judgement.verdict];
  const finding = findingOf({ ...base, ...judgement, says, message: told });
  const assertion = assertionOver(check, says, names);
  return [{ assertion: { ...assertion, exact: judgement.verdict !== 'rounding' }, finding }];
}

const NO_EXECUTION = '预算执行的得分没有认出';
const NOT_READ = '得分栏里有没有认出的数';

/** Points that were not made out may be what lacks. */
function undecided(judged: Judged, why: string): Judged {
  const { finding } = judged;
  if (finding.verdict !== 'broken' || !finding.expected || !finding.stated) return judged;
  if (compare(parseExact(finding.stated)!, parseExact(finding.expected)!) < 0) return judged;
  const message = `${finding.message}${why}，可能就是相差的部分，请人工核对。`;
  const open = { verdict: 'unknown', severity: 'note', cause: 'undecided', message } as const;
  return { ...judged, finding: { ...finding, ...open } };
}

/** A number in the column of the total that no row or head was found for. */
const isBesideUnread = ({ evaluation }: Case, { location }: Fact): boolean =>
  evaluation.doubts.some(
    (d) => d.location.sheet === location.sheet && d.location.column === location.column,
  );

/** S09 of the total below the indicators and of the one in the head of the table. */
export function totalOf(own: Case): Judged[] {
  const { total, totalAbove } = own.evaluation;
  const scores = scoresOf(own);
  if (scores.length === 0 || !own.book.rules.has('总分')) return [];
  return [total, totalAbove].flatMap((t): Judged[] => {
    if (!t) return [];
    const why = isOpen(own) ? NO_EXECUTION : isBesideUnread(own, t) ? NOT_READ : undefined;
    const told = totalOver(own, t, scores);
    const judged = why ? told.map((j) => undecided(j, why)) : told;
    const every = allScores(own);
    if (judged[0]?.finding.verdict !== 'broken' || every.length === scores.length) return judged;
    const wider = totalOver(own, t, every);
    return wider[0]?.finding.verdict === 'broken' ? judged : wider;
  });
}

/** S09 of 小计: what the scores of its rows come to. */
export function subtotalsOf(own: Case): Judged[] {
  return own.evaluation.subtotals.flatMap(({ score, from, to }): Judged[] => {
    const rows = own.indicators.slice(from, to).map((r) => r.indicator.score);
    const scores = rows.filter((f) => f !== undefined);
    return score && valueIn(score) && scores.length > 0 ? totalOver(own, score, scores) : [];
  });
}

const IN_WORDS =
  /(?<before>[^，。；;\n]*?)(?:自评|总|综合)(?:总|综合)?(?:得分|分)(?:合计|值)?[为是:：]?\s*(?<said>\d+(?:\.\d+)?)\s*分/g;
/** Points of a part, or of another year, are not the total. */
const OF_PART = /执行|产出|效益|满意|成本|指标|上年|去年|平均|各项目/;

/** S18: what the boxes of a table say of its total: 评价结论 自评得分93.9分. */
export function totalsInWords(own: Case): Finding[] {
  const { total, remarks } = own.evaluation;
  const stated = total && valueIn(total);
  if (!stated) return [];
  const title = titleOf(own.evaluation);
  return remarks.flatMap(({ name, wording }) =>
    [...wording.text.matchAll(IN_WORDS)].flatMap(({ groups }): Finding[] => {
      const said = parseExact(groups!.said!)!;
      const rounded = round(stated, decimalsOf(said));
      if (OF_PART.test(groups!.before!) || compare(said, rounded) === 0) return [];
      const finding = findingOf({
        evaluation: own.evaluation,
        check: own.check('S18'),
        verdict: 'broken',
        stated: said,
        expected: stated,
        message: `${title}“${name}”写的是 ${amountSpoken(said, '分')}，总分（${addressOf(total.location)}）为 ${amountSpoken(stated, '分')}，${gapText(said, stated)}。`,
        cells: [wordsCell(wording, `${title} ${name}`, 'stated'), factCell(total, 'copy')],
      });
      return [finding];
    }),
  );
}

const gapText = (stated: Exact, ought: Exact): string =>
  compare(stated, ought) > 0
    ? `多 ${toText(minus(stated, ought))} 分`
    : `少 ${toText(minus(ought, stated))} 分`;

const isScore = ({ finding: f }: Judged): boolean =>
  f.verdict === 'broken' &&
  ['S04', 'S06', 'S07'].includes(f.rule) &&
  f.expected !== undefined &&
  f.part === undefined;

/** How much the scores change when every wrong one is put right. */
function correction(wrong: readonly Judged[]): Exact {
  const one = new Map(
    wrong.map((j) => [`${j.finding.cells[0]?.sheet}!${j.finding.cells[0]?.address}`, j]),
  );
  return [...one.values()]
    .map((j) => minus(parseExact(j.finding.expected!)!, parseExact(j.finding.stated!)!))
    .reduce(plus, parseExact('0')!);
}

/** Root and consequence: a total that only a wrong score makes wrong, and one that follows a wrong score. */
export function withConsequences(own: Case, judged: readonly Judged[]): Judged[] {
  const wrong = judged.filter(isScore);
  const { total } = own.evaluation;
  const stated = total && valueIn(total);
  if (wrong.length === 0 || !total || !stated) return [...judged];
  const change = correction(wrong);
  const roots = [...new Set(wrong.map((j) => j.finding.cells[0]?.address))].join('、');
  return judged.map((j) => {
    const { finding } = j;
    if (finding.rule === 'S09' && finding.verdict === 'broken') {
      const mended = plus(parseExact(finding.expected!)!, change);
      if (compare(mended, stated) !== 0) return j;
      const message = `${finding.message}由得分（${roots}）有误引起，改正后相符。`;
      return { ...j, finding: { ...finding, severity: 'note' as const, message } };
    }
    if (
      j !== wrong.at(-1) ||
      !judged.some((o) => o.finding.rule === 'S09' && o.finding.verdict === 'exact')
    )
      return j;
    const after = toText(plus(stated, change));
    const message = `${finding.message}改正后总分（${addressOf(total.location)}）应为 ${after} 分。`;
    return { ...j, finding: { ...finding, message } };
  });
}
