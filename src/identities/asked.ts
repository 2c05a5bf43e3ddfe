// 所涉: which tables and paths a relation and its conditions speak of, worked out once a relation. Knows the
// notation; knows no table.
import { isCodeAxis } from '../formula/axis.ts';
import { references } from '../formula/evaluate.ts';
import { printRelation } from '../formula/print.ts';
import type { Node, Path, PathPart, Relation } from '../formula/tree.ts';
import type { Identity } from './declared.ts';
import type { Called } from './layout.ts';
import { linearPaths, type SaidRelation, signsByReference } from './plan.ts';

const pathsIn = new WeakMap<Node, readonly Path[]>();
function pathsOfNode(node: Node): readonly Path[] {
  let known = pathsIn.get(node);
  if (!known) {
    known = [...references(node)].filter((r): r is Path => r.kind === 'path');
    pathsIn.set(node, known);
  }
  return known;
}
/** 坐标路径 of some formulas in reading order; numbered references are none. */
export const pathsOf = (nodes: readonly Node[]): Path[] => nodes.flatMap(pathsOfNode);
const pathsOfRelation = ({ left, right }: Relation): Path[] => pathsOf([left, right]);

/** One relation of an identity, with its conditions and the table that its paths mean unless they say another. */
export interface RelationTask {
  readonly identity: Identity;
  readonly relation: Relation;
  readonly when: readonly Relation[];
  readonly prefix: string | undefined;
  /** The n-th relation of the rule, from 1; absent when it has only one. */
  readonly part: number | undefined;
}

/** 所涉的表 by form and scope. */
export interface AskedTable {
  readonly form: string;
  readonly scope: string | undefined;
}

/** 所涉: which tables a relation and its conditions speak of, by form and scope, each once. */
export interface Asked {
  readonly number: number;
  /** Of both sides, those of the left one first. */
  readonly paths: readonly Path[];
  readonly lefts: readonly Path[];
  readonly rights: readonly Path[];
  readonly conditions: readonly Path[];
  /** What the conditions may take for nothing. */
  readonly supposed: readonly Path[];
  readonly tables: readonly AskedTable[];
  /** So many of them the relation itself speaks of. */
  readonly own: number;
  /** Which of them a path means. */
  readonly of: ReadonlyMap<Path, number>;
  /** Of every table what is called by these paths; undefined where codes or all rows are opened. */
  readonly called: readonly Called[] | undefined;
  /** + or − of every path in a sum that comes to nothing; undefined where a side is no plain sum. */
  readonly signs: readonly number[] | undefined;
  readonly usual: SaidRelation;
  /** Where a table withholds items: parts are no more than their total. */
  readonly loose: SaidRelation;
}
const asked = new WeakMap<RelationTask, Asked>();
let relations = 0;

/** A relation as it is declared, and where parts of it are withheld. */
function sayingsOf({ identity, relation, prefix }: RelationTask): Pick<Asked, 'usual' | 'loose'> {
  const says = (r: Relation) => (prefix ? `${prefix}: ${printRelation(r)}` : printRelation(r));
  const loose = { ...relation, rel: '≥' as const };
  return {
    usual: { declaration: identity, relation, says: says(relation) },
    loose: {
      declaration: { ...identity, severity: 'warning' },
      relation: loose,
      says: says(loose),
    },
  };
}

/** A code that any binding may open, or a Σ of a level. */
const opensCodes = ({ name, sum, quoted }: PathPart): boolean =>
  isCodeAxis(name) && (sum || (!quoted && name !== '合计'));

/** 所称 of every table by paths that mean it. */
function calledIn(
  { each = [] }: Identity,
  of: ReadonlyMap<Path, number>,
  count: number,
): Called[] | undefined {
  const paths = [...of.keys()];
  if (each.includes('行') || paths.some(({ parts }) => parts.some(opensCodes))) return undefined;
  const isNamed = ({ name, sum, quoted }: PathPart) => !sum && (quoted || !each.includes(name));
  return Array.from({ length: count }, (_, n) => {
    const own = paths.filter((path) => of.get(path) === n);
    const sums = own.flatMap(({ parts }) => parts.filter((p) => p.sum).map((p) => p.name));
    const names = own.map(({ parts }) => parts.filter(isNamed).map((p) => p.name));
    return { names, ranges: [...new Set([...sums, ...each])] };
  });
}

/** 所涉 of a relation, worked out once a task. */
export function askedBy(task: RelationTask): Asked {
  const { identity, relation, when, prefix = '' } = task;
  const known = asked.get(task);
  if (known) return known;
  const tables: AskedTable[] = [];
  const numberOf = ({ table = prefix, scope }: Path): number => {
    const at = tables.findIndex((t) => t.form === table && t.scope === scope);
    return at < 0 ? tables.push({ form: table, scope }) - 1 : at;
  };
  const [lefts, rights] = [pathsOfNode(relation.left), pathsOfNode(relation.right)];
  const paths = [...lefts, ...rights];
  const of = new Map(paths.map((path) => [path, numberOf(path)]));
  const own = tables.length;
  const conditions = when.flatMap(pathsOfRelation);
  for (const path of conditions) of.set(path, numberOf(path));
  relations += 1;
  const supposed = when.flatMap((r) => linearPaths(r.left));
  const signed = signsByReference(relation);
  const signs = signed && paths.map((path) => signed.get(path)!);
  const number = relations;
  const { usual, loose } = sayingsOf(task);
  const called = calledIn(identity, of, tables.length);
  const said = { paths, lefts, rights, conditions, supposed, called, signs, usual, loose };
  const result = { number, ...said, tables, own, of };
  asked.set(task, result);
  return result;
}
