// The grammar of sentences: literal text with holes in braces, read once into a tree. Knows the marks of
// the notation and the kernel's formulas; knows no table. Problems carry an offset for the caret.
import type { Declaration } from '../assertions/declaration.ts';
import { parseFormula, parseRule } from '../formula/parse.ts';
import type { Node, Path, Relation, SyntaxProblem } from '../formula/tree.ts';
import { type Format, formatNamed } from './formats.ts';

/** 说明句式: one sentence that writes and reads; `says` is a text with holes. */
export interface Sentence extends Declaration {
  readonly says: string;
  /** Rule of the numbers in it; those of change against last year may have their own. */
  readonly rule: string;
  readonly changes?: string;
  /** A composition list without 等: a non-zero item it leaves out is an omission. */
  readonly closed?: boolean;
}

/** 句式成分: text, word, number, list, choice, or the user's own words. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly strong: boolean }
  | WordPiece
  | HolePiece
  | EachPiece
  | ChoicePiece
  | JoinPiece
  | { readonly kind: 'slot'; readonly key: string; readonly wanted: string };

/** 词: a name that the figures' tables or the department give. */
export interface WordPiece {
  readonly kind: 'word';
  readonly name: string;
  readonly as?: string;
  readonly strong: boolean;
}
/** 数孔: a formula and its format; a name lends the number to later holes. */
export interface HolePiece {
  readonly kind: 'hole';
  readonly name?: string;
  readonly formula: Node;
  readonly says: string;
  readonly format: Format;
}
/** 逐项: one clause for each item of a group. */
export interface EachPiece {
  readonly kind: 'each';
  readonly group: Path;
  readonly separator: string;
  /** Stands before the first clause, where there is one: 其中：. */
  readonly lead: string;
  readonly body: readonly Piece[];
}
/** 择一: one of two wordings. */
export interface ChoicePiece {
  readonly kind: 'choice';
  readonly says: string;
  readonly when: readonly Relation[];
  readonly then: readonly Piece[];
  readonly otherwise: readonly Piece[];
}

/** 连缀: of several clauses those that say something, joined. */
export interface JoinPiece {
  readonly kind: 'join';
  readonly separator: string;
  readonly lead: string;
  readonly parts: readonly (readonly Piece[])[];
}

/** 句式解析结果: the pieces, or the first problem with its offset. */
export type ParsedSentence =
  | { readonly ok: true; readonly pieces: readonly Piece[] }
  | { readonly ok: false; readonly problem: SyntaxProblem };

class Refusal extends Error {
  constructor(readonly problem: SyntaxProblem) {
    super(problem.message);
  }
}
const refuse = (at: number, message: string): never => {
  throw new Refusal({ at, message });
};

interface Mark {
  readonly inner: string;
  readonly at: number;
}

function formulaOf({ inner, at }: Mark): Node {
  const parsed = parseFormula(inner);
  return parsed.ok ? parsed.value : refuse(at + parsed.problem.at, parsed.problem.message);
}

function holeOf({ inner, at }: Mark): Piece {
  const bar = inner.lastIndexOf('|');
  const format = formatNamed(inner.slice(bar + 1));
  if (!format) return refuse(at + bar + 1, `没有“${inner.slice(bar + 1)}”这种写法`);
  const named = /^([^=+\-×÷()（）「]+)=(.+)$/.exec(inner.slice(0, bar));
  const says = named?.[2] ?? inner.slice(0, bar);
  const formula = formulaOf({ inner: says, at: at + bar - says.length });
  return { kind: 'hole', ...(named && { name: named[1]! }), formula, says, format };
}

class Reader {
  private at = 0;
  private strong = false;
  constructor(private readonly text: string) {}

  pieces(until: readonly string[]): Piece[] {
    const result: Piece[] = [];
    while (this.at < this.text.length) {
      if (until.some((mark) => this.text.startsWith(mark, this.at))) return result;
      if (this.text[this.at] === '{') result.push(this.marked());
      else result.push(...this.literal());
    }
    if (until.length > 0) refuse(this.at, `此处应为“${until.at(-1)}”`);
    return result;
  }

  private literal(): Piece[] {
    const open = this.text.indexOf('{', this.at);
    const end = open < 0 ? this.text.length : open;
    const text = this.text.slice(this.at, end);
    const close = text.indexOf('}');
    if (close >= 0) refuse(this.at + close, '多出一个“}”');
    this.at = end;
    // ＊…＊ sets a run-in heading apart; it is not printed.
    return text.split('＊').flatMap((part, i): Piece[] => {
      if (i > 0) this.strong = !this.strong;
      return part === '' ? [] : [{ kind: 'text', text: part, strong: this.strong }];
    });
  }

