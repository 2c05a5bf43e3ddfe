// Values of formulas by interval, and the same formula with figures put in. Knows no table: a lookup
// says what a reference is worth.
import {
  compare,
  greatest,
  isZero,
  least,
  ONE,
  parseExact,
  shift,
  toText,
  ZERO,
} from '../measure/exact.ts';
import {
  add,
  type Interval,
  multiply,
  NOUGHT,
  opposite,
  point,
  quotient,
  risingAll,
  roundedTo,
  subtract,
} from '../measure/interval.ts';
import { fitOf } from './relate.ts';
import type { Node, Path, Relational } from './tree.ts';

/** 引用: what a lookup is asked for. */
export type Reference = Path | Extract<Node, { kind: 'numbered' }>;

/** 取数结果: an interval, or why there is none, as a Chinese clause. */
export type Outcome =
  | {
      readonly ok: true;
      readonly value: Interval;
      /** Holds a figure (for 有). */
      readonly printed?: boolean;
    }
  | { readonly ok: false; readonly why: string; readonly cause?: Hindrance };
/** 不能取值的原因, as codes. */
export type Hindrance = 'not-a-number' | 'not-calculated' | 'units-differ' | 'no-quotient';
/** 取数; `asked`: inside a comparison of its own (若), where counts stand beside amounts of the rule. */
export type Lookup = (reference: Reference, asked?: 'condition') => Outcome;

const good = (value: Interval, printed?: boolean): Outcome =>
  printed === undefined ? { ok: true, value } : { ok: true, value, printed };
const bad = (why: string, cause?: Hindrance): Outcome =>
  cause ? { ok: false, why, cause } : { ok: false, why };

/** 进位: as many digits as an amount may have, on either side of the point. */
const MOST_PLACES = 15;

const TRUE = point(ONE);
const FALSE = NOUGHT;

function constant(text: string): Interval {
  const percent = text.endsWith('%');
  const value = parseExact(percent ? text.slice(0, -1) : text) ?? ZERO;
  return point(percent ? shift(value, -2) : value);
}

function divided(a: Interval, b: Interval): Outcome {
  if (isZero(b.value)) return bad('除数为零', 'no-quotient');
  const value = quotient(a, b);
  return value ? good(value) : bad('除数可能为零', 'no-quotient');
}

function binary(op: '+' | '-' | '×' | '÷', a: Interval, b: Interval): Outcome {
  if (op === '÷') return divided(a, b);
  if (op === '×') return good(multiply(a, b));
  return good(op === '+' ? add(a, b) : subtract(a, b));
}

function all(nodes: readonly Node[], lookup: Lookup): { values: Interval[] } | { bad: Outcome } {
  const values: Interval[] = [];
  for (const node of nodes) {
    const outcome = evaluate(node, lookup);
    if (!outcome.ok) return { bad: outcome };
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
  if ('bad' in got) return got.bad;
  const { values } = got;
  if (name === '进位') {
    const places = Number(toText(values[1]?.value ?? ZERO));
    if (!Number.isInteger(places) || Math.abs(places) > MOST_PLACES)
      return bad(`“进位”的位数应为 -${MOST_PLACES} 至 ${MOST_PLACES} 的整数`);
    return good(roundedTo(values[0]!, places));
  }
  const pick = name === 'min' ? least : greatest;
  return good(risingAll(values, (xs) => xs.reduce(pick)));
}

function steps(node: Extract<Node, { kind: 'steps' }>, lookup: Lookup): Outcome {
  const of = evaluate(node.of, lookup);
  if (!of.ok) return of;
  let last: Outcome = good(NOUGHT);
  for (const step of node.steps) {
    const from = evaluate(step.from, lookup);
    if (!from.ok) return from;
    last = evaluate(step.value, lookup);
    if (compare(of.value.value, from.value.value) >= 0) return last;
  }
  return good(NOUGHT);
}

/**
 * 算式求值: the interval a formula comes to, in the unit its lookup answers in; a constant such as 80% is the
 * fraction 0.8, and 若 gives 1 or 0 for its condition. Else why it cannot be computed, with the cause of the
 * lookup or `no-quotient`.
 */
export function evaluate(node: Node, lookup: Lookup): Outcome {
  switch (node.kind) {
    case 'number':
      return good(constant(node.text));
    case 'numbered':
    case 'path':
      return lookup(node);
    case 'negative': {
      const of = evaluate(node.of, lookup);
      return of.ok ? good(opposite(of.value)) : of;
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
      if ('bad' in got) return got.bad;
      const [left, right] = got.values;
      return good(fitOf(node.rel, left!, right!) === 'fails' ? FALSE : TRUE);
    }
  }
}

/** Whether every relation of a condition holds; what cannot be computed does not hold. */
export function conditionHolds(
  relations: readonly { rel: Relational; left: Node; right: Node }[],
  lookup: Lookup,
): boolean {
  return relations.every((r) => {
    const left = evaluate(r.left, lookup);
    const right = evaluate(r.right, lookup);
    return left.ok && right.ok && fitOf(r.rel, left.value, right.value) === 'holds';
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

/** 算项: a reference and the sign it counts with. */
interface Term {
  readonly reference: Reference;
  readonly sign: 1 | -1;
}
const known = new WeakMap<Node, readonly Term[] | 'other'>();

/**
 * 线性算式: references with their sign; undefined when something else than + and − stands in it. A 0 that is
 * written out is no term.
 */
export function linear(node: Node): readonly Term[] | undefined {
  let own = known.get(node);
  if (!own) {
    own = termsOf(node, 1) ?? 'other';
    known.set(node, own);
  }
  return own === 'other' ? undefined : own;
}

function termsOf(node: Node, sign: 1 | -1): Term[] | undefined {
  if (node.kind === 'path' || node.kind === 'numbered') return [{ reference: node, sign }];
  if (node.kind === 'number') return isZero(constant(node.text).value) ? [] : undefined;
  if (node.kind === 'negative') return termsOf(node.of, -sign as 1 | -1);
  if (node.kind !== 'binary' || node.op === '×' || node.op === '÷') return undefined;
  const left = termsOf(node.left, sign);
  const right = termsOf(node.right, (node.op === '-' ? -sign : sign) as 1 | -1);
  return left && right ? [...left, ...right] : undefined;
}
