// Where an amount belongs: to the item spoken of, in which slot, or to an item of its own. Knows the walk's
// state; judges nothing.
import { type AmountSlot, amountOf, budgetsOf, type Placed, type ToldItem } from './account.ts';
import { alike, related } from './alike.ts';
import type { Statement } from './saying.ts';
import { claimOf, type Walking } from './walking.ts';

/** Means stand beside means. */
export const meanUnit = ({ figure: { kind, unit }, mean }: Statement): string =>
  mean ? '均' : kind === 'count' ? unit : 'money';

/** An amount: a slot of the item spoken of, or an item of its own. */
export function amountAt(walk: Walking, said: Statement): ToldItem {
  const { current, before } = walk;
  const { figure } = said;
  const slot: AmountSlot = said.version ?? 'plain';
  const row = inRow(walk, said, said.past ? 'before' : slot);
  if (row) return row;
  if (figure.after && before?.item && before.said.measure === 'amount') {
    const year = before.said.year;
    const item = walk.newItem({ ...said, subject: '', ...(year !== undefined && { year }) }, slot);
    const tuple = before.item.tuple ?? [before.item];
    before.item.tuple = tuple;
    tuple.push(item);
    item.tuple = tuple;
    walk.tuple = tuple;
    return item;
  }
  walk.tuple = [];
  const here = current && isHere(walk, current, said) && current.unit === meanUnit(said);
  const spent = here && !said.version && SPENT.test(said.subject) && isBudgeted(current);
  const same = !said.subject || spent || (!!current && alike(said.subject, current.subject));
  const lastYear = said.past || (said.year !== undefined && said.year === (current?.year ?? 0) - 1);
  if (here && lastYear && !current.slots.before && (same || (said.past && !said.subject))) {
    current.slots.before = figure;
    return current;
  }
  // …决算a；2019年决算b，同比…: another year of the same, where the first told none.
  if (here && said.year !== undefined && !said.subject && isOther(current, slot)) {
    current.slots.before = figure;
    [current.beforeYear, current.loose] = [said.year, true];
    return current;
  }
  if (here && same && !current.tuple && isFree(current, slot, said)) {
    current.slots[slot] = figure;
    return current;
  }
  const sibling = here && said.year !== undefined && current.year === said.year - 1;
  const item = walk.newItem(said, slot);
  const old = sibling ? amountOf(current) : undefined;
  if (old) [item.slots.before, item.loose] = [old, !same];
  return item;
}

/** 预算安排100万元，支出80万元: what became of it. */
const SPENT = /^(?:实际)?(?:支出|支付|使用|拨付|列支|开支|完成)(?:资金|金额|数)?$/;
const isBudgeted = (item: ToldItem): boolean =>
  budgetsOf(item).length > 0 && !item.slots.final && !item.slots.plain;

/** 上年分别为a、b: the second row of what was told apiece. */
function inRow(walk: Walking, said: Statement, slot: AmountSlot): ToldItem | undefined {
  const { tuple, rowAt, passage } = walk;
  const [first] = tuple;
  if (tuple.length < 2 || said.subject || first!.passage !== passage) return undefined;
  if (!said.figure.after && !said.lead.some((t) => t.kind === 'each')) return undefined;
  const last = said.year !== undefined && said.year === (first!.year ?? 0) - 1;
  const own = tuple[rowAt];
  const into = (said.figure.after && walk.rowInto) || (last ? 'before' : slot);
  if (!own || own.slots[into] || into === 'plain') return undefined;
  own.slots[into] = said.figure;
  walk.rowInto = into;
  return own;
}

function isHere(walk: Walking, current: ToldItem, { subject }: Statement): boolean {
  return current.sentence === walk.sentence || (current.passage === walk.passage && !subject);
}

/** 比上年的b: last year's figure of what is spoken of. */
export function earlierAt(walk: Walking, said: Statement): ToldItem {
  const { current } = walk;
  const row = inRow(walk, said, 'before');
  if (row) return row;
  const here = current && isHere(walk, current, said);
  const same = !said.subject || (!!current && alike(said.subject, current.subject));
  // 甲由b增至a: of what it names, unlike 比上年的b.
  const named = !same && said.base === undefined;
  const target = here && !named && (same || !current.slots.before) ? current : undefined;
  const { year } = said.base ?? {};
  const item = target ?? walk.newItem(said, 'before');
  if (target && !same && !related(said.subject, target.subject) && !item.slots.before)
    item.loose = true;
  item.slots.before ??= said.figure;
  if (typeof year === 'number') item.beforeYear ??= year;
  return item;
}

/** 完成年初预算b的…, 较年初预算数b: a budget of what is spoken of. */
export function budgetAt(walk: Walking, placed: Placed): void {
  const { said } = placed;
  const { current } = walk;
  const version = said.version;
  if (!current || !version) return;
  placed.item = current;
  if (!isHere(walk, current, said)) return;
  const known = current.slots[version];
  if (!known) current.slots[version] = said.figure;
  else walk.claims.push({ ...claimOf(placed, walk.list), item: current, twice: known });
}

const isOther = ({ year, slots }: ToldItem, slot: AmountSlot): boolean =>
  year === undefined && slot === 'final' && slots.final !== undefined && !slots.before;

/** A slot that an amount may still fill. */
function isFree(item: ToldItem, slot: AmountSlot, said: Statement): boolean {
  const { slots, year } = item;
  if (slots[slot]) return false;
  if (said.year !== undefined && year !== undefined && said.year !== year) return false;
  if (slot !== 'plain') return true;
  if (SPENT.test(said.subject) && isBudgeted(item)) return true;
  return !slots.final && !slots.opening && !slots.full && !amountOf(item);
}
