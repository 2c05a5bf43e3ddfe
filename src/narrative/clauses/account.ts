// What a text tells, by structure alone: items with their amounts, lists with their heads, and what is claimed
// of them. Knows shapes; reads nothing.
import type { Figure } from '../text/figure.ts';
import type { Token } from '../text/tokens.ts';
import { BUDGETS, type Budget, type ComparedTo, type Statement, type Version } from './saying.ts';

/** 段与句: a paragraph of a text, with the one it stands under. */
export interface Passage {
  readonly id: number;
  /** Label before the first number, of a numbered paragraph. */
  readonly label: string;
  /** Form of its ordinal. */
  readonly style: string | undefined;
  readonly parent: Passage | undefined;
  readonly items: ToldItem[];
}
/** 一句, up to its full stop, with the items told in it. */
export interface ToldSentence {
  readonly id: number;
  readonly passage: Passage;
  readonly items: ToldItem[];
  /** Counts sentences that hold figures; 0 where none does. */
  order: number;
  /** A，加B，总计T. */
  plus: boolean;
}

/** 数额的口径 of an item: a budget or 决算数, an amount of no said kind, or that of the year before. */
export type AmountSlot = Version | 'plain' | 'before';

/** 项: a subject with the amounts told of it. */
export interface ToldItem {
  readonly id: number;
  readonly subject: string;
  /** As its own clause names it. */
  readonly own: string;
  readonly sentence: ToldSentence;
  readonly passage: Passage;
  /** money, or what is counted. */
  readonly unit: string;
  readonly slots: Partial<Record<AmountSlot, Figure>>;
  readonly inReason: boolean;
  readonly year: number | undefined;
  readonly past: boolean;
  readonly start: number;
  /** Heads of the lists it stands in, the innermost first. */
  readonly heads: readonly ToldItem[];
  list: PartList | undefined;
  /** First amount behind a semicolon, a full stop or an ordinal. */
  leads: boolean;
  /** Semicolons and full stops before it. */
  readonly segment: number;
  /** Told with a total word: 合计. */
  totalled: boolean;
  /** A subject that matched nothing: it may only head a list. */
  readonly ghost: boolean;
  /** Its `before` comes from a sibling of another name. */
  loose: boolean;
  /** The year that its `before` is told of. */
  beforeYear: number | undefined;
  /** 持平: its change is nothing. */
  level: boolean;
  /** Items told apiece in one row of numbers. */
  tuple: ToldItem[] | undefined;
  /** Lists that it heads inside another list, without brackets. */
  readonly opens: PartList[];
}

/** 清单: parts told after a head. */
export interface PartList {
  readonly heads: readonly ToldItem[];
  /** What else of its sentence may head it. */
  readonly others: readonly ToldItem[];
  readonly items: ToldItem[];
  /** Amounts of the sentences behind it. */
  readonly after: ToldItem[];
  readonly passage: Passage;
  readonly numbered: boolean;
  readonly inBracket: boolean;
  /** The figure that the list word or bracket stands right behind. */
  readonly total: Figure | undefined;
  /** The name before the list word was not found: nothing is accused. */
  readonly unsure: boolean;
  /** Opened inside another list without a bracket. */
  readonly nested: boolean;
  /** Opened behind a change: its parts are changes. */
  readonly ofChanges: boolean;
  /** Opened by a colon or 主要为 alone: only what a mistake explains is told. */
  readonly loose: boolean;
  /** 等, 含, 主要: at most the whole. */
  some: boolean;
  style: string | undefined;
  lastSlot: number;
}

/** 断言: a statement that is no amount, with the items it may belong to. */
export interface Claim {
  readonly said: Statement;
  readonly sentence: ToldSentence;
  readonly list: PartList | undefined;
  item: ToldItem | undefined;
  /** Likeliest first. */
  scope: readonly ToldItem[];
  /** Items it may be of, of which it may only be confirmed. */
  weak: readonly ToldItem[];
  joint: readonly ToldItem[];
  /** The change a rate stands behind. */
  change: Statement | undefined;
  /** What it is against: said, or told by the change before it. */
  base: ComparedTo | undefined;
  /** The whole named in the phrase. */
  whole: Figure | undefined;
  /** Place in a row told apiece. */
  nth: number;
  /** The same figure told before. */
  readonly twice?: Figure;
  forward: ToldSentence | undefined;
}

/** 大小、持平的说法 with the tokens before and behind it. */
export interface Wording {
  readonly kind: 'level' | 'unlike';
  readonly token: Token;
  readonly item: ToldItem | undefined;
  readonly before: readonly Token[];
  readonly next: readonly Token[];
  readonly sentence: ToldSentence;
  readonly reason: boolean;
}

/** 所述: one text. */
export interface Account {
  readonly items: readonly ToldItem[];
  readonly lists: readonly PartList[];
  readonly claims: readonly Claim[];
  readonly statements: readonly Placed[];
  readonly wordings: readonly Wording[];
}

/** A statement with the place it found. */
export interface Placed {
  readonly said: Statement;
  readonly sentence: ToldSentence;
  item?: ToldItem;
  claim?: Claim;
}

/** 预算数 told of an item, 年初 first. */
export const budgetsOf = (item: ToldItem): Figure[] =>
  BUDGETS.flatMap((b: Budget) => item.slots[b] ?? []);

/** 决算数 of an item, else what stands for it; undefined where no amount of its own year is told. */
export function amountOf(item: ToldItem | undefined): Figure | undefined {
  if (!item) return undefined;
  return item.slots.final ?? item.slots.plain ?? budgetsOf(item)[0];
}
