// What a reader of a text keeps in mind from clause to clause and from sentence to sentence.
import { DEEPEST } from '../clauses/walking.ts';
import type { Base, LeadReading } from './lead.ts';
import type { NamedParts, Subject } from './mention.ts';

/** 承上: what the words before have settled. */
export interface Carried {
  subject: Subject | undefined;
  section: string | undefined;
  base: Base | undefined;
  /** What the sentence before compared with: 其中 goes on with it. */
  lastBase: Base | undefined;
  reason: boolean;
  sentence: number;
  list: NamedParts | undefined;
  /** 分别为: subjects still to be told, with the reading they share. */
  queue: { subjects: Subject[]; reading: LeadReading; base: Base | undefined } | undefined;
  /** Subjects of the last list told apiece: 占比分别为 goes on with them. */
  apiece: readonly Subject[];
  lastAmount: number | undefined;
  /** The year its sentence speaks of. */
  year: number | undefined;
  /** Code of the 类 or 款 spoken of: names below it may follow alone. */
  under: string | undefined;
  /** Subjects that open brackets interrupt, the innermost last. */
  interrupted: readonly (Subject | undefined)[];
  /** 完成全年预算 100 万元的 95%: what a rate behind 的 would say. */
  announced: { reading: LeadReading; subject: Subject | undefined } | undefined;
  /** A list announced at the end of a paragraph. */
  pending: NamedParts | undefined;
  /** Of a numbered line, carried into one without a number: it may as well be of the whole section. */
  loose: boolean;
}

/** At the head of a section nothing is settled. */
export const fresh = (section: string | undefined, sentence: number): Carried => ({
  subject: undefined,
  section,
  base: undefined,
  lastBase: undefined,
  reason: false,
  sentence,
  list: undefined,
  queue: undefined,
  apiece: [],
  lastAmount: undefined,
  year: undefined,
  under: undefined,
  interrupted: [],
  announced: undefined,
  pending: undefined,
  loose: false,
});

/** A new sentence keeps its subject and an announced list; comparison, year and reason end. */
export const nextSentence = (last: Carried): Carried => ({
  ...fresh(last.section, last.sentence + 1),
  subject: last.subject,
  lastBase: last.base,
  lastAmount: last.lastAmount,
  under: last.under,
  pending: last.pending,
  list: last.pending,
  loose: last.loose,
});

/** 财政拨款收入…（其中：一般公共预算…），占…: behind the bracket goes on what stood before it. */
export function bracketed(carried: Carried, words: string): Carried {
  let { subject, interrupted } = carried;
  for (const char of words.replace(/（[^（）]*）/g, '')) {
    if (char === '（' && interrupted.length < DEEPEST) interrupted = [...interrupted, subject];
    if (char !== '）' || interrupted.length === 0) continue;
    subject = interrupted.at(-1);
    interrupted = interrupted.slice(0, -1);
  }
  return { ...carried, subject, interrupted };
}
