// Words that the careful reader looks for, as data. Knows shapes only.

/** “三公”的一项: how it is named, and what an amount above zero must be told with. */
export interface ThreeItem {
  readonly title: string;
  /** Regular expression for its being spoken of at all. */
  readonly named: string;
  /** Names right before its amount. */
  readonly amounts: readonly string[];
  readonly needs: readonly { readonly name: string; readonly given: string }[];
}

/** 细读用词: words of the remarks of this room, as data. */
export interface CarefulWords {
  /** Section of 三公 in the outline, and its items. */
  readonly three: {
    readonly section: string;
    /** Behind the name of one item: then it is the subtotal of two. */
    readonly merged: string;
    readonly items: readonly ThreeItem[];
  };
  /** Funds whose sections may have nothing to tell: section, own words, words of the other. */
  readonly funds: readonly { readonly section: string; readonly words: readonly string[] }[];
  readonly nothing: readonly string[];
  /** Reasons that speak of more, and of less. */
  readonly more: readonly string[];
  readonly less: readonly string[];
  /** A reason that speaks of another year or of two things says nothing of direction. */
  readonly aside: readonly string[];
  /** What is left over grows where less is spent. */
  readonly carried: readonly string[];
  /** What a closing date is told of. */
  readonly held: readonly string[];
}
