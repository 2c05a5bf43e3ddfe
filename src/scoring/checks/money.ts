// S01–S04: amounts add up, the rate is B ÷ A and at most 100%, execution earns what it should. Knows
// the money block of a 自评表.

import { check as compareMoney } from '../../assertions/check.ts';
import type { Finding } from '../../assertions/finding.ts';
import type { MoneyRow } from '../../facts/evaluation.ts';
import type { Fact } from '../../facts/fact.ts';
import { quoted } from '../../facts/shown.ts';
import {
  abs,
  compare,
  type Exact,
  isZero,
  parseExact,
  round,
  shift,
  sign,
  ZERO,
} from '../../measure/exact.ts';
import { type Quantity, valueOf } from '../../measure/quantity.ts';
import { budgetOf, type Case, quantityIn } from '../case.ts';
import {
  amountSpoken,
  assertionOver,
  factCell,
  findingOf,
  type Judged,
  placeOf,
  titleOf,
  valueIn,
} from '../finding.ts';
import { judgeRate, quotientOf, rateBy } from '../judge.ts';
import { relationOf } from '../names.ts';

const COLUMNS = ['initial', 'budget', 'spent'] as const;

/** Several project tables share one official title: people are shown the printed one. */
export const titled = (finding: Finding, own: Case): Finding => ({
  ...finding,
  table: titleOf(own.evaluation),
  message: finding.message.replace(own.evaluation.table.title, titleOf(own.evaluation)),
});

/**
 * The relation of a check about `what`, between amounts: judged as amounts are everywhere. Undefined where
 * none of its cells holds a figure.
 */
export function moneyRelation(
  own: Case,
  id: string,
  what: string,
  names: Readonly<Record<string, readonly (Fact | undefined)[]>>,
  part?: number,
): Judged | undefined {
  const check = own.check(id);
  const assertion = assertionOver(check, relationOf(check.says, what), names, part);
  const finding = compareMoney(assertion);
  return finding && { assertion, finding: titled(finding, own) };
}

/** Who may stand between the whole and the sum: named sources, with or without rows of names nobody declared. */
function sourcesOf(own: Case): readonly (readonly MoneyRow[])[] {
  const { money, whole } = own.evaluation;
  const named = money.filter((m) => m.row.groups.includes('资金来源') && m !== whole);
  const every = money.filter((m) => named.includes(m) || isStranger(own, m));
  return named.length > 0 && every.length > named.length ? [named, every] : [every];
}

/** A row of a name that is not declared: a source of its own, or a part of one. */
const isStranger = (own: Case, m: MoneyRow): boolean =>
  m.row.groups.length === 1 && m.row.groups[0] === '资金' && m !== own.evaluation.whole;

const AMOUNTS = ['initial', 'budget', 'merged', 'net', 'arrived', 'spent'] as const;

/** 资金总额 = Σ资金来源 in every column; which rows are sources is told by the columns that add up. */
function sumsOfSources(own: Case): Judged[] {
  const { money, whole } = own.evaluation;
  if (!whole) return [];
  const over = (parts: readonly MoneyRow[]): Judged[] =>
    AMOUNTS.flatMap((column): Judged[] => {
      const [total, terms] = [whole[column], parts.map((p) => p[column])];
      if (!total || !terms.some((t) => t && valueIn(t) !== undefined)) return [];
      const names = { 资金总额: [total], Σ资金来源: terms };
      const judged = moneyRelation(own, 'S01', '资金总额', names, 1);
      return judged ? [judged] : [];
    });
  const tried = sourcesOf(own).map((parts) => ({ parts, judged: over(parts) }));
  const held = ({ judged }: { judged: readonly Judged[] }): number =>
    judged.filter((j) => j.finding.verdict !== 'broken').length;
  const best = tried.reduce((a, b) => (held(b) > held(a) ? b : a));
  const strange = sourcesOf(own)
    .at(-1)!
    .filter((m) => isStranger(own, m));
  // Which rows are sources is sure where a column says so, or where all have declared names. Beside 基本支出 and
  // 项目支出, which come to the whole already, rows of other names may be anything.
  const kinds = money.some((m) => m.row.groups.includes('支出类型') && m !== whole);
  const alone = tried.length === 1 && !kinds;
  const sure = strange.length === 0 || held(best) > 0 || alone;
  if (!sure) return best.judged.map((j) => undecided(j, strange));
  return isOneOf(best.parts) ? best.judged.map(asked) : best.judged;
}

/** 其中：当年财政拨款, alone: one part of the whole need not be all of it. */
const isOneOf = ([only, ...others]: readonly MoneyRow[]): boolean =>
  only !== undefined && others.length === 0 && /^其中/.test(only.row.printed);

