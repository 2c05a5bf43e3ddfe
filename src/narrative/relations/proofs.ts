// 佐证: numbers that come out to the last digit of other numbers around them. The more digits a number shows, the
// farther off they may stand, for the fewer would fit it by chance. Knows statements; knows no word.
import { abs, type Exact, equal, isZero, ONE, sign, toDouble } from '../../measure/exact.ts';
import type { Account, Placed } from '../clauses/account.ts';
import { isFormer, type Statement } from '../clauses/saying.ts';
import type { Figure } from '../text/figure.ts';
import { digitsOf, shownOf } from './explained.ts';
import { isAfter, isMove, near, rateOfTwo, sizeOf } from './quotients.ts';
import { type Equation, membersOf, type Term } from './relation.ts';
import { isKept, weigh } from './weigh.ts';

/** How many numbers before and behind it a number is tried with, by the digits that it shows. */
const REACH = [0, 2, 4, 14, 24, 36] as const;
/** Paragraphs before and behind. */
const APART = 2;
/** Digits that a rate must show, so that no pair of many comes to it. */
const TELLING = 3;
/** Names of fewer characters, 支出, 决算, are those of many things. */
const TELLING_NAME = 5;
/** How far off a row of parts and its total may stand, and how many parts it may have. */
const RUN = 24;
const LONGEST = 16;
/** How far off the number may stand of which one is a copy. */
const BESIDE = 2;
/** What adding up as doubles may be off. */
const DUST = 1e-9;
/** How far off the number may stand that was meant. */
const INSTEAD = 24;
/** How far off a rate may stand that bears out an amount, by the digits that it shows. */
const RATE_REACH = [0, 0, 0, 3, 8, 10] as const;

const isRate = ({ kind }: Figure): boolean => kind === 'percent' || kind === 'points';
/** 人 goes with 人, money with money of any unit, a share with points. */
const isAlike = (a: Figure, b: Figure): boolean =>
  isRate(a) ? isRate(b) : a.kind === b.kind && (a.kind === 'money' || a.unit === b.unit);

const sum = (...form: readonly Term[]): Equation => ({ kind: 'sum', form });
const ratio = (top: readonly Term[], base: readonly Term[], rate: Figure, per?: typeof ONE) =>
  ({ kind: 'ratio', top, base, rate, signed: false, ...(per && { per }) }) as const;

/** 部分与整体 of a share. */
export interface Whole {
  readonly top: readonly Figure[];
  readonly base: readonly Figure[];
  /** Both are the tables' own: only another number of its sentence may bear the share out, no pair met by chance. */
  readonly certain?: boolean;
}

/** 各数的佐证 of a text. */
export class Proofs {
  readonly #told: readonly Placed[];
  readonly #at: ReadonlyMap<Figure, number>;
  /** The latest year that a number is said of; undefined where none is. */
  readonly latestYear: number | undefined;

  constructor({ statements }: Account) {
    this.#told = statements.filter(({ said }) => !said.figure.bound);
    this.#at = new Map(this.#told.map(({ said }, i) => [said.figure, i]));
    const years = this.#told.flatMap(({ said }) => said.year ?? []);
    this.latestYear = years.length > 0 ? Math.max(...years) : undefined;
  }

  /**
   * Whether a number comes out of others, by an equation that is more than the accused numbers turned around; of a
   * share that is accused, not by its part and another whole; and not by what would bear out as well what it ought
   * to be instead.
   */
  isProven(figure: Figure, accused: readonly Figure[], share?: Whole, ought?: Exact): boolean {
    // Told twice, what bears out one of them may be the other's.
    if (this.isTwice(figure)) return false;
    const all = this.#around(figure);
    const own = this.#told[this.#at.get(figure) ?? -1]?.sentence;
    const around = share?.certain ? all.filter((p) => p.sentence === own) : all;
    const figures = around.map(({ said }) => said.figure);
    const proves = (e: Equation): boolean => {
      if (weigh(e) !== 'exact') return false;
      if (ought && isKept(weigh(e, { figure, value: ought }))) return false;
      const members = membersOf(e);
      if (members.every((f) => accused.includes(f))) return false;
      const has = (some: readonly Figure[]) => some.every((f) => members.includes(f));
      return !share || e.kind !== 'ratio' || !has(share.top) || has(share.base);
    };
    return (
      this.#sums(figure, figures, proves) ||
      this.#rates(figure, around, proves) ||
      this.#means(figure, figures, proves) ||
      this.#hundred(figure, figures) ||
      this.#runs(figure, proves)
    );
  }

