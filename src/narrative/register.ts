// 文稿核对登记: under which check a relation or a tie falls where the dictionary does not say it: by what is claimed,
// and by what is named. Knows rule ids and nothing else; checks of words stand in remarks/register.
import type { Topic } from './relations/relation.ts';

/** Checks of relations whose subject no dictionary knows. */
export const TOPIC_RULES: Readonly<Record<Topic, string>> = {
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

/** Checks of what names alone settle: 三公增减, 团组与人次, 不大于总额, 单价门槛, 全部的占比. */
export const NAME_RULES = {
  threeChanges: 'C13',
  counts: 'C14',
  ceilings: 'C17',
  thresholds: 'C18',
  whole: 'C12',
} as const;
