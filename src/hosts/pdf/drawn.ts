// What a page shows, from what it draws: letters with their places, and straight lines. Knows the
// operators of pdf.js; knows no table and no sentence.
import { type Clip, isHidden, narrowed } from './clip.ts';
import { IDENTITY, type Matrix, mapped, matrixIn, product } from './matrix.ts';
import type { RawFont, RawGlyph, RawPage } from './raw.ts';
import { type Ruling, rulingsOf } from './strokes.ts';

/** 字: one glyph, in points of the page as shown, y downwards. */
export interface Letter {
  readonly text: string;
  /** Where its baseline begins and ends. */
  readonly x: number;
  readonly y: number;
  readonly endX: number;
  readonly endY: number;
  readonly size: number;
  /** Which way the line runs: quarter turns clockwise; undefined when askew. */
  readonly turn: 0 | 1 | 2 | 3 | undefined;
  /** Letters shown by one operator belong together. */
  readonly piece: number;
}

/** 画出的内容 of a page: its letters, and its lines across and down. */
export interface Drawn {
  readonly letters: readonly Letter[];
  readonly across: readonly Ruling[];
  readonly down: readonly Ruling[];
  /** Letters that are there to be searched for and are not shown. */
  readonly unseen: number;
}

/** Numbers of the operators of pdf.js that are read here. */
const OP = {
  save: 10,
  restore: 11,
  transform: 12,
  stroke: 20,
  closeStroke: 21,
  fill: 22,
  eoFill: 23,
  endPath: 28,
  clip: 29,
  eoClip: 30,
  beginText: 31,
  setCharSpacing: 33,
  setWordSpacing: 34,
  setHScale: 35,
  setLeading: 36,
  setFont: 37,
  setTextRenderingMode: 38,
  setTextRise: 39,
  moveText: 40,
  setLeadingMoveText: 41,
  setTextMatrix: 42,
  nextLine: 43,
  showText: 44,
  paintFormXObjectBegin: 74,
  paintFormXObjectEnd: 75,
  constructPath: 91,
} as const;

const INVISIBLE = 3;

interface State {
  readonly matrix: Matrix;
  readonly font: RawFont;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly hScale: number;
  readonly leading: number;
  readonly rise: number;
  readonly mode: number;
  readonly clip: Clip | undefined;
}

const START: Omit<State, 'matrix'> = {
  font: { scale: 0.001, down: null },
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  hScale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  clip: undefined,
};

const QUARTER = Math.PI / 2;
/** Within three degrees of the axes. */
function turnOf(dx: number, dy: number): Letter['turn'] {
  const quarters = Math.atan2(dy, dx) / QUARTER;
  const nearest = Math.round(quarters);
  if (Math.abs(quarters - nearest) > 0.034) return undefined;
  return (((nearest % 4) + 4) % 4) as 0 | 1 | 2 | 3;
}

class Canvas {
  readonly letters: Letter[] = [];
  readonly across: Ruling[] = [];
  readonly down: Ruling[] = [];
  unseen = 0;
  #state: State;
  readonly #stack: State[] = [];
  #text: Matrix = IDENTITY;
  #x = 0;
  #y = 0;
  #lineX = 0;
  #lineY = 0;
  #piece = 0;
  /** The next path cuts off what is outside of it. */
  #clips = false;

  constructor(
    matrix: Matrix,
    readonly fonts: RawPage['fonts'],
  ) {
    this.#state = { ...START, matrix };
  }

