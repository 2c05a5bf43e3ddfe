// What is open at a place of a text: brackets, lists, the label of a numbered paragraph. Knows shapes.
import type { Figure } from '../text/figure.ts';
import type { Token } from '../text/tokens.ts';
import type { Item, PartList, Passage } from './account.ts';

/** What is open at a place: a bracket with what was spoken of before it, or a list. */
export type Frame =
  | {
      readonly kind: 'bracket';
      readonly item: Item | undefined;
      readonly reason: boolean;
      readonly figure: Figure | undefined;
      listed: boolean;
    }
  | { readonly kind: 'list'; readonly list: PartList };

/** Tokens that a label may hold. */
const LABEL = new Set(['text', '、', 'total', '（', '）', '；', 'year']);

/** The words from a place up to the first that is no name. */
export function labelAt(tokens: readonly Token[], from: number): string {
  let text = '';
  for (const t of tokens.slice(from, from + 40)) {
    if (!LABEL.has(t.kind)) break;
    if (t.kind !== 'year') text += t.text;
  }
  return text.replace(/"/g, '');
}

/** A list just opened. */
export const listOf = (
  heads: readonly Item[],
  passage: Passage,
  more: Partial<PartList>,
): PartList => ({
  heads,
  others: [],
  items: [],
  after: [],
  passage,
  numbered: false,
  inBracket: false,
  total: undefined,
  unsure: false,
  nested: false,
  ofChanges: false,
  some: false,
  style: undefined,
  lastSlot: -1,
  ...more,
});
