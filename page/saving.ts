// What the page gives to keep: a copy with notes, and the sheets that were added. Knows files; knows no component.
import type { Booklet } from '../src/facts/booklet.ts';
import type { Catalogue } from '../src/catalogue/index.ts';
import type { FileView } from '../src/hosts/file.ts';
import { copyWithNotes } from '../src/hosts/marked.ts';
import { HostError } from '../src/hosts/port.ts';
import { createWorkbook } from '../src/hosts/xlsx/create.ts';
import { Refusal } from '../src/hosts/xlsx/refusal.ts';
import { annotationsOf } from '../src/review/annotations.ts';
import { reviewBooklet } from '../src/review/booklet.ts';
import type { Review } from '../src/review.ts';
import { copyNamed, saveFile } from '../taskpane/files.ts';

/** 打开着的文件. */
export interface OpenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly booklet?: Booklet;
}

/** 保存批注副本; gives the name it has. */
export async function saveCopy(
  file: OpenFile,
  review: Review,
  catalogue: Catalogue,
): Promise<string> {
  const text = file.booklet && reviewBooklet(file.booklet, catalogue).text;
  const made = await copyWithNotes(file, annotationsOf(review, text)).catch((error: unknown) => {
    if (error instanceof Refusal) return error.message;
    throw error;
  });
  if (typeof made === 'string') throw new HostError('refused', made);
  const name = copyNamed(file.name, '（批注）');
  saveFile(name, made.slice(), 'application/octet-stream');
  return name;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 保存新增的表 as a workbook of their own. */
export async function saveAdded(file: OpenFile, { added }: FileView): Promise<string> {
  const stem = file.name.replace(/\.[^.]*$/, '');
  const name = `${stem}（${added.length === 1 ? added[0]!.name : '新增的表'}）.xlsx`;
  saveFile(name, (await createWorkbook(added)).slice(), XLSX);
  return name;
}
