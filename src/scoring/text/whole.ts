// S18: what a text says of all projects together and of the department as a whole, against the tables. Knows the
// officials' wordings and the tables; knows no document.
import type { Fact, Table } from '../../facts/fact.ts';
import { resolve } from '../../formula/resolve.ts';
import type { Path } from '../../formula/tree.ts';
import { compare, exact, toText } from '../../measure/exact.ts';
import { budgetOf, type Case } from '../case.ts';
import type { Accounts } from '../checks/accounts.ts';
import { amount, held, type Ought } from './held.ts';
import type { ProjectPassage } from './inline.ts';
import { oughtsFor } from './projects.ts';
import {
  bareClause,
  clauseBefore,
  endsWith,
  indexIn,
  type Part,
  type PerformanceWords,
  type TextClaim,
  type ToldKind,
  toldBy,
  type WrittenNumber,
  type WrittenText,
} from './written.ts';

const isMoney = (unit: string): boolean => /元$/.test(unit);
const nextOf = (written: WrittenText, n: WrittenNumber): WrittenNumber | undefined =>
  written.numbers[indexIn(written, n) + 1];

/** A count of projects evaluated, and the money behind it: 共涉及项目5个，资金104.02万元. */
function coverageOf(written: WrittenText, parts: readonly Part[], words: PerformanceWords) {
  const { text, numbers } = written;
  return numbers.flatMap((n) => {
    const clause = clauseBefore(written, n);
    const projects =
      n.unit === '个' &&
      (/项目$/.test(bareClause(clause)) || /^(?:一级|二级)?项目/.test(text.slice(n.end)));
    const sentence = text.slice(
      Math.max(text.lastIndexOf('。', n.start), text.lastIndexOf('\n', n.start)) + 1,
      n.end,
    );
    const evaluated =
      parts.some((p) => p.start <= n.start && n.end <= p.end) ||
      words.part.some((w) => sentence.includes(w));
    if (!projects || !evaluated) return [];
    const money = nextOf(written, n);
    const tied =
      money &&
      isMoney(money.unit) &&
      endsWith(bareClause(clauseBefore(written, money)), words.coverage);
    return [{ count: n, money: tied ? money : undefined }];
  });
}

/** Only where the text speaks of as many projects as there are tables: others may not be published. */
export function coverageClaims(
  written: WrittenText,
  projects: readonly Case[],
  passages: readonly ProjectPassage[],
  parts: readonly Part[],
  words: PerformanceWords,
): TextClaim[] {
  const told = passages.filter((p) => p.own).length;
  return coverageOf(written, parts, words).flatMap(({ count, money }): TextClaim[] => {
    const all = compare(count.value, exact(projects.length)) === 0;
    if (projects.length === 0 || (!all && told === 0)) return [];
    const counted: TextClaim[] = all
      ? [
          {
            rule: 'S18',
            start: count.start,
            end: count.end,
            verdict: 'exact',
            severity: 'note',
            expected: toText(count.value),
            cells: [],
            message: `与工作簿中项目自评表的张数一致`,
          },
        ]
      : [];
    if (!all || !money) return counted;
    const budgets = projects.map((c) => c.evaluation.whole && budgetOf(c.evaluation.whole, c.book));
    const spent = projects.map((c) => c.evaluation.whole?.spent);
    const oughts = [
      ...amount(spent, money.unit, '各项目执行数合计'),
      ...amount(budgets, money.unit, '各项目预算数合计'),
    ];
    const claim = held(money, oughts, 'warning');
    return claim ? [...counted, claim] : counted;
  });
}

const path = (...names: string[]): Path => ({
  kind: 'path',
  parts: names.map((name) => ({ name, sum: false, quoted: false })),
});

const total = (table: Table | undefined, ...names: string[]): (Fact | undefined)[] =>
  table ? [...resolve(path(...names), table).facts] : [undefined];

const spentInAll = ({ unit }: WrittenNumber, accounts: Accounts): Ought[] => [
  ...amount(total(accounts('表3'), '合计', '本年支出合计'), unit, '本年支出合计'),
  ...amount(total(accounts('表5'), '合计', '本年支出'), unit, '一般公共预算财政拨款支出'),
];

