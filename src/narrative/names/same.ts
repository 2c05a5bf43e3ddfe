// One quantity stated in several places: the same everywhere. Only among figures that no table settles.

import { overlaps } from '../../measure/interval.ts';
import { isMoney } from '../../measure/quantity.ts';
import type { TextRelation } from '../relations/relation.ts';
import type { Figure } from '../text/figure.ts';
import type { Desk } from './desk.ts';
import type { Mention } from './mention.ts';
import type { Tie } from './quote.ts';
import { codeIn } from './vocabulary.ts';

/** 增加200万元, 增长1倍: numbers of another kind say another thing. */
const keyOf = ({ subject, role, base, budget, sign, token }: Mention): string => {
  const of = role === 'budget' ? (budget ?? '') : '';
  const kind = isMoney(token.unit) ? '金额' : token.unit;
  return [subject.key, role, base ?? '', of, sign ?? '', kind].join('|');
};

/** Quantities that mean one thing wherever they are named. */
function comparable(m: Mention): boolean {
  const { indicators, key } = m.subject;
  // A name of a subject that no table resolves may stand for several.
  if (key.startsWith('科目') && codeIn(key) === undefined) return false;
  if (!m.accounts || indicators.length === 0 || m.token.rough || m.role === 'share') return false;
  if (m.role === 'completion') return false;
  return (
    !key.startsWith('泛称') &&
    indicators.every((i) => (i.says?.length ?? 0) <= 1 || i.rule === 'C16')
  );
}

/** What no table settles for certain: its places are held against each other. */
const isOpen = ({ subject }: Mention): boolean => subject.indicators.some((i) => i.open);

const isCount = ({ subject }: Mention): boolean => subject.indicators.some((i) => i.counted);

/** The figure that most places agree on, the first of those. */
function usual(group: readonly Mention[], desk: Desk): Mention {
  const votes = group.map((m) => ({
    m,
    votes: group.filter((o) => overlaps(desk.interval(m), desk.interval(o))).length,
  }));
  return votes.reduce((a, b) => (b.votes > a.votes ? b : a)).m;
}

/** A loose name (本年支出数) that equals what the accounts say of one of its meanings. */
function echoOf(m: Mention, desk: Desk, told: readonly Mention[]): Mention | undefined {
  if (m.role !== 'amount' || !m.subject.key.startsWith('泛称')) return undefined;
  const meanings = m.subject.indicators.flatMap((i) => i.says ?? []);
  return told.find(
    (o) =>
      o.subject.indicators.some((i) => i.says?.some((s) => meanings.includes(s))) &&
      overlaps(desk.interval(o), desk.interval(m)),
  );
}

/** A group of more is looked at no further. */
const MANY = 40;

/** 前后一致: one quantity in several places, as far as no table settles it. */
export function sameAmounts(
  desk: Desk,
  ties: readonly Tie[],
  figures: ReadonlyMap<number, Figure>,
): TextRelation[] {
  const tied = new Set(ties.map((t) => t.mention));
  const broken = new Set(ties.filter((t) => t.match === 'broken').map((t) => t.mention));
  const relation = (about: Mention, other: Mention, strong: boolean): TextRelation => {
    const [a, b] = [figures.get(about.index)!, figures.get(other.index)!];
    const form = [
      [a, 1],
      [b, -1],
    ] as const;
    const readings = [{ equation: { kind: 'sum', form } as const, strong }];
    return { topic: 'same', about: a, readings, loose: true };
  };
  const groups = new Map<string, Mention[]>();
  for (const m of desk.mentions) {
    if (broken.has(m) || !comparable(m) || (tied.has(m) && !isOpen(m))) continue;
    if (!m.named && !isCount(m)) continue;
    const key = isOpen(m) ? `${keyOf(m)}|${m.section}` : keyOf(m);
    const own = groups.get(key) ?? [];
    groups.set(key, own);
    if (own.length < MANY) own.push(m);
  }
  const accounts = desk.mentions
    .filter((m) => m.accounts && m.role === 'amount')
    .slice(0, MANY * 5);
  const loose = desk.mentions.flatMap((m) => {
    const other = tied.has(m) ? undefined : echoOf(m, desk, accounts);
    return other ? [relation(m, other, true)] : [];
  });
  const repeated = [...groups.values()].flatMap((group) => {
    if (group.length < 2 || group.every((m) => tied.has(m))) return [];
    const first = group.find((m) => tied.has(m)) ?? usual(group, desk);
    const sure = first.section !== undefined || tied.has(first);
    return group.filter((m) => m !== first && !tied.has(m)).map((m) => relation(m, first, sure));
  });
  return [...repeated, ...loose];
}
