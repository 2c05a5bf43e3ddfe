// 表内办法: what a table's own notes, headings and rows say about scoring. Knows how officials put it;
// compares nothing.
import type { Evaluation, Wording } from '../facts/evaluation.ts';
import { compare, parseExact, toText } from '../measure/exact.ts';
import { valueOf } from '../measure/quantity.ts';
import type { PrintedRules } from './book.ts';
import type { Grade, Parameters, Scored, ScoringRule } from './rule.ts';

/** 表内说法: one thing a table says, and where. */
export interface TableStatement {
  readonly about: Scored;
  readonly rule?: string;
  readonly parameters?: Parameters;
  readonly middle?: string;
  readonly grades?: readonly Grade[];
  /** In short, for people. */
  readonly says: string;
  readonly at: Wording;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
const STARS = /[*x×·]/;

type Reader = (text: string) => Omit<TableStatement, 'at'> | undefined;

/** 正向指标（即目标值为≥X，得分=权重*B/A）. */
const forward: Reader = (text) => {
  const m = /正向指标[^。;]*?得分=(?:权重|分值)[*x×](.{1,4}?)[),。;]/.exec(text);
  if (!m) return undefined;
  const rule = /^B[/÷]A/.test(m[1]!) ? 'SQ1' : undefined;
  return { about: '正向', ...(rule && { rule }), says: `正向指标得分 = 权重 × ${m[1]}` };
};
const backward: Reader = (text) => {
  const m = /反向指标[^。;]*?得分=(?:权重|分值)[*x×](.{1,30}?)[),。;]/.exec(text);
  if (!m) return undefined;
  const linear = /1-?\(?B-A\)?[/÷]A|\(1-\(B-A\)/.test(m[1]!);
  const rule = /^A[/÷]B/.test(m[1]!) ? 'SQ2' : linear ? 'SQ3' : undefined;
  return { about: '反向', ...(rule && { rule }), says: `反向指标得分 = 权重 × ${m[1]}` };
};

/** 100%-80%（≥80%）、80%-50%、50%-0%. */
const bands: Reader = (text) => {
  const m = /100%?[-—~至]80%?.{0,24}?80%?[-—~至](\d{2})%?.{0,24}?\1%?[-—~至]0%?/.exec(text);
  if (!m) return undefined;
  const rule = m[1] === '50' ? 'SL1' : 'SL2';
  return { about: '定性', rule, middle: `${m[1]}%`, says: `定性三档的界限为 80%、${m[1]}%` };
};

const budgetBase: Reader = (text) => {
  const m = /预算数(?:\(A\))?为(年初预算|全年预算|调整后[^,。;]*|[^,。;]*调整[^,。;]*)/.exec(text);
  if (!m) return undefined;
  const initial = m[1] === '年初预算';
  return {
    about: '预算口径',
    rule: initial ? 'SX10' : 'SX9',
    says: `预算数为${m[1]!.slice(0, 24)}`,
  };
};

const overBudget: Reader = (text) => {
  const m =
    /执行率.{0,6}?不(?:得|能|应|可)?(?:大于|超过|高于)100%|执行数.{0,6}?不(?:得|能|应)?(?:大于|超过)预算数/.exec(
      text,
    );
  return m ? { about: '超预算', rule: 'SX7', says: m[0] } : undefined;
};

const SHARES: Readonly<Record<string, string>> = {
  执行率: '执行率',
  产出: '产出',
  效益: '效益',
  满意度: '满意度',
};
/** 产出指标50分、效益指标30分、满意度指标10分、预算资金执行率10分. */
const weights: Reader = (text) => {
  const parameters: Record<string, string> = {};
  for (const m of text.matchAll(
    /(执行率|产出|效益|满意度)(?:指标)?(?:权重|分值)?(?:为|占|共)?(\d{1,3})(?:分|%)/g,
  )) {
    parameters[`${SHARES[m[1]!]}分值`] ??= m[2]!;
  }
  if (Object.keys(parameters).length < 2) return undefined;
  const says = Object.entries(parameters).map(([k, v]) => `${k.replace('分值', '')} ${v} 分`);
  return { about: '权重', parameters, says: says.join('、') };
};

