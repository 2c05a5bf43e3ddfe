// Opens whatever holds tables by what it holds, not by what it is called: a workbook, or a booklet as Word file
// or web page. Never throws: what stands in the way comes back as a value with a sentence for people.
import type { Booklet } from '../facts/booklet.ts';
import type { Cell, Snapshot } from '../facts/grid.ts';
import type { PageReader } from './pdf/open.ts';
import { wideIn } from './plain-text.ts';
import { simplified } from './traditional.ts';
import { misnamed, unsupported, wayOut } from './unsupported.ts';
import { isCompound } from './xlsx/compound.ts';
import type { Inflate } from './xlsx/inflate.ts';
import { LIMITS, type Limits } from './xlsx/limits.ts';
import { openWorkbook } from './xlsx/open.ts';
import { archiveIn } from './xlsx/prefix.ts';
import { Refusal, refuse } from './xlsx/refusal.ts';
import { Zip } from './xlsx/zip.ts';

/** 打开结果: a workbook, or a booklet, or what stands in the way. */
export type OpenedFile =
  | { readonly ok: true; readonly snapshot: Snapshot; readonly booklet?: Booklet }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

/** 打开选项: limits other than the usual, and what reads where Node is not. */
export interface OpenFileOptions {
  readonly limits?: Partial<Limits>;
  readonly inflate?: Inflate;
  /** What reads the pages of a PDF where there is no worker of Node. */
  readonly pages?: PageReader;
}

type Kind = 'docx' | 'html' | 'pdf' | 'workbook';

const SENTENCES: Readonly<Record<string, string>> = {
  damaged: '文件已损坏，无法读取，请打开它另存一份，或换用原始文件；原文件未改动。',
  'too-large': '文件过大，请只保留决算公开的内容，另存一份再核对；原文件未改动。',
  refused: '文件结构异常，为安全起见没有读取，请打开它另存一份再核对；原文件未改动。',
  encrypted: '文件有打开密码，请先打开它，取消密码后另存一份再核对；原文件未改动。',
  internal: '读取文件时出现意外，请打开它另存一份再核对；原文件未改动。',
};
const NOTHING =
  '文件里没有表格，也没有文字，可能是扫描的图片，请换用 Word 版或表格版；原文件未改动。';

function isHtml(bytes: Uint8Array): boolean {
  const wide = bytes[0] === 0 || bytes[1] === 0 || bytes[0]! >= 0xfe;
  const head = new TextDecoder((wide && wideIn(bytes)) || 'latin1')
    .decode(bytes.subarray(0, 4096))
    .toLowerCase();
  if (!/^[\s\ufeffï»¿]*</.test(head) || /<workbook[\s>]/.test(head)) return false;
  return /<(?:!doctype\s+html|html|head|body|table|meta|div|p)[\s>]/.test(head);
}

/** The header alone: the reader itself comes only when there is a PDF. */
const startsAsPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');

function isWord(bytes: Uint8Array, options: OpenFileOptions): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  const zip = new Zip(bytes, { ...LIMITS, ...options.limits }, options.inflate);
  if (zip.find('OFD.xml')) refuse('unsupported', wayOut('ofd'));
  return zip.find('word/document.xml') !== undefined;
}

function kindOf(bytes: Uint8Array, name: string, options: OpenFileOptions): Kind {
  const foreign = unsupported(bytes, name);
  if (foreign) refuse('unsupported', foreign);
  if (startsAsPdf(bytes)) return 'pdf';
  if (isCompound(bytes)) return 'workbook';
  if (isWord(bytes, options)) return 'docx';
  return isHtml(bytes) ? 'html' : 'workbook';
}