/** A whole that is more than the one part told of it is asked about: the rest may not be listed. */
function asked(judged: Judged): Judged {
  const { finding } = judged;
  const isMore = finding.verdict === 'broken' && !finding.gap?.startsWith('-');
  if (!isMore) return judged;
  const message = `${finding.message}资金来源只列了一项，还有别的来源的，请补列。`;
  return { ...judged, finding: { ...finding, severity: 'warning', message } };
}

function undecided(judged: Judged, strange: readonly MoneyRow[]): Judged {
  const names = strange.map((m) => `“${m.row.printed || m.row.key}”`).join('、');
  const { finding } = judged;
  const message = `${finding.message}但${names}是单列的资金来源还是其中数，表上没有写明，请人工核对。`;
  return {
    ...judged,
    finding: { ...finding, verdict: 'unknown', severity: 'note', cause: 'undecided', message },
  };
}

/** 资金构成: what the money was spent on comes to its sum. */
function sumsOfParts(own: Case): Judged[] {
  const { money } = own.evaluation;
  const parts = money.filter((m) => m.row.groups.includes('资金构成'));
  const whole = money.find((m) => m.row.groups.includes('构成合计'));
  if (!whole || parts.length === 0) return [];
  return AMOUNTS.flatMap((column) => {
    const total = whole[column];
    const names = { 构成合计: [total], Σ资金构成: parts.map((p) => p[column]) };
    return total ? (moneyRelation(own, 'S01', '构成合计', names, 5) ?? []) : [];
  });
}

const gapOf = ({ finding }: Judged): Exact => abs(parseExact(finding.gap ?? '') ?? ZERO);

/** Of several ways to say it the one that holds, else the one that is least wrong; undefined of none. */
export function nearest(judged: readonly Judged[]): Judged | undefined {
  const good = (['exact', 'rounding', 'unknown'] as const)
    .map((v) => judged.find((j) => j.finding.verdict === v))
    .find((j) => j !== undefined);
  return good ?? [...judged].sort((a, b) => compare(gapOf(a), gapOf(b)))[0];
}

/** Both kinds of spending under the columns of the whole: column by column. */
function columnsOfKinds(own: Case): Judged[] {
  const { money, whole } = own.evaluation;
  const kinds = ['基本支出总额', '项目支出总额'].map((k) => money.find((m) => m.row.key === k));
  const [basic, projects] = kinds;
  if (!whole || !basic || !projects || kinds.includes(whole)) return [];
  return COLUMNS.flatMap((column) => {
    const names = {
      基本支出总额: [basic[column]],
      项目支出总额: [projects[column]],
      部门整体支出总额: [whole[column]],
    };
    if (Object.values(names).some(([fact]) => !fact?.quantity)) return [];
    return moneyRelation(own, 'S01', '基本支出总额', names, 2) ?? [];
  });
}

/** 基本支出总额 + 项目支出总额: of the budget or of the spending, the form does not say which. */
function sumOfKinds(own: Case): Judged[] {
  const columns = columnsOfKinds(own);
  if (columns.length > 0) return columns;
  const { money, whole } = own.evaluation;
  const kind = (name: string): Fact | undefined => {
    const row = money.find((m) => m.row.key === name);
    return row?.amount ?? row?.spent;
  };
  const [basic, projects] = [kind('基本支出总额'), kind('项目支出总额')];
  if (!basic || !projects || !whole) return [];
  const candidates = [whole.spent, whole.budget, whole.amount].filter(
    (f) => f !== undefined && valueIn(f) !== undefined,
  ) as Fact[];
  const judged = candidates.flatMap((total) => {
    const names = { 基本支出总额: [basic], 项目支出总额: [projects], 部门整体支出总额: [total] };
    return moneyRelation(own, 'S01', '基本支出总额', names, 2) ?? [];
  });
  const best = nearest(judged);
  if (!best) return [];
  // A difference here is often one of scope (预算 or 决算, 财政 or all): to be explained, not an error.
  if (best.finding.verdict !== 'broken') return [best];
  const known = new Set(best.finding.cells.map((c) => `${c.sheet}!${c.address}`));
  const others = candidates.filter((f) => {
    const { sheet, address } = factCell(f, 'part');
    return !known.has(`${sheet}!${address}`);
  });
  const also = others.map((f) => `${f.column.names[0]} ${amountSpoken(valueIn(f)!, f.table.unit)}`);
  const message =
    also.length > 0 ? `${best.finding.message}与${also.join('、')}也不符。` : best.finding.message;
  const cells = [...best.finding.cells, ...others.map((f) => factCell(f, 'part'))];
  return [{ ...best, finding: { ...best.finding, severity: 'warning', message, cells } }];
}

