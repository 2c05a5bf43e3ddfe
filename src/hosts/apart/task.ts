// What goes to the reader that runs apart, and what comes back. Plain data.
import type { OpenedFile } from '../open.ts';

/** 要打开的文件: its bytes, and the name it is told by. */
export interface ApartTask {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** 回复: it stands ready, or what the file holds. */
export type ApartReply = { readonly ready: true } | { readonly opened: OpenedFile };
