// 核对文稿 as one of the pane's tabs, and what it needs.
import { lazy } from 'react';
import type { Area } from '../area.ts';
import { TIE_WORDS } from './words.ts';

export const TIE: Area = {
  id: 'tie',
  title: '核对文稿',
  lacks: (checked) => (checked ? undefined : TIE_WORDS.lacksCheck),
  // It comes when it is first opened.
  View: lazy(async () => ({ default: (await import('./TieArea.tsx')).TieArea })),
};
