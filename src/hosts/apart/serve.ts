// Inside the worker: opens one file, and sends back what it holds. A file that stalls or swells takes nothing with it but
// the worker.
import { openAny } from '../open.ts';
import type { ApartReply, ApartTask } from './task.ts';

/** What is not packed unfolds into far more than it is; what is packed may not unfold without end. */
const limitsFor = (bytes: Uint8Array) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b
    ? { totalBytes: 128 << 20, partBytes: 64 << 20 }
    : { fileBytes: 32 << 20 };

const post = (reply: ApartReply): void => postMessage(reply);

/** Answers tasks from here on. */
export function serveReading(): void {
  addEventListener('message', ({ data }: MessageEvent<ApartTask>) => {
    if (!('bytes' in data)) return;
    const { bytes, name } = data;
    void openAny(bytes, name, { limits: limitsFor(bytes) }).then((opened) => post({ opened }));
  });
}
