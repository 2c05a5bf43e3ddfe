// Rates that lost their sign of per cent, by the structure of their clause. Knows statements.
import type { Account } from '../clauses/account.ts';
import type { PlainText } from '../text/plain.ts';
import type { Wrong } from './wrong.ts';

const RULE = 'C24';

/** 漏写百分号, beside those already told. */
export function unsignedOf(
  { statements }: Account,
  { text }: PlainText,
  told: readonly Wrong[],
): Wrong[] {
  const known = new Set(told.flatMap((w) => (w.rule === RULE ? [w.start] : [])));
  return statements.flatMap(({ said: { measure, figure } }): Wrong[] => {
    const { token } = figure;
    if (measure !== 'unsigned' || !token || known.has(token.start)) return [];
    const { start, end } = token;
    return [{ rule: RULE, start, end, message: `“${text.slice(start, end)}”后面缺少“%”` }];
  });
}
