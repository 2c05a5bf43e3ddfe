// S15–S17: the overall table against the accounts, what was evaluated against what was spent. Knows
// evaluations and the official tables; knows no sheet.
import type { Assertion } from '../../assertions/assertion.ts';
import { check as compareMoney } from '../../assertions/check.ts';
import { judge } from '../../assertions/compare.ts';
import type { Fact, Table } from '../../facts/fact.ts';
import { figureNamed } from '../../facts/named.ts';
import { type Reference, references } from '../../formula/evaluate.ts';
import { printPath, printRelation } from '../../formula/print.ts';
import { resolve, type Target } from '../../formula/resolve.ts';
import type { Path, Relation } from '../../formula/tree.ts';
import { compare, exact, plus, ZERO } from '../../measure/exact.ts';
import { point } from '../../measure/interval.ts';
import { budgetOf, type Case } from '../case.ts';
import { amountSpoken, factCell, findingOf, type Judged, titleOf, valueIn } from '../finding.ts';
import { relationsIn } from '../names.ts';
import type { EvaluationCheck } from '../rule.ts';
import { nearest, titled } from './money.ts';

/** 决算各表: the official table of a form that is under review; undefined where there is none. */
export type Accounts = (form: string) => Table | undefined;

type Named = Readonly<Record<string, readonly (Fact | undefined)[]>>;

/** A relation between a 自评表 and the accounts; undefined where either side is not there. */
function across(
  check: EvaluationCheck,
  relation: Relation,
  named: Named,
  accounts: Accounts,
): Assertion | undefined {
  const targets = new Map<Reference, Target>();
  for (const node of [relation.left, relation.right]) {
    for (const reference of references(node)) {
      const target = targetOf(reference, named, accounts);
      if (!target) return undefined;
      targets.set(reference, target);
    }
  }
  return { declaration: check, says: printRelation(relation), relation, targets, exact: false };
}

function targetOf(reference: Reference, named: Named, accounts: Accounts): Target | undefined {
  if (reference.kind !== 'path') return undefined;
  if (!reference.table) {
    const facts = (named[printPath(reference)] ?? []).filter((f) => f !== undefined);
    const table = facts[0]?.table;
    return table && { facts, absent: false, table };
  }
  const table = accounts(reference.table);
  if (!table || table.empty) return undefined;
  const target = resolve(reference as Path, table);
  return target.missing || target.absent ? undefined : target;
}

const otherScope = ({ finding }: Judged): string => {
  const cell = finding.cells.find((c) => c.role !== 'stated');
  return `${cell?.label ?? ''} ${finding.expected ?? ''}`;
};

/** The way of saying it that holds; where none does, the nearest, and what the others come to. */
function best(
  check: EvaluationCheck,
  part: number,
  named: Named,
  accounts: Accounts,
  supposed: readonly Fact[] = [],
): Judged | undefined {
  const says = [check.says, ...(check.or ?? [])];
  const judged = says.flatMap((text): Judged[] => {
    const relation = relationsIn(text)[part - 1];
    const found = relation && across(check, relation, named, accounts);
    const assertion = found && { ...found, supposed };
    const finding = assertion && compareMoney(assertion);
    return finding ? [{ assertion: { ...assertion, part }, finding: { ...finding, part } }] : [];
  });
  const chosen = nearest(judged);
  const others = judged.filter((j) => j !== chosen).map(otherScope);
  if (chosen?.finding.verdict !== 'broken' || others.length === 0) return chosen;
  const message = `${chosen.finding.message}其他口径：${[...new Set(others)].join('，')}。`;
  return { ...chosen, finding: { ...chosen.finding, message } };
}

const listed = (judged: Judged, own: Case, hint: string): Judged => {
  const { finding } = judged;
  const message = finding.verdict === 'broken' ? `${finding.message}${hint}` : finding.message;
  return { ...judged, finding: titled({ ...finding, message }, own) };
};

/** A whole that is the sum of its printed parts was rounded part by part: all of them but one leave as much open again. */
function roundedParts({ evaluation }: Case): Fact[] {
  const { money, whole } = evaluation;
  const stated = valueIn(whole?.spent);
  if (!stated) return [];
  for (const group of ['支出类型', '资金来源']) {
    const parts = money.filter((m) => m !== whole && m.row.groups.includes(group));
    const spent = parts.flatMap((m) => (m.spent && valueIn(m.spent) ? [m.spent] : []));
    const sum = spent.map((f) => valueIn(f)!).reduce(plus, ZERO);
    if (spent.length > 1 && compare(sum, stated) === 0) return spent.slice(1);
  }
  return [];
}

