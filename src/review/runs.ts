// Numbers of a sum as the notes print them: 1＋2＋…＋26. Knows nothing of tables.

interface Term {
  readonly number: number;
  readonly sign: 1 | -1;
}
/** A longer run of consecutive numbers is shortened. */
const WHOLE = 10;

/** 连加 in print. */
export function chineseRun(terms: readonly Term[]): string {
  const first = terms[0]!.number;
  const run = terms.every((t, i) => t.sign > 0 && t.number === first + i);
  if (run && terms.length > WHOLE) return `${first}＋${first + 1}＋…＋${terms.at(-1)!.number}`;
  return terms
    .map(({ number, sign }, i) => `${i === 0 ? '' : sign > 0 ? '＋' : '－'}${number}`)
    .join('');
}
