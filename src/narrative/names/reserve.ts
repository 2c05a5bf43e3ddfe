// Second thoughts about a reading: of which year it speaks, and whether a bare number is a rate without its
// sign. Knows roles; binds nothing.
import { isZero } from '../../measure/exact.ts';
import type { NumberToken } from '../text/numbers.ts';
import type { PlainText } from '../text/plain.ts';
import { type LeadReading, readLead } from './lead.ts';
import type { Mention } from './mention.ts';

/** What is said of last year is 上年数; of any other year it is none of ours. */
export function ofItsYear(
  reading: LeadReading,
  said: number | undefined,
  year: number | undefined,
): LeadReading | undefined {
  if (said === undefined || year === undefined || said === year) return reading;
  if (said === year - 1 && reading.role === 'amount') return { ...reading, role: 'last' };
  return said === year - 1 && reading.role === 'last' ? reading : undefined;
}

/** 占76.23，: a share or a rate of growth without its sign. */
export function lacksPercent(
  token: NumberToken,
  words: string,
  before: Mention | undefined,
  { plain, year }: { readonly plain: PlainText; readonly year: number | undefined },
): boolean {
  if (token.unit !== '' || isZero(token.value) || !/[，。；）]/.test(plain.text[token.end] ?? ''))
    return false;
  const role = readLead(words, true, year)?.role;
  if (role === 'share' || role === 'completion') return true;
  return (
    role === 'growth' && before?.role === 'change' && before.token.paragraph === token.paragraph
  );
}
