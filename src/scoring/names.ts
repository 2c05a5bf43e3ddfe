// Rules of scoring evaluated over named values (权重, 目标值, 完成值 …). Knows the notation; knows no cell.
import { evaluate, type Lookup, type Outcome, references } from '../formula/evaluate.ts';
import { parseRule } from '../formula/parse.ts';
import { printFormula, printPath, printRelation } from '../formula/print.ts';
import type { Node, Relation, Relational } from '../formula/tree.ts';
import { type Exact, parseExact, round, shift, toText } from '../measure/exact.ts';
import { type Interval, point } from '../measure/interval.ts';

/** 具名值: an interval under a name of a rule; `printed` answers 有(…). */
export interface NamedValue {
  readonly value: Interval;
  readonly printed?: boolean;
  /** How people write it: 80.52%, 100件. */
  readonly shown?: string;
}
/** 变量取值 by the names that rules have for them. */
export type Names = Readonly<Record<string, NamedValue | undefined>>;

const parsed = new Map<string, readonly Relation[]>();

/** Relations of a rule's `says`; one that cannot be read is a fault of the catalogue and throws. */
export function relationsIn(says: string): readonly Relation[] {
  let known = parsed.get(says);
  if (!known) {
    const result = parseRule(says);
    if (!result.ok) throw new Error(`${says}: ${result.problem.message} @${result.problem.at}`);
    known = result.value.relations;
    parsed.set(says, known);
  }
  return known;
}

/** Whether a rule asks for something by this name, on either side. */
export const mentions = (says: string, name: string): boolean =>
  relationsIn(says).some((r) =>
    [r.left, r.right].some((side) =>
      [...references(side)].some((ref) => ref.kind === 'path' && printPath(ref) === name),
    ),
  );

/**
 * The one relation of a rule that is about something: 执行率 in 执行率 = …; 到位率 = …. Throws where there is none.
 */
export function relationOf(says: string, name: string): string {
  const own = relationsIn(says).find((r) =>
    [...references(r.left)].some((ref) => ref.kind === 'path' && printPath(ref) === name),
  );
  if (!own) throw new Error(`${says}: 没有“${name}”`);
  return printRelation(own);
}

/** The sign of a rule's first relation. */
export const relOf = (says: string): Relational => relationsIn(says)[0]!.rel;

/** 取数 by names; a reference to none of them has no value, and so why. */
export const lookupIn =
  (names: Names): Lookup =>
  (reference): Outcome => {
    const key = reference.kind === 'path' ? printPath(reference) : '';
    const named = names[key];
    if (!named) return { ok: false, why: `没有“${key}”` };
    return {
      ok: true,
      value: named.value,
      ...(named.printed !== undefined && { printed: named.printed }),
    };
  };

/** What the right side of a rule comes to. */
export const rightOf = (says: string, names: Names): Outcome =>
  evaluate(relationsIn(says)[0]!.right, lookupIn(names));

/** 具名值 of a number that stands for itself, and how people write it. */
export const named = (value: Exact, shown?: string): NamedValue => ({
  value: point(value),
  ...(shown !== undefined && { shown }),
});

/** A share as printed (80%) or a plain number, as an exact number. */
export function numberIn(text: string): Exact {
  const percent = text.endsWith('%');
  const value = parseExact(percent ? text.slice(0, -1) : text) ?? parseExact('0')!;
  return percent ? shift(value, -2) : value;
}

/** Parameters of a preset under their names. */
export const namedParameters = (parameters: Readonly<Record<string, string>>): Names =>
  Object.fromEntries(Object.entries(parameters).map(([k, v]) => [k, named(numberIn(v), v)]));

function withFigures(node: Node, names: Names): Node {
  switch (node.kind) {
    case 'path': {
      const known = names[printPath(node)];
      const text = known && (known.shown ?? toText(round(known.value.value, 4)));
      return text && /^\d+(?:\.\d+)?%?$/.test(text) ? { kind: 'number', text } : node;
    }
    case 'binary':
      return {
        ...node,
        left: withFigures(node.left, names),
        right: withFigures(node.right, names),
      };
    case 'relation':
      return {
        ...node,
        left: withFigures(node.left, names),
        right: withFigures(node.right, names),
      };
    case 'negative':
      return { ...node, of: withFigures(node.of, names) };
    case 'call':
      return { ...node, args: node.args.map((a) => withFigures(a, names)) };
    case 'steps':
      return { ...node, of: withFigures(node.of, names) };
    default:
      return node;
  }
}

/** The right side as the rule says it, and with figures put in. */
export function stepsOf(says: string, names: Names): string[] {
  const { right } = relationsIn(says)[0]!;
  const [plain, filled] = [printFormula(right), printFormula(withFigures(right, names))];
  return plain === filled ? [plain] : [plain, `= ${filled}`];
}
