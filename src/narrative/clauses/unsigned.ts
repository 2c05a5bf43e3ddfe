// A number without a unit where only a rate can stand: 增长5.00。 占总额的75；. Knows the words of rates; knows no table.
import type { Figure } from '../text/figure.ts';
import type { Token } from '../text/tokens.ts';
import { isBudget, type Statement } from './saying.ts';
import { bare, DIRECTION, type Signs } from './signs.ts';

const ENDS = new Set(['，', '。', '；', '）', '\n']);
/** 占总额的50, 执行率65: only a rate can stand there. */
const RATE_TAIL = /(?:的|率|率为|比重|比重为|比例|比例为)$/;
const JOINS = /^(?:[、，和与及]|以及)$/;

/** 增长5.00。 占总额的75；: a rate that lost its sign. */
export function bareSaid(
  { lead, word, wordAt, near, tail, share, done, comma }: Signs,
  figure: Figure,
  next: Token | undefined,
  before: Statement | undefined,
): { readonly measure: 'other' | 'unsigned' } {
  const other = { measure: 'other' } as const;
  const places = figure.token?.decimals ?? 0;
  if (next !== undefined && !ENDS.has(next.kind)) return other;
  const lost = { measure: 'unsigned' } as const;
  const kind = word?.kind ?? '';
  const moved = kind in DIRECTION && near && places > 0 && before?.figure.kind === 'money';
  if (moved || (kind === 'share' && near && places > 0)) return lost;
  const text = `${word?.text ?? ''}${bare(tail)}`;
  const of = (share > comma && share <= wordAt) || (done > comma && done <= wordAt);
  if (of && RATE_TAIL.test(text)) return lost;
  const glued = lead.length === 1 && lead[0]!.text === '的';
  if (glued && (before?.measure === 'whole' || isBudget(before?.version))) return lost;
  const row = lead.length === 1 && JOINS.test(lead[0]!.text);
  return row && places > 0 && before?.figure.kind === 'percent' ? lost : other;
}
