// Totals and their parts: amounts, last year's, budgets, changes, counts, running sums, one figure said twice.
// A list whose parts come to less may only be incomplete. Knows items; knows no table.
import { isZero, sign } from '../../measure/exact.ts';
import {
  type Account,
  amountOf,
  budgetsOf,
  type Claim,
  type PartList,
  type ToldItem,
} from '../clauses/account.ts';
import type { ComparedTo, Statement } from '../clauses/saying.ts';
import type { Figure } from '../text/figure.ts';
import { isExplained, LIKELY, SURE } from './explained.ts';
import { signOf } from './movements.ts';
import { BEHIND, isAllOf, isMixed, isOfBothSides, isParted, partSets } from './parts.ts';
import type { Reading, SumEquation, Term, TextRelation } from './relation.ts';
import { isComplete } from './shares.ts';
import { isKept, sumOfTerms, weigh } from './weigh.ts';

type SumSlot = 'amount' | 'before' | 'opening' | 'full' | 'plan';
const SLOTS: readonly SumSlot[] = ['amount', 'before', 'opening', 'full', 'plan'];
const SCORE = '分';
const INCOMPLETE = '清单可能没有列全';
/** Counted under several heads at once. */
const PEOPLE: ReadonlySet<string> = new Set(['人', '名']);
/** 人均、平均: averages do not add up. */
const AVERAGE = /均/;

interface Told {
  readonly form: readonly Term[];
  readonly parts: readonly ToldItem[];
  readonly head: ToldItem;
  readonly strong: boolean;
}

/** The figure of an item in a sum; a budget stands for it only where it is the only one and the item is named by it alone. */
function figureOf(item: ToldItem, slot: SumSlot): Figure | undefined {
  if (slot !== 'amount') return item.slots[slot];
  const { final, plain } = item.slots;
  if (final ?? plain) return final ?? plain;
  return budgetsOf(item).length === 1 && item.own === '' ? undefined : amountOf(item);
}

const isNothing = (item: ToldItem, slot: SumSlot): boolean => {
  const figure = figureOf(item, slot);
  return !figure || isZero(figure.value);
};

const formOf = (parts: readonly ToldItem[], slot: SumSlot, total: Figure): Term[] => [
  ...parts.map((p): Term => [figureOf(p, slot)!, 1]),
  [total, -1],
];

/** 和: terms that ought to come to nothing. */
export const sumOf = (form: readonly Term[]): SumEquation => ({ kind: 'sum', form });
const mostOf = (form: readonly Term[]): SumEquation => ({ kind: 'most', form });

/** One mistake in one number explains the gap. */
export const slipExplains = (form: readonly Term[]): boolean => isExplained(sumOf(form), SURE);

class ListReader {
  readonly relations: TextRelation[] = [];

  constructor(
    readonly list: PartList,
    /** Heads of the unit that is summed. */
    readonly heads: readonly ToldItem[],
    readonly parts: readonly ToldItem[],
    readonly after: readonly ToldItem[],
    readonly shares: ReadonlyMap<ToldItem, Claim>,
  ) {}

  read(): TextRelation[] {
    for (const slot of SLOTS) this.#slot(slot);
    return this.relations;
  }

  #told(slot: SumSlot): Told[] {
    const told: Told[] = [];
    for (const [rank, head] of this.heads.entries()) {
      const direct = rank === 0 && slot === 'amount' && head === this.list.heads[0];
      const own0 = direct ? this.list.total : undefined;
      const total = own0 ?? figureOf(head, slot);
      if (
        !total ||
        (rank > 0 && (slot !== 'amount' || this.#isClear())) ||
        AVERAGE.test(head.subject)
      )
        continue;
      const fits = (i: ToldItem): boolean => i !== head && figureOf(i, slot)?.kind === total.kind;
      const own = this.parts.filter((p) => p !== head);
      for (const set of partSets(this.list, own)) {
        const parts = set.filter(fits);
        if (parts.length > 0)
          told.push({ form: formOf(parts, slot, total), parts, head, strong: rank === 0 });
      }
      for (let i = 1; i <= Math.min(BEHIND, this.after.length); i += 1) {
        const parts = [...this.parts, ...this.after.slice(0, i)].filter(fits);
        if (parts.length > 1)
          told.push({ form: formOf(parts, slot, total), parts, head, strong: false });
      }
    }
    return told;
  }

  /** A（B、C）: of what the bracket stands right behind. */
  #isClear(): boolean {
    return this.list.inBracket && this.list.total !== undefined;
  }

