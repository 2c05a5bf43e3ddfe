// Reading XML from start to end, once. Knows tags, attributes and text; knows no spreadsheet.
// Anything it meets twice it pays for twice: no backtracking, no regular expression over the whole.
import { refuse } from './refusal.ts';

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]{2,4});/g, (whole, name: string) => {
    if (name[0] !== '#') return NAMED[name] ?? whole;
    const hex = name[1] === 'x';
    const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/**
 * A part as text, by its mark of byte order UTF-16, else UTF-8. Throws the refusal `damaged` where the bytes
 * are neither.
 */
export function decodeXml(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const swapped = bytes[0] === 0xfe && bytes[1] === 0xff;
  const encoding = wide ? 'utf-16le' : swapped ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return refuse('damaged');
  }
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;
const DEEPEST = 256;

/**
 * 读标记: one element after the other; `child` walks, `content` takes the text. Throws the refusal `damaged`
 * where elements are not closed, `refused` where they are too deep or a document type is declared.
 */
export class Scanner {
  /** Where the current tag begins and ends in the text. */
  tagStart = 0;
  tagEnd = 0;
  /** How many elements are open, the current one included. */
  depth = 0;
  empty = false;
  #at = 0;
  /** Where the names of the open elements begin and end, prefixes included, two numbers a depth. */
  readonly #names: number[] = [];
  #pending = false;
  /** Where the current element's name begins, without its prefix, and where it ends. */
  #start = 0;
  #head = 0;

  constructor(readonly text: string) {}

  /** Name of the current element without its prefix. */
  get name(): string {
    return this.text.slice(this.#start, this.#head);
  }

  /** Whether the current element has this name, whatever its prefix. */
  is(name: string): boolean {
    return this.#head - this.#start === name.length && this.text.startsWith(name, this.#start);
  }

  /** Where reading goes on; −1 inside an element that has no inside. */
  get at(): number {
    return this.#pending ? -1 : this.#at;
  }

  /** Goes on there: what stands before it, whole elements only, was read by somebody else. */
  skipTo(at: number): void {
    this.#at = at;
  }

  /** Steps into the first element. */
  root(): string {
    return this.child(0) ? this.name : refuse('damaged');
  }

  /** Next element directly inside the one open at `depth`; false when that one has ended. */
  child(depth: number): boolean {
    if (this.depth < depth) return false;
    for (;;) {
      const kind = this.#next();
      if (kind === 'end') return depth === 0 ? false : refuse('damaged');
      if (kind === 'open' && this.depth === depth + 1) return true;
      if (kind === 'close' && this.depth < depth) return false;
    }
  }

  /** All text inside the current element, to its end. */
  content(): string {
    const depth = this.depth;
    let out = '';
    while (this.depth >= depth) {
      const from = this.#at;
      const kind = this.#next();
      if (kind === 'end') refuse('damaged');
      if (this.tagStart > from && this.depth >= depth - 1) out += this.#plain(from, this.tagStart);
    }
    return out;
  }

  #plain(from: number, to: number): string {
    const raw = this.text.slice(from, to);
    if (!raw.includes('<')) return unescapeXml(raw.replaceAll('\r\n', '\n'));
    // Only comments and CDATA can stand in here.
    let out = '';
    let at = 0;
    while (at < raw.length) {
      const mark = raw.indexOf('<', at);
      const stop = mark < 0 ? raw.length : mark;
      out += unescapeXml(raw.slice(at, stop));
      if (mark < 0) break;
      const data = raw.startsWith('<![CDATA[', mark);
      const close = raw.indexOf(data ? ']]>' : raw[mark + 1] === '?' ? '?>' : '-->', mark);
      if (data) out += raw.slice(mark + 9, close);
      at = close + (raw[mark + 1] === '?' ? 2 : 3);
    }
    return out;
  }

  #next(): 'open' | 'close' | 'end' {
    if (this.#pending) return this.#closeEmpty();
    for (;;) {
      const at = this.text.indexOf('<', this.#at);
      this.tagStart = at < 0 ? this.text.length : at;
      if (at < 0) return this.depth === 0 ? 'end' : refuse('damaged');
      const next = this.text.charCodeAt(at + 1);
      if (next === 47) return this.#close(at);
      if (next === 33 || next === 63) this.#skipMarkup(at);
      else return this.#open(at);
    }
  }

  #closeEmpty(): 'close' {
    this.#pending = false;
    this.depth--;
    this.tagStart = this.#at;
    return 'close';
  }

  #skipMarkup(at: number): void {
    const { text } = this;
    const close = text.startsWith('<!--', at)
      ? '-->'
      : text.startsWith('<![CDATA[', at)
        ? ']]>'
        : text.startsWith('<?', at)
          ? '?>'
          : refuse('refused');
    const end = text.indexOf(close, at);
    if (end < 0) refuse('damaged');
    this.#at = end + close.length;
  }

  #close(at: number): 'close' {
    const end = this.text.indexOf('>', at);
    if (end < 0) refuse('damaged');
    if (!this.#isLastOpened(at + 2, end)) refuse('damaged');
    this.depth--;
    this.#at = end + 1;
    this.tagEnd = end + 1;
    return 'close';
  }

  /** Whether what stands there, blanks at its end apart, is the name of the element opened last. */
  #isLastOpened(from: number, to: number): boolean {
    const { text } = this;
    const open = this.depth * 2 - 2;
    const start = this.#names[open] ?? 0;
    const end = this.#names[open + 1] ?? 0;
    let last = to;
    while (last > from && isSpace(text.charCodeAt(last - 1))) last--;
    if (end <= start || last - from !== end - start) return false;
    for (let i = from; i < last; i++) {
      if (text.charCodeAt(i) !== text.charCodeAt(start + i - from)) return false;
    }
    return true;
  }

  #open(at: number): 'open' {
    const { text } = this;
    let i = at + 1;
    let colon = -1;
    for (let code = text.charCodeAt(i); code !== 62 && code !== 47 && !isSpace(code); ) {
      if (code === 58) colon = i;
      if (code === 60 || Number.isNaN(code)) refuse('damaged');
      code = text.charCodeAt(++i);
    }
    this.#head = i;
    for (let quote = 0; ; i++) {
      const code = text.charCodeAt(i);
      if (Number.isNaN(code)) refuse('damaged');
      if (quote) quote = code === quote ? 0 : quote;
      else if (code === 34 || code === 39) quote = code;
      else if (code === 62) break;
      else if (code === 60) refuse('damaged');
    }
    this.#start = colon < 0 ? at + 1 : colon + 1;
    this.#names[this.depth * 2] = at + 1;
    this.#names[this.depth * 2 + 1] = this.#head;
    this.empty = text.charCodeAt(i - 1) === 47;
    this.#pending = this.empty;
    this.depth++;
    if (this.depth > DEEPEST) refuse('refused');
    this.tagEnd = i + 1;
    this.#at = i + 1;
    return 'open';
  }

  /** An attribute of the current tag; `anyPrefix` also finds `r:id` as `id`. */
  attribute(name: string, anyPrefix = false): string | undefined {
    const { text } = this;
    let at = this.#head;
    const end = this.tagEnd - 1;
    while (at < end) {
      while (at < end && isSpace(text.charCodeAt(at))) at++;
      const equals = text.indexOf('=', at);
      if (equals < 0 || equals >= end) return undefined;
      let open = equals + 1;
      while (open < end && isSpace(text.charCodeAt(open))) open++;
      const close = text.indexOf(text[open]!, open + 1);
      if (close < 0 || close > end) return undefined;
      let last = equals;
      while (last > at && isSpace(text.charCodeAt(last - 1))) last--;
      const from = last - name.length;
      const ends = from >= at && text.startsWith(name, from);
      if (ends && (from === at || (anyPrefix && text.charCodeAt(from - 1) === 58))) {
        return unescapeXml(text.slice(open + 1, close));
      }
      at = close + 1;
    }
    return undefined;
  }
}

/** Whether an attribute says yes: `1`, `true` or `on`; one that is absent does not. */
export const isTrue = (value: string | undefined): boolean =>
  value === '1' || value === 'true' || value === 'on';

/** A whole count in an attribute (row, index); undefined when it is none. */
export function whole(value: string | undefined): number | undefined {
  if (value === undefined || value.length === 0 || value.length > 9) return undefined;
  let number = 0;
  for (let i = 0; i < value.length; i++) {
    const digit = value.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  return number;
}
