// Deflate and checksums: Node's own where it is there, fflate elsewhere. Knows no zip.
import { deflateSync, Inflate as Stream } from 'fflate';
import { refuse } from './refusal.ts';

/** 解压: gives at most `size` bytes; a longer stream is refused, not cut. */
export type Inflate = (data: Uint8Array, size: number) => Uint8Array;

type Zlib = typeof import('node:zlib') & { crc32?: (data: Uint8Array) => number };
/** Asked for at run time, so that a browser bundle holds no trace of it. */
const zlib = (
  globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } }
).process?.getBuiltinModule?.('node:zlib') as Zlib | undefined;

const PIECE = 1 << 14;

/**
 * Fed in pieces, so that a lying size is noticed before memory is gone: then the refusal `damaged` is thrown.
 */
export function portableInflate(data: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let length = 0;
  const stream = new Stream((chunk) => {
    if (length + chunk.length > size) refuse('damaged');
    out.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < data.length || at === 0; at += PIECE) {
    stream.push(data.subarray(at, at + PIECE), at + PIECE >= data.length);
  }
  return length === size ? out : refuse('damaged');
}

function nodeInflate(data: Uint8Array, size: number): Uint8Array {
  const out = zlib!.inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
  return out.length === size ? out : refuse('damaged');
}

/** 解压 of exactly `size` bytes: less, more or a broken stream throws the refusal `damaged`. */
export const inflate: Inflate = (data, size) => {
  try {
    return zlib ? nodeInflate(data, size) : portableInflate(data, size);
  } catch {
    return refuse('damaged');
  }
};

/** 压缩 without any header. */
export const deflate = (data: Uint8Array): Uint8Array => deflateSync(data, { level: 6 });

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
/** CRC-32 as zip writes it, unsigned. */
export function crc32(data: Uint8Array): number {
  if (zlib?.crc32) return zlib.crc32(data);
  let crc = 0xffffffff;
  for (let i = 0; i < data.length; i++) crc = TABLE[(crc ^ data[i]!) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
