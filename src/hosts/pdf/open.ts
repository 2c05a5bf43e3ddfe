// Opens a PDF. In Node pdf.js runs in a worker under caps of time and memory, since hostile files can
// stall it; only plain data comes back. Never throws: what stands in the way comes back as a value.
import type { Booklet, OpenedBooklet } from '../../facts/booklet.ts';
import { Capped, readApart } from './apart.ts';
import { bookletOf } from './booklet.ts';
import { drawnOn } from './drawn.ts';
import { PDF_LIMITS, type PdfLimits } from './limits.ts';
import { type PdfPage, pagesFrom } from './page.ts';
import type { RawReply } from './raw.ts';

type ErrorCode = 'encrypted' | 'damaged' | 'too-large' | 'refused' | 'scanned' | 'unreadable-font';

const SENTENCES: Readonly<Record<ErrorCode, string>> = {
  encrypted: '这个 PDF 有打开密码，请先取消密码另存一份，或用 Word 原稿；原文件未改动。',
  damaged: '这个 PDF 已损坏，无法读取，请重新导出一份，或用 Word 原稿；原文件未改动。',
  'too-large': '这个 PDF 过大，请只保留决算公开的部分，另存一份再试；原文件未改动。',
  refused: '这个 PDF 结构异常，为安全起见没有读取，请用 Word 或 WPS 重新导出一份；原文件未改动。',
  scanned:
    '这个 PDF 是扫描的图片，里面没有文字，无法核对，请用 Word 原稿或文字版 PDF；原文件未改动。',
  'unreadable-font':
    '这个 PDF 的字体没有带上文字编码，读不出文字，请用 Word 或 WPS 重新导出，或用 Word 原稿；原文件未改动。',
};

class Stopped extends Error {
  constructor(readonly code: ErrorCode) {
    super(SENTENCES[code]);
  }
}

/** Why pdf.js would not read a file, by the name of what it threw. */
const codeOf = (name: string): ErrorCode =>
  name === 'PasswordException'
    ? 'encrypted'
    : name === 'InvalidPDFException'
      ? 'damaged'
      : 'refused';

/** Takes pages as they come and keeps of each only what is read. */
class Taker {
  readonly pages: PdfPage[] = [];

  take(reply: RawReply): void {
    if (reply.kind === 'page') this.pages.push(...pagesFrom(reply.page, drawnOn(reply.page)));
    else if (reply.kind === 'too-large') throw new Stopped('too-large');
    else if (reply.kind === 'failed') throw new Stopped(codeOf(reply.name));
  }
}

/** A header within the first kilobyte, as readers allow. */
export const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');

const OBJ = [0x20, 0x6f, 0x62, 0x6a];
function countObjects(bytes: Uint8Array): number {
  let count = 0;
  for (let i = bytes.indexOf(0x6f); i > 0; i = bytes.indexOf(0x6f, i + 1))
    if (OBJ.every((b, k) => bytes[i - 1 + k] === b)) count += 1;
  return count;
}

/** What reads the pages: a worker of Node, or a browser's own pdf.js. */
export type PageReader = (
  bytes: Uint8Array,
  limits: PdfLimits,
  take: (reply: RawReply) => void,
) => Promise<void>;

/** The whole file says nothing, and why. */
function silent({ text, snapshot, troubles }: Booklet): ErrorCode | undefined {
  if (text.trim() !== '' || snapshot.sheets.length > 0) return undefined;
  return troubles[0]?.code ?? 'damaged';
}

/**
 * 打开 PDF. Never throws: what stands in the way comes back with a code and a sentence for people; so does a
 * file of nothing but pictures. A page that could not be read among others is one of the booklet's troubles.
 */
export async function openPdf(
  bytes: Uint8Array,
  name: string,
  options: { readonly limits?: Partial<PdfLimits>; readonly read?: PageReader } = {},
): Promise<OpenedBooklet> {
  const limits = { ...PDF_LIMITS, ...options.limits };
  const failed = (code: string, message: string): OpenedBooklet => ({
    ok: false,
    error: { code, message },
  });
  try {
    if (bytes.length > limits.fileBytes) throw new Stopped('too-large');
    if (!isPdf(bytes)) throw new Stopped('damaged');
    if (countObjects(bytes) > limits.objects) throw new Stopped('refused');
    const taker = new Taker();
    const take = (reply: RawReply) => taker.take(reply);
    await (options.read ?? readApart)(bytes, limits, take);
    const booklet = bookletOf(taker.pages, name, limits);
    const code = silent(booklet);
    return code ? failed(code, SENTENCES[code]) : { ok: true, booklet };
  } catch (error) {
    if (error instanceof Stopped) return failed(error.code, error.message);
    if (error instanceof Capped) return failed('refused', SENTENCES.refused);
    return failed(
      'internal',
      '读取 PDF 时出现意外，请重新导出一份，或用 Word 原稿；原文件未改动。',
    );
  }
}
