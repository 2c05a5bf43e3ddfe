// What a reader of a text keeps in mind from clause to clause and from sentence to sentence.
import type { Base, Reading } from './lead.ts';
import type { PartList, Subject } from './mention.ts';

/** 承上: what the words before have settled. */
export interface Carried {
  subject: Subject | undefined;
  section: string | undefined;
  base: Base | undefined;
  reason: boolean;
  sentence: number;
  list: PartList | undefined;
  /** 分别为: subjects still to be told, with the reading they share. */
  queue: { subjects: Subject[]; reading: Reading; base: Base | undefined } | undefined;
  /** Subjects of the last list told apiece: 占比分别为 goes on with them. */
  apiece: readonly Subject[];
  lastAmount: number | undefined;
  /** The year its sentence speaks of. */
  year: number | undefined;
  /** A list announced at the end of a paragraph. */
  pending: PartList | undefined;
}

/** At the head of a section nothing is settled. */
export const fresh = (section: string | undefined, sentence: number): Carried => ({
  subject: undefined,
  section,
  base: undefined,
  reason: false,
  sentence,
  list: undefined,
  queue: undefined,
  apiece: [],
  lastAmount: undefined,
  year: undefined,
  pending: undefined,
});

/** A new sentence keeps its subject and an announced list; comparison, year and reason end. */
export const nextSentence = (last: Carried): Carried => ({
  ...fresh(last.section, last.sentence + 1),
  subject: last.subject,
  lastAmount: last.lastAmount,
  pending: last.pending,
  list: last.pending,
});