  #around(figure: Figure): readonly Placed[] {
    const digits = isRate(figure) ? shownOf(figure) : digitsOf(figure);
    return this.#within(figure, REACH[Math.min(digits, REACH.length - 1)]!);
  }

  /** a = b ± c, by their size. */
  #sums(figure: Figure, figures: readonly Figure[], proves: (e: Equation) => boolean): boolean {
    const others = figures.filter((f) => f !== figure && isAlike(f, figure));
    const want = sizeOf(figure);
    return others.some((a, i) =>
      others.slice(i + 1).some((b) => {
        if (isRate(figure) && a.kind === b.kind && figure.kind === a.kind) return false;
        const [more, less] = sizeOf(a) > sizeOf(b) ? [a, b] : [b, a];
        const [x, y] = [sizeOf(more), sizeOf(less)];
        if (near(x + y, want)) return proves(sum(plus(more), plus(less), taken(figure)));
        return near(x - y, want) && proves(sum(plus(more), taken(less), taken(figure)));
      }),
    );
  }

  /** A rate that is printed: a ÷ b; of a growth (a − b) ÷ b, or d ÷ (a ∓ d). */
  #rates(figure: Figure, around: readonly Placed[], proves: (e: Equation) => boolean): boolean {
    const own = figure.kind === 'percent';
    const rates = around.filter(
      ({ said: { figure: f } }) =>
        f.kind === 'percent' && shownOf(f) >= TELLING && (!own || f === figure),
    );
    return rates.some(({ said: rate }) => {
      const reach = own
        ? around.length
        : RATE_REACH[Math.min(shownOf(rate.figure), RATE_REACH.length - 1)]!;
      const at = this.#at.get(rate.figure)!;
      const amounts = around.flatMap(({ said }) =>
        isAmount(said.figure) && Math.abs(this.#at.get(said.figure)! - at) <= reach ? [said] : [],
      );
      return amounts.some((a) =>
        amounts.some((b) => {
          if (a === b || !isAlike(a.figure, b.figure)) return false;
          if (!own && a.figure !== figure && b.figure !== figure) return false;
          const e = isMove(a) && isAfter(a, b, rate, amounts) ? undefined : rateOfTwo(a, b, rate);
          return e !== undefined && proves(e);
        }),
      );
    });
  }

  /** 金额 ÷ 个数 comes to an amount that is printed. */
  #means(figure: Figure, figures: readonly Figure[], proves: (e: Equation) => boolean): boolean {
    if (isRate(figure)) return false;
    const money = figures.filter((f) => f.kind === 'money' && sign(f.value) > 0);
    const counts = figures.filter((f) => f.kind === 'count' && toDouble(f.value) >= 2);
    return money.some((a) =>
      money.some((mean) => {
        if (a === mean || digitsOf(mean) < 2) return false;
        const own = a === figure || mean === figure;
        return counts.some(
          (n) =>
            (own || n === figure) &&
            near(toDouble(a.value) / toDouble(n.value) / toDouble(mean.value), 1) &&
            proves(ratio([[a, 1]], [[n, 1]], mean, ONE)),
        );
      }),
    );
  }

  /** Shares in one row come to a hundred. */
  #hundred(figure: Figure, figures: readonly Figure[]): boolean {
    const rates = figures.filter((f) => f.kind === 'percent' && !isZero(f.value));
    return rates.some((_, from) =>
      rates.some((_last, to) => {
        const row = rates.slice(from, to + 1);
        if (row.length < 2 || row.length > LONGEST || !row.includes(figure)) return false;
        const room = row.reduce((sum, { half }) => sum + toDouble(half), 0);
        return Math.abs(row.reduce((sum, f) => sum + sizeOf(f), 0) - 100) < room + DUST;
      }),
    );
  }

  /** A run of numbers comes to a total that is printed. */
  #runs(figure: Figure, proves: (e: Equation) => boolean): boolean {
    if (isRate(figure)) return false;
    for (const e of this.#runsWith(figure)) if (proves(e)) return true;
    return false;
  }

  /** Runs with a number among them or as their total: one by one, or the first of every paragraph. */
  *#runsWith(figure: Figure): Generator<Equation> {
    const around = this.#within(figure, RUN, LONGEST).filter(({ said }) =>
      isAlike(said.figure, figure),
    );
    const firsts = around.filter(
      ({ sentence }, i) => around[i - 1]?.sentence.passage !== sentence.passage,
    );
    const totals = around.map(({ said }) => said.figure);
    for (const row of [around, firsts]) {
      const figures = row.map(({ said }) => said.figure);
      for (const total of totals) yield* runsTo(total, figures, figure);
    }
  }

  /** Both stand in one row of parts with its total. */
  areInOneRun(a: Figure, b: Figure): boolean {
    for (const e of this.#runsWith(a))
      if (membersOf(e).includes(b) && weigh(e) === 'exact') return true;
    return false;
  }

  /** What stands right before and behind some numbers. */
  beside(figures: readonly Figure[]): readonly Figure[] {
    return figures.flatMap((f) => this.#within(f, BESIDE).map(({ said }) => said.figure));
  }

  /** What is said of a number. */
  saidOf(figure: Figure): Statement | undefined {
    return this.#told[this.#at.get(figure) ?? -1]?.said;
  }

  #within(figure: Figure, reach: number, apart = APART): readonly Placed[] {
    const at = this.#at.get(figure);
    if (at === undefined) return [];
    const own = this.#told[at]!.sentence.passage.id;
    return this.#told
      .slice(Math.max(0, at - reach), at + reach + 1)
      .filter(({ sentence }) => Math.abs(sentence.passage.id - own) <= apart);
  }

  /** The same number stands elsewhere near. */
  isTwice(figure: Figure): boolean {
    return this.#around(figure).some(
      ({ said: { figure: f } }) =>
        f !== figure && f.kind === figure.kind && equal(abs(f.value), abs(figure.value)),
    );
  }

  /** Numbers of the paragraph that may be meant instead of one that was inferred for another. */
  insteadOf(figure: Figure, about: Figure, isSum: boolean): readonly Figure[] {
    const own = this.#told[this.#at.get(figure) ?? -1];
    return this.#within(about, INSTEAD, LONGEST).flatMap(({ said, sentence }) => {
      const isOther = said.figure !== figure && isAlike(said.figure, figure);
      // The same thing told again: the two ought to agree.
      const again = own && said.subject.length >= TELLING_NAME && said.subject === own.said.subject;
      // 上年末的24辆: no whole of this year's parts.
      const former = own && isFormer(said, undefined) && !isFormer(own.said, undefined);
      return isOther && !again && !(former && isSum) && sentence ? [said.figure] : [];
    });
  }
}

