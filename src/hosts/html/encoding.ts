// In which encoding a web page is written: by its mark, by what it says of itself, by what its bytes can be.
import { decoded, wideIn } from '../plain-text.ts';
import { refuse } from '../xlsx/refusal.ts';

const NOT_READABLE =
  '这个网页的文字编码认不出来，请在浏览器中打开它，另存为“网页，全部”（UTF-8），再核对；原文件未改动。';

/** What pages call the encodings they are met in. */
const NAMES: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  'x-gbk': 'gb18030',
  big5: 'big5',
  utf8: 'utf-8',
  'utf-8': 'utf-8',
  unicode: 'utf-16le',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
};
const SAID = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i;

/**
 * 网页文字 by its mark, its own word or what its bytes look like; throws the refusal `damaged` where it cannot be
 * read as any.
 */
export function decodeHtml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const said = NAMES[SAID.exec(head)?.[1]?.toLowerCase() ?? ''];
  // UTF-8 proves itself; a page that says otherwise was stored again by a program.
  const order = ['utf-8', wideIn(bytes), said, 'gb18030'];
  for (const encoding of order) {
    const text = decoded(bytes, encoding);
    if (text) return text;
  }
  // One broken character does not make a page unreadable.
  const text = new TextDecoder(said ?? 'utf-8').decode(bytes);
  const broken = [...text.matchAll(/\ufffd/g)].length;
  return broken * 50 > text.length || text.includes('\0') ? refuse('damaged', NOT_READABLE) : text;
}
