// Plain arithmetic among the numbers of one paragraph: what a rate, a difference or a total may be of, bounded so
// that it is no coincidence. Knows statements; knows no word.
import { abs, compare, equal, minus, sign, toDouble } from '../../measure/exact.ts';
import { type ComparedTo, isBudget, isFormer, type Statement } from '../clauses/saying.ts';
import type { Figure } from '../text/figure.ts';
import { digitsOf } from './explained.ts';
import { comesOut, growthByTwo, ratio } from './growths.ts';
import type { Equation, Reading, Term } from './relation.ts';
import { LEFT, MOVES, SIGNS, TAKEN } from './taken.ts';
import { isKept, weigh } from './weigh.ts';

/** How many numbers before and behind it a number is tried with. */
const AROUND = 10;
/** Digits that a derived number must show, so that no pair of many fits it by chance. */
const TELLING = 3;
/** Numbers that stand right beside it may explain one of fewer digits. */
const BESIDE = 3;
const LONGEST = 12;
const STRIDES = [1, 2, 3] as const;

/** 人 goes with 人, money with money of any unit. */
const isAlike = (a: Figure, b: Figure): boolean =>
  a.kind === b.kind && (a.kind === 'money' || a.unit === b.unit);

const holds = (equation: Equation): boolean => isKept(weigh(equation));

const weak = (equation: Equation, derived: Figure): Reading => ({
  equation,
  strong: false,
  derived,
});

const sumOf = (parts: readonly Figure[], total: Figure): Equation => ({
  kind: 'sum',
  form: [...parts.map((f): Term => [f, 1]), [total, -1]],
});

/** 旁数: the numbers of one paragraph, each with what it says. */
export class Arithmetic {
  readonly #at: ReadonlyMap<Figure, number>;

  readonly told: readonly Statement[];

  constructor(told: readonly Statement[]) {
    // 50万元以上: no amount of the account.
    this.told = told.filter((s) => !s.figure.bound);
    this.#at = new Map(this.told.map((s, i) => [s.figure, i]));
  }

