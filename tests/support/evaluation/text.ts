// A performance table as plain lines, so that what was read can be looked at and compared.
import type {
  EvaluatedIndicator,
  Evaluation,
  IndicatorValue,
  Wording,
} from '../../../src/facts/evaluation.ts';
import type { Fact } from '../../../src/facts/fact.ts';
import { addressOf } from '../../../src/facts/grid.ts';
import { toText } from '../../../src/measure/exact.ts';
import { valueOf } from '../../../src/measure/quantity.ts';

const number = (fact: Fact): string =>
  fact.quantity ? `${toText(valueOf(fact.quantity))}${fact.quantity.unit}` : `(${fact.state})`;
const fact = (name: string, f: Fact | undefined): string =>
  f ? ` ${name} ${number(f)}@${addressOf(f.location)}` : '';
const words = (name: string, w: Wording | undefined): string =>
  w ? ` ${name}“${w.text}”@${addressOf(w.location)}` : '';
const value = (name: string, v: IndicatorValue | undefined): string =>
  v ? `${words(name, v)}${v.fact.quantity ? `=${number(v.fact)}` : ''}` : '';

function indicator(i: EvaluatedIndicator): string {
  return [
    `  ${i.level1}·${i.level2}·${i.level3.text}`,
    i.goal === undefined ? '' : ` 目标${i.goal + 1}`,
    i.adjusted ? value('年初', i.initial) : '',
    value('目标', i.target),
    value('完成', i.actual),
    fact('系数', i.coefficient),
    fact('权重', i.weight),
    fact('得分', i.score),
    fact('扣分', i.deduction),
    words('办法', i.method),
    words('原因', i.reason),
    words('核心', i.core),
  ].join('');
}

/** Lines of one table: headings first, then money, indicators, total. */
export function evaluationText(e: Evaluation): string {
  const point = (w: { points: { units: number; decimals: number } }) =>
    toText({ units: w.points.units, decimals: w.points.decimals });
  return [
    `${e.kind} ${e.family} ${e.table.sheet} ${e.table.unit}${words(' 项目', e.project)}${words('主管', e.department)}${words('单位', e.unit)}`,
    e.executionWeight ? `  执行分值 ${point(e.executionWeight)}` : '',
    e.executionMethod ? ` ${words('执行计分', e.executionMethod)}` : '',
    e.indicatorWeight ? `  指标分值 ${point(e.indicatorWeight)}` : '',
    ...e.goals.map(
      (g) =>
        ` ${words('目标', g.heading)}${g.weight ? ` 分值 ${point(g.weight)}` : ''}${words('预期', g.text)}${words('实际', g.done)}`,
    ),
    ...e.levelWeights.map(
      (l) => `  ${l.level1}${l.level2 ? `·${l.level2}` : ''} 分值 ${point(l.weight)}`,
    ),
    ...e.money.map((m) =>
      [
        `  ${m.row.key}${m.row.of ? `（${m.row.of}）` : ''}`,
        fact('金额', m.amount),
        fact('年初', m.initial),
        fact('全年', m.budget),
        fact('执行', m.spent),
        fact('执行率', m.rate),
        fact('权重', m.weight),
        fact('得分', m.score),
        words('原因', m.reason),
      ].join(''),
    ),
    ...e.indicators.map(indicator),
    e.total || e.totalWeight ? ` ${fact('总权重', e.totalWeight)}${fact('总分', e.total)}` : '',
    e.reasons ? ` ${words('未完成原因', e.reasons)}` : '',
    e.measures ? ` ${words('改进措施', e.measures)}` : '',
    ...e.remarks.map((r) => ` ${words(r.name, r.wording)}`),
    ...e.choices.map(
      (c) => `  ${c.name}：${c.options.map((o) => `${o.ticked ? '☑' : '□'}${o.text}`).join(' ')}`,
    ),
    ...e.notes.map((n) => `  备注@${addressOf(n.location)} ${n.text.slice(0, 12)}`),
    ...e.doubts.map((d) => `  读不清@${addressOf(d.location)} ${d.why}`),
  ]
    .filter(Boolean)
    .join('\n');
}
