// Lines of a text, and whether one runs on into the next: text taken from a printed page is broken where
// the page ended. Knows widths and marks at the head of a line; knows no number's meaning.

/** 行: a line that is not blank, by offsets into the text as written. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly width: number;
  readonly text: string;
  /** Names and figures beside each other, without a sentence's punctuation. */
  readonly row: boolean;
}

const SENTENCE = /[，。；：！？、,;:]/;
const FIGURE = /[-+]?\d[\d,]*(?:\.\d+)?%?/g;
const ORDINALS = /(?:[一二三四五六七八九十]+|(?<![\d.])\d{1,2})[、.．](?!\d)/g;
/** The title of a table or a picture stands in a line of its own. */
const TITLE = /^(?:(?:19|20)\d\d\s*年度?)?[^，。；：]{4,40}表(?:\s*[（(][^）)]*[)）])?$/;
/** A heading ends its line, however wide it is. */
const HEADING =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])[^，。；：]*(?:情况|说明)$/;
/** Marks that begin a paragraph of their own. */
const MARK =
  /^(?:第[一二三四五六七八九十]+[部分章节]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[、．.](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|图\s*\d|表\s*\d|附件|附表|注[：:]|#{1,6}\s|[-*]\s)/;
const COMPLETE = /[。！？!?]["”’）)]?$/;
const OPEN = /[，、,]$/;
const UNIT = /^(?:万元|亿元|千元|元|%|％|个|人|次|辆|台|项|件|年|月|日)/;

const widthOf = (text: string): number => {
  let width = 0;
  for (const char of text) if (!/\s/.test(char)) width += char.charCodeAt(0) > 0xff ? 1 : 0.5;
  return width;
};

/** A figure with nothing behind it that says what it counts, beside a name or another figure. */
function isRow(text: string): boolean {
  if (SENTENCE.test(text.replace(ORDINALS, '').replace(FIGURE, '0'))) return false;
  const figures = [...text.matchAll(FIGURE)];
  if (figures.length === 0) return false;
  const bare = figures.filter((m) => {
    const rest = text.slice(m.index + m[0].length);
    const last = text[m.index - 1];
    const alone = rest === '' || (/^\s/.test(rest) && !UNIT.test(rest.trimStart()));
    return alone && (last === undefined || /\s/.test(last));
  });
  return bare.length > 1 || (bare.length === 1 && figures.length === 1);
}

/** 分行: lines that hold anything. */
export function linesOf(raw: string): Line[] {
  const lines: Line[] = [];
  for (const m of raw.matchAll(/[^\r\n\f\v\u2028\u2029]+/g)) {
    const text = m[0].trim();
    if (text === '' || text === '\ufeff') continue;
    const start = m.index + m[0].indexOf(text);
    const row = isRow(text);
    lines.push({ start, end: start + text.length, width: widthOf(text), text, row });
  }
  return lines;
}

const AROUND = 12;
const WIDEST = 60;
/** Lines as wide as the page is wide break off anywhere; fewer than this share of them end a sentence. */
const MOSTLY = 0.6;

function widest(lines: readonly Line[]): number {
  const widths = lines.filter((l) => !l.row).map((l) => l.width);
  widths.sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.85)] ?? 0;
}

/** The width of the page around each line; undefined where lines are whole paragraphs. */
export function fullWidth(lines: readonly Line[]): number[] | undefined {
  const page = widest(lines);
  const full = lines.filter((l) => !l.row && l.width >= page - 3);
  const ended = full.filter((l) => COMPLETE.test(l.text)).length;
  const longest = Math.max(0, ...lines.map((l) => l.width));
  if (full.length < 3 || longest > 2 * WIDEST || page > WIDEST) return undefined;
  if (ended > full.length * MOSTLY) return undefined;
  return lines.map((_, i) =>
    Math.min(page, widest(lines.slice(Math.max(0, i - AROUND), i + AROUND + 1))),
  );
}

/** Whether a line goes on in the next one. */
export function runsOn(raw: string, line: Line, next: Line, page: number): boolean {
  if (MARK.test(next.text) && !splitsNumber(line, next, page)) return false;
  const full = line.width >= page - 3.5;
  if (/\d$/.test(line.text) && UNIT.test(next.text) && full) return true;
  if (line.row || next.row || TITLE.test(next.text)) return false;
  if (HEADING.test(line.text) || TITLE.test(line.text)) return false;
  // A figure at the end and one at the head are two, unless the page cut one number.
  if (/[\d.%]$/.test(line.text) && /^[\d.]/.test(next.text) && !splitsNumber(line, next, page))
    return false;
  if (OPEN.test(line.text)) return true;
  // A blank page between them says nothing: headers and footers leave many empty lines.
  return full && raw.length > 0;
}

/** 83|8.78万元, 838|.78万元, 838.7|8万元: a number cut by the end of the page's line. */
function splitsNumber(line: Line, next: Line, page: number): boolean {
  const tail = /\d[\d,]*\.?\d*$/.exec(line.text)?.[0];
  const head = /^\d*(?:\.\d+)?/.exec(next.text)?.[0];
  if (!tail || !head || line.width < page - 1.5 || line.row) return false;
  const whole = /^\d[\d,]*(?:\.\d+)?$/.test(tail + head);
  const after = next.text.slice(head.length);
  return whole && (UNIT.test(after) || /^[、，。；）)]/.test(after));
}
