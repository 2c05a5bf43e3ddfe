// gouji clean: a copy of a workbook without anything of ours, ready to be published.
import { readFile } from 'node:fs/promises';
import { cleaned, type FunctionsTo } from '../hosts/xlsx/clean.ts';
import { openWorkbook } from '../hosts/xlsx/open.ts';
import { Refusal } from '../hosts/xlsx/refusal.ts';
import { isReportSheet } from '../review/report.ts';
import { openFile } from './files.ts';
import { writeNew } from './out/file.ts';
import { harmless } from './terminal.ts';
import { EXIT } from './verb.ts';

/** Options of gouji clean. */
export interface CleanOptions {
  readonly out: string;
  readonly values?: boolean;
  readonly formulas?: boolean;
}

const say = (line: string): void => {
  process.stderr.write(harmless(`${line}\n`));
};

/**
 * Writes the cleaned copy; returns the exit status. Never throws: what stands in the way is told on stderr.
 */
export async function cleanFile(path: string, options: CleanOptions): Promise<number> {
  const { out, values, formulas } = options;
  if (values && formulas) {
    say('--values 与 --formulas 只能选一个：转为数值，或转为 Excel 自带的公式。');
    return EXIT.usage;
  }
  if (!/\.xls[xm]$/i.test(path) || !/\.xls[xm]$/i.test(out)) {
    say('清理的是 .xlsx 或 .xlsm 工作簿，写出的也是；其他格式请先在 Excel 中另存为 .xlsx。');
    return EXIT.usage;
  }
  const opened = await openFile(path);
  if ('code' in opened) {
    say(`${path}：${opened.message}`);
    return EXIT.unread;
  }
  const reports = opened.sheets.filter(isReportSheet).map((s) => s.name);
  const to: FunctionsTo = values ? 'values' : formulas ? 'formulas' : 'kept';
  try {
    const done = cleaned(await readFile(path), reports, to);
    const again = await openWorkbook(done.bytes, out);
    if (!again.ok) throw new Refusal('internal');
    const trouble = await writeNew(out, done.bytes);
    if (trouble) say(trouble);
    if (trouble) return EXIT.usage;
    const took = [
      ...(done.marks > 0 ? [`标记 ${done.marks} 格`] : []),
      ...(done.parts > 0 ? ['随文件保存的说明'] : []),
      ...done.sheets.map((name) => `工作表“${name}”`),
      ...(done.changed > 0 ? [`函数 ${done.changed} 处`] : []),
    ];
    say(took.length > 0 ? `已清理：${took.join('、')}。` : '没有勾稽留下的内容，已原样写出。');
    if (done.left > 0)
      say(`还有 ${done.left} 处勾稽的函数没有动；加 --values 转为数值，或 --formulas 转为公式。`);
    return EXIT.fine;
  } catch (error) {
    const message = error instanceof Refusal ? error.message : '没有清理成；原文件未改动。';
    say(`${path}：${message}`);
    return EXIT.unread;
  }
}
