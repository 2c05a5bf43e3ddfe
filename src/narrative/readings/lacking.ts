// 缺什么: what a number without any verdict would have to have beside it, in a few words. Knows units and roles;
// judges nothing.
import type { Mention } from '../names/mention.ts';
import { figureKind } from '../text/figure.ts';
import type { NumberToken } from '../text/numbers.ts';

/** Of each kind in order; what is worth a look stands first. */
export const LACKING = {
  amount: '看不出是表里的哪一项',
  absent: '表里没有填这一项',
  budget: '没有预算数可比',
  last: '没有上年数可比',
  change: '没有上年数或预算数可比',
  share: '看不出占的是哪个合计',
  completion: '没有预算数或决算数可比',
  growth: '没有上年数算增减率',
  rate: '比率没有可比的数',
  points: '没有对应的自评表',
  count: '个数等没有可比的数',
} as const;

/** 缺什么 of a number that neither a table nor the text vouches for. */
export function lackingOf({ unit }: NumberToken, mention: Mention | undefined): string {
  const kind = figureKind(unit);
  const role = mention?.role;
  if (unit === '分') return LACKING.points;
  if (kind === 'count' || kind === 'bare') return LACKING.count;
  if (kind !== 'money')
    return role === 'share' || role === 'completion' || role === 'growth'
      ? LACKING[role]
      : LACKING.rate;
  if (role === 'budget' || role === 'last' || role === 'change') return LACKING[role];
  return mention && mention.subject.indicators.length > 0 ? LACKING.absent : LACKING.amount;
}
