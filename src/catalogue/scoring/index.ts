// 计分规程: rules, presets, checks and wordings of scoring as one. Data.
import type { Scoring } from '../../scoring/rule.ts';
import { EVALUATION_CHECKS } from './checks.ts';
import { PRESETS } from './presets.ts';
import { SCORING_RULES } from './rules.ts';
import { PERFORMANCE_WORDS } from './texts.ts';

export const SCORING: Scoring = {
  rules: SCORING_RULES,
  presets: PRESETS,
  checks: EVALUATION_CHECKS,
  words: PERFORMANCE_WORDS,
};
