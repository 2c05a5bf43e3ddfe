// One verdict for every number: from the tables where its name means a figure there, from the relations it
// stands in, both judged together. Knows verdicts; reads nothing.
import type { Severity } from '../../assertions/declaration.ts';
import { type Exact, shift } from '../../measure/exact.ts';
import type { Mention } from '../names/mention.ts';
import type { Decimals, Match } from '../names/printed.ts';
import type { Tie } from '../names/quote.ts';
import { membersOf, type TextRelation } from '../relations/relation.ts';
import { mend } from '../relations/weigh.ts';
import { type Figure, powerOf } from '../text/figure.ts';
import { type Blame, blame, byFigure } from './culprit.ts';
import { slipsOfLastPlace } from './manner.ts';
import type { TieCell } from './report.ts';
import { relationRule } from './rules.ts';
import { blameWords, groupWords, heldWords, lastPlaceWords, nearlyWords } from './says.ts';
import { type Settled, settleRelations } from './settle.ts';

/** 判定: what a number came to. */
interface Judgement {
  readonly match: Match;
  readonly rule: string;
  /** In the number's own unit. */
  readonly expected?: Exact;
  readonly cells: readonly TieCell[];
  readonly message: string;
  readonly severity?: Severity;
  readonly reason?: 'direction';
}

/** 一组中有一个不符, or a relation whose every number is vouched for elsewhere. */
export interface Suspicion {
  readonly figures: readonly Figure[];
  readonly rule: string;
  readonly message: string;
}

/** 全文判定; numbers by their index in the text. */
export interface Verdicts {
  readonly numbers: ReadonlyMap<number, Judgement>;
  readonly suspicions: readonly Suspicion[];
  /** Numbers of which one is wrong. */
  readonly grouped: ReadonlySet<number>;
  /** Numbers that rest on one found wrong. */
  readonly awaiting: ReadonlySet<number>;
  /** What each open number lacks. */
  readonly open: ReadonlyMap<number, string>;
}

/** 判定所需: what tables and relations say; numbers by their index in the text. */
export interface TextEvidence {
  readonly figures: ReadonlyMap<number, Figure>;
  readonly ties: readonly Tie[];
  readonly relations: readonly TextRelation[];
  /** Cells of figures quoted from the tables. */
  readonly cells: ReadonlyMap<Figure, readonly TieCell[]>;
  readonly mentions: ReadonlyMap<number, Mention>;
  readonly manner: Decimals;
  /** What a number is called. */
  readonly nameOf: (figure: Figure) => string;
}

const WORSE: Readonly<Record<Match, number>> = { exact: 0, rounding: 1, broken: 2 };

function fromTie({ match, rule, expected, cells, message, severity }: Tie): Judgement {
  return {
    match,
    rule,
    cells,
    message,
    ...(expected && { expected }),
    ...(severity && { severity }),
  };
}

/** A figure that a table vouches for, as a relation that holds. */
function vouchedBy(figure: Figure): Settled {
  const quoted: Figure = { ...figure, index: -1 };
  const form = [
    [figure, 1],
    [quoted, -1],
  ] as const;
  const reading = { equation: { kind: 'sum', form } as const, strong: true };
  return {
    relation: { topic: 'quoted', about: figure, readings: [reading] },
    reading,
    weight: 'exact',
  };
}

class Bench {
  readonly numbers = new Map<number, Judgement>();
  readonly suspicions: Suspicion[] = [];
  readonly grouped = new Set<number>();
  readonly awaiting = new Set<number>();

  constructor(readonly evidence: TextEvidence) {}

  judge(): Verdicts {
    const { evidence } = this;
    for (const tie of evidence.ties) this.#put(tie.mention.index, fromTie(tie));
    const standing = settleRelations(evidence.relations);
    const wrong = new Set(
      evidence.ties.filter((t) => t.match === 'broken').map((t) => t.mention.index),
    );
    const tied = new Set([...this.numbers.keys()].filter((i) => !wrong.has(i)));
    // One of several cells: whether it is the right one the sum tells.
    const sure = new Set(evidence.ties.filter((t) => !t.several).map((t) => t.mention.index));
    const vouched = [...tied].flatMap((i) => {
      const figure = evidence.figures.get(i);
      return figure ? [vouchedBy(figure)] : [];
    });
    // A number already found wrong explains what rests on it.
    const open = standing.broken.filter((s) => !restsOn(s, wrong) && !isOfTable(s, sure));
    for (const s of standing.broken) for (const f of figuresOf(s)) this.awaiting.add(f.index);
    const held = [...standing.held, ...vouched];
    this.#blames(blame(open, held), tied);
    this.#nearly(standing.nearly, slipsOfLastPlace(standing.nearly, standing.held));
    this.#held(standing.held, tied);
    const missing = new Map([...standing.open].map(([f, words]) => [f.index, words]));
    const { numbers, suspicions, grouped, awaiting } = this;
    return { numbers, suspicions, grouped, awaiting, open: missing };
  }

