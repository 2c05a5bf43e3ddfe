// S18: what section 十三 of a text says of each project and of all of them, against the 自评表. Knows the
// officials' wordings and the tables; knows no document.
import type { Severity } from '../assertions/declaration.ts';
import type { FindingCell, Verdict } from '../assertions/finding.ts';
import type { Fact, Table } from '../facts/fact.ts';
import { resolve } from '../formula/resolve.ts';
import type { Path } from '../formula/tree.ts';
import {
  compare,
  decimalsOf,
  type Exact,
  parseExact,
  plus,
  round,
  shift,
  toText,
  ZERO,
} from '../measure/exact.ts';
import { convert } from '../measure/quantity.ts';
import { budgetOf, type Case, quantityIn } from './case.ts';
import type { Accounts } from './checks/accounts.ts';
import { bareProject } from './checks/hints.ts';
import { factCell, titleOf } from './finding.ts';
import { quotientOf } from './judge.ts';

/** 文中说法: a number of the text held against the tables it speaks of. */
export interface TextClaim {
  readonly start: number;
  readonly end: number;
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly expected: string;
  readonly cells: readonly FindingCell[];
  readonly message: string;
}

/** The text without blanks, and where each of its characters stood. */
interface Stripped {
  readonly text: string;
  readonly at: readonly number[];
}
function stripped(text: string): Stripped {
  const at: number[] = [];
  let plain = '';
  for (let i = 0; i < text.length; i += 1) {
    if (/[\s\u3000]/.test(text[i]!)) continue;
    plain += text[i];
    at.push(i);
  }
  return { text: plain, at };
}

interface Said {
  readonly value: Exact;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

/** Groups of a match that hold numbers, each with its unit group behind it. */
function saidIn(m: RegExpExecArray, group: string, { at }: Stripped): Said | undefined {
  const [from, to] = m.indices?.groups?.[group] ?? [];
  const text = m.groups?.[group];
  const parts = /^([\d,，.]+)(.*)$/.exec(text ?? '');
  const value = parts && parseExact(parts[1]!.replace(/[,，]/g, ''));
  if (from === undefined || to === undefined || !value) return undefined;
  return { value, unit: parts![2]!, start: at[from]!, end: at[to - 1]! + 1 };
}

const MONEY = String.raw`\d[\d,]*(?:\.\d+)?(?:万元|亿元|元)`;
const PROJECT = new RegExp(
  String.raw`(?<name>[^。；：:]{2,40}?)(?:绩效)?自评综述[：:].{0,60}?预算数(?:为)?(?<budget>${MONEY})，执行数(?:为)?(?<spent>${MONEY})(?:，完成(?:全年)?预算的(?<rate>\d+(?:\.\d+)?[%％]))?`,
  'dg',
);
const COVERAGE = new RegExp(
  String.raw`涉及项目(?<count>\d+)个，(?:涉及)?资金(?<money>${MONEY})`,
  'dg',
);
const OVERALL = new RegExp(
  `个(?:单位|部门)开展整体支出绩效自评，(?:涉及)?资金(?<money>${MONEY})`,
  'dg',
);

interface Ought {
  readonly value: Exact;
  readonly cells: readonly FindingCell[];
  readonly what: string;
}

/** The text shows what a cell holds, or its rounding to as many digits as it shows. */
function held(said: Said, oughts: readonly Ought[], severity: Severity): TextClaim | undefined {
  const first = oughts[0];
  if (!first) return undefined;
  const fits = (o: Ought) => compare(o.value, said.value) === 0;
  const near = (o: Ought) => compare(round(o.value, decimalsOf(said.value)), said.value) === 0;
  const chosen = oughts.find(fits) ?? oughts.find(near);
  const verdict = !chosen ? 'broken' : fits(chosen) ? 'exact' : 'rounding';
  const told = (o: Ought) => `${o.what}${toText(round(o.value, 2))}${said.unit}`;
  const message = chosen
    ? `与${chosen.what}一致`
    : `文中为${toText(said.value)}${said.unit}，应与自评表一致：${oughts.map(told).join('，或')}`;
  return {
    start: said.start,
    end: said.end,
    verdict,
    severity: verdict === 'broken' ? severity : 'note',
    expected: toText(round((chosen ?? first).value, 2)),
    cells: (chosen ?? first).cells,
    message,
  };
}

function amount(facts: readonly (Fact | undefined)[], unit: string, what: string): Ought[] {
  let value: Exact = ZERO;
  const cells: FindingCell[] = [];
  for (const fact of facts) {
    const q = quantityIn(fact);
    const converted = q && convert(q, unit);
    if (!fact || !converted) return [];
    value = plus(value, converted.value);
    cells.push(factCell(fact, 'part'));
  }
  return facts.length > 0 ? [{ value, cells, what }] : [];
}

function rateOf(own: Case): Ought[] {
  const { whole } = own.evaluation;
  const [a, b] = [whole && quantityIn(budgetOf(whole, own.book)), quantityIn(whole?.spent)];
  const printed = quantityIn(whole?.rate);
  const quotient = a && b && quotientOf(b, a);
  const cells = [whole?.rate, whole?.spent]
    .filter((f) => f !== undefined)
    .map((f) => factCell(f, 'part'));
  const shown: Ought[] = printed ? amount([whole?.rate], '%', '表中执行率') : [];
  return quotient
    ? [...shown, { value: shift(quotient.value, 2), cells, what: '执行数与预算数之比' }]
    : shown;
}

/** The project a 综述 speaks of: by its name, or the name in the title of its table. */
function projectNamed(name: string, cases: readonly Case[]): Case | undefined {
  const wanted = bareProject(name.replace(/^.*?(?:\d+[.、．]|[)）])/, ''));
  const fits = cases.filter((c) => {
    const names = [c.evaluation.project?.text ?? '', titleOf(c.evaluation)].map(bareProject);
    return names.some(
      (n) => n.length > 1 && (n === wanted || n.includes(wanted) || wanted.includes(n)),
    );
  });
  return fits.length === 1 && wanted.length > 1 ? fits[0] : undefined;
}

