// S27, S28, S30: what stands beside each other in a booklet and need not agree, though it mostly does: the whole and
// its projects, a project and what the accounts spent on projects, who is named as 主管部门. Never louder than a 提示,
// each with what speaks for and against.
import { judge } from '../../assertions/compare.ts';
import type { Finding } from '../../assertions/finding.ts';
import type { Fact, Table } from '../../facts/fact.ts';
import {
  compare,
  divide,
  type Exact,
  plus,
  round,
  times,
  toText,
  ZERO,
} from '../../measure/exact.ts';
import { point } from '../../measure/interval.ts';
import { convert, halfOf, valueOf } from '../../measure/quantity.ts';
import { budgetOf, type Case } from '../case.ts';
import {
  amountSpoken,
  assertionOver,
  factCell,
  findingOf,
  type Judged,
  placeOf,
  titleOf,
  valueIn,
  wordsCell,
} from '../finding.ts';
import { mentions } from '../names.ts';
import type { Accounts } from './accounts.ts';
import { bareProject } from './hints.ts';

/** A project with its total and its money. */
interface Scored {
  readonly total: Fact;
  readonly score: Exact;
  readonly money: Exact;
}

function scoredIn(projects: readonly Case[]): Scored[] | undefined {
  const all = projects.flatMap(({ evaluation, book }): Scored[] => {
    const { total, whole } = evaluation;
    const [score, money] = [valueIn(total), whole && valueIn(budgetOf(whole, book))];
    return total && score && money ? [{ total, score, money }] : [];
  });
  // One project that was not read, and nothing can be said of all of them.
  return all.length === projects.length && all.length > 1 ? all : undefined;
}

const byScore = (a: Scored, b: Scored): number => compare(a.score, b.score);

/** Their scores by money, to the digits of a score. */
function meanOf(all: readonly Scored[]): string {
  const money = all.map((p) => p.money).reduce(plus, ZERO);
  const sum = all.map((p) => times(p.score, p.money)).reduce(plus, ZERO);
  const mean = divide(sum, money);
  return mean ? `，按资金加权为 ${amountSpoken(round(mean, 2), '分')}` : '';
}

/** S27 整体得分在各项目得分之间; a rule that makes the one from the others is S09's. */
export function wholeAmongProjects(cases: readonly Case[]): Judged[] {
  const all = scoredIn(cases.filter((c) => c.evaluation.kind === '项目自评'));
  const wholes = cases.filter((c) => c.evaluation.kind === '整体自评');
  const [own, ...others] = wholes;
  const total = own?.evaluation.total;
  const stated = valueIn(total);
  const rule = own?.book.rules.get('整体');
  if (!all || !own || others.length > 0 || !total || !stated) return [];
  if (rule && mentions(rule.says, 'Σ资金')) return [];
  const sorted = [...all].sort(byScore);
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  const above = compare(stated, most.score) > 0;
  if (!above && compare(stated, least.score) >= 0) return [];
  const check = own.check('S27');
  const near = above ? most : least;
  const [rel, says] = above
    ? (['≤', '总分 ≤ 项目得分'] as const)
    : (['≥', '总分 ≥ 项目得分'] as const);
  const judgement = judge(point(stated), point(near.score), { by: 'stored', rel });
  const what = above ? '高于每一个项目的得分' : '低于每一个项目的得分';
  const message = `${titleOf(own.evaluation)}${placeOf(total)}为 ${amountSpoken(stated, '分')}，${what}（${all.length} 个项目 ${toText(least.score)}～${toText(most.score)} 分${meanOf(all)}）。整体得分通常在各项目得分之间，可能没有汇总各项目；也可能整体自评另有指标，或没有附全部项目的自评表。请核对。`;
  const cells = [factCell(total, 'stated'), ...all.map((p) => factCell(p.total, 'part'))];
  const finding = findingOf({
    evaluation: own.evaluation,
    check,
    verdict: judgement.verdict,
    stated,
    expected: near.score,
    message,
    says,
    cells,
    rel,
  });
  const names = { 总分: [total], 项目得分: [near.total] };
  return [{ assertion: assertionOver(check, says, names), finding }];
}

const PROJECTS = /项目支出$/;
/** So many functions are tried for a sum. */
const MOST = 14;

