// Asks the user for a file, and gives one to keep. Nothing leaves the machine.

import type { Document } from '../src/narrative/document.ts';
import { html, plainText } from '../src/narrative/document.ts';
import { copyHtml } from './clipboard.ts';

/** The file the user chose; undefined when the choice was cancelled. */
export function pickFile(accept: string): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.style.display = 'none';
    const done = (file: File | undefined) => {
      input.remove();
      resolve(file);
    };
    input.addEventListener('change', () => done(input.files?.[0]));
    input.addEventListener('cancel', () => done(undefined));
    document.body.append(input);
    input.click();
  });
}

/** Several files, or those of a folder with what lies below it; none when the choice was cancelled. */
export function pickFiles(accept: string, folder: boolean): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    if (folder) input.webkitdirectory = true;
    else input.accept = accept;
    input.style.display = 'none';
    const done = (files: readonly File[]) => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('change', () => done([...(input.files ?? [])]));
    input.addEventListener('cancel', () => done([]));
    document.body.append(input);
    input.click();
  });
}

export const bytesOf = async (file: File): Promise<Uint8Array> =>
  new Uint8Array(await file.arrayBuffer());

/** A name every system takes: what Windows refuses in one becomes a full-width twin. */
export const fileName = (text: string): string =>
  text
    .replace(/[\\/:*?"<>|]/g, (c) => String.fromCodePoint(c.codePointAt(0)! + 0xfee0))
    .replace(/\p{Cc}/gu, '')
    .replace(/[. ]+$/, '');

/** A name for a copy: what it is stands before the kind. */
export function copyNamed(name: string, what: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? `${name.slice(0, dot)}${what}${name.slice(dot)}` : `${name}${what}`;
}

export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Hands a made file to the user under a name. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

let downloads = true;

/** Whether the program's own browser takes files from us; Excel on a Mac and on an iPad does not. */
export function takesDownloads(possible: boolean): void {
  downloads = possible;
}

const COPIED =
  '这里的 Excel 存不了文件：文字已带格式复制，请粘贴到 Word 里保存。表和图请在 Excel 里复制。';
const NEITHER =
  '这里的 Excel 存不了文件，也没有复制成。请改用网页版，或在 Windows 的 Excel 里导出。';

/** Hands a Word file over, or, where no file gets out, its text; gives the words to be said of it. */
export async function saveWord(
  name: string,
  bytes: Uint8Array,
  document: Document,
): Promise<string> {
  if (downloads) {
    saveFile(name, bytes.slice(), WORD);
    return '';
  }
  return (await copyHtml(html(document), plainText(document).text)) ? COPIED : NEITHER;
}