  #push(topic: TextRelation['topic'], about: Figure, reading: Reading | undefined): void {
    this.relations.push({
      topic,
      about,
      ...(this.list.some && { open: true }),
      readings: reading ? [reading] : [],
      missing: INCOMPLETE,
    });
  }

  #slot(slot: SumSlot): void {
    const told = this.#told(slot);
    const main = told.find((t) => t.strong);
    if (!main) return;
    const total = main.form.at(-1)![0];
    // 其中A=T，B…: one of several parts as large as the whole bears out nothing.
    const parts = this.parts.filter((p) => p !== main.head && !isNothing(p, slot));
    const good = told.find(
      (t) => isKept(weigh(sumOf(t.form))) && (t.parts.length > 1 || parts.length < 2),
    );
    if (!good && told.some((t) => isKept(weigh(sumOf(t.form))))) {
      this.#push('total', total, undefined);
      return;
    }
    if (good) {
      const { strong } = good;
      this.#push('total', good.form.at(-1)![0], { equation: sumOf(good.form), strong });
      return;
    }
    const budget = slot !== 'amount' && slot !== 'before';
    // Weights and scores stand between each other: which belong together only the form tells.
    if (slot === 'before' || (total.unit === SCORE && !isScoreList(main.parts))) return;
    if (budget) this.#budgets(main, total, slot);
    else this.#broken(main, told, total);
  }

  /** Sums of budgets accuse only where a slip explains them and every part has one. */
  #budgets(main: Told, total: Figure, slot: SumSlot): void {
    const { list } = this;
    const all = this.parts.every((p) => figureOf(p, slot)) && this.parts.length > 1;
    // What the amounts of the same list do not come to its budgets need not either.
    const spent = this.#told('amount').filter((t) => t.strong);
    if (spent.length > 0 && spent.every((t) => weigh(sumOf(t.form)) === 'broken')) return;
    const strong =
      all && !list.some && !list.unsure && this.after.length === 0 && slipExplains(main.form);
    this.#push('total', total, { equation: sumOf(main.form), strong });
  }

  #broken(main: Told, told: readonly Told[], total: Figure): void {
    const { list, parts } = this;
    if (isOfBothSides(main.head.own, main.parts) || isAllOf(main.parts, total)) return;
    // 收支总计…如下：…、收支总计: a table told in lines, no parts.
    if (parts.some((p) => p !== main.head && p.totalled && p.own === main.head.own)) return;
    const over = sign(sumOfTerms(main.form).low) > 0;
    const positive = main.parts.every((p) => sign(amountOf(p)!.value) >= 0);
    const [only, ...others] = main.parts;
    if (only && others.length === 0) {
      const strong = over && positive && !list.unsure && !AVERAGE.test(only.subject);
      this.#push('part', total, strong ? { equation: mostOf(main.form), strong } : undefined);
      return;
    }
    if (list.some) {
      const strong = over && positive;
      this.#push('part', total, strong ? { equation: mostOf(main.form), strong } : undefined);
      return;
    }
    const shared = main.parts.flatMap((p) => this.shares.get(p)?.said.figure ?? []);
    const every = main.parts.every((p) => this.shares.has(p) || isZero(amountOf(p)!.value));
    const closed = shared.length >= 2 && isComplete(shared) && every;
    // Shares of all parts that make no whole: parts are missing.
    const partial = shared.length > 0 && every && !closed;
    const unclear = list.loose || isMixed(main.parts);
    const all = parts.length > 0 && parts.every((p) => figureOf(p, 'amount'));
    const strong =
      !list.unsure &&
      all &&
      // 专任教师132人，高级教师41人: the same people told twice.
      (closed ||
        (over && !PEOPLE.has(total.unit) && !unclear) ||
        (isExplained(sumOf(main.form), unclear ? LIKELY : SURE) && !partial)) &&
      !(this.after.length > 0 && !over && !isExplained(sumOf(main.form), LIKELY)) &&
      told.filter((t) => t.strong).every((t) => weigh(sumOf(t.form)) === 'broken');
    this.#push('total', total, { equation: sumOf(main.form), strong });
  }
}

