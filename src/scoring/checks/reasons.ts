// S10: what has to be explained and is not: a score below its weight, low execution, over-fulfilment.
// Knows the boxes and columns for reasons.

import type { Finding, FindingCell } from '../../assertions/finding.ts';
import { compare, ONE, toText } from '../../measure/exact.ts';
import { valueOf } from '../../measure/quantity.ts';
import { type Case, isBlank, quantityIn, type ReadIndicator } from '../case.ts';
import { factCell, findingOf, titleOf, wordsCell } from '../finding.ts';
import { rateInterval } from '../judge.ts';
import { mentions, named, namedParameters, numberIn, rightOf } from '../names.ts';

/** 待说明: something that asks for a reason, and where it would be written. */
export interface Wanting {
  readonly what: string;
  readonly cell: FindingCell;
}

const fell = (read: ReadIndicator): boolean => {
  if (read.score && read.weight) return compare(read.score, read.weight) < 0;
  // Where people decide within limits nothing says that it fell short.
  const { degree } = read;
  return !('ok' in degree) && !degree.band && compare(degree.value.high, ONE) < 0;
};

/** Over-fulfilment that the place wants explained. */
function exceeded(own: Case, read: ReadIndicator): boolean {
  const rule = own.book.rules.get('超额');
  if (!rule || !mentions(rule.says, '原因') || 'ok' in read.degree) return false;
  const { reached, rule: by } = read.degree;
  if (!reached || (by?.for === '反向' && own.book.rules.has('反向超额'))) return false;
  const names = {
    ...namedParameters(own.book.parameters),
    完成程度: named(reached),
    原因: { ...named(ONE), printed: false },
  };
  const threshold = own.book.parameters.超额门槛;
  return (
    threshold !== undefined &&
    rightOf(rule.says, names).ok &&
    compare(reached, numberIn(threshold)) >= 0
  );
}

/** Execution below the limit of the rule in force. */
function lowExecution(own: Case): Wanting | undefined {
  const { whole } = own.evaluation;
  const rate = quantityIn(whole?.rate);
  const limit = own.book.parameters.执行率下限;
  if (!whole?.rate || !rate || limit === undefined || !own.book.rules.has('执行率原因'))
    return undefined;
  if (compare(rateInterval(rate).value, numberIn(limit)) >= 0) return undefined;
  return {
    what: `执行率 ${toText(valueOf(rate))}% 低于 ${limit}`,
    cell: factCell(whole.rate, 'part'),
  };
}

/** Everything in a table that asks for a reason, whether or not one is written. */
export function wantingOf(own: Case): {
  rows: readonly { read: ReadIndicator; what: string; over: boolean }[];
  execution?: Wanting;
} {
  const rows = own.indicators.flatMap((read) => {
    const scored = read.score && read.weight;
    if (fell(read))
      return [{ read, what: `“${read.name}”没有${scored ? '得满分' : '达到目标值'}`, over: false }];
    return exceeded(own, read) ? [{ read, what: `“${read.name}”超额完成较多`, over: true }] : [];
  });
  const execution = lowExecution(own);
  return { rows, ...(execution && { execution }) };
}

/** `over`: nothing fell short, some rows were only over-fulfilled. */
function finding(
  own: Case,
  message: string,
  cells: readonly FindingCell[],
  over: boolean,
): Finding {
  const rule = own.book.rules.get('超额');
  return findingOf({
    evaluation: own.evaluation,
    check: own.check('S10'),
    verdict: 'broken',
    cause: over ? 'only-over' : 'reason-missing',
    message,
    cells,
    ...(over && rule?.severity === 'note' && { severity: 'note' as const }),
  });
}

const pointsCells = ({ indicator }: ReadIndicator): FindingCell[] =>
  [indicator.score, indicator.weight, indicator.actual?.fact]
    .filter((f) => f !== undefined)
    .map((f) => factCell(f, 'part'));

/** S10. */
export function missingReasons(own: Case): Finding[] {
  const { evaluation } = own;
  const { rows, execution } = wantingOf(own);
  const box = evaluation.reasons;
  if (box && !isBlank(box.text)) return [];
  const title = titleOf(evaluation);
  const byRow = rows.filter(
    ({ read }) => read.indicator.reason && isBlank(read.indicator.reason.text),
  );
  const ownCell = evaluation.whole?.reason;
  const result = byRow.map(({ read, what, over }) => {
    const message = `${title}${what}，还没有填写原因。请在本行填写偏差原因和改进措施。`;
    const at = wordsCell(read.indicator.reason!, `${title} ${read.name}·原因`, 'stated');
    return finding(own, message, [at, ...pointsCells(read)], over);
  });
  if (execution && ownCell && isBlank(ownCell.text)) {
    const message = `${title}${execution.what}，还没有填写原因。`;
    const at = wordsCell(ownCell, `${title} 执行率·原因`, 'stated');
    result.push(finding(own, message, [at, execution.cell], false));
  }
  const unplaced = rows.filter(({ read }) => !read.indicator.reason);
  const rest = execution && !ownCell ? [execution.what] : [];
  const open = [...rest, ...unplaced.map((u) => u.what)];
  if (!box || open.length === 0) return result;
  const message = `${title}${open.join('、')}，“偏差大或目标未完成原因分析”还没有填写。请说明原因和改进措施。`;
  const cells = [
    wordsCell(box, `${title} 原因分析`, 'stated'),
    ...(execution && !ownCell ? [execution.cell] : []),
    ...unplaced.flatMap(({ read }) => pointsCells(read)),
  ];
  const over = rest.length === 0 && unplaced.every((u) => u.over);
  return [...result, finding(own, message, cells, over)];
}
