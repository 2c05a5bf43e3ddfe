// What printed numbers say about each other, by intervals: each printed number stands for all values that would be
// printed so; a relation is broken when no such values satisfy it. Apart from the product's own arithmetic.

/** All values between, in 元, percent or pieces. */
export interface Span {
  readonly lo: number;
  readonly hi: number;
}

/** A number by its index, a constant, or an operation; no number stands twice in one relation. */
export type Term =
  | { readonly n: number }
  | { readonly c: number }
  | { readonly sum: readonly Term[] }
  | { readonly op: '-' | '*' | '/'; readonly a: Term; readonly b: Term };

/** `left` equals `right`, or is at most `right`. */
export interface Relation {
  readonly kind: string;
  readonly left: Term;
  readonly right: Term;
  readonly atMost?: boolean;
}

export const c = (value: number): Term => ({ c: value });
export const sum = (of: readonly Term[]): Term => ({ sum: of });
export const minus = (a: Term, b: Term): Term => ({ op: '-', a, b });
export const times = (a: Term, b: Term): Term => ({ op: '*', a, b });
export const over = (a: Term, b: Term): Term => ({ op: '/', a, b });

const ALL: Span = { lo: Number.NEGATIVE_INFINITY, hi: Number.POSITIVE_INFINITY };
const add = (x: Span, y: Span): Span => ({ lo: x.lo + y.lo, hi: x.hi + y.hi });
const subtract = (x: Span, y: Span): Span => ({ lo: x.lo - y.hi, hi: x.hi - y.lo });
const hull = (values: readonly number[]): Span =>
  values.some(Number.isNaN) ? ALL : { lo: Math.min(...values), hi: Math.max(...values) };
const multiply = (x: Span, y: Span): Span =>
  hull([x.lo * y.lo, x.lo * y.hi, x.hi * y.lo, x.hi * y.hi]);
const divide = (x: Span, y: Span): Span =>
  y.lo <= 0 && y.hi >= 0 ? ALL : hull([x.lo / y.lo, x.lo / y.hi, x.hi / y.lo, x.hi / y.hi]);
const meet = (x: Span, y: Span): Span => ({ lo: Math.max(x.lo, y.lo), hi: Math.min(x.hi, y.hi) });

/** A gap smaller than this share of the figures is the machine's own rounding. */
const CRUMB = 1e-9;
const empty = ({ lo, hi }: Span): boolean => lo > hi + CRUMB * Math.max(1, Math.abs(lo));

function valueOf(term: Term, spans: readonly Span[]): Span {
  if ('n' in term) return spans[term.n]!;
  if ('c' in term) return { lo: term.c, hi: term.c };
  if ('sum' in term) return term.sum.map((t) => valueOf(t, spans)).reduce(add, { lo: 0, hi: 0 });
  const [a, b] = [valueOf(term.a, spans), valueOf(term.b, spans)];
  return term.op === '-' ? subtract(a, b) : term.op === '*' ? multiply(a, b) : divide(a, b);
}

export function numbersOf(term: Term): number[] {
  if ('n' in term) return [term.n];
  if ('c' in term) return [];
  return 'sum' in term ? term.sum.flatMap(numbersOf) : [...numbersOf(term.a), ...numbersOf(term.b)];
}
export const membersOf = (r: Relation): number[] => [...numbersOf(r.left), ...numbersOf(r.right)];

export function holds(r: Relation, spans: readonly Span[]): boolean {
  const [left, right] = [valueOf(r.left, spans), valueOf(r.right, spans)];
  return !empty(
    meet(left, r.atMost ? { lo: right.lo - Math.abs(right.lo) - 1e15, hi: right.hi } : right),
  );
}

/** What the number `k` would have to be for the term to lie in `goal`. */
function solve(term: Term, goal: Span, k: number, spans: readonly Span[]): Span {
  if ('n' in term) return term.n === k ? goal : ALL;
  if ('c' in term) return ALL;
  if ('sum' in term) {
    const at = term.sum.findIndex((t) => numbersOf(t).includes(k));
    const rest = term.sum.filter((_, i) => i !== at);
    return solve(term.sum[at]!, subtract(goal, valueOf(sum(rest), spans)), k, spans);
  }
  const { op, a, b } = term;
  const inA = numbersOf(a).includes(k);
  const other = valueOf(inA ? b : a, spans);
  if (op === '-')
    return inA ? solve(a, add(goal, other), k, spans) : solve(b, subtract(other, goal), k, spans);
  if (op === '*') return solve(inA ? a : b, divide(goal, other), k, spans);
  return inA ? solve(a, multiply(goal, other), k, spans) : solve(b, divide(other, goal), k, spans);
}

/** The values of number `k` that all relations admit, the others as printed; undefined if there are none. */
export function admitted(
  k: number,
  relations: readonly Relation[],
  spans: readonly Span[],
): Span | undefined {
  let left = ALL;
  for (const r of relations) {
    if (!membersOf(r).includes(k)) {
      if (!holds(r, spans)) return undefined;
      continue;
    }
    const inLeft = numbersOf(r.left).includes(k);
    const other = valueOf(inLeft ? r.right : r.left, spans);
    const open = inLeft ? { lo: ALL.lo, hi: other.hi } : { lo: other.lo, hi: ALL.hi };
    left = meet(left, solve(inLeft ? r.left : r.right, r.atMost ? open : other, k, spans));
    if (empty(left)) return undefined;
  }
  return left;
}
