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

/** Rules of scoring that have a sentence of their own. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [/^得分 = min\(权重, 权重 × (?:执行率|执行数 ÷ 预算数)\)$/, '得分按执行率折算，最多得满分'],
  [
    /^得分 = 进位\(min\(权重, 权重 × (?:执行率|执行数 ÷ 预算数)\), 得分位数\)$/,
    '得分按执行率折算，四舍五入，最多得满分',
  ],
  [
    /^得分 = max\(0, 权重 - 每点扣分 × max\(0, 1 - (?:执行率|执行数 ÷ 预算数)\) × 100\)$/,
    '执行率每低一个百分点扣一定分数，扣完为止',
  ],
  [/^若\(执行率 ≥ 执行率下限, 1, 有\(原因\)\) = 1$/, '执行率低于下限的，应写明原因'],
  [/^得分 ∈ 权重 × 档次$/, '得分应落在所评的档次里'],
  [/^得分 = 权重 × 达到$/, '达到目标的得满分，没有达到的不得分'],
  [/^得分 = 权重 × 完成程度$/, '得分按完成程度折算，最多得满分'],
  [/^得分 = 权重 × 最低完成程度$/, '得分按完成程度最低的一项折算'],
  [/^得分 = 权重 × Σ完成程度 ÷ 项数$/, '得分按各项完成程度的平均折算'],
  [/^得分 = 权重 × 系数$/, '得分按表中的系数折算'],
  [/^得分 = max\(0, 权重 - 每档扣分 × 档数\)$/, '每差一档扣一定分数，扣完为止'],
  [/^得分 = max\(0, 权重 - 每天扣分 × 逾期天数\)$/, '每逾期一天扣一定分数，扣完为止'],
  [/^得分 = max\(0, 应得分 - 扣分\)$/, '得分为应得分减扣分，扣完为止'],
  [/^完成值 = max\(0, 填报值\)$/, '填报值为负的，完成值按 0 算'],
  [
    /^得分 = 权重 × 若\(达到 = 1, 1, 计划天数 ÷ 实际天数\)$/,
    '按时完成的得满分，没有按时的按计划天数与实际天数之比得分',
  ],
  [
    /^得分 = 权重 × 若\(逾期项数 = 0, 1, 若\(逾期项数 ≤ 项数 - 1, (\d+%), 0\)\)$/,
    '都按时的得满分，有的逾期的得 $1 的分，都逾期的不得分',
  ],
  [
    /^得分 = 权重 × 若\(完成值 ≤ 目标值, 1, max\(0, 1 - \(完成值 - 目标值\) ÷ 目标值\)\)$/,
    '完成值不超过目标值的得满分，超过几成扣几成，扣完为止',
  ],
  [/^得分 ∈ 权重 × 若\(完成值 = 目标值, 1, 人工\)$/, '完成值等于目标值的得满分，不等的由人工评定'],
  [
    /^得分 = 权重 × 若\(完成值 ≤ 下限, .*上限/,
    '完成值在上下限之内的得满分，以外的按与较近一端的比例得分',
  ],
  [/^得分 = 权重 × 若\(完成值 ≥ 下限, .*上限/, '完成值在上下限之内的得满分，以外的不得分'],
  [
    /^得分 ∈ 权重 × 若\(完成程度 ≥ 超额门槛, 人工, 1\)$/,
    '超额完成没有达到门槛的得满分，达到门槛的由人工评定',
  ],
  [/^若\(完成程度 ≥ 超额门槛, 有\(原因\), 1\) = 1$/, '超额完成达到门槛的，应写明原因'],
  [
    /^得分 = 权重 × 若\(完成程度 ≥ 超额门槛, max\(0, 1 - \(完成程度 - 超额门槛\)\), 1\)$/,
    '超额完成没有达到门槛的得满分，超过门槛几成扣几成，扣完为止',
  ],
  [/^Σ权重 = 应有权重$/, '各项权重合计应等于这张表应有的分数'],
  [/^Σ权重 = (\d+)$/, '各项权重合计应为 $1 分'],
  [/^应有权重 = Σ得分$/, '全部完成的，各项得分合计应为满分'],
  [/^应有权重 ≥ Σ得分$/, '各项得分合计不超过满分'],
  [/^文中权重 = Σ权重$/, '文中写的权重应为各项权重合计'],
  [/^总分 = Σ得分资金 ÷ Σ资金$/, '总分为各项得分按资金多少加权的平均'],
  [/^总分 = Σ得分 ÷ Σ权重 × 满分$/, '各项得分之和按各项权重之和折算到满分，为总分'],
];

/** 90%→100%, 80%→80%, 0→0: each step with what it is worth. */
function stepsIn(list: string): (readonly [string, string])[] | undefined {
  const steps = list.split(/,\s*/).map((one) => one.split('→'));
  return steps.every((s) => s.length === 2) ? steps.map(([a, b]) => [a!, b!] as const) : undefined;
}