const WEIGHT = /[权满分]/;

/** 决策18分、过程20.6分、产出30分: scores alone, with no weights between them. */
const isScoreList = (parts: readonly ToldItem[]): boolean =>
  parts.length > 2 && parts.every((p, i) => !WEIGHT.test(p.own) && !isParted(parts, i));

const alikeBase = (a: ComparedTo | undefined, b: ComparedTo | undefined): boolean =>
  !a || !b || (a.budget !== undefined) === (b.budget !== undefined);

/** Changes of the parts = change of the head. */
function changesOf(
  list: PartList,
  changes: ReadonlyMap<ToldItem, readonly Claim[]>,
): TextRelation[] {
  const [head] = list.heads;
  const [first] = list.items;
  if (!head || !first) return [];
  const own = (item: ToldItem, base: ComparedTo | undefined): Statement | undefined =>
    changes.get(item)?.find((c) => !c.said.reason && alikeBase(c.base, base))?.said;
  if (isOfBothSides(head.own, list.items)) return [];
  const tops = (changes.get(head) ?? []).filter(
    (c) => !c.said.reason && c.said.figure.token!.start < first.start,
  );
  return tops.flatMap((top): TextRelation[] => {
    const { figure, direction } = top.said;
    const told = (form: Term[], strong: boolean): TextRelation[] => [
      { topic: 'changes', about: figure, readings: [{ equation: sumOf(form), strong }] },
    ];
    const sets = partSets(list, list.items)
      .map((set) => set.map((item) => ({ item, change: own(item, top.base) })))
      .filter((set) => set.filter((s) => s.change).length >= 2);
    const forms = sets.map((set) => ({
      full: set.every((s) => s.change ?? isStill(s.item)),
      form: [
        ...set.flatMap(({ change }): Term[] =>
          change ? [[change.figure, signOf(change.direction)]] : [],
        ),
        [figure, direction !== undefined && direction < 0 ? 1 : -1] as Term,
      ],
    }));
    const good = forms.find((f) => isKept(weigh(sumOf(f.form))));
    if (good) return told(good.form, true);
    const [main] = forms;
    if (!main?.full || list.some) return [];
    const goesOn = list.after.some((i) => changes.has(i));
    const strong = slipExplains(main.form) && forms.every((f) => f.full) && !goesOn;
    return told(main.form, strong);
  });
}

function isStill(item: ToldItem): boolean {
  const now = amountOf(item);
  return item.level || (now !== undefined && isZero(now.value) && !item.slots.before);
}

function listRelations(list: PartList, shares: ReadonlyMap<ToldItem, Claim>): TextRelation[] {
  const units = new Set(list.items.map((i) => i.unit));
  return [...units].flatMap((unit) => {
    const parts = list.items.filter((i) => i.unit === unit && !i.ghost);
    const own = [...new Set([...list.heads, ...list.others])].filter(
      (h) => h.unit === unit && !h.ghost,
    );
    const [first] = parts;
    if (!first) return [];
    const [head] = list.heads;
    // …3个、11人次；接待费9.06万元，其中…: behind the semicolon another thing is told.
    const before = (head?.sentence.items ?? []).filter(
      (i) =>
        i.unit === unit &&
        !list.items.includes(i) &&
        i.start < first.start &&
        !i.list &&
        !i.ghost &&
        i.segment === head!.segment,
    );
    // 5批次、42人次，其中: told beside the head, or the only one before it.
    const beside = before.findLast((i) => Math.abs(i.id - head!.id) <= 1);
    const far = before.length === 1 ? before[0] : beside;
    const heads = own.length > 0 ? own : far ? [far] : [];
    const after = list.after.slice(0, BEHIND * 2).filter((i) => i.unit === unit);
    return new ListReader(list, heads, parts, after, shares).read();
  });
}

/** 合计与分项 of a text. */
export function sumRelations(
  account: Account,
  shares: ReadonlyMap<ToldItem, Claim>,
): TextRelation[] {
  const changes = new Map<ToldItem, Claim[]>();
  for (const claim of account.claims) {
    if (claim.said.measure !== 'change' || !claim.item) continue;
    const own = changes.get(claim.item) ?? [];
    changes.set(claim.item, own);
    own.push(claim);
  }
  return [...account.lists.flatMap((l) => [...listRelations(l, shares), ...changesOf(l, changes)])];
}