  private mark(): Mark {
    const start = this.at + 1;
    const end = this.text.indexOf('}', start);
    if (end < 0) return refuse(this.at, '“{”没有配对');
    this.at = end + 1;
    return { inner: this.text.slice(start, end), at: start };
  }

  private need(mark: string): void {
    if (!this.text.startsWith(mark, this.at)) refuse(this.at, `此处应为“${mark}”`);
    this.at += mark.length;
  }

  private marked(): Piece {
    const mark = this.mark();
    const { inner, at } = mark;
    if (inner === '/' || inner === ':' || inner === ',') return refuse(at, `多出一个“{${inner}}”`);
    if (inner.startsWith('*')) return this.each(mark);
    if (inner.startsWith('?')) return this.choice(mark);
    if (inner.startsWith('~')) {
      const [key, wanted] = inner.slice(1).split('|');
      return { kind: 'slot', key: key!, wanted: wanted ?? key! };
    }
    if (/^序\|/.test(inner))
      return { kind: 'word', name: '序', as: inner.slice(2), strong: this.strong };
    if (!inner.includes('|')) {
      if (inner.trim() === '') return refuse(at, '空的“{}”');
      return { kind: 'word', name: inner, strong: this.strong };
    }
    return holeOf(mark);
  }

  private each({ inner, at }: Mark): Piece {
    const [says = '', separator = '', lead = ''] = inner
      .slice(1)
      .split('|')
      .map((part) => part.replaceAll('\\n', '\n'));
    if (says === '') return this.join(separator, lead);
    const group = formulaOf({ inner: says, at: at + 1 });
    if (group.kind !== 'path') return refuse(at + 1, '此处应为一组行或栏');
    const body = this.pieces(['{/}']);
    this.need('{/}');
    return { kind: 'each', group, separator, lead, body };
  }

  private join(separator: string, lead: string): Piece {
    const parts: Piece[][] = [];
    do parts.push(this.pieces(['{,}', '{/}']));
    while (this.took('{,}'));
    this.need('{/}');
    return { kind: 'join', separator, lead, parts };
  }

  private took(mark: string): boolean {
    if (!this.text.startsWith(mark, this.at)) return false;
    this.at += mark.length;
    return true;
  }

  private choice({ inner, at }: Mark): Piece {
    const says = inner.slice(1);
    const bare = /^有\([^=≤≥]*\)$/.test(
      says.replaceAll(/[（）]/g, (c) => (c === '（' ? '(' : ')')),
    );
    const parsed = parseRule(bare ? `${says} = 1` : says);
    if (!parsed.ok)
      return refuse(at + 1 + Math.min(parsed.problem.at, says.length), parsed.problem.message);
    const then = this.pieces(['{:}', '{/}']);
    let otherwise: Piece[] = [];
    if (this.text.startsWith('{:}', this.at)) {
      this.need('{:}');
      otherwise = this.pieces(['{/}']);
    }
    this.need('{/}');
    return { kind: 'choice', says, when: parsed.value.relations, then, otherwise };
  }
}

/** 句式解析: the pieces, or a problem with its offset. Never throws for what is written. */
export function parseSentence(says: string): ParsedSentence {
  try {
    return { ok: true, pieces: new Reader(says).pieces([]) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** The text with a caret under the place that could not be read. */
export function caretMessage(id: string, says: string, { at, message }: SyntaxProblem): string {
  const line = says.slice(Math.max(0, at - 24), at + 24).replaceAll('\n', '⏎');
  const before = says.slice(Math.max(0, at - 24), at).replaceAll('\n', '⏎');
  const width = [...before].reduce((n, c) => n + (c.charCodeAt(0) > 0xff ? 2 : 1), 0);
  return `句式 ${id}：${message}\n  ${line}\n  ${' '.repeat(width)}^`;
}

const known = new WeakMap<Sentence, readonly Piece[]>();

/** Pieces of a sentence, parsed once; one that cannot be read is a fault of the catalogue and throws. */
export function piecesOf(sentence: Sentence): readonly Piece[] {
  let pieces = known.get(sentence);
  if (!pieces) {
    const parsed = parseSentence(sentence.says);
    if (!parsed.ok) throw new Error(caretMessage(sentence.id, sentence.says, parsed.problem));
    pieces = parsed.pieces;
    known.set(sentence, pieces);
  }
  return pieces;
}
