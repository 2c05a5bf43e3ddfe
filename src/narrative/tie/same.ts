// One quantity stated in several places: the same everywhere. Only among figures that no table settles.
import { isMoney } from '../../measure/quantity.ts';
import { calledBy, stated } from './amounts.ts';
import type { Desk } from './desk.ts';
import type { Bond, Tie } from './judge.ts';
import { codeIn } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { asPrinted, meets, valueOf } from './printed.ts';

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

function bondOf(about: Mention, other: Mention, desk: Desk): Bond {
  const same = meets(desk.interval(about), desk.interval(other));
  return {
    rule: 'C20',
    about,
    members: [other],
    match: same ? 'exact' : 'broken',
    cells: [],
    ought: (m) => asPrinted(valueOf((m === about ? other : about).token), m.token, desk.decimals),
    room: (m) => desk.interval(m === about ? other : about),
    says: (m) =>
      same
        ? '前后一致'
        : `${calledBy(m)}前后不一致：此处写“${stated(m)}”，另一处写“${stated(m === about ? other : about)}”`,
  };
}

/** What no table settles for certain: its places are held against each other. */
const isOpen = ({ subject }: Mention): boolean => subject.indicators.some((i) => i.open);

/** The value told most often, the first of equals. */
function usual(group: readonly Mention[], desk: Desk): Mention {
  const votes = group.map((m) => ({
    m,
    votes: group.filter((o) => meets(desk.interval(m), desk.interval(o))).length,
  }));
  return votes.reduce((a, b) => (b.votes > a.votes ? b : a)).m;
}

/** A loose name (本年支出数) that equals what the accounts say of one of its meanings. */
function echoes(m: Mention, desk: Desk): Bond[] {
  if (m.role !== 'amount' || !m.subject.key.startsWith('泛称')) return [];
  const meanings = m.subject.indicators.flatMap((i) => i.says ?? []);
  const told = desk.mentions.find(
    (o) =>
      o.accounts &&
      o.role === 'amount' &&
      o.subject.indicators.some((i) => i.says?.some((s) => meanings.includes(s))) &&
      meets(desk.interval(o), desk.interval(m)),
  );
  return told ? [bondOf(m, told, desk)] : [];
}

/** 前后一致. */
export function samenessOf(desk: Desk, ties: readonly Tie[]): Bond[] {
  const tied = new Set(ties.map((t) => t.mention));
  const broken = new Set(ties.filter((t) => t.match === 'broken').map((t) => t.mention));
  const groups = new Map<string, Mention[]>();
  for (const m of desk.mentions) {
    if (broken.has(m) || !comparable(m) || (tied.has(m) && !isOpen(m))) continue;
    const key = isOpen(m) ? `${keyOf(m)}|${m.section}` : keyOf(m);
    groups.set(key, [...(groups.get(key) ?? []), m]);
  }
  const loose = desk.mentions.filter((m) => !tied.has(m)).flatMap((m) => echoes(m, desk));
  const repeated = [...groups.values()].flatMap((group) => {
    if (group.length < 2 || group.every((m) => tied.has(m))) return [];
    const first = group.find((m) => tied.has(m)) ?? usual(group, desk);
    return group.filter((m) => m !== first && !tied.has(m)).map((m) => bondOf(m, first, desk));
  });
  return [...repeated, ...loose];
}