/** 执行数 alone, or 部门整体支出执行数: what else stands before the label is a part of the whole. */
function isOfWhole(clause: string, labels: readonly string[], words: PerformanceWords): boolean {
  const bare = bareClause(clause);
  const label = labels.filter((w) => bare.endsWith(w)).sort((a, b) => b.length - a.length)[0];
  if (label === undefined) return false;
  const rest = bare.slice(0, -label.length).replace(/^(?:\d{4}年度?|全年|本年度?|年)/, '');
  return rest === '' || words.whole.some((w) => rest.endsWith(w));
}

/** Budget, spending and rate of the department: its own table's, or what the accounts spent. */
function moneyOught(
  told: ToldKind,
  number: WrittenNumber,
  own: Case,
  accounts: Accounts,
  clause: string,
  words: PerformanceWords,
): Ought[] {
  const oughts = oughtsFor(told, own, number, clause, words);
  if (oughts.length === 0) return [];
  if (told === '预算数') return [...oughts, ...oughtsFor('年初预算数', own, number, clause, words)];
  return told === '执行数' ? [...oughts, ...spentInAll(number, accounts)] : oughts;
}

function moneyOfAll(number: WrittenNumber, own: Case, accounts: Accounts): TextClaim | undefined {
  const { whole } = own.evaluation;
  const oughts = [
    ...amount([whole?.spent], number.unit, '整体自评表执行数'),
    ...amount([whole && budgetOf(whole, own.book)], number.unit, '整体自评表预算数'),
    ...spentInAll(number, accounts),
  ];
  return held(number, oughts, 'warning');
}

/** 对1个单位开展整体支出绩效自评: as many units as there are tables of a whole, one. */
function isOneEvaluated({ text }: WrittenText, n: WrittenNumber, { whole }: PerformanceWords) {
  if (n.unit !== '个' || compare(n.value, exact(1)) !== 0) return false;
  const behind = text.slice(n.end, n.end + 24);
  const clause = /^(?:部门|单位)[^，。；]*/.exec(behind)?.[0] ?? '';
  return whole.some((w) => clause.includes(w));
}

const theOneTable = ({ start, end }: WrittenNumber): TextClaim => ({
  rule: 'S18',
  start,
  end,
  verdict: 'exact',
  severity: 'note',
  expected: '1',
  cells: [],
  message: '与工作簿中整体自评表的张数一致',
});

/** The money and the points of the department as a whole, in sentences that say so. */
export function overallClaims(
  written: WrittenText,
  overall: readonly Case[],
  passages: readonly ProjectPassage[],
  accounts: Accounts,
  words: PerformanceWords,
): TextClaim[] {
  const [own, ...others] = overall;
  if (!own || others.length > 0) return [];
  const { text, numbers } = written;
  const ofProject = (n: WrittenNumber): boolean =>
    passages.some((p) => p.own && p.start <= n.start && n.end <= p.end);
  return numbers.flatMap((n): TextClaim[] => {
    const sentence = text.slice(
      Math.max(text.lastIndexOf('。', n.start), text.lastIndexOf('\n', n.start)) + 1,
      n.start,
    );
    if (isOneEvaluated(written, n, words)) return [theOneTable(n)];
    if (ofProject(n) || !words.whole.some((w) => sentence.includes(w))) return [];
    const clause = clauseBefore(written, n);
    const evaluated = /个(?:单位|部门)/.test(sentence) && isMoney(n.unit);
    if (evaluated && endsWith(bareClause(clause), words.coverage)) {
      const claim = moneyOfAll(n, own, accounts);
      return claim ? [claim] : [];
    }
    const told = toldBy(clause, words);
    if (told === '得分' && n.unit === '分') {
      const claim = held(n, oughtsFor(told, own, n, clause, words), 'error');
      return claim ? [claim] : [];
    }
    if (!told || !isOfWhole(clause, words.labels[told], words)) return [];
    const claim = held(n, moneyOught(told, n, own, accounts, clause, words), 'warning');
    return claim ? [claim] : [];
  });
}
