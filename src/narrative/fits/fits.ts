// What a number that nothing explains ought to be: where one slip of the hand makes it fit the numbers around it, so
// closely that it is no chance, or two sums ask for the same value of it, it is wrong. How likely chance is, is reckoned
// from the digits that are met, the ways in which a number may be mistyped, and the sums that were tried. Knows digits
// and marks; knows no name.
import { abs, compare, type Exact, equal, isZero, minus, sign } from '../../measure/exact.ts';
import type { Account } from '../clauses/account.ts';
import { type Scene, scenesOf } from '../cues/told.ts';
import { digitsOf, shownOf } from '../relations/explained.ts';
import { Proofs } from '../relations/proofs.ts';
import { type Equation, membersOf, type Term, type TextRelation } from '../relations/relation.ts';
import type { Worded } from '../relations/relations.ts';
import { isExchanged, shiftsOf, slipDegree } from '../relations/slips.ts';
import { isKept, mend, weigh } from '../relations/weigh.ts';
import type { Figure } from '../text/figure.ts';
import { type Addend, addendsOf, digitsMet } from './addends.ts';
import { changesSlipped } from './changes.ts';
import { isOfOthers } from './confirmed.ts';
import { meansSlipped } from './means.ts';
import { ratesSlipped } from './quotients.ts';
import { chanceOfRates } from './rates.ts';
import { type Run, runsOf } from './runs.ts';

/** How likely chance may be: where the words say that it adds up, where it stands by itself, elsewhere. */
const WORDED = 0.1;
const ALIGNED = 0.01;
const BARE = 0.001;
/** What holds by chance so often explains nothing. */
const HOLDS = 0.3;
/** Fewer digits any slip would meet. */
const FEWEST = 3;

const sumOf = (form: readonly Term[]): Equation => ({ kind: 'sum', form });

/** In how many ways a number may be mistyped so; undefined where it may not. */
function waysTo(figure: Figure, ought: Exact): number | undefined {
  const digits = shownOf(figure);
  if (isExchanged(figure, ought)) return digits - 1;
  const degree = slipDegree(figure, ought);
  if (degree === 0) return undefined;
  return degree === 3 ? 6 : degree === 2 ? 9 * digits : 11 * digits;
}

/** 所求: a sum that asks for another value of a number. */
interface Asked {
  readonly run: Run;
  readonly ought: Exact;
  /** How likely one of the sums tried so far meets so many digits. */
  readonly chance: number;
}

const othersOf = (run: Run, own: Addend): Figure[] =>
  run.form.flatMap(([f]) => (f === own.figure ? [] : [f]));

/** What a sum asks of a number: the point moved where that makes it hold, as no last digit of its own says it. */
function oughtOf(run: Run, figure: Figure): Exact | undefined {
  const equation = sumOf(run.form);
  const moved = shiftsOf(figure).find((trial) => weigh(equation, trial) === 'exact');
  return moved?.value ?? mend(equation, figure);
}

function askedBy(runs: readonly Run[], own: Addend): Asked[] {
  return runs.flatMap((run, i): Asked[] => {
    const ought = oughtOf(run, own.figure);
    if (!ought || sign(ought) <= 0) return [];
    return [{ run, ought, chance: (i + 1) * 10 ** -digitsMet(othersOf(run, own)) }];
  });
}

/** Another sum, of other numbers, asks for the same. */
function anotherOf(asked: readonly Asked[], first: Asked, own: Addend): Asked | undefined {
  const mine = othersOf(first.run, own);
  return asked.find(
    (a) =>
      a !== first &&
      equal(a.ought, first.ought) &&
      othersOf(a.run, own).every((f) => !mine.some((m) => equal(m.value, f.value))),
  );
}

/** A part left out, or counted twice: the gap is one of the parts. */
function isForgotten({ run, ought }: Asked, { figure }: Addend): boolean {
  if (run.cells.length < 4 || run.total.figure !== figure || !run.aligned) return false;
  const gap = abs(minus(figure.value, ought));
  return run.form.some(
    ([f]) => f !== figure && digitsMet([f]) >= FEWEST && equal(abs(f.value), gap),
  );
}

/** What the paragraph has, with the sums that ask for another value of one of its numbers. */
interface Place {
  readonly scene: Scene;
  readonly own: Addend;
  readonly asked: readonly Asked[];
  /** All numbers of its unit. */
  readonly cells: readonly Addend[];
}

