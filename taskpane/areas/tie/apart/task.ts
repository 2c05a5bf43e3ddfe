// What goes to the worker that checks manuscripts, and what comes back. Plain data: what it was given before it keeps.
import type { Catalogue } from '../../../../src/catalogue/index.ts';
import type { Booklet } from '../../../../src/facts/booklet.ts';
import type { Snapshot } from '../../../../src/facts/grid.ts';
import type { Annotation } from '../../../../src/review/annotations.ts';
import type { ReviewOptions } from '../../../../src/review/book.ts';
import type { Stage } from '../course.ts';
import type { FoundOfText, GivenManuscript } from '../finder.ts';
import type { WhoseAccounts } from '../found.ts';

/** 自定规程在内的规程, without what knows places: that is code, and the worker has its own. */
export type Rules = Omit<Catalogue, 'regionIn' | 'regionNamed'>;

/** 打开着的工作簿, to be opened again where it is needed. */
export interface SentWorkbook {
  readonly snapshot: Snapshot;
  /** 下级单位 say nothing of a text, and are not sent. */
  readonly options: Omit<ReviewOptions, 'units'>;
  readonly accounts: WhoseAccounts;
  /** Some of its tables were perhaps misread. */
  readonly doubted: boolean;
  /** Absent where they are those of the program. */
  readonly rules?: Rules;
}

/** 要做的: what is found of a manuscript, or what is noted in its file. */
export type Want = 'find' | 'notes';

export interface FindingTask {
  readonly want: Want;
  readonly given: Omit<GivenManuscript, 'booklet'>;
  /** Absent: the same as before. */
  readonly workbook?: SentWorkbook;
  /** Absent: the same as before; null: none. */
  readonly booklet?: Booklet | null;
}

/** What was wanted. */
export type Answer =
  | { readonly want: 'find'; readonly found: FoundOfText }
  | { readonly want: 'notes'; readonly notes: readonly Annotation[] };

/** 回复: it stands ready, how far it is, what was wanted, or that it went wrong. */
export type FindingReply =
  | { readonly ready: true }
  | { readonly stage: Stage }
  | { readonly answer: Answer }
  | { readonly failed: string };
