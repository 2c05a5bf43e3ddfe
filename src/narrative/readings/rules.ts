// Which check a relation falls under: that of what its number is of, else that of its kind. Knows rule ids.
import { budgetRule, changeRule } from '../names/amounts.ts';
import type { Mention } from '../names/mention.ts';
import { TOPIC_RULES } from '../register.ts';
import type { TextRelation } from '../relations/relation.ts';

function shareRule({ subject, wholes }: Mention): string {
  const [first] = subject.indicators;
  if (first?.rule === 'C11') return 'C12';
  return first?.rule ?? (wholes?.includes('一般公共预算项目支出') ? 'C19' : 'C12');
}

/** 核对项 of a relation; `mention` is what its number was read as. */
export function relationRule({ topic }: TextRelation, mention: Mention | undefined): string {
  const [first] = mention?.subject.indicators ?? [];
  if (mention && topic === 'share') return shareRule(mention);
  if (!mention || !first) return TOPIC_RULES[topic];
  if (topic === 'done' || topic === 'difference') return budgetRule(first);
  if (topic === 'growth' || topic === 'corner' || topic === 'change')
    return mention.base === 'budget' ? budgetRule(first) : changeRule(first);
  if (topic === 'total' || topic === 'part' || topic === 'running') return first.rule;
  return TOPIC_RULES[topic];
}