const share = (worth: string): string =>
  worth === '1' || worth === '100%' ? '得满分' : worth === '0' ? '不得分' : `得 ${worth} 的分`;

/** 分档: full marks from here on, less from there. */
function byBands(says: string): string | undefined {
  const [, what, list] = /^得分 = 权重 × 档\((.+?); (.+)\)$/.exec(says) ?? [];
  const bands = list && stepsIn(list);
  if (bands)
    return `${what}${bands.map(([from, worth]) => (from === '0' ? `再低的${share(worth)}` : `满 ${from} 的${share(worth)}`)).join('，')}`;
  const [, less] = /^得分 = 权重 × \(1 - 档\(完成程度; (.+)\)\)$/.exec(says) ?? [];
  const cuts = less && stepsIn(less);
  if (cuts)
    return `完成程度${cuts.map(([from, cut]) => (cut === '0' ? '再低的不扣' : `满 ${from} 的按${cut}`)).join('，')}`;
  const [, of, grades] = /^等级 = 档\((.+?); (.+)\)$/.exec(says) ?? [];
  const named = grades && stepsIn(grades);
  if (!named) return undefined;
  const isNamed = named.every(([, grade]) => !/^\d/.test(grade));
  if (isNamed)
    return `${of}${named.map(([from, grade]) => (from === '0' ? `再低的为${grade}` : `满 ${from} 的为${grade}`)).join('，')}`;
  const bounds = named.flatMap(([from]) => (from === '0' ? [] : [from])).reverse();
  return `${of}满 ${bounds.join('、')} 的，等级各高一等`;
}

const NEAR = /^若\(max\((.+?) - 1, 1 - \1\) ≤ (\d+)%, ([^,]+), (.+)\)$/;

/** 与 100% 相差几个百分点: nested choices, from near to far. */
function byDistance(says: string): string | undefined {
  const told: string[] = [];
  let rest = /^得分 = 权重 × (若\(.+\))$/.exec(says)?.[1];
  let what = '';
  for (let found = rest && NEAR.exec(rest); found; found = NEAR.exec(rest!)) {
    const [, own, points, worth, other] = found;
    what = own!;
    told.push(`不超过 ${points} 个百分点的${share(worth!)}`);
    rest = other;
  }
  return told.length > 0 && rest
    ? `${what}与 100% 相差${told.join('，')}，更多的${share(rest)}`
    : undefined;
}

const PART = /^((?:(?:执行率|产出|效益|满意度|成本|Σ?指标权重)(?: \+ )?)+) = (\d+)(?: ÷ 项数)?$/;

/** 执行率 = 10; Σ指标权重 = 90: what each part of a table counts for. */
function byParts(says: string): string | undefined {
  const parts = says.split(/;\s*/).map((one) => PART.exec(one));
  if (!parts.every((p) => p !== null)) return undefined;
  return parts
    .map(([one, what, points]) => {
      const name = what!.replace(/^Σ?指标权重$/, '各项指标').replace(/\s*\+\s*/g, '、');
      const joined = name.includes('、') || name === '各项指标';
      return one.endsWith('项数')
        ? `其余 ${points} 分各项指标平分`
        : `${name}${joined ? '合计' : '占'} ${points} 分`;
    })
    .join('，');
}

/** What a rule asks of a score, as one sentence; undefined where it is no such rule, or one without a sentence. */
export function scoreAsked(says: string): string | undefined {
  const own = SAID.find(([shape]) => shape.test(says));
  if (own) return own[1].replace('$1', own[0].exec(says)![1] ?? '');
  const composed = byBands(says) ?? byDistance(says) ?? byParts(says);
  if (composed) return composed;
  const [, worth] = /^得分 = (.*)$/.exec(says) ?? [];
  // A nested choice is no one sentence.
  return worth && !/若.*若|max/.test(worth) ? scoreWords(worth) : undefined;
}

/** Signs of the notation, and what reads like them: a sentence says it, or it is folded away. */
const SIGNS = /[Σ∈]|(?:min|max|若|档|有|进位|舍)\(|权重 ×/;

/** 计算的一步, as a sentence; a step without signs as it is, undefined for one that only the notation can say. */
export function stepSaid(step: string): string | undefined {
  const [, which = '', own] = /^(第 \d+ 项：)?(.*)$/.exec(step)!;
  const worth = /^= 权重 × (\d+(?:\.\d+)?%?)$/.exec(own!)?.[1];
  if (worth) return `${which}${share(worth)}`;
  const asked = scoreAsked(`得分 = ${own}`);
  const words = scoreWords(step) ?? (asked && `${which}${asked}`);
  return words ?? (SIGNS.test(own!) ? undefined : step);
}
