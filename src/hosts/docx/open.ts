// Opens a text by what it holds: Word, or plain text in the encodings met in Chinese offices. Never throws:
// what stands in the way comes back as a value with a sentence for people.
import { plainFile } from '../plain-text.ts';
import { isCompound, streamNames } from '../xlsx/compound.ts';
import type { Inflate } from '../xlsx/inflate.ts';
import { LIMITS, type Limits } from '../xlsx/limits.ts';
import { archiveIn } from '../xlsx/prefix.ts';
import { Refusal, refuse } from '../xlsx/refusal.ts';
import { readDocx } from './read.ts';

/** 文稿打开结果; `broken`: lines may be broken where a printed page ended. */
export type OpenedText =
  | { readonly ok: true; readonly text: string; readonly broken: boolean }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

const SENTENCES: Readonly<Record<string, string>> = {
  encrypted: '文件有打开密码，请先在 Word 中打开，取消密码后另存一份再核对；原文件未改动。',
  damaged: '文件已损坏，无法读取，请在 Word 中打开并另存一份再核对；原文件未改动。',
  'too-large': '文件过大，请只保留情况说明的文字，另存一份再核对；原文件未改动。',
  refused:
    '文件结构异常，为安全起见没有读取，请在 Word 中打开并另存为 .docx 再核对；原文件未改动。',
  internal: '读取文件时出现意外，请在 Word 中打开并另存为 .docx 再核对；原文件未改动。',
};
const OLD_WORD = '这是旧版 Word 文档（.doc），请在 Word 中另存为 .docx 再核对；原文件未改动。';
const NOT_TEXT = '这不是文稿，请选择 .docx、.pdf、.html、.txt 或 .md 文件；原文件未改动。';
const PDF =
  '这是 PDF。请打开它，全选、复制文字，粘贴到核对文稿里（或存为 .txt）再核对；扫描的 PDF 请用文稿的 Word 版。原文件未改动。';
const PICTURE = '这是图片，里面没有文字，请用文稿的 Word 版或文字版再核对；原文件未改动。';
const NO_WORDS =
  '文件里没有文字，可能是扫描的图片，请用文稿的 Word 版或文字版再核对；原文件未改动。';
const EMPTY = '文件是空的，没有文字，请换用完整的文稿；文件未改动。';

/** What people drop here by mistake, by its first bytes. */
const FOREIGN: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], PDF],
  [[0x89, 0x50, 0x4e, 0x47], PICTURE],
  [[0xff, 0xd8, 0xff], PICTURE],
];

function read(given: Uint8Array, limits: Limits, inflate?: Inflate): OpenedText {
  if (given.length > limits.fileBytes) refuse('too-large');
  const foreign = FOREIGN.find(([head]) => head.every((b, i) => given[i] === b));
  if (foreign) refuse('not-a-workbook', foreign[1]);
  const bytes = isCompound(given) ? given : archiveIn(given);
  if (bytes.length === 0) refuse('damaged', EMPTY);
  if (isCompound(bytes)) {
    const streams = streamNames(bytes);
    if (streams.has('EncryptedPackage')) refuse('encrypted');
    return refuse('not-a-workbook', streams.has('WordDocument') ? OLD_WORD : NOT_TEXT);
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const text = readDocx(bytes, limits, inflate);
    if (text.trim() === '') refuse('damaged', NO_WORDS);
    return { ok: true, text, broken: false };
  }
  if (bytes.length > limits.partBytes / 8) refuse('too-large');
  const text = plainFile(bytes) ?? refuse('not-a-workbook', NOT_TEXT);
  if (text.trim() === '') refuse('damaged', EMPTY);
  return { ok: true, text, broken: true };
}

/**
 * 打开文稿. Never throws: what stands in the way comes back with a code, such as `not-a-text`, and a sentence for
 * people.
 */
export function openText(
  bytes: Uint8Array,
  options: { readonly limits?: Partial<Limits>; readonly inflate?: Inflate } = {},
): OpenedText {
  try {
    return read(bytes, { ...LIMITS, ...options.limits }, options.inflate);
  } catch (error) {
    const code =
      error instanceof Refusal ? error.code : error instanceof RangeError ? 'damaged' : 'internal';
    const own = error instanceof Refusal && /Word|文稿|文字/.test(error.message);
    const message = own ? (error as Refusal).message : (SENTENCES[code] ?? NOT_TEXT);
    return { ok: false, error: { code: code === 'not-a-workbook' ? 'not-a-text' : code, message } };
  }
}
