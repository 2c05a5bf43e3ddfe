// Opens a text by what it holds: Word, plain text, and the running text of a web page or a PDF.
import { type OpenedText, openText } from './docx/open.ts';
import { type OpenFileOptions, openAny } from './open.ts';

/**
 * 打开文稿, whatever kind of file it is: .pdf and .html by their names, anything else by what it holds. Never
 * throws: what stands in the way comes back with a code and a sentence for people.
 */
export async function openAnyText(
  bytes: Uint8Array,
  name: string,
  options: OpenFileOptions = {},
): Promise<OpenedText> {
  if (!/\.(?:pdf|html?)$/i.test(name)) return openText(bytes);
  const opened = await openAny(bytes, name, options);
  if (!opened.ok) return opened;
  const { booklet } = opened;
  return booklet ? { ok: true, text: booklet.text, broken: booklet.broken } : openText(bytes);
}