  #near(figure: Figure, reach: number): Statement[] {
    const at = this.#at.get(figure);
    if (at === undefined) return [];
    const from = Math.max(at - reach, 0);
    return this.told.slice(from, at + reach + 1).filter((s) => s.figure !== figure);
  }

  /** Those around it; of `before` many only those right before it. */
  #operands(figure: Figure, before: number | undefined, fits: (f: Figure) => boolean): Statement[] {
    if (before === undefined)
      return this.#near(figure, this.#reachOf(figure)).filter((s) => fits(s.figure));
    const at = this.#at.get(figure) ?? 0;
    return this.told
      .slice(0, at)
      .filter((s) => fits(s.figure))
      .slice(-before);
  }

  #reachOf(figure: Figure): number {
    return digitsOf(figure) >= TELLING ? AROUND : BESIDE;
  }

  /** 增长率 = (a − b) ÷ b, d ÷ (a ∓ d); 其他比率 = a ÷ b. */
  rate(rate: Figure, said: Statement, before?: number): Reading | undefined {
    const near = this.#operands(rate, before, ({ kind }) => kind === 'money' || kind === 'count');
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
          const found = growthByTwo(rate, said, top, base);
          if (found) return weak(found, rate);
        } else if (close(x) && mayBeBase(base, said) && mayBeTop(top, said)) {
          const found = ratio([[top.figure, 1]], [[base.figure, 1]], rate);
          if (comesOut(found)) return weak(found, rate);
        }
      }
    return undefined;
  }

  /** 差 = a − b. */
  difference(figure: Figure, before?: number, base?: ComparedTo): Reading | undefined {
    // 比上年减少: no budget is last year's figure.
    const dated = base?.year !== undefined && !base.plan;
    const near = this.#operands(figure, before, (f) => isAlike(f, figure)).filter(
      (s) =>
        s.measure !== 'change' && s.measure !== 'difference' && !(dated && isBudget(s.version)),
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

  /** The parts, or the first of them, of another total that stands near: A…T…，其中a、b. */
  totalOf(parts: readonly Figure[], total: Figure): Reading | undefined {
    const [first] = parts;
    if (!first || parts.length < 2) return undefined;
    const own = this.told[this.#at.get(total) ?? -1];
    // 较上年的12.70: no parts of this year come to it.
    const others = this.#near(first, AROUND)
      .filter((s) => own?.past || !this.#isFormer(s, own))
      .map((s) => s.figure)
      .filter((f) => f !== total && isAlike(f, first) && !parts.includes(f));
    for (let n = parts.length; n >= 2; n -= 1)
      for (const other of others) {
        const equation = sumOf(parts.slice(0, n), other);
        if (holds(equation)) return weak(equation, other);
      }
    return undefined;
  }

  /** 净增a（新增b，减少c）: the parts count with signs of their own. */
  signed(parts: readonly Figure[], total: Figure): Reading | undefined {
    for (const signs of SIGNS) {
      if (signs.length !== parts.length) continue;
      if (!parts.every((f, i) => signs[i]! > 0 || this.#isTaken(f, total))) continue;
      const form = [...parts.map((f, i): Term => [f, signs[i]!]), [total, -1] as Term];
      if (holds({ kind: 'sum', form })) return weak({ kind: 'sum', form }, total);
    }
    return undefined;
  }

  /** Of a year before that of another number, or before the latest that the paragraph names. */
  #isFormer(said: Statement, other: Statement | undefined): boolean {
    return isFormer(said, other?.year ?? Math.max(...this.told.map((s) => s.year ?? 0)));
  }

  #wordsOf(figure: Figure): string {
    const own = this.told[this.#at.get(figure) ?? -1];
    return own?.lead.reduce((text, t) => text + t.text, '') ?? '';
  }

  /** 减少c; 净增4人（新招6人，退休2人）: its words take it away. */
  #isTaken(figure: Figure, total: Figure): boolean {
    const words = this.#wordsOf(figure);
    if (this.told[this.#at.get(figure) ?? -1]?.direction === -1 || TAKEN.test(words)) return true;
    const of = this.told[this.#at.get(total) ?? -1];
    const moved = of?.measure === 'change' || /[净增减少]/.test(this.#wordsOf(total));
    return moved && LEFT.test(words);
  }

  /** Two numbers whose difference or quotient is printed near are two things, neither a part of the other. */
  apart(a: Figure, b: Figure): Reading | undefined {
    const near = [...new Set([...this.#near(a, AROUND), ...this.#near(b, AROUND)])];
    const [more, less] = sign(minus(a.value, b.value)) > 0 ? [a, b] : [b, a];
    for (const { figure } of near) {
      if (figure === a || figure === b) continue;
      if (figure.kind === 'percent' && digitsOf(figure) >= TELLING) {
        const equation = ratio([[less, 1]], [[more, 1]], figure);
        if (comesOut(equation)) return weak(equation, figure);
      }
      if (!isAlike(figure, a) || digitsOf(figure) < TELLING) continue;
      const form: Term[] = [
        [more, 1],
        [less, -1],
        [figure, -1],
      ];
      if (holds({ kind: 'sum', form })) return weak({ kind: 'sum', form }, figure);
    }
    return undefined;
  }

  /** 分别占a%、b%: a row of shares of one whole, each of another part. */
  inRow(rate: Figure, base: readonly Term[]): Reading | undefined {
    const [whole] = base;
    if (!whole || base.length !== 1) return undefined;
    for (const { figure } of this.#near(rate, AROUND)) {
      if (figure === whole[0] || !isAlike(figure, whole[0])) continue;
      const equation = ratio([[figure, 1]], base, rate);
      if (comesOut(equation)) return weak(equation, rate);
    }
    return undefined;
  }

  /** 、 or 和 stands before it: the list it stands in goes on. */
  goesOn(figure: Figure): boolean {
    const [mark] = this.told[this.#at.get(figure) ?? -1]?.lead ?? [];
    return mark !== undefined && /^(?:、|[和及与](?![一-龥]*上年))/.test(mark.text);
  }

  /** The same number stands elsewhere in the paragraph. */
  isTwice(figure: Figure): boolean {
    const { unit, value } = figure;
    return this.told.some(
      ({ figure: f }) => f !== figure && f.unit === unit && equal(abs(f.value), abs(value)),
    );
  }

  /** In a row told apiece. */
  isInRow(figure: Figure): boolean {
    const at = this.#at.get(figure) ?? -1;
    return figure.after !== undefined || this.told[at + 1]?.figure.after === figure;
  }

  /** 合计 = the numbers right behind it, or right before it, one by one or every second or third. */
  total(figure: Figure, least: number): Reading | undefined {
    const at = this.#at.get(figure);
    if (at === undefined || digitsOf(figure) < 2) return undefined;
    const isMoved = ({ measure }: Statement) =>
      MOVES.has(measure) !== MOVES.has(this.told[at]!.measure);
    const alike = (all: readonly Statement[]): Figure[] =>
      all.flatMap((s) => (isAlike(s.figure, figure) && !isMoved(s) ? [s.figure] : []));
    const reach = LONGEST * STRIDES.length;
    const behind = alike(this.told.slice(at + 1, at + 1 + reach));
    const before = alike(this.told.slice(Math.max(at - reach, 0), at)).reverse();
    for (const side of [behind, before])
      for (const stride of STRIDES)
        for (let first = 0; first < stride; first += 1) {
          const run = side.filter((_, i) => i % stride === first).slice(0, LONGEST);
          for (let n = least; n <= run.length; n += 1) {
            // A、B、C: nothing ends before 、.
            const edge = side === behind ? run[n] : run[n] && run[n - 1];
            if (edge && stride === 1 && this.goesOn(edge)) continue;
            const parts = run.slice(0, n);
            const equation = sumOf(parts, figure);
            // 1亿元 beside 1.046亿元 would bear out any sum.
            const fine = parts.every((f) => compare(f.last, figure.last) <= 0);
            if (fine && holds(equation)) return weak(equation, figure);
          }
        }
    return undefined;
  }
}

/** A rate of the budget named is of no other budget. */
const mayBeBase = (base: Statement, { version }: Statement): boolean =>
  base.measure !== 'change' &&
  (version === undefined || !isBudget(base.version) || base.version === version);

/** 为年初预算的: the budget that is named is not what it is measured by. */
const mayBeTop = (top: Statement, { version }: Statement): boolean =>
  top.measure !== 'change' && !(isBudget(version) && top.version === version);
