// The common head of every declaration of the catalogue, and what it means to be in force.
import { Memory } from '../measure/memory.ts';

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
  /** Words of a note under the table with which a difference counts as explained: 会计差错更正 … */
  readonly reasons?: readonly string[];
  /** 自定: a user's own, which comes before the catalogue's of the same id. */
  readonly own?: boolean;
  /** Not to be applied at all. */
  readonly off?: boolean;
}

/** 适用范围: the year of account, and the place from 省 to 区. */
export interface Scope {
  readonly year: number | undefined;
  readonly region: readonly string[];
}

const NEWEST = 9999;
/** Deeper than any path of regions. */
const OWN = 100;

/** How many steps of the place a declaration is confined to; −1 when it does not apply there. */
function specificity(declaration: Declaration, region: readonly string[]): number {
  if (!declaration.region) return 0;
  const path = declaration.region.split('/');
  return path.every((step, i) => region[i] === step) ? path.length : -1;
}

function chosenFrom<T extends Declaration>(all: readonly T[], scope: Scope): readonly T[] {
  const chosen = new Map<string, { declaration: T; depth: number }>();
  for (const declaration of all) {
    // A workbook that names no year is held against the newest rules.
    const year = scope.year ?? NEWEST;
    const timely = declaration.since <= year && year <= (declaration.until ?? NEWEST);
    const place = specificity(declaration, scope.region);
    if (!timely || place < 0) continue;
    const depth = place + (declaration.own ? OWN : 0);
    const known = chosen.get(declaration.id);
    if (known && known.depth === depth) {
      throw new Error(`规程条目 ${declaration.id} 在同一年度、同一地区有两条`);
    }
    if (!known || known.depth < depth) chosen.set(declaration.id, { declaration, depth });
  }
  return [...chosen.values()].map((c) => c.declaration).filter((d) => !d.off);
}

/** By the list, and by year and place: a thousand workbooks of one place have the same. */
const known = new WeakMap<readonly Declaration[], Memory<readonly Declaration[]>>();

/**
 * 现行条目: of each id the most specific declaration for a year and place; the same list for the same scope. Two
 * equally specific ones throw: which of them is law is not ours to choose, and the catalogue is at fault.
 */
export function inForce<T extends Declaration>(all: readonly T[], scope: Scope): readonly T[] {
  let own = known.get(all);
  if (!own) {
    own = new Memory(100);
    known.set(all, own);
  }
  const key = `${scope.year} ${scope.region.join('/')}`;
  return own.of(key, () => chosenFrom(all, scope)) as readonly T[];
}
