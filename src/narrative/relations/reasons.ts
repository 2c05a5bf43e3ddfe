// What a change is made of by its reasons: 减少50万元，主要原因：一是…增加…，二是…减少…. Knows statements; knows no table.
import type { Claim, Placed } from '../clauses/account.ts';
import type { Statement } from '../clauses/saying.ts';
import type { Token } from '../text/tokens.ts';
import type { Term, TextRelation } from './relation.ts';
import { slipExplains, sumOf } from './sums.ts';
import { isKept, weigh } from './weigh.ts';

const PAUSES = new Set(['，', '；', '：', '、']);

/** 增加工资支出41万元, 压减一般性支出48万元: the direction that its clause gives an amount. */
function directionOf({ direction, measure, lead, figure }: Statement): 1 | -1 | undefined {
  if (figure.kind !== 'money' || figure.bound) return undefined;
  if (measure === 'change') return direction === 0 ? undefined : direction;
  if (measure !== 'other') return undefined;
  const pause = lead.findLastIndex((t: Token) => PAUSES.has(t.kind));
  const moved = lead.findLast((t, i) => i > pause && (t.kind === 'up' || t.kind === 'down'));
  return moved && (moved.kind === 'up' ? 1 : -1);
}

const OPENS = new Set(['reason', 'include']);
/** 一是…二是…: told one by one; 主要原因 alone need not be all. */
const COUNTED = /[一二三四五六]是/;

const depthOf = (lead: readonly Token[]): number =>
  lead.reduce((n, { kind }) => n + (kind === '（' ? 1 : kind === '）' ? -1 : 0), 0);

/** 增减的原因合起来等于增减额: a sum with signs for each change whose reasons are told in amounts. */
export function reasonSums(
  claims: readonly Claim[],
  statements: readonly Placed[],
): TextRelation[] {
  const at = claims.find((c) => c.said.measure === 'change' && !c.said.reason)?.said;
  const own = at?.direction;
  if (!at || !own || at.figure.kind !== 'money') return [];
  const parts: Term[] = [];
  let open = false;
  let all = false;
  let depth = 0;
  for (const { said } of statements) {
    if (said.figure.index <= at.figure.index || said.figure.kind !== 'money') continue;
    open ||= said.lead.some((t) => OPENS.has(t.kind));
    // 增加365万元（税收增加146万元、非税增加219万元）: what it is made of itself.
    depth += depthOf(said.lead);
    if (depth > 0) continue;
    all ||= said.lead.some((t) => t.kind === 'include' || COUNTED.test(t.text));
    const direction = open ? directionOf(said) : undefined;
    // An amount that is no change: what the reasons come to is not told.
    if (direction === undefined) return [];
    parts.push([said.figure, direction]);
  }
  if (parts.length < 2) return [];
  const form: Term[] = [...parts, [at.figure, own > 0 ? -1 : 1]];
  const strong = isKept(weigh(sumOf(form))) || (all && slipExplains(form));
  return [{ topic: 'changes', about: at.figure, readings: [{ equation: sumOf(form), strong }] }];
}
