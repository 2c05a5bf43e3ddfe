// What a careful reader also sees: 三公 told in full, the fund of an empty statement, one word for 部门 or 单位,
// reasons against the change, dates and names that are not this text's, the contents page. Knows words as data and
// where sections stand; numbers are judged elsewhere.
import type { Severity } from '../../assertions/declaration.ts';
import type { Table } from '../../facts/fact.ts';
import type { NumberToken } from '../text/numbers.ts';
import type { OutlinePlace } from '../text/outline.ts';
import type { PlainText } from '../text/plain.ts';
import type { CarefulWords } from './careful-words.ts';
import type { Whose, Wrong } from './wrong.ts';

/** 旁见: a remark with its own weight where that is not its check's. */
export interface Remark extends Wrong {
  readonly severity?: Severity;
}

/** 细读所需: the text with its sections and numbers, and the words to look for. */
export interface CarefulTask {
  readonly plain: PlainText;
  readonly places: readonly OutlinePlace[];
  readonly numbers: readonly NumberToken[];
  readonly whose: Whose;
  readonly words: CarefulWords;
  /** 一般公共预算财政拨款支出决算表 at hand, for the names of 科目. */
  readonly spending: Table | undefined;
}

/** 一节: from its heading to the next heading that is not below it. */
export interface TextSection {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly heading: string;
  /** Offsets of what stands below the heading. */
  readonly body: number;
}

/** Sections of the text by their key in the outline. */
export function sectionsOf({ plain, places }: CarefulTask, key: string): TextSection[] {
  const { paragraphs } = plain;
  return paragraphs.flatMap((p, i): TextSection[] => {
    const own = places[i]!;
    const opens = own.level >= 0 && own.heading > 0 && own.section === key;
    const before = places[i - 1];
    if (!opens || (before?.section === key && own.level > 1)) return [];
    const next = paragraphs.findIndex(
      (_, j) =>
        j > i &&
        places[j]!.level >= 0 &&
        places[j]!.level <= own.level &&
        places[j]!.section !== key,
    );
    const end = next < 0 ? plain.text.length : paragraphs[next]!.start;
    const heading = p.text.slice(0, own.heading);
    return [{ key, start: p.start, end, heading, body: p.start + own.heading }];
  });
}

/** Runs of a stretch that end in 。 or ；, with their offsets. */
export function sentencesIn(
  text: string,
  from: number,
  to: number,
): { start: number; text: string }[] {
  let at = from;
  const sentences = text.slice(from, to).match(/[^。；\n]*[。；\n]|[^。；\n]+/g) ?? [];
  return sentences.map((sentence) => {
    const start = at;
    at += sentence.length;
    return { start, text: sentence };
  });
}
