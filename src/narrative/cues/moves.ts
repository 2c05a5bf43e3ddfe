// 各项增减: T比上年减少c；A a，减少p；B b，增加q: where the amounts of a list come to their total the list is whole, and so
// its changes come to the change of the total. Knows what is said of a number; knows no name.
import { isZero, sign } from '../../measure/exact.ts';
import { digitsOf } from '../relations/explained.ts';
import type { Equation, Term, TextRelation } from '../relations/relation.ts';
import { isKept, sumOfTerms, weigh } from '../relations/weigh.ts';
import { relationFrom } from './evidence.ts';
import type { Scene, Told } from './told.ts';

const LONGEST = 8;
/** So many numbers behind an amount its change is told. */
const BEHIND = 4;
/** Digits of a total, so that its parts come to it by no chance. */
const TELLING = 4;
const YEAR = /(?:19|20)\d\d年|累计|相抵|结转/;
const LEVEL = /持平|无增减|无变化|没有变化|未发生变化/;

/** 一项: an amount, and what became of it since last year; none where it stayed. */
interface Entry {
  readonly amount: Told;
  readonly change: Told | undefined;
  /** 支出0万元, and no word of last year: there may have been some, so it can only have fallen. */
  readonly fallen?: boolean;
}

const isStock = ({ figure, said, bracketed }: Told): boolean =>
  figure.kind === 'money' &&
  (said.measure === 'amount' || said.measure === 'other') &&
  !said.past &&
  !bracketed &&
  !figure.bound &&
  !figure.token!.rough;

/** Amounts with their changes; undefined stands for one of which nothing is told. */
function entriesIn({ told }: Scene): (Entry | undefined)[] {
  const stocks = told.filter(isStock);
  return stocks.map((amount, i): Entry | undefined => {
    const until = Math.min(stocks[i + 1]?.at ?? told.length, amount.at + 1 + BEHIND);
    const behind = told.slice(amount.at + 1, until);
    const change = behind.find((t) => t.said.measure === 'change' && !t.said.reason);
    // 2022年比2021年增加, 两年相抵: of years that are told one by one.
    if (change && YEAR.test(change.clause)) return undefined;
    if (change) {
      const sure =
        change.said.direction && change.figure.kind === 'money' && !change.figure.token!.rough;
      return sure && change.said.base?.budget === undefined ? { amount, change } : undefined;
    }
    const words = behind.map((t) => t.lead).join('') + (behind.at(-1) ?? amount).tail;
    if (LEVEL.test(words)) return { amount, change };
    return isZero(amount.figure.value) ? { amount, change, fallen: true } : undefined;
  });
}

const sumOf = (form: readonly Term[]): Equation => ({ kind: 'sum', form });

const amountsOf = (parts: readonly Entry[], total: Entry): Equation =>
  sumOf([...parts.map(({ amount }): Term => [amount.figure, 1]), [total.amount.figure, -1]]);

const changesOf = (parts: readonly Entry[], total: Told): Equation =>
  sumOf([
    ...parts.flatMap(({ change }): Term[] =>
      change ? [[change.figure, change.said.direction! < 0 ? -1 : 1]] : [],
    ),
    [total.figure, total.said.direction! < 0 ? 1 : -1],
  ]);

/** The run of amounts right behind a total, or right before it, that comes to it. */
function partsOf(all: readonly (Entry | undefined)[], at: number): Entry[] | undefined {
  const total = all[at]!;
  const known = (some: readonly (Entry | undefined)[]): Entry[] =>
    some.filter((e) => e !== undefined);
  const behind = known(all.slice(at + 1)).slice(0, LONGEST);
  const before = known(all.slice(0, at)).slice(-LONGEST).reverse();
  for (const side of [behind, before])
    for (let n = 2; n <= side.length; n += 1) {
      const parts = side.slice(0, n);
      if (weigh(amountsOf(parts, total)) === 'exact') return parts;
    }
  return undefined;
}

/** What is left of the change of the total is a fall, and one of the parts may have fallen. */
const mayHaveFallen = (parts: readonly Entry[], equation: Equation): boolean =>
  equation.kind === 'sum' &&
  parts.some((p) => p.fallen) &&
  sign(sumOfTerms(equation.form).value) > 0;

/** 各项增减 of a paragraph. */
export function movesIn(scene: Scene): TextRelation[] {
  const all = entriesIn(scene);
  return all.flatMap((total, at): TextRelation[] => {
    if (!total?.change || digitsOf(total.amount.figure) < TELLING) return [];
    const parts = partsOf(all, at);
    if (!parts || parts.filter((p) => p.change).length < 2) return [];
    const equation = changesOf(parts, total.change);
    if (isKept(weigh(equation)) || mayHaveFallen(parts, equation)) return [];
    const found = relationFrom('changes', total.change, [{ equation, plain: true }], {
      closed: true,
    });
    return found ? [found] : [];
  });
}
