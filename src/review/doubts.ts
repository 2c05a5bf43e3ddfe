// Cells that the 体检 does not trust: whoever takes a number from one of them says so. Decides nothing.
import type { Finding } from '../assertions/finding.ts';
import type { Review } from '../review.ts';
import { kindOf } from './attention.ts';
import { culpritsOf } from './culprits.ts';
import { isOwn } from './suspects.ts';

/** A cell as it is looked up: sheet!A1. */
export const cellKey = (sheet: string, address: string): string => `${sheet}!${address}`;

const isOpen = (f: Finding): boolean => ['error', 'warning'].includes(kindOf(f));

/**
 * 存疑的单元格, each with what is said of it: those at fault where that is decided, else the cells that state
 * what does not hold.
 */
export function doubtsOf({ told, suspects }: Review): ReadonlyMap<string, string> {
  const open = told.filter(isOpen);
  const culprits = culpritsOf(
    open.filter((f) => f.group !== undefined),
    suspects,
  );
  const sure = culprits.filter((c) => c.kind !== 'either');
  const settled = new Set(sure.flatMap((c) => c.findings));
  const doubts = new Map<string, string>();
  for (const { cells, title } of sure)
    for (const s of cells) doubts.set(cellKey(s.sheet, s.address), `${title}。`);
  for (const f of open) {
    const stated = f.cells.find((c) => c.role === 'stated' && isOwn(c));
    const key = stated && cellKey(stated.sheet, stated.address);
    if (key && !settled.has(f) && !doubts.has(key)) doubts.set(key, f.message);
  }
  return doubts;
}
