// The names of each section, put together once for the tables that texts are held against. Knows no name itself.
import type { OutlinePlace } from '../text/outline.ts';
import type { ReadingTask } from './reading-task.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';
import type { Holdings } from './worth.ts';

type Source = Pick<ReadingTask, 'dictionary' | 'classes' | 'holdings'>;
interface Made {
  readonly source: Source;
  readonly byPlace: Map<string, Vocabulary>;
}
const made = new WeakMap<Holdings, Made>();

/** 词汇 of a section, or of all (`anywhere`), as `vocabularyOf` gives it. */
export function vocabularyFor(
  source: Source,
  place: OutlinePlace,
  anywhere: boolean,
  wholes = false,
): Vocabulary {
  const { dictionary, classes, holdings } = source;
  let own = made.get(holdings);
  if (own?.source.dictionary !== dictionary || own.source.classes !== classes) {
    own = { source, byPlace: new Map() };
    made.set(holdings, own);
  }
  const key = `${place.section ?? ''}|${place.accounts}|${anywhere}|${wholes}`;
  let known = own.byPlace.get(key);
  if (!known) {
    known = vocabularyOf(place, anywhere, dictionary, classes, holdings, wholes);
    own.byPlace.set(key, known);
  }
  return known;
}
