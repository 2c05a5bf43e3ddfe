// The areas, in the order of the tabs.
import type { Area } from './area.ts';
import { CheckArea } from './check/CheckArea.tsx';
import { EVALUATION } from './evaluation/area.ts';
import { NARRATIVE } from './narrative/area.ts';
import { TIE } from './tie/area.ts';

export const AREAS: readonly Area[] = [
  { id: 'check', title: '体检', View: CheckArea },
  EVALUATION,
  NARRATIVE,
  TIE,
];
