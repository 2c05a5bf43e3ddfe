// A text as tokens: words that say what a number is, numbers, years, ordinals, marks, and the rest as plain
// text. Knows spellings and marks; knows no clause.
import { type Figure, figureOf } from './figure.ts';
import {
  type ClauseWords,
  type Lexicon,
  lexiconOf,
  type Spelling,
  type WordKind,
} from './lexicon.ts';
import type { NoFigure, Numbers } from './numbers.ts';
import type { Paragraph, PlainText } from './plain.ts';

type Mark = '，' | '、' | '；' | '：' | '。' | '（' | '）' | '\n';
type TokenKind = WordKind | Mark | 'text' | 'number' | 'year' | 'ordinal' | 'date';

/** 词: a run of the plain text with its kind. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Offsets into the plain text. */
  readonly start: number;
  readonly end: number;
  readonly figure?: Figure;
  readonly year?: number;
  /** Of an ordinal: its form, alike for all of one numbering. */
  readonly style?: string;
}

const MARKS = new Set(['，', '、', '；', '：', '。', '（', '）', '\n']);
const STOPS: Readonly<Record<string, Mark>> = { '！': '。', '？': '。', ' ': '，' };
const YEAR = /^((?:19|20)\d\d)年?度?$/;
/** 与2023年, 和上年, 同年初预算: the word opens a comparison. */
const OPENER =
  /[与和同](?=(?:19|20)\d\d年|上年|去年|上一年|年初预算|全年预算|调整预算|预算数|预算相|同期)/y;
const BOUND = /(?:（?含?）?(?:及|或)?以[上下内]|\/|每|[—~-]+\d)/y;
/** 10万—20万元, 超过10万元: ends of a range. */
const RANGE = /(?:\d[万亿千]?元?[—~-]+|超过|不超过|不足|高于|低于|满)$/;
const RANGE_SPAN = 6;
/** 单价6500元, 每辆3.20万元: a price. */
const PRICE =
  /(?:每(?:人|户|亩|辆|台|套|件|公里|平方米|吨|个|家|所|村|期|场|次|批|册|页|株|只|头|份|名|床|生|位|班|公顷|立方米)(?:每(?:月|年|天|日|季度|学期|学年))?|[单均]价)(?:为|约|达|是|补助|补贴|缴费)?$/;
const PRICE_SPAN = 12;
/** 一、（一）① at the head of a sentence. */
const ORDINAL = /(?:第?[一二三四五六七八九十]{1,3}[、.]|（[一二三四五六七八九十]{1,3}）|[①-⑳])/y;
const FRESH = new Set(['\n', '。', '；', '：', undefined]);
const HAN_NUMERAL = /[一二三四五六七八九十]+/g;

