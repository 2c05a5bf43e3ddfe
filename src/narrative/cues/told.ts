// The numbers of a paragraph in reading order, each with the words around it: what cue words are looked for in.
// Knows sentences and offsets; knows no word.
import type { Account, Placed } from '../clauses/account.ts';
import type { Statement } from '../clauses/saying.ts';
import type { Figure } from '../text/figure.ts';

/** 所述之数: one number with the words around it. */
export interface Told {
  readonly figure: Figure;
  readonly said: Statement;
  /** Words since the number before it, or since the sentence began. */
  readonly lead: string;
  /** The same since the last mark. */
  readonly clause: string;
  /** Words up to the next number or the end of the sentence. */
  readonly tail: string;
  readonly sentence: number;
  /** Place in its paragraph. */
  readonly at: number;
  /** Within a bracket of the sentence. */
  readonly bracketed: boolean;
}

/** So many numbers around it a number is read with. */
const REACH = 24;
const LEAD = 80;
const TAIL = 24;
const MARK = /[，；：。、（）\n]/;

/** 一段: the numbers of one paragraph in reading order. */
export interface Scene {
  readonly told: readonly Told[];
}

const lastMark = (text: string): number => {
  for (let i = text.length - 1; i >= 0; i -= 1) if (MARK.test(text[i]!)) return i;
  return -1;
};

const upTo = (text: string, stop: RegExp): string => {
  const at = text.search(stop);
  return at < 0 ? text : text.slice(0, at);
};

function toldOf(placed: readonly Placed[], text: string): Told[] {
  const told: Told[] = [];
  let depth = 0;
  placed.forEach(({ said, sentence }, at) => {
    const { start, end } = said.figure.token!;
    const before = placed[at - 1];
    const next = placed[at + 1];
    const same = before?.sentence === sentence;
    const from = before ? before.said.figure.token!.end : Math.max(0, start - LEAD);
    const between = text.slice(Math.max(from, start - LEAD), start);
    const stop = Math.max(between.lastIndexOf('。'), between.lastIndexOf('\n'));
    const lead = same ? between : between.slice(stop + 1);
    depth = same ? depth : 0;
    for (const c of lead)
      depth = c === '（' ? depth + 1 : c === '）' ? Math.max(0, depth - 1) : depth;
    const until = Math.min(next ? next.said.figure.token!.start : end + TAIL, end + TAIL);
    told.push({
      figure: said.figure,
      said,
      lead,
      clause: lead.slice(lastMark(lead) + 1),
      tail: upTo(text.slice(end, until), /[。\n]/),
      sentence: sentence.id,
      at,
      bracketed: depth > 0,
    });
  });
  return told;
}

/** 各段 of a text. */
export function scenesOf({ statements }: Account, text: string): Scene[] {
  const passages = new Map<number, Placed[]>();
  for (const p of statements) {
    if (!p.said.figure.token) continue;
    const own = passages.get(p.sentence.passage.id) ?? [];
    passages.set(p.sentence.passage.id, own);
    own.push(p);
  }
  return [...passages.values()].map((placed) => ({ told: toldOf(placed, text) }));
}

/** 人 goes with 人, money with money of any unit. */
export const isAlike = (a: Figure, b: Figure): boolean =>
  a.kind === b.kind && (a.kind === 'money' || bareUnit(a) === bareUnit(b));

/** 户 of 万户. */
export const bareUnit = ({ unit }: Figure): string =>
  unit.replace(/^[万亿](?=.)/, '').replace(/^台(?:（套）|\/套|套)$/, '台');

/** So many numbers before it, it, and as many behind it. */
export const toldNear = ({ told }: Scene, { at }: Told, reach: number): readonly Told[] =>
  told.slice(Math.max(0, at - reach), at + reach + 1);

/** The numbers of its own sentence, up to it and behind it. */
export function toldAround({ told }: Scene, { at, sentence }: Told): Told[] {
  return told
    .slice(Math.max(0, at - REACH), at + REACH)
    .filter((t) => t.sentence === sentence && t.at !== at);
}

/** The numbers of the sentence before its own. */
export function earlier({ told }: Scene, { at, sentence }: Told): Told[] {
  const before = told.slice(Math.max(0, at - REACH), at).filter((t) => t.sentence < sentence);
  const last = before.at(-1)?.sentence;
  return before.filter((t) => t.sentence === last);
}

/** Between it and the last ； or 。: what is said in one breath. */
export function breath(scene: Scene, own: Told): Told[] {
  const found: Told[] = [];
  let { lead } = own;
  for (let i = own.at - 1; i >= Math.max(0, own.at - REACH); i -= 1) {
    const t = scene.told[i]!;
    if (t.sentence !== own.sentence || lead.includes('；')) break;
    found.unshift(t);
    lead = t.lead;
  }
  return found;
}

const compiled = new Map<string, readonly string[]>();

/** Words of a list, the longest first. */
export function wordsOf(list: string): readonly string[] {
  let known = compiled.get(list);
  if (!known) {
    known = list.split(/\s+/).sort((a, b) => b.length - a.length);
    compiled.set(list, known);
  }
  return known;
}

/** One of the words stands in a text. */
export const holds = (text: string, list: string): boolean =>
  wordsOf(list).some((w) => text.includes(w));

const PARTICLES = new Set([...'为是达到了共约各仅有计：']);

/** A text up to the particles that may stand before a number. */
export function withoutParticles(text: string): string {
  let end = text.length;
  while (end > 0 && PARTICLES.has(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}
