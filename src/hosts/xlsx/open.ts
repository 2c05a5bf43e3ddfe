// Opens a file by what it holds, not by what it is called. Never throws: what stands in the way
// comes back as a value with a sentence for people.
import type { Snapshot } from '../../facts/grid.ts';
import { isCompound, streamNames } from './compound.ts';
import type { Inflate } from './inflate.ts';
import { readOds, readXls } from './legacy.ts';
import { LIMITS, type Limits } from './limits.ts';
import { archiveIn } from './prefix.ts';
import { Refusal, type RefusalCode, refuse } from './refusal.ts';
import { workbookIn } from './workbook.ts';
import { decodeXml } from './xml.ts';
import { Zip } from './zip.ts';

/** 打开结果. */
type Opened =
  | { readonly ok: true; readonly snapshot: Snapshot }
  | {
      readonly ok: false;
      readonly error: { readonly code: RefusalCode; readonly message: string };
    };

/** 打开选项: limits other than the usual, and what inflates. */
export interface OpenOptions {
  readonly limits?: Partial<Limits>;
  readonly inflate?: Inflate;
}

const ODS = 'application/vnd.oasis.opendocument.spreadsheet';

/**
 * 打开工作簿: .xlsx, .xlsm, .xls or .ods by what the bytes hold; `name` becomes that of the snapshot. Never
 * throws: what stands in the way comes back with its code and a sentence for people.
 */
export async function openWorkbook(
  bytes: Uint8Array,
  name: string,
  options: OpenOptions = {},
): Promise<Opened> {
  try {
    const limits = { ...LIMITS, ...options.limits };
    return { ok: true, snapshot: await read(bytes, name, limits, options.inflate) };
  } catch (error) {
    const refusal = error instanceof Refusal ? error : asRefusal(error);
    return { ok: false, error: { code: refusal.code, message: refusal.message } };
  }
}

/** Reading past an end is damage; anything else is ours to mend. */
const asRefusal = (error: unknown): Refusal =>
  new Refusal(error instanceof RangeError ? 'damaged' : 'internal');

async function read(
  given: Uint8Array,
  name: string,
  limits: Limits,
  inflate: Inflate | undefined,
): Promise<Snapshot> {
  const bytes = isCompound(given) ? given : archiveIn(given);
  if (bytes.length > limits.fileBytes) refuse('too-large');
  if (bytes.length === 0) {
    refuse('not-a-workbook', '文件是空的，没有内容，请换用完整的工作簿；文件未改动。');
  }
  if (isCompound(bytes)) return readCompound(bytes, name, limits);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const zip = new Zip(bytes, limits, inflate);
    return zip.find('mimetype') ? readOpenDocument(zip, name) : workbookIn(zip, name);
  }
  return refuse('not-a-workbook', plainText(bytes));
}

async function readCompound(bytes: Uint8Array, name: string, limits: Limits): Promise<Snapshot> {
  const streams = streamNames(bytes);
  if (streams.has('EncryptedPackage')) refuse('encrypted');
  if (streams.has('Workbook') || streams.has('Book')) return readXls(bytes, name, limits);
  return refuse(streams.size === 0 ? 'damaged' : 'not-a-workbook');
}

/** Everything the library will inflate is inflated here first, under our own caps. */
async function readOpenDocument(zip: Zip, name: string): Promise<Snapshot> {
  const type = new TextDecoder().decode(zip.part('mimetype'));
  if (!type.startsWith(ODS)) refuse('not-a-workbook');
  const manifest = zip.part('META-INF/manifest.xml');
  if (manifest && decodeXml(manifest).includes('encryption-data')) refuse('encrypted');
  for (const path of ['content.xml', 'styles.xml', 'meta.xml', 'settings.xml']) {
    const part = zip.part(path);
    if (part && decodeXml(part).includes('<!DOCTYPE')) refuse('refused');
  }
  if (!zip.find('content.xml')) refuse('damaged');
  return readOds(zip.bytes, name, zip.limits);
}

/** Web pages and lists often carry the name of a workbook. */
function plainText(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart().toLowerCase();
  if (head.includes('\0')) return undefined;
  const kind = head.startsWith('<') ? '网页或 XML' : '文本';
  return `这个文件的内容是${kind}，不是电子表格，请用 Excel 打开后另存为 .xlsx 再体检；原文件未改动。`;
}
