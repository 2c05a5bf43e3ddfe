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

function kindOf(was: Exact, is: Exact, limit: MovementLimit, unit: string) {
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

function movementsIn(current: Table, former: Table, limit: MovementLimit): Movement[] {
  const { unit } = current;
  const result: Movement[] = [];
  const now = new Map(tellable(current).map((f) => [`${keyOf(f.row)}|${f.column.key}`, f]));
  const then = new Map(tellable(former).map((f) => [`${keyOf(f.row)}|${f.column.key}`, f]));
  for (const key of new Set([...now.keys(), ...then.keys()])) {
    const [own, old] = [now.get(key), then.get(key)];
    const [is, was] = [valueIn(own, unit), valueIn(old, unit)];
    const kind = kindOf(was, is, limit, unit);
    if (!kind) continue;
    const change = minus(is, was);
    result.push({
      kind,
      form: current.form,
      table: current.title,
      label: nameOf((own ?? old)!.row),
      last: toText(was, 2),
      current: toText(is, 2),
      change: toText(change, 2),
      unit,
      ...(own && { sheet: own.location.sheet, address: addressOf(own.location) }),
    });
  }
  return result;
}

/** Tables in which a change is told once: the others print the same amounts again. */
const TOLD = ['表1', '表3', '表5', '表7'];

/** 与上年相比, table by table. */
export function movements(
  current: readonly Table[],
  former: readonly Table[],
  limit: MovementLimit,
): Movement[] {
  return TOLD.flatMap((form) => {
    const [own, old] = [current, former].map((tables) =>
      tables.find((t) => t.form === form && t.checked && !t.empty),
    );
    return own && old ? movementsIn(own, old, limit) : [];
  });
}
