// 自评文字: the 综述 of one 自评表 and the report of an overall one, written by the sentences that the
// catalogue declares. Knows evaluations as facts; scores nothing.
import type { EvaluatedIndicator, Evaluation } from '../facts/evaluation.ts';
import type { Fact, Table } from '../facts/fact.ts';
import type { Document, DocumentSpan } from './document.ts';
import { type Outline, writeDocument } from './outline.ts';
import type { Sentence } from './sentence.ts';
import type { Slots } from './slots.ts';
import type { QuantityName, Source } from './source.ts';
import { writeSentence } from './write.ts';

/** 自评文字规程: sentences, the one of a 综述, and the order of the report. */
export interface EvaluationText {
  readonly sentences: readonly Sentence[];
  readonly summary: string;
  readonly outline: Outline;
}

/** 自评文字素材: one table, and what must be explained in it. */
export interface EvaluationMatter {
  readonly evaluation: Evaluation;
  readonly year: number | undefined;
  readonly department: string | undefined;
  /** Tables of the accounts. */
  readonly table: (form: string) => Table | undefined;
  /** Titles of forms by id, for people. */
  readonly titles: ReadonlyMap<string, string>;
  /** So many things ask for a reason. */
  readonly wanting: number;
  /** Points for execution: printed, or the rule's. */
  readonly executionPoints: string | undefined;
  /** The printed rate is B ÷ A within its digits: it is the one to repeat. */
  readonly printedRate: boolean;
  /** Indicators that fell short, by the key of their row. */
  readonly short: ReadonlySet<string>;
  /** Words typed in place of gaps, and those of 补充资料, each by its key: `自评·党建经费·问题`. */
  readonly slots: Slots;
  readonly reason: (key: string) => string | undefined;
}

const quoted = (name: string): string => `「${name}」`;

/** A gap by the name that people know the figure by. */
const gapFor = (name: string): string[] => [`补充资料.${quoted(name)}`];

/** Whether an amount is filled in, and whether its unit is printed somewhere. */
const isTold = (fact: Fact | undefined): fact is Fact =>
  fact?.state === 'figure' && fact.quantity !== undefined;
const hasUnit = (fact: Fact): boolean =>
  fact.table.unitFrom !== 'default' || /[元万]$/.test(fact.shown.trim());

/** 预算数, 执行数: the cell, or a gap; a number without a unit is named in its gap. */
function amountFrom(name: string, form: string, facts: readonly (Fact | undefined)[]): string[] {
  const fact = facts.find(isTold);
  if (!fact) return gapFor(name);
  return hasUnit(fact)
    ? [`${form}.${quoted(fact.row.key)}·${fact.column.key}`]
    : gapFor(`${name}（表上为${fact.shown.trim()}，没有写单位）`);
}

/** 完成比例: the printed rate where it is right or stands alone, else the quotient. */
function rateFrom({ evaluation, printedRate }: EvaluationMatter): string[] {
  const { whole, table } = evaluation;
  const [spent, budget] = [whole?.spent, isTold(whole?.budget) ? whole.budget : whole?.initial];
  const printed = isTold(whole?.rate)
    ? [`${table.form}.${quoted(whole.row.key)}·执行率 ÷ 100`]
    : gapFor('执行率');
  if (!isTold(spent) || !isTold(budget)) return printed;
  return printedRate || !hasUnit(spent) || !hasUnit(budget) ? printed : ['执行数 ÷ 预算数'];
}

