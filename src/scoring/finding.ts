// How a finding about a 自评表 is made: the relation over its cells, the verdict, the words. Knows
// facts and words; decides nothing.
import type { Assertion } from '../assertions/assertion.ts';
import type { Cause } from '../assertions/cause.ts';
import { causeOf } from '../assertions/compare.ts';
import type { Severity } from '../assertions/declaration.ts';
import type { Finding, FindingCell, Verdict } from '../assertions/finding.ts';
import { digits, labelOf } from '../assertions/message.ts';
import type { Evaluation, PrintedWeight, Wording } from '../facts/evaluation.ts';
import type { Fact, Item, Table } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import type { Reference } from '../formula/evaluate.ts';
import { references } from '../formula/evaluate.ts';
import { printPath } from '../formula/print.ts';
import type { Target } from '../formula/resolve.ts';
import type { Relational } from '../formula/tree.ts';
import { type Exact, minus, toText } from '../measure/exact.ts';
import { type Unit, valueOf } from '../measure/quantity.ts';
import { relationsIn } from './names.ts';
import type { EvaluationCheck } from './rule.ts';

/** 已判核对: a relation over cells of a 自评表 and what came of it. */
export interface Judged {
  readonly assertion: Assertion;
  readonly finding: Finding;
}

/** 核对内容: what is said about which cells, with the numbers the verdict rests on. */
interface Said {
  readonly verdict: Verdict;
  readonly stated?: Exact;
  readonly expected?: Exact;
  readonly bound?: Exact;
  readonly evaluation: Evaluation;
  readonly check: EvaluationCheck;
  readonly message: string;
  readonly cells: readonly FindingCell[];
  readonly unit?: Unit;
  readonly says?: string;
  readonly basis?: string;
  readonly severity?: Severity;
  readonly part?: number;
  /** 原因代码 where the verdict does not tell it. */
  readonly cause?: Cause;
  readonly rel?: Relational;
  readonly steps?: readonly string[];
}

/** An amount with as many digits as it needs: two for money and scores, its own for rates. */
export const inDigits = (value: Exact, unit: Unit): string =>
  unit === '分' ? toText(value, 2) : digits(value, unit);
/** The same for people: 16.1 分, 80.52%, 53.85 万元. */
export const amountSpoken = (value: Exact, unit: Unit): string =>
  unit === '%'
    ? `${toText(value)}%`
    : unit === '分'
      ? `${toText(value)} 分`
      : `${digits(value, unit)} ${unit}`;

/** 表名 as printed, else the official one. */
export const titleOf = (evaluation: Evaluation): string =>
  evaluation.table.printedTitle || evaluation.table.title;

const unitOf = (fact: Fact): Unit => fact.quantity?.unit ?? fact.table.unit;
const textOf = (fact: Fact): string =>
  fact.quantity ? inDigits(valueOf(fact.quantity), unitOf(fact)) : fact.shown;

/** 涉及单元格 of a number, in its own unit. */
export const factCell = (fact: Fact, role: FindingCell['role'], sign?: 1 | -1): FindingCell => ({
  sheet: fact.location.sheet,
  address: addressOf(fact.location),
  value: textOf(fact),
  role,
  label: `${fact.table.printedTitle || fact.table.title} ${labelOf(fact)}`,
  ...(sign && { sign }),
});
/** 涉及单元格 of words. */
export const wordsCell = (
  wording: Pick<Wording, 'text' | 'location'>,
  label: string,
  role: FindingCell['role'],
): FindingCell => ({
  sheet: wording.location.sheet,
  address: addressOf(wording.location),
  value: wording.text,
  role,
  label,
});

/** Where a fact stands, for people. */
export const placeOf = (fact: Fact): string => `“${labelOf(fact)}”（${addressOf(fact.location)}）`;

/**
 * 核对结果 of a check; a break alone has the severity of its check, and numbers are in `unit`, 分 where none is
 * said.
 */
export function findingOf(said: Said): Finding {
  const { check, verdict, stated, expected, bound, unit = '分', cells } = said;
  return {
    rule: check.id,
    ...(said.part !== undefined && { part: said.part }),
    verdict,
    severity: verdict === 'broken' ? (said.severity ?? check.severity) : 'note',
    cause: said.cause ?? causeOf(verdict, said.rel),
    title: check.title,
    says: said.says ?? check.about ?? check.says,
    basis: said.basis ?? check.basis,
    message: said.message,
    explained: false,
    ...(stated && { stated: inDigits(stated, unit) }),
    ...(expected && { expected: inDigits(expected, unit) }),
    ...(stated && expected && { gap: inDigits(minus(stated, expected), unit) }),
    ...(bound && { bound: toText(bound) }),
    ...(stated && expected && { rel: said.rel ?? '=' }),
    unit,
    sheet: cells[0]?.sheet ?? said.evaluation.table.sheet,
    table: titleOf(said.evaluation),
    cells,
    ...(said.steps && { steps: said.steps }),
  };
}

const EMPTY: Target = { facts: [], absent: true };

/** The relation of a check over the cells that its names stand for. */
export function assertionOver(
  check: EvaluationCheck,
  says: string,
  names: Readonly<Record<string, readonly (Fact | undefined)[]>>,
  part?: number,
): Assertion {
  const relation = relationsIn(says)[0]!;
  const targets = new Map<Reference, Target>();
  for (const node of [relation.left, relation.right]) {
    for (const reference of references(node)) {
      const key = reference.kind === 'path' ? printPath(reference) : '';
      const facts = (names[key] ?? []).filter((f) => f !== undefined);
      const table = facts[0]?.table;
      targets.set(reference, table ? { facts, absent: facts.length === 0, table } : EMPTY);
    }
  }
  return {
    declaration: check,
    says,
    ...(part !== undefined && { part }),
    relation,
    targets,
    exact: false,
  };
}

const item = (key: string): Item => ({
  key,
  names: [key],
  printed: key,
  groups: [],
  members: {},
});

/** Points printed in a heading, as a cell of the table. */
export const weightFact = (weight: PrintedWeight, table: Table, name: string): Fact => ({
  table,
  row: item(name),
  column: item('分值'),
  location: weight.location,
  state: 'figure',
  quantity: weight.points,
  stored: weight.text,
  shown: weight.text,
  asText: false,
});

/** 准确数 of a cell in its own unit; undefined where it is missing, blank or no number. */
export const valueIn = (fact: Fact | undefined): Exact | undefined =>
  fact?.state === 'figure' && fact.quantity ? valueOf(fact.quantity) : undefined;
