// Parts that the dictionary declares of a whole: what a text prints of them must come to it, and a list that
// claims to be whole leaves nothing out. Knows partitions of the dictionary; knows no table by name.

import { type Exact, exact, isZero, sign } from '../../measure/exact.ts';
import { contains, sumOfAll } from '../../measure/interval.ts';
import { isMoney } from '../../measure/quantity.ts';
import type { TieCell } from '../readings/report.ts';
import { NAME_RULES } from '../register.ts';
import type { Term, TextRelation } from '../relations/relation.ts';
import { sumOfTerms } from '../relations/weigh.ts';
import type { Figure } from '../text/figure.ts';
import type { Desk } from './desk.ts';
import type { Partition } from './dictionary.ts';
import type { Mention, NamedParts } from './mention.ts';
import { asPrinted } from './printed.ts';
import type { Tie } from './quote.ts';
import { codeIn } from './vocabulary.ts';

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

/** 分项核对结果: relations to be judged, and parts left out. */
export interface Sums {
  readonly sums: readonly TextRelation[];
  readonly omissions: readonly Omission[];
}

const ONE = exact(1);

interface Composition {
  readonly whole: Mention;
  readonly parts: readonly Mention[];
  readonly partition: Partition;
  readonly list: NamedParts | undefined;
}

/** Outside the accounts proper a passage is short. */
const tooFar = (m: Mention, { accounts, token }: Mention): boolean =>
  !accounts && m.token.paragraph > token.paragraph + 2;

/** Amounts of parts told after a whole, until the whole is told again. */
function partsAfter(whole: Mention, keys: readonly string[], desk: Desk): Mention[] {
  const parts: Mention[] = [];
  for (let i = desk.at(whole) + 1; i < desk.mentions.length; i += 1) {
    const m = desk.mentions[i]!;
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
  const keys = desk.partsTold(whole.section, item.whole, `科目·${item.form}·`);
  const classes = keys.filter((key) => codeIn(key)?.length === 3 || isClass(key));
  return [
    { of: item.whole, parts: [...new Set(classes)], rule: item.rule === 'C09' ? 'C07' : item.rule },
  ];
}

/** 购置费、运行维护费 beside 出国费、接待费: where a part is told by its own parts, those are meant. */
function partsOf(whole: Mention, partition: Partition, desk: Desk): Omit<Composition, 'list'> {
  const parts = partsAfter(whole, partition.parts, desk);
  const told = new Set(parts.map((p) => p.subject.key));
  const below = (key: string): readonly string[] => {
    const own = told.has(key) ? undefined : desk.partitions(key)[0]?.parts;
    const [first] = own ? partsAfter(whole, own, desk) : [];
    // In the very list that tells the other parts.
    return own && first && parts[0] && first.list === parts[0].list ? own : [key];
  };
  const all = partition.parts.flatMap(below);
  if (all.length === partition.parts.length) return { whole, parts, partition };
  return { whole, parts: partsAfter(whole, all, desk), partition: { ...partition, parts: all } };
}

function compositionsOf(desk: Desk, lists: readonly NamedParts[]): Composition[] {
  const wholes = desk.mentions.filter(
    (m) => m.role === 'amount' && m.subject.indicators.length > 0,
  );
  return wholes.flatMap((whole) => {
    const declared = desk.partitions(whole.subject.key);
    const found = [...declared, ...classPartition(whole, desk)].flatMap((one): Composition[] => {
      const told = partsOf(whole, one, desk);
      const [first] = told.parts;
      if (!first) return [];
      return [{ ...told, list: first.list === undefined ? undefined : lists[first.list] }];
    });
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
    const indicator = desk.indicator(key);
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
    desk.after(p, (m) => m.role === 'share' && m.subject === p.subject),
  );
  if (parts.length < 2 || shares.some((s) => s === undefined)) return false;
  return contains(sumOfAll(shares.map((s) => desk.interval(s!))), ONE);
}

/** The whole and its parts as a relation; less than the whole may only mean that not all is told. */
function sumRelation(
  { whole, parts, partition }: Composition,
  certain: boolean,
  figures: ReadonlyMap<number, Figure>,
): TextRelation {
  const total = figures.get(whole.index)!;
  const form: Term[] = [...parts.map((p): Term => [figures.get(p.index)!, 1]), [total, -1]];
  const over = parts.length > 1 && sign(sumOfTerms(form).value) > 0;
  const beside = parts.every((p) => p.token.paragraph === whole.token.paragraph);
  const strong = (certain || over) && (beside || whole.section !== undefined);
  return {
    topic: 'total',
    about: total,
    readings: [{ equation: { kind: 'sum', form }, strong }],
    loose: true,
    rule: partition.rule,
  };
}

/** 分项与合计: sums that declared parts come to, and parts that a list left out. */
export function sumsOf(
  desk: Desk,
  lists: readonly NamedParts[],
  ties: readonly Tie[],
  figures: ReadonlyMap<number, Figure>,
): Sums {
  const tied = new Set(ties.map((t) => t.mention));
  const sums: TextRelation[] = [];
  const omissions: Omission[] = [];
  for (const composition of compositionsOf(desk, lists)) {
    const rest = untold(composition, desk);
    const omission = rest && omissionOf(composition, rest, desk);
    if (omission) omissions.push(omission);
    const all = [composition.whole, ...composition.parts];
    if (omission || all.every((m) => tied.has(m)) || all.some((m) => m.token.rough)) continue;
    const nothingLeft = rest?.every((r) => !shows(r.value, composition.whole, desk));
    const certain = nothingLeft ?? claimsWhole(composition, desk);
    sums.push(sumRelation(composition, certain, figures));
  }
  return { sums, omissions };
}

/** Changes of the parts told after the change of the whole. */
function changesAfter(whole: Mention, { parts }: Partition, desk: Desk): Mention[] {
  const found: Mention[] = [];
  for (let i = desk.at(whole) + 1; i < desk.mentions.length; i += 1) {
    const m = desk.mentions[i]!;
    const again = m.role === 'change' && m.subject.key === whole.subject.key;
    if (m.section !== whole.section || again) break;
    if (m.role !== 'change' || m.base !== whole.base || !parts.includes(m.subject.key)) continue;
    if (found.some((f) => f.subject.key === m.subject.key)) break;
    found.push(m);
  }
  return found;
}

/** 合计增减 = Σ各项增减, where every part's change is told. */
export function movementsOf(desk: Desk, figures: ReadonlyMap<number, Figure>): TextRelation[] {
  return desk.mentions.flatMap((whole) => {
    if (whole.role !== 'change') return [];
    const own = desk.partitions(whole.subject.key).filter((p) => p.rule === 'C11');
    return own.flatMap((partition): TextRelation[] => {
      const parts = changesAfter(whole, partition, desk);
      if (parts.length === 0) return [];
      const total = figures.get(whole.index)!;
      const form: Term[] = [
        ...parts.map((p): Term => [figures.get(p.index)!, p.sign ?? 1]),
        [total, whole.sign === -1 ? 1 : -1],
      ];
      // Items that stayed the same have no figure: only all of them together must come to the total.
      const strong = parts.length === partition.parts.length;
      const readings = [{ equation: { kind: 'sum', form } as const, strong }];
      return [{ topic: 'changes', about: total, readings, rule: NAME_RULES.threeChanges }];
    });
  });
}
