// 一数两写: one thing told twice, the second time one slip of the hand off. Nothing but the thing itself has its name
// and all its digits but one, or the same change and the same rate behind it. Knows digits and places; knows no name.
import { abs, equal, isZero, minus, sign, toText } from '../../measure/exact.ts';
import type { Account, Placed } from '../clauses/account.ts';
import { norm } from '../clauses/alike.ts';
import type { Figure } from '../text/figure.ts';
import { digitsOf } from './explained.ts';
import { type Equation, membersOf, type TextRelation } from './relation.ts';
import { mayBeSlip } from './slips.ts';
import { isKept, weigh } from './weigh.ts';

/** Digits that both must show. */
const FEWEST = 5;
/** Characters that a name must have, so that it is that of one thing. */
const NAMED = 6;
/** So many numbers of a unit tell in how many decimals a text is written. */
const MANNER = 10;
/** More numbers that share half of their digits are looked at no further. */
const MANY = 12;

const TOLD: ReadonlySet<string> = new Set(['amount', 'whole']);

const isAmount = ({ said: { figure, measure, reason } }: Placed): boolean =>
  figure.kind === 'money' &&
  figure.token !== undefined &&
  TOLD.has(measure) &&
  !reason &&
  !figure.bound &&
  !figure.token.rough &&
  sign(figure.value) > 0 &&
  digitsOf(figure) >= FEWEST;

const bare = ({ value }: Figure): string =>
  toText(value)
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '');

/** Whatever is one slip off shares the first or the last half of its digits. */
function halvesOf(figure: Figure): string[] {
  const digits = bare(figure);
  const half = Math.floor((digits.length - 1) / 2);
  return [`<${digits.slice(0, half)}`, `>${digits.slice(-half)}`];
}

class Repeats {
  readonly #all: readonly Placed[];
  readonly #at: ReadonlyMap<Placed, number>;
  readonly #values = new Map<string, number>();
  readonly #decimals = new Map<string, number[]>();

  constructor({ statements }: Account) {
    this.#all = statements;
    this.#at = new Map(statements.map((p, i) => [p, i]));
    for (const { said } of statements) {
      const { figure } = said;
      const key = toText(abs(figure.value));
      this.#values.set(key, (this.#values.get(key) ?? 0) + 1);
      if (figure.kind !== 'money' || !figure.token) continue;
      const own = this.#decimals.get(figure.unit) ?? [];
      this.#decimals.set(figure.unit, own);
      own.push(figure.token.decimals);
    }
  }

  /** Pairs one slip apart, each once. */
  pairs(): [Placed, Placed][] {
    const buckets = new Map<string, Placed[]>();
    const found: [Placed, Placed][] = [];
    for (const p of this.#all.filter(isAmount)) {
      const near = new Set(halvesOf(p.said.figure).flatMap((h) => buckets.get(h) ?? []));
      for (const other of near) if (this.#isOneSlip(p, other)) found.push([other, p]);
      for (const h of halvesOf(p.said.figure)) {
        const own = buckets.get(h) ?? [];
        buckets.set(h, own);
        if (own.length < MANY) own.push(p);
      }
    }
    return found;
  }

  #isOneSlip({ said: a }: Placed, { said: b }: Placed): boolean {
    const [x, y] = [a.figure, b.figure];
    if (equal(x.value, y.value) || x.unit !== y.unit || a.past !== b.past) return false;
    // Told of both as often: two things.
    const once = [x, y].some((f) => this.#values.get(toText(f.value)) === 1);
    if (!once || this.#values.has(toText(abs(minus(x.value, y.value))))) return false;
    return mayBeSlip(x, y.value) || mayBeSlip(y, x.value);
  }

  /** Of one name, or with the same change and rate behind them, or with a digit more than the text prints. */
  isSame(a: Placed, b: Placed): boolean {
    return this.#isNamedAlike(a, b) || this.#isMovedAlike(a, b) || this.#isOdd(a, b);
  }

  #isNamedAlike({ said: a }: Placed, { said: b }: Placed): boolean {
    const name = norm(a.subject);
    const years = a.year === undefined || b.year === undefined || a.year === b.year;
    return name.length >= NAMED && name === norm(b.subject) && a.version === b.version && years;
  }

  #isMovedAlike(a: Placed, b: Placed): boolean {
    const behind = (p: Placed): Figure[] =>
      this.#all.slice(this.#at.get(p)! + 1, this.#at.get(p)! + 3).map(({ said }) => said.figure);
    const [[d, g], [e, h]] = [behind(a), behind(b)];
    if (!d || !g || !e || !h || g.kind !== 'percent' || isZero(d.value)) return false;
    return digitsOf(d) > 2 && equal(d.value, e.value) && equal(g.value, h.value);
  }

  #isOdd({ said: a }: Placed, { said: b }: Placed): boolean {
    const manner = this.#decimals.get(a.figure.unit) ?? [];
    const isMore = (f: Figure): boolean =>
      manner.length >= MANNER && manner.filter((d) => d >= f.token!.decimals).length === 1;
    return isMore(a.figure) || isMore(b.figure);
  }
}

/** 一数两写 of a text: what sums bear out on both sides is two things. */
export function repeatsIn(account: Account, relations: readonly TextRelation[]): TextRelation[] {
  const summed = new Set<Figure>();
  for (const { readings } of relations)
    for (const { equation } of readings)
      if (equation.kind === 'sum' && equation.form.length > 2 && isKept(weigh(equation)))
        for (const f of membersOf(equation)) summed.add(f);
  const repeats = new Repeats(account);
  return repeats.pairs().flatMap(([a, b]): TextRelation[] => {
    const [x, y] = [a.said.figure, b.said.figure];
    if ((summed.has(x) && summed.has(y)) || !repeats.isSame(a, b)) return [];
    const form = [
      [y, 1],
      [x, -1],
    ] as const;
    const equation: Equation = { kind: 'sum', form };
    return [{ topic: 'same', about: y, readings: [{ equation, strong: true }], closed: true }];
  });
}
