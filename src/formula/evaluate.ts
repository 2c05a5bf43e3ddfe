// Values of formulas by interval, and the same formula with figures put in. Knows no table: a lookup
// says what a reference is worth.
import {
  compare,
  divide,
  type Exact,
  greatest,
  isZero,
  least,
  minus,
  negate,
  ONE,
  parseExact,
  plus,
  round,
  shift,
  sign,
  times,
  toText,
  ZERO,
} from '../measure/exact.ts';
import { type Interval, point } from '../measure/quantity.ts';
import type { Node, Path, Relational } from './tree.ts';

/** 引用: what a lookup is asked for. */
export type Reference = Path | Extract<Node, { kind: 'numbered' }>;

/** 取数结果: an interval, or why there is none, as a Chinese clause. */
export type Outcome =
  | {
      readonly ok: true;
      readonly value: Interval /** Holds a figure (for 有). */;
      readonly printed?: boolean;
    }
  | { readonly ok: false; readonly why: string };
/** 取数; `asked`: inside a comparison of its own (若), where counts stand beside amounts of the rule. */
export type Lookup = (reference: Reference, asked?: 'condition') => Outcome;

const good = (value: Interval, printed?: boolean): Outcome =>
  printed === undefined ? { ok: true, value } : { ok: true, value, printed };
const bad = (why: string): Outcome => ({ ok: false, why });

const TRUE = point(ONE);
const FALSE = point(ZERO);

function constant(text: string): Interval {
  const percent = text.endsWith('%');
  const value = parseExact(percent ? text.slice(0, -1) : text) ?? ZERO;
  return point(percent ? shift(value, -2) : value);
}

function hull(values: readonly Exact[], value: Exact): Interval {
  return { value, low: values.reduce(least), high: values.reduce(greatest) };
}

function multiply(a: Interval, b: Interval): Interval {
  const corners = [
    times(a.low, b.low),
    times(a.low, b.high),
    times(a.high, b.low),
    times(a.high, b.high),
  ];
  return hull(corners, times(a.value, b.value));
}

function quotient(a: Interval, b: Interval): Outcome {
  if (isZero(b.value)) return bad('除数为零');
  if (sign(b.low) !== sign(b.high)) return bad('除数可能为零');
  const corners = [
    divide(a.low, b.low),
    divide(a.low, b.high),
    divide(a.high, b.low),
    divide(a.high, b.high),
  ];
  return good(hull(corners as Exact[], divide(a.value, b.value)!));
}

function binary(op: '+' | '-' | '×' | '÷', a: Interval, b: Interval): Outcome {
  if (op === '×') return good(multiply(a, b));
  if (op === '÷') return quotient(a, b);
  if (op === '+') {
    return good({
      value: plus(a.value, b.value),
      low: plus(a.low, b.low),
      high: plus(a.high, b.high),
    });
  }
  return good({
    value: minus(a.value, b.value),
    low: minus(a.low, b.high),
    high: minus(a.high, b.low),
  });
}

/** 比较结果: how a comparison by interval comes out; `close` when only rounding saves it. */
export type Comparison = 'holds' | 'close' | 'fails';

/** Compares two intervals: values first, then whether the intervals admit the relation. */
export function compareBy(rel: Relational, left: Interval, right: Interval): Comparison {
  if (rel === '∈') {
    const inside = compare(right.low, left.value) <= 0 && compare(left.value, right.high) <= 0;
    const meets = compare(right.low, left.high) <= 0 && compare(left.low, right.high) <= 0;
    return inside ? 'holds' : meets ? 'close' : 'fails';
  }
  const order = compare(left.value, right.value);
  if (rel === '=') {
    if (order === 0) return 'holds';
    const meets = compare(left.low, right.high) <= 0 && compare(right.low, left.high) <= 0;
    return meets ? 'close' : 'fails';
  }
  if (rel === '≤') {
    return order <= 0 ? 'holds' : compare(left.low, right.high) <= 0 ? 'close' : 'fails';
  }
  return order >= 0 ? 'holds' : compare(left.high, right.low) >= 0 ? 'close' : 'fails';
}

function all(nodes: readonly Node[], lookup: Lookup): { values: Interval[] } | { why: string } {
  const values: Interval[] = [];
  for (const node of nodes) {
    const outcome = evaluate(node, lookup);
    if (!outcome.ok) return { why: outcome.why };
    values.push(outcome.value);
  }
  return { values };
}

