// Verdicts of single numbers gathered from everything that was compared: with the tables, and with each
// other. Where numbers contradict each other, those are blamed that nothing vouches for. Knows verdicts.
import type { Severity } from '../../assertions/declaration.ts';
import { abs, compare, type Exact, exact, isZero, ZERO } from '../../measure/exact.ts';
import type { Interval } from '../../measure/interval.ts';
import type { Mention } from './mention.ts';
import { intervalOf, type Match, meets, NO_MANNER } from './printed.ts';
import type { TieCell } from './report.ts';
import { isSlip, slipFits } from './slips.ts';

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
  /** What it may be, rounding of the others considered; in 万元, a fraction, a count. */
  readonly room: (member: Mention) => Interval | undefined;
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

/** 数值的写法. */
export type Text = (value: Exact, mention: Mention) => string;

/** Nothing falls by more than all of it. */
const isImpossible = ({ role, sign, token }: Mention): boolean =>
  role === 'growth' && sign === -1 && compare(token.value, exact(100)) > 0;

/** 佐证: how many relations a number stands in that hold, and that do not. */
interface Standing {
  readonly tied: ReadonlySet<Mention>;
  /** Relations that hold. */
  readonly kept: readonly Bond[];
  readonly holding: ReadonlyMap<Mention, number>;
  readonly broken: ReadonlyMap<Mention, number>;
}

const membersOf = (bond: Bond): Mention[] => [...new Set([bond.about, ...bond.members])];

/** Nothing is proved by a share of 0.00%: it holds with almost any whole. */
const proves = (bond: Bond): boolean => !isZero(bond.about.token.value);

function standingOf(ties: readonly Tie[], bonds: readonly Bond[]): Standing {
  const holding = new Map<Mention, number>();
  const broken = new Map<Mention, number>();
  for (const bond of bonds) {
    if (bond.match !== 'broken' && !proves(bond)) continue;
    const counts = bond.match === 'broken' ? broken : holding;
    for (const m of membersOf(bond)) counts.set(m, (counts.get(m) ?? 0) + 1);
  }
  const tied = new Set(ties.filter((t) => t.match !== 'broken').map((t) => t.mention));
  return { tied, kept: bonds.filter((b) => b.match !== 'broken' && proves(b)), holding, broken };
}

/** Who is to blame for a broken bond; nobody where each is vouched for by something else. */
function blamed(bond: Bond, standing: Standing, text: Text): Mention[] {
  const { tied, kept, holding, broken } = standing;
  const against = (m: Mention): number => broken.get(m) ?? 0;
  const open = membersOf(bond).filter(
    (m) => !tied.has(m) && (holding.get(m) ?? 0) <= against(m) - (m === bond.about ? 0 : 1),
  );
  if (open.length < 2) return open;
  if (open.includes(bond.about) && isImpossible(bond.about)) return [bond.about];
  // 增加…，下降…: either word may be the wrong one.
  const opposed = open.filter((m) => m.sign && bond.about.sign && m.sign !== bond.about.sign);
  if (opposed.length > 0 && open.includes(bond.about)) return [bond.about, ...opposed];
  const most = Math.max(...open.map(against));
  const accused = open.filter((m) => against(m) === most);
  const mendable = accused.filter((m) => !kept.some((other) => forbids(other, m, bond)));
  const often = mendable.length > 0 ? mendable : accused;
  const slips = often.filter((m) => mistyped(m, bond, text));
  return slips.length > 0 ? slips : often;
}

const around = (value: Exact, m: Mention): Interval => intervalOf({ ...m.token, value }, NO_MANNER);

/** A relation that holds would break if this number were what the broken one asks for. */
function forbids(kept: Bond, m: Mention, bond: Bond): boolean {
  if (!membersOf(kept).includes(m)) return false;
  const room = kept.room(m);
  const ought = bond.ought(m);
  return !!room && !!ought && !meets(magnitude(around(ought, m)), magnitude(room));
}

/** A slip of the hand in this number alone would explain the break. */
function mistyped(m: Mention, bond: Bond, text: Text): boolean {
  const printed = text(m.token.value, m);
  const ought = bond.ought(m);
  if (ought !== undefined && isSlip(printed, text(ought, m))) return true;
  const room = bond.room(m);
  if (!room) return false;
  return slipFits(printed.replace('-', ''), (value) => meets(around(value, m), magnitude(room)));
}

const magnitude = (i: Interval): Interval =>
  compare(i.high, ZERO) < 0 ? { value: abs(i.value), low: abs(i.high), high: abs(i.low) } : i;

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

function fromBond(bond: Bond, m: Mention, match: Match): Judgement {
  const expected = bond.ought(m);
  return {
    match,
    rule: bond.rule,
    cells: bond.cells,
    message:
      match === 'broken' || m === bond.about ? bond.says(m, expected) : '与文中其他数字推算一致',
    ...(expected && { expected }),
    ...(bond.severity && match === 'broken' && { severity: bond.severity }),
  };
}

/** 判定结果. */
export interface Judged {
  readonly numbers: ReadonlyMap<Mention, Judgement>;
  /** Relations that do not hold although each of their numbers is vouched for elsewhere. */
  readonly contradictions: readonly Bond[];
  /** Numbers that do not agree with one already found wrong: open until that one is mended. */
  readonly awaiting: ReadonlySet<Mention>;
}

/** 判定 of every number that was compared. */
export function judge(ties: readonly Tie[], bonds: readonly Bond[], text: Text): Judged {
  const contradictions: Bond[] = [];
  const awaiting = new Set<Mention>();
  const numbers = new Map<Mention, Judgement>();
  const put = (mention: Mention, judgement: Judgement): void => {
    const known = numbers.get(mention);
    if (!known || WORSE[judgement.match] > WORSE[known.match]) numbers.set(mention, judgement);
  };
  for (const tie of ties) put(tie.mention, fromTie(tie));
  const wrong = new Set(ties.filter((t) => t.match === 'broken').map((t) => t.mention));
  const standing = standingOf(ties, bonds);
  for (const bond of bonds.filter((b) => b.match === 'broken')) {
    // A number already found wrong explains what rests on it.
    if (membersOf(bond).some((m) => wrong.has(m))) continue;
    const guilty = blamed(bond, standing, text);
    if (guilty.length === 0) contradictions.push(bond);
    for (const m of guilty) put(m, fromBond(bond, m, 'broken'));
    if (guilty.length > 0) for (const m of membersOf(bond)) awaiting.add(m);
  }
  for (const bond of bonds.filter((b) => b.match !== 'broken')) {
    for (const m of membersOf(bond)) {
      if (m === bond.about) put(m, fromBond(bond, m, bond.match));
      else if (!numbers.has(m)) put(m, fromBond(bond, m, 'exact'));
    }
  }
  return { numbers, contradictions, awaiting };
}
