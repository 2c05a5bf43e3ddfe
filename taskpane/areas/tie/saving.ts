// What the area gives to keep: the file with notes where it is wrong, and the corrections taken over as tracked changes.
// The library that writes a kind of file comes with the first of its kind.
import { HostError } from '../../../src/hosts/port.ts';
import { copyNamed, saveFile, WORD } from '../../files.ts';
import type { PaneTask } from '../../task.ts';
import type { Given, Tied } from './given.ts';
import type { BookletFile } from './opening.ts';
import { TIE_WORDS } from './words.ts';

/** A file that is opened by itself is noted by what it says itself. Gives the words to be said of it. */
export async function saveNoted(
  file: BookletFile,
  { notes, tables }: Tied,
  task: PaneTask,
): Promise<string> {
  task.doing(TIE_WORDS.noting);
  const { copyWithNotes } = await import('../../../src/hosts/marked.ts');
  const { Refusal } = await import('../../../src/hosts/xlsx/refusal.ts');
  const own = await notes();
  if (task.stopped) return '';
  const apart = (tables?.apart ?? []).map(({ sheet, address, words }) => ({
    ...({ place: { sheet, address }, verdict: 'broken', severity: 'error' } as const),
    says: `${words}。`,
  }));
  const made = await copyWithNotes(file, [...own, ...apart]).catch((error: unknown) => {
    if (error instanceof Refusal) return error.message;
    throw error;
  });
  if (task.stopped) return '';
  if (typeof made === 'string') throw new HostError('refused', made);
  const name = copyNamed(file.name, '（批注）');
  saveFile(name, made.slice(), 'application/octet-stream');
  return `已保存“${name}”。`;
}

/** 采用的更正 as tracked changes in a copy of the Word file; says how many were written, and which could not be. */
export async function saveRevised(file: BookletFile, { adopted }: Given): Promise<string> {
  const { revisedDocx } = await import('../../../src/hosts/docx/revisions.ts');
  const { bytes, made, left } = revisedDocx(file.bytes, adopted, new Date(), 'booklet');
  if (made === 0)
    throw new HostError(
      'refused',
      '更正所在的段落带域或制表符，写不成修订，请照窗格里的数人工改；没有写出文件。',
    );
  saveFile(copyNamed(file.name, '（修订）'), bytes.slice(), WORD);
  const rest = left.length > 0 ? `另有 ${left.length} 处所在的段落带域或制表符，请人工改。` : '';
  return `${made} 处更正已写成修订，请在 Word 中逐条接受。${rest}`;
}