function call(name: string, args: readonly Node[], lookup: Lookup): Outcome {
  if (name === '有') {
    const outcome = evaluate(args[0]!, lookup);
    return good(outcome.ok && outcome.printed !== false ? TRUE : FALSE);
  }
  if (name === '若') {
    const condition = evaluate(args[0]!, lookup);
    if (!condition.ok) return condition;
    const chosen = args[isZero(condition.value.value) ? 2 : 1];
    return chosen ? evaluate(chosen, lookup) : bad('“若”缺少取值');
  }
  const got = all(args, lookup);
  if ('why' in got) return bad(got.why);
  const { values } = got;
  if (name === '进位') {
    const places = Number(toText(values[1]?.value ?? ZERO));
    const v = values[0]!;
    return good({
      value: round(v.value, places),
      low: round(v.low, places),
      high: round(v.high, places),
    });
  }
  const pick = name === 'min' ? least : greatest;
  return good({
    value: values.map((v) => v.value).reduce(pick),
    low: values.map((v) => v.low).reduce(pick),
    high: values.map((v) => v.high).reduce(pick),
  });
}

function steps(node: Extract<Node, { kind: 'steps' }>, lookup: Lookup): Outcome {
  const of = evaluate(node.of, lookup);
  if (!of.ok) return of;
  let last: Outcome = good(point(ZERO));
  for (const step of node.steps) {
    const from = evaluate(step.from, lookup);
    if (!from.ok) return from;
    last = evaluate(step.value, lookup);
    if (compare(of.value.value, from.value.value) >= 0) return last;
  }
  return good(point(ZERO));
}

/** 算式求值: the interval a formula comes to, or why it cannot be computed. */
export function evaluate(node: Node, lookup: Lookup): Outcome {
  switch (node.kind) {
    case 'number':
      return good(constant(node.text));
    case 'numbered':
    case 'path':
      return lookup(node);
    case 'negative': {
      const of = evaluate(node.of, lookup);
      if (!of.ok) return of;
      const { value, low, high } = of.value;
      return good({ value: negate(value), low: negate(high), high: negate(low) });
    }
    case 'binary': {
      const left = evaluate(node.left, lookup);
      if (!left.ok) return left;
      const right = evaluate(node.right, lookup);
      if (!right.ok) return right;
      return binary(node.op, left.value, right.value);
    }
    case 'call':
      return call(node.name, node.args, lookup);
    case 'steps':
      return steps(node, lookup);
    case 'relation': {
      const got = all([node.left, node.right], (r) => lookup(r, 'condition'));
      if ('why' in got) return bad(got.why);
      const [left, right] = got.values;
      return good(compareBy(node.rel, left!, right!) === 'fails' ? FALSE : TRUE);
    }
  }
}

/** Whether every relation of a condition holds; what cannot be computed does not hold. */
export function holds(
  relations: readonly { rel: Relational; left: Node; right: Node }[],
  lookup: Lookup,
): boolean {
  return relations.every((r) => {
    const left = evaluate(r.left, lookup);
    const right = evaluate(r.right, lookup);
    return left.ok && right.ok && compareBy(r.rel, left.value, right.value) === 'holds';
  });
}

/** References of a formula in reading order. */
export function* references(node: Node): Generator<Reference> {
  switch (node.kind) {
    case 'path':
    case 'numbered':
      yield node;
      return;
    case 'negative':
      yield* references(node.of);
      return;
    case 'binary':
    case 'relation':
      yield* references(node.left);
      yield* references(node.right);
      return;
    case 'call':
      for (const arg of node.args) yield* references(arg);
      return;
    case 'steps':
      yield* references(node.of);
      for (const s of node.steps) {
        yield* references(s.from);
        yield* references(s.value);
      }
      return;
    case 'number':
  }
}

/** 线性算式: references with their sign; undefined when something else than + and − stands in it. */
export function linear(
  node: Node,
  sign: 1 | -1 = 1,
): { reference: Reference; sign: 1 | -1 }[] | undefined {
  if (node.kind === 'path' || node.kind === 'numbered') return [{ reference: node, sign }];
  if (node.kind === 'number') return isZero(constant(node.text).value) ? [] : undefined;
  if (node.kind === 'negative') return linear(node.of, -sign as 1 | -1);
  if (node.kind !== 'binary' || node.op === '×' || node.op === '÷') return undefined;
  const left = linear(node.left, sign);
  const right = linear(node.right, (node.op === '-' ? -sign : sign) as 1 | -1);
  return left && right ? [...left, ...right] : undefined;
}
