// gouji blank: the official workbook without figures, written to a new file.
import { CATALOGUE } from '../catalogue/index.ts';
import { createWorkbook } from '../hosts/xlsx/create.ts';
import { type BlankOptions, blankForms } from '../review/blank.ts';
import { writeNew } from './out/file.ts';
import { EXIT } from './verb.ts';

/** 选项 of gouji blank, as the command line gives them. */
export interface BlankFileOptions extends Partial<BlankOptions> {
  readonly out: string;
}

/** Accounts are published for the year before. */
const lastYear = (): number => new Date().getFullYear() - 1;

/** Writes the blank workbook; returns the exit status. */
export async function writeBlank({
  out,
  year = lastYear(),
  ...options
}: BlankFileOptions): Promise<number> {
  if (!/\.xlsx$/i.test(out)) {
    process.stderr.write('空白表写成 .xlsx 文件，请把 --out 的文件名写成 “….xlsx”。\n');
    return EXIT.usage;
  }
  const { sheets, others } = blankForms(CATALOGUE, { ...options, year });
  if (sheets.length === 0) {
    process.stderr.write(`没有 ${year} 年度的样表。请用 --year 另选年度（2015 年度起）。\n`);
    return EXIT.usage;
  }
  const pages = sheets.map((s) => s.page);
  const trouble = await writeNew(out, await createWorkbook(pages));
  if (trouble) {
    process.stderr.write(`${trouble}\n`);
    return EXIT.usage;
  }
  const names = pages.map((p) => p.name).join('、');
  process.stderr.write(`已写出 ${out}：${year} 年度，${pages.length} 张表（${names}）。\n`);
  if (others.length > 0)
    process.stderr.write(`当地另有${others.join('、')}，样式请向财政部门索取。\n`);
  return EXIT.fine;
}
