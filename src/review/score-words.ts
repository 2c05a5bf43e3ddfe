// How a score comes about, in sentences: signs of the notation are for whoever unfolds the formula. Knows texts of
// scoring rules; computes nothing.

const RULE = /^(第 \d+ 项：)?(= )?(?:权重|分值) × 若\((.+?) ([≤≥]) (.+?), 1, (.+)\)$/;
const MORE = { '≤': '不超过', '≥': '达到' } as const;
const LESS = { '≤': '超过', '≥': '不到' } as const;

const plain = (text: string): number | undefined => {
  const found = /^-?\d+(?:\.\d+)?/.exec(text.replace(/,/g, ''));
  return found ? Number(found[0]) : undefined;
};

/** 计分办法 as it reads, or as it comes out for these numbers; undefined for what it has no sentence for. */
export function scoreWords(step: string): string | undefined {
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

/** Rules of a score that have a sentence of their own. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [/^得分 = min\(权重, 权重 × 执行率\)$/, '得分按执行率折算，最多得满分'],
  [/^得分 ∈ 权重 × 档次$/, '得分应落在所评的档次里'],
  [/^得分 = 权重 × 达到$/, '达到目标的得满分，没有达到的不得分'],
  [/^得分 = 权重 × 完成程度$/, '得分按完成程度折算，最多得满分'],
  [/^得分 = 权重 × 系数$/, '得分按表中的系数折算'],
  [
    /^得分 = 权重 × 若\(完成值 ≤ 下限, .*上限/,
    '完成值在上下限之内的得满分，以外的按与较近一端的比例得分',
  ],
  [/^得分 = 权重 × 若\(完成值 ≥ 下限, .*上限/, '完成值在上下限之内的得满分，以外的不得分'],
];

/** What a rule asks of a score, as one sentence; undefined where it is no such rule, or one without a sentence. */
export function scoreAsked(says: string): string | undefined {
  const own = SAID.find(([shape]) => shape.test(says))?.[1];
  if (own) return own;
  const [, share] = /^得分 = (.*)$/.exec(says) ?? [];
  // A nested choice is no one sentence.
  return share && !/若.*若|max/.test(share) ? scoreWords(share) : undefined;
}
