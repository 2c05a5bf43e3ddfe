// Words of a line in a table that draws no line between its columns: what stands in one cell. Knows gaps, pieces
// as a program wrote them, and amounts by their look; knows no form.
import type { Line } from './lines.ts';
import type { Glyph } from './page.ts';

/** 词: letters with hardly any room between them, of one cell. */
export interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** An amount that is whole: with decimals, or in groups of three. */
const AMOUNT = /^[-－—–]?[(（]?(?:(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+|\d{1,3}(?:,\d{3})+)[)）]?[%％]?$/;
const FILLER = /^[-－—–/／*＊]{1,3}$/;
/** Goes on with an amount, and with nothing else. */
const GOES_ON = /^[\d.,%％)）]/;
const INSIDE = /[\d.,(（－-]$/;

/** Stands for an amount of nothing. */
export const isFiller = (text: string): boolean => FILLER.test(text);
/** Whether a word is an amount, whatever its neighbours touch. */
export const isAmountWord = (text: string): boolean => AMOUNT.test(text) || FILLER.test(text);

/** Letters that stand close together, as groups. */
function close(glyphs: readonly Glyph[], room: number): Glyph[][] {
  const groups: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = groups.at(-1)?.at(-1);
    if (last && glyph.left - last.right < glyph.size * room) groups.at(-1)!.push(glyph);
    else groups.push([glyph]);
  }
  return groups;
}

const textOf = (glyphs: readonly Glyph[]): string => glyphs.map((g) => g.text).join('');
const CJK = /[\u2e80-\u9fff\uff00-\uffef]/;

/** 201, 20101, 2010101. */
const isCode = (text: string): boolean => /^(?:\d{3}|\d{5}|\d{7})$/.test(text);

/** Room between two Chinese letters that is wider than between the others of their group. */
function isWide(group: readonly Glyph[], at: number): boolean {
  if (!CJK.test(group[at - 1]!.text)) return false;
  const rooms = group.slice(1).map((g, i) => g.left - group[i]!.right);
  const usual = [...rooms].sort((a, b) => a - b)[rooms.length >> 1]!;
  return rooms[at - 1]! > 3 * Math.max(usual, 0);
}

/** Room between two digits that is far wider than between the others of their group: 201 and 03. */
function isFar(group: readonly Glyph[], at: number): boolean {
  const rooms = group.slice(1).map((g, i) => g.left - group[i]!.right);
  const usual = [...rooms].sort((a, b) => a - b)[rooms.length >> 1]!;
  return rooms[at - 1]! > group[at]!.size * 0.15 && rooms[at - 1]! > 3 * Math.max(usual, 0);
}

/** Pieces of a group, each with all that follows it up to the next amount: where a cell may begin. */
function parted(group: readonly Glyph[]): Glyph[][] {
  const parts: Glyph[][] = [];
  let from = 0;
  for (let i = 1; i < group.length; i += 1) {
    const [before, next] = [group[i - 1]!, group[i]!];
    const own = textOf(group.slice(from, i));
    const isOther = before.piece !== next.piece;
    const isFigure = AMOUNT.test(own) || (isOther && FILLER.test(own));
    const apart = next.left - before.right > next.size * 0.1;
    const goesOn = GOES_ON.test(next.text) && !(isOther && apart);
    const after = isFigure && !goesOn && (isOther || CJK.test(next.text));
    if (after || (isOther && !INSIDE.test(own) && begins(group, i))) {
      parts.push(group.slice(from, i));
      from = i;
    } else if (isOther && apart && (isCode(own) || isWide(group, i)) && CJK.test(next.text)) {
      parts.push(group.slice(from, i));
      from = i;
    } else if (isOther && /^\d{1,3}$/.test(own) && /^\d/.test(next.text) && isFar(group, i)) {
      parts.push(group.slice(from, i));
      from = i;
    } else if (isOther && beginsFiller(group, i, /^\d+$/.test(own))) {
      parts.push(group.slice(from, i));
      from = i;
    }
  }
  parts.push(group.slice(from));
  return parts;
}

/** A piece that is an amount and nothing else. */
function begins(group: readonly Glyph[], at: number): boolean {
  let end = at + 1;
  while (
    end < group.length &&
    (group[end]!.piece === group[at]!.piece || GOES_ON.test(group[end]!.text))
  )
    end += 1;
  return AMOUNT.test(textOf(group.slice(at, end)));
}

