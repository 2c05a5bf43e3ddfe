// A text without the accidents of print: width, blanks, broken lines. Every character remembers where it
// stood, so that whatever is found can be shown in the text as written. Knows characters; knows no number.
import {
  breaksOff,
  fullWidth,
  isCut,
  runsOn,
  type TextLine,
  textLinesOf,
  withoutPages,
} from './lines.ts';

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
const BOLD = /(?:\d\*\*|\*\*(?!万元|元|[%％]|年度|部门|单位))[^*]+\*\*/g;

/** Offsets of the signs of Markdown that only dress what stands between them. */
function dressing(raw: string, { start, end }: TextLine): ReadonlySet<number> {
  const signs = new Set<number>();
  const line = raw.slice(start, end);
  if (!line.includes('**')) return signs;
  for (const { index, 0: found } of line.matchAll(BOLD)) {
    const last = start + index + found.length;
    const first = start + index + found.indexOf('*');
    for (const at of [first, first + 1, last - 2, last - 1]) signs.add(at);
  }
  return signs;
}

const PINYIN = /[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ]{1,6}[）)]/y;

/** 經（jīng）費: the length of the sound that stands behind a character; 0 where none does. */
function pinyinAt(raw: string, at: number): number {
  if (raw[at] !== '(' && raw[at] !== '（') return 0;
  PINYIN.lastIndex = at;
  return PINYIN.exec(raw)?.[0].length ?? 0;
}

/** 字 间 空 格: a blank behind nearly every character says nothing. */
function isSpread(line: string): boolean {
  let single = 0;
  let chars = 0;
  for (let i = 0; i < line.length; i += 1) {
    if (BLANK.test(line[i]!)) continue;
    chars += 1;
    if (BLANK.test(line[i + 1] ?? '')) single += 1;
  }
  return chars > 7 && single >= chars * 0.8;
}

/** 字: a character of a line by which it is compared, and whether a blank stands before it. */
interface Cell {
  readonly char: string;
  readonly raw: string;
  readonly at: number;
  readonly blank: boolean;
  /** Its line is letter-spaced. */
  readonly spread: boolean;
}

function cellsOf(raw: string, line: TextLine): Cell[] {
  const { start, end } = line;
  const signs = dressing(raw, line);
  const spread = isSpread(raw.slice(start, end));
  const cells: Cell[] = [];
  let blank = false;
  for (let i = start; i < end; i += 1) {
    const char = raw[i]!;
    if (signs.has(i)) continue;
    if (BLANK.test(char)) {
      blank = true;
      continue;
    }
    const debris = pinyinAt(raw, i);
    if (debris > 0 && /[一-龥]/.test(cells.at(-1)?.char ?? '')) {
      i += debris - 1;
      continue;
    }
    cells.push({ char: canon(char), raw: char, at: i, blank, spread });
    blank = false;
  }
  return cells;
}

/** So many characters are more than one paragraph. */
const LONG = 10_000;
/** No word and no number is so long: what looks for its end would look at all of it from each of its signs. */
const NO_WORD = 300;
const LATIN = /[A-Za-z0-9.,]/;

class Builder {
  readonly chars: string[] = [];
  readonly at: number[] = [];
  readonly paragraphs: Paragraph[] = [];
  #start = 0;
  /** How many Latin letters, digits and points stand in a row so far. */
  #run = 0;

  add(char: string, offset: number): void {
    this.#run = LATIN.test(char) ? this.#run + 1 : 0;
    this.chars.push(char);
    this.at.push(offset);
  }

  /** Lines that make one paragraph; a blank counts only between two figures that stand beside each other. */
  paragraph(raw: string, lines: readonly TextLine[]): void {
    const row = lines.every((l) => l.row);
    // What a line's end has cut is one number: a comma may stand before it, its three digits behind it.
    const cells = lines.flatMap((line) => cellsOf(raw, line));
    cells.forEach((cell, k) => {
      const { char, at, blank, spread } = cell;
      if (blank && !spread && k > 0 && this.splits(char))
        this.add(!row && spaced(cells, k, this.chars) ? ',' : ' ', at - 1);
      // A comma between digits of three belongs to the number.
      this.add(char === '，' && groups(cells, k, this.chars) ? ',' : char, at);
      if (this.isTooLong(char)) this.close(at + 1, row);
    });
    this.close(lines.at(-1)!.end, row);
  }

  private close(offset: number, row: boolean): void {
    const start = this.#start;
    const { length } = this.chars;
    if (length > start) {
      const text = this.chars.slice(start).join('');
      this.paragraphs.push({ start, end: length, text, row });
    }
    this.add('\n', offset);
    this.#start = this.chars.length;
  }

