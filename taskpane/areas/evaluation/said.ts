// How a target was understood and how a score comes about, in sentences: signs of the notation are for whoever unfolds
// the formula. Knows texts; computes nothing.
import { stepSaid } from '../../../src/review/score-words.ts';

/** ≤100件 as 不超过100件. */
export const targetWords = (target: string): string =>
  target.replace(/≤\s*/g, '不超过').replace(/≥\s*/g, '不少于');

/** 计算 as it is told: sentences, and what stays a formula and is folded away. */
export function stepWords(steps: readonly string[]): {
  said: readonly string[];
  formulas: readonly string[];
} {
  const said = steps.flatMap((step) => stepSaid(step)?.replace(/权重(?=的)/g, '分值') ?? []);
  return {
    said: [...new Set(said)],
    formulas: steps.filter((step) => stepSaid(step) !== step),
  };
}
