// Rows of numbers told apiece (分别, 依次), and the items that each belongs to. Knows the walk's state.
import type { Token } from '../text/tokens.ts';
import { amountOf, type ToldItem } from './account.ts';
import { isClosing } from './closing.ts';
import type { Statement } from './saying.ts';
import type { Walking } from './walking.ts';

/** How many numbers stand beside each other from a place on. */
function lengthAt(tokens: readonly Token[], at: number): number {
  let last = tokens[at]!.figure;
  let length = 1;
  for (const { figure } of tokens.slice(at + 1, at + 1 + LONGEST)) {
    if (!figure) continue;
    if (figure.after !== last) break;
    last = figure;
    length += 1;
  }
  return length;
}
const LONGEST = 40;

const ROWS = new Set(['share', 'growth', 'change', 'done', 'amount']);

/** A 1万元、B 2万元，分别占p和q: the items that a row goes with; those of the last row where none is meant. */
export function rowOf(walk: Walking, said: Statement, at: number): ToldItem[] {
  const { tuple, sentence, tokens } = walk;
  const later = said.measure !== 'amount' || said.past;
  if (said.figure.after || !later || !ROWS.has(said.measure)) return tuple;
  if (!said.lead.some((t) => t.kind === 'each')) return tuple;
  const n = lengthAt(tokens, at);
  if (n < 2 || (tuple.length === n && tuple[0]!.sentence === sentence)) return tuple;
  const told = sentence.items.filter((i) => amountOf(i) && !i.inReason && !i.totalled);
  const runs = [...new Set(told.map((i) => i.unit))].map((unit) => {
    const last = told.findLast((i) => i.unit === unit);
    return told.filter((i) => i.unit === unit && i.list === last?.list && !isClosing(i));
  });
  const run = runs.findLast((r) => r.length === n) ?? runs.at(-1) ?? [];
  const own = run.length === n || run[0]?.list ? run.slice(-n) : [];
  if (own.length < n) return tuple;
  for (const item of own) item.tuple ??= own;
  return own;
}
