// 与上年相比: what is new, what is gone, and what moved far. Tells; judges nothing.
import { type Fact, factsOf, type Item, type Table } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import { abs, compare, divide, type Exact, isZero, minus, toText, ZERO } from '../measure/exact.ts';
import { convert } from '../measure/quantity.ts';

/** 变动提示标准: a change is told when it reaches both, in 万元 and as a share of last year. */
export interface MovementLimit {
  readonly amount: Exact;
  readonly ratio: Exact;
  readonly basis: string;
}
/** 与上年变动: a figure that is new, gone, or moved far. */
export interface Movement {
  readonly kind: 'added' | 'vanished' | 'changed';
  readonly form: string;
  readonly table: string;
  readonly label: string;
  readonly last: string;
  readonly current: string;
  readonly change: string;
  readonly unit: string;
  /** Absent where the figure stands in last year's workbook only. */
  readonly sheet?: string;
  readonly address?: string;
}

/** 数据对: what one row came to last year and this year. */
interface Pair {
  readonly own: Fact | undefined;
  readonly old: Fact | undefined;
  readonly was: Exact;
  readonly is: Exact;
}

/** Total columns of the tables by subject, and the rows of the others. */
const worthTelling = (fact: Fact): boolean =>
  fact.table.form === '表7' ? fact.column.key === '决算' : (fact.column.whole ?? false);

const keyOf = (item: Item): string => item.code ?? item.key;
const nameOf = (item: Item): string => `${item.code ? `${item.code} ` : ''}${item.names[0]}`;
const tellable = (table: Table): Fact[] =>
  [...factsOf(table)].filter((f) => worthTelling(f) && f.state !== 'unread');

function valueIn(fact: Fact | undefined, unit: string): Exact {
  if (!fact?.quantity) return ZERO;
  return convert(fact.quantity, unit)?.value ?? ZERO;
}

function pairs(current: Table, former: Table): Map<string, Pair> {
  const { unit } = current;
  const keyed = (t: Table) =>
    new Map(tellable(t).map((f) => [`${keyOf(f.row)}|${f.column.key}`, f]));
  const now = keyed(current);
  const then = keyed(former);
  const keys = [...new Set([...now.keys(), ...then.keys()])];
  return new Map(
    keys.map((key) => {
      const [own, old] = [now.get(key), then.get(key)];
      return [key, { own, old, was: valueIn(old, unit), is: valueIn(own, unit) }];
    }),
  );
}

function kindOf(
  { was, is }: Pair,
  limit: MovementLimit,
  unit: string,
): Movement['kind'] | undefined {
  if (isZero(was) && isZero(is)) return undefined;
  if (isZero(was)) return 'added';
  if (isZero(is)) return 'vanished';
  const change = abs(minus(is, was));
  const share = divide(change, abs(was)) ?? ZERO;
  const least = convert({ units: 1, decimals: 0, unit: '万元', unrounded: true }, unit);
  const amount = least ? divide(change, least.value) : change;
  const far = amount && compare(amount, limit.amount) >= 0 && compare(share, limit.ratio) >= 0;
  return far ? 'changed' : undefined;
}

/** A subject whose whole change is one of its own parts' is told by the part. */
function toldByPart(key: string, pair: Pair, all: ReadonlyMap<string, Pair>): boolean {
  const code = (pair.own ?? pair.old)!.row.code;
  if (!code) return false;
  const change = minus(pair.is, pair.was);
  return [...all].some(([other, part]) => {
    const below = (part.own ?? part.old)!.row.code;
    const inside = below?.startsWith(code) && below !== code && other !== key;
    return inside && compare(minus(part.is, part.was), change) === 0;
  });
}

function movementsIn(current: Table, former: Table, limit: MovementLimit): Movement[] {
  const { unit } = current;
  const all = pairs(current, former);
  return [...all].flatMap(([key, pair]): Movement[] => {
    const kind = kindOf(pair, limit, unit);
    if (!kind || toldByPart(key, pair, all)) return [];
    const { own, old, was, is } = pair;
    return [
      {
        kind,
        form: current.form,
        table: current.title,
        label: nameOf((own ?? old)!.row),
        last: toText(was, 2),
        current: toText(is, 2),
        change: toText(minus(is, was), 2),
        unit,
        ...(own && { sheet: own.location.sheet, address: addressOf(own.location) }),
      },
    ];
  });
}

/** Tables in which a change is told: the others print the same amounts again. */
const TOLD = ['表1', '表3', '表5', '表7'];

/** 与上年相比 of the tables checked, one by one; an amount that moved alike in two tables is told in the first. */
export function movements(
  current: readonly Table[],
  former: readonly Table[],
  limit: MovementLimit,
): Movement[] {
  const told = new Set<string>();
  return TOLD.flatMap((form) => {
    const [own, old] = [current, former].map((tables) =>
      tables.find((t) => t.form === form && !t.empty),
    );
    if (!own || !old) return [];
    return movementsIn(own, old, limit).filter((m) => {
      const key = `${m.label.replace(/^\d+ /, '')}|${m.last}|${m.current}`;
      const fresh = !told.has(key);
      told.add(key);
      return fresh;
    });
  });
}
