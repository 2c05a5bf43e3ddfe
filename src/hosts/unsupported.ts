// Files that people hand in and that hold no tables we can read: what to do with each, in a sentence.
import { isCompound, streamNames } from './xlsx/compound.ts';

const KINDS = {
  doc: '这是旧版 Word 文档（.doc），请在 Word 或 WPS 中另存为 .docx 再核对；原文件未改动。',
  wps: '这是 WPS 文字文档（.wps），请在 WPS 中另存为 .docx 再核对；原文件未改动。',
  ofd: '这是 OFD 版式文件，请在阅读器或 WPS 中转换为 Word（.docx）或 PDF 再核对；原文件未改动。',
  picture: '这是图片，读不出表里的数，请换用 Word、PDF 或表格版再核对；原文件未改动。',
  ppt: '这是演示文稿，请把表格另存为 .xlsx、文字另存为 .docx 再核对；原文件未改动。',
  rtf: '这是 RTF 文档，请在 Word 中另存为 .docx 再核对；原文件未改动。',
  mht: '这是单个文件网页（.mht），请在浏览器或 Word 中打开，另存为 .html 或 .docx 再核对；原文件未改动。',
  archive: '这是压缩包，请先解压，再核对里面的文件；原文件未改动。',
} as const;

type Kind = keyof typeof KINDS;

const SIGNS: readonly (readonly [readonly number[], Kind])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0xff, 0xd8, 0xff], 'picture'],
  [[0x47, 0x49, 0x46, 0x38], 'picture'],
  [[0x42, 0x4d], 'picture'],
  [[0x49, 0x49, 0x2a, 0x00], 'picture'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'picture'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'rtf'],
  [[0x52, 0x61, 0x72, 0x21], 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'archive'],
];

function compoundKind(bytes: Uint8Array, name: string): Kind | undefined {
  const streams = streamNames(bytes);
  if (streams.has('EncryptedPackage')) return undefined;
  if (streams.has('WordDocument')) return /\.wps$/i.test(name) ? 'wps' : 'doc';
  return streams.has('PowerPoint Document') ? 'ppt' : undefined;
}

function kindOf(bytes: Uint8Array, name: string): Kind | undefined {
  if (isCompound(bytes)) return compoundKind(bytes, name);
  const sign = SIGNS.find(([head]) => head.every((b, i) => bytes[i] === b));
  // Two letters are no proof: a text may begin with them.
  if (sign && (sign[0].length > 2 || bytes.subarray(0, 200).includes(0))) return sign[1];
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /^(?:From:|MIME-Version:|Subject:|Content-Type: multipart)/im.test(head) &&
    /multipart\/related/i.test(head)
    ? 'mht'
    : undefined;
}

/** 出路 for what cannot be read; undefined for what may be read. */
export const unsupported = (bytes: Uint8Array, name: string): string | undefined => {
  const kind = kindOf(bytes, name);
  return kind && KINDS[kind];
};

/** What a file is called, where it holds nothing of the kind: most often it was not downloaded whole. */
const MISNAMED: Readonly<Record<string, string>> = {
  pdf: '这不是完好的 PDF：开头没有 PDF 的标记，可能没有下载完，或已损坏。请重新下载或导出一份，或用 Word 原稿；原文件未改动。',
  docx: '这不是完好的 Word 文件（.docx），可能没有下载完，或已损坏。请在 Word 或 WPS 中打开，另存一份再核对；原文件未改动。',
};

/** 出路 for a file that is not what its name says; undefined for other names. */
export const misnamed = (name: string): string | undefined =>
  MISNAMED[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];

/** 出路 for a kind that only its content tells. */
export const wayOut = (kind: Kind): string => KINDS[kind];
