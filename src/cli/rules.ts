// gouji rules: the declarations in force, for people and as JSON.
import { inForce } from '../assertions/declaration.ts';
import { CATALOGUE } from '../catalogue/index.ts';
import type { Region } from '../catalogue/regions.ts';
import { regionOption, type Verb, yearOption } from './verb.ts';

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

export const rules: Verb = (gouji) => {
  gouji
    .command('rules')
    .description('列出规程')
    .option('--year <年度>', '这一年度的规程', yearOption)
    .option('--region <地区>', '这一地区的规程', regionOption)
    .option('--json', '每条一行 JSON')
    .action(listRules);
};