/** Names of the sentences, as paths into the table at hand. */
function quantitiesOf(matter: EvaluationMatter): QuantityName[] {
  const { evaluation, wanting, executionPoints } = matter;
  const { whole, total } = evaluation;
  const { form } = evaluation.table;
  const money = quoted(whole?.row.key ?? '');
  const points = (group: string) => [`${form}.Σ${group}·得分`];
  return [
    { name: '预算数', from: amountFrom('全年预算数', form, [whole?.budget, whole?.initial]) },
    { name: '执行数', from: amountFrom('执行数', form, [whole?.spent]) },
    { name: '执行得分', from: whole ? [`${form}.${money}·得分`] : gapFor('执行得分') },
    { name: '总分', from: total ? [`${form}.${quoted(total.row.key)}·得分`] : gapFor('自评得分') },
    ...['产出', '成本', '效益', '满意度'].map((n) => ({
      name: `${n}得分`,
      from: points(`${n}指标`),
    })),
    { name: '待说明', from: [String(wanting)] },
    { name: '执行分值', from: [executionPoints ?? '0'] },
    { name: '完成比例', from: rateFrom(matter) },
    { name: '本年支出', from: ['表3.合计·本年支出合计'] },
    { name: '基本支出', from: ['表3.合计·基本支出'] },
    { name: '项目支出', from: ['表3.合计·项目支出'] },
  ];
}

const bare = (text: string): string => text.replace(/\s+/g, '').replace(/[。；;，,]+$/, '');

const MARKS = /^[★☆*●◆■▲△○◎√]+/;
/** A name without marks of importance, the counter of the form, and the form's own hint: ★指标1：书房数量（≥**个）. */
const plainName = (text: string): string =>
  bare(text)
    .normalize('NFKC')
    .replace(MARKS, '')
    .replace(/^指标\d+[:：.、]?/, '')
    .replace(MARKS, '')
    .replace(/\([^()]*[*≥≤<>=][^()]*\)$/, '')
    .replace(/[*★☆]+/g, '');

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^(?:≥|>=|≧)/, '不少于'],
  [/^(?:≤|<=|≦)/, '不超过'],
  [/^[>＞]/, '多于'],
  [/^[<＜]/, '少于'],
  [/^[=＝]/, ''],
];
/** ≥8个 as people say it: 不少于8个; of a share 不低于. */
function aimOf(text: string): string {
  const found = SIGNS.find(([sign]) => sign.test(text));
  if (!found) return text;
  const words = /%/.test(text) && found[1] === '不少于' ? '不低于' : found[1];
  return `${words}${text.replace(found[0], '')}`;
}

/** The unit behind a bare number: that of its own column, or of the target. */
const withUnit = (text: string, unit: string): string =>
  /^-?[\d,.]+$/.test(text) ? `${text}${unit}` : text;
function unitWord(i: EvaluatedIndicator): string {
  const own = bare(i.unit?.text ?? i.target?.split?.unit?.text ?? '');
  if (own !== '' && !/^[-—/]*$/.test(own)) return own;
  return /\d([%％]|[^\d\s.,%]{1,4})$/.exec(bare(i.target?.text ?? ''))?.[1] ?? '';
}

/** `场次目标不少于3场，实际完成3场`, every number as the table has it, with its unit. */
function listed(matter: EvaluationMatter, short: boolean): string {
  return matter.evaluation.indicators
    .filter((i) => matter.short.has(i.row.key) === short && bare(i.actual?.text ?? '') !== '')
    .map((i) => {
      const unit = unitWord(i);
      const target = bare(i.target?.text ?? '');
      const sign = /^\D*/.exec(target)?.[0] ?? '';
      const aim = target ? `目标${aimOf(sign + withUnit(target.slice(sign.length), unit))}，` : '';
      return `${plainName(i.level3.text)}${aim}实际完成${withUnit(bare(i.actual!.text), unit)}`;
    })
    .join('；');
}

const filled = (text: string | undefined): string => {
  const words = bare(text ?? '');
  return /^(?:无|[-—/]*)$/.test(words) ? '' : words;
};

