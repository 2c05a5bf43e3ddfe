// What goes to the reader that runs apart, and what comes back. Plain data.
import type { OpenedFile } from '../../src/hosts/open.ts';

/** 要打开的文件. */
export interface ReadingTask {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** 回复: it stands ready, or what the file holds. */
export type ReadingReply = { readonly ready: true } | { readonly opened: OpenedFile };
