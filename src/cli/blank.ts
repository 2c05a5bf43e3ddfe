// gouji blank: the official workbook without figures, written to a new file.
import { CATALOGUE } from '../catalogue/index.ts';
import { createWorkbook } from '../hosts/xlsx/create.ts';
import { type BlankOptions, blankForms } from '../review/blank.ts';
import { writeNew } from './out/file.ts';
import { EXIT, regionOption, type Verb, yearOption } from './verb.ts';

interface BlankFileOptions extends Partial<BlankOptions> {
  readonly out: string;
}

/** Accounts are published for the year before. */
const lastYear = (): number => new Date().getFullYear() - 1;

/** Writes the blank workbook; returns the exit status. */
async function writeBlank({
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

export const blank: Verb = (gouji, exit) => {
  gouji
    .command('blank')
    .description('写出空白的决算公开表')
    .option('--year <年度>', '这一年度的样表（默认上一年度）', yearOption)
    .option('--region <地区>', '这一地区的样表', regionOption)
    .option('--formulas', '合计写成公式')
    .requiredOption('--out <文件.xlsx>', '写到这个新文件')
    .action(async (o: BlankFileOptions) => {
      exit(await writeBlank(o));
    });
};