/** 项级科目的项目支出 of a table, those that hold something. */
function projectSpending(table: Table): Fact[] {
  const at = table.columns.findIndex((c) => PROJECTS.test(c.key));
  return table.rows.flatMap((row, r) => {
    const fact = table.facts[r]?.[at];
    return row.code?.length === 7 && fact?.quantity && fact.quantity.units !== 0 ? [fact] : [];
  });
}

/** Whether some of the amounts come to a sum, within the rounding of all of them. */
function comesTo(sum: Exact, half: Exact, facts: readonly Fact[], unit: string): boolean {
  const parts = facts.flatMap((f) => convert(f.quantity!, unit) ?? []);
  if (parts.length > MOST) return true;
  let sums: { value: Exact; half: Exact }[] = [{ value: ZERO, half }];
  for (const part of parts)
    sums = [
      ...sums,
      ...sums.map((s) => ({ value: plus(s.value, part.value), half: plus(s.half, part.half) })),
    ];
  return sums.some(
    (s) => compare(plus(s.value, s.half), sum) >= 0 && compare(s.value, plus(sum, s.half)) <= 0,
  );
}

/** The one function that a project has the name of. */
function namesake(own: Case, facts: readonly Fact[]): Fact | undefined {
  const name = bareProject(own.evaluation.project?.text ?? '');
  const found = facts.filter(({ row }) => {
    const plain = bareProject(row.printed.replace(/^\d+/, ''));
    return plain.length > 3 && name.includes(plain);
  });
  return found.length === 1 ? found[0] : undefined;
}

/** S28 项目执行数与所属科目的项目支出. */
export function projectWithinFunctions(own: Case, accounts: Accounts): Judged[] {
  const spent = own.evaluation.whole?.spent;
  const table = accounts('表3') ?? accounts('表5');
  if (own.evaluation.kind !== '项目自评' || !spent?.quantity || !table || table.partial) return [];
  const { unit } = spent.quantity;
  const facts = projectSpending(table);
  const value = valueOf(spent.quantity);
  const most = [...facts].sort((a, b) => compare(inUnit(b, unit), inUnit(a, unit)))[0];
  const against = namesake(own, facts) ?? most;
  if (!against || compare(value, inUnit(against, unit)) <= 0) return [];
  const ought = convert(against.quantity!, unit)!;
  const judgement = judge(point(value), point(plus(ought.value, ought.half)), {
    by: 'stored',
    rel: '≤',
  });
  if (judgement.verdict !== 'broken' || comesTo(value, halfOf(spent.quantity), facts, unit))
    return [];
  const check = own.check('S28');
  const says = '执行数 ≤ 科目项目支出';
  const named = against === most ? '任何一个科目' : `同名科目“${against.row.printed}”`;
  const message = `${titleOf(own.evaluation)}${placeOf(spent)}为 ${amountSpoken(value, unit)}，大于${table.title}里${named}的项目支出（${against.row.code}“${against.row.printed}”为 ${amountSpoken(valueOf(against.quantity!), against.quantity!.unit)}），也不是几个科目之和。一个项目通常在一个科目列支，执行数或科目可能有误；也可能分列在几个科目，每个科目还有其他项目，或用了以前年度的资金。请核对。`;
  const finding = findingOf({
    evaluation: own.evaluation,
    check,
    verdict: 'broken',
    stated: value,
    expected: ought.value,
    unit,
    message,
    says,
    cells: [factCell(spent, 'stated'), factCell(against, 'part')],
    rel: '≤',
  });
  return [
    {
      assertion: assertionOver(check, says, { 执行数: [spent], 科目项目支出: [against] }),
      finding,
    },
  ];
}

const inUnit = (fact: Fact, unit: string): Exact => convert(fact.quantity!, unit)?.value ?? ZERO;

/** S30 主管部门是部门的名称: 一级预算部门 is a kind of department, not one of them. */
export function departmentsNamed(own: Case): Finding[] {
  const { evaluation } = own;
  const { department } = evaluation;
  const check = own.check('S30');
  const plain = (department?.text ?? '').normalize('NFKC').replace(/[\s()]|^\d+/g, '');
  if (!department || !(check.words ?? []).includes(plain)) return [];
  const message = `${titleOf(evaluation)}的主管部门写的是“${department.text}”，这是一类部门，不是部门的名称，看来没有改掉样表里的话；当地样表要求只写类别的，可以不改。请核对。`;
  return [
    findingOf({
      evaluation,
      check,
      verdict: 'broken',
      message,
      cells: [wordsCell(department, `${titleOf(evaluation)} 主管部门`, 'stated')],
    }),
  ];
}
