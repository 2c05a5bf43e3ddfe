// What a number comes to by arithmetic alone among the numbers around it: one more reading, too weak to accuse,
// strong enough to clear. Bounded so that it is no coincidence. Knows statements; knows no word.
import { abs, minus, sign, toDouble, toText } from '../../measure/exact.ts';
import type { Account, Placed } from '../clauses/account.ts';
import { isBudget, type Statement } from '../clauses/saying.ts';
import type { Figure } from '../text/figure.ts';
import {
  type Equation,
  membersOf,
  type Reading,
  type Relation,
  type Term,
  type Topic,
} from './relation.ts';
import { isKept, weigh } from './weigh.ts';

/** How many numbers before and behind it a number is tried with. */
const AROUND = 10;
/** Digits that a derived number must show, so that no pair of many fits it by chance. */
const TELLING = 3;
/** Numbers that stand right beside it may explain one of fewer digits. */
const BESIDE = 3;
const LONGEST = 12;
const STRIDES = [1, 2, 3] as const;

const digitsOf = ({ value }: Figure): number =>
  toText(value)
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '').length;

/** 人 goes with 人, money with money of any unit. */
const isAlike = (a: Figure, b: Figure): boolean =>
  a.kind === b.kind && (a.kind === 'money' || a.unit === b.unit);

const holds = (equation: Equation): boolean => isKept(weigh(equation));
/** A quotient must come out as printed: within the rounding of small amounts too many pairs would do. */
const comesOut = (equation: Equation): boolean => weigh(equation) === 'exact';

const weak = (equation: Equation, derived: Figure): Reading => ({
  equation,
  strong: false,
  derived,
});

const sumOf = (parts: readonly Figure[], total: Figure): Equation => ({
  kind: 'sum',
  form: [...parts.map((f): Term => [f, 1]), [total, -1]],
});

/** The numbers of one paragraph, each with what it says. */
class Paragraph {
  readonly #at: ReadonlyMap<Figure, number>;

  constructor(readonly told: readonly Statement[]) {
    this.#at = new Map(told.map((s, i) => [s.figure, i]));
  }

  #near(figure: Figure, reach: number): Statement[] {
    const at = this.#at.get(figure);
    if (at === undefined) return [];
    const from = Math.max(at - reach, 0);
    return this.told.slice(from, at + reach + 1).filter((s) => s.figure !== figure);
  }

  #reachOf(figure: Figure): number {
    return digitsOf(figure) >= TELLING ? AROUND : BESIDE;
  }

  /** 增长率 = (a − b) ÷ b, d ÷ (a ∓ d); 其他比率 = a ÷ b. */
  rate(rate: Figure, said: Statement): Reading | undefined {
    const near = this.#near(rate, this.#reachOf(rate)).filter(
      (s) => s.figure.kind === 'money' || s.figure.kind === 'count',
    );
    const want = Math.abs(toDouble(rate.value)) / 100;
    const close = (x: number): boolean => Math.abs(x - want) <= 0.06 * want + 0.01;
    for (const top of near)
      for (const base of near) {
        if (top === base || !isAlike(top.figure, base.figure)) continue;
        if (sign(base.figure.value) <= 0) continue;
        const x = toDouble(top.figure.value) / toDouble(base.figure.value);
        if (said.measure === 'growth') {
          if (top.measure !== 'change' && base.measure !== 'change' && !close(Math.abs(x - 1)))
            continue;
          const found = growthOf(rate, said, top, base);
          if (found) return weak(found, rate);
        } else if (close(x) && mayBeBase(base, said) && top.measure !== 'change') {
          const found = ratio([[top.figure, 1]], [[base.figure, 1]], rate);
          if (comesOut(found)) return weak(found, rate);
        }
      }
    return undefined;
  }

  /** 差 = a − b. */
  difference(figure: Figure): Reading | undefined {
    const near = this.#near(figure, this.#reachOf(figure)).filter(
      (s) => isAlike(s.figure, figure) && s.measure !== 'change' && s.measure !== 'difference',
    );
    for (const [i, a] of near.entries())
      for (const b of near.slice(i + 1)) {
        const [more, less] =
          sign(minus(a.figure.value, b.figure.value)) > 0
            ? [a.figure, b.figure]
            : [b.figure, a.figure];
        const gap = abs(minus(minus(more.value, less.value), abs(figure.value)));
        if (toDouble(gap) > toDouble(figure.last)) continue;
        const equation: Equation = {
          kind: 'sum',
          form: [
            [more, 1],
            [less, -1],
            [figure, sign(figure.value) < 0 ? 1 : -1],
          ],
        };
        if (holds(equation)) return weak(equation, figure);
      }
    return undefined;
  }

  /** 合计 = the numbers right behind it, or right before it, one by one or every second or third. */
  total(figure: Figure, least: number): Reading | undefined {
    const at = this.#at.get(figure);
    if (at === undefined || digitsOf(figure) < 2) return undefined;
    const alike = (all: readonly Statement[]): Figure[] =>
      all.flatMap((s) => (isAlike(s.figure, figure) ? [s.figure] : []));
    const reach = LONGEST * STRIDES.length;
    const behind = alike(this.told.slice(at + 1, at + 1 + reach));
    const before = alike(this.told.slice(Math.max(at - reach, 0), at)).reverse();
    for (const side of [behind, before])
      for (const stride of STRIDES)
        for (let first = 0; first < stride; first += 1) {
          const run = side.filter((_, i) => i % stride === first).slice(0, LONGEST);
          for (let n = least; n <= run.length; n += 1) {
            const equation = sumOf(run.slice(0, n), figure);
            if (holds(equation)) return weak(equation, figure);
          }
        }
    return undefined;
  }
}

