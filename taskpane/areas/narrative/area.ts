// 说明 as one of the pane's tabs, and what it needs.
import type { Area } from '../area.ts';
import { NarrativeArea } from './NarrativeArea.tsx';
import { WORDS } from './words.ts';

export const NARRATIVE: Area = {
  id: 'narrative',
  title: '说明',
  lacks: (checked) => {
    if (!checked) return WORDS.lacksCheck;
    const known = checked.review.tables.some((t) => /^表\d$/.test(t.form));
    return known ? undefined : WORDS.lacksTables;
  },
  View: NarrativeArea,
};
