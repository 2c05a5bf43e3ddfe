// 自评报告: the skeleton of a report from one 自评表, every number from its cell, gaps for what people must
// write. Knows what was examined and the outline of the report; judges nothing.
import { labelOf } from '../assertions/message.ts';
import type { Fact, Wording } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import { type Exact, plus, toText, ZERO } from '../measure/exact.ts';
import { valueOf } from '../measure/quantity.ts';
import type { Block, Document, NumberCell, NumberSpan, Span } from '../narrative/document.ts';
import { type Case, isBlank, type ReadIndicator } from '../scoring/case.ts';
import { inDigits, titleOf, valueIn } from '../scoring/finding.ts';
import { isFull } from '../scoring/points.ts';
import { resultOf } from '../scoring/propose.ts';
import type { ReportPart } from '../scoring/rule.ts';

const text = (words: string): Span => ({ kind: 'text', text: words });
const gap = (own: Case, wanted: string): Span => ({
  kind: 'gap',
  key: `自评报告·${own.evaluation.table.id}·${wanted}`,
  wanted,
  of: 'words',
});
const cellOf = (fact: Fact): NumberCell => ({
  location: fact.location,
  address: addressOf(fact.location),
  label: `${fact.table.printedTitle || fact.table.title} ${labelOf(fact)}`,
});

const UNITS: Readonly<Record<string, string>> = { '%': '%', 分: '分' };

/** The number of a cell, or of several added up; a gap where it is not there. */
function number(own: Case, facts: readonly (Fact | undefined)[], wanted: string): Span {
  const present = facts.filter((f) => f !== undefined);
  const values = present.map(valueIn);
  if (present.length === 0 || values.some((v) => v === undefined)) {
    return { ...gap(own, wanted), of: 'number' } as Span;
  }
  const value = (values as Exact[]).reduce(plus, ZERO);
  const unit = present[0]!.quantity!.unit;
  const cells = present.map(cellOf);
  const digits = unit in UNITS ? toText(value) : inDigits(value, unit);
  const span: NumberSpan = {
    kind: 'number',
    text: `${digits}${UNITS[unit] ?? unit}`,
    id: `自评报告|${own.evaluation.table.id}|${wanted}`,
    value,
    unit,
    formula: present.length > 1 ? `Σ${wanted}` : wanted,
    rule: 'S18',
    cells,
  };
  return span;
}

const GROUPS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['产出', /产出|过程|投入/],
  ['效益', /效益|效果/],
  ['满意度', /满意/],
  ['成本', /成本/],
];

/** Indicators by first level, in the usual order; satisfaction apart from benefits. */
function groupsOf(own: Case): { name: string; rows: readonly ReadIndicator[] }[] {
  const left = new Set(own.indicators);
  return GROUPS.flatMap(([name, pattern]) => {
    const rows = [...left].filter(({ indicator: i }) =>
      pattern.test(/满意/.test(i.level2) ? i.level2 : i.level1),
    );
    for (const r of rows) left.delete(r);
    return rows.length > 0 ? [{ name, rows }] : [];
  });
}

const executionWeight = (own: Case): Span[] =>
  own.executionWeight ? [text(`设定分值${toText(own.executionWeight.value)}分，`)] : [];

function scores(own: Case): Span[][] {
  const { whole } = own.evaluation;
  const execution: Span[][] = whole?.score
    ? [
        [
          text('预算执行情况'),
          ...executionWeight(own),
          text('评价实得'),
          number(own, [whole.score], '执行率得分'),
          text('。'),
        ],
      ]
    : [];
  const groups = groupsOf(own).map(({ name, rows }): Span[] => {
    const weights = rows.map((r) => r.indicator.weight);
    const known = weights.every((w) => w && valueIn(w) !== undefined);
    return [
      text(`${name}情况`),
      ...(known ? [text('设定分值'), number(own, weights, `${name}权重`), text('，')] : []),
      text('评价实得'),
      number(
        own,
        rows.map((r) => r.indicator.score),
        `${name}得分`,
      ),
      text('。'),
    ];
  });
  return [...execution, ...groups];
}

const subject = (own: Case): string => {
  const { evaluation } = own;
  const name = evaluation.kind === '整体自评' ? evaluation.unit?.text : evaluation.project?.text;
  return name?.replace(/\s/g, '') || titleOf(evaluation);
};

function conclusion(own: Case): Span[] {
  const { evaluation } = own;
  const { grade } = resultOf(own);
  const year = evaluation.table.year === undefined ? '' : `${evaluation.table.year}年度`;
  const what = evaluation.kind === '整体自评' ? '整体绩效自评' : '项目绩效自评';
  return [
    text(`根据各项指标设定的权重和实际得分，${year}${subject(own)}${what}得分为`),
    number(own, [evaluation.total], '总分'),
    ...(grade ? [text(`，等级为“${grade}”`)] : []),
    text('。'),
  ];
}

