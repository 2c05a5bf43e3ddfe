// A text walked token by token into items, lists and claims. Knows marks, brackets and list words; no number.
import type { Token } from '../text/tokens.ts';
import type {
  Account,
  AmountSlot,
  Claim,
  PartList,
  Passage,
  Placed,
  ToldItem,
  ToldSentence,
  Wording,
} from './account.ts';
import { amountAt, budgetAt, earlierAt } from './amounts.ts';
import { claimAt } from './claims.ts';
import { framedItem, labelAt, listOf, type OpenFrame } from './frames.ts';
import { goesOnBelow, goesOnNumbered, headingIn, isWithin, wordingAt } from './heads.ts';
import {
  behindParts,
  bracketParts,
  includedParts,
  isNextReason,
  isOfCounts,
  mainParts,
  partsAtColon,
  resumed,
  type Spoken,
  spokenAt,
} from './openers.ts';
import { rowOf } from './rows.ts';
import type { Statement } from './saying.ts';
import { statementAt } from './statement.ts';
import { DEEPEST, type Walking } from './walking.ts';

const FIRST = /^#*[（(]?(?:1|一|①)[）)、.]?$/;

/** 行文状态: what the walk carries from token to token. */
export class Walk implements Walking {
  readonly items: ToldItem[] = [];
  readonly lists: PartList[] = [];
  readonly claims: Claim[] = [];
  readonly placed: Placed[] = [];
  readonly wordings: Wording[] = [];
  readonly #stack: OpenFrame[] = [];
  passage: Passage;
  sentence: ToldSentence;
  lastSentence: ToldSentence;
  current: ToldItem | undefined;
  before: Placed | undefined;
  tuple: ToldItem[] = [];
  rowAt = 0;
  rowInto: AmountSlot | undefined;
  reason = false;
  /** Changes with each paragraph, but for plain ones between numbered lines, and each ordinal: one child apiece. */
  #slot = 0;
  #leads = true;
  #segment = 0;
  #order = 0;
  /** Where the sentence begins, and whether a number was read in it. */
  #from = 0;
  #figured = false;
  /** What was spoken of before the reasons, and how they are numbered. */
  #spoken: Spoken = {};
  /** 主要为 opened a list: what comes next is no reason. */
  #mainly = false;
  /** What the next amounts without a subject are of: 教育支出（类）。年初预算… */
  #label = '';

  constructor(readonly tokens: readonly Token[]) {
    const label = tokens[0]?.kind === 'ordinal' ? labelAt(tokens, 1) : '';
    this.passage = { id: 0, label, style: undefined, parent: undefined, items: [] };
    this.sentence = { id: 0, passage: this.passage, items: [], order: 0, plus: false };
    this.lastSentence = this.sentence;
  }

  /** The innermost open list. */
  get list(): PartList | undefined {
    return this.#stack.findLast((f) => f.kind === 'list')?.list;
  }

  walk(): Account {
    this.tokens.forEach((token, at) => {
      if (token.kind === '\n') this.#paragraph(at);
      else if (token.kind === '。') this.#stop(at);
      else if (token.kind === '；') this.#semicolon(at);
      else if (token.kind === '（') this.#open(at);
      else if (token.kind === '）') this.#close();
      else if (token.kind === 'ordinal') this.#ordinal(token);
      else if (token.kind === 'number') this.#number(at);
      else this.#word(token, at);
    });
    const { items, lists, claims, placed: statements, wordings } = this;
    return { items, lists, claims, statements, wordings };
  }

  #closeTo(keep: (f: OpenFrame) => boolean): void {
    while (this.#stack.length > 0 && !keep(this.#stack.at(-1)!)) this.#stack.pop();
  }

