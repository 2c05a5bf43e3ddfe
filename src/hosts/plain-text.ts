// Plain text in the encodings met in Chinese offices: UTF-8, UTF-16 with and without its mark, GB18030. Knows bytes;
// knows nothing of what the words say.

/** Two bytes a character. */
export type Wide = 'utf-16le' | 'utf-16be';

/** So many bytes show how a text is written. */
const SAMPLE = 4096;

/** Characters that texts of ours consist of: half width, Chinese, full width, and their punctuation. */
const usual = (code: number): boolean =>
  (code >= 0x20 && code < 0x7f) ||
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x2000 && code <= 0x33ff) ||
  (code >= 0xff00 && code <= 0xffef) ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0xfeff;

function shareOfUsual(bytes: Uint8Array, little: boolean): number {
  const count = Math.min(bytes.length, SAMPLE) >> 1;
  let found = 0;
  for (let i = 0; i < count; i += 1) {
    const [low, high] = little ? [0, 1] : [1, 0];
    if (usual(bytes[2 * i + low]! | (bytes[2 * i + high]! << 8))) found += 1;
  }
  return count === 0 ? 0 : found / count;
}

const MOST = 0.9;
const FEW = 0.75;

/**
 * UTF-16 as its mark says, or without a mark as its characters do: read one way nearly all are usual ones,
 * the other way many are not; undefined otherwise. Whoever asks without a mark knows that the bytes are no
 * UTF-8.
 */
export function wideIn(bytes: Uint8Array): Wide | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const [little, big] = [shareOfUsual(bytes, true), shareOfUsual(bytes, false)];
  if (little >= MOST && big < FEW) return 'utf-16le';
  return big >= MOST && little < FEW ? 'utf-16be' : undefined;
}

/**
 * Without the mark of byte order: it is no part of the text, and offsets do not count it. Undefined without
 * an encoding, and where the bytes are none of it.
 */
export function decoded(bytes: Uint8Array, encoding: string | undefined): string | undefined {
  if (encoding === undefined) return undefined;
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** 文字 of a plain file; undefined when it is none. */
export const plainFile = (bytes: Uint8Array): string | undefined =>
  decoded(bytes, 'utf-8') ?? decoded(bytes, wideIn(bytes)) ?? decoded(bytes, 'gb18030');
