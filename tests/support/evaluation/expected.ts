// What reading a laid-out evaluation must give, and what it gave, in the same plain shape.
import type { Evaluation, IndicatorValue } from '../../../src/facts/evaluation.ts';
import type { Fact } from '../../../src/facts/fact.ts';
import { toText } from '../../../src/measure/exact.ts';
import { valueOf } from '../../../src/measure/quantity.ts';
import { type Evaluated, type Indicator, type Money, printed, rateOf } from './model.ts';
import type { Look } from './paper.ts';

/** 读出: a flat list of lines, the same for both sides. */
export type Lines = readonly string[];

const text = (s: string): string => s.replace(/\s/g, '');
const figure = (f: Fact | undefined): string =>
  f === undefined
    ? '无'
    : f.quantity
      ? toText(valueOf(f.quantity))
      : f.state === 'blank'
        ? '空'
        : f.state;
const shown = (v: IndicatorValue | undefined): string => (v ? text(v.text) : '无');

export function linesOf(e: Evaluation): Lines {
  return [
    `${e.kind} ${e.family} ${e.table.year} ${e.table.unit}`,
    `项目 ${text(e.project?.text ?? '无')} 主管 ${text(e.department?.text ?? '无')} 单位 ${text(e.unit?.text ?? '无')}`,
    `执行分值 ${e.executionWeight ? toText(valueOf(e.executionWeight.points)) : '无'}`,
    `指标分值 ${e.indicatorWeight ? toText(valueOf(e.indicatorWeight.points)) : '无'}`,
    ...e.goals.map(
      (g) =>
        `目标 ${text(g.text?.text ?? '无')} ${text(g.done?.text ?? '无')} ${g.weight ? toText(valueOf(g.weight.points)) : '无'}`,
    ),
    ...e.money.map(
      (m) =>
        `${m.row.key} ${[m.amount, m.initial, m.budget, m.spent, m.rate, m.weight, m.score].map(figure).join(' ')}`,
    ),
    ...e.indicators.map((i) =>
      [
        `${i.level1}/${i.level2}/${text(i.level3.text)}`,
        `目标${(i.goal ?? -1) + 1}`,
        shown(i.target),
        i.adjusted ? shown(i.initial) : '无',
        shown(i.actual),
        figure(i.coefficient),
        figure(i.weight),
        figure(i.score),
        text(i.method?.text ?? '无'),
        text(i.reason?.text ?? '无'),
      ].join(' '),
    ),
    `总分 ${figure(e.totalWeight)} ${figure(e.total)}`,
    `原因 ${text(e.reasons?.text ?? '无')} 措施 ${text(e.measures?.text ?? '无')}`,
    `备注 ${e.notes.length} 读不清 ${e.doubts.length}`,
  ];
}

/** Columns that a family prints for money: 金额 年初 全年 执行 率 分 得. */
const MONEY: Readonly<Record<string, string>> = {
  F1: '年全执率分得',
  F2: '年执率分得',
  F3: '全执率得',
  F4: '全执率得',
  F5: '年全执率分得',
  F6: '年全执率分得',
  F7: '全执率分得',
  F8: '',
};
const GOALS: Readonly<Record<string, boolean>> = { F3: false, F8: false };

function moneyLine(e: Evaluated, m: Money, key: string, look: Look, scored: boolean): string {
  const columns = MONEY[e.family]!;
  const amount = (n: number): string => (n === 0 && look.nothing !== '0' ? '空' : printed(n));
  const has = (c: string, value: string): string => {
    if (!columns.includes(c) || (!scored && '分得'.includes(c))) return '无';
    return value;
  };
  const isWhole = m === e.whole;
  return `${key} ${[
    '无',
    has('年', amount(e.family === 'F2' ? m.budget : m.initial)),
    has('全', amount(m.budget)),
    has('执', amount(m.spent)),
    has('率', m.budget > 0 ? printed(rateOf(m)) : '空'),
    has('分', isWhole ? printed(e.executionWeight) : '空'),
    has('得', isWhole ? printed(e.executionScore) : '空'),
  ].join(' ')}`;
}

function indicatorLine(e: Evaluated, x: Indicator, scored: boolean): string {
  const { family } = e;
  const split = family === 'F5' || family === 'F6';
  const joined =
    x.target.nature === '定性'
      ? x.target.value
      : `${x.target.nature}${x.target.value}${x.target.unit}`;
  const target = split ? joined : x.target.text;
  const weighted = family !== 'F3' && family !== 'F4' && scored;
  const reasoned = family !== 'F3' && family !== 'F4' && family !== 'F6';
  return [
    `${x.level1}/${x.level2}/${x.name}`,
    `目标${GOALS[family] === false ? 0 : x.goal + 1}`,
    target,
    family === 'F6' ? target : '无',
    x.actual,
    family === 'F6' ? printed(x.coefficient) : '无',
    weighted ? printed(x.weight) : '无',
    scored ? printed(x.score) : '无',
    family === 'F2' || family === 'F8' ? x.method : '无',
    reasoned ? x.reason : '无',
  ].join(' ');
}

function goalLines(e: Evaluated): string[] {
  if (GOALS[e.family] === false) return [];
  const overall = e.family === 'F4';
  return e.goals.map(
    (g) =>
      `目标 ${g.text} ${overall ? '无' : g.done} ${overall ? String(Math.round(g.weight / 100)) : '无'}`,
  );
}

function moneyLines(e: Evaluated, look: Look, scored: boolean): string[] {
  if (e.family === 'F8') return [];
  const line = (m: Money, key: string) => moneyLine(e, m, key, look, scored);
  if (e.family === 'F4') {
    const kinds = e.kinds.map(
      (k) =>
        `${k.name} ${k.spent === 0 && look.nothing !== '0' ? '空' : printed(k.spent)} 无 无 无 无 无 无`,
    );
    return [...kinds, line(e.whole, '部门整体支出总额')];
  }
  if (e.family === 'F3' || e.family === 'F6') return [line(e.whole, '年度资金总额')];
  return [line(e.whole, '年度资金总额'), ...e.parts.map((m) => line(m, m.name))];
}

export function expectedLines(e: Evaluated, look: Look, scored = true): Lines {
  const overall = ['F4', 'F6', 'F8'].includes(e.family);
  const hubei = e.family === 'F3' || e.family === 'F4';
  const [weight, score] = [hubei || !scored ? '无' : '100', scored ? printed(e.total) : '无'];
  const reasons = hubei ? e.reasons : '无';
  const measures = hubei || e.family === 'F5' ? e.measures : '无';
  const noted = look.notes && ['F1', 'F2', 'F3', 'F4'].includes(e.family);
  return [
    `${overall ? '整体自评' : '项目自评'} ${scored ? e.family : 'F7'} ${e.year} 万元`,
    `项目 ${overall ? '无' : e.project} 主管 ${overall ? '无' : e.department} 单位 ${e.unit}`,
    `执行分值 ${hubei ? '20' : '无'}`,
    `指标分值 ${e.family === 'F3' ? '80' : '无'}`,
    ...goalLines(e),
    ...moneyLines(e, look, scored),
    ...e.indicators.map((x) => indicatorLine(e, x, scored)),
    `总分 ${weight} ${score}`,
    `原因 ${reasons} 措施 ${measures}`,
    `备注 ${noted ? 2 : 0} 读不清 0`,
  ];
}
