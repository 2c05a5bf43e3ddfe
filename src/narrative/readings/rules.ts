// Which check a relation falls under: that of what its number is of, else that of its kind. Knows rule ids.
import { budgetRule, changeRule } from '../names/amounts.ts';
import type { Mention } from '../names/mention.ts';
import type { Relation, Topic } from '../relations/relation.ts';

/** Checks of relations whose subject no dictionary knows. */
const BY_TOPIC: Readonly<Record<Topic, string>> = {
  total: 'C30',
  part: 'C30',
  running: 'C30',
  changes: 'C31',
  share: 'C12',
  points: 'C12',
  growth: 'C02',
  corner: 'C02',
  change: 'C02',
  done: 'C08',
  difference: 'C08',
  same: 'C20',
  quoted: 'C20',
  derived: 'C30',
  mean: 'C45',
  quotient: 'C45',
  multiple: 'C45',
  product: 'C45',
  score: 'C45',
  balance: 'C50',
};

function shareRule({ subject, wholes }: Mention): string {
  const [first] = subject.indicators;
  if (first?.rule === 'C11') return 'C12';
  return first?.rule ?? (wholes?.includes('一般公共预算项目支出') ? 'C19' : 'C12');
}

/** 核对项 of a relation; `mention` is what its number was read as. */
export function ruleOf({ topic }: Relation, mention: Mention | undefined): string {
  const [first] = mention?.subject.indicators ?? [];
  if (mention && topic === 'share') return shareRule(mention);
  if (!mention || !first) return BY_TOPIC[topic];
  if (topic === 'done' || topic === 'difference') return budgetRule(first);
  if (topic === 'growth' || topic === 'corner' || topic === 'change')
    return mention.base === 'budget' ? budgetRule(first) : changeRule(first);
  if (topic === 'total' || topic === 'part' || topic === 'running') return first.rule;
  return BY_TOPIC[topic];
}
