// 核对文稿 as one of the pane's tabs, and what it needs.
import type { Area } from '../area.ts';
import { TieArea } from './TieArea.tsx';
import { WORDS } from './words.ts';

export const TIE: Area = {
  id: 'tie',
  title: '核对文稿',
  lacks: (checked) => (checked ? undefined : WORDS.lacksCheck),
  View: TieArea,
};
