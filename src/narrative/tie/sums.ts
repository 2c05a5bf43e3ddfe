// Parts and their whole: what a text prints of a whole must come to it, and a list that claims to be whole
// leaves nothing out. Knows partitions of the dictionary; knows no table by name.
import {
  abs,
  compare,
  type Exact,
  exact,
  isZero,
  minus,
  plus,
  sign,
  toText,
} from '../../measure/exact.ts';
import type { Interval } from '../../measure/interval.ts';
import { isMoney } from '../../measure/quantity.ts';
import { calledBy, stated } from './amounts.ts';
import type { Desk } from './desk.ts';
import type { Partition } from './dictionary.ts';
import type { Bond, Tie } from './judge.ts';
import { codeIn } from './lexicon.ts';
import type { Mention, PartList } from './mention.ts';
import { asPrinted, meets, zeroInterval } from './printed.ts';
import type { TieCell } from './report.ts';

/** 漏列: parts with figures that a closed list does not tell. */
export interface Omission {
  readonly rule: string;
  readonly from: Mention;
  readonly to: Mention;
  readonly missing: readonly {
    readonly name: string;
    readonly value: string;
    readonly cells: readonly TieCell[];
  }[];
  readonly whole: Mention;
}

/** 分项核对结果. */
export interface Sums {
  readonly bonds: readonly Bond[];
  readonly omissions: readonly Omission[];
}

const ONE = exact(1);

interface Composition {
  readonly whole: Mention;
  readonly parts: readonly Mention[];
  readonly partition: Partition;
  readonly list: PartList | undefined;
}

const add = (a: Interval, b: Interval): Interval => ({
  value: plus(a.value, b.value),
  low: plus(a.low, b.low),
  high: plus(a.high, b.high),
});

/** Outside the accounts proper a passage is short. */
const tooFar = (m: Mention, { accounts, token }: Mention): boolean =>
  !accounts && m.token.paragraph > token.paragraph + 2;

/** Amounts of parts told after a whole, until the whole is told again. */
function partsAfter(whole: Mention, keys: readonly string[], desk: Desk): Mention[] {
  const parts: Mention[] = [];
  const from = desk.mentions.indexOf(whole);
  for (const m of desk.mentions.slice(from + 1)) {
    const sameKey = m.subject.key === whole.subject.key && m.role === 'amount';
    if (m.section !== whole.section || sameKey || tooFar(m, whole)) break;
    if (m.role !== 'amount' || !keys.includes(m.subject.key)) continue;
    if (isMoney(m.token.unit) !== isMoney(whole.token.unit)) continue;
    // Told a second time: a new passage about the same parts.
    if (parts.some((p) => p.subject.key === m.subject.key)) break;
    parts.push(m);
  }
  return parts;
}

/** A path of names that is a 类 alone. */
const isClass = (key: string): boolean => codeIn(key) === undefined && !key.includes('/');

/** 类 named after a whole, as a partition of their own. */
function classPartition(whole: Mention, desk: Desk): Partition[] {
  const item = desk.dictionary.items.find(
    (i) => i.section === whole.section && i.whole === whole.subject.key,
  );
  if (!item) return [];
  const keys = desk.mentions
    .filter((m) => m.section === whole.section && m.subject.indicators[0]?.of === item.whole)
    .map((m) => m.subject.key)
    .filter((key) => key.startsWith(`科目·${item.form}·`));
  const classes = keys.filter((key) => codeIn(key)?.length === 3 || isClass(key));
  return [
    { of: item.whole, parts: [...new Set(classes)], rule: item.rule === 'C09' ? 'C07' : item.rule },
  ];
}

function compositionsOf(desk: Desk, lists: readonly PartList[]): Composition[] {
  const wholes = desk.mentions.filter(
    (m) => m.role === 'amount' && m.subject.indicators.length > 0,
  );
  return wholes.flatMap((whole) => {
    const declared = desk.dictionary.partitions.filter((p) => p.of === whole.subject.key);
    const found = [...declared, ...classPartition(whole, desk)].flatMap(
      (partition): Composition[] => {
        const parts = partsAfter(whole, partition.parts, desk);
        if (parts.length === 0) return [];
        const id = parts[0]!.list;
        return [{ whole, parts, partition, list: id === undefined ? undefined : lists[id] }];
      },
    );
    // The same clauses may be parts of two partitions; the one told most fully is meant.
    return found.filter(
      (c) =>
        !found.some(
          (o) => o.parts.length > c.parts.length && c.parts.every((p) => o.parts.includes(p)),
        ),
    );
  });
}

interface Rest {
  readonly key: string;
  readonly name: string;
  readonly value: Exact;
  /** The least it may be, rounding considered. */
  readonly least: Exact;
  readonly cells: readonly TieCell[];
}

