// How a target was understood and how a score comes about, in sentences: signs of the notation are for whoever unfolds
// the formula. Knows texts; computes nothing.

/** ≤100件 as 不超过100件. */
export const targetWords = (target: string): string =>
  target.replace(/≤\s*/g, '不超过').replace(/≥\s*/g, '不少于');

const RULE = /^(第 \d+ 项：)?(= )?(?:权重|分值) × 若\((.+?) ([≤≥]) (.+?), 1, (.+)\)$/;
const MORE = { '≤': '不超过', '≥': '达到' } as const;
const LESS = { '≤': '超过', '≥': '不到' } as const;

const plain = (text: string): number | undefined => {
  const found = /^-?\d+(?:\.\d+)?/.exec(text.replace(/,/g, ''));
  return found ? Number(found[0]) : undefined;
};

/** The rule as it reads, or as it comes out for these numbers. */
function ruleWords(step: string): string | undefined {
  const found = RULE.exec(step);
  if (!found) return undefined;
  const [, which = '', worked, left, sign, right, other] = found;
  const rel = sign as keyof typeof MORE;
  const rest = other === '0' ? '不得分' : `按 ${other} 的比例得分`;
  if (!worked) return `${which}${left}${MORE[rel]}${right}的得满分，${LESS[rel]}的${rest}`;
  const [a, b] = [plain(left!), plain(right!)];
  if (a === undefined || b === undefined) return undefined;
  const holds = rel === '≤' ? a <= b : a >= b;
  return holds
    ? `${which}${left} ${MORE[rel]} ${right}，得满分`
    : `${which}${left} ${LESS[rel]} ${right}，${rest}`;
}

const SIGNS = /[Σ∈]|(?:min|max|若|档|有|进位|舍)\(/;

/** 计算 as it is told: sentences, and what stays a formula and is folded away. */
export function stepWords(steps: readonly string[]): {
  said: readonly string[];
  formulas: readonly string[];
} {
  const said = steps.flatMap((step) => {
    const words = ruleWords(step);
    if (words) return [words];
    return SIGNS.test(step) ? [] : [step.replace(/权重(?=的| ×)/g, '分值')];
  });
  return { said: [...new Set(said)], formulas: steps.filter((s) => RULE.test(s) || SIGNS.test(s)) };
}
