// A text as it comes in, and its first reading: one width, one paragraph a line, every number. Knows characters and
// digits; knows no meaning.
import { type Numbers, numbersIn } from './text/numbers.ts';
import { type PlainText, plainTextOf } from './text/plain.ts';

/** 文稿: the text as written, and whether its lines may be broken where a page ended. */
export interface ForeignText {
  readonly text: string;
  readonly broken: boolean;
  /** The same, character for character, in simplified characters. */
  readonly reading?: string;
}

/** 初读: a text of one width, and its numbers; read once for all that read on. */
export interface FirstReading {
  readonly plain: PlainText;
  readonly numbers: Numbers;
}

/** 初读 of a text as written. */
export function firstReading({ text, reading, broken }: ForeignText): FirstReading {
  const plain = { ...plainTextOf(reading ?? text, broken), raw: text };
  return { plain, numbers: numbersIn(plain) };
}
