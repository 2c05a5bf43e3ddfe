// tie --corrected OUT.docx: what the text ought to say, written into a copy as tracked changes.
import { lstat, readFile } from 'node:fs/promises';
import { revisedDocx } from '../hosts/docx/revisions.ts';
import { Refusal } from '../hosts/xlsx/refusal.ts';
import type { TieReport } from '../narrative/readings/report.ts';
import { correctionsOf } from '../review/corrections.ts';
import { writeNew } from './out/file.ts';
import { harmless } from './terminal.ts';
import { wrongUsage } from './usage.ts';
import { EXIT } from './verb.ts';

/** Throws wrong usage, before anything is read. */
export async function refuseCorrected(out: string, texts: readonly string[]): Promise<void> {
  if (texts.length !== 1) throw wrongUsage('用 --corrected 时只能核对一篇文稿。');
  if (!/\.docx$/i.test(texts[0]!) || !/\.docx$/i.test(out))
    throw wrongUsage('--corrected 只用于 Word 文稿（.docx），写成另一个 .docx 文件。');
  if (await lstat(out).catch(() => undefined))
    throw wrongUsage(`已有文件“${out}”，没有覆盖。请换一个文件名，或先移走它。`);
}

const say = (line: string): void => {
  process.stderr.write(harmless(`${line}\n`));
};

/** Writes the copy; returns the exit status it adds. */
export async function writeCorrected(
  out: string,
  text: string,
  report: TieReport,
): Promise<number> {
  try {
    const corrections = correctionsOf(report);
    const { bytes, made, left } = revisedDocx(await readFile(text), corrections, new Date());
    const trouble = await writeNew(out, bytes);
    if (trouble) say(trouble);
    if (trouble) return EXIT.unread;
    const rest = left.length > 0 ? `另有 ${left.length} 处所在的段落带域或制表符，请人工改。` : '';
    say(`已把 ${made} 处更正作为修订写入“${out}”，请在 Word 中逐条接受或拒绝。${rest}`);
    return EXIT.fine;
  } catch (error) {
    say(error instanceof Refusal ? error.message : '没有写出带修订的文稿，原文件未改动。');
    return EXIT.unread;
  }
}
