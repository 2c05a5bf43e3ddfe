// The cells that nearly every sheet is made of, `<c r="B7" s="2" t="s"><v>12</v></c>`, read where they stand,
// without a copy of anything but what they say. Knows this one wording; whatever is written otherwise it
// leaves alone, for the reader of all wordings.

const SPACE = 32;
const SLASH = 47;
const QUOTE = 34;
const OPEN = 60;
const CLOSE = 62;
const POINT = 46;
const MINUS = 45;
/** So many digits are a whole double, and a power of ten divides them as the nearest decimal does. */
const MOST_DIGITS = 15;
const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, i) => 10 ** i);

/** 单元格的种类: a number, a text by its number, a formula's text. */
export type PlainKind = 'n' | 's' | 'str';

/** 寻常单元格: `read` tries one; the fields are those of the last one read. */
export class PlainCell {
  row = -1;
  column = -1;
  style = 0;
  kind: PlainKind = 'n';
  /** Holds a value; most cells of a printed form are frames without content. */
  filled = false;
  /** The number, or the number of the text. */
  number = 0;
  /** What a formula of texts came to. */
  words = '';
  formula: string | undefined;
  #at = 0;

  constructor(readonly text: string) {}

  /** Where the cell that begins there ends; −1 where it is none of these. */
  read(from: number): number {
    const { text } = this;
    if (text.charCodeAt(from) !== OPEN || text.charCodeAt(from + 1) !== 99) return -1;
    this.#at = from + 2;
    if (!this.#readHead()) return -1;
    this.filled = false;
    this.formula = undefined;
    if (text.charCodeAt(this.#at) === SLASH)
      return text.charCodeAt(this.#at + 1) === CLOSE ? this.#at + 2 : -1;
    if (text.charCodeAt(this.#at) !== CLOSE) return -1;
    this.#at += 1;
    if (text.startsWith('<f>', this.#at) && !this.#readFormula()) return -1;
    if (!text.startsWith('<v>', this.#at)) return -1;
    this.#at += 3;
    this.filled = true;
    return this.#readValue() && text.startsWith('</v></c>', this.#at) ? this.#at + 8 : -1;
  }

  /** Attributes, each after one blank; without a place of its own a cell is not plain. */
  #readHead(): boolean {
    const { text } = this;
    this.row = -1;
    this.style = 0;
    this.kind = 'n';
    while (text.charCodeAt(this.#at) === SPACE) {
      const name = text.charCodeAt(this.#at + 1);
      if (!text.startsWith('="', this.#at + 2)) return false;
      this.#at += 4;
      if (name === 114 ? !this.#readPlace() : name === 115 ? !this.#readStyle() : !this.#readKind())
        return false;
      if (text.charCodeAt(this.#at) !== QUOTE) return false;
      if (name !== 114 && name !== 115 && name !== 116) return false;
      this.#at += 1;
    }
    return this.row >= 0;
  }

  #readPlace(): boolean {
    const { text } = this;
    let at = this.#at;
    let column = 0;
    for (; ; at += 1) {
      const letter = text.charCodeAt(at) - 64;
      if (!(letter >= 1 && letter <= 26)) break;
      column = column * 26 + letter;
    }
    const letters = at - this.#at;
    this.#at = at;
    const row = this.#whole(7);
    if (letters < 1 || letters > 3 || row < 1) return false;
    this.row = row - 1;
    this.column = column - 1;
    return true;
  }

  #readStyle(): boolean {
    this.style = this.#whole(9);
    return this.style >= 0;
  }

  #readKind(): boolean {
    const { text } = this;
    const end = text.indexOf('"', this.#at);
    const length = end - this.#at;
    if (length === 1 && text.charCodeAt(this.#at) === 115) this.kind = 's';
    else if (length === 3 && text.startsWith('str', this.#at)) this.kind = 'str';
    else if (length !== 1 || text.charCodeAt(this.#at) !== 110) return false;
    this.#at = end;
    return true;
  }

  /** Digits up to what is none; −1 where there is none or too many. */
  #whole(most: number): number {
    const { text } = this;
    const from = this.#at;
    let number = 0;
    for (; ; this.#at += 1) {
      const digit = text.charCodeAt(this.#at) - 48;
      if (!(digit >= 0 && digit <= 9)) break;
      number = number * 10 + digit;
    }
    const length = this.#at - from;
    return length > 0 && length <= most ? number : -1;
  }

  /** Text without anything to be put back: no entity, no line break, no further tag. */
  #plain(end: string): string | undefined {
    const { text } = this;
    const close = text.indexOf('<', this.#at);
    if (close < 0 || !text.startsWith(end, close)) return undefined;
    for (let at = this.#at; at < close; at += 1) {
      const sign = text.charCodeAt(at);
      if (sign === 38 || sign === 13) return undefined;
    }
    const plain = text.slice(this.#at, close);
    this.#at = close;
    return plain;
  }

  #readFormula(): boolean {
    this.#at += 3;
    const formula = this.#plain('</f>');
    if (!formula) return false;
    this.formula = formula;
    this.#at += 4;
    return true;
  }

  #readValue(): boolean {
    if (this.kind === 'n') return this.#readNumber();
    if (this.kind === 's') {
      this.number = this.#whole(9);
      return this.number >= 0;
    }
    const words = this.#plain('</v>');
    if (words === undefined || words.includes('_x')) return false;
    this.words = words;
    return true;
  }

  /** Up to fifteen digits with a point among them; other numbers are converted by the language. */
  #readNumber(): boolean {
    const { text } = this;
    const from = this.#at;
    const negative = text.charCodeAt(from) === MINUS;
    let at = negative ? from + 1 : from;
    const first = at;
    let digits = 0;
    let point = -1;
    for (; ; at += 1) {
      const sign = text.charCodeAt(at);
      if (sign === POINT && point < 0) point = at;
      else if (sign >= 48 && sign <= 57) digits = digits * 10 + sign - 48;
      else break;
    }
    const count = at - first - (point < 0 ? 0 : 1);
    if (count < 1 || text.charCodeAt(at) !== OPEN) return this.#readOther();
    if (count > MOST_DIGITS) return this.#readOther();
    const value = point < 0 ? digits : digits / POWERS[at - point - 1]!;
    this.number = negative ? -value : value;
    this.#at = at;
    return true;
  }

  #readOther(): boolean {
    const end = this.text.indexOf('<', this.#at);
    const shape = this.text.slice(this.#at, end);
    if (!/^[-+\d.eE]+$/.test(shape)) return false;
    this.number = +shape;
    this.#at = end;
    return Number.isFinite(this.number);
  }
}
