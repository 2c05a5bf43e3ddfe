// The options of gouji blank; the work itself is loaded when it is ordered.
import type { BlankFileOptions } from '../blank.ts';
import { regionOption, type Verb, yearOption } from '../verb.ts';

/** gouji blank. */
export const blank: Verb = (gouji, exit) => {
  gouji
    .command('blank')
    .description('写出空白的决算公开表')
    .option('--year <年度>', '这一年度的样表（默认上一年度）', yearOption)
    .option('--region <地区>', '这一地区的样表', regionOption)
    .option('--formulas', '合计写成公式')
    .requiredOption('--out <文件.xlsx>', '写到这个新文件')
    .action(async (o: BlankFileOptions) => {
      const { writeBlank } = await import('../blank.ts');
      exit(await writeBlank(o));
    });
};