  /** A text without line breaks is no single paragraph, nor are hundreds of digits one number. */
  private isTooLong(char: string): boolean {
    const length = this.chars.length - this.#start;
    if (this.#run > NO_WORD) return true;
    return length > LONG && (char === '。' || (length > 2 * LONG && !DIGIT.test(char)));
  }

  private splits(next: string): boolean {
    const last = this.chars.at(-1) ?? '';
    return (DIGIT.test(last) || last === '%') && DIGIT.test(next);
  }
}

const DIGITS_BEFORE = /(?:^|[^\d.,，])[1-9]\d{0,2}(?:,\d{3})*$/;
const WIDE_GROUPS = /^\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?$/;
const REACH = 24;
const MONEY = /^ ?(?:万元|亿元|元|万|亿)/;
const APIECE = /分别|各|依次/;
/** 分别为1，318万元和1，332万元: each has its unit. */
const OWN_UNIT = /^ ?(?:万元|亿元|元)(?:[、和与及，]|以及)\d/;
const AFTER_UNIT = /元(?:[、和与及，]|以及)\d{1,3}$/;

/** 1,234.56 or 1, 234.56: three digits behind it, and a wide comma only where nothing else can be meant. */
function groups(cells: readonly Cell[], k: number, before: readonly string[]): boolean {
  const behind = cells.slice(k + 1, k + 5);
  const { spread } = cells[k]!;
  if (k === 0 || behind.length < 3 || !behind.slice(0, 3).every((c) => DIGIT.test(c.char)))
    return false;
  if (behind[3] && DIGIT.test(behind[3].char) && (spread || !behind[3].blank)) return false;
  const tail = before.slice(-REACH).join('');
  if (!DIGITS_BEFORE.test(tail)) return false;
  const inside = behind.slice(1, 3).some((c) => c.blank);
  if (!spread && (inside || cells[k]!.blank)) return false;
  const wideDigits = cells[k - 1]!.raw !== cells[k - 1]!.char;
  return cells[k]!.raw === ',' || wideDigits || wideGroups(cells, k, tail);
}

const HEAD_BEFORE = /(?:^|[^\d.,，% ])[1-9]\d{0,2}(?:,\d{3})*$/;
const SPACED = /^\d{3}(?: \d{3})*(?:\.\d+)?(?=[一-龥%])/;

/** 8 643.52万元: a blank between digits of three, up to a unit; in a row of figures it parts two of them. */
function spaced(cells: readonly Cell[], k: number, before: readonly string[]): boolean {
  if (!HEAD_BEFORE.test(before.slice(-REACH).join(''))) return false;
  const behind = cells
    .slice(k, k + REACH)
    .map((c, i) => (c.blank && i > 0 && DIGIT.test(c.char) ? ` ${c.char}` : c.char))
    .join('');
  return SPACED.test(behind);
}

/** 8，387，800.00元: a wide comma between half-width digits, where nothing else can be meant. */
function wideGroups(cells: readonly Cell[], k: number, tail: string): boolean {
  const left = /[\d,，]*$/.exec(tail)![0];
  const parted = (c: Cell, i: number): boolean =>
    c.blank && !c.spread && i > 0 && !/，$/.test(cells[k + i - 1]!.char);
  const text = cells
    .slice(k, k + REACH)
    .map((c, i) => (parted(c, i) ? ' ' : '') + c.char)
    .join('');
  const right = /^[\d,，]*(?:\.\d+)?/.exec(text)![0];
  const whole = left + right;
  const rest = text.slice(right.length);
  // 13，371亿元: one number, unless several are told apiece.
  const apiece = APIECE.test(tail) && !OWN_UNIT.test(rest) && !AFTER_UNIT.test(tail);
  const alone = MONEY.test(rest) && !apiece;
  return (
    WIDE_GROUPS.test(whole) &&
    (whole.includes('.') || alone || (whole.match(/[,，]/g)?.length ?? 0) > 1)
  );
}

/** Wider lines are whole paragraphs. */
const LONGEST = 80;

/** 净文 of a text as written. `broken`: its lines may be broken where the page ended (false for Word). */
export function plainTextOf(raw: string, broken = true): PlainText {
  const all = textLinesOf(raw);
  const lines = broken ? withoutPages(all) : all;
  const widest = Math.max(0, ...lines.map((l) => l.width));
  const whole = (line: TextLine, next: TextLine): boolean =>
    !broken || widest > LONGEST || !(isCut(line, next) || breaksOff(line, next, widest));
  const wide = broken ? fullWidth(lines) : undefined;
  const builder = new Builder();
  let open: TextLine[] = [];
  lines.forEach((line, i) => {
    open.push(line);
    const next = lines[i + 1];
    const closed =
      !next || (whole(line, next) && (wide === undefined || !runsOn(raw, line, next, wide[i]!)));
    if (!closed) return;
    builder.paragraph(raw, open);
    open = [];
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