/** S15. */
export function overallAgainstAccounts(own: Case, accounts: Accounts): Judged[] {
  const { evaluation } = own;
  if (evaluation.kind !== '整体自评') return [];
  const row = (name: string): Fact | undefined => {
    const found = evaluation.money.find((m) => m.row.key === name);
    return found?.spent ?? found?.amount;
  };
  const named: Named = {
    执行数: [evaluation.whole?.spent],
    基本支出总额: [row('基本支出总额')],
    项目支出总额: [row('项目支出总额')],
  };
  const hint = '请核对口径；口径不同的请在表下说明。';
  return [1, 2, 3].flatMap((part) => {
    const supposed = part === 1 ? roundedParts(own) : [];
    const judged = best(own.check('S15'), part, named, accounts, supposed);
    return judged ? [listed(judged, own, hint)] : [];
  });
}

/** S17: what the projects spent is part of 项目支出. */
export function projectsWithinAccounts(cases: readonly Case[], accounts: Accounts): Judged[] {
  const projects = cases.filter((c) => c.evaluation.kind === '项目自评');
  const spent = projects.map((c) => c.evaluation.whole?.spent).filter((f) => f && valueIn(f));
  const [first] = projects;
  if (!first || spent.length === 0) return [];
  const judged = best(first.check('S17'), 1, { Σ执行数: spent }, accounts);
  if (!judged) return [];
  const message =
    judged.finding.verdict === 'broken'
      ? `${projects.length} 个项目自评表的执行数之和大于决算的项目支出。${judged.finding.message}`
      : judged.finding.message;
  return [{ ...judged, finding: { ...judged.finding, message } }];
}

function coverageCount(first: Case, fact: Fact, count: number): Judged {
  const check = first.check('S16');
  const [stated, expected] = [valueIn(fact)!, exact(count)];
  const { verdict } = judge(point(stated), point(expected), { by: 'whole' });
  const message = `补充资料“绩效·项目数”为 ${amountSpoken(stated, '个')}，工作簿中有 ${count} 张项目自评表。`;
  const relation = relationsIn(check.says)[0]!;
  const targets = new Map([
    [relation.left as Reference, { facts: [fact], absent: false, table: fact.table }],
  ]);
  const assertion: Assertion = {
    declaration: check,
    says: printRelation(relation),
    part: 1,
    relation,
    targets,
    exact: true,
  };
  const finding = findingOf({
    evaluation: first.evaluation,
    check,
    part: 1,
    verdict,
    stated,
    expected,
    unit: '个',
    message,
    cells: [factCell(fact, 'stated')],
  });
  return { assertion, finding };
}

/** S16: the count and the money of 补充资料 against the project tables; budget or spending. */
export function coverage(cases: readonly Case[], supplement: Table | undefined): Judged[] {
  const projects = cases.filter((c) => c.evaluation.kind === '项目自评');
  const [first] = projects;
  if (!first?.book.rules.has('覆盖') || !supplement) return [];
  const result: Judged[] = [];
  const count = figureNamed(supplement, '绩效·项目数');
  if (count) result.push(coverageCount(first, count, projects.length));
  const money = figureNamed(supplement, '绩效·资金');
  if (!money) return result;
  const sides = [
    projects.map((c) => c.evaluation.whole && budgetOf(c.evaluation.whole, c.book)),
    projects.map((c) => c.evaluation.whole?.spent),
  ].filter((facts) => facts.some((f) => f && valueIn(f)));
  const relation = relationsIn(first.check('S16').says)[1]!;
  const judged = sides.flatMap((facts): Judged[] => {
    const parts = facts.filter((f) => f !== undefined);
    const targets = new Map<Reference, Target>([
      [relation.left as Reference, { facts: [money], absent: false, table: money.table }],
      [relation.right as Reference, { facts: parts, absent: false, table: parts[0]!.table }],
    ]);
    const check = first.check('S16');
    const assertion: Assertion = {
      declaration: check,
      says: printRelation(relation),
      part: 2,
      relation,
      targets,
      exact: false,
    };
    const finding = compareMoney(assertion);
    return finding
      ? [{ assertion, finding: { ...finding, table: titleOf(first.evaluation) } }]
      : [];
  });
  const chosen = judged.find((j) => j.finding.verdict !== 'broken') ?? judged[0];
  return chosen ? [...result, chosen] : result;
}
