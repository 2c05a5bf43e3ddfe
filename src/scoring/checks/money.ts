// S01–S04: amounts add up, the rate is B ÷ A and at most 100%, execution earns what it should. Knows
// the money block of a 自评表.
import { check as compareMoney } from '../../assertions/check.ts';
import type { MoneyRow } from '../../facts/evaluation.ts';
import type { Fact } from '../../facts/fact.ts';
import { isZero, round, shift, toText } from '../../measure/exact.ts';
import { type Interval, type Quantity, valueOf } from '../../measure/quantity.ts';
import { budgetOf, type Case, quantityIn } from '../case.ts';
import {
  assertionOver,
  factCell,
  findingOf,
  type Judged,
  placeOf,
  spoken,
  titleOf,
} from '../finding.ts';
import { judgeRate, judgeScore, quotientOf, rateInterval } from '../judge.ts';
import { type Names, named, namedParameters, rightOf, stepsOf } from '../names.ts';

const COLUMNS = ['initial', 'budget', 'spent'] as const;

/** A relation between amounts, judged as amounts are everywhere. */
export function moneyRelation(
  own: Case,
  id: string,
  says: string,
  names: Readonly<Record<string, readonly (Fact | undefined)[]>>,
  part?: number,
): Judged | undefined {
  const assertion = assertionOver(own.check(id), says, names, part);
  const finding = compareMoney(assertion);
  return finding && { assertion, finding: { ...finding, table: titleOf(own.evaluation) } };
}

const RELATIONS = {
  parts: '资金总额 = Σ资金来源',
  overall: '基本支出总额 + 项目支出总额 = 部门整体支出总额',
};

function sumsOfSources(own: Case): Judged[] {
  const { money, whole } = own.evaluation;
  const parts = money.filter((m) => m.row.groups.includes('资金来源') && m !== whole);
  if (!whole || parts.length === 0) return [];
  return COLUMNS.flatMap((column): Judged[] => {
    const [total, terms] = [whole[column], parts.map((p) => p[column])];
    if (!total || !terms.some((t) => t)) return [];
    const names = { 资金总额: [total], Σ资金来源: terms };
    const judged = moneyRelation(own, 'S01', RELATIONS.parts, names, 1);
    return judged ? [judged] : [];
  });
}

/** 基本支出总额 + 项目支出总额: of the budget or of the spending, the form does not say which. */
function sumOfKinds(own: Case): Judged[] {
  const { money, whole } = own.evaluation;
  const kind = (name: string): Fact | undefined => {
    const row = money.find((m) => m.row.key === name);
    return row?.amount ?? row?.spent;
  };
  const [basic, projects] = [kind('基本支出总额'), kind('项目支出总额')];
  if (!basic || !projects || !whole) return [];
  const candidates = [whole.spent, whole.budget, whole.amount].filter((f) => f !== undefined);
  const judged = candidates.flatMap((total) => {
    const names = { 基本支出总额: [basic], 项目支出总额: [projects], 部门整体支出总额: [total] };
    return moneyRelation(own, 'S01', RELATIONS.overall, names, 2) ?? [];
  });
  const best = judged.find((j) => j.finding.verdict !== 'broken') ?? judged[0];
  if (!best) return [];
  // A difference here is often one of scope (预算 or 决算, 财政 or all): to be explained, not an error.
  const severity = best.finding.verdict === 'broken' ? ('warning' as const) : best.finding.severity;
  return [{ ...best, finding: { ...best.finding, severity } }];
}

export const sums = (own: Case): Judged[] => [...sumsOfSources(own), ...sumOfKinds(own)];

