// A passage under construction: pieces of text, the numbers among them, and every relation its words make explicit.
import { type Random, random } from '../department/random.ts';
import { c, minus, over, type Relation, sum, type Term, times } from './arithmetic.ts';
import { count, type Figure, money, rate } from './figures.ts';
import { nouns, REASONS, type Topic, topic } from './nouns.ts';
import { drawVoice, type Voice } from './voice.ts';

/** Text; a number; a word that gives a number its direction. */
export type Piece =
  | { readonly text: string }
  | { readonly number: number }
  | { readonly word: string; readonly other: string; readonly of: number };

/** One item of a list: its pieces, its amount and the relation that sums it. */
export interface Entry {
  readonly from: number;
  readonly to: number;
  readonly number: number;
  readonly relation: number;
}

export interface Passage {
  readonly forms: readonly string[];
  readonly pieces: readonly Piece[];
  readonly figures: readonly Figure[];
  readonly relations: readonly Relation[];
  readonly entries: readonly Entry[];
}

export class Draft {
  readonly r: Random;
  readonly v: Voice;
  readonly pieces: Piece[] = [];
  readonly figures: Figure[] = [];
  readonly relations: Relation[] = [];
  readonly entries: Entry[] = [];
  readonly forms: string[] = [];
  readonly used = new Set<string>();
  /** Amounts lie on the printed digit: who computes rates from printed figures. */
  private readonly even: boolean;

  constructor(seed: number) {
    this.r = random(seed);
    this.v = drawVoice(this.r);
    this.even = this.r.chance(0.4);
  }

  get passage(): Passage {
    const { forms, pieces, figures, relations, entries } = this;
    return { forms, pieces, figures, relations, entries };
  }

  /** What a total is of, with its year before it. */
  subject = (thing: string): string =>
    `${this.v.unit}${thing.startsWith('本年') ? '' : this.v.period}${thing}`;
  topic = (n: number): Topic => topic(this.r, n, this.used);
  /** One thing, usual or not. */
  head = (): string => this.topic(1).head;
  nouns = (n: number): string[] => nouns(this.r, n, this.used);
  reason = (): string => this.r.pick(REASONS);

  /** 分 in the last printed digit. */
  get grid(): number {
    const { unit, places } = this.v.manner;
    return { 元: 1, 万元: 10 ** (6 - places), 亿元: 10 ** (10 - places) }[unit];
  }

  /** 分, never zero as printed; of a size that the unit suits. */
  fen(): number {
    const billions = this.v.manner.unit === '亿元';
    const low = billions ? 9 : this.r.chance(0.12) ? 4.3 : 6;
    return this.onGrid(10 ** (low + this.r.next() * (billions ? 3 : 4)) * 100);
  }

  /** An amount near another: last year's, the budget. */
  near(fen: number, low = 0.4, high = 1.7): number {
    return this.onGrid(fen * (low + this.r.next() * (high - low)));
  }

  private onGrid(fen: number): number {
    const grid = this.even ? this.grid : 1;
    return Math.max(1, Math.round(fen / grid)) * grid;
  }

  /** Parts that the amount is cut into. */
  parts(n: number): number[] {
    return Array.from({ length: n }, () => this.fen());
  }

  private put(figure: Figure): number {
    this.figures.push(figure);
    return this.figures.length - 1;
  }

  /** A change, now and then in the smaller unit: 亿元 beside 万元. */
  change = (fen: number): number => {
    const { unit } = this.v.manner;
    const smaller = { 亿元: '万元', 万元: '元', 元: '元' }[unit];
    return this.money(fen, this.v.mixed && this.r.chance(0.5) ? smaller : unit);
  };
  money = (fen: number, unit?: string): number => this.put(money(fen, this.v.manner, unit));
  rate = (part: number, whole: number): number => this.put(rate(part, whole, this.v.manner));
  count = (n: number, unit: string): number => this.put(count(n, unit));
  figure = (figure: Figure): number => this.put(figure);

  /** Pieces of text and numbers, in order. */
  say(strings: TemplateStringsArray, ...values: readonly (string | number | (() => void))[]): void {
    strings.forEach((text, i) => {
      if (text) this.pieces.push({ text });
      const value = values[i];
      if (typeof value === 'string' && value) this.pieces.push({ text: value });
      else if (typeof value === 'number') this.pieces.push({ number: value });
      else if (typeof value === 'function') value();
    });
  }

  /** 增加5万元: the word by the sign, then the number. */
  moved(number: number, [up, down]: readonly [string, string] = this.v.up): () => void {
    return () => {
      const down0 = this.figures[number]!.sign < 0;
      this.pieces.push({ word: down0 ? down : up, other: down0 ? up : down, of: number });
      this.pieces.push({ number });
    };
  }

  relate(kind: string, left: Term, right: Term, atMost = false): number {
    this.relations.push({ kind, left, right, ...(atMost && { atMost }) });
    return this.relations.length - 1;
  }

  sums = (total: number, parts: readonly number[], atMost = false): number =>
    atMost
      ? this.relate('部分≤合计', sum(parts.map((n) => ({ n }))), { n: total }, true)
      : this.relate('合计', { n: total }, sum(parts.map((n) => ({ n }))));
  shares = (p: number, part: number, whole: number): number =>
    this.relate('占比', { n: p }, times(c(100), over({ n: part }, { n: whole })));
  changes = (d: number, now: number, last: number): number =>
    this.relate('增减', { n: d }, minus({ n: now }, { n: last }));
  grows = (p: number, d: number, last: number): number =>
    this.relate('增幅', { n: p }, times(c(100), over({ n: d }, { n: last })));
  /** Growth where last year's figure is not printed. */
  corner = (p: number, now: number, d: number): number =>
    this.relate(
      '增幅（上年未列）',
      { n: p },
      over(c(100), minus(over({ n: now }, { n: d }), c(1))),
    );
  /** Growth of two years' figures without the change. */
  growsFrom = (p: number, now: number, last: number): number =>
    this.relate('增幅', { n: p }, times(c(100), minus(over({ n: now }, { n: last }), c(1))));
  completes = (p: number, final: number, budget: number): number =>
    this.relate('完成率', { n: p }, times(c(100), over({ n: final }, { n: budget })));
  same = (a: number, b: number): number => this.relate('同一数', { n: a }, { n: b });

  /** An item of a list, so that it can be left out or joined by another. */
  entry(number: number, relation: number, write: () => void): void {
    const from = this.pieces.length;
    write();
    this.entries.push({ from, to: this.pieces.length, number, relation });
  }
}
