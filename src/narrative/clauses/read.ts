// Tokens read into an account: items, lists, claims. Knows the order of the steps.
import type { Token } from '../text/tokens.ts';
import { type Account, amountOf, type ToldItem } from './account.ts';
import { ByPhrase } from './alike.ts';
import { lookForward } from './claims.ts';
import { Walk } from './walk.ts';

/** Last year's figure of the same thing, told as an item of its own. */
function pairYears(items: readonly ToldItem[]): void {
  const byYear = new Map<number, ByPhrase<ToldItem>>();
  for (const item of items) {
    if (item.year === undefined || item.list || !amountOf(item)) continue;
    const known = byYear.get(item.year) ?? new ByPhrase<ToldItem>();
    byYear.set(item.year, known);
    known.add(item.subject, item);
  }
  for (const item of items) {
    if (item.year === undefined || item.slots.before || !amountOf(item)) continue;
    const old = byYear.get(item.year - 1)?.like(item.subject, 2, (i) => i.unit === item.unit) ?? [];
    const [only, ...others] = old;
    if (only && others.length === 0) item.slots.before = amountOf(only)!;
  }
}

/** 所述 of a text. */
export function accountOf(tokens: readonly Token[]): Account {
  const account = new Walk(tokens).walk();
  pairYears(account.items);
  lookForward(account.claims);
  for (const w of account.wordings)
    if (w.kind === 'level' && w.item && !w.reason) w.item.level = true;
  return account;
}
