// 绩效核对: every check of every 自评表, and of all of them against the accounts. Knows which check
// follows from which; knows no sheet.
import type { Finding, Suspect } from '../assertions/finding.ts';
import type { Evaluation } from '../facts/evaluation.ts';
import type { Table } from '../facts/fact.ts';
import { type Case, type CaseOptions, caseOf } from './case.ts';
import type { Accounts } from './checks/accounts.ts';
import { withLeniency } from './checks/leniency.ts';
import { CODE } from './checks/register.ts';
import { withConsequences } from './checks/total.ts';
import type { Judged } from './finding.ts';
import type { Scoring } from './rule.ts';
import { suspectsIn } from './suspects.ts';

/** 绩效核对结果: what was judged, what was remarked, and who is suspected. */
export interface Examination {
  readonly cases: readonly Case[];
  readonly judged: readonly Judged[];
  readonly remarks: readonly Finding[];
  /** 疑似错误 within the tables; what other tables have to do with it is diagnosed with them. */
  readonly suspects: readonly Suspect[];
}

const ALL = Object.values(CODE);

function judgedIn(own: Case, accounts: Accounts): Judged[] {
  const judged: Judged[] = [];
  for (const { judges = [] } of ALL)
    for (const judge of judges) judged.push(...judge({ own, accounts, before: judged }));
  return withConsequences(own, withLeniency(own, judged));
}

const remarksIn = (own: Case): Finding[] =>
  ALL.flatMap(({ remarks = [] }) => remarks.flatMap((remark) => remark(own)));

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
  const own = cases.map((c) => judgedIn(c, accounts));
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
      ...ALL.flatMap(({ across = [] }) =>
        across.flatMap((judge) => judge({ cases, accounts, supplement })),
      ),
    ],
    remarks: cases.filter((c) => !isUnfilled(c)).flatMap(remarksIn),
  };
}
