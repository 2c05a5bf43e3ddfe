// What is wrong in words, and what it takes to look for it. Knows no pattern.

import type { Desk } from '../names/desk.ts';
import type { Dictionary } from '../names/dictionary.ts';
import type { Mention } from '../names/mention.ts';
import type { Numbers } from '../text/numbers.ts';
import type { OutlinePlace } from '../text/outline.ts';
import type { PlainText } from '../text/plain.ts';

/** 文字问题, offsets of the plain text. */
export interface Wrong {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** 文稿归属: the year and the names by which it is read, and what contradicts the workbook. */
export interface Whose {
  readonly year: number | undefined;
  /** The workbook's name, or the text's where there is none. */
  readonly department: string | undefined;
  /** All names the department goes by. */
  readonly departments: readonly string[];
  readonly wrong: readonly Wrong[];
}

/** 查文字所需: the text as it was read, and what was found wrong before. */
export interface WordingTask {
  readonly plain: PlainText;
  readonly places: readonly OutlinePlace[];
  readonly numbers: Numbers;
  readonly dictionary: Dictionary;
  readonly desk: Desk;
  readonly whose: Whose;
  /** Numbers found wrong: words about them are not held against them too. */
  readonly broken: ReadonlySet<Mention>;
}
