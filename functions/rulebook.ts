// Scoring rules under the names a cell formula gives them. Knows the catalogue's presets.
import { SCORING } from '../src/catalogue/scoring/index.ts';
import { allOrNothing, bookOf, NOTHING_PRINTED, type Rulebook } from '../src/scoring/book.ts';
import { targetVocabulary } from '../src/scoring/target/words.ts';

/** The words that a target in a cell is read by. */
export const VOCABULARY = targetVocabulary(SCORING.targets);

export const RULE_NAMES = ['武汉', '线性', '全有全无', ...others()] as const;

function others(): string[] {
  return SCORING.presets.map((p) => p.id).filter((id) => id !== '武汉');
}

/** The rules a name stands for; undefined when there is no such name. */
export function bookNamed(name: string): Rulebook | undefined {
  const preset = (id: string) => SCORING.presets.find((p) => p.id === id);
  const base = preset(name) ?? (RULE_NAMES.includes(name) ? preset('武汉') : undefined);
  if (!base) return undefined;
  if (name === '线性') return bookOf(SCORING, base, { ...NOTHING_PRINTED, rules: ['SQ3'] });
  const book = bookOf(SCORING, base);
  return name === '全有全无' ? allOrNothing(SCORING, book) : book;
}