  /** A numbering that begins again is that of another list. */
  #ordinal({ text }: Token): void {
    this.#slot += 1;
    const { list } = this;
    if (!list?.style || list.items.length === 0 || !FIRST.test(text)) return;
    this.#closeTo((f) => f.kind === 'list' && f.list !== list && f.list.numbered);
  }

  /** What stands in a reason is spoken of no longer once the reason ends. */
  #endReason(at: number): void {
    if (!this.reason || isNextReason(this.tokens[at + 1], this.#spoken)) return;
    if (this.current?.inReason) this.current = this.#spoken.item;
    this.reason = false;
  }

  #semicolon(at: number): void {
    this.#endReason(at);
    if (isOfCounts(this.#stack.at(-1))) this.#stack.pop();
    this.current = behindParts(this);
    this.#leads = true;
    this.#segment += 1;
  }

  #newSentence(at: number): void {
    const heading = this.#figured ? '' : headingIn(this.tokens.slice(this.#from, at));
    if (heading) [this.#label, this.current] = [heading, undefined];
    [this.#from, this.#figured] = [at + 1, false];
    if (this.sentence.items.length > 0) this.lastSentence = this.sentence;
    const { passage } = this;
    this.sentence = { id: this.sentence.id + 1, passage, items: [], order: 0, plus: false };
    this.#semicolon(at);
    this.before = undefined;
  }

  #paragraph(at: number): void {
    const next = this.tokens[at + 1];
    const style = next?.kind === 'ordinal' ? next.style : undefined;
    if (style || !this.#stack.some((f) => f.kind === 'list' && f.list.style)) this.#slot += 1;
    const label = style ? labelAt(this.tokens, at + 2) : '';
    this.passage = { id: this.passage.id + 1, label, style, parent: this.passage, items: [] };
    this.#closeTo((f) => f.kind === 'list' && goesOnBelow(f.list, style));
    if (style && this.list) this.list.style ??= style;
    this.#newSentence(at);
  }

  #stop(at: number): void {
    this.#endReason(at);
    this.current = resumed(this);
    const fresh = this.#stack.at(-1);
    const announced = this.tokens[at - 1]?.kind === 'include';
    this.#closeTo((f) => f.kind === 'list' && (f.list.numbered || (f === fresh && announced)));
    this.#newSentence(at);
  }

  #open(at: number): void {
    if (this.#stack.length >= DEEPEST) return;
    const { current, reason } = this;
    const item = current?.sentence === this.sentence ? current : undefined;
    const figure = this.tokens[at - 1]?.figure;
    this.#stack.push({ kind: 'bracket', item, reason, figure, listed: false });
  }

  #close(): void {
    const at = this.#stack.findLastIndex((f) => f.kind === 'bracket');
    const [frame] = at < 0 ? [] : this.#stack.splice(at);
    // Opened where nobody saw it: what was spoken of before it is not known.
    this.current = frame?.kind === 'bracket' ? (frame.item ?? this.current) : undefined;
    if (frame?.kind === 'bracket') this.reason = frame.reason;
  }

  #word(token: Token, at: number): void {
    const { kind } = token;
    const main = kind === 'reason' && !this.list ? mainParts(this, token.text, at) : undefined;
    if (main) this.openList(main.heads!, main);
    this.#mainly ||= main !== undefined;
    if (kind === 'reason' && !this.reason)
      [this.reason, this.#spoken] = [!main, spokenAt(this, at)];
    else if (kind === 'include' && !this.reason) this.#include(token, at);
    else if (kind === 'open') this.#openEnd(token, at);
    else if (kind === '：') this.#colon(at);
    else if (kind === 'aside')
      this.#closeTo((f) => f.kind === 'bracket' || (f.kind === 'list' && f.list.numbered));
    else if (kind === 'plus') this.sentence.plus ||= this.sentence.items.length > 0;
    else if (kind === 'level' || kind === 'unlike')
      this.wordings.push(...wordingAt(this, token, at));
  }

  #colon(at: number): void {
    const top = this.#stack.at(-1);
    if (top?.kind === 'list' && top.list.items.length === 0) return;
    const parts = partsAtColon(this, at);
    if (parts) this.openList(parts.heads!, parts);
  }

  #include(token: Token, at: number): void {
    const numbered = goesOnNumbered(this.tokens, at);
    const top = this.#stack.at(-1);
    if (top?.kind === 'list' && top.list.items.length === 0 && top.list.heads.length > 0) {
      if (numbered) this.#replace({ ...top.list, numbered: true });
      return;
    }
    const parts = includedParts(this, token, at);
    if (parts.heads!.length === 0 && !numbered) return;
    const nested = this.sentence.items.length > 0 && !!this.list && top?.kind !== 'bracket';
    this.openList(parts.heads!, { ...parts, numbered, nested });
  }

  #replace(list: PartList): void {
    this.#stack.pop();
    this.lists[this.lists.length - 1] = list;
    this.#stack.push({ kind: 'list', list });
  }

  #openEnd(token: Token, at: number): void {
    const { list, tokens } = this;
    if (list && (token.text !== '等' || tokens[at - 1]?.kind === 'number')) list.some = true;
    if (!list && token.text !== '等' && this.current) this.openList([this.current], { some: true });
  }

  openList(heads: readonly ToldItem[], more: Partial<PartList>): PartList {
    const list = listOf(heads, this.passage, more);
    if (!list.inBracket && heads[0]?.list) heads[0].opens.push(list);
    this.lists.push(list);
    if (this.#stack.length < DEEPEST) this.#stack.push({ kind: 'list', list });
    return list;
  }

  newItem(said: Statement, slot: AmountSlot | undefined, ghost = false): ToldItem {
    const { list, sentence, passage } = this;
    const inReason = this.reason || said.reason;
    const heads = this.#stack.flatMap((f) => (f.kind === 'list' ? [f.list.heads] : []));
    const within = list && isWithin(said.subject, list);
    const free = !inReason && !within && (!list?.numbered || list.lastSlot !== this.#slot);
    const child = free ? list : undefined;
    const label = this.#label || (passage.items.length === 0 ? passage.label : '');
    const item = framedItem(said, slot, {
      id: this.items.length,
      subject: said.subject || label,
      sentence,
      passage,
      inReason,
      heads: heads.reverse().flat(),
      list: child,
      leads: this.#leads,
      segment: this.#segment,
      ghost,
    });
    this.#enter(item, child);
    return item;
  }

  #enter(item: ToldItem, child: PartList | undefined): void {
    if (this.sentence.order === 0) {
      this.#order += 1;
      this.sentence.order = this.#order;
    }
    if (child) {
      child.lastSlot = this.#slot;
      child.items.push(item);
    } else if (!this.list && !this.reason) {
      const last = this.lists.at(-1);
      if (last?.passage === this.passage) last.after.push(item);
    }
    this.items.push(item);
    this.sentence.items.push(item);
    this.passage.items.push(item);
    this.#leads = false;
    this.#label = '';
    this.current = item;
  }

  #number(at: number): void {
    const read = statementAt(this.tokens, at, this.before?.said);
    const said: Statement = { ...read, reason: (read.reason && !this.#mainly) || this.reason };
    this.#mainly = false;
    const placed: Placed = { said, sentence: this.sentence };
    this.placed.push(placed);
    this.rowAt = said.figure.after ? this.rowAt + 1 : 0;
    if (!said.figure.after) this.rowInto = undefined;
    this.tuple = rowOf(this, said, at);
    const { measure } = said;
    if (measure === 'amount') {
      this.#bracketList(said);
      placed.item = amountAt(this, said);
    } else if (measure === 'before') placed.item = earlierAt(this, said);
    else if (measure === 'budget-in' || measure === 'budget-against') budgetAt(this, placed);
    else if (measure === 'whole') placed.item = this.current!;
    else if (measure !== 'other' && measure !== 'unsigned') claimAt(this, placed, at);
    // Named with a number that says nothing here: what follows is of that name, not of what stood before.
    else if (this.sentence.items.length === 0 && !said.reason && said.subject.length > 1)
      [this.#label, this.current] = [said.subject, undefined];
    this.#figured = true;
    this.before = placed;
  }

  /** An amount in a bracket opens a list there: A（B 1 万元，C 2 万元）. */
  #bracketList(said: Statement): void {
    const parts = bracketParts(this, this.#stack.at(-1), said);
    if (parts) this.openList(parts.heads!, parts);
  }
}