function isWrong(at: Asked, { scene, own, asked, cells }: Place): boolean {
  const { run, ought, chance } = at;
  // What it ought to be is told already: it is another thing.
  const { last } = own.figure;
  if (cells.some((c) => compare(abs(minus(c.figure.value, ought)), last) < 0)) return false;
  const limit = run.worded ? WORDED : run.aligned ? ALIGNED : BARE;
  const another = anotherOf(asked, at, own);
  const ways = waysTo(own.figure, ought);
  if (ways !== undefined) {
    const told = ways * chance * (another?.chance ?? 1);
    // The rates beside it only make it less likely, and cost most.
    if (told < limit || told * chanceOfRates(scene, own, ought, othersOf(run, own)) < limit)
      return true;
  }
  if (isForgotten(at, own) && chance * run.cells.length < limit) return true;
  // Whatever was printed instead: two that have nothing to do with each other ask for the same.
  if (!another || !(run.worded || another.run.worded)) return false;
  return (asked.indexOf(at) + 1) * another.chance < BARE;
}

const isHeld = (run: Run, i: number): boolean =>
  !run.cut &&
  isKept(weigh(sumOf(run.form))) &&
  (i + 1) * 10 ** -digitsMet(run.form.map(([f]) => f)) < HOLDS;

/** What lies between two amounts already lies between no others. */
const isSpent = (run: Run, own: Addend, settled: ReadonlySet<Figure>): boolean =>
  run.cells.some((c) => c !== own && c !== run.total && c.moved !== 0 && settled.has(c.figure));

function fitOf(
  scene: Scene,
  cells: readonly Addend[],
  own: Addend,
  settled: ReadonlySet<Figure>,
): TextRelation[] {
  const { figure } = own;
  if (shownOf(figure) < FEWEST || digitsOf(figure) < 2 || isZero(figure.value)) return [];
  if (isOfOthers(cells, own, FEWEST)) return [];
  const runs = runsOf(cells, own).filter((r) => !r.cut && !isSpent(r, own, settled));
  if (runs.some(isHeld)) return [];
  const place = { scene, own, asked: askedBy(runs, own), cells };
  const wrong = place.asked.find((a) => isWrong(a, place));
  if (!wrong) return [];
  const { topic, about, form } = claimOf(wrong.run, figure);
  return [{ topic, about, readings: [{ equation: sumOf(form), strong: true, derived: figure }] }];
}

/** What a sum is told as, its total last: where the change between two amounts is the wrong one, as that. */
function claimOf({ cells, form, total }: Run, figure: Figure) {
  const changes = cells.filter((c) => c.moved !== 0);
  const between = cells.length === 3 && changes.length === 1 && changes[0]!.figure === figure;
  const about = between ? figure : total.figure;
  const last = form.filter(([f]) => f === about);
  return {
    topic: between ? 'change' : 'total',
    about,
    form: [...form.filter(([f]) => f !== about), ...last],
  } as const;
}

/** 拟合: a relation for every number that nothing explains and that one slip would make fit. */
export function fitsIn(
  account: Account,
  { text, words }: Worded,
  relations: readonly TextRelation[],
): TextRelation[] {
  const explained = new Set<Figure>();
  const bases = new Set<Figure>();
  const settled = new Set<Figure>();
  const before = new Set(
    account.statements.flatMap(({ said }) => (said.measure === 'before' ? [said.figure] : [])),
  );
  for (const { readings, about, topic } of relations)
    for (const { equation } of readings) {
      if (!isKept(weigh(equation))) continue;
      if (topic === 'change' && membersOf(equation).some((f) => before.has(f))) settled.add(about);
      for (const f of membersOf(equation)) explained.add(f);
      if (equation.kind === 'ratio') for (const [f] of equation.base) bases.add(f);
      if (equation.kind === 'sum' && equation.form.length > 2) bases.add(equation.form.at(-1)![0]);
    }
  const proofs = new Proofs(account);
  const all = account.statements.map(({ said }) => said.figure);
  const isKnown = (f: Figure): boolean => explained.has(f) || proofs.isProven(f, []);
  return scenesOf(account, text).flatMap((scene) => [
    ...meansSlipped(scene, words, isKnown),
    ...changesSlipped(scene, isKnown, all),
    ...ratesSlipped(scene, isKnown, { bases, words }),
    ...[...addendsOf(scene).values()].flatMap((cells) =>
      cells.length < 3
        ? []
        : cells.flatMap((c) => (isKnown(c.figure) ? [] : fitOf(scene, cells, c, settled))),
    ),
  ]);
}