function execution(own: Case): Span[] {
  const { whole } = own.evaluation;
  if (!whole) return [gap(own, '预算执行情况')];
  const initial = whole.initial && whole.budget ? whole.initial : undefined;
  const budget = whole.budget ?? whole.initial;
  const none = budget?.quantity && valueOf(budget.quantity);
  const rate: Span[] =
    none && toText(none) === '0'
      ? [text('，无预算安排，不计算执行率')]
      : [text('，预算执行率为'), number(own, [whole.rate], '执行率')];
  return [
    ...(initial ? [text('年初预算数为'), number(own, [initial], '年初预算数'), text('，')] : []),
    text('全年预算数为'),
    number(own, [budget], '全年预算数'),
    text('，执行数为'),
    number(own, [whole.spent], '执行数'),
    ...rate,
    ...(whole.score ? [text('，得'), number(own, [whole.score], '执行率得分')] : []),
    text('。'),
  ];
}

/** Full where the score is the weight, or the rules say so. */
function isMet(read: ReadIndicator): boolean {
  if (read.score && read.weight) return toText(read.score) === toText(read.weight);
  return 'ok' in read.degree || read.degree.band !== undefined || isFull(read.degree);
}

function row(own: Case, read: ReadIndicator, index: number, last: boolean): Span[] {
  const { target, actual, score, reason } = read.indicator;
  const why: Span[] = isMet(read)
    ? []
    : isBlank(reason?.text)
      ? [text('，原因：'), gap(own, `“${read.name}”未完成的原因`)]
      : [text(`，原因：${reason!.text.trim()}`)];
  return [
    text(`（${index}）${read.name}：目标值${target?.text.trim() || '未填'}，实际完成值`),
    actual && !isBlank(actual.text)
      ? text(actual.text.trim())
      : gap(own, `“${read.name}”的实际完成值`),
    ...(score ? [text('，得'), number(own, [score], `${read.name}得分`)] : []),
    ...why,
    text(last ? '。' : '；'),
  ];
}

function rows(own: Case, met: boolean): Span[][] {
  const chosen = own.indicators.filter((r) => isMet(r) === met);
  if (chosen.length === 0) return [[text('无。')]];
  return chosen.map((r, i) => row(own, r, i + 1, i === chosen.length - 1));
}

const indicatorTotal = (own: Case): Span[] => {
  const facts = own.indicators.map((r) => r.indicator.score);
  const weights = own.indicators.map((r) => r.indicator.weight);
  const known = weights.every((w) => w && valueIn(w) !== undefined);
  return [
    text('绩效目标'),
    ...(known ? [text('满分'), number(own, weights, '指标权重'), text('，')] : []),
    text('得分'),
    number(own, facts, '指标得分'),
    text('。'),
  ];
};

function box(own: Case, wording: Wording | undefined, wanted: string): Span[] {
  if (!wording || isBlank(wording.text)) return [gap(own, wanted)];
  return [{ kind: 'words', key: wanted, text: wording.text.trim() }];
}

/** What stands under one heading, a paragraph each. */
function paragraphs(own: Case, says: ReportPart['says'][number]): Span[][] {
  if (typeof says === 'object') return [[gap(own, says.gap)]];
  switch (says) {
    case '得分':
      return scores(own);
    case '结论':
      return [conclusion(own)];
    case '执行':
      return [execution(own)];
    case '完成':
      return rows(own, true);
    case '未完成':
      return rows(own, false);
    case '指标':
      return [indicatorTotal(own)];
    case '原因':
      return [box(own, own.evaluation.reasons, '存在的问题和原因')];
    case '措施':
      return [box(own, own.evaluation.measures, '下一步拟改进措施')];
  }
}

/** 自评报告 of one table, as a text with gaps. */
export function evaluationReport(own: Case, parts: readonly ReportPart[]): Document {
  const { evaluation } = own;
  const year = evaluation.table.year === undefined ? '' : `${evaluation.table.year}年度`;
  const kind = evaluation.kind === '整体自评' ? '部门整体支出' : '项目支出';
  const section = '自评报告';
  const title: Block = {
    kind: 'title',
    spans: [text(`${year}${subject(own)}${kind}绩效自评报告`)],
  };
  const blocks = parts.flatMap((part): Block[] => [
    { kind: 'heading', level: part.level, section, spans: [text(part.heading)] },
    ...part.says
      .flatMap((s) => paragraphs(own, s))
      .map((spans): Block => ({ kind: 'paragraph', section, spans })),
  ]);
  return { blocks: [title, ...blocks] };
}
