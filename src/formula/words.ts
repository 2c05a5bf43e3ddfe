// 算式 in plain Chinese, for people who do not read Σ, ∈ and min( ). Knows the notation; resolves nothing, and
// nothing reads it back: `rules --json` keeps the notation.
import { parseRule } from './parse.ts';
import { printFormula } from './print.ts';
import type { Node, Path, PathPart, Relation, Relational } from './tree.ts';

const RELATED: Readonly<Record<Relational, string>> = {
  '=': ' = ',
  '≤': '不大于',
  '≥': '不小于',
  '∈': '在',
};
const PERIODS: Readonly<Record<string, string>> = { 下级: '所属单位', 本年: '本年', 上年: '上年' };

/** 各类之和, 各项收入来源之和: what is added up. */
const addedUp = (name: string): string =>
  `${name.length === 1 || name === '单位' ? '各' : '各项'}${name.replace(/^各项/, '')}之和`;

const partWords = ({ name, sum }: PathPart): string => (sum ? addedUp(name) : name);

/** 表名 of an id. */
export type TitleOf = (id: string) => string;

function pathWords(path: Path, title: TitleOf): string {
  const scope = path.scope && (PERIODS[path.scope] ?? path.scope);
  const table = path.table && title(path.table);
  return [scope, table, ...path.parts.map(partWords)].filter(Boolean).join('·');
}

const isChoice = (node: Node): boolean => node.kind === 'call' && node.name === '若';
const isSum = (node: Node): boolean =>
  node.kind === 'binary' && (node.op === '+' || node.op === '-');

function callWords(name: string, args: readonly Node[], title: TitleOf): string {
  const [first, second, third] = args;
  const formulaWords = (node: Node) => wordsOf(node, title);
  const bracketed = (node: Node) => inBrackets(node, title);
  if (name === '若' && first && second && third)
    return `${formulaWords(first)}的为 ${bracketed(second)}，否则为 ${bracketed(third)}`;
  if (name === '有' && first) return `${formulaWords(first)}有数`;
  if (name === '进位' && first) return `${bracketed(first)}（四舍五入）`;
  if (name === 'min' && second && first?.kind === 'path')
    return `${formulaWords(second)}，最多为${formulaWords(first)}`;
  const which = name === 'min' ? '较小' : '较大';
  return `${args.map(formulaWords).join('、')}中${which}的`;
}

const inBrackets = (node: Node, title: TitleOf): string =>
  isChoice(node) || isSum(node) ? `（${wordsOf(node, title)}）` : wordsOf(node, title);

function binaryWords(node: Extract<Node, { kind: 'binary' }>, title: TitleOf): string {
  const sum = isSum(node);
  const left = sum ? wordsOf(node.left, title) : inBrackets(node.left, title);
  return `${left} ${node.op} ${inBrackets(node.right, title)}`;
}

/** 算式 in words. */
function wordsOf(node: Node, title: TitleOf): string {
  switch (node.kind) {
    case 'path':
      return pathWords(node, title);
    case 'binary':
      return binaryWords(node, title);
    case 'negative':
      return `-${inBrackets(node.of, title)}`;
    case 'call':
      return callWords(node.name, node.args, title);
    case 'steps':
      return node.steps
        .map((s) => `满 ${wordsOf(s.from, title)} 为${wordsOf(s.value, title)}`)
        .join('，');
    case 'relation':
      return relationWords(node, title);
    case 'number':
    case 'numbered':
      return printFormula(node);
  }
}

/** 关系式 in words. */
function relationWords(
  { left, rel, right }: Pick<Relation, 'left' | 'rel' | 'right'>,
  title: TitleOf,
): string {
  const within = rel === '∈' ? '之内' : '';
  return `${wordsOf(left, title)}${RELATED[rel]}${wordsOf(right, title)}${within}`;
}

/** Signs of a text that is no formula, word by word; what stands in quotes is what a table prints. */
const signsInWords = (text: string): string =>
  text
    .replace(/Σ([\p{Script=Han}]+)/gu, (_, name: string) => addedUp(name))
    .replace(/“[≤≥]|\s*[≤≥](?!”)\s*/g, (sign) =>
      sign.startsWith('“') ? sign : sign.includes('≤') ? '不大于' : '不小于',
    );

/**
 * 规则 in words: its tables by their titles, and each of its relations; `own` is the table it is listed under,
 * which goes without saying. A text that is no formula stays but for its signs.
 */
export function ruleWords(says: string, title: TitleOf, own?: string): string {
  const parsed = parseRule(says);
  if (!parsed.ok) return signsInWords(says);
  const { tables, relations } = parsed.value;
  const titles = tables.map(title);
  const said = titles.length > 0 && !(titles.length === 1 && titles[0] === own);
  const head = said ? `${titles.join('、')}：` : '';
  return head + relations.map((r) => relationWords(r, title)).join('；');
}