const GRADE_NAMES = ['优', '良', '中', '差'];
/** 90（含）-100分为优，80（含）-90分为良，60（含）-80分为中，60分以下为差: the least of each. */
const grades: Reader = (text) => {
  const found = new Map<string, string>();
  // 3.96分以上 begins with the number of the paragraph.
  for (const piece of text.replace(/^\d\.(?=\d{2})/, '').split(/[,;、。]/)) {
    const name = /优|良|中(?!央)|差(?!异)/.exec(piece)?.[0];
    const numbers = piece.match(/\d{1,3}(?:\.\d+)?/g) ?? [];
    if (!name || numbers.length === 0 || found.has(name)) continue;
    const least = numbers.reduce((a, b) => (compare(parseExact(a)!, parseExact(b)!) <= 0 ? a : b));
    found.set(name, name === '差' ? '0' : least);
  }
  if (!['优', '良', '中'].every((n) => found.has(n))) return undefined;
  const list = GRADE_NAMES.map((name) => ({ name, from: found.get(name) ?? '0' }));
  const falling = list.every(
    (g, i) => i === 0 || compare(parseExact(list[i - 1]!.from)!, parseExact(g.from)!) > 0,
  );
  if (!falling) return undefined;
  const says = list.map((g) => `${g.name} ${g.from} 分以上`).slice(0, -1);
  return { about: '等级', rule: 'SG5', grades: list, says: `等级${says.join('、')}` };
};

const READERS = [forward, backward, bands, budgetBase, overBudget, weights, grades];

/** 得分（20分*执行率）: the rule of execution in its own heading. */
function executionHeading(heading: Wording | undefined): TableStatement[] {
  const m = /(\d+(?:\.\d+)?)分?[*x×](?:预算)?执行率/.exec(plain(heading?.text ?? ''));
  if (!m || !heading || !STARS.test(heading.text.normalize('NFKC'))) return [];
  const says = `得分 = ${m[1]} 分 × 执行率`;
  return [{ about: '执行率', rule: 'SX1', parameters: { 执行分值: m[1]! }, says, at: heading }];
}

/** Everything a table says about scoring, in the order of its notes. */
export function statementsIn(evaluation: Evaluation): TableStatement[] {
  const fromNotes = evaluation.notes.flatMap((note) =>
    READERS.flatMap((read) => {
      const found = read(plain(note.text));
      return found ? [{ ...found, at: note }] : [];
    }),
  );
  const { executionWeight: weight } = evaluation;
  const points: TableStatement[] = weight
    ? [
        {
          about: '执行率',
          parameters: { 执行分值: toText(valueOf(weight.points)) },
          says: `执行率 ${toText(valueOf(weight.points))} 分`,
          at: weight,
        },
      ]
    : [];
  return [...executionHeading(evaluation.executionMethod), ...points, ...fromNotes];
}

/** The statements as an overlay over a preset. */
export function overlayOf(statements: readonly TableStatement[]): PrintedRules {
  const parameters: Record<string, string> = {};
  for (const s of statements)
    for (const [k, v] of Object.entries(s.parameters ?? {})) parameters[k] ??= v;
  const middle = statements.find((s) => s.middle)?.middle;
  const grades = statements.find((s) => s.grades)?.grades;
  return {
    rules: statements.flatMap((s) => (s.rule ? [s.rule] : [])),
    parameters,
    ...(middle && { middle }),
    ...(grades && { grades }),
    says: new Set(statements.filter((s) => s.rule).map((s) => s.about)),
  };
}

/** 逐行办法: the rule in a row's own method text; undefined where it is not one we can compute. */
export function rowRule(
  method: string,
  rules: readonly ScoringRule[],
): { rule: ScoringRule; parameters: Parameters } | undefined {
  const text = plain(method).replace(/一(?=个百分点|%)/g, '1');
  for (const rule of rules) {
    const m = rule.printed ? new RegExp(rule.printed).exec(text) : null;
    if (!m) continue;
    const parameters = Object.fromEntries(
      (rule.takes ?? []).flatMap((name, i) =>
        m[i + 1] && parseExact(m[i + 1]!) ? [[name, m[i + 1]!]] : [],
      ),
    );
    return { rule, parameters };
  }
  return undefined;
}
