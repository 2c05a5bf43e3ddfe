// 帮助 on a rule, made from its declaration: what it asks, an example that holds and one that breaks, where it is
// written, what to write when it cannot hold. Knows declarations and the notation; no table by name.
import type { Declaration } from '../assertions/declaration.ts';
import { SEVERITY_NAMES } from '../assertions/finding.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { RuleExample } from '../catalogue/rule-examples.ts';
import { linear } from '../formula/evaluate.ts';
import { parseRule } from '../formula/parse.ts';
import { printRelation } from '../formula/print.ts';
import type { Path, Relation } from '../formula/tree.ts';
import { spoken, type Titles } from './spoken.ts';

/** 规则说明 in words for people; an example that holds and one that breaks, where it has one. */
export interface RuleHelp {
  readonly id: string;
  readonly title: string;
  readonly severity: string;
  readonly basis: string;
  /** Years and place it is confined to. */
  readonly where: string;
  /** What it asks, in words. */
  readonly asks: readonly string[];
  /** As the rules file has it. */
  readonly formula: string;
  readonly holds?: string;
  readonly breaks?: string;
  readonly note: string;
}

type Declared = Declaration & { readonly says?: string; readonly about?: string };

/** Signs of the notation that no sentence has. */
const SIGNS = /Σ|∈|(?:min|max|若|档|有|进位|舍)\(/;

const AMOUNTS = ['80.00', '15.50', '4.50', '2.00', '1.25'];
const cents = (text: string): number => Math.round(Number(text) * 100);
const money = (n: number): string => (n / 100).toFixed(2);

const nameOf = ({ parts }: Path): string => parts.map((p) => p.name).join('·');

/** Made-up figures put into a relation: once so that it holds, once so that it breaks. */
function exampleOf({ left, rel, right }: Relation): { holds: string; breaks: string } | undefined {
  const [lefts, rights] = [linear(left), linear(right)];
  const [whole] = lefts ?? [];
  const usable = rights && rights.length > 0 && rights.length <= AMOUNTS.length;
  if (!usable || lefts?.length !== 1 || whole?.reference.kind !== 'path' || rel === '∈')
    return undefined;
  const terms = rights.flatMap(({ reference, sign }, i) =>
    reference.kind === 'path' ? [{ name: nameOf(reference), sign, amount: AMOUNTS[i]! }] : [],
  );
  if (terms.length < rights.length) return undefined;
  const sum = terms.reduce((n, t) => n + t.sign * cents(t.amount), 0);
  const right_ = terms
    .map((t, i) => `${i === 0 ? '' : t.sign < 0 ? ' − ' : ' ＋ '}${t.name} ${t.amount}`)
    .join('');
  const name = nameOf(whole.reference);
  const off = rel === '≤' ? 900 : -900;
  const total = terms.length > 1 ? `，相加得 ${money(sum)}` : '';
  return {
    holds: `${name} ${money(sum)}；${right_}${total}。`,
    breaks: `${name} ${money(sum + off)}；${right_}${total}，${off < 0 ? '少' : '多'} 9.00。`,
  };
}

const NOTE: Readonly<Record<Declaration['severity'], string>> = {
  error:
    '先改正。确有特殊原因（如会计差错更正、按规定不公开）的，在“出错说明”里写明原因、金额和批复文号，随工作簿保存，进体检报告。',
  warning: '请核实。数没有错的，在“出错说明”里写一句原因；本部门不适用的，可“按规则忽略”并写原因。',
  note: '只作提醒，不必改。不想再看到的，可“按规则忽略”并写原因。',
};

const whereOf = ({ since, until, region }: Declaration): string =>
  [
    until === undefined ? `${since} 年度起` : `${since}–${until} 年度`,
    region ? region.split('/').at(-1) : '全国',
  ].join(' · ');

/** 体检规则 of a catalogue, each id once, the newest declaration of it. */
export function rulesOf({ identities, remarks, scoring }: Catalogue): readonly Declared[] {
  const all: readonly Declared[] = [...identities, ...remarks, ...scoring.checks];
  const newest = new Map<string, Declared>();
  for (const one of all) {
    const known = newest.get(one.id);
    if (!known || (known.region !== undefined && one.region === undefined)) newest.set(one.id, one);
  }
  return [...newest.values()].sort((a, b) => a.id.localeCompare(b.id));
}

/**
 * 帮助 on a rule; its example is made of a relation of its own, else taken from those told. In the words of its title
 * where the notation has none.
 */
export function ruleHelp(
  declared: Declared,
  titles: Titles,
  told: Readonly<Record<string, RuleExample>> = {},
): RuleHelp {
  const { id, title, severity, basis, says = '', about } = declared;
  const parsed = parseRule(says);
  const relations = says && parsed.ok ? parsed.value.relations : [];
  const example = relations.map(exampleOf).find(Boolean) ?? told[id];
  const prefix = parsed.ok && parsed.value.tables.length > 0 ? parsed.value.tables : [];
  const of = prefix.map((t) => titles.get(t) ?? t).join('、');
  const said = relations.map((r) => spoken(printRelation(r), titles));
  // Where no words can be made of it the title says what it asks.
  const asks = about ? [about] : said.some((text) => SIGNS.test(text)) ? [title] : said;
  return {
    ...{ id, title, basis, severity: SEVERITY_NAMES[severity], where: whereOf(declared) },
    asks: of && !about ? [`用于${of}：`, ...asks] : asks,
    formula: says,
    ...example,
    note: NOTE[severity],
  };
}
