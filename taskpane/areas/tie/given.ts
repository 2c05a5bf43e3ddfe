// A manuscript in hand, and what was found of it. Types only.
import type { ForeignText } from '../../../src/narrative/first-reading.ts';
import type { Adopted } from '../../../src/review/adopted.ts';
import type { Annotation } from '../../../src/review/annotations.ts';
import type { TextCorrection } from '../../../src/review/corrections.ts';
import type { FoundOfText } from './finder.ts';
import type { BookletFile } from './opening.ts';

/** 文稿在手: as it was given, and what was taken over since. */
export interface Given {
  readonly name: string;
  /** The file it was read from, where it has tables and places. */
  readonly file?: BookletFile;
  readonly original: ForeignText;
  readonly adopted: readonly Adopted[];
  readonly before: readonly (readonly Adopted[])[];
}

/** 核对结果 of a manuscript, as far as it was corrected then. */
export interface Tied extends FoundOfText {
  readonly text: ForeignText;
  readonly adopted: readonly Adopted[];
  readonly corrections: readonly TextCorrection[];
  /** What is noted in the file itself: of the text as it was given. */
  readonly notes: () => Promise<readonly Annotation[]>;
}
