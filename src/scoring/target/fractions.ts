// Targets written as two numbers: 1:2, and 3/3 of so many. Knows arithmetic; no vocabulary.
import { divide, parseExact, shift } from '../../measure/exact.ts';
import type { ScoringTarget } from './target.ts';

const RATIO = /^(.*?)(\d+(?:\.\d+)?)[:∶](\d+(?:\.\d+)?)$/;
const BLANK = { unit: '', remainder: '', doubts: [] } as const;

/** 1:2 as a number of its own kind; undefined where the text is none. */
export function ratioPart(text: string): ScoringTarget | undefined {
  const m = RATIO.exec(text);
  const bound = m && divide(parseExact(m[2]!)!, parseExact(m[3]!)!);
  if (!m || !bound) return undefined;
  const base = {
    ...BLANK,
    direction: '=',
    source: 'default',
    confidence: 'assumed',
    text,
  } as const;
  return { ...base, bound, unit: '比', remainder: m[1]! };
}

/** 3/3: so many out of so many, a share in %; undefined where the text is none, or begins with a year. */
export function fractionPart(text: string): ScoringTarget | undefined {
  const m = /^(\d{1,4})\/(\d{1,4})$/.exec(text);
  if (!m || /^(?:19|20)\d{2}$/.test(m[1]!)) return undefined;
  const share = divide(parseExact(m[1]!)!, parseExact(m[2]!)!);
  const base = { ...BLANK, direction: '≥', source: 'default', confidence: 'assumed' } as const;
  return share && { ...base, text, bound: shift(share, 2), unit: '%' };
}
