// The common head of every declaration of the catalogue, and what it means to be in force.

/** 严重程度: what 不符 means. 强制 must be mended, 核实 explained, 提示 is for information. */
export type Severity = 'error' | 'warning' | 'note';

/** 规程条目: id, title, 依据, years and place of a declaration. */
export interface Declaration {
  readonly id: string;
  readonly title: string;
  /** 依据: where the rule is written. */
  readonly basis: string;
  readonly since: number;
  readonly until?: number;
  /** Region it is confined to, as a path 省/市/区; absent means 全国. */
  readonly region?: string;
  readonly severity: Severity;
}
