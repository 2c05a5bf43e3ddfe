// 指标值: targets and actuals as people write them — 100件以内, ≥95%, 0起, 合格 — in a format that goes
// both ways. Knows what is meant; scores nothing and knows no table.
import { type Exact, toText } from '../../measure/exact.ts';
import { type Due, printDue } from './dates.ts';
import type { Operator } from './words.ts';

/** 指标方向: what the value has to be like; 无 where the cell says that there is nothing. */
export type Direction = Operator | '区间' | '定性' | '日期' | '趋势' | '无';
/** 方向来源: what is below `suffix` is shown to people before it is scored. */
export type DirectionSource = 'written' | 'suffix' | 'level-2' | 'name' | 'default';
/** 把握: 确定, 推定 (shown before it is scored), 须人工确认 (never scored by itself). */
export type Confidence = 'sure' | 'assumed' | 'ask';

/** 疑点: why a value must not be scored by itself, as a Chinese clause; perhaps what was meant. */
export interface Doubt {
  readonly kind:
    | 'operator'
    | 'scan'
    | 'payment'
    | 'not-a-number'
    | 'share'
    | 'approximate'
    | 'level'
    | 'change'
    | 'period'
    | 'nothing';
  readonly message: string;
  readonly suggested?: string;
}

/** 指标值: one part of a target or of an actual. */
export interface ScoringTarget {
  readonly direction: Direction;
  readonly bound?: Exact;
  /** Upper end of 区间. */
  readonly upper?: Exact;
  readonly unit: string;
  readonly source: DirectionSource;
  readonly confidence: Confidence;
  /** 定性: the telling word. */
  readonly quality?: string;
  /** 日期: by when, and from when for a period. */
  readonly due?: Due;
  /** 趋势: which way against the year before. */
  readonly trend?: string;
  /** 趋势 with a bound: how the change compares. */
  readonly operator?: Operator;
  /** 约, 左右. */
  readonly approximate?: true;
  /** What was left of the text: a name, a remark. */
  readonly remainder: string;
  /** The part as written, in plain characters. */
  readonly text: string;
  readonly doubts: readonly Doubt[];
}

/** 上下文: what the table says about an indicator beside its target. */
export interface Hints {
  readonly name?: string;
  readonly level1?: string;
  readonly level2?: string;
  /** Unit of measure in a column of its own. */
  readonly unit?: string;
  /** Another cell of the table was certainly misread by a scanner (2 for ≥). */
  readonly scanned?: boolean;
}

function printBound(target: ScoringTarget): string {
  const { direction, bound, upper, unit } = target;
  const number = bound ? toText(bound) : '';
  if (direction === '区间') {
    const [low, high] = [number, upper ? toText(upper) : ''];
    return low === `-${high}` ? `±${high}${unit}` : `${low}~${high}${unit}`;
  }
  return `${target.approximate ? '约' : direction}${number}${unit}`;
}

function printPart(target: ScoringTarget): string {
  switch (target.direction) {
    case '定性':
      return target.text;
    case '日期':
      return target.due ? printDue(target.due) : target.text;
    case '趋势': {
      const by = target.bound
        ? `${target.operator ?? ''}${toText(target.bound)}${target.unit}`
        : '';
      return `较上年${target.trend}${by}`;
    }
    case '无':
      return '/';
    default:
      return printBound(target);
  }
}

/** 指标值 in print: parse(print(parse(cell))) means what parse(cell) means. */
export const printTarget = (parts: readonly ScoringTarget[]): string =>
  parts.map(printPart).join('；');

/** What two readings have to share to mean the same; where it came from does not count. */
export const meaningOf = (target: ScoringTarget): string =>
  JSON.stringify([
    target.direction,
    target.bound ? toText(target.bound) : '',
    target.upper ? toText(target.upper) : '',
    target.unit,
    target.quality ?? '',
    target.due ?? '',
    target.trend ?? '',
    target.operator ?? '',
    target.approximate ?? false,
  ]);
