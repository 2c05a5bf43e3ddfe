// Whose a claim may be, and against what: owners, bases, budgets. Knows items; knows no table.
import { amountOf, budgetsOf, type Claim, type ToldItem } from '../clauses/account.ts';
import type { Budget } from '../clauses/saying.ts';
import type { Figure } from '../text/figure.ts';
import type { Reading } from './relation.ts';

/** What a person would need to judge it. */
export const MISSING = { budget: '预算数没有写出', last: '上年数没有写出' } as const;

/** Figures that there are, each once. */
export const unique = (figures: readonly (Figure | undefined)[]): Figure[] => [
  ...new Set(figures.filter((f) => f !== undefined)),
];

/** Owners of a claim, each with whether it may accuse. */
export const ownersOf = ({ scope, weak }: Claim): [ToldItem, boolean][] => [
  ...scope.map((i): [ToldItem, boolean] => [i, true]),
  ...weak.map((i): [ToldItem, boolean] => [i, false]),
];

function budgetsFor(item: ToldItem, version: Budget): Figure[] {
  const own = version === 'plan' ? undefined : item.slots[version];
  if (own) return [own];
  return version === 'plan' ? budgetsOf(item) : unique([item.slots.plan]);
}

/**
 * 比较的底数 of a claim for one owner: a budget where one is said, else the year before. None where it is not
 * told, or of another year.
 */
export function basesOf({ base }: Claim, item: ToldItem): Figure[] {
  if (base?.budget) return budgetsFor(item, base.budget);
  const year = base?.year;
  const told = item.beforeYear ?? (item.year === undefined ? undefined : item.year - 1);
  if (typeof year === 'number' && told !== undefined && year !== told) return [];
  return unique([item.slots.before]);
}

/** What is held against a base: the final figure, else what stands for it. */
export function finalsOf(item: ToldItem, base: Figure): Figure[] {
  const own = item.slots.final ?? item.slots.plain;
  if (own) return [own];
  const other = amountOf(item);
  return other && other !== base ? [other] : [];
}

/** The likeliest owner must be judgeable, else nothing is accused. */
export function likeliest(readings: readonly Reading[], { item }: Claim): Reading[] {
  if (!item || readings.some((r) => r.item === item)) return [...readings];
  return readings.map((r) => ({ ...r, strong: false }));
}

/** Whether an owner and a base are told plainly enough to accuse. */
export const isSure = (item: ToldItem, base: Figure, claim: Claim): boolean =>
  !claim.base?.plan && !(item.loose && base === item.slots.before);

/** What a person would need to judge this claim. */
export const missingOf = ({ base }: Claim): string =>
  base?.budget ? MISSING.budget : MISSING.last;

/** 本年收入：2018年a，2019年b; 占2019年收入: b, which stands without a name beside what has it. */
export function itemsOfYear(item: ToldItem, { said: { year } }: Claim): ToldItem[] {
  if (year === undefined || item.year === undefined || item.year === year) return [item];
  return item.sentence.items.filter((i) => i.own === '' && i.year === year && i.unit === item.unit);
}
