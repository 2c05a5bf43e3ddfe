// The options of gouji check; the work itself is loaded when it is ordered.
import { InvalidArgumentError } from 'commander';
import type { CheckOptions, RunPart } from '../check.ts';
import { wrongUsage } from '../usage.ts';
import { regionOption, type Verb, yearOption } from '../verb.ts';

function jobsOption(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('应为同时核对的文件数，例如 4。');
  return Number(text);
}

function partOption(text: string): RunPart {
  const [, number, of] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? [];
  const part = { number: Number(number), of: Number(of) };
  if (!(part.number <= part.of)) throw new InvalidArgumentError('应为第几片和共几片，例如 2/8。');
  return part;
}

/** gouji check; options that do not go together are thrown as wrong usage. */
export const checkVerb: Verb = (gouji, exit) => {
  gouji
    .command('check')
    .description(
      '核对工作簿或决算公开文本（Word、PDF、网页）：表内、表间、上下年、汇总的勾稽关系，表与文字',
    )
    .argument('<文件或文件夹...>')
    .option('--json', '每个工作簿一行 JSON')
    .option('--all', '相符的也列出')
    .option('--year <年度>', '按这一年度的规程核对', yearOption)
    .option('--region <地区>', '按这一地区的规程核对', regionOption)
    .option('--last <文件>', '上年决算，与上年相比')
    .option('--text <文稿>', '同时核对这篇文稿（.docx、.txt、.md）')
    .option('--rules <文件.json>', '自定规程')
    .option('--preset <名称>', '绩效自评表的计分预设，例如 全国、武汉，或自定规程里的')
    .option('--department <文件>', '部门汇总的工作簿，与其余各单位之和核对')
    .option('--jobs <个数>', '同时核对几个文件', jobsOption)
    .option('--out <文件夹>', '写出总览和每个工作簿的体检报告')
    .option('--since <文件夹>', '与这次核对的结果比（上次的 --out），变化写入总览')
    .option(
      '--part <第几片/共几片>',
      '只做其中一片，例如 2/8；各片做完用 gouji merge 合并',
      partOption,
    )
    .option('--marked <文件夹>', '写出带批注的副本：Word、PDF、.xlsx，原文件不动')
    .option('--same <文件>', '与同一部门的另一份（如 Word 稿与 PDF）逐格、逐数对照')
    .option('--resume', '接着上次没有做完的做（与 --out 同用）')
    .action(async (inputs: string[], options: CheckOptions) => {
      if (options.resume && options.out === undefined)
        throw wrongUsage('--resume 要与 --out 同用，写明上次的文件夹。');
      const { checkAll } = await import('../check.ts');
      exit(await checkAll(inputs, options));
    });
};
