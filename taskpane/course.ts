// 本次进展: the checks of a session one after another, what changed between them, and how much is done.
import type { Finding } from '../src/assertions/finding.ts';
import { type Attention, kindOf } from '../src/review/attention.ts';
import type { Review } from '../src/review.ts';

export const findingKey = (f: Finding): string =>
  `${f.rule}|${f.part ?? 0}|${f.cells[0]?.sheet ?? f.sheet ?? ''}|${f.cells[0]?.address ?? f.message}`;

/** How a re-check differs from the one before. */
export interface Difference {
  readonly mended: readonly Finding[];
  readonly left: number;
  readonly fresh: number;
}
export function differenceOf(before: Review, after: Review): Difference {
  const broken = (r: Review) => r.told.filter((f) => f.verdict === 'broken');
  const was = new Map(broken(before).map((f) => [findingKey(f), f]));
  const now = new Set(broken(after).map(findingKey));
  const mended = [...was].filter(([key]) => !now.has(key)).map(([, f]) => f);
  const fresh = [...now].filter((key) => !was.has(key)).length;
  return { mended, left: now.size - fresh, fresh };
}

/** 一次体检 as it is remembered. */
export interface Past {
  readonly at: Date;
  readonly attention: Attention;
  readonly mended: readonly Finding[];
  readonly fresh: readonly Finding[];
}

/** 进展: the checks so far, and every finding that asked for something in one of them. */
export interface Progress {
  readonly checks: readonly Past[];
  readonly seen: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
}
export const NO_PROGRESS: Progress = { checks: [], seen: new Set(), open: new Set() };

/** So many checks are remembered. */
const REMEMBERED = 50;

/** What somebody has to do something about: mend it, explain it, or set it aside. */
const asks = (f: Finding): boolean => ['error', 'warning'].includes(kindOf(f));

export function withCheck(progress: Progress, before: Review | undefined, now: Review, at: Date) {
  const open = new Set(now.told.filter(asks).map(findingKey));
  const known = new Set((before?.told ?? []).filter((f) => f.verdict === 'broken').map(findingKey));
  const fresh = now.told.filter((f) => f.verdict === 'broken' && !known.has(findingKey(f)));
  const mended = before ? differenceOf(before, now).mended : [];
  const past: Past = { at, attention: now.attention, mended, fresh: before ? fresh : [] };
  return {
    checks: [...progress.checks, past].slice(-REMEMBERED),
    seen: new Set([...progress.seen, ...open]),
    open,
  } satisfies Progress;
}

/** 已处理 of everything that asked for something in this session. */
export const doneOf = ({ seen, open }: Progress): { done: number; all: number } => ({
  done: seen.size - open.size,
  all: seen.size,
});
