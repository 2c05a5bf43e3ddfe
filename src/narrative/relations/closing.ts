// A total told behind its parts: A a、B b，合计t. Knows items; knows no table.
import { amountOf, type ToldItem, type ToldSentence } from '../clauses/account.ts';
import { closingCount, isClosing } from '../clauses/closing.ts';
import type { Figure } from '../text/figure.ts';
import { pairedColumns } from './parts.ts';
import type { Term, TextRelation } from './relation.ts';
import { slipExplains, sumOf } from './sums.ts';
import { isKept, weigh } from './weigh.ts';

const SLOTS = ['amount', 'plan', 'opening', 'full'] as const;
type SumSlot = (typeof SLOTS)[number];

const figureOf = (item: ToldItem, slot: SumSlot): Figure | undefined =>
  slot === 'amount' ? (item.slots.final ?? item.slots.plain) : item.slots[slot];

/** 收入总计a（含年初结转b），支出总计c: b is within a. */
const INCLUDED = /^含/;
/** Of the likeliest two columns may be told in pairs. */
const SETS = 4;

/** Sets of items before the total that it may be of, the likeliest first. */
function partsBefore(total: ToldItem, items: readonly ToldItem[]): (readonly ToldItem[])[] {
  const before = items.filter(
    (i) => i.unit === total.unit && !i.ghost && !i.inReason && !INCLUDED.test(i.own),
  );
  const beside = before.filter((i) => i.list === total.list);
  const last = before.at(-1);
  const inner =
    last?.list && last.list !== total.list ? before.filter((i) => i.list === last.list) : [];
  const stop = before.findLastIndex((i) => i.leads);
  // What stands right before it, whatever was told earlier: 总分120分，…得a分，加分b分，合计t分.
  const runs = before.slice(0, -2).map((_, i) => before.slice(i + 1));
  const sets = [beside, inner, before.slice(Math.max(stop, 0)), before, ...runs];
  const counted = closingCount(total);
  const told = counted === undefined ? [] : sets.filter((s) => s.length === counted);
  const all = [...sets, ...sets.slice(0, SETS).flatMap(pairedColumns)];
  return told.length > 0 ? told : all.filter((s) => s.length > 1);
}

function closingOf(total: ToldItem, items: readonly ToldItem[]): TextRelation[] {
  const sets = partsBefore(total, items);
  return SLOTS.flatMap((slot): TextRelation[] => {
    const about = figureOf(total, slot);
    if (!about) return [];
    const forms = sets.flatMap((set): Term[][] => {
      const parts = set.flatMap((i) => figureOf(i, slot) ?? []);
      const whole = parts.length === set.length && parts.every((p) => p.kind === about.kind);
      return whole ? [[...parts.map((p): Term => [p, 1]), [about, -1]]] : [];
    });
    const [main] = forms;
    if (!main) return [];
    const good = forms.find((f) => isKept(weigh(sumOf(f))));
    const reading = good
      ? { equation: sumOf(good), strong: true }
      : { equation: sumOf(main), strong: slipExplains(main) };
    return [{ topic: 'total', about, readings: [reading] }];
  });
}

/** 合计在后 of a sentence. */
export const closingsIn = ({ items }: ToldSentence): TextRelation[] =>
  items.flatMap((item, at) =>
    at > 1 && isClosing(item) && amountOf(item) ? closingOf(item, items.slice(0, at)) : [],
  );
