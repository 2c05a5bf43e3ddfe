// 酌情扣分: who scores may give a little less than the full for what was done; a check says so and accuses nobody,
// unless the total speaks for the full score. Knows judged scores and the total.

import { addressOf } from '../../facts/grid.ts';
import { compare, type Exact, minus, ONE, parseExact, times } from '../../measure/exact.ts';
import { type Case, isBlank, type ReadIndicator } from '../case.ts';
import { amountSpoken, type Judged, placeOf, titleOf, valueIn } from '../finding.ts';
import { numberIn } from '../names.ts';
import { isFull } from '../points.ts';

/** Whether a score is below its weight by no more than scorers usually take off. */
export const isLenient = (own: Case, score: Exact, weight: Exact): boolean =>
  compare(score, weight) < 0 &&
  compare(score, times(weight, minus(ONE, numberIn(own.book.leniency)))) >= 0;

/** Rows that were fully met and got a little less. */
const lowered = (own: Case): ReadIndicator[] =>
  own.indicators.filter(
    (r) =>
      r.by === 'rules' &&
      r.score &&
      r.weight &&
      !('ok' in r.degree) &&
      !r.degree.band &&
      isFull(r.degree) &&
      isLenient(own, r.score, r.weight),
  );

/** By how much the printed total is more than the sum of scores. */
function missing(judged: readonly Judged[]): Exact | undefined {
  const total = judged.find(({ finding: f }) => f.rule === 'S09' && f.verdict === 'broken');
  return total && parseExact(total.finding.gap ?? '');
}

/** S07 of rows that were met and got a little less: a remark, and an accusation only where the total asks for it. */
export function withLeniency(own: Case, judged: readonly Judged[]): Judged[] {
  const gap = missing(judged);
  const rows = lowered(own);
  const asked = rows.some((r) => gap && compare(gap, minus(r.weight!, r.score!)) === 0);
  return judged.map((j) => {
    const { finding } = j;
    if (finding.rule !== 'S07' || finding.verdict !== 'broken' || finding.part !== undefined)
      return j;
    const read = rows.find(({ indicator: { score } }) => {
      const cell = finding.cells[0];
      return (
        score && cell?.sheet === score.location.sheet && cell.address === addressOf(score.location)
      );
    });
    if (!read || (asked && gap && compare(gap, minus(read.weight!, read.score!)) === 0)) return j;
    const less = amountSpoken(minus(read.weight!, read.score!), '分');
    const where = `${titleOf(own.evaluation)}${placeOf(read.indicator.score!)}为 ${amountSpoken(valueIn(read.indicator.score)!, '分')}`;
    const reason = read.indicator.reason?.text.trim();
    const explained = reason !== undefined && !isBlank(reason);
    const said = explained ? `已写明“${reason}”。` : '酌情扣分的，请写明原因。';
    const message = `${where}，目标已经完成，得分比满分少 ${less}；${said}`;
    return { ...j, finding: { ...finding, severity: 'note', explained, message } };
  });
}
