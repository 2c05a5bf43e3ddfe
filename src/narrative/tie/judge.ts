// Verdicts of single numbers gathered from everything that was compared: with the tables, and with each
// other. Where numbers contradict each other, those are blamed that nothing vouches for. Knows verdicts.
import type { Severity } from '../../assertions/declaration.ts';
import { compare, type Exact, exact } from '../../measure/exact.ts';
import type { Mention } from './mention.ts';
import type { Match } from './printed.ts';
import type { TieCell } from './report.ts';
import { isSlip } from './slips.ts';

/** 单数核对: one number against the tables. */
export interface Tie {
  readonly mention: Mention;
  readonly rule: string;
  readonly match: Match;
  /** In the number's own unit. */
  readonly expected?: Exact;
  readonly cells: readonly TieCell[];
  readonly message: string;
  readonly severity?: Severity;
}

/** 数间核对: numbers of the text among themselves, some corners perhaps from the tables. */
export interface Bond {
  readonly rule: string;
  /** The number the relation is about: the rate, the change, the total. */
  readonly about: Mention;
  /** Printed numbers that it rests on, those known from the tables left out. */
  readonly members: readonly Mention[];
  readonly match: Match;
  readonly cells: readonly TieCell[];
  /** What a member ought to be if it alone were wrong, in its own unit. */
  readonly ought: (member: Mention) => Exact | undefined;
  readonly says: (member: Mention, expected: Exact | undefined) => string;
  readonly severity?: Severity;
}

/** 判定: what a number came to. */
export interface Judgement {
  readonly match: Match;
  readonly rule: string;
  readonly expected?: Exact;
  readonly cells: readonly TieCell[];
  readonly message: string;
  readonly severity?: Severity;
}

const WORSE: Readonly<Record<Match, number>> = { exact: 0, rounding: 1, broken: 2 };

export type Text = (value: Exact, mention: Mention) => string;

/** Nothing falls by more than all of it. */
const isImpossible = ({ role, sign, token }: Mention): boolean =>
  role === 'growth' && sign === -1 && compare(token.value, exact(100)) > 0;

/** Who is to blame for a broken bond; nobody where each is vouched for by something else. */
function blamed(bond: Bond, vouched: (m: Mention) => boolean, text: Text): Mention[] {
  const all = [...new Set([bond.about, ...bond.members])];
  const open = all.filter((m) => !vouched(m));
  if (open.length < 2) return open;
  if (open.includes(bond.about) && isImpossible(bond.about)) return [bond.about];
  const slips = open.filter((m) => {
    const ought = bond.ought(m);
    return ought !== undefined && isSlip(text(m.token.value, m), text(ought, m));
  });
  return slips.length === 1 ? slips : open;
}

function fromTie(tie: Tie): Judgement {
  const { match, rule, expected, cells, message, severity } = tie;
  return {
    match,
    rule,
    cells,
    message,
    ...(expected && { expected }),
    ...(severity && { severity }),
  };
}

/** 判定结果. */
export interface Judged {
  readonly numbers: ReadonlyMap<Mention, Judgement>;
  /** Relations that do not hold although each of their numbers is vouched for elsewhere. */
  readonly contradictions: readonly Bond[];
}

/** 判定 of every number that was compared. */
export function judge(ties: readonly Tie[], bonds: readonly Bond[], text: Text): Judged {
  const contradictions: Bond[] = [];
  const result = new Map<Mention, Judgement>();
  const put = (mention: Mention, judgement: Judgement): void => {
    const known = result.get(mention);
    if (!known || WORSE[judgement.match] > WORSE[known.match]) result.set(mention, judgement);
  };
  for (const tie of ties) put(tie.mention, fromTie(tie));
  const tied = new Set(ties.filter((t) => t.match !== 'broken').map((t) => t.mention));
  const broken = ties.filter((t) => t.match === 'broken').map((t) => t.mention);
  const holding = bonds.filter((b) => b.match !== 'broken');
  for (const bond of bonds.filter((b) => b.match === 'broken')) {
    const members = [bond.about, ...bond.members];
    // A number already found wrong explains what rests on it.
    if (members.some((m) => broken.includes(m))) continue;
    const vouched = (m: Mention): boolean =>
      tied.has(m) ||
      holding.some((h) => {
        const own = [h.about, ...h.members];
        return own.includes(m) && own.some((o) => !members.includes(o));
      });
    const guilty = blamed(bond, vouched, text);
    if (guilty.length === 0) contradictions.push(bond);
    for (const m of guilty) {
      const expected = bond.ought(m);
      put(m, {
        match: 'broken',
        rule: bond.rule,
        cells: bond.cells,
        message: bond.says(m, expected),
        ...(expected && { expected }),
        ...(bond.severity && { severity: bond.severity }),
      });
    }
  }
  for (const bond of holding) {
    for (const m of [bond.about, ...bond.members]) {
      const own = m === bond.about;
      if (!own && result.has(m)) continue;
      const expected = bond.ought(m);
      const message = own ? bond.says(m, expected) : '';
      put(m, {
        match: own ? bond.match : 'exact',
        rule: bond.rule,
        cells: bond.cells,
        message,
        ...(expected && { expected }),
      });
    }
  }
  return { numbers: result, contradictions };
}
