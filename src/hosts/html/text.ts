// The running text of a web page, for whoever wants no table of it.
import type { OpenedText } from '../docx/open.ts';
import { Refusal } from '../xlsx/refusal.ts';
import { readHtmlBooklet } from './read.ts';

const TROUBLE =
  '这个网页读不了，请在浏览器中另存为“网页，全部”，或复制文字粘贴到这里；原文件未改动。';

/** 网页文字; what stands in the way comes back as a value. */
export function readHtmlText(bytes: Uint8Array): OpenedText {
  try {
    const { text, broken } = readHtmlBooklet(bytes);
    if (text.trim() !== '') return { ok: true, text, broken };
    return { ok: false, error: { code: 'damaged', message: TROUBLE } };
  } catch (error) {
    const own = error instanceof Refusal && error.own;
    const code = error instanceof Refusal ? error.code : 'internal';
    return { ok: false, error: { code, message: own ? (error as Refusal).message : TROUBLE } };
  }
}