/** What the table itself says, in place of the user's words; nothing where it says nothing. */
function wordsIn(matter: EvaluationMatter): Record<string, string> {
  const { reasons, measures, indicators, remarks } = matter.evaluation;
  const own = indicators.map((i) => filled(i.reason?.text)).filter(Boolean);
  const problems = filled(remarks.find((r) => r.name === '存在问题')?.wording.text);
  const said: Readonly<Record<string, string>> = {
    产出: listed(matter, false),
    未完成: listed(matter, true),
    问题: filled(reasons?.text) || problems || [...new Set(own)].join('；'),
    措施: filled(measures?.text),
  };
  return Object.fromEntries(Object.entries(said).map(([key, text]) => [`${key}·说明`, text]));
}

/** What the keys of a table's gaps begin with: of several projects each has its own. */
export function keyOf(evaluation: Evaluation): string {
  const whose = evaluation.kind === '整体自评' ? '整体' : nameOf(evaluation);
  return `自评·${whose.replace(/[·\s]/g, '')}·`;
}
const nameOf = ({ project, unit, table }: Evaluation): string =>
  bare((project ?? unit)?.text ?? table.printedTitle);

/** What was typed for this table, under the names that its sentences have for it. */
function typedIn({ slots, evaluation }: EvaluationMatter): Slots {
  const key = keyOf(evaluation);
  const own = Object.entries(slots).filter(([k]) => k.startsWith(key));
  return Object.fromEntries(own.map(([k, text]) => [k.slice(key.length), text]));
}

/** Gaps and words under the keys that are kept. */
function withKeys(blocks: Document['blocks'], evaluation: Evaluation): Document {
  const key = keyOf(evaluation);
  const keyed = (span: DocumentSpan): DocumentSpan =>
    span.kind === 'gap' || span.kind === 'words' ? { ...span, key: `${key}${span.key}` } : span;
  return {
    blocks: blocks.map((b) => ('spans' in b ? { ...b, spans: b.spans.map(keyed) } : b)),
  };
}

function sourceOf(matter: EvaluationMatter, outline: Outline): Source {
  const { evaluation } = matter;
  const name = nameOf(evaluation);
  return {
    year: evaluation.table.year ?? matter.year,
    department:
      bare(evaluation.unit?.text ?? '') ||
      (evaluation.kind === '整体自评' && bare(evaluation.department?.text ?? '')) ||
      matter.department,
    table: (form, scope) =>
      scope !== undefined
        ? undefined
        : form === evaluation.table.form
          ? evaluation.table
          : matter.table(form),
    several: () => [],
    reason: (key) => matter.reason(`${keyOf(evaluation)}${key}`),
    slots: { ...wordsIn(matter), ...typedIn(matter) },
    quantities: new Map(quantitiesOf(matter).map((q) => [q.name, q])),
    titles: matter.titles,
    style: { percent: outline.percent },
    zeros: outline.zeros,
    axes: { 项目: name },
  };
}

/** 综述 of one project. */
export function summaryOf(matter: EvaluationMatter, rules: EvaluationText): Document {
  const sentence = rules.sentences.find((s) => s.id === rules.summary)!;
  const paragraphs = writeSentence(sentence, sourceOf(matter, rules.outline));
  const section = rules.summary;
  const blocks = paragraphs.map((spans) => ({ kind: 'paragraph', section, spans }) as const);
  return withKeys(blocks, matter.evaluation);
}

/** 自评报告 of an overall table: a skeleton, with a gap wherever people have to write. */
export function evaluationReport(matter: EvaluationMatter, rules: EvaluationText): Document {
  const source = sourceOf(matter, rules.outline);
  const sentences = new Map(rules.sentences.map((s) => [s.id, s]));
  const { blocks } = writeDocument(rules.outline, sentences, source);
  const title = `${source.department ?? ''}${source.year === undefined ? '' : `${source.year}年度`}${rules.outline.title}`;
  const spans: DocumentSpan[] = [{ kind: 'text', text: title }];
  const titled = blocks.map((b) => (b.kind === 'title' ? ({ kind: 'title', spans } as const) : b));
  return withKeys(titled, matter.evaluation);
}
