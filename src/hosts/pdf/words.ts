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
const AMOUNT =
  /^[-－—–]?[(（]?(?:(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+|\d{1,3}(?:,\d{3})+)[)）]?[%％]?$/;
const FILLER = /^[-－—–/／*＊]{1,3}$/;
/** Goes on with an amount, and with nothing else. */
const GOES_ON = /^[\d.,%％)）]/;
const INSIDE = /[\d.,(（－-]$/;

/** Stands for an amount of nothing. */
export const isFiller = (text: string): boolean => FILLER.test(text);
/** Whether a word is an amount, whatever its neighbours touch. */
export const isAmount = (text: string): boolean => AMOUNT.test(text) || FILLER.test(text);

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
    } else if (isOther && /^\d+$/.test(own) && beginsFiller(group, i)) {
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
  while (end < group.length && (group[end]!.piece === group[at]!.piece || GOES_ON.test(group[end]!.text)))
    end += 1;
  return AMOUNT.test(textOf(group.slice(at, end)));
}

const beginsFiller = (group: readonly Glyph[], at: number): boolean => {
  const piece = group.slice(at).filter((g) => g.piece === group[at]!.piece);
  return FILLER.test(textOf(piece));
};

/** 词 of a line, from left to right. */
export function wordsOf({ glyphs }: Line, room = 0.3): Word[] {
  return close(glyphs, room)
    .flatMap(parted)
    .map((own) => ({
      text: textOf(own),
      left: own[0]!.left,
      right: Math.max(...own.map((g) => g.right)),
    }));
}
