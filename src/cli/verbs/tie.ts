// The options of gouji tie; the work itself is loaded when it is ordered.
import type { TieOptions } from '../tie.ts';
import { regionOption, type Verb, yearOption } from '../verb.ts';

/** gouji tie. */
export const tieVerb: Verb = (gouji, exit) => {
  gouji
    .command('tie')
    .description('核对文稿：情况说明里的每个数与工作簿是否一致，文稿前后是否一致')
    .argument('<工作簿>', '工作簿；写 - 只核对文稿自身')
    .argument('<文稿...>', '.docx、.pdf、.html、.txt 或 .md')
    .option('--json', '每篇文稿一行 JSON')
    .option('--year <年度>', '按这一年度的规程核对', yearOption)
    .option('--region <地区>', '按这一地区的规程核对', regionOption)
    .option('--last <文件>', '上年决算，与上年相比的数据此核对')
    .option('--corrected <文件.docx>', '把更正作为修订写入 Word 文稿的副本')
    .option('--rules <文件.json>', '自定规程')
    .action(async (workbook: string, texts: string[], options: TieOptions) => {
      const { tieAll } = await import('../tie.ts');
      exit(await tieAll(workbook, texts, options));
    });
};
