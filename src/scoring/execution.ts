// 执行率得分: what execution earns by the rule in force. Knows rules; knows no cell.
import { type Exact, greatest, least, shift, toText, ZERO } from '../measure/exact.ts';
import type { Rulebook } from './book.ts';
import { rounded, type Score } from './indicator.ts';
import { named, namedParameters, rightOf } from './names.ts';

/** 执行率得分 of a rate (0.8052) and a weight in 分, to the book's digits; else why there is none. */
export function executionScore(rate: Exact, weight: Exact, book: Rulebook): Score {
  const rule = book.rules.get('执行率');
  if (!rule) return { ok: false, kind: 'input', why: '这个预设没有执行率的计分办法' };
  const names = {
    ...namedParameters(book.parameters),
    权重: named(weight),
    执行率: named(rate, `${toText(shift(rate, 2))}%`),
  };
  const outcome = rightOf(rule.says, names);
  if (!outcome.ok) return { ok: false, kind: 'input', why: outcome.why };
  return { ok: true, points: rounded(greatest(ZERO, least(weight, outcome.value.value)), book) };
}