const ratio = (top: readonly Term[], base: readonly Term[], rate: Figure): Equation => ({
  kind: 'ratio',
  top,
  base,
  rate,
  signed: false,
});

/** A rate of the budget named is of no other budget. */
const mayBeBase = (base: Statement, { version }: Statement): boolean =>
  base.measure !== 'change' &&
  (version === undefined || !isBudget(base.version) || base.version === version);

function growthOf(rate: Figure, said: Statement, top: Statement, base: Statement) {
  const [a, b] = [top.figure, base.figure];
  if (top.measure === 'change') {
    // d ÷ (a ∓ d): a is this year's.
    if (base.measure === 'change') return undefined;
    const up = (top.direction ?? said.direction ?? 1) >= 0;
    const equation = ratio(
      [[a, 1]],
      [
        [b, 1],
        [a, up ? -1 : 1],
      ],
      rate,
    );
    return comesOut(equation) ? equation : undefined;
  }
  if (base.measure === 'change') return undefined;
  const equation = ratio(
    [
      [a, 1],
      [b, -1],
    ],
    [[b, 1]],
    rate,
  );
  return comesOut(equation) ? equation : undefined;
}

const DIFFERENCES: ReadonlySet<Topic> = new Set([
  'change',
  'difference',
  'growth',
  'corner',
  'same',
]);
const TOTALS: ReadonlySet<Topic> = new Set(['total', 'part', 'running', 'same']);

function readingOf(paragraph: Paragraph, said: Statement, topic: Topic): Reading | undefined {
  const { figure } = said;
  if (figure.kind === 'percent') return said.phrase ? undefined : paragraph.rate(figure, said);
  if (figure.kind !== 'money' && figure.kind !== 'count') return undefined;
  const total = TOTALS.has(topic) ? paragraph.total(figure, 2) : undefined;
  return total ?? (DIFFERENCES.has(topic) ? paragraph.difference(figure) : undefined);
}

/** The very numbers that are accused, divided or subtracted another way: the error itself, no other reading. */
function isTwisted({ equation }: Reading, { topic, readings }: Relation): boolean {
  if (TOTALS.has(topic)) return false;
  const own = membersOf(equation);
  return readings.some((r) => {
    if (!r.strong) return false;
    if (r.equation.kind === 'never') return true;
    const accused = membersOf(r.equation);
    return own.every((f) => accused.includes(f));
  });
}

/** 旁证: to every relation that no reading clears, what plain arithmetic among its neighbours makes of its number. */
export function withNeighbours(relations: readonly Relation[], account: Account): Relation[] {
  const passages = new Map<number, Statement[]>();
  const placed = new Map<Figure, Placed>();
  for (const p of account.statements) {
    placed.set(p.said.figure, p);
    const own = passages.get(p.sentence.passage.id) ?? [];
    passages.set(p.sentence.passage.id, own);
    own.push(p.said);
  }
  const paragraphs = new Map([...passages].map(([id, told]) => [id, new Paragraph(told)]));
  return relations.map((relation) => {
    const place = placed.get(relation.about);
    const accused =
      relation.readings[0]?.strong && !relation.readings.some((r) => isKept(weigh(r.equation)));
    if (!place || !accused) return relation;
    const paragraph = paragraphs.get(place.sentence.passage.id)!;
    const found = readingOf(paragraph, place.said, relation.topic);
    return found && !isTwisted(found, relation)
      ? { ...relation, readings: [...relation.readings, found] }
      : relation;
  });
}
