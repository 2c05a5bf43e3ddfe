// gouji rules: the declarations in force, for people and as JSON; and the schema of a user's own.
import { type Declaration, inForce, type Scope } from '../assertions/declaration.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Division } from '../catalogue/regions.ts';
import { ruleSchema } from '../review/rule-fields.ts';
import { spoken, type Titles, titlesOf } from '../review/spoken.ts';
import { rulesIn } from './own-rules.ts';

type Listed = Declaration & { readonly says?: string; readonly about?: string };

/** Families of rules in the order of their listing; a family that is added to the catalogue comes here. */
const FAMILIES: readonly ((catalogue: Catalogue, scope: Scope) => readonly Listed[])[] = [
  ({ identities }, scope) => inForce(identities, scope),
  ({ remarks }, scope) => inForce(remarks, scope),
  ({ scoring }, scope) => inForce(scoring.checks, scope),
  ({ scoring }, scope) => inForce(scoring.rules, scope),
  ({ dictionary }, scope) => inForce(dictionary.checks, scope),
  ({ narrative }, scope) => inForce(narrative.sentences, scope),
];

/** A rule as the interface prints it; fields it does not have are left out. */
function listed(rule: Listed): string {
  const { id, title, says: formula, about, basis, severity, since, until, ...rest } = rule;
  const says = formula ?? about;
  return JSON.stringify({ id, title, says, basis, severity, since, until: until ?? null, ...rest });
}

/** A rule in words; how a sentence is composed is of use only with its notation. */
function told({ id, title, says, about, basis }: Listed, titles: Titles): string {
  const composed = says?.includes('{');
  const words = composed ? '句式见 gouji rules --json' : spoken(says ?? about ?? '', titles);
  return `${id}  ${title}\n     ${words}（依据：${basis}）`;
}

/** 选项 of gouji rules, as the command line gives them. */
export interface RulesOptions {
  readonly year?: number;
  readonly region?: Division;
  readonly rules?: string;
  readonly json?: boolean;
  readonly schema?: boolean;
}

/** gouji rules: prints the declarations in force by their ids, or the schema of a user's own. */
export async function listRules(options: RulesOptions): Promise<void> {
  if (options.schema) {
    process.stdout.write(`${JSON.stringify(ruleSchema(), undefined, 2)}\n`);
    return;
  }
  const [catalogue] = await rulesIn(options.rules);
  const scope = { year: options.year, region: options.region?.path ?? [] };
  const rules = FAMILIES.flatMap((family) => family(catalogue, scope)).sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const titles = titlesOf([], catalogue.forms.forms);
  for (const rule of rules) {
    process.stdout.write(`${options.json ? listed(rule) : told(rule, titles)}\n`);
  }
}
