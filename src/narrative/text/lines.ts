// Lines of a text, and whether one runs on into the next: text taken from a printed page is broken where
// the page ended. Knows widths and marks at the head of a line; knows no number's meaning.

/** 行: a line that is not blank, by offsets into the text as written. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  readonly width: number;
  readonly text: string;
  /** Names and figures beside each other, without a sentence's punctuation. */
  readonly row: boolean;
}

const SENTENCE = /[，。；：！？、,;:]/;
const FIGURE = /[-+]?\d[\d,]*(?:\.\d+)?%?/g;
/** No ordinal is longer, and a line may be: its end is not looked for from each sign of a run. */
const ORDINALS = /(?:[一二三四五六七八九十]{1,4}|\d{1,2})[、.．](?!\d)/g;
const withoutOrdinals = (text: string): string =>
  text.replace(ORDINALS, (found, at: number) =>
    /^\d/.test(found) && /[\d.]/.test(text[at - 1] ?? '') ? found : '',
  );
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
const UNIT =
  /^(?:万元|亿元|千元|元|%|％|个|人|次|批|辆|台|套|项|件|家|户|名|篇|分|倍|年|月|日|百分点)/;
/** Digits and signs of full width, by which lines are compared. */
const WIDE = /[０-９．％]/g;
const narrow = (text: string): string =>
  text.replace(WIDE, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

const widthOf = (text: string): number => {
  let width = 0;
  for (const char of text) if (!/\s/.test(char)) width += char.charCodeAt(0) > 0xff ? 1 : 0.5;
  return width;
};

/** Cells parted by bars; and what stands for no figure in its cell: 二、外交支出 —. */
const BARS = /^[^。；]*[|｜][^。；]*[|｜][^。；]*$|^[^。；]+[|｜]\s*$/;
const FILLED = /\s[-—–/／]{1,2}$/;

/** A figure with nothing behind it that says what it counts, beside a name or another figure. */
function isRow(text: string): boolean {
  if (BARS.test(text)) return true;
  if (SENTENCE.test(withoutOrdinals(text).replace(FIGURE, '0'))) return false;
  const figures = [...text.matchAll(FIGURE)];
  if (FILLED.test(text)) return true;
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
export function textLinesOf(raw: string): TextLine[] {
  const lines: TextLine[] = [];
  for (const m of raw.matchAll(/[^\r\n\f\v\u2028\u2029]+/g)) {
    const text = m[0].trim();
    if (text === '' || text === '\ufeff') continue;
    const start = m.index + m[0].indexOf(text);
    const row = isRow(text);
    lines.push({ start, end: start + text.length, width: widthOf(text), text: narrow(text), row });
  }
  return lines;
}

const AROUND = 12;
const WIDEST = 60;
/** Lines as wide as the page is wide break off anywhere; fewer than this share of them end a sentence. */
const MOSTLY = 0.6;

function widest(lines: readonly TextLine[]): number {
  const widths = lines.filter((l) => !l.row).map((l) => l.width);
  widths.sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.85)] ?? 0;
}

/** The width of the page around each line; undefined where lines are whole paragraphs. */
export function fullWidth(lines: readonly TextLine[]): number[] | undefined {
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

/** A page number alone on its line, between two lines of prose. */
const PAGE = /^[-—–－~\s]*\d{1,3}[-—–－~\s]*$|^第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?$/;
const isProse = (line: TextLine | undefined): boolean =>
  line === undefined || (!line.row && /[一-龥]/.test(line.text) && line.text.length > 3);

const goesOn = (line: TextLine | undefined): boolean =>
  isProse(line) || CONTINUED.test(line!.text) || UNIT.test(line!.text);

/** Lines without the page numbers that stand inside the text. */
export const withoutPages = (lines: readonly TextLine[]): TextLine[] =>
  lines.filter(
    (line, i) =>
      i === 0 || !PAGE.test(line.text) || !isProse(lines[i - 1]) || !goesOn(lines[i + 1]),
  );

/** What ends a line that is complete without a full stop. */
const TITLED =
  /(?:情况|说明|报告|公开|目录|概况|综述|部分|解释|决算|预算|职能|职责|设置|附件|绩效|名词|构成|如下)[：:]?$/;
/** 2.社会保障和就业支出（类）: the next item, though the one before ends in a comma. */
const ITEM =
  /^(?:\d{1,2}[、.．]\s*(?=[一-龥])|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)/;
/** Words that nothing ends with. */
const UNFINISHED = /[，、为占是和及与]$/;
const CONTINUED = /^(?:[，。；、）)%％]|的(?!确)|万元|亿元|元[，。；、）)]|(?:和|与|及|以及)\d)/;
const SAID = /[，；、\d]/;

