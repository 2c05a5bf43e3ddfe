// What formulas, conditions and lists come to is kept as long as the source they are asked of: a text asks for the
// same at every paragraph. Knows which names a formula asks for; works nothing out itself.
import { references } from '../formula/evaluate.ts';
import { parseFormula } from '../formula/parse.ts';
import type { Node } from '../formula/tree.ts';
import type { Source, WritingScope } from './source.ts';

type Axes = WritingScope['axes'];

/** 所据: an object that asks something, and the formulas it asks by. */
interface Asked {
  readonly by: object;
  readonly nodes: () => readonly Node[];
}

interface Memory {
  /** Axes of a sentence outside all its lists. */
  readonly outside: Axes;
  readonly answers: WeakMap<Axes, WeakMap<object, { readonly answer: unknown }>>;
  readonly names: WeakMap<object, ReadonlySet<string>>;
}

const memories = new WeakMap<Source, Memory>();

function memoryOf(source: Source): Memory {
  let memory = memories.get(source);
  if (!memory) {
    memory = { outside: {}, answers: new WeakMap(), names: new WeakMap() };
    memories.set(source, memory);
  }
  return memory;
}

/** The axes of a sentence outside all its lists: one object, by which answers are found again. */
export const outsideOf = (source: Source): Axes => memoryOf(source).outside;

const formulas = new Map<string, Node>();

/** 算式 of a quantity, read once; one that cannot be read is a fault of the catalogue and throws. */
export function formulaOf(text: string): Node {
  let node = formulas.get(text);
  if (!node) {
    const parsed = parseFormula(text);
    if (!parsed.ok) throw new Error(`数量“${text}”：${parsed.problem.message}`);
    node = parsed.value;
    formulas.set(text, node);
  }
  return node;
}

/** Names without a table that formulas ask for, and those that their quantities ask for in turn. */
function namesIn(nodes: readonly Node[], source: Source, names = new Set<string>()): Set<string> {
  for (const node of nodes)
    for (const reference of references(node)) {
      if (reference.kind !== 'path' || reference.table) continue;
      const name = reference.parts.map((p) => p.name).join('·');
      if (names.has(name)) continue;
      names.add(name);
      namesIn((source.quantities.get(name)?.from ?? []).map(formulaOf), source, names);
    }
  return names;
}

function isLent({ by, nodes }: Asked, { locals }: WritingScope, source: Source): boolean {
  if (locals.size === 0) return false;
  const { names } = memoryOf(source);
  let own = names.get(by);
  if (!own) {
    own = namesIn(nodes(), source);
    names.set(by, own);
  }
  for (const name of locals.keys()) if (own.has(name)) return true;
  return false;
}

/** The answer under these axes, worked out where it is not known. A number lent by the sentence is never kept. */
export function kept<T>(asked: Asked, scope: WritingScope, source: Source, work: () => T): T {
  if (isLent(asked, scope, source)) return work();
  const { answers } = memoryOf(source);
  let own = answers.get(scope.axes);
  if (!own) {
    own = new WeakMap();
    answers.set(scope.axes, own);
  }
  const known = own.get(asked.by);
  if (known) return known.answer as T;
  const answer = work();
  own.set(asked.by, { answer });
  return answer;
}
