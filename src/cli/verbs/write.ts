// The options of gouji write; the work itself is loaded when it is ordered.

import { regionOption, type Verb, yearOption } from '../verb.ts';
import type { WriteOptions } from '../write.ts';

/** gouji write. */
export const writeVerb: Verb = (gouji, exit) => {
  gouji
    .command('write')
    .description('写情况说明：每个数都从决算表来，写不出的留【待填】')
    .argument('<工作簿>')
    .option('--last <上年工作簿>', '上年决算，用于与上年比较')
    .option('--out <文件>', '写成 .docx、.md 或 .txt；不写则显示 Markdown')
    .option('--final', '定稿：有【待填】就不写')
    .option('--booklet', '整册：概况、决算表、情况说明、名词解释（.docx）')
    .option('--evaluation', '写绩效：整体自评报告和各项目自评综述')
    .option('--preset <名称>', '绩效自评表的计分预设，例如 全国、武汉（与 --evaluation 同用）')
    .option('--year <年度>', '按这一年度的规程写', yearOption)
    .option('--region <地区>', '按这一地区的规程写', regionOption)
    .option('--rules <文件.json>', '自定规程')
    .action(async (workbook: string, options: WriteOptions) => {
      const { writeText } = await import('../write.ts');
      exit(await writeText(workbook, options));
    });
};
