// S07 of a printed 完成率: what an actual is of its target, by interval. Knows targets and actuals; scores
// nothing.
import type { Judgement } from '../../assertions/compare.ts';
import type { Fact } from '../../facts/fact.ts';
import { compare, divide, type Exact, isZero, ONE, round, toText } from '../../measure/exact.ts';
import { point } from '../../measure/interval.ts';
import { type Quantity, quantity, valueOf } from '../../measure/quantity.ts';
import type { Case, ReadIndicator } from '../case.ts';
import { assertionOver, factCell, findingOf, type Judged, placeOf, titleOf } from '../finding.ts';
import { judgeRate } from '../judge.ts';
import { inUnit } from '../target/convert.ts';
import type { TargetVocabulary } from '../target/words.ts';
import { cellsOf, namesOf } from './row.ts';

const SAYS = '完成率 = 完成值 ÷ 目标值';

/** What may be printed: the quotient, its inverse where less is better, and either cut at the full. */
function quotients({ targets, actuals }: ReadIndicator, words: TargetVocabulary): Exact[] {
  const [target, actual] = [targets[0], actuals[0]];
  if (targets.length !== 1 || actuals.length !== 1 || !target?.bound || !actual?.bound) return [];
  if (target.direction === '区间' || target.direction === '趋势' || actual.doubts.length > 0)
    return [];
  const done =
    target.unit && actual.unit
      ? inUnit(actual.bound, actual.unit, target.unit, words)
      : actual.bound;
  if (done === undefined || isZero(target.bound)) return [];
  const upward = divide(done, target.bound);
  const downward = isZero(done) ? undefined : divide(target.bound, done);
  const less = target.direction === '≤' || target.direction === '<';
  const each = (less ? [downward, upward] : [upward]).filter((q) => q !== undefined);
  const met = less ? compare(done, target.bound) <= 0 : compare(done, target.bound) >= 0;
  return met ? [...each, ONE] : each;
}

/** 2.22 without a sign may be 222%: only a cell that says % is taken at its word, to its own last digit. */
function readings(fact: Fact, rate: Quantity): Quantity[] {
  const said = /[%％]$/.test(fact.shown.trim());
  const digits = /\.(\d+)\s*[%％]$/.exec(fact.shown.trim())?.[1]?.length ?? 0;
  if (said && digits < rate.decimals) return [quantity(valueOf(rate), '%', digits) ?? rate];
  const hundredfold = { ...rate, decimals: rate.decimals - 2 };
  return said || rate.decimals < 2 ? [rate] : [rate, hundredfold];
}

function judged(fact: Fact, rate: Quantity, own: readonly Exact[]): Judgement {
  const all = readings(fact, rate).flatMap((r) =>
    own.map((q): Judgement => judgeRate(r, point(q))),
  );
  return (
    all.find((j) => j.verdict === 'exact') ?? all.find((j) => j.verdict !== 'broken') ?? all[0]!
  );
}

function rowCompletion(own: Case, read: ReadIndicator): Judged[] {
  const { completion, target, actual } = read.indicator;
  const rate = completion?.state === 'figure' ? completion.quantity : undefined;
  const expected = quotients(read, own.book.words);
  if (!completion || !rate || expected.length === 0) return [];
  const check = own.check('S07');
  const judgement = judged(completion, rate, expected);
  const stated = `${toText(valueOf(rate))}%`;
  const where = `${titleOf(own.evaluation)}${placeOf(completion)}为 ${stated}`;
  const asked = `目标“${target?.text ?? ''}”、完成“${actual?.text ?? ''}”`;
  const ought = `${toText(round(judgement.expected, 2))}%`;
  const message =
    judgement.verdict === 'broken'
      ? `${where}，按${asked}应为 ${ought}。请核对完成率和完成值。`
      : `${where}，按${asked}相符。`;
  const finding = findingOf({
    evaluation: own.evaluation,
    check,
    part: 4,
    ...judgement,
    unit: '%',
    message,
    says: SAYS,
    severity: 'warning',
    cells: [
      factCell(completion, 'stated'),
      ...cellsOf(own, read, 'score').filter((c) => /目标值$|完成值$/.test(c.label)),
    ],
  });
  const names = { ...namesOf(read), 完成率: [completion] };
  return [{ assertion: assertionOver(check, SAYS, names, 4), finding }];
}

/** S07, part 4. */
export const completions = (own: Case): Judged[] =>
  own.indicators.flatMap((read) => rowCompletion(own, read));
