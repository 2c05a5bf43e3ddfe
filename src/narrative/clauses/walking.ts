// What a walk knows at a place, as those see it who look for owners and heads. Knows shapes.
import type { Token } from '../text/tokens.ts';
import type {
  AmountSlot,
  Claim,
  PartList,
  Passage,
  Placed,
  ToldItem,
  ToldSentence,
} from './account.ts';
import type { Statement } from './saying.ts';

/** Brackets and lists within each other: further in nobody reads. */
export const DEEPEST = 24;

/** 行至: the state of a walk. */
export interface Walking {
  readonly tokens: readonly Token[];
  readonly items: readonly ToldItem[];
  readonly claims: Claim[];
  readonly passage: Passage;
  readonly sentence: ToldSentence;
  readonly lastSentence: ToldSentence;
  readonly current: ToldItem | undefined;
  readonly before: Placed | undefined;
  readonly list: PartList | undefined;
  /** Items told apiece in the last row of numbers. */
  tuple: ToldItem[];
  /** Place in the row of numbers that goes on. */
  readonly rowAt: number;
  /** The slot that it fills. */
  rowInto: AmountSlot | undefined;
  /** Within a reason. */
  readonly reason: boolean;
  readonly newItem: (said: Statement, slot: AmountSlot | undefined, ghost?: boolean) => ToldItem;
}

/** A claim before its owner is known. */
export const claimOf = ({ said, sentence }: Placed, list: PartList | undefined): Claim => ({
  said,
  sentence,
  list,
  item: undefined,
  scope: [],
  weak: [],
  joint: [],
  change: undefined,
  base: said.base,
  whole: undefined,
  nth: 0,
  forward: undefined,
});