function rateOf(own: Case, row: MoneyRow): Judged | undefined {
  const { rate, spent } = row;
  const budget = budgetOf(row, own.book);
  if (!rate || !budget || !spent) return undefined;
  const [a, b, r] = [quantityIn(budget), quantityIn(spent), quantityIn(rate)];
  const check = own.check('S02');
  const names = { 执行率: [rate], 执行数: [spent], 预算数: [budget] };
  const assertion = assertionOver(check, check.says, names);
  const cells = [factCell(rate, 'stated'), factCell(spent, 'part'), factCell(budget, 'part')];
  const base = { evaluation: own.evaluation, check, cells, unit: '%' } as const;
  const say = (message: string) => ({
    assertion,
    finding: findingOf({ ...base, verdict: 'unknown', message }),
  });
  const where = `${titleOf(own.evaluation)}${placeOf(rate)}`;
  if (!a || !b) return r ? say(`${where}无法核对：预算数或执行数没有填，或不是数字。`) : undefined;
  const quotient = quotientOf(b, a);
  if (!quotient) {
    const empty = !r || isZero(valueOf(r));
    return empty ? undefined : say(`${where}无法核对：没有预算，不计算执行率。`);
  }
  const [spentText, budgetText] = [spoken(valueOf(b), b.unit), spoken(valueOf(a), a.unit)];
  const ought = spoken(round(shift(quotient.value, 2), 2), '%');
  if (!r) {
    if (rate.state !== 'blank') return say(`${where}无法核对：“${rate.shown}”不是百分数。`);
    return say(`${where}没有填，按 ${spentText} ÷ ${budgetText} 应为 ${ought}。`);
  }
  const judgement = judgeRate(r, quotient);
  const by = `${spentText} ÷ ${budgetText}`;
  const told = {
    exact: `${where}为 ${spoken(valueOf(r), '%')}，与 ${by} 相符。`,
    rounding: `${where}为 ${spoken(valueOf(r), '%')}，按 ${by} 为 ${ought}，金额四舍五入前可以相符，属尾差。`,
    broken: `${where}为 ${spoken(valueOf(r), '%')}，按 ${by} 应为 ${ought}。${otherBase(row, budget, r, b)}`,
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

export const rates = (own: Case): Judged[] =>
  own.evaluation.money.flatMap((row) => rateOf(own, row) ?? []);

/** 执行数 ≤ 预算数, row by row; the note that makes it impossible is quoted. */
export function limits(own: Case): Judged[] {
  const statement = own.statements.find((s) => s.about === '超预算' || s.about === '预算口径');
  return own.evaluation.money.flatMap((row): Judged[] => {
    const budget = budgetOf(row, own.book);
    if (!row.spent || !budget) return [];
    const names = { 执行数: [row.spent], 预算数: [budget] };
    const judged = moneyRelation(own, 'S03', own.check('S03').says, names);
    if (!judged || judged.finding.verdict !== 'broken') return judged ? [judged] : [];
    const why = statement
      ? `表下写明${statement.says}，执行数不可能超过预算数，请核对两数的口径。`
      : '请核对预算数是否为调整后数（含上年结转），或说明原因。';
    const message = `${judged.finding.message}${why}`;
    return [{ ...judged, finding: { ...judged.finding, message } }];
  });
}

/** What execution earns by the rule in force: on the printed rate and on the raw quotient. */
export function executionBases(own: Case): { printed?: Interval; raw?: Interval; steps: string[] } {
  const { whole } = own.evaluation;
  const rule = own.book.rules.get('执行率');
  const weight = own.executionWeight?.value;
  if (!whole || !rule || !weight) return { steps: [] };
  const [a, b] = [quantityIn(budgetOf(whole, own.book)), quantityIn(whole.spent)];
  const rate = quantityIn(whole.rate);
  const quotient = a && b && quotientOf(b, a);
  const names = (r: Interval, shown?: string): Names => ({
    ...namedParameters(own.book.parameters),
    权重: named(weight, toText(weight)),
    执行率: { value: r, ...(shown && { shown }) },
    执行数: b && named(valueOf(b), toText(valueOf(b))),
    预算数: a && named(valueOf(a), toText(valueOf(a))),
  });
  const printed = rate && rightOf(rule.says, names(rateInterval(rate)));
  const raw = quotient && rightOf(rule.says, names(quotient));
  const shown = rate ? `${toText(valueOf(rate))}%` : undefined;
  const basis = rate ? rateInterval(rate) : quotient;
  return {
    ...(printed?.ok && { printed: printed.value }),
    ...(raw?.ok && { raw: raw.value }),
    steps: basis ? stepsOf(rule.says, names(basis, shown)) : [],
  };
}

/** S04: the execution score; printed rate and raw quotient are equally right. */
export function executionScores(own: Case, wrongRate: boolean): Judged[] {
  const { whole } = own.evaluation;
  const score = whole?.score;
  const stated = quantityIn(score);
  const rule = own.book.rules.get('执行率');
  if (!whole || !score || !stated || !rule || !own.executionWeight) return [];
  const bases = executionBases(own);
  const usual = [bases.raw, bases.printed].filter((b) => b !== undefined);
  // Where the printed rate itself is wrong, what follows from it is wrong with it.
  const right = wrongRate && bases.raw ? [bases.raw] : usual;
  if (right.length === 0) return [];
  const judgement = judgeScore(valueOf(stated), right);
  const follows =
    judgement.verdict === 'broken' &&
    right.length < usual.length &&
    judgeScore(valueOf(stated), usual).verdict !== 'broken';
  const check = own.check('S04');
  const facts = {
    得分: [score],
    权重: [whole.weight],
    执行率: [whole.rate],
    执行数: [whole.spent],
    预算数: [budgetOf(whole, own.book)],
  };
  const where = `${titleOf(own.evaluation)}${placeOf(score)}为 ${spoken(valueOf(stated), '分')}`;
  const ought = `应为 ${spoken(judgement.expected!, '分')}`;
  const source = own.executionWeight.printed ? '' : `（按${own.book.preset.id}预设，待确认）`;
  const told = {
    exact: `${where}，相符。`,
    rounding: `${where}，按“${rule.title}”为 ${spoken(judgement.expected!, '分')}，属尾差。`,
    broken: follows
      ? `${where}，是按表中执行率计算的；执行率有误，改正后${ought}。`
      : `${where}，按“${rule.title}”${ought}${source}。`,
    unknown: '',
  }[judgement.verdict];
  const finding = findingOf({
    evaluation: own.evaluation,
    check,
    ...judgement,
    message: told,
    says: rule.says,
    steps: bases.steps,
    cells: [
      factCell(score, 'stated'),
      ...[whole.rate, whole.spent, budgetOf(whole, own.book)].flatMap((f) =>
        f ? [factCell(f, 'part')] : [],
      ),
    ],
    ...(follows && { severity: 'note' as const }),
    ...(!follows && !own.executionWeight.printed && { severity: 'warning' as const }),
  });
  return [{ assertion: assertionOver(check, rule.says, facts), finding }];
}
