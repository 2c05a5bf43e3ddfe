// A tree printed in the notation of the notes; parse(print(f)) = f.
import type { Node, NumberedItem, Path, PathPart, Relation, Rule } from './tree.ts';

const NEEDS_QUOTES = /[+\-×÷=≤≥∈();,:·.…→%「」\s（）＋－＝；，：．／/*<>]|^\d|Σ/;
const printNumbers = (items: readonly NumberedItem[]): string =>
  items.map((item, i) => `${i === 0 ? '' : item.sign > 0 ? '+' : '-'}${item.number}`).join('');

function printPart(part: PathPart): string {
  const isCode = /^\d+$/.test(part.name);
  const quoted = part.quoted || (NEEDS_QUOTES.test(part.name) && !isCode);
  return `${part.sum ? 'Σ' : ''}${quoted ? `「${part.name}」` : part.name}`;
}

/**
 * 坐标路径 in print: `上年.表4.类·201`. A code that stands alone is followed by 类, because a bare number reads as an
 * amount.
 */
export function printPath(path: Path): string {
  const heads = [path.scope, path.table].filter(Boolean).map((h) => `${h}.`);
  const body = path.parts.map(printPart).join('·');
  const bareCode = heads.length === 0 && path.parts.length > 0 && /^\d/.test(body);
  return `${heads.join('')}${bareCode ? body.replace(/^(\d+)/, '$1类') : body}`;
}

const isSum = (node: Node): boolean =>
  (node.kind === 'binary' && (node.op === '+' || node.op === '-')) || node.kind === 'negative';
const isProduct = (node: Node): boolean =>
  node.kind === 'binary' && (node.op === '×' || node.op === '÷');
const wrapped = (node: Node, wrap: boolean): string =>
  wrap ? `(${printFormula(node)})` : printFormula(node);

function printBinary(node: Extract<Node, { kind: 'binary' }>): string {
  const product = node.op === '×' || node.op === '÷';
  const left = wrapped(node.left, product && isSum(node.left));
  const right = wrapped(node.right, isSum(node.right) || (product && isProduct(node.right)));
  return product ? `${left} ${node.op} ${right}` : `${left} ${node.op} ${right}`;
}

/** 算式 in print. */
export function printFormula(node: Node): string {
  switch (node.kind) {
    case 'number':
      return node.text;
    case 'numbered':
      return node.items.length === 1
        ? `${node.items[0]!.number}${node.axis}`
        : `(${printNumbers(node.items)})${node.axis}`;
    case 'path':
      return printPath(node);
    case 'binary':
      return printBinary(node);
    case 'negative':
      return `-${wrapped(node.of, isSum(node.of) || isProduct(node.of))}`;
    case 'call':
      return `${node.name}(${node.args.map(printFormula).join(', ')})`;
    case 'steps': {
      const steps = node.steps.map((s) => `${printFormula(s.from)}→${printFormula(s.value)}`);
      return `档(${printFormula(node.of)}; ${steps.join(', ')})`;
    }
    case 'relation':
      return printRelation(node);
  }
}

/** 关系式 in print: both sides and the sign between them. */
export const printRelation = (r: Pick<Relation, 'left' | 'rel' | 'right'>): string =>
  `${printFormula(r.left)} ${r.rel} ${printFormula(r.right)}`;

/** 规则算式 in print. */
export function printRule(rule: Rule): string {
  const head = rule.tables.length > 0 ? `${rule.tables.join('、')}: ` : '';
  return head + rule.relations.map(printRelation).join('; ');
}