/** A number parted from its unit, or a clause from its comma. */
export const isCut = (line: TextLine, next: TextLine): boolean =>
  !COMPLETE.test(line.text) &&
  ((UNFINISHED.test(line.text) && !(/[，、]$/.test(line.text) && ITEM.test(next.text))) ||
    cutsNumber(line, next) ||
    CONTINUED.test(next.text) ||
    (/\d$/.test(line.text) && UNIT.test(next.text)));

/** 2|021年, 156673.8|251万元: digits that only together have a unit. */
function cutsNumber(line: TextLine, next: TextLine): boolean {
  const [above, below] = [line, next].map((l) => l.text.replace(BLANK_GROUP, '$1'));
  const tail = /(?:^|[^\d.,，])(\d[\d,，]*(?:\.\d*)?)$/.exec(above!)?.[1];
  const head = /^[,，]?(?:\d[\d,，]*)?(?:\.\d+)?/.exec(below!)?.[0];
  if (!tail || !head || !/\d/.test(head)) return false;
  if (!isPartial(tail) && !/[一-龥、，；。]/.test(line.text)) return false;
  const after = below!.slice(head.length).trimStart();
  // A name and its figure look like the row of a table: only a figure with money behind goes on there.
  if (line.row && !isPartial(tail) && (next.row || !/^(?:万元|亿元|元|%)/.test(after)))
    return false;
  if (/^年/.test(after)) return /^(?:19|20)\d\d$/.test(tail + head);
  const whole = /^(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?$/.test(tail + head);
  return whole && (UNIT.test(after) || (isPartial(tail) && /^[，。；、）]/.test(after)));
}

const BLANK_GROUP = /([,，]) +(?=\d)/g;

/** 12, or 12.: nothing ends so. */
const isPartial = (tail: string): boolean => /[,，.]$/.test(tail);

/** Where the width of the page is not known: a line breaks off in the middle of what it says. */
export function breaksOff(line: TextLine, next: TextLine, widest: number): boolean {
  if (line.row && !/[，；。：]/.test(line.text))
    return CONTINUED.test(next.text) || UNIT.test(next.text);
  if (COMPLETE.test(line.text) || /[：；:;]$/.test(line.text)) return false;
  if (CONTINUED.test(next.text)) return true;
  if (MARK.test(next.text) || TITLE.test(line.text) || TITLE.test(next.text)) return false;
  if (MARK.test(line.text) && !/[，。；：]/.test(line.text)) return false;
  if (next.row && !/^[\d.,]+\s*(?:万元|亿元|元|%|％)/.test(next.text)) return false;
  if (/\d$/.test(line.text)) return UNIT.test(next.text) || /^\.\d/.test(next.text);
  if (/[元%％辆个次人台]$/.test(line.text))
    return line.width >= widest * NARROW && SAID.test(line.text);
  if (TITLED.test(line.text) && !SAID.test(line.text.replace(YEARS, ''))) return false;
  return SAID.test(line.text) || /[，。；\d]/.test(next.text.replace(YEARS, ''));
}
/** A line that much narrower than the widest ended of itself. */
const NARROW = 0.8;
const YEARS = /(?:19|20)\d\d\s*年度?/g;

/** Whether a line goes on in the next one. */
export function runsOn(raw: string, line: TextLine, next: TextLine, page: number): boolean {
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

/** No amount has more signs. */
const LONGEST = 40;

/** 83|8.78万元, 838|.78万元, 838.7|8万元: a number cut by the end of the page's line. */
function splitsNumber(line: TextLine, next: TextLine, page: number): boolean {
  const tail = /\d[\d,]*\.?\d*$/.exec(line.text.slice(-LONGEST))?.[0];
  const head = /^\d*(?:\.\d+)?/.exec(next.text)?.[0];
  if (!tail || !head || line.width < page - 1.5 || line.row) return false;
  const whole = /^\d[\d,]*(?:\.\d+)?$/.test(tail + head);
  const after = next.text.slice(head.length);
  return whole && (UNIT.test(after) || /^[、，。；）)]/.test(after));
}
