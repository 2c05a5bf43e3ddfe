// What is open at a place of a text: brackets, lists, the label of a numbered paragraph. Knows shapes.
import type { Figure } from '../text/figure.ts';
import type { Token } from '../text/tokens.ts';
import type { AmountSlot, PartList, Passage, ToldItem, ToldSentence } from './account.ts';
import { meanUnit } from './amounts.ts';
import type { Statement } from './saying.ts';

/** What is open at a place: a bracket with what was spoken of before it, or a list. */
export type OpenFrame =
  | {
      readonly kind: 'bracket';
      readonly item: ToldItem | undefined;
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
  heads: readonly ToldItem[],
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
  loose: false,
  ofChanges: false,
  some: false,
  style: undefined,
  lastSlot: -1,
  ...more,
});

/** The year its sentence speaks of. */
const yearOf = ({ items }: ToldSentence): number | undefined =>
  items.find((i) => i.year !== undefined)?.year;

type Placed = Pick<
  ToldItem,
  | 'id'
  | 'subject'
  | 'sentence'
  | 'passage'
  | 'inReason'
  | 'heads'
  | 'list'
  | 'leads'
  | 'segment'
  | 'ghost'
>;

/** An item just spoken of, with the amount that names it. */
export const framedItem = (
  said: Statement,
  slot: AmountSlot | undefined,
  placed: Placed,
): ToldItem => ({
  ...placed,
  own: said.subject,
  unit: meanUnit(said),
  slots: slot ? { [slot]: said.figure } : {},
  year: said.year ?? (said.past ? undefined : yearOf(placed.sentence)),
  past: said.past && said.year === undefined,
  start: said.figure.token!.start,
  totalled: said.lead.some((t) => t.kind === 'total'),
  loose: false,
  beforeYear: undefined,
  level: false,
  tuple: undefined,
  opens: [],
});