function projectClaims(text: Stripped, cases: readonly Case[]): TextClaim[] {
  return [...text.text.matchAll(PROJECT)].flatMap((m): TextClaim[] => {
    const match = m as RegExpExecArray;
    const own = projectNamed(match.groups?.name ?? '', cases);
    if (!own?.evaluation.whole) return [];
    const { whole } = own.evaluation;
    const [budget, spent, rate] = ['budget', 'spent', 'rate'].map((g) => saidIn(match, g, text));
    return [
      budget && held(budget, amount([budgetOf(whole, own.book)], budget.unit, '预算数'), 'error'),
      spent && held(spent, amount([whole.spent], spent.unit, '执行数'), 'error'),
      rate && held(rate, rateOf(own), 'error'),
    ].filter((c) => c !== undefined);
  });
}

/** Only where the text speaks of as many projects as there are tables: others may not be published. */
function coverageClaims(text: Stripped, projects: readonly Case[]): TextClaim[] {
  return [...text.text.matchAll(COVERAGE)].flatMap((m): TextClaim[] => {
    const money = saidIn(m as RegExpExecArray, 'money', text);
    if (!money || Number(m.groups?.count) !== projects.length) return [];
    const budgets = projects.map((c) => c.evaluation.whole && budgetOf(c.evaluation.whole, c.book));
    const spent = projects.map((c) => c.evaluation.whole?.spent);
    const oughts = [
      ...amount(spent, money.unit, '各项目执行数合计'),
      ...amount(budgets, money.unit, '各项目预算数合计'),
    ];
    return [held(money, oughts, 'warning')].filter((c) => c !== undefined);
  });
}

const path = (...names: string[]): Path => ({
  kind: 'path',
  parts: names.map((name) => ({ name, sum: false, quoted: false })),
});

function overallClaims(text: Stripped, overall: readonly Case[], accounts: Accounts): TextClaim[] {
  const [own] = overall;
  if (!own || overall.length > 1) return [];
  const total = (table: Table | undefined, ...names: string[]): (Fact | undefined)[] =>
    table ? [...resolve(path(...names), table).facts] : [undefined];
  return [...text.text.matchAll(OVERALL)].flatMap((m): TextClaim[] => {
    const money = saidIn(m as RegExpExecArray, 'money', text);
    if (!money) return [];
    const { whole } = own.evaluation;
    const oughts = [
      ...amount([whole?.spent], money.unit, '整体自评表执行数'),
      ...amount([whole && budgetOf(whole, own.book)], money.unit, '整体自评表预算数'),
      ...amount(total(accounts('表3'), '合计', '本年支出合计'), money.unit, '本年支出合计'),
      ...amount(total(accounts('表5'), '合计', '本年支出'), money.unit, '一般公共预算财政拨款支出'),
    ];
    return [held(money, oughts, 'warning')].filter((c) => c !== undefined);
  });
}

/** S18 over one text. */
export function textClaims(text: string, cases: readonly Case[], accounts: Accounts): TextClaim[] {
  const plain = stripped(text);
  const projects = cases.filter((c) => c.evaluation.kind === '项目自评');
  return [
    ...projectClaims(plain, projects),
    ...coverageClaims(plain, projects),
    ...overallClaims(
      plain,
      cases.filter((c) => c.evaluation.kind === '整体自评'),
      accounts,
    ),
  ];
}