/** Runs of numbers with this one among them that come to a total. */
function* runsTo(total: Figure, row: readonly Figure[], figure: Figure): Generator<Equation> {
  const want = sizeOf(total);
  for (let from = 0; from < row.length; from += 1) {
    let size = 0;
    for (let to = from; to < row.length && to < from + LONGEST; to += 1) {
      if (row[to] === total) break;
      size += sizeOf(row[to]!);
      if (to === from || !near(size, want)) continue;
      const parts = row.slice(from, to + 1);
      // Of few digits only a row of several, right beside it.
      const telling = digitsOf(total) >= 4 || parts.length > 2 || isBeside(total, row, from, to);
      const own = total === figure || parts.includes(figure);
      if (own && telling) yield sum(...parts.map(plus), taken(total));
    }
  }
}

const isBeside = (total: Figure, row: readonly Figure[], from: number, to: number): boolean =>
  row[from - 1] === total || row[to + 1] === total;
/** Added, and taken away, by its size whatever its sign. */
const plus = (f: Figure): Term => [f, sign(f.value) < 0 ? -1 : 1];
const taken = (f: Figure): Term => [f, sign(f.value) < 0 ? 1 : -1];
const isAmount = ({ kind, value }: Figure): boolean =>
  (kind === 'money' || kind === 'count') && sign(value) > 0;
