// Of what a number is: the name in its own clause, what was spoken of, the whole of the list before, a name that the
// section does not know but the tables do. Knows the order in which these are tried; reads no role.
import type { NumberToken } from '../text/numbers.ts';
import type { OutlinePlace } from '../text/outline.ts';
import type { Carried } from './carried.ts';
import { columnOf } from './item-columns.ts';
import type { LeadReading } from './lead.ts';
import { wholeBehind } from './list-whole.ts';
import type { Mention, NamedParts, Subject } from './mention.ts';
import { isNumbered } from './passages.ts';
import type { ReadingTask } from './reading-task.ts';
import { type Around, isAnother, subjectIn } from './subject.ts';
import { vocabularyFor } from './vocabularies.ts';
import type { Vocabulary } from './vocabulary.ts';

/** 泛指: a name that the heading does not settle; it may confirm, and accuse only where a slip is plain. */
export const WIDE = '泛指';

/** 所指: the subject, and how it was found. */
export interface Meant {
  readonly subject: Subject;
  /** Named in its own clause. */
  readonly named: boolean;
  /** It may as well be another's. */
  readonly loose: boolean;
}

/** 读到此处: what stands around a number. */
export interface Here {
  readonly reading: LeadReading;
  readonly words: string;
  readonly vocabulary: Vocabulary;
  readonly token: NumberToken;
  readonly carried: Carried;
  readonly mentions: readonly Mention[];
  readonly lists: readonly NamedParts[];
}

const OUTCOME = /^[，、]?(?:支出决算|决算支出|支出|决算)(?:数|金额)?(?:为|是|：)?$/;

/** 教育支出年初预算为a，支出决算为b: what became of the budget right before it, whatever the section calls 支出决算. */
const isOutcome = ({ reading, words, carried, mentions }: Here): boolean => {
  const before = mentions.at(-1);
  return (
    reading.role === 'amount' &&
    before?.role === 'budget' &&
    before.sentence === carried.sentence &&
    OUTCOME.test(words)
  );
};

/** 辨名: of what each number is, in reading order. */
export class Meaning {
  /** Names of all sections. */
  readonly everything: Vocabulary;
  readonly #departments: readonly string[];
  #nameless = 0;

  constructor(readonly task: ReadingTask) {
    const all: OutlinePlace = { section: undefined, accounts: false, heading: 0, level: -1 };
    this.everything = vocabularyFor(task, all, true, true);
    this.#departments = task.departments.map((d) => d.replace(/[\s"“”]/g, ''));
  }

  around(vocabulary: Vocabulary, { under }: Carried): Around {
    return { vocabulary, departments: this.#departments, under };
  }

  of(here: Here): Meant {
    const { reading, words, vocabulary, carried, mentions, lists } = here;
    const found = isOutcome(here)
      ? 'carried'
      : subjectIn(reading, words, this.around(vocabulary, carried));
    if (found === 'carried') {
      const whole = wholeBehind(mentions, lists, reading, carried);
      if (whole) return { subject: whole, named: false, loose: true };
      const { subject } = carried;
      const other = !subject || isAnother(words, subject, mentions.at(-1));
      return { subject: other ? this.unnamed() : subject, named: false, loose: false };
    }
    const own = found && this.#column(found, here);
    if (own) return { subject: this.distinct(own), named: true, loose: false };
    const wide = found ? undefined : this.#elsewhere(here);
    return wide
      ? { subject: wide, named: false, loose: true }
      : { subject: this.unnamed(), named: found !== undefined, loose: false };
  }

  /** A name that other sections know: an amount may be the same figure again. */
  #elsewhere({ reading, words, carried }: Here): Subject | undefined {
    if (reading.role !== 'amount') return undefined;
    const found = subjectIn(reading, words, this.around(this.everything, carried));
    if (!found || found === 'carried') return undefined;
    const counted = found.indicators.some((i) => i.counted || !i.says);
    return counted ? undefined : this.distinct({ ...found, key: WIDE });
  }

  /** 其中：基本支出…: of the item spoken of, where its row has it so. */
  #column(named: Subject, { words, token, carried, mentions }: Here): Subject | undefined {
    const { subject, sentence } = carried;
    const line = this.task.plain.paragraphs[token.paragraph]!;
    const near = mentions.at(-1)?.sentence === sentence || isNumbered(line.text);
    const whole = mentions.findLast((m) => m.role === 'amount')?.token;
    return columnOf(named, token, { subject, whole, words, near }, this.task);
  }

  /** A name below 类 that no row resolves: 行政运行 stands under several. */
  distinct(subject: Subject): Subject {
    if (!/^(?:科目·表\d·…|泛指)/.test(subject.key)) return subject;
    this.#nameless += 1;
    return { ...subject, key: `${subject.key}#${this.#nameless}` };
  }

  unnamed(): Subject {
    this.#nameless += 1;
    return { key: `#${this.#nameless}`, indicators: [] };
  }
}
