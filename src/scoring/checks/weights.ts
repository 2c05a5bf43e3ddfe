// S05 and S06: weights add up to what the table promises, and no score is above its weight. Where no
// weights are printed, what the scores imply has to add up. Knows the columns 权重 and 得分.
import { judge } from '../../assertions/compare.ts';
import type { PrintedWeight } from '../../facts/evaluation.ts';
import type { Fact } from '../../facts/fact.ts';
import { compare, divide, type Exact, isZero, parseExact } from '../../measure/exact.ts';
import { point } from '../../measure/interval.ts';
import { valueOf } from '../../measure/quantity.ts';
import type { Case, ReadIndicator } from '../case.ts';
import { carries } from '../counted.ts';
import {
  amountSpoken,
  assertionOver,
  factCell,
  findingOf,
  type Judged,
  placeOf,
  titleOf,
  valueIn,
  weightFact,
  wordsCell,
} from '../finding.ts';
import { judgeSum } from '../judge.ts';
import { named, relOf, rightOf } from '../names.ts';
import { isFull } from '../points.ts';
import { isLenient } from './leniency.ts';
import { weightScheme } from './scheme.ts';
import { differs, grandTotal, weightSubtotals, weightsAgainst } from './weight-total.ts';

/** 应有权重: rows that share a promise of points: one goal, one first level, or the whole table. */
interface Promised {
  readonly name: string;
  readonly rows: readonly ReadIndicator[];
  readonly weight: PrintedWeight;
}

const plain = (text: string): string => text.replace(/\s|指标$/g, '');