  draw(operator: number, rest: readonly unknown[]): void {
    const number = typeof rest[0] === 'number' ? rest[0] : 0;
    switch (operator) {
      case OP.save:
        this.#stack.push(this.#state);
        break;
      case OP.restore:
      case OP.paintFormXObjectEnd:
        this.#state = this.#stack.pop() ?? this.#state;
        break;
      case OP.transform:
        this.#turn(rest);
        break;
      case OP.paintFormXObjectBegin:
        this.#stack.push(this.#state);
        this.#turn(rest[0]);
        break;
      case OP.clip:
      case OP.eoClip:
        this.#clips = true;
        break;
      case OP.constructPath:
        this.#path(rest);
        if (this.#clips)
          this.#set({ clip: narrowed(this.#state.clip, rest[2], this.#state.matrix) });
        this.#clips = false;
        break;
      case OP.setCharSpacing:
        this.#set({ charSpacing: number });
        break;
      case OP.setWordSpacing:
        this.#set({ wordSpacing: number });
        break;
      case OP.setHScale:
        this.#set({ hScale: number / 100 });
        break;
      case OP.setLeading:
        this.#set({ leading: number });
        break;
      case OP.setTextRise:
        this.#set({ rise: number });
        break;
      case OP.setTextRenderingMode:
        this.#set({ mode: number });
        break;
      default:
        this.#type(operator, rest);
    }
  }

  /** Operators between the beginning and the end of a text. */
  #type(operator: number, rest: readonly unknown[]): void {
    const [first, second] = rest;
    switch (operator) {
      case OP.beginText:
        this.#begin(IDENTITY);
        break;
      case OP.setTextMatrix:
        this.#begin(matrixIn(rest.length === 6 ? rest : first) ?? this.#text);
        break;
      case OP.setFont:
        this.#set({ font: this.fonts[String(first)] ?? START.font, size: Number(second) || 0 });
        break;
      case OP.setLeadingMoveText:
        this.#set({ leading: -Number(second) || 0 });
        this.#move(Number(first) || 0, Number(second) || 0);
        break;
      case OP.moveText:
        this.#move(Number(first) || 0, Number(second) || 0);
        break;
      case OP.nextLine:
        this.#move(0, -this.#state.leading);
        break;
      case OP.showText:
        this.#show(first as readonly RawGlyph[]);
        break;
    }
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
  }

  #turn(value: unknown): void {
    const by = matrixIn(value);
    if (by) this.#set({ matrix: product(this.#state.matrix, by) });
  }

  #begin(matrix: Matrix): void {
    this.#text = matrix;
    this.#x = this.#y = this.#lineX = this.#lineY = 0;
  }

  #move(x: number, y: number): void {
    this.#lineX += x;
    this.#lineY += y;
    this.#x = this.#lineX;
    this.#y = this.#lineY;
  }

  #show(glyphs: readonly RawGlyph[]): void {
    const { font, size, charSpacing, wordSpacing, hScale } = this.#state;
    this.#piece += 1;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        const back = (-glyph / 1000) * size;
        if (font.down) this.#y += back;
        else this.#x += back * hScale;
        continue;
      }
      const [text, width, vertical, blank] = glyph;
      const spacing = charSpacing + (blank ? wordSpacing : 0);
      const wide = width * font.scale * size * hScale;
      if (font.down) {
        const own = vertical ?? font.down;
        const middle = (vertical ? vertical[1]! : width / 2) * font.scale * size * hScale;
        this.#letter(text, -middle, -own[2]! * font.scale * size, wide);
        this.#y += own[0]! * font.scale * size - spacing;
      } else {
        this.#letter(text, 0, 0, wide);
        this.#x += wide + spacing * hScale;
      }
    }
  }

  #letter(text: string, dx: number, dy: number, wide: number): void {
    const { matrix, rise, size, mode, clip } = this.#state;
    if (text.trim() === '') return;
    if (mode === INVISIBLE) {
      this.unseen += 1;
      return;
    }
    const whole = product(matrix, this.#text);
    const from = mapped(whole, this.#x + dx, this.#y + dy + rise);
    const to = mapped(whole, this.#x + dx + wide, this.#y + dy + rise);
    const turn = turnOf(whole[0] * Math.sign(size || 1), whole[1] * Math.sign(size || 1));
    const tall = Math.abs(size) * Math.hypot(whole[2], whole[3]);
    if (![from.x, from.y, to.x, to.y, tall].every(Number.isFinite)) return;
    const { x, y } = from;
    const own = { text, x, y, endX: to.x, endY: to.y, size: tall, turn, piece: this.#piece };
    if (!clip || !isHidden(clip, own)) this.letters.push(own);
  }

  #path([how, parts]: readonly unknown[]): void {
    const data = (parts as readonly unknown[] | undefined)?.[0];
    if (how === OP.endPath || !data || !ArrayBuffer.isView(data)) return;
    const isFill = how === OP.fill || how === OP.eoFill;
    const numbers = data as unknown as ArrayLike<number>;
    for (const { flat, own } of rulingsOf(numbers, this.#state.matrix, isFill))
      (flat ? this.across : this.down).push(own);
  }
}

/** 画面 of a page. */
export function drawnOn(page: RawPage): Drawn {
  const canvas = new Canvas(matrixIn(page.transform) ?? IDENTITY, page.fonts);
  for (const [operator, ...rest] of page.operators) canvas.draw(operator, rest);
  const { letters, across, down, unseen } = canvas;
  return { letters, across, down, unseen };
}
