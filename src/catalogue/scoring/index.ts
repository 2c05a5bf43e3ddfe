// 计分规程: rules, presets, checks and wordings of scoring as one. Data.
import type { Scoring } from '../../scoring/rule.ts';
import { ofPlaces } from '../places/index.ts';
import { TARGET_WORDS } from '../targets/words.ts';
import { EVALUATION_CHECKS } from './checks.ts';
import { PRESETS } from './presets.ts';
import { SCORING_RULES } from './rules.ts';
import { SCALES } from './scales.ts';
import { PERFORMANCE_WORDS } from './texts.ts';

export const SCORING: Scoring = {
  rules: SCORING_RULES,
  scales: SCALES,
  leniency: '10%',
  // The nation's first, those that a user fills in last.
  presets: [...PRESETS.slice(0, 1), ...ofPlaces('presets'), ...PRESETS.slice(1)],
  checks: EVALUATION_CHECKS,
  words: PERFORMANCE_WORDS,
  targets: TARGET_WORDS,
};