/** Points that the table's headings promise, and the rows they are for. */
export function promisesOf(own: Case): Promised[] {
  const { evaluation } = own;
  const indicators = own.indicators.filter(carries);
  const goals = evaluation.goals.flatMap((goal, i): Promised[] =>
    goal.weight
      ? [
          {
            name: plain(goal.heading.text).replace(/[:：(（].*$/, ''),
            rows: indicators.filter((r) => r.indicator.goal === i),
            weight: goal.weight,
          },
        ]
      : [],
  );
  const levels = evaluation.levelWeights.map((l): Promised => {
    const rows = indicators.filter(
      ({ indicator }) =>
        plain(indicator.level1) === plain(l.level1) &&
        (l.level2 === undefined || plain(indicator.level2) === plain(l.level2)),
    );
    return { name: l.level2 ?? l.level1, rows, weight: l.weight };
  });
  const whole = [evaluation.indicatorWeight, evaluation.indicatorWeightAgain];
  const all = whole.flatMap((weight): Promised[] =>
    weight ? [{ name: '年度绩效指标', rows: indicators, weight }] : [],
  );
  return [...goals, ...levels, ...all].filter((p) => p.rows.length > 0);
}

function sumOfWeights(own: Case, promise: Promised): Judged | undefined {
  const facts = promise.rows.map((r) => r.indicator.weight);
  const values = facts.map(valueIn);
  if (values.some((v) => v === undefined)) return undefined;
  const stated = weightFact(promise.weight, own.evaluation.table, promise.name);
  return weightsAgainst(own, stated, facts as Fact[], promise.name);
}

/** The weight that a score implies: score ÷ degree; undefined where the degree does not tell. */
export function impliedWeight(read: ReadIndicator): Exact | undefined {
  if (!read.score || 'ok' in read.degree || read.degree.band) return undefined;
  const { low, high } = read.degree.value;
  if (isZero(low) || compare(low, high) !== 0) return undefined;
  return divide(read.score, low);
}

/** Without a column of weights: Σ 得分 of what was fully met is the promise itself. */
function impliedSum(own: Case, promise: Promised): Judged | undefined {
  const { rows } = promise;
  if (rows.some((r) => r.indicator.weight) || rows.some((r) => !r.score)) return undefined;
  const scores = rows.map((r) => r.indicator.score!);
  const stated = weightFact(promise.weight, own.evaluation.table, promise.name);
  const full = rows.every((r) => !('ok' in r.degree) && isFull(r.degree));
  const check = own.check('S05');
  // Scores below the promise are wrong only where every indicator was fully met.
  const says = full ? '应有权重 = Σ得分' : '应有权重 ≥ Σ得分';
  const judgement = judgeSum(
    says,
    valueOf(promise.weight.points),
    rows.map((r) => r.score!),
  );
  const over = compare(judgement.expected!, judgement.stated!) > 0;
  const broken = judgement.verdict === 'broken';
  const lenient = broken && !over && isLenient(own, judgement.expected!, judgement.stated!);
  const where = `${titleOf(own.evaluation)}“${promise.name}”各项得分相加为 ${amountSpoken(judgement.expected!, '分')}`;
  const message = !broken
    ? `${where}，与 ${amountSpoken(judgement.stated!, '分')} 的分值相符。`
    : over
      ? `${where}，超过分值 ${amountSpoken(judgement.stated!, '分')}，${differs(judgement.expected!, judgement.stated!)}。请核对各行得分。`
      : `${where}，各项都已完成，得分却比满分 ${amountSpoken(judgement.stated!, '分')}${differs(judgement.expected!, judgement.stated!)}，请核实或写明扣分原因。`;
  const cells = [
    ...scores.map((f) => factCell(f, 'part')),
    wordsCell(promise.weight, `${titleOf(own.evaluation)} ${promise.name}`, 'stated'),
  ];
  const names = { 应有权重: [stated], Σ得分: scores };
  return {
    assertion: assertionOver(check, says, names),
    finding: findingOf({
      evaluation: own.evaluation,
      check,
      ...judgement,
      message,
      cells,
      says,
      ...(lenient && { severity: 'note' as const }),
    }),
  };
}

const GROUPS: Readonly<Record<string, RegExp>> = {
  产出: /产出/,
  效益: /效益|效果/,
  满意度: /满意/,
};

const MAY_DIFFER = /(?:可|可以|允许|酌情)[^。；]{0,8}调整|供参考|原则上/;

/** What a note says about weights (产出 50、效益 30 …) against the rows: a 提示, since notes are printed alike for all. */
function statedShares(own: Case): Judged[] {
  const statement = own.statements.find((s) => s.about === '权重');
  // A scheme that may be departed from is nothing to hold against a table.
  if (!statement || MAY_DIFFER.test(statement.at.text.replace(/\s/g, ''))) return [];
  const check = own.check('S05');
  return Object.entries(GROUPS).flatMap(([name, pattern]): Judged[] => {
    const promised = parseExact(statement.parameters?.[`${name}分值`] ?? '');
    const rows = own.indicators.filter((r) => {
      const first = r.indicator.level1 || r.indicator.level2;
      const satisfied = /满意/.test(`${first}${r.indicator.level2}`);
      return name === '满意度' ? satisfied : pattern.test(first) && !satisfied;
    });
    const facts = rows.map((r) => r.indicator.weight);
    if (!promised || facts.length === 0 || facts.some((f) => valueIn(f) === undefined)) return [];
    const sum = judgeSum(
      check.says,
      promised,
      facts.map((f) => valueIn(f)!),
    );
    const where = `${titleOf(own.evaluation)}${name}指标权重相加为 ${amountSpoken(sum.expected!, '分')}`;
    const ok = sum.verdict !== 'broken';
    const message = ok
      ? `${where}，与表下说明相符。`
      : `${where}，表下说明为 ${amountSpoken(promised, '分')}，${differs(sum.expected!, promised)}。可能有的权重填错；也可能本表按实际调整过权重，表下仍是统一的说明。请核对。`;
    const cells = [
      ...facts.map((f, i) => factCell(f!, i === 0 ? 'stated' : 'part')),
      wordsCell(statement.at, `${titleOf(own.evaluation)} 备注`, 'part'),
    ];
    return [
      {
        assertion: assertionOver(check, 'Σ权重 = 应有权重', { Σ权重: facts }),
        finding: findingOf({
          evaluation: own.evaluation,
          check,
          ...sum,
          message,
          cells,
          severity: 'note',
        }),
      },
    ];
  });
}

/** S05. */
export function weightSums(own: Case): Judged[] {
  const promises = promisesOf(own).flatMap((p) => sumOfWeights(own, p) ?? impliedSum(own, p) ?? []);
  const total = grandTotal(own);
  return [
    ...promises,
    ...(total ? [total] : []),
    ...weightSubtotals(own),
    ...statedShares(own),
    ...weightScheme(own),
  ];
}

/** S06: execution and every indicator. */
export function scoresWithinWeights(own: Case): Judged[] {
  const check = own.check('S06');
  const rel = relOf(check.says);
  const { whole } = own.evaluation;
  const pairs = [
    { score: whole?.score, weight: whole?.weight },
    ...own.indicators.map(({ indicator: i }) => ({ score: i.score, weight: i.weight })),
  ];
  return pairs.flatMap(({ score, weight }): Judged[] => {
    const [stated, limit] = [valueIn(score), valueIn(weight)];
    if (!score || !weight || !stated || !limit) return [];
    const most = rightOf(check.says, { 权重: named(limit) });
    if (!most.ok) return [];
    const judgement = judge(point(stated), most.value, { by: 'stored', rel });
    const over = judgement.verdict === 'broken';
    const where = `${titleOf(own.evaluation)}${placeOf(score)}为 ${amountSpoken(stated, '分')}`;
    const message = over
      ? `${where}，超过权重 ${amountSpoken(limit, '分')}。得分最多为权重。`
      : `${where}，不超过权重 ${amountSpoken(limit, '分')}。`;
    const cells = [factCell(score, 'stated'), factCell(weight, 'part')];
    const names = { 得分: [score], 权重: [weight] };
    return [
      {
        assertion: assertionOver(check, check.says, names),
        finding: findingOf({
          ...judgement,
          evaluation: own.evaluation,
          check,
          rel,
          message,
          cells,
        }),
      },
    ];
  });
}
