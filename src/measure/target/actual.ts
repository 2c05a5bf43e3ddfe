// An actual cell read beside its target: what it inherits from it, and what makes it doubtful. Knows
// targets; scores nothing.
import { abs, compare, isZero, ONE, ZERO } from '../exact.ts';
import { parseTarget } from './parse.ts';
import type { Doubt, Hints, Target } from './target.ts';

const RANK = /[第前]\d+(?:名|位|强)/;

function actualDoubts(target: Target, wanted: Target | undefined): Doubt[] {
  const written = target.source === 'written' || target.source === 'suffix';
  if (target.bound && written && /[≥>≤<]/.test(target.direction) && !RANK.test(target.text))
    return [{ kind: 'operator', message: `实际完成值“${target.text}”带有比较符号，请只填完成数` }];
  const numeric = wanted?.bound !== undefined && wanted.direction !== '趋势';
  if (numeric && !target.bound && !isNone(target.text, wanted))
    return [{ kind: 'not-a-number', message: `目标是数值，实际完成值“${target.text}”没有数字` }];
  // 0.95 beside 95%: the share of a cell that lost its format, or not; nobody can tell.
  const share = /^(?:0?\.\d+|1)$/.test(target.text) && wanted?.unit === '%';
  if (share && wanted?.bound && compare(abs(wanted.bound), ONE) > 0)
    return [
      {
        kind: 'not-a-number',
        message: `目标是百分数，实际完成值“${target.text}”没有百分号，请写成百分数`,
      },
    ];
  return target.doubts.filter((d) => d.kind === 'nothing');
}

/** 0起 is met by words as well as by 0: 无, 未发生. */
const isNone = (text: string, wanted: Target | undefined): boolean =>
  wanted?.bound !== undefined &&
  isZero(wanted.bound) &&
  /^(?:无|没有|未发生|没有发生|未出现|没有出现|零发生|无发生)[^\d，。；]{0,6}$/.test(text.trim());

/** 实际完成值识别: parts of an actual beside those of its target; a unit left out is the target's. */
export function parseActual(text: string, wanted: readonly Target[], hints: Hints = {}): Target[] {
  const { scanned: _scanned, ...own } = hints;
  return parseTarget(text, own).map((read, i) => {
    const target = wanted[i];
    const doubts = actualDoubts(read, target);
    if (isNone(read.text, target))
      return { ...read, bound: ZERO, unit: target!.unit, doubts: [], confidence: 'sure' };
    const bare = read.unit === '' || read.unit === own.unit;
    const unit = bare && read.bound && target?.unit ? target.unit : read.unit;
    return { ...read, unit, doubts, confidence: doubts.length > 0 ? 'ask' : 'sure' };
  });
}
