// Matches that depend on the sign before them. Older browsers know no look-behind (a script with one does not even
// start there), so what stands before a match is asked here. Knows nothing of what is looked for.

/** Whether a match may begin at this place of the text. */
export type Begins = (text: string, at: number, found: string) => boolean;

/** None of these signs, a pattern of one character without the flag g, stands directly before the match. */
export const unlessAfter =
  (signs: RegExp): Begins =>
  (text, at) =>
    !signs.test(text[at - 1] ?? '');

/**
 * Every match of a pattern with the flag g that begins where it may; behind one that may not the search goes
 * on.
 */
export function* matchesWhere(
  text: string,
  pattern: RegExp,
  begins: Begins,
): Generator<RegExpExecArray> {
  for (let from = 0; from <= text.length; ) {
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    if (!found) return;
    const fits = begins(text, found.index, found[0]);
    from = fits && found[0] !== '' ? found.index + found[0].length : found.index + 1;
    if (fits) yield found;
  }
}

/** The first of them; undefined where there is none. */
export const matchWhere = (
  text: string,
  pattern: RegExp,
  begins: Begins,
): RegExpExecArray | undefined => matchesWhere(text, pattern, begins).next().value ?? undefined;
