// By which sign a sentence may begin: most paragraphs begin with another, and need not be tried. Knows the tree of
// sentences; reads no text.
import { once } from '../measure/once.ts';
import type { Piece } from './sentence.ts';
import type { Source } from './source.ts';
import { canon } from './text/plain.ts';
import { wordOf } from './words.ts';

/** Signs between clauses stand for each other. */
export const STOPS: ReadonlySet<string> = new Set(['，', '；', '。', '、']);

/** A wording sign by sign, without its blanks. */
export const writtenSigns = once((wanted: string): readonly string[] =>
  [...wanted].flatMap((char) => (char === '\n' || !/\s/.test(char) ? [canon(char)] : [])),
);

/** 句首: the signs it may be; undefined where any may stand. */
type Beginning = ReadonlySet<string> | undefined;

interface First {
  readonly signs: Beginning;
  /** The piece may also say nothing. */
  readonly empty: boolean;
}

const ANY: First = { signs: undefined, empty: false };
const GAP = '[';
const ORDINALS = new Set([...'0123456789（一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', GAP]);
const OURS = ['本', '我'];

function literal(text: string): First {
  const [sign] = writtenSigns(text);
  if (sign === undefined) return { signs: new Set(), empty: true };
  if (sign === '\n') return ANY;
  return { signs: STOPS.has(sign) ? STOPS : new Set([sign]), empty: false };
}

function word(name: string, as: string | undefined, source: Source): First {
  if (name === '序') return { signs: ORDINALS, empty: false };
  if (name === '名' || name === '干' || name === '科目') return ANY;
  const own = wordOf(name, as, source, undefined);
  const { signs } = literal(own ?? '');
  if (!signs) return ANY;
  return { signs: new Set([...signs, GAP, ...(name === '部门' ? OURS : [])]), empty: own === '' };
}

function either(all: readonly First[]): First {
  const empty = all.some((f) => f.empty);
  if (all.some((f) => f.signs === undefined)) return { signs: undefined, empty };
  return { signs: new Set(all.flatMap((f) => [...f.signs!])), empty };
}

function firstOf(piece: Piece, source: Source): First {
  switch (piece.kind) {
    case 'text':
      return literal(piece.text);
    case 'word':
      return word(piece.name, piece.as, source);
    case 'choice':
      return either([sequence(piece.then, source), sequence(piece.otherwise, source)]);
    case 'each': {
      const lead = literal(piece.lead);
      return { ...(lead.empty ? sequence(piece.body, source) : lead), empty: true };
    }
    case 'join': {
      const lead = literal(piece.lead);
      const parts = lead.empty ? either(piece.parts.map((p) => sequence(p, source))) : lead;
      return { ...parts, empty: true };
    }
    default:
      return ANY;
  }
}

function sequence(pieces: readonly Piece[], source: Source): First {
  const all: First[] = [];
  for (const piece of pieces) {
    const first = firstOf(piece, source);
    all.push(first);
    if (!first.empty) return { ...either(all), empty: false };
  }
  return { ...either(all), empty: true };
}

const holds = (piece: Piece): boolean => {
  switch (piece.kind) {
    case 'hole':
      return true;
    case 'each':
      return piece.body.some(holds);
    case 'join':
      return piece.parts.some((p) => p.some(holds));
    case 'choice':
      return [...piece.then, ...piece.otherwise].some(holds);
    default:
      return false;
  }
};

/** Whether a paragraph that begins with a sign may be a sentence with a number. */
export function beginsWith(pieces: readonly Piece[], source: Source): (sign: string) => boolean {
  if (!pieces.some(holds)) return () => false;
  const { signs } = sequence(pieces, source);
  return (sign) => signs === undefined || signs.has(sign);
}
