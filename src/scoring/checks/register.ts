// 绩效核对登记: the code of every check of 自评表, and of texts about them, by the id that its head has in the
// catalogue: one id, one entry. What is examined is what stands here, in this order. Judges nothing itself.
import type { Finding } from '../../assertions/finding.ts';
import type { Table } from '../../facts/fact.ts';
import type { Case } from '../case.ts';
import type { Judged } from '../finding.ts';
import { achievedClaims, atLeastClaims } from '../text/indicators.ts';
import type { ProjectPassage } from '../text/inline.ts';
import {
  comparisonsWithoutDifference,
  oneMeasureOneValue,
  pointsWithinWeight,
  ratesOfCounts,
} from '../text/itself.ts';
import { projectClaims } from '../text/projects.ts';
import { statedWeights } from '../text/weights.ts';
import { coverageClaims, overallClaims } from '../text/whole.ts';
import type { Part, PerformanceWords, TextClaim, WrittenText } from '../text/written.ts';
import {
  type Accounts,
  coverage,
  overallAgainstAccounts,
  projectsWithinAccounts,
} from './accounts.ts';
import { arrivalRates, netBudgets } from './arrival.ts';
import { departmentsNamed, projectWithinFunctions, wholeAmongProjects } from './beside.ts';
import { completions } from './completion.ts';
import { deductions } from './deductions.ts';
import { executionScores } from './execution.ts';
import { grades } from './grades.ts';
import {
  directions,
  duplicates,
  goals,
  printedRules,
  projectNames,
  unitsAndWriting,
} from './hints.ts';
import { initialBudgets, ratesAmong } from './initial.ts';
import { limits, rates, sums } from './money.ts';
import { overallByProjects } from './overall.ts';
import { missingReasons } from './reasons.ts';
import { rateAmongProjects } from './rest.ts';
import { bandScores, ruleScores } from './scores.ts';
import { sumsOfTasks } from './tasks.ts';
import { subtotalsOf, totalOf, totalsInWords } from './total.ts';
import { scoresWithinWeights, weightSums } from './weights.ts';

/** 一张自评表的核对: the table, the accounts beside it, and what was judged of it before. */
export interface TableTask {
  readonly own: Case;
  readonly accounts: Accounts;
  readonly before: readonly Judged[];
}

/** 几张自评表之间的核对: all of a workbook, the accounts and 补充资料. */
export interface BookTask {
  readonly cases: readonly Case[];
  readonly accounts: Accounts;
  readonly supplement: Table | undefined;
}

/** 绩效文字的核对: a text, its 绩效部分 and the passages of projects, the 自评表 and accounts it is held against. */
export interface PerformanceTextTask {
  readonly written: WrittenText;
  readonly words: PerformanceWords;
  /** The relation that a check says. */
  readonly says: (id: string) => string;
  readonly parts: readonly Part[];
  /** The same, cut where the passage of a project begins. */
  readonly apart: readonly Part[];
  readonly passages: readonly ProjectPassage[];
  readonly cases: readonly Case[];
  /** Absent where the text stands alone. */
  readonly accounts?: Accounts;
}

/** 核对办法: what a check does in one table, over all of them, and in a text. */
export interface Code {
  readonly judges?: readonly ((task: TableTask) => readonly Judged[])[];
  readonly across?: readonly ((task: BookTask) => readonly Judged[])[];
  /** 提示 on what is written. */
  readonly remarks?: readonly ((own: Case) => readonly Finding[])[];
  readonly text?: readonly ((task: PerformanceTextTask) => readonly TextClaim[])[];
}

const inTable =
  (judge: (own: Case) => readonly Judged[]) =>
  ({ own }: TableTask): readonly Judged[] =>
    judge(own);

const ofKind = (cases: readonly Case[], kind: string): Case[] =>
  cases.filter((c) => c.evaluation.kind === kind);

/** S18: numbers of a text that a 自评表 or the accounts hold. */
const heldByTables = ({
  written,
  words,
  parts,
  passages,
  cases,
  accounts,
}: PerformanceTextTask): TextClaim[] =>
  accounts
    ? [
        ...projectClaims(written, passages, words),
        ...coverageClaims(written, ofKind(cases, '项目自评'), passages, parts, words),
        ...overallClaims(written, ofKind(cases, '整体自评'), passages, accounts, words),
        ...passages.flatMap((p) => (p.own ? achievedClaims(written, [p], [p.own], words, 0) : [])),
        ...achievedClaims(written, parts, cases, words, 1),
      ]
    : [];

/** 核对登记: the code of a check by its id. */
export const CODE: Readonly<Record<string, Code>> = {
  S01: { judges: [sums, sumsOfTasks, initialBudgets, netBudgets].map(inTable) },
  S02: { judges: [ratesAmong, rates, arrivalRates].map(inTable) },
  S03: { judges: [inTable(limits)] },
  S04: { judges: [({ own, before }) => executionScores(own, before)] },
  S05: { judges: [inTable(weightSums)] },
  S06: { judges: [inTable(scoresWithinWeights)] },
  S07: { judges: [ruleScores, deductions, completions].map(inTable) },
  S08: { judges: [inTable(bandScores)] },
  S21: { judges: [inTable(grades)] },
  S09: {
    judges: [totalOf, subtotalsOf].map(inTable),
    across: [({ cases }) => overallByProjects(cases)],
  },
  S10: { remarks: [missingReasons] },
  S11: { remarks: [directions] },
  S12: { remarks: [unitsAndWriting] },
  S13: { remarks: [duplicates] },
  S14: { remarks: [goals] },
  S15: { judges: [({ own, accounts }) => overallAgainstAccounts(own, accounts)] },
  S17: { across: [({ cases, accounts }) => projectsWithinAccounts(cases, accounts)] },
  S16: { across: [({ cases, supplement }) => coverage(cases, supplement)] },
  S19: { remarks: [printedRules] },
  S20: { remarks: [projectNames] },
  S18: { remarks: [totalsInWords], text: [heldByTables] },
  S25: { text: [({ written, passages, cases }) => atLeastClaims(written, passages, cases)] },
  S22: { text: [({ written, words, says }) => pointsWithinWeight(written, words, says('S22'))] },
  S24: { text: [({ written, words }) => ratesOfCounts(written, words)] },
  S23: { text: [({ written, apart, words }) => oneMeasureOneValue(written, apart, words)] },
  S26: {
    text: [({ written, parts, words }) => comparisonsWithoutDifference(written, parts, words)],
  },
  S27: { across: [({ cases }) => wholeAmongProjects(cases)] },
  S31: { across: [({ cases }) => rateAmongProjects(cases)] },
  S28: { judges: [({ own, accounts }) => projectWithinFunctions(own, accounts)] },
  S29: {
    text: [({ written, parts, cases, words }) => statedWeights(written, parts, cases, words)],
  },
  S30: { remarks: [departmentsNamed] },
};
