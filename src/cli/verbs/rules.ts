// The options of gouji rules; the work itself is loaded when it is ordered.
import type { RulesOptions } from '../rules.ts';
import { regionOption, type Verb, yearOption } from '../verb.ts';

/** gouji rules. */
export const rules: Verb = (gouji) => {
  gouji
    .command('rules')
    .description('列出规程')
    .option('--year <年度>', '这一年度的规程', yearOption)
    .option('--region <地区>', '这一地区的规程', regionOption)
    .option('--rules <文件.json>', '连同自定规程')
    .option('--json', '每条一行 JSON')
    .option('--schema', '自定规程文件的 JSON schema')
    .action(async (options: RulesOptions) => {
      const { listRules } = await import('../rules.ts');
      await listRules(options);
    });
};
