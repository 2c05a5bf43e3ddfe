// What it takes to read the mentions of a text, and what comes of it. Knows shapes.
import type { NumberToken } from '../text/numbers.ts';
import type { OutlinePlace } from '../text/outline.ts';
import type { PlainText } from '../text/plain.ts';
import type { Dictionary } from './dictionary.ts';
import type { Mention, NamedParts } from './mention.ts';
import type { ClassName } from './vocabulary.ts';
import type { Holdings } from './worth.ts';

/** 读文稿所需: the text, the words it is read by, and the tables beside it. */
export interface ReadingTask {
  readonly plain: PlainText;
  readonly tokens: readonly NumberToken[];
  readonly places: readonly OutlinePlace[];
  readonly dictionary: Dictionary;
  readonly classes: readonly ClassName[];
  readonly holdings: Holdings;
  readonly year: number | undefined;
  /** Names the department goes by: the workbook's and the text's own. */
  readonly departments: readonly string[];
}

/** 读出的文稿: its numbers with their meaning, and its lists of parts. */
export interface ReadMentions {
  readonly mentions: readonly Mention[];
  readonly lists: readonly NamedParts[];
}
