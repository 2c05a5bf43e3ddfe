// A manuscript is opened: Word, PDF, a saved web page with its tables and its text; or a plain text. What reads a
// kind of file comes with the first of its kind. Nothing leaves the machine.
import type { Booklet } from '../../../src/facts/booklet.ts';
import type { OpenedBytes } from '../../../src/hosts/marked.ts';
import type { ForeignText } from '../../../src/narrative/first-reading.ts';
import { bytesOf } from '../../files.ts';
import type { Heed } from '../../pdf.ts';
import { TIE_WORDS } from './words.ts';

/** 打开着的文稿文件: its bytes, its tables and its text. */
export interface BookletFile extends OpenedBytes {
  readonly booklet: Booklet;
}

export type Opened =
  | { readonly ok: true; readonly text: ForeignText; readonly file?: BookletFile }
  | { readonly ok: false; readonly message: string };

const textOf = ({ text, reading, broken }: Booklet): ForeignText => ({
  text,
  broken,
  ...(reading && { reading }),
});

/** 册 as a manuscript. */
export const openedBooklet = (file: BookletFile): Opened => ({
  ok: true,
  text: textOf(file.booklet),
  file,
});

async function openPlain(bytes: Uint8Array): Promise<Opened> {
  const [{ openText }, { simplified }] = await Promise.all([
    import('../../../src/hosts/docx/open.ts'),
    import('../../../src/hosts/traditional.ts'),
  ]);
  const opened = openText(bytes);
  if (!opened.ok) return { ok: false, message: opened.error.message };
  const reading = await simplified(opened.text);
  const { text, broken } = opened;
  return { ok: true, text: { text, broken, ...(reading && { reading }) } };
}

/** Word of former times and files with a password are told by whoever knows texts. */
const isOld = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;

async function openedFile(bytes: Uint8Array, name: string, isPages: boolean, heed: Heed) {
  if (!isPages)
    return (await import('../../../src/hosts/apart/open.ts')).openApart(bytes, name, heed);
  const [{ openAny }, { pageReader }] = await Promise.all([
    import('../../../src/hosts/open.ts'),
    import('../../pdf.ts'),
  ]);
  return openAny(bytes, name, { pages: pageReader(heed) });
}

export async function openManuscript(file: File, heed: Heed): Promise<Opened> {
  const bytes = await bytesOf(file);
  const { name } = file;
  if (/\.(?:txt|md)$/i.test(name) || bytes.length === 0 || isOld(bytes)) return openPlain(bytes);
  const isPages = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
  if (isPages && !(await (await import('../../pdf.ts')).readsPdf())) return openPlain(bytes);
  const opened = await openedFile(bytes, name, isPages, heed);
  if (!opened.ok) return { ok: false, message: opened.error.message };
  if (!opened.booklet) return { ok: false, message: TIE_WORDS.isWorkbook };
  return openedBooklet({ name, bytes, booklet: opened.booklet });
}
