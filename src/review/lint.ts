// Whether an identity can be read and what it names is there: problems point into the text, with a
// caret under the place. The same for the catalogue's rules and for a user's own.

import type { Form, Forms, ItemDeclaration } from '../forms/form.ts';
import { LEVELS } from '../formula/axis.ts';
import { references } from '../formula/evaluate.ts';
import { parseRule } from '../formula/parse.ts';
import { tokens } from '../formula/tokens.ts';
import type { Path } from '../formula/tree.ts';
import type { Identity } from '../identities/identity.ts';

/** 规程问题: in which field, at which UTF-16 offset of its text, and what is the matter. */
export interface RuleProblem {
  readonly field: string;
  readonly text: string;
  readonly at: number;
  readonly message: string;
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f“”‘’…·Σ×÷≤≥∈→]/;

/**
 * The line of the text and a caret under the place, as two lines, aligned where Chinese characters are two
 * digits wide.
 */
export function caret({ text, at }: RuleProblem): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const line = text.slice(start).split('\n')[0]!;
  const before = [...line.slice(0, at - start)].map((c) => (WIDE.test(c) ? '　' : ' ')).join('');
  return `  ${line}\n  ${before}^`;
}

const wordsOf = (d: ItemDeclaration): string[] => [
  d.key,
  ...d.names,
  ...(d.code ? [d.code] : []),
  ...(d.level ? [d.level] : []),
  ...(d.side ? [d.side] : []),
  ...(d.of ? [d.of] : []),
  ...(d.groups ?? []),
  ...Object.entries(d.members ?? {}).flat(),
];

/** Everything by which a form's rows and columns may be called. */
function namesIn(form: Form, forms: Forms): Set<string> {
  const items = [
    ...(form.rows ?? []),
    ...form.columns,
    ...(form.codes ?? []),
    ...(form.labels ?? []),
  ];
  const coded = form.shape === 'codes' || form.shape === 'sides' || form.shape === 'economic';
  const known = form.shape === 'economic' ? forms.economic : forms.classes;
  const laidOut = form.shape === 'economic' ? ['经费'] : [];
  return new Set([
    ...items.flatMap(wordsOf),
    ...laidOut,
    ...(coded ? [...LEVELS, '科目', ...known.flatMap((c) => [c.code, ...c.names])] : []),
  ]);
}

const CODE = /^\d{3}(?:\d{2}){0,2}$/;

/** First place of a word in the text, as a token. */
const placeOf = (text: string, word: string): number =>
  tokens(text).find((t) => t.text === word)?.at ?? 0;

interface Part {
  readonly field: string;
  readonly text: string;
}

function pathProblems(
  path: Path,
  prefixes: readonly string[],
  part: Part,
  forms: Forms,
): RuleProblem[] {
  const wrong = (word: string, message: string): RuleProblem[] => [
    { ...part, at: placeOf(part.text, word), message },
  ];
  const tables = path.table ? [path.table] : prefixes;
  if (tables.length === 0)
    return wrong(path.parts[0]!.name, '没有写明是哪张表，请写成“表1.…”，或在句首写“表1:”');
  return tables.flatMap((id) => {
    const form = forms.forms.find((f) => f.id === id);
    if (!form) return wrong(id, `不认识“${id}”这张表，请写 表1 … 表9、补充资料或附表的表名`);
    const names = namesIn(form, forms);
    const coded = form.shape === 'codes' || form.shape === 'economic' || form.shape === 'sides';
    return path.parts.flatMap(({ name, quoted }) => {
      if (quoted || names.has(name) || (coded && CODE.test(name))) return [];
      return wrong(name, `${id}里没有“${name}”。表里确实印有这一项的，请写成「${name}」`);
    });
  });
}

/** `around`: tables that the rule begins with, which its conditions speak of as well. */
function textProblems(part: Part, around: readonly string[], forms: Forms): RuleProblem[] {
  const parsed = parseRule(part.text);
  if (!parsed.ok) return [{ ...part, ...parsed.problem }];
  const rule = parsed.value;
  const prefixes = rule.tables.length > 0 ? rule.tables : around;
  return rule.relations
    .flatMap((r) => [...references(r.left), ...references(r.right)])
    .flatMap((reference) => {
      if (reference.kind === 'path') return pathProblems(reference, prefixes, part, forms);
      const at = tokens(part.text).find((t) => t.text === reference.axis)?.at ?? 0;
      const message = '行次、栏次随年度和地区变化，请改写项目名称或科目编码';
      return [{ ...part, at, message }];
    });
}

const OPEN_AXES = ['行', '栏', '类', '款', '项', '科目'];

function axisProblems({ each = [], says }: Identity, forms: Forms): RuleProblem[] {
  const items = forms.forms.flatMap((f) => [...(f.rows ?? []), ...f.columns]);
  const known = new Set([
    ...OPEN_AXES,
    ...items.flatMap((d) => [...Object.keys(d.members ?? {}), ...(d.groups ?? [])]),
  ]);
  return each
    .filter((axis) => !known.has(axis))
    .map((axis) => ({ field: 'each', text: says, at: 0, message: `不认识口径“${axis}”` }));
}

/** 规程检查 of one identity: every problem in its order; none where it can be read and all it names is there. */
export function lint(identity: Identity, forms: Forms): RuleProblem[] {
  const parts: Part[] = [
    { field: 'says', text: identity.says },
    ...(identity.when ? [{ field: 'when', text: identity.when }] : []),
    ...Object.entries(identity.partWhen ?? {}).map(([part, text]) => ({
      field: `partWhen.${part}`,
      text,
    })),
    ...(identity.noted ? [{ field: 'noted.says', text: identity.noted.says }] : []),
  ];
  const whole = parseRule(identity.says);
  const around = whole.ok ? whole.value.tables : [];
  return [
    ...parts.flatMap((p) => textProblems(p, around, forms)),
    ...axisProblems(identity, forms),
  ];
}
