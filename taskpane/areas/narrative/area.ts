// 说明 as one of the pane's tabs, and what it needs.
import { lazy } from 'react';
import type { Area } from '../area.ts';
import { NARRATIVE_WORDS } from './words.ts';

export const NARRATIVE: Area = {
  id: 'narrative',
  title: '说明',
  lacks: (checked) => {
    if (!checked) return NARRATIVE_WORDS.lacksCheck;
    const known = checked.review.tables.some((t) => /^表\d$/.test(t.form));
    return known ? undefined : NARRATIVE_WORDS.lacksTables;
  },
  // It comes when it is first opened.
  View: lazy(async () => ({ default: (await import('./NarrativeArea.tsx')).NarrativeArea })),
};
