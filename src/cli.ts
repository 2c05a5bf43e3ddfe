// gouji: the command line. Knows words and options; the work is done in cli/.
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { inForce } from './assertions/declaration.ts';
import { CATALOGUE } from './catalogue/index.ts';
import type { Region } from './catalogue/regions.ts';
import { checkAll, EXIT } from './cli/check.ts';

function yearOption(text: string): number {
  const year = Number(text);
  if (!/^20\d{2}$/.test(text)) throw new InvalidArgumentError('年度应为四位数字，例如 2021。');
  return year;
}

function regionOption(text: string): Region {
  const region = CATALOGUE.regionNamed(text);
  if (!region)
    throw new InvalidArgumentError(
      '不认识这个地区。请写省、市名，例如 湖北、武汉、湖北省武汉市、全国。',
    );
  return region;
}

function listRules(options: { year?: number; region?: Region; json?: boolean }): void {
  const scope = { year: options.year, region: options.region?.path ?? [] };
  const rules = [...inForce(CATALOGUE.identities, scope), ...inForce(CATALOGUE.remarks, scope)];
  for (const rule of rules) {
    const { id, title, says, basis, severity, since, until } = rule;
    const line = options.json
      ? JSON.stringify({ id, title, says, basis, severity, since, until: until ?? null })
      : `${id}  ${title}\n     ${says}（依据：${basis}）`;
    process.stdout.write(`${line}\n`);
  }
}

function program(exit: (status: number) => void): Command {
  const gouji = new Command('gouji')
    .description('勾稽：部门决算公开的核对')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [command]', '显示命令的帮助')
    .exitOverride()
    .showHelpAfterError('（用 gouji --help 查看用法）');
  gouji
    .command('check')
    .description('核对工作簿：表内、表间的勾稽关系')
    .argument('<文件或文件夹...>')
    .option('--json', '每个工作簿一行 JSON')
    .option('--all', '相符的也列出')
    .option('--year <年度>', '按这一年度的规程核对', yearOption)
    .option('--region <地区>', '按这一地区的规程核对', regionOption)
    .exitOverride()
    .action(
      async (
        inputs: string[],
        o: { json?: boolean; all?: boolean; year?: number; region?: Region },
      ) => {
        const { json = false, all = false, ...options } = o;
        exit(await checkAll(inputs, CATALOGUE, { ...options, json, all }));
      },
    );
  gouji
    .command('rules')
    .description('列出规程')
    .option('--year <年度>', '这一年度的规程', yearOption)
    .option('--region <地区>', '这一地区的规程', regionOption)
    .option('--json', '每条一行 JSON')
    .exitOverride()
    .action(listRules);
  return gouji;
}

/** Runs the command line; returns the exit status. */
export async function main(args: readonly string[]): Promise<number> {
  let status: number = EXIT.fine;
  try {
    await program((s) => {
      status = s;
    }).parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  }
}
