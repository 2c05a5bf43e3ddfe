// A share of another whole than the one that is named: the usual mistake of who divides. Knows items; knows no table.
import { amountOf, type Claim, type ToldItem } from '../clauses/account.ts';
import { shownOf } from './explained.ts';
import { weigh } from './weigh.ts';

/** Digits that a rate must show, and so many items back another whole is looked for. */
const TELLING = 3;
const REACH = 12;

/** 分母取错: the share comes out of another whole told before, and not of the one that is named. */
export function isOfAnother(
  { said: { figure: rate } }: Claim,
  own: ToldItem,
  named: ToldItem,
  items: readonly ToldItem[],
): boolean {
  const part = amountOf(own);
  if (!part || shownOf(rate) < TELLING) return false;
  const comesOut = (i: ToldItem): boolean => {
    const whole = i.unit === own.unit ? amountOf(i) : undefined;
    if (!whole || whole === part || i.past !== own.past) return false;
    const ratio = { kind: 'ratio', rate, signed: false } as const;
    return weigh({ ...ratio, top: [[part, 1]], base: [[whole, 1]] }) === 'exact';
  };
  if (comesOut(named)) return false;
  return items.slice(Math.max(0, own.id - REACH), own.id).some(comesOut);
}
