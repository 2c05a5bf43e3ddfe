// Which terms of a sum may count against it: what was taken away, given back, or left. Knows words of leaving.

/** Changes add up with changes, amounts with amounts. */
export const MOVES: ReadonlySet<string> = new Set(['change', 'difference']);
/** 减少, 扣除. */
export const TAKEN = /^[-－−]|[减降扣]|核销|处置|偿还|结余分配/;
/** 退休, 收回: of a change only. */
export const LEFT = /[退缴辞调离亡世]|报废|收回|实/;

/** Signs of up to four terms, the first one positive. */
export const SIGNS: readonly (readonly (1 | -1)[])[] = [
  [1, -1],
  [1, 1, -1],
  [1, -1, 1],
  [1, -1, -1],
  [1, 1, 1, -1],
  [1, 1, -1, 1],
  [1, 1, -1, -1],
  [1, -1, -1, -1],
  [1, -1, 1, -1],
];
