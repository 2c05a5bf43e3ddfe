// Runs apart from the page: opens one file, and sends back what it holds. A file that stalls or swells takes nothing
// with it but this.
import { openAny } from '../open.ts';
import type { ApartReply, ApartTask } from './task.ts';

/** What is not packed unfolds into far more than it is; what is packed may not unfold without end. */
const limitsFor = (bytes: Uint8Array) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b
    ? { totalBytes: 128 << 20, partBytes: 64 << 20 }
    : { fileBytes: 32 << 20 };

const post = (reply: ApartReply): void => postMessage(reply);

addEventListener('message', ({ data }: MessageEvent<ApartTask>) => {
  const { bytes, name } = data;
  void openAny(bytes, name, { limits: limitsFor(bytes) }).then((opened) => post({ opened }));
});
post({ ready: true });