  #put(index: number, judgement: Judgement): void {
    const known = this.numbers.get(index);
    if (!known || WORSE[judgement.match] > WORSE[known.match]) this.numbers.set(index, judgement);
  }

  #rule(relation: TextRelation): string {
    return (
      relation.rule ?? relationRule(relation, this.evidence.mentions.get(relation.about.index))
    );
  }

  #cells({ reading }: Settled): readonly TieCell[] {
    return membersOf(reading.equation).flatMap((f) => this.evidence.cells.get(f) ?? []);
  }

  #blames(blames: readonly Blame[], tied: ReadonlySet<number>): void {
    const groups = new Set<readonly Figure[]>();
    for (const own of blames) {
      const { figure, group, by } = own;
      if (group.length > 1) {
        if (!groups.has(group)) this.#group(group, by.relation);
        groups.add(group);
        for (const f of group) if (!this.numbers.has(f.index)) this.grouped.add(f.index);
      } else if (tied.has(figure.index)) this.#group(figuresOf(by), by.relation);
      else this.#accuse(own);
    }
  }

  #group(group: readonly Figure[], relation: TextRelation): void {
    const figures = group.filter((f) => f.token);
    const message = groupWords(relation, figures);
    this.suspicions.push({ figures, rule: this.#rule(relation), message });
  }

  #accuse(own: Blame): void {
    const { figure, value, by } = own;
    const { manner, mentions, nameOf } = this.evidence;
    const power = figure.kind === 'money' ? powerOf(figure.unit) : 0;
    const direction = mentions.get(figure.index)?.sign;
    this.#put(figure.index, {
      match: 'broken',
      rule: this.#rule(by.relation),
      cells: this.#cells(by),
      message: blameWords(own, nameOf(figure), manner, direction),
      ...(value && { expected: shift(value, -power) }),
    });
  }

  #nearly(nearly: readonly Settled[], slips: ReadonlySet<Settled>): void {
    const { manner, nameOf } = this.evidence;
    for (const s of nearly) {
      const { about } = s.relation;
      if (this.numbers.has(about.index) || this.grouped.has(about.index)) continue;
      const ought = slips.has(s) ? mend(s.reading.equation, about) : undefined;
      this.#put(about.index, {
        match: 'broken',
        severity: ought ? 'warning' : 'note',
        rule: this.#rule(s.relation),
        cells: this.#cells(s),
        message: ought
          ? lastPlaceWords(about, ought, nameOf(about), manner)
          : nearlyWords(nameOf(about)),
        ...(ought && { expected: ought }),
      });
    }
  }

  #held(held: readonly Settled[], tied: ReadonlySet<number>): void {
    for (const [figure, own] of byFigure(held)) {
      // What stands so in the table needs no sum to bear it out.
      if (!figure.token || this.grouped.has(figure.index) || tied.has(figure.index)) continue;
      const about = own.find((s) => s.relation.about === figure && s.weight === 'rounding');
      const best = about ?? own.find((s) => s.weight === 'exact') ?? own[0]!;
      const exact = !about && (best.weight === 'exact' || best.relation.about !== figure);
      this.#put(figure.index, {
        match: exact ? 'exact' : 'rounding',
        rule: this.#rule(best.relation),
        cells: this.#cells(best),
        message: heldWords(best, figure, this.evidence.nameOf(figure)),
      });
    }
  }
}

/** By one of its readings it is reckoned with a number already found wrong. */
const restsOn = (s: Settled, wrong: ReadonlySet<number>): boolean =>
  [s, ...s.relation.readings.filter((r) => r.strong).map((reading) => ({ ...s, reading }))].some(
    (own) => figuresOf(own).some((f) => wrong.has(f.index)),
  );

/** A sum whose every number stands so in the tables: whether the table adds up is asked there. */
const isOfTable = (s: Settled, tied: ReadonlySet<number>): boolean =>
  s.reading.equation.kind !== 'ratio' && figuresOf(s).every((f) => tied.has(f.index));

const figuresOf = ({ reading }: Settled): Figure[] => [
  ...membersOf(reading.equation),
  ...(reading.also ?? []),
];

/** 全文判定 by all that was found: each number once, by its index. */
export const verdictsOf = (evidence: TextEvidence): Verdicts => new Bench(evidence).judge();
