// A text read back by the sentences that write it: literals forgivingly, numbers strictly. Finds where
// each number stands and what it ought to be; judges nothing. Knows the tree of sentences.

import { STOPS, writtenSigns } from './begins.ts';
import { intervalRead, type NumberRead } from './formats.ts';
import { axesWithin, itemsOf, type Listed } from './items.ts';
import { outsideOf } from './kept.ts';
import type {
  ChoicePiece,
  EachPiece,
  HolePiece,
  JoinPiece,
  Piece,
  Sentence,
  WordPiece,
} from './sentence.ts';
import type { Source, Worth, WritingScope } from './source.ts';
import { type Current, keyIn, wordOf } from './words.ts';
import { conditionIn, worthIn } from './worth.ts';

/** 读出: what one sentence found in the text, in reading order. */
export type Found =
  | {
      readonly kind: 'number';
      readonly piece: HolePiece;
      readonly axes: Readonly<Record<string, string>>;
      readonly printed: NumberRead;
      readonly worth: Worth;
    }
  /** A figure that is still wanting. */
  | { readonly kind: 'gap'; readonly start: number; readonly end: number }
  /** The user's words, or a gap still open. */
  | { readonly kind: 'words'; readonly key: string; readonly start: number; readonly end: number }
  /** A wording whose condition the figures do not meet. */
  | {
      readonly kind: 'wording';
      readonly says: string;
      readonly ought: boolean;
      readonly start: number;
      readonly end: number;
    }
  /** Non-zero items that a list leaves out. */
  | {
      readonly kind: 'left-out';
      readonly items: readonly Listed[];
      readonly start: number;
      readonly end: number;
    };

/** 句子读法. */
interface Reading {
  readonly end: number;
  readonly found: readonly Found[];
}

interface Place {
  readonly at: number;
  readonly axes: Readonly<Record<string, string>>;
  readonly current?: Current;
  readonly locals: ReadonlyMap<string, Worth>;
  readonly found: readonly Found[];
}
type Next = (place: Place) => Place | undefined;

const GAP = /\[待填：[^\]\n]*\]/y;
const ORDINAL = /(?:（?(?:[一二三四五六七八九十]+|\d{1,2})）?[.、]?|[①-⑳])/y;
const OURS = /(?:本部门|我部门|本单位|我单位)(?:（单位）)?/y;
const LONGEST_WORDS = 1500;
const LONGEST_ASIDE = 300;
/** A text that could be read in very many ways is left to the reading by clauses. */
const MOST_STEPS = 60_000;

function matchAt(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[0];
  return found ? at + found.length : undefined;
}

class Matcher {
  private steps = 0;
  constructor(
    private readonly text: string,
    private readonly source: Source,
    /** Only wordings that the figures call for, and lists that leave nothing out. */
    private readonly strict: boolean,
  ) {}

  private scope({ axes, locals }: Place): WritingScope {
    return { axes, locals };
  }

  /** A sentence may run over paragraphs. */
  private past(at: number): number {
    let next = at;
    while (this.text[next] === '\n') next += 1;
    return next;
  }

  /** Where a paragraph of ours ends the writer may have gone on in his own words. */
  private paragraphEnd(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 || end - at > LONGEST_ASIDE ? at : end;
  }

  /** Width, blanks, line breaks and the kind of a pause do not matter. */
  literal(wanted: string, from: number): number | undefined {
    let at = from;
    for (const sign of writtenSigns(wanted)) {
      if (sign === '\n') {
        if (!this.strict) at = this.paragraphEnd(at);
        continue;
      }
      at = this.past(at);
      const here = this.text[at];
      const pause = !this.strict && here !== undefined && STOPS.has(here) && STOPS.has(sign);
      if (here !== sign && !pause) return undefined;
      at += 1;
    }
    return at;
  }

  sequence(pieces: readonly Piece[], place: Place, next: Next, i = 0): Place | undefined {
    const piece = pieces[i];
    if (!piece) return next(place);
    return this.one(piece, place, (after) => this.sequence(pieces, after, next, i + 1));
  }

  private one(piece: Piece, place: Place, next: Next): Place | undefined {
    this.steps += 1;
    if (this.steps > MOST_STEPS) return undefined;
    switch (piece.kind) {
      case 'text': {
        const at = this.literal(piece.text, place.at);
        return at === undefined ? undefined : next({ ...place, at });
      }
      case 'word':
        return this.word(piece, place, next);
      case 'hole':
        return this.hole(piece, place, next);
      case 'slot':
        return this.words(keyIn(piece.key, this.scope(place), this.source), place, next);
      case 'each':
        return this.each(piece, place, next);
      case 'join':
        return this.join(piece, place, next, 0, true);
      case 'choice':
        return this.choice(piece, place, next);
    }
  }

  private word(piece: WordPiece, place: Place, next: Next): Place | undefined {
    const from = this.past(place.at);
    const ends: (number | undefined)[] = [];
    if (piece.name === '序') ends.push(matchAt(ORDINAL, this.text, from));
    else {
      const word = wordOf(piece.name, piece.as, this.source, place.current);
      ends.push(word === undefined ? undefined : this.literal(word, from));
      ends.push(matchAt(GAP, this.text, from));
      if (piece.name === '部门') ends.push(matchAt(OURS, this.text, from));
    }
    for (const at of ends) {
      const done = at === undefined ? undefined : next({ ...place, at });
      if (done) return done;
    }
    return undefined;
  }