/** What reads a booklet comes only when there is one. */
async function bookletIn(
  kind: 'docx' | 'html',
  bytes: Uint8Array,
  name: string,
  o: OpenFileOptions,
): Promise<Booklet> {
  const limits = { ...LIMITS, ...o.limits };
  const booklet =
    kind === 'docx'
      ? (await import('./docx/flow.ts')).readDocxBooklet(bytes, limits, o.inflate)
      : (await import('./html/read.ts')).readHtmlBooklet(bytes, limits);
  const { snapshot, text } = booklet;
  if (snapshot.sheets.length === 0 && text.trim() === '') refuse('damaged', NOTHING);
  return { ...booklet, snapshot: { ...snapshot, name } };
}

/** 繁体的一册 is read in simplified characters, as a text is. */
async function folded(booklet: Booklet): Promise<Booklet> {
  const reading = await simplified(booklet.text);
  const snapshot = await foldedTables(booklet.snapshot);
  return { ...booklet, snapshot, ...(reading !== undefined && { reading }) };
}

/** Between cells that are read as one text. */
const BETWEEN = '\u0001';

/** 繁体的表 with its words in simplified characters; the very same snapshot where nothing differs. */
async function foldedTables(snapshot: Snapshot): Promise<Snapshot> {
  const words = snapshot.sheets.flatMap((s) =>
    s.cells.flatMap((row) =>
      (row ?? []).flatMap((c) => (typeof c?.value === 'string' ? c.value : [])),
    ),
  );
  const read = await simplified(words.join(BETWEEN));
  const own = read?.split(BETWEEN);
  if (own?.length !== words.length) return snapshot;
  let next = 0;
  const cellOf = (cell: Cell | undefined): Cell | undefined => {
    if (typeof cell?.value !== 'string') return cell;
    const value = own[next]!;
    next += 1;
    return { ...cell, value, ...(cell.text === cell.value && { text: value }) };
  };
  const sheets = snapshot.sheets.map((s) => ({
    ...s,
    cells: s.cells.map((row) => row?.map(cellOf)),
  }));
  return { ...snapshot, sheets };
}

async function openPages(
  bytes: Uint8Array,
  name: string,
  { pages }: OpenFileOptions,
): Promise<OpenedFile> {
  const { openPdf } = await import('./pdf/open.ts');
  const opened = await openPdf(bytes, name, pages ? { read: pages } : {});
  if (!opened.ok) return opened;
  const { booklet } = opened;
  const sheets = booklet.snapshot.sheets.map((s) => ({ ...s, printed: true }));
  const read = await folded({ ...booklet, snapshot: { ...booklet.snapshot, name, sheets } });
  return { ok: true, snapshot: read.snapshot, booklet: read };
}

async function openSheets(
  bytes: Uint8Array,
  name: string,
  options: OpenFileOptions,
): Promise<OpenedFile> {
  const opened = await openWorkbook(bytes, name, options);
  if (opened.ok || opened.error.code !== 'not-a-workbook' || bytes.length === 0) return opened;
  const message = misnamed(name) ?? opened.error.message;
  return { ok: false, error: { ...opened.error, message } };
}

/**
 * 打开文件 by what it holds; `name` is told and decides only where the content does not. Never throws: what
 * stands in the way comes back with a code and a sentence for people.
 */
export async function openAny(
  given: Uint8Array,
  name: string,
  options: OpenFileOptions = {},
): Promise<OpenedFile> {
  try {
    const bytes = startsAsPdf(given) || isCompound(given) ? given : archiveIn(given);
    const kind = kindOf(bytes, name, options);
    if (kind === 'workbook') return await openSheets(bytes, name, options);
    if (kind === 'pdf') return await openPages(bytes, name, options);
    const booklet = await bookletIn(kind, bytes, name, options);
    const read = await folded(booklet);
    return { ok: true, snapshot: read.snapshot, booklet: read };
  } catch (error) {
    if (!(error instanceof Refusal)) {
      const code = error instanceof RangeError ? 'damaged' : 'internal';
      return { ok: false, error: { code, message: SENTENCES[code]! } };
    }
    const { code, message } = error;
    return {
      ok: false,
      error: { code, message: error.own ? message : (SENTENCES[code] ?? message) },
    };
  }
}
