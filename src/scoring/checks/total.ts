// S09: the total is the sum of the scores; and which break is the root of which. Knows the total row.

import type { Fact } from '../../facts/fact.ts';
import { addressOf } from '../../facts/grid.ts';
import { compare, type Exact, minus, parseExact, plus, toText } from '../../measure/exact.ts';
import type { Case } from '../case.ts';
import {
  assertionOver,
  factCell,
  findingOf,
  type Judged,
  placeOf,
  spoken,
  titleOf,
  valueIn,
} from '../finding.ts';
import { judgeSum } from '../judge.ts';

/** Rows of the money block without points of their own are no part of the total. */
const scoresOf = ({ evaluation, indicators }: Case): (Fact | undefined)[] => [
  ...evaluation.money
    .filter((m) => m === evaluation.whole || m.score?.state !== 'blank')
    .map((m) => m.score),
  ...indicators.map((r) => r.indicator.score),
];

/** 总分 = Σ得分; a score that is not filled in leaves it open. */
export function totalOf(own: Case): Judged[] {
  const { total } = own.evaluation;
  const scores = scoresOf(own).filter((f) => f !== undefined);
  if (!total || scores.length === 0) return [];
  const check = own.check('S09');
  const assertion = assertionOver(check, check.says, { 总分: [total], Σ得分: scores });
  const cells = [factCell(total, 'stated'), ...scores.map((f) => factCell(f, 'part', 1))];
  const base = { evaluation: own.evaluation, check, cells };
  const where = `${titleOf(own.evaluation)}${placeOf(total)}`;
  const open = scores.filter((f) => valueIn(f) === undefined);
  const stated = valueIn(total);
  if (!stated && scores.every((f) => valueIn(f) === undefined)) return [];
  if (open.length > 0 || !stated) {
    const why = !stated ? '总分没有填' : `有 ${open.length} 项得分没有填，或不是数字`;
    const finding = findingOf({
      ...base,
      verdict: 'unknown',
      message: `${where}无法核对：${why}。`,
    });
    return [{ assertion, finding }];
  }
  const judgement = judgeSum(
    stated,
    scores.map((f) => valueIn(f)!),
  );
  const ought = spoken(judgement.expected!, '分');
  const told = {
    exact: `${where}为 ${spoken(stated, '分')}，等于各项得分之和。`,
    rounding: `${where}为 ${spoken(stated, '分')}，各项得分之和为 ${ought}，单元格里有未显示的小数，属尾差。`,
    broken: `${where}为 ${spoken(stated, '分')}，各项得分之和为 ${ought}，${gapText(stated, judgement.expected!)}。`,
    unknown: '',
  }[judgement.verdict];
  return [{ assertion, finding: findingOf({ ...base, ...judgement, message: told }) }];
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
