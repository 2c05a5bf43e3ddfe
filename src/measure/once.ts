// What depends on a text alone is worked out once: a memory with a bound. Knows nothing of what it keeps.

/** Longer texts are no labels and are not kept. */
const LONGEST = 200;

/**
 * The same function of a text, remembered. Once `most` texts are held they become the former ones, and what
 * was not asked for since is forgotten at the next turn: no more than twice as many are ever held.
 */
export function once<T>(work: (text: string) => T, most = 8192): (text: string) => T {
  let recent = new Map<string, T>();
  let former = new Map<string, T>();
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined || recent.has(text)) return known as T;
    const value = former.has(text) ? (former.get(text) as T) : work(text);
    if (text.length > LONGEST) return value;
    if (recent.size >= most) {
      former = recent;
      recent = new Map();
    }
    recent.set(text, value);
    return value;
  };
}
