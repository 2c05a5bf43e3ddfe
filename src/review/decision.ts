// 判断 relation by relation: what foots to the digit is known by integers and stays a number; only what does not
// is judged one by one. Knows expansions and the judge; puts nothing into words.
import { provenNoughts } from '../assertions/blanks.ts';
import { compareAssertion } from '../assertions/check.ts';
import type { Fact, Table } from '../facts/fact.ts';
import { HOLDS, integerFooting, JUDGE, NOTHING } from '../identities/integers.ts';
import type { Expansion } from '../identities/plan.ts';
import { JudgedRelation } from './judged.ts';

/** Undecided only because cells are blank. */
const isBlankOnly = (j: JudgedRelation): boolean =>
  j.verdict === 'unknown' && (j.cause === 'cell-unfilled' || j.cause === 'parts-unfilled');

/** 已判的关系: what came of the assertions of one relation. */
export class Decision {
  readonly expansion: Expansion;
  /** The table of which two stand there, where that keeps the relation from being decided. */
  readonly #twice: Table | undefined;
  /** Of every assertion how it came out by integers. */
  readonly #came: readonly number[];
  /** Those that the judge decided, or that somebody asked for. */
  readonly #judged: (JudgedRelation | undefined)[];

  constructor(
    expansion: Expansion,
    twice: Table | undefined,
    came: readonly number[],
    judged: (JudgedRelation | undefined)[],
  ) {
    this.expansion = expansion;
    this.#twice = twice;
    this.#came = came;
    this.#judged = judged;
  }

  /** Whether it holds to the digit, without the judge. */
  #isCleared(i: number): boolean {
    return this.#came[i]! >= HOLDS && !this.#twice;
  }

  #at(i: number): JudgedRelation {
    const known = this.#judged[i];
    if (known) return known;
    const { expansion } = this;
    const own = new JudgedRelation(expansion.at(expansion.numbers[i]!), undefined, this.#twice);
    this.#judged[i] = own;
    return own;
  }

  #some(wanted: (i: number) => boolean): JudgedRelation[] {
    const some: JudgedRelation[] = [];
    for (let i = 0; i < this.#came.length; i += 1)
      if (this.#came[i] !== NOTHING && wanted(i)) some.push(this.#at(i));
    return some;
  }

  /** Every one that could be compared. */
  get all(): readonly JudgedRelation[] {
    return this.#some(() => true);
  }

  /** Those that do not hold to the digit, or could not be decided. */
  get open(): readonly JudgedRelation[] {
    return this.#some((i) => !this.#isCleared(i) && this.#at(i).verdict !== 'exact');
  }

  /** Those that hold to the digit and may have blanks among their cells. */
  get blank(): readonly JudgedRelation[] {
    const holds = (i: number) => this.#isCleared(i) || this.#at(i).verdict === 'exact';
    return this.#some((i) => this.#came[i] !== HOLDS && holds(i));
  }

  /** How many hold to the digit. */
  get exact(): number {
    let count = 0;
    for (let i = 0; i < this.#came.length; i += 1)
      if (this.#isCleared(i) || this.#judged[i]?.verdict === 'exact') count += 1;
    return count;
  }

  /** Numbers of the assertions that were decided. */
  get decided(): readonly number[] {
    const isDecided = (i: number) =>
      this.#isCleared(i) || (this.#came[i] !== NOTHING && this.#at(i).verdict !== 'unknown');
    return this.expansion.numbers.filter((_, i) => isDecided(i));
  }

  /** The same, without what came of `misread` ones. */
  without(misread: ReadonlySet<JudgedRelation>): Decision {
    if (!this.#judged.some((j) => j && misread.has(j))) return this;
    const again = this.#judged.map((j) => (j && misread.has(j) ? j.setAside : j));
    return new Decision(this.expansion, this.#twice, this.#came, again);
  }

  /** The same, with blanks that are known to be nothing. */
  withNoughts(noughts: ReadonlySet<Fact>): Decision {
    if (!this.#judged.some((j) => j && isBlankOnly(j))) return this;
    const again = this.#judged.map((j) =>
      j && isBlankOnly(j)
        ? new JudgedRelation(j.assertion, compareAssertion(j.assertion, noughts))
        : j,
    );
    return new Decision(this.expansion, this.#twice, this.#came, again);
  }
}

function decided(expansion: Expansion, twice?: Table): Decision {
  const came = integerFooting(expansion);
  const judged: (JudgedRelation | undefined)[] = [];
  for (let i = 0; i < came.length; i += 1) {
    if (came[i] !== JUDGE) continue;
    const assertion = expansion.at(expansion.numbers[i]!);
    const comparison = compareAssertion(assertion);
    if (comparison) judged[i] = new JudgedRelation(assertion, comparison, twice);
    else came[i] = NOTHING;
  }
  return new Decision(expansion, twice, came, judged);
}

/** Relations between tables of which one stands there twice cannot be decided. */
function twiceIn({ asked }: Expansion, doubtful: ReadonlySet<string>): Table | undefined {
  return asked.size < 2 ? undefined : [...asked].find((t) => t && doubtful.has(t.form));
}

/** What came of relations that were judged before, where no table stands twice. */
const before = new WeakMap<Expansion, Decision>();

function decisionOf(expansion: Expansion, doubtful: ReadonlySet<string>): Decision {
  const twice = doubtful.size > 0 ? twiceIn(expansion, doubtful) : undefined;
  if (twice) return decided(expansion, twice);
  const known = before.get(expansion) ?? decided(expansion);
  before.set(expansion, known);
  return known;
}

/** What only blanks left open, judged once more where other relations prove them to be nothing. */
function proven(decisions: readonly Decision[]): readonly Decision[] {
  if (!decisions.some((d) => d.open.some(isBlankOnly))) return decisions;
  const holding = decisions.flatMap((d) => d.blank.map((j) => j.assertion));
  const noughts = provenNoughts(holding);
  return noughts.size === 0 ? decisions : decisions.map((d) => d.withNoughts(noughts));
}

/**
 * 判断 of all relations over the tables at hand, in their order; `doubtful` are forms that stand there twice,
 * whose relations stay undecided.
 */
export const decisionsOf = (
  expansions: readonly Expansion[],
  doubtful: ReadonlySet<string>,
): readonly Decision[] => proven(expansions.map((e) => decisionOf(e, doubtful)));