/** Parts the text does not tell, as the tables have them; undefined where they are not known. */
function untold({ parts, partition, whole }: Composition, desk: Desk): Rest[] | undefined {
  const told = new Set(parts.map((p) => p.subject.key));
  const item = desk.dictionary.items.find((i) => i.section === whole.section);
  const rest: Rest[] = [];
  if (item && partition.parts.every((k) => k.startsWith('科目'))) {
    const table = desk.holdings.table(item.form);
    if (!table || table.empty) return undefined;
    for (const row of table.rows.filter((r) => r.level === '类' && r.code)) {
      const key = `科目·${item.form}·${row.code}`;
      const worth = desk.worth(`${item.form}.${row.code}·${item.column}`);
      if (!worth) return undefined;
      if (!told.has(key))
        rest.push({
          key,
          name: row.printed,
          value: worth.value.value,
          least: worth.value.low,
          cells: worth.cells,
        });
    }
    return rest;
  }
  for (const key of partition.parts.filter((k) => !told.has(k))) {
    const indicator = desk.dictionary.indicators.find((i) => i.key === key);
    const worth = indicator && desk.amount([indicator]);
    if (!indicator || !worth) return undefined;
    rest.push({
      key,
      name: indicator.names[0] ?? key,
      value: worth.value.value,
      least: worth.value.low,
      cells: worth.cells,
    });
  }
  return rest;
}

/** A part as the whole and the other parts leave it; the part's own rounding goes out with it. */
export const leftOf = (whole: Interval, sum: Interval, part: Interval): Interval => ({
  value: plus(minus(whole.value, sum.value), part.value),
  low: plus(minus(whole.low, sum.high), part.high),
  high: plus(minus(whole.high, sum.low), part.low),
});

/** Figures that show at the precision of the text. */
const shows = (value: Exact, whole: Mention, desk: Desk): boolean =>
  !isZero(asPrinted(value, whole.token, desk.decimals));

function omissionOf(c: Composition, rest: readonly Rest[], desk: Desk): Omission | undefined {
  // What only rounding makes a figure may be left out.
  const missing = rest.filter(
    (r) => shows(r.value, c.whole, desk) && shows(r.least, c.whole, desk),
  );
  const closed = c.list && !c.list.open && (c.list.composition || c.parts.length > 1);
  if (missing.length === 0 || !closed) return undefined;
  return {
    rule: c.partition.rule,
    whole: c.whole,
    from: c.parts[0]!,
    to: c.parts.at(-1)!,
    missing: missing.map(({ name, value, cells }) => ({
      name,
      value: desk.words(asPrinted(value, c.whole.token, desk.decimals), c.whole),
      cells,
    })),
  };
}

/** The parts told are all there are, by the text itself. */
function claimsWhole({ list, parts, partition }: Composition, desk: Desk): boolean {
  if (list?.open) return false;
  if (list?.composition === true || parts.length === partition.parts.length) return true;
  if (list && partition.closed) return true;
  const shares = parts.map((p) =>
    desk.mentions.find((m) => m.role === 'share' && m.subject === p.subject),
  );
  if (parts.length < 2 || shares.some((s) => s === undefined)) return false;
  const all = shares.map((s) => desk.interval(s!)).reduce(add, zeroInterval);
  return compare(all.low, ONE) <= 0 && compare(ONE, all.high) <= 0;
}

function sumBond(c: Composition, desk: Desk, certain: boolean): Bond | undefined {
  const { whole, parts, partition } = c;
  const sum = parts.map((p) => desk.interval(p)).reduce(add, zeroInterval);
  const stands = desk.interval(whole);
  const gap = minus(sum.value, stands.value);
  const match = isZero(gap) ? 'exact' : meets(sum, stands) ? 'rounding' : 'broken';
  // Less than the whole may only mean that not all is told.
  if (match === 'broken' && !certain && sign(gap) < 0) return undefined;
  const names = parts.map((p) => stated(p)).join('＋');
  return {
    rule: partition.rule,
    about: whole,
    members: parts,
    match,
    cells: [],
    ought: (m) => {
      if (m === whole) return asPrinted(sum.value, m.token, desk.decimals);
      const left = minus(desk.interval(m).value, gap);
      return sign(left) < 0 ? undefined : asPrinted(left, m.token, desk.decimals);
    },
    room: (m) => (m === whole ? sum : leftOf(stands, sum, desk.interval(m))),
    says: (m, expected) =>
      match === 'exact'
        ? '与各分项之和一致'
        : `${calledBy(m)}写“${stated(m)}”，${
            m === whole
              ? `各分项之和为 ${names}＝${expected ? desk.words(expected, m) : ''}`
              : `与合计“${stated(whole)}”及其他分项不合，推算为${expected ? desk.words(expected, m) : '负数'}`
          }，相差 ${toText(abs(gap), 2)}${isMoney(whole.token.unit) ? '万元' : whole.token.unit}${c.list?.composition && sign(gap) < 0 ? '，可能漏列了分项' : ''}`,
  };
}

/** 分项与合计. */
export function sumsOf(desk: Desk, lists: readonly PartList[], ties: readonly Tie[]): Sums {
  const tied = new Set(ties.map((t) => t.mention));
  const bonds: Bond[] = [];
  const omissions: Omission[] = [];
  for (const composition of compositionsOf(desk, lists)) {
    const rest = untold(composition, desk);
    const omission = rest && omissionOf(composition, rest, desk);
    if (omission) omissions.push(omission);
    const all = [composition.whole, ...composition.parts];
    if (all.every((m) => tied.has(m)) || all.some((m) => m.token.rough)) continue;
    const nothingLeft = rest?.every((r) => !shows(r.value, composition.whole, desk));
    const bond = omission
      ? undefined
      : sumBond(composition, desk, nothingLeft ?? claimsWhole(composition, desk));
    if (bond) bonds.push(bond);
  }
  return { bonds, omissions };
}
