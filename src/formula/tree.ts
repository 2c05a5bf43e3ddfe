// The tree of a formula in the officials' notation. Knows the shape of the notation; resolves nothing.

/** 关系符: 等于 · 不大于 · 不小于 · 在区间内. */
export type Relational = '=' | '≤' | '≥' | '∈';

/** 坐标路径: names, codes, levels or axes that together must resolve to one amount. */
export interface Path {
  readonly kind: 'path';
  /** Period or 主体 before the table (上年), as written. */
  readonly scope?: string;
  /** Form id (表4); inherited from the rule's prefix when absent. */
  readonly table?: string;
  readonly parts: readonly PathPart[];
}
/** 坐标分段: one name of a path. */
export interface PathPart {
  readonly name: string;
  /** Σ: the members of a group, a level or an axis instead of one of them. */
  readonly sum: boolean;
  /** Written in 「」 because the name holds signs. */
  readonly quoted: boolean;
}

/** 算式: tree of references, numbers and operations. */
export type Node =
  | { readonly kind: 'number'; readonly text: string }
  /** Printed 行次/栏次: `27行`, `6栏各行`. `…` within a sum is kept as an `ellipsis` item. */
  | {
      readonly kind: 'numbered';
      readonly axis: '行' | '栏' | '栏各行';
      readonly items: readonly NumberedItem[];
    }
  | Path
  | {
      readonly kind: 'binary';
      readonly op: '+' | '-' | '×' | '÷';
      readonly left: Node;
      readonly right: Node;
    }
  | { readonly kind: 'negative'; readonly of: Node }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
  /** 档(x; 90→10, 80→9): steps, from the highest threshold down. */
  | {
      readonly kind: 'steps';
      readonly of: Node;
      readonly steps: readonly { readonly from: Node; readonly value: Node }[];
    }
  /** A comparison inside 若(…). */
  | {
      readonly kind: 'relation';
      readonly rel: Relational;
      readonly left: Node;
      readonly right: Node;
    };
/** 编号项: one 行次 or 栏次 of a sum. */
export interface NumberedItem {
  readonly sign: 1 | -1;
  /** A printed number, or `…` (all numbers between its neighbours). */
  readonly number: number | '…';
}

/** 关系式: one `left rel right`. */
export interface Relation {
  readonly left: Node;
  readonly rel: Relational;
  readonly right: Node;
}
/** 规则算式: relations that share the tables of their prefix (`表3: …; …`). */
export interface Rule {
  readonly tables: readonly string[];
  readonly relations: readonly Relation[];
}

/** 语法问题: at which UTF-16 offset the notation could not be read, and what was expected there. */
export interface SyntaxProblem {
  readonly at: number;
  readonly message: string;
}
