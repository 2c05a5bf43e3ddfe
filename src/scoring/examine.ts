// 绩效核对: every check of every 自评表, and of all of them against the accounts. Knows which check
// follows which; knows no sheet.
import type { Finding, Suspect } from '../assertions/finding.ts';
import type { Evaluation } from '../facts/evaluation.ts';
import type { Table } from '../facts/fact.ts';
import { type Case, type CaseOptions, caseOf } from './case.ts';
import {
  type Accounts,
  coverage,
  overallAgainstAccounts,
  projectsWithinAccounts,
} from './checks/accounts.ts';
import { arrivals } from './checks/arrival.ts';
import { completions } from './checks/completion.ts';
import { deductions } from './checks/deductions.ts';
import { executionScores } from './checks/execution.ts';
import { grades } from './checks/grades.ts';
import {
  directions,
  duplicates,
  goals,
  printedRules,
  projectNames,
  unitsAndWriting,
} from './checks/hints.ts';
import { initialBudgets } from './checks/initial.ts';
import { withLeniency } from './checks/leniency.ts';
import { limits, rates, sums } from './checks/money.ts';
import { overallByProjects } from './checks/overall.ts';
import { missingReasons } from './checks/reasons.ts';
import { indicatorScores } from './checks/scores.ts';
import { subtotalsOf, totalOf, totalsInWords, withConsequences } from './checks/total.ts';
import { scoresWithinWeights, weightSums } from './checks/weights.ts';
import type { Judged } from './finding.ts';
import type { Scoring } from './rule.ts';
import { suspectsIn } from './suspects.ts';

/** 绩效核对结果. */
export interface Examination {
  readonly cases: readonly Case[];
  readonly judged: readonly Judged[];
  readonly remarks: readonly Finding[];
  /** 疑似错误 within the tables; what other tables have to do with it is diagnosed with them. */
  readonly suspects: readonly Suspect[];
}

function judgedIn(own: Case): Judged[] {
  const rated = rates(own);
  const whole = own.evaluation.whole?.rate;
  const wrong = rated.some(
    (j) =>
      j.finding.verdict === 'broken' &&
      [...j.assertion.targets.values()].some((t) => whole && t.facts.includes(whole)),
  );
  const judged = [
    ...sums(own),
    ...initialBudgets(own),
    ...rated,
    ...arrivals(own),
    ...limits(own),
    ...executionScores(own, wrong),
    ...weightSums(own),
    ...scoresWithinWeights(own),
    ...indicatorScores(own),
    ...deductions(own),
    ...completions(own),
    ...grades(own),
    ...totalOf(own),
    ...subtotalsOf(own),
  ];
  return withConsequences(own, withLeniency(own, judged));
}

const remarksIn = (own: Case): Finding[] => [
  ...missingReasons(own),
  ...directions(own),
  ...unitsAndWriting(own),
  ...duplicates(own),
  ...goals(own),
  ...printedRules(own),
  ...projectNames(own),
  ...totalsInWords(own),
];

/** A form that nobody has filled yet has nothing wrong in it. */
const isUnfilled = ({ evaluation, indicators }: Case): boolean =>
  evaluation.table.empty && indicators.length === 0;

/** 绩效核对 of the tables under review. */
export function examine(
  evaluations: readonly Evaluation[],
  scoring: Scoring,
  options: CaseOptions,
  accounts: Accounts,
  supplement?: Table,
): Examination {
  const cases = evaluations.map((e) => caseOf(e, scoring, options));
  const own = cases.map((c) => [...judgedIn(c), ...overallAgainstAccounts(c, accounts)]);
  const suspects: Suspect[] = [];
  cases.forEach((c, i) => {
    const first = 1 + Math.max(0, ...suspects.map((s) => s.group));
    suspects.push(...suspectsIn(c, own[i]!, first));
  });
  return {
    cases,
    suspects,
    judged: [
      ...own.flat(),
      ...overallByProjects(cases),
      ...projectsWithinAccounts(cases, accounts),
      ...coverage(cases, supplement),
    ],
    remarks: cases.filter((c) => !isUnfilled(c)).flatMap(remarksIn),
  };
}