/** S01 资金合计: by source, by part, by kind of spending. */
export const sums = (own: Case): Judged[] => [
  ...sumsOfSources(own),
  ...sumsOfParts(own),
  ...sumOfKinds(own),
];

function rateOf(own: Case, row: MoneyRow): Judged | undefined {
  const { rate, spent } = row;
  const budget = budgetOf(row, own.book);
  if (!rate || !budget || !spent) return undefined;
  const [a, b, r] = [quantityIn(budget), quantityIn(spent), quantityIn(rate)];
  const check = own.check('S02');
  const names = { 执行率: [rate], 执行数: [spent], 预算数: [budget] };
  const says = relationOf(check.says, '执行率');
  const assertion = assertionOver(check, says, names);
  const cells = [factCell(rate, 'stated'), factCell(spent, 'part'), factCell(budget, 'part')];
  const base = { evaluation: own.evaluation, check, says, cells, unit: '%' } as const;
  const say = (message: string) => ({
    assertion,
    finding: findingOf({ ...base, verdict: 'unknown', message }),
  });
  const where = `${titleOf(own.evaluation)}${placeOf(rate)}`;
  if (!a || !b) return r ? say(`${where}无法核对：预算数或执行数没有填，或不是数字。`) : undefined;
  const quotient = sign(valueOf(a)) > 0 ? rateBy(says, { 执行数: b, 预算数: a }) : undefined;
  if (!quotient) {
    const empty = !r || isZero(valueOf(r));
    const ruled = own.book.rules.has('零预算');
    return empty || !ruled ? undefined : say(`${where}无法核对：没有预算，不计算执行率。`);
  }
  const [spentText, budgetText] = [
    amountSpoken(valueOf(b), b.unit),
    amountSpoken(valueOf(a), a.unit),
  ];
  const ought = amountSpoken(round(shift(quotient.value, 2), 2), '%');
  if (!r) {
    if (rate.state !== 'blank') return say(`${where}无法核对：${quoted(rate.shown)}不是百分数。`);
    // The sources below the whole may leave their rate open: nothing is said there that could be wrong.
    if (row !== own.evaluation.whole) return undefined;
    return say(`${where}没有填，按 ${spentText} ÷ ${budgetText} 应为 ${ought}。`);
  }
  const judgement = judgeRate(r, quotient);
  const by = `${spentText} ÷ ${budgetText}`;
  const told = {
    exact: `${where}为 ${amountSpoken(valueOf(r), '%')}，与 ${by} 相符。`,
    rounding: `${where}为 ${amountSpoken(valueOf(r), '%')}，按 ${by} 为 ${ought}，金额四舍五入前可以相符，属尾差。`,
    broken: `${where}为 ${amountSpoken(valueOf(r), '%')}，按 ${by} 应为 ${ought}。${otherBase(row, budget, r, b)}`,
    unknown: '',
  }[judgement.verdict];
  return { assertion, finding: findingOf({ ...base, ...judgement, message: told }) };
}

function otherBase(row: MoneyRow, used: Fact, rate: Quantity, spent: Quantity): string {
  const other = [row.initial, row.budget].find((f) => f && f !== used);
  const quotient = quantityIn(other) && quotientOf(spent, quantityIn(other)!);
  if (!other || !quotient || judgeRate(rate, quotient).verdict === 'broken') return '';
  return `按${other.column.names[0]}计算则相符，请统一口径。`;
}

/** S02 执行率 of every row of money that prints one. */
export const rates = (own: Case): Judged[] =>
  [...own.evaluation.money, ...own.evaluation.tasks.flatMap((t) => t.rows)].flatMap(
    (row) => rateOf(own, row) ?? [],
  );

/** 执行数 ≤ 预算数, row by row; the note that makes it impossible is quoted. */
export function limits(own: Case): Judged[] {
  if (!own.book.rules.has('超预算')) return [];
  const statement = own.statements.find((s) => s.about === '超预算' || s.about === '预算口径');
  return own.evaluation.money.flatMap((row): Judged[] => {
    // What arrived is what there was to spend.
    const budget = row.arrived ?? budgetOf(row, own.book);
    if (!row.spent || !budget) return [];
    const names = { 执行数: [row.spent], 预算数: [budget] };
    const judged = moneyRelation(own, 'S03', '执行数', names);
    if (judged?.finding.verdict !== 'broken') return judged ? [judged] : [];
    const why = statement
      ? `表下写明${statement.says}，执行数不可能超过预算数，请核对两数的口径。`
      : '请核对预算数是否为调整后数（含上年结转），或说明原因。';
    const message = `${judged.finding.message}${why}`;
    return [{ ...judged, finding: { ...judged.finding, message } }];
  });
}
