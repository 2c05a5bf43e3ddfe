// Changing a Word document in place: runs cut at characters, signs put between them, everything else as it was,
// byte for byte. Knows runs and their pieces; knows nothing of why.
import type { RunPiece, WordParagraph } from './word.ts';

/** 改动: text of the part from `at` on for `length` characters becomes `by`. */
export interface Edit {
  readonly at: number;
  readonly length: number;
  readonly by: string;
}

/** The part with all edits made; those at one place in the order given. */
export function edited(xml: string, edits: readonly Edit[]): string {
  const ordered = edits
    .map((edit, i) => ({ edit, i }))
    .sort((a, b) => a.edit.at - b.edit.at || a.i - b.i);
  let out = '';
  let at = 0;
  for (const { edit } of ordered) {
    out += xml.slice(at, edit.at) + edit.by;
    at = Math.max(at, edit.at + edit.length);
  }
  return out + xml.slice(at);
}

/** `w:` as the document writes it before its tags. */
export const prefixAt = (xml: string, tag: number): string =>
  /^<([^\s:/>]+:)?/.exec(xml.slice(tag, tag + 60))?.[1] ?? '';

/** Where the n-th character of a `w:t` stands among its entities; undefined where it cannot be told. */
export function rawOffset(raw: string, characters: number): number | undefined {
  if (raw.includes('<')) return undefined;
  let at = 0;
  for (let n = 0; n < characters; n += 1) {
    if (raw[at] === '&') {
      const end = raw.indexOf(';', at);
      if (end < 0) return undefined;
      const code = /^&#(x?)([0-9a-f]+);$/i.exec(raw.slice(at, end + 1));
      const point = code ? Number.parseInt(code[2]!, code[1] ? 16 : 10) : 0;
      // A character beyond the plane counts twice.
      if (point > 0xffff) n += 1;
      at = end + 1;
    } else if (raw[at] === '\r' && raw[at + 1] === '\n') at += 2;
    else at += 1;
  }
  return at;
}

/** Properties at the head of a run, as they are written. */
export function lookOf(xml: string, run: RunPiece['run']): { open: string; look: string } {
  const open = xml.slice(run.start, xml.indexOf('>', run.start) + 1);
  const rest = xml.slice(run.start + open.length, run.end);
  const look = /^<([^\s/>]*rPr)\b[\s\S]*?<\/\1>|^<[^\s/>]*rPr\s*\/>/.exec(rest)?.[0] ?? '';
  return { open, look };
}

const SPACE = /\sxml:space\s*=/;

/** Blanks at a cut stay only where the tag says so. */
function keepingBlanks(xml: string, piece: RunPiece): Edit[] {
  const open = xml.lastIndexOf('<', piece.from - 1);
  if (SPACE.test(xml.slice(open, piece.from))) return [];
  return [{ at: piece.from - 1, length: 0, by: ' xml:space="preserve"' }];
}

/**
 * Edits that put `signs` before the character `at` of a paragraph, between runs; a run that goes through
 * there is cut in two of the same look. Undefined where no run stands there.
 */
export function between(
  xml: string,
  { pieces }: WordParagraph,
  at: number,
  side: 'before' | 'after',
  signs: string,
): Edit[] | undefined {
  const piece =
    side === 'before'
      ? pieces.find((p) => p.at + p.length > at)
      : pieces.findLast((p) => p.at < at);
  if (!piece) return undefined;
  const { run } = piece;
  const own = pieces.filter((p) => p.run === run);
  const first = own[0]!;
  const last = own.at(-1)!;
  if (at <= first.at) return [{ at: run.start, length: 0, by: signs }];
  if (at >= last.at + last.length) return [{ at: run.end, length: 0, by: signs }];
  const { open, look } = lookOf(xml, run);
  const p = prefixAt(xml, run.start);
  const cut = `</${p}r>${signs}${open}${look}`;
  const isText = xml[piece.from - 1] === '>';
  const inside = at - piece.at;
  if (inside <= 0 || inside >= piece.length || !isText) {
    const element = isText ? xml.lastIndexOf('<', piece.from - 1) : piece.from;
    const end = isText ? xml.indexOf('>', piece.to) + 1 : piece.to;
    return [{ at: inside <= 0 ? element : end, length: 0, by: cut }];
  }
  const raw = rawOffset(xml.slice(piece.from, piece.to), inside);
  if (raw === undefined) return [{ at: run.start, length: 0, by: signs }];
  const by = `</${p}t>${cut}<${p}t xml:space="preserve">`;
  return [...keepingBlanks(xml, piece), { at: piece.from + raw, length: 0, by }];
}
