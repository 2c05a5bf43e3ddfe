// What depends on a text alone is worked out once. Knows nothing of what it keeps.
import { Memory } from './memory.ts';

/** Longer texts are no labels and are not kept. */
const LONGEST = 200;

/** The same function of a text, remembered. */
export function once<T>(work: (text: string) => T, most = 2048): (text: string) => T {
  const known = new Memory<{ readonly value: T }>(most);
  return (text) => {
    if (text.length > LONGEST) return work(text);
    return (known.recall(text) ?? known.keep(text, { value: work(text) })).value;
  };
}