/** A piece that stands for nothing: behind a whole number, or where no letter follows it. */
function beginsFiller(group: readonly Glyph[], at: number, behindNumber: boolean): boolean {
  let end = at + 1;
  while (end < group.length && group[end]!.piece === group[at]!.piece) end += 1;
  if (!FILLER.test(textOf(group.slice(at, end)))) return false;
  return behindNumber || end === group.length || FILLER.test(group[end]!.text);
}

/** 合 计, 科 目 名 称: words that are printed with room between their letters. */
const SPACED = /^(?:[合总小]计|项目|收入|支出|科目(?:编码|名称)?|名称|编码|[决预]算数|[栏行]次)$/;

/** A word with its letters. */
export interface Lettered extends Word {
  readonly glyphs: readonly Glyph[];
}

/** Letters set wide apart as the word they are. */
function joined(words: readonly Lettered[]): Lettered[] {
  const result: Lettered[] = [];
  for (let i = 0; i < words.length; i += 1) {
    let end = i;
    while (end < words.length && words[end]!.text.length === 1 && CJK.test(words[end]!.text))
      end += 1;
    for (; end > i + 1; end -= 1)
      if (
        SPACED.test(
          words
            .slice(i, end)
            .map((w) => w.text)
            .join(''),
        )
      )
        break;
    const own = words.slice(i, Math.max(i + 1, end));
    if (own.length === 1) result.push(own[0]!);
    else
      result.push({
        text: own.map((w) => w.text).join(''),
        left: own[0]!.left,
        right: own.at(-1)!.right,
        glyphs: own.flatMap((w) => w.glyphs),
      });
    i += own.length - 1;
  }
  return result;
}

const lettered = (glyphs: readonly Glyph[]): Lettered => ({
  text: textOf(glyphs),
  left: glyphs[0]!.left,
  right: Math.max(...glyphs.map((g) => g.right)),
  glyphs,
});

/** 词 of a line, from left to right. */
export function wordsOfLine({ glyphs }: Line, room = 0.3): Word[] {
  return joined(close(glyphs, room).flatMap(parted).map(lettered));
}

/** Room within words of a head, in parts of their size: of what was written in one piece, of any, of what was not written on. */
const HEAD = { piece: 0.9, word: 0.3, jump: 0.05, gutter: 0.12 };

/** Whether something else was written between two letters that hardly stand apart; one blank may have been. */
const isJump = (last: Glyph, next: Glyph): boolean =>
  (next.piece < last.piece || next.piece > last.piece + 2) &&
  next.left - last.right > next.size * HEAD.jump;

/** Words of a group where a gutter runs through room that is wider than between its other letters. */
function apart(
  group: readonly Glyph[],
  gutters: readonly (readonly [from: number, to: number])[],
): Glyph[][] {
  const rooms = group.slice(1).map((g, i) => g.left - group[i]!.right);
  const usual = [...rooms].sort((a, b) => a - b)[rooms.length >> 1]!;
  const parts: Glyph[][] = [];
  for (const [i, glyph] of group.entries()) {
    const before = group[i - 1];
    const isWider =
      before &&
      before.piece !== glyph.piece &&
      rooms[i - 1]! > Math.max(glyph.size * HEAD.gutter, usual * 2) &&
      gutters.some(([from, to]) => from < glyph.left && to > before.right);
    if (!before || isWider) parts.push([glyph]);
    else parts.at(-1)!.push(glyph);
  }
  return parts;
}

/** 词 of a line of a head, with their letters; `gutters`: room that parts cells of the rows for certain. */
export function wordsOfHead(
  { glyphs }: Line,
  gutters: readonly (readonly [from: number, to: number])[],
): Lettered[] {
  const groups: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = groups.at(-1)?.at(-1);
    const room = last?.piece === glyph.piece ? HEAD.piece : HEAD.word;
    if (last && glyph.left - last.right < glyph.size * room && !isJump(last, glyph))
      groups.at(-1)!.push(glyph);
    else groups.push([glyph]);
  }
  return joined(groups.flatMap((group) => apart(group, gutters)).map(lettered));
}
