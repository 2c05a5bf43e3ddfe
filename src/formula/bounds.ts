// How long a formula may be: what is longer than people write would only exhaust the reader. Knows tokens; knows no
// formula.
import { type FormulaToken, tokens } from './tokens.ts';
import type { SyntaxProblem } from './tree.ts';

/** What the reader cannot take, on its way out. */
export class TooDeep extends Error {
  constructor(readonly problem: SyntaxProblem) {
    super(problem.message);
  }
}

/** Brackets within brackets that a person still reads. */
export const DEEPEST_BRACKETS = 100;
const LONGEST = 10_000;
const MOST_TOKENS = 2000;

const tooLong = (at: number): TooDeep => new TooDeep({ at, message: '算式太长，请分成几条写' });

/** Tokens of a formula of bearable length: 10,000 characters, 2,000 tokens. Throws `TooDeep` beyond. */
export function tokensWithin(text: string): FormulaToken[] {
  if (text.length > LONGEST) throw tooLong(LONGEST);
  const list = tokens(text);
  const beyond = list[MOST_TOKENS];
  if (beyond) throw tooLong(beyond.at);
  return list;
}
