// A whole text read back: each sentence where it stands, each number with its verdict, and the same text
// with only its wrong numbers put right. Knows sentences and verdicts; knows no place.
import type { Verdict } from '../assertions/finding.ts';
import type { SpanLocation } from '../facts/grid.ts';
import { agreement } from './agreement.ts';
import { beginsWith } from './begins.ts';
import type { Written } from './formats.ts';
import { type Found, readSentence } from './read.ts';
import { piecesOf, type Sentence } from './sentence.ts';
import type { Source, Worth } from './source.ts';
import { type PlainText, plainTextOf, spanOf } from './text/plain.ts';
import { itemName } from './words.ts';
import { numberId, ruleOf } from './write.ts';

/** 读出数字: a number of the text as written, held against what its sentence says it is. */
export interface ReadNumber {
  /** Offsets into the text as written; `from` includes the word of direction. */
  readonly from: number;
  readonly start: number;
  readonly end: number;
  readonly id: string;
  readonly rule: string;
  readonly verdict: Verdict;
  readonly worth: Worth;
  /** What would stand there, where the figures are known. */
  readonly ought?: Written;
}

/** 读出问题: words that the figures contradict, or items that a closed list leaves out. */
export interface ReadFault {
  readonly kind: 'wording' | 'left-out';
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** 回读: what our sentences found in a text. */
export interface ReadText {
  readonly numbers: readonly ReadNumber[];
  readonly faults: readonly ReadFault[];
  /** Spans of the text as written that a sentence accounts for. */
  readonly claimed: readonly SpanLocation[];
  /** Spans inside those that are the user's own words. */
  readonly words: readonly SpanLocation[];
}

type FoundNumber = Extract<Found, { kind: 'number' }>;

function numberOf(found: FoundNumber, sentence: Sentence, plain: PlainText, source: Source) {
  const { printed, piece, worth, axes } = found;
  const { start, end } = spanOf(plain, printed.start, printed.end);
  const { start: from } = spanOf(plain, printed.from, printed.end);
  const ought = worth.value && piece.format.write(worth.value.value, source.style);
  const number: ReadNumber = {
    from,
    start,
    end,
    id: numberId(sentence, axes, piece),
    rule: ruleOf(sentence, piece),
    verdict: worth.value ? agreement(printed, worth.value, piece.format, source.style) : 'unknown',
    worth,
    ...(ought && { ought }),
  };
  return number;
}

function faultOf(
  found: Exclude<Found, FoundNumber | { kind: 'words' | 'gap' }>,
  sentence: Sentence,
  plain: PlainText,
): ReadFault | undefined {
  const { start, end } = spanOf(plain, found.start, found.end);
  const head = { rule: sentence.rule, start, end };
  if (found.kind === 'wording') {
    const words = plain.raw.slice(start, end);
    const short = words.length > 20 ? `${words.slice(0, 20)}…` : words;
    return { ...head, kind: 'wording', message: `“${short}”的说法与表中的数不合` };
  }
  // A name that stands somewhere in the text was not left out, only said in another way.
  const names = found.items.map((l) => itemName(l.item));
  const missing = names.filter((n) => !plain.text.includes(n.replace(/支出$/, '')));
  if (missing.length === 0) return undefined;
  return { ...head, kind: 'left-out', message: `漏列了${missing.map((n) => `“${n}”`).join('、')}` };
}

const wrongWord = ({ rule, start, end, ought }: ReadNumber, raw: string): ReadFault => ({
  kind: 'wording',
  rule,
  start,
  end,
  message: `“${raw.slice(start, end)}”应为“${ought?.text ?? ''}”`,
});

/** 回读 of a text by the sentences in force. */
export const readText = (
  raw: string,
  sentences: Iterable<Sentence>,
  source: Source,
  broken = false,
): ReadText => readPlain(plainTextOf(raw, broken), sentences, source);

/** 回读 of a text whose plain form is known. */
export function readPlain(
  plain: PlainText,
  sentences: Iterable<Sentence>,
  source: Source,
): ReadText {
  const numbers: ReadNumber[] = [];
  const faults: ReadFault[] = [];
  const claimed: SpanLocation[] = [];
  const words: SpanLocation[] = [];
  const taken = new Set<number>();
  for (const sentence of sentences) {
    const pieces = piecesOf(sentence);
    const begins = beginsWith(pieces, source);
    for (const [i, { start }] of plain.paragraphs.entries()) {
      if (!begins(plain.text[start]!) || taken.has(start)) continue;
      const reading = readSentence(sentence, pieces, plain.text, start, source);
      if (!reading?.found.some((f) => f.kind === 'number' || f.kind === 'gap')) continue;
      for (const p of plain.paragraphs.slice(i)) {
        if (p.start >= reading.end) break;
        taken.add(p.start);
      }
      claimed.push(spanOf(plain, start, reading.end));
      for (const found of reading.found) {
        if (found.kind === 'number') {
          const number = numberOf(found, sentence, plain, source);
          if (!found.piece.format.word) numbers.push(number);
          else if (number.verdict === 'broken') faults.push(wrongWord(number, plain.raw));
        } else if (found.kind === 'words') {
          words.push(spanOf(plain, found.start, found.end));
        } else if (found.kind !== 'gap') {
          const fault = faultOf(found, sentence, plain);
          if (fault) faults.push(fault);
        }
      }
    }
  }
  numbers.sort((a, b) => a.start - b.start);
  return { numbers, faults, claimed, words };
}

/** 平静改写: the text with its wrong numbers put right, everything else as it was. */
export function rewritten(raw: string, numbers: readonly ReadNumber[]): string {
  let text = '';
  let at = 0;
  for (const { verdict, ought, from, end } of numbers) {
    if (verdict !== 'broken' || !ought) continue;
    text += raw.slice(at, from) + (ought.direction ?? '') + ought.text;
    at = end;
  }
  return text + raw.slice(at);
}
