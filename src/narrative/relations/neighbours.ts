// What clears a relation that no reading of its own clears: plain arithmetic among its neighbours, one more reading,
// too weak to accuse. Knows relations; knows no word.
import { compare } from '../../measure/exact.ts';
import type { Account, Placed } from '../clauses/account.ts';
import type { Statement } from '../clauses/saying.ts';
import type { Figure } from '../text/figure.ts';
import { Arithmetic } from './arithmetic.ts';
import {
  type Equation,
  membersOf,
  type Reading,
  type Term,
  type TextRelation,
  type Topic,
} from './relation.ts';
import { isKept, weigh } from './weigh.ts';

const DIFFERENCES: ReadonlySet<Topic> = new Set([
  'change',
  'difference',
  'growth',
  'corner',
  'same',
]);
const TOTALS: ReadonlySet<Topic> = new Set(['total', 'part', 'running', 'same']);

/** The parts and the total of a sum; nothing of another shape. */
function partsOf(equation: Equation | undefined): { parts: Figure[]; total: Figure } | undefined {
  if (equation?.kind !== 'sum' && equation?.kind !== 'most') return undefined;
  const total = equation.form.at(-1)![0];
  const parts = equation.form.slice(0, -1);
  return parts.every(([, s]) => s > 0) ? { parts: parts.map(([f]) => f), total } : undefined;
}

function ofRate(paragraph: Arithmetic, said: Statement, first: Equation): Reading | undefined {
  const { figure, phrase } = said;
  if (first.kind === 'ratio' && paragraph.isInRow(figure)) {
    const found = paragraph.inRow(figure, first.base);
    if (found) return found;
  }
  const found = phrase ? undefined : paragraph.rate(figure, said);
  return found && (said.measure !== 'share' || isWhole(found.equation, first)) ? found : undefined;
}

/** A share is of a whole told before, or of a larger one; not of a brother. */
function isWhole(found: Equation, accused: Equation): boolean {
  const [base, known] = [found, accused].map((e) =>
    e.kind === 'ratio' ? e.base[0]?.[0] : undefined,
  );
  if (!base || !known) return true;
  return base.index < known.index || compare(base.value, known.value) >= 0;
}

/** 7个，其中…2个、…1个、…4个；另…: the list ended before its last number; nothing ends at 、. */
function firstParts(
  paragraph: Arithmetic,
  parts: readonly Figure[],
  total: Figure,
): Reading | undefined {
  for (let n = 2; n < parts.length; n += 1) {
    if (paragraph.goesOn(parts[n]!)) continue;
    const form: Term[] = [...parts.slice(0, n).map((f): Term => [f, 1]), [total, -1]];
    const equation: Equation = { kind: 'sum', form };
    if (isKept(weigh(equation))) return { equation, strong: false, derived: total };
  }
  return undefined;
}

function ofTotal(paragraph: Arithmetic, figure: Figure, first: Equation): Reading | undefined {
  const sum = partsOf(first);
  const own = paragraph.total(figure, 2);
  if (own || !sum) return own;
  const [only, ...more] = sum.parts;
  if (only && more.length === 0) return paragraph.apart(only, sum.total);
  const begun = firstParts(paragraph, sum.parts, sum.total);
  if (begun) return begun;
  return paragraph.totalOf(sum.parts, sum.total) ?? paragraph.signed(sum.parts, sum.total);
}

function readingOf(
  paragraph: Arithmetic,
  said: Statement,
  { topic, readings }: TextRelation,
): Reading | undefined {
  const { figure } = said;
  const first = readings[0]!.equation;
  if (figure.kind === 'percent') return ofRate(paragraph, said, first);
  if (figure.kind !== 'money' && figure.kind !== 'count') return undefined;
  const total = TOTALS.has(topic) ? ofTotal(paragraph, figure, first) : undefined;
  return (
    total ??
    (DIFFERENCES.has(topic) ? paragraph.difference(figure, undefined, said.base) : undefined)
  );
}

const isBeginning = (some: readonly Figure[], all: readonly Figure[]): boolean =>
  some.every((f) => all.indexOf(f) < some.length);

/** (a − b) ÷ b where the text says of a: this year taken for the base. */
function isReversed(found: Equation, accused: Equation): boolean {
  if (found.kind !== 'ratio' || accused.kind !== 'ratio') return false;
  const [[more], less] = [found.top[0] ?? [undefined], found.top[1]?.[0]];
  const [base] = accused.base;
  return less !== undefined && base?.[0] === more && found.base[0]?.[0] === less;
}

/** The very numbers that are accused, divided or subtracted another way: the error itself, no other reading. */
function isTwisted({ equation }: Reading, { topic, about, readings }: TextRelation): boolean {
  const own = membersOf(equation);
  if (TOTALS.has(topic)) {
    const accused = readings.find((r) => r.strong)?.equation;
    const list = accused ? membersOf(accused).filter((f) => f !== about) : [];
    const found = own.filter((f) => f !== about);
    // Some of its parts, others between them left out.
    return found.length > 0 && !isBeginning(found, list) && found.every((f) => list.includes(f));
  }
  return readings.some((r) => {
    if (!r.strong) return false;
    if (isReversed(equation, r.equation)) return true;
    if (r.equation.kind === 'never') return true;
    const accused = membersOf(r.equation);
    return own.every((f) => accused.includes(f));
  });
}

/** A share or a completion rate is of what was told before it. */
function isBehind({ equation }: Reading, { topic, about }: TextRelation): boolean {
  if (topic !== 'share' && topic !== 'done') return false;
  return membersOf(equation).some((f) => f.index > about.index);
}

/** 旁证: to every relation that no reading clears, what plain arithmetic among its neighbours makes of its number. */
export function withNeighbours(
  relations: readonly TextRelation[],
  account: Account,
): TextRelation[] {
  const passages = new Map<number, Statement[]>();
  const placed = new Map<Figure, Placed>();
  for (const p of account.statements) {
    placed.set(p.said.figure, p);
    const own = passages.get(p.sentence.passage.id) ?? [];
    passages.set(p.sentence.passage.id, own);
    own.push(p.said);
  }
  const paragraphs = new Map([...passages].map(([id, told]) => [id, new Arithmetic(told)]));
  return relations.map((relation) => {
    const place = placed.get(relation.about);
    const accused =
      relation.readings[0]?.strong && !relation.readings.some((r) => isKept(weigh(r.equation)));
    if (!place || !accused || relation.closed) return relation;
    // Told twice, it may be the other's: what bears out one of them clears nothing of its neighbour.
    const paragraph = paragraphs.get(place.sentence.passage.id)!;
    if (!TOTALS.has(relation.topic) && paragraph.isTwice(relation.about)) return relation;
    const found = readingOf(paragraph, place.said, relation);
    if (!found || isTwisted(found, relation) || isBehind(found, relation)) return relation;
    return { ...relation, readings: [...relation.readings, { ...found, excuse: true }] };
  });
}
