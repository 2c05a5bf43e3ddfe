// 文字问题登记: the code of every check of a text's words and lists, by the id that its head has in the catalogue.
// What is looked for is what stands here, in this order; code that says two things stands under both. Knows which
// remarks there are; looks for none itself.
import type { Account } from '../clauses/account.ts';
import type { CarefulTask, Remark } from './careful.ts';
import { contentsOf } from './contents.ts';
import { directionsOf } from './directions.ts';
import { levelsOf } from './levels.ts';
import { economicLists, sentencesOfNothing, type WrongList } from './lists.ts';
import { datesOf, fundsOf, misspelledNames, scopeWords, subjectNames } from './own-words.ts';
import { procuredOf } from './procured.ts';
import { reasonsOf } from './reasons.ts';
import { subjectsSaid } from './subjects.ts';
import { threeOf } from './three.ts';
import { unsignedOf } from './unsigned.ts';
import { levels, numbering, residues, unfinished, years } from './wording.ts';
import type { WordingTask } from './wrong.ts';

/** 查文字所需: for those that look at words, at clauses, and at sections carefully. */
interface RemarkTask {
  readonly wording: WordingTask;
  readonly careful: CarefulTask;
  readonly account: Account;
}

/** 文字问题 with its own weight, or the cells that say otherwise. */
type Told = Remark & WrongList;
/** `told`: what was found before. */
type Code = (task: RemarkTask, told: readonly Told[]) => readonly Told[];

const worded =
  (look: (task: WordingTask) => readonly Told[]): Code =>
  ({ wording }) =>
    look(wording);
const carefully =
  (look: (task: CarefulTask) => readonly Told[]): Code =>
  ({ careful }) =>
    look(careful);

const template = worded(residues);
const whose = worded((task) => task.whose.wrong);
const subjects = carefully(subjectsSaid);
const directions: Code = ({ wording }, told) => directionsOf(wording, told);

/** 文字问题登记: the code of a check by its id. */
export const TEXT_REMARKS: Readonly<Record<string, readonly Code[]>> = {
  C21: [template],
  C23: [worded(levels)],
  C25: [worded(numbering)],
  C26: [worded(unfinished), directions],
  C28: [whose, carefully(misspelledNames)],
  C22: [template, whose, worded(years), carefully(datesOf)],
  C27: [directions, ({ account }) => levelsOf(account)],
  C24: [directions, ({ account, wording }, told) => unsignedOf(account, wording.plain, told)],
  C10: [({ wording: { desk, plain } }) => economicLists(desk, plain)],
  C15: [
    ({ wording: { desk, plain, places } }) => sentencesOfNothing(desk, plain, places),
    carefully(fundsOf),
  ],
  C41: [carefully(threeOf)],
  C42: [carefully(scopeWords)],
  C44: [carefully(contentsOf)],
  C09: [carefully(subjectNames)],
  C43: [carefully(reasonsOf)],
  C46: [subjects],
  C47: [subjects],
  C48: [carefully(procuredOf)],
  C49: [subjects],
};

const ALL = [...new Set(Object.values(TEXT_REMARKS).flat())];

/** 查文字: everything wrong in words and lists. */
export function remarksOn(task: RemarkTask): readonly Told[] {
  const told: Told[] = [];
  for (const look of ALL) told.push(...look(task, told));
  return told;
}
