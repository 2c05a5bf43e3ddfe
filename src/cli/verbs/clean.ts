// The options of gouji clean; the work itself is loaded when it is ordered.
import type { CleanOptions } from '../clean.ts';
import type { Verb } from '../verb.ts';

/** gouji clean. */
export const cleanVerb: Verb = (gouji, exit) => {
  gouji
    .command('clean')
    .description('公开前清理：去掉勾稽的标记、说明、报告页和函数，另存一份，其余一字不动')
    .argument('<工作簿>')
    .requiredOption('--out <文件.xlsx>', '写到这个新文件')
    .option('--values', '勾稽的函数转为数值')
    .option('--formulas', '勾稽的函数转为 Excel 自带的公式；没有相应公式的转为数值')
    .action(async (workbook: string, options: CleanOptions) => {
      const { cleanFile } = await import('../clean.ts');
      exit(await cleanFile(workbook, options));
    });
};
