// Everything a careful reader also sees, in the order of the rooms. Knows which remarks there are.
import type { CarefulTask, Remark } from './careful.ts';
import {
  contentsOf,
  datesOf,
  fundsOf,
  misspelledNames,
  scopeWords,
  subjectNames,
} from './own-words.ts';
import { procuredOf } from './procured.ts';
import { reasonsOf } from './reasons.ts';
import { subjectsSaid } from './subjects.ts';
import { threeOf } from './three.ts';

/** 细读: remarks on completeness and words. */
export function carefulOf(task: CarefulTask): Remark[] {
  return [
    ...threeOf(task),
    ...fundsOf(task),
    ...scopeWords(task),
    ...misspelledNames(task),
    ...datesOf(task),
    ...contentsOf(task),
    ...subjectNames(task),
    ...reasonsOf(task),
    ...subjectsSaid(task),
    ...procuredOf(task),
  ];
}
