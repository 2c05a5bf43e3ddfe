// What a number of a text was read as. Knows roles; knows no words.
import type { NumberToken } from '../text/numbers.ts';
import type { Indicator } from './dictionary.ts';
import type { Base, Role } from './lead.ts';

/** 所述: what a number is said of; without indicators it is only known within its sentence. */
export interface Subject {
  readonly key: string;
  readonly indicators: readonly Indicator[];
}

/** 提及: a number of the text with its meaning. */
export interface Mention {
  readonly index: number;
  readonly token: NumberToken;
  readonly subject: Subject;
  readonly role: Role;
  readonly base?: Base;
  readonly sign?: 1 | -1;
  /** 年初, 全年 … of a budget or a completion. */
  readonly budget?: string;
  /** Keys of the whole that a share is of. */
  readonly wholes?: readonly string[];
  readonly section: string | undefined;
  readonly accounts: boolean;
  readonly sentence: number;
  /** Said of a percentage, but the sign is missing. */
  readonly unsigned?: boolean;
  /** Its own clause names it; otherwise the name was carried. */
  readonly named?: boolean;
  /** Its name was carried from a numbered line into one without a number. */
  readonly loose?: boolean;
  /** Number of the 其中 list it stands in. */
  readonly list?: number;
}

/** A number whose own wording says what it is: of no quantity of the dictionary. */
export const alone = (token: NumberToken, index: number): Mention => ({
  index,
  token,
  subject: { key: `#自明${index}`, indicators: [] },
  role: 'amount',
  section: undefined,
  accounts: false,
  sentence: -1 - index,
});

/** Words that say that nothing is left out; words that open any list. */
export const COMPOSITION =
  /以下方面|以下几个?方面|如下方面|按(?:支出)?功能(?:科目)?分类(?:科目)?(?:划分|看|分)?(?=[：，])/;
/** Words that open a list of parts, whether or not anything is left out of it. */
export const LISTING = new RegExp(`其中|${COMPOSITION.source}`);

/** 其中 or 主要用于以下方面: a list of parts, the amount before it, and whether it claims to be whole. */
export interface NamedParts {
  readonly id: number;
  /** Index of the mention that is the whole. */
  readonly whole: number | undefined;
  /** 主要用于以下方面: nothing is left out. */
  readonly composition: boolean;
  /** Ends in 等: nothing is claimed. */
  open: boolean;
  readonly start: number;
  end: number;
}