  private hole(piece: HolePiece, place: Place, next: Next): Place | undefined {
    const start = this.past(place.at);
    const gap = matchAt(GAP, this.text, start);
    const printed = piece.format.read(this.text, start);
    if (!printed && gap === undefined) return undefined;
    const worth = worthIn(piece.formula, this.scope(place), this.source);
    const lent: Worth =
      worth.value || !printed ? worth : { value: intervalRead(printed), cells: [], printed: true };
    const locals = piece.name ? new Map([...place.locals, [piece.name, lent]]) : place.locals;
    if (!printed) {
      const wanting: Found = { kind: 'gap', start, end: gap! };
      return next({ ...place, at: gap!, locals, found: [...place.found, wanting] });
    }
    const { axes } = place;
    const found: Found = { kind: 'number', piece, axes, printed, worth };
    return next({ ...place, at: printed.end, locals, found: [...place.found, found] });
  }

  /** The user's words run to the next literal that fits. */
  private words(key: string, place: Place, next: Next): Place | undefined {
    const limit = Math.min(this.text.length, place.at + LONGEST_WORDS);
    for (let end = place.at + 1; end <= limit; end += 1) {
      if (this.text[end - 1] === '\n') return undefined;
      const found: Found = { kind: 'words', key, start: place.at, end };
      const done = next({ ...place, at: end, found: [...place.found, found] });
      if (done) return done;
    }
    return undefined;
  }

  private each(piece: EachPiece, place: Place, next: Next): Place | undefined {
    const items = itemsOf(piece.group, this.scope(place), this.source);
    const more = (here: Place, left: readonly Listed[], first: boolean): Place | undefined => {
      const at = this.literal(first ? piece.lead : piece.separator, here.at);
      for (const listed of at === undefined ? [] : left) {
        const rest = left.filter((l) => l !== listed);
        const inner: Place = {
          ...here,
          at: at!,
          axes: axesWithin(place.axes, listed),
          current: { item: listed.item, table: listed.table, index: 1 },
        };
        const done = this.sequence(piece.body, inner, (after) =>
          after.at > at! ? more({ ...after, axes: place.axes }, rest, false) : undefined,
        );
        if (done) return done;
      }
      if (this.strict && left.some((l) => !l.zero)) return undefined;
      const { current: _, ...outside } = here;
      const back = {
        ...outside,
        axes: place.axes,
        ...(place.current && { current: place.current }),
      };
      return next(this.leftOut(back, place, left));
    };
    return more(place, items, true);
  }

  private leftOut(here: Place, from: Place, left: readonly Listed[]): Place {
    const items = left.filter((l) => !l.zero);
    if (items.length === 0) return here;
    const found: Found = { kind: 'left-out', items, start: from.at, end: here.at };
    return { ...here, found: [...here.found, found] };
  }

  private join(
    piece: JoinPiece,
    place: Place,
    next: Next,
    i: number,
    first: boolean,
  ): Place | undefined {
    const part = piece.parts[i];
    if (!part) return next(place);
    const at = this.literal(first ? piece.lead : piece.separator, place.at);
    const done =
      at === undefined
        ? undefined
        : this.sequence(part, { ...place, at }, (after) =>
            after.at > at ? this.join(piece, after, next, i + 1, false) : undefined,
          );
    return done ?? this.join(piece, place, next, i + 1, first);
  }

  private choice(piece: ChoicePiece, place: Place, next: Next): Place | undefined {
    const holds = conditionIn(piece.when, this.scope(place), this.source);
    const asks = piece.says.includes('有(');
    const known = holds !== undefined && !asks;
    const order = holds === true ? [true, false] : [false, true];
    for (const taken of order) {
      if (this.strict && known && taken !== holds) continue;
      const pieces = taken ? piece.then : piece.otherwise;
      const done = this.sequence(pieces, place, (after) => {
        if (!known || taken === holds || after.at === place.at) return next(after);
        const { at } = after;
        const found: Found = {
          kind: 'wording',
          says: piece.says,
          ought: holds,
          start: place.at,
          end: at,
        };
        return next({ ...after, found: [...after.found, found] });
      });
      if (done) return done;
    }
    return undefined;
  }
}

/** 读句: what a sentence finds at a place of the plain text; undefined where it does not stand there. */
export function readSentence(
  sentence: Sentence,
  pieces: readonly Piece[],
  text: string,
  at: number,
  source: Source,
): Reading | undefined {
  const start: Place = { at, axes: outsideOf(source), locals: new Map(), found: [] };
  const by = (strict: boolean) =>
    new Matcher(text, source, strict).sequence(pieces, start, (place) =>
      strict && text[place.at] !== '\n' && place.at < text.length ? undefined : place,
    );
  const done = by(true) ?? by(false);
  if (!done || done.at === at) return undefined;
  return { end: done.at, found: sentence.closed ? done.found : done.found.filter(isKept) };
}

const isKept = (found: Found): boolean => found.kind !== 'left-out';