const styleOf = (text: string): string =>
  text
    .replace(/\d+/g, '1')
    .replace(HAN_NUMERAL, '一')
    .replace(/[①-⑳]/g, '①')
    .replace(/[.、\s#]/g, '');

/** What may stand behind a word that names also hold: 农民增收补助 says nothing of a rise. */
const BEHIND: Readonly<Partial<Record<WordKind, RegExp>>> = {
  up: /[^一-龥]|[了至到为的率额幅约近达比]|共[计达\d]|分别|$/y,
  down: /[^一-龥]|[了至到为的率额幅约近达比]|共[计达\d]|分别|$/y,
  done: /[^一-龥]|[预年全调当了率度比的进约为近批本实：]|$/y,
  compare:
    /(?:上年|去年|上一|同期|年初|全年|预算|调整|计划|本年|往年|前年|当年|财政|部门)|[^一-龥]|$/y,
  plus: /./y,
};
const ALWAYS = new Set([
  '增加',
  '减少',
  '增长',
  '下降',
  '上升',
  '增加额',
  '减少额',
  '同比',
  '环比',
  '相比',
  '对比',
  '相较',
  '相较于',
  '较之',
]);

/** A word of another kind inside a name. */
function isInName(text: string, at: number, { text: word, kind }: Spelling): boolean {
  const behind = BEHIND[kind];
  if (!behind || ALWAYS.has(word)) return false;
  // 加 joins terms only behind a mark.
  if (kind === 'plus') return !/[，；：、。]/.test(text[at - 1] ?? '');
  behind.lastIndex = at + word.length;
  return !behind.test(text);
}

class Tokenizer {
  readonly #out: Token[] = [];
  readonly #numberAt: Map<number, number>;
  readonly #apartAt: Map<number, NoFigure>;
  /** Rows of tables say nothing in words. */
  readonly #rows: ReadonlyMap<number, number>;
  #from = -1;
  #lastFigure: { figure: Figure; end: number } | undefined;
  #comparing = -1;

  constructor(
    readonly text: string,
    readonly numbers: Numbers,
    readonly lexicon: Lexicon,
    rows: readonly Paragraph[],
  ) {
    this.#rows = new Map(rows.map((p) => [p.start, p.end]));
    this.#numberAt = new Map(numbers.tokens.map((t, i) => [t.start, i]));
    this.#apartAt = new Map(numbers.apart.map((a) => [a.start, a]));
  }

  run(): Token[] {
    let at = 0;
    while (at < this.text.length) at = this.#step(at);
    this.#flush(at);
    return this.#out;
  }

  #flush(end: number): void {
    if (this.#from >= 0)
      this.#out.push({
        kind: 'text',
        text: this.text.slice(this.#from, end),
        start: this.#from,
        end,
      });
    this.#from = -1;
  }

  #put(kind: TokenKind, start: number, end: number, more: Partial<Token> = {}): number {
    this.#flush(start);
    this.#out.push({ kind, text: this.text.slice(start, end), start, end, ...more });
    return end;
  }

  #step(at: number): number {
    const { text } = this;
    const row = this.#rows.get(at);
    if (row !== undefined) return row;
    const apart = this.#apartAt.get(at);
    if (apart) return this.#apart(apart);
    const index = this.#numberAt.get(at);
    if (index !== undefined) return this.#number(index);
    const ordinal = this.#ordinal(at);
    if (ordinal) return this.#put('ordinal', at, at + ordinal.length, { style: styleOf(ordinal) });
    const char = text[at]!;
    if (MARKS.has(char)) return this.#put(char as Mark, at, at + 1);
    const stop = STOPS[char];
    if (stop) return this.#put(stop, at, at + 1);
    OPENER.lastIndex = at;
    if (OPENER.test(text)) {
      this.#comparing = at;
      return this.#put('compare', at, at + 1);
    }
    const word = this.lexicon(text, at);
    if (!word || word.kind === 'shield' || isInName(text, at, word)) {
      if (this.#from < 0) this.#from = at;
      return at + (word?.text.length ?? 1);
    }
    const end = at + word.text.length;
    // 与上年相比: the second half of the comparison says nothing more.
    if (/^相[比较]$/.test(word.text) && this.#comparing >= 0 && at - this.#comparing < 24) {
      this.#flush(at);
      return end;
    }
    return this.#put(word.kind, at, end);
  }

  #ordinal(at: number): string | undefined {
    if (!FRESH.has(this.text[at - 1])) return undefined;
    ORDINAL.lastIndex = at;
    return ORDINAL.exec(this.text)?.[0];
  }

  #apart({ start, end, kind }: NoFigure): number {
    const year = kind === 'date' ? YEAR.exec(this.text.slice(start, end)) : null;
    if (year) return this.#put('year', start, end, { year: Number(year[1]) });
    if (kind === 'ordinal')
      return this.#put('ordinal', start, end, { style: styleOf(this.text.slice(start, end)) });
    return this.#put('date', start, end);
  }

  #number(index: number): number {
    const token = this.numbers.tokens[index]!;
    BOUND.lastIndex = token.end;
    const priced = PRICE.test(this.text.slice(Math.max(0, token.start - PRICE_SPAN), token.start));
    const ranged = RANGE.test(this.text.slice(Math.max(0, token.start - RANGE_SPAN), token.start));
    const bound = priced || ranged || BOUND.test(this.text);
    const before = this.#lastFigure;
    const between = before ? this.text.slice(before.end, token.start) : '';
    const row =
      before && /^(?:[，、和与及 ]|以及)$/.test(between) && before.figure.unit === token.unit;
    const figure = figureOf(token, index, bound, row ? before.figure : undefined);
    this.#lastFigure = { figure, end: token.end };
    return this.#put('number', token.start, token.end, { figure });
  }
}

/** 词 of a text, in reading order. */
export const tokensOf = (plain: PlainText, numbers: Numbers, words: ClauseWords): Token[] =>
  new Tokenizer(
    plain.text,
    numbers,
    lexiconOf(words),
    plain.paragraphs.filter((p) => p.row),
  ).run();
