// A text without the accidents of print: width, blanks, broken lines. Every character remembers where it
// stood, so that whatever is found can be shown in the text as written. Knows characters; knows no number.
import { fullWidth, type Line, linesOf, runsOn } from './lines.ts';

/** 净文: text of one width without blanks, one paragraph a line; `at` are offsets into the text as written. */
export interface PlainText {
  readonly raw: string;
  readonly text: string;
  /** Of each character of `text`, and one more for its end. */
  readonly at: readonly number[];
  readonly paragraphs: readonly Paragraph[];
}

/** 段: a run of the plain text that the writer meant as one. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** A row of a table printed as text, not a sentence. */
  readonly row: boolean;
}

const CANON: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '?': '？',
  '!': '！',
  '．': '.',
  '﹒': '.',
  '％': '%',
  '﹪': '%',
  '－': '-',
  '−': '-',
  '–': '-',
  '～': '~',
  '＋': '+',
  '〔': '[',
  '〕': ']',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  '“': '"',
  '”': '"',
  '„': '"',
  '＂': '"',
  '‘': "'",
  '’': "'",
  '﹝': '[',
  '﹞': ']',
  '㈠': '一',
};
const BLANK = /[\s\u00a0\u00ad\u200b-\u200f\u2060\u3000\ufeff]/;
const DIGIT = /[0-9]/;

/** One character in the form by which it is compared. */
export function canon(char: string): string {
  const known = CANON[char];
  if (known !== undefined) return known;
  const code = char.charCodeAt(0);
  const narrow = code >= 0xff10 && code <= 0xff5a ? String.fromCharCode(code - 0xfee0) : char;
  return CANON[narrow] ?? narrow;
}

/** **bold** of Markdown; ** before a unit stands for a figure that was not filled in. */
const BOLD = /(?:(?<=\d)\*\*|\*\*(?!万元|元|[%％]|年度|部门|单位))[^*]+\*\*/g;

/** Offsets of the signs of Markdown that only dress what stands between them. */
function dressing(raw: string, { start, end }: Line): ReadonlySet<number> {
  const signs = new Set<number>();
  const line = raw.slice(start, end);
  if (!line.includes('**')) return signs;
  for (const { index, 0: found } of line.matchAll(BOLD)) {
    const last = start + index + found.length;
    for (const at of [start + index, start + index + 1, last - 2, last - 1]) signs.add(at);
  }
  return signs;
}

class Builder {
  readonly chars: string[] = [];
  readonly at: number[] = [];
  readonly paragraphs: Paragraph[] = [];
  #start = 0;
  #row = true;

  add(char: string, offset: number): void {
    this.chars.push(char);
    this.at.push(offset);
  }

  /** A blank counts only between two figures that stand beside each other. */
  line(raw: string, line: Line): void {
    const { start, end, row } = line;
    if (!row) this.#row = false;
    const signs = dressing(raw, line);
    let blank = false;
    for (let i = start; i < end; i += 1) {
      const char = raw[i]!;
      if (signs.has(i)) continue;
      if (BLANK.test(char)) {
        blank = true;
        continue;
      }
      const plain = canon(char);
      if (blank && i > start && this.splits(plain)) this.add(' ', i - 1);
      // A comma between digits of three belongs to the number.
      this.add(plain === '，' && groups(raw, i) ? ',' : plain, i);
      blank = false;
    }
  }

  private splits(next: string): boolean {
    const last = this.chars.at(-1) ?? '';
    return (DIGIT.test(last) || last === '%') && DIGIT.test(next);
  }

  close(offset: number): void {
    const { length } = this.chars;
    if (length > this.#start) {
      const text = this.chars.slice(this.#start).join('');
      this.paragraphs.push({ start: this.#start, end: length, text, row: this.#row });
    }
    this.add('\n', offset);
    this.#start = this.chars.length;
    this.#row = true;
  }
}

const narrowDigit = (char: string | undefined): boolean =>
  char !== undefined && DIGIT.test(canon(char));

/** 1,234.56: three digits behind it, and only a half-width comma unless the digits are wide too. */
function groups(raw: string, i: number): boolean {
  if (!narrowDigit(raw[i - 1]) || narrowDigit(raw[i + 4])) return false;
  if (![1, 2, 3].every((n) => narrowDigit(raw[i + n]))) return false;
  return raw[i] === ',' || !DIGIT.test(raw[i - 1]!) || wideGroups(raw, i);
}

const WIDE_GROUPS = /^\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?$/;

/** 8，387，800.00元: a wide comma between half-width digits, where nothing else can be meant. */
function wideGroups(raw: string, i: number): boolean {
  const left = /[\d,，]*$/.exec(raw.slice(Math.max(0, i - 16), i))![0];
  const right = /^[\d,，]*(?:\.\d+)?/.exec(raw.slice(i, i + 24))![0];
  const whole = left + right;
  return (
    WIDE_GROUPS.test(whole) && (whole.includes('.') || (whole.match(/[,，]/g)?.length ?? 0) > 1)
  );
}

/** 净文 of a text as written. `broken`: its lines may be broken where the page ended (false for Word). */
export function plainText(raw: string, broken = true): PlainText {
  const lines = linesOf(raw);
  const wide = broken ? fullWidth(lines) : undefined;
  const builder = new Builder();
  lines.forEach((line, i) => {
    builder.line(raw, line);
    const next = lines[i + 1];
    if (!next || wide === undefined || !runsOn(raw, line, next, wide[i]!)) builder.close(line.end);
  });
  const { chars, at, paragraphs } = builder;
  return { raw, text: chars.join(''), at: [...at, raw.length], paragraphs };
}

/** Where a run of the plain text stands in the text as written. */
export function spanOf(
  plain: PlainText,
  start: number,
  end: number,
): { start: number; end: number } {
  const from = plain.at[start] ?? plain.raw.length;
  return { start: from, end: end > start ? plain.at[end - 1]! + 1 : from };
}
