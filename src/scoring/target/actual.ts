// An actual cell read beside its target: what it inherits from it, and what makes it doubtful. Knows
// targets; scores nothing.
import { abs, compare, isZero, ONE, parseExact, ZERO } from '../../measure/exact.ts';
import { periodsInYear } from './convert.ts';
import { parseTarget } from './parse.ts';
import type { Doubt, Hints, ScoringTarget } from './target.ts';
import type { TargetVocabulary } from './words.ts';

const RANK = /[第前]\d+(?:名|位|强)/;

function actualDoubts(
  target: ScoringTarget,
  wanted: ScoringTarget | undefined,
  words: TargetVocabulary,
): Doubt[] {
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
        kind: 'share',
        message: `目标是百分数，实际完成值“${target.text}”没有百分号，请写成百分数`,
      },
    ];
  const yearly = wanted && words.isPerPeriod(wanted.text) && !words.isPerPeriod(target.text);
  // As much as one period asks for may be meant for each; otherwise it is what the year came to.
  const each = wanted?.bound && target.bound && compare(target.bound, wanted.bound) === 0;
  if (yearly && target.bound && (each || periodsInYear(wanted.text) === undefined))
    return [
      {
        kind: 'period',
        message: `目标“${wanted.text}”是每期的数，实际完成值“${target.text}”可能是全年的数，请写成同一口径`,
      },
    ];
  return target.doubts.filter((d) => d.kind === 'nothing' || d.kind === 'change');
}

/** 48/48 beside 48次: as many as were wanted, out of them. */
function counted(read: ScoringTarget, wanted: ScoringTarget | undefined): ScoringTarget {
  const m = /^(\d+)\/(\d+)$/.exec(read.text);
  const [done, whole] = [parseExact(m?.[1] ?? ''), parseExact(m?.[2] ?? '')];
  if (!done || !whole || !wanted?.bound || wanted.unit === '%') return read;
  return compare(whole, wanted.bound) === 0 ? { ...read, bound: done, unit: wanted.unit } : read;
}

/** 0起, ≤3次 are met by words as well as by 0: 无, 未发生, 无投诉. */
const isNone = (text: string, wanted: ScoringTarget | undefined): boolean =>
  wanted?.bound !== undefined &&
  (isZero(wanted.bound) || wanted.direction === '≤' || wanted.direction === '<') &&
  /^(?:(?:未|没有|零)(?:发生|出现|产生|收到|接到|发现)[^\d，。；]{0,6}|[无零](?!法|需)[^\d，。；、]{0,6}|不存在|没有)$/.test(
    text.trim(),
  );

/** A change without its direction moved as it was wanted to: 6% beside 比上年增长5%. */
function movedAs(read: ScoringTarget, wanted: ScoringTarget | undefined): ScoringTarget {
  const bare =
    wanted?.direction === '趋势' && read.bound && !read.trend && !/[≥>≤<]/.test(read.text);
  return bare && wanted.bound && wanted.trend
    ? { ...read, direction: '趋势', trend: wanted.trend, doubts: [] }
    : read;
}

/** 实际完成值识别: parts of an actual beside those of its target; a unit left out is the target's. */
export function parseActual(
  text: string,
  wanted: readonly ScoringTarget[],
  words: TargetVocabulary,
  hints: Hints = {},
): ScoringTarget[] {
  const { scanned: _scanned, ...own } = hints;
  return parseTarget(text, words, own).map((part, i) => {
    const target = wanted[i];
    const read = movedAs(counted(part, target), target);
    const doubts = actualDoubts(read, target, words);
    if (isNone(read.text, target))
      return { ...read, bound: ZERO, unit: target!.unit, doubts: [], confidence: 'sure' };
    const bare = read.unit === '' || read.unit === own.unit;
    const unit = bare && read.bound && target?.unit ? target.unit : read.unit;
    return { ...read, unit, doubts, confidence: doubts.length > 0 ? 'ask' : 'sure' };
  });
}
