// Shares: part ÷ whole. The whole stands in the phrase, bears the phrase's name, heads the list, stands in the
// sentence before, or is the sum of the brothers. Knows items; knows no table.
import { abs, compare, equal, exact, minus, plus, shift, ZERO } from '../../measure/exact.ts';
import { amountOf, budgetsOf, type Claim, type ToldItem } from '../clauses/account.ts';
import { alike, isShortFor, norm, related } from '../clauses/alike.ts';
import type { CueWords } from '../cues/words.ts';
import type { Figure } from '../text/figure.ts';
import { isOfAnother } from './mistaken.ts';
import { itemsOfYear } from './owners.ts';
import type { Reading, Term, TextRelation } from './relation.ts';
import type { Wholes } from './wholes.ts';

/** 占总额, 占总收入: a whole without a name of its own. */
const NAMELESS = /^(?:总额|总数|总量|总|全部|合计|总计|总收入|总支出|比)?$/;
const NO_WHOLE = '没有合计可比';
const NO_PART = '没有分项的数';
const HUNDRED = exact(100);

const TOTAL = /总额|总计|合计|总量|总支出|总收入/;
const LISTED = 3;
const terms = (figures: readonly (Figure | undefined)[]): Term[] =>
  figures.flatMap((f): Term[] => (f ? [[f, 1]] : []));

/** The shares of a run make up all of it, within their rounding. */
export function isComplete(shares: readonly Figure[]): boolean {
  let sum = ZERO;
  let slack = ZERO;
  for (const s of shares) {
    sum = plus(sum, s.value);
    slack = plus(slack, plus(s.half, shift(s.half, -1)));
  }
  return compare(abs(minus(sum, HUNDRED)), plus(slack, exact(1, 2))) <= 0;
}

const NARROWER = /一般公共预算|政府性基金|国有资本|三公|基本支出|项目支出/;
/** 一般公共预算财政拨款支出 for 财政拨款支出: only some of it. */
const isNarrower = (name: string, phrase: string): boolean =>
  norm(name) !== norm(phrase) && NARROWER.test(name) && !NARROWER.test(phrase);

class ShareReader {
  readonly readings: Reading[] = [];
  /** The whole is named in full: no other is meant. */
  closed = false;

  constructor(
    readonly claim: Claim,
    readonly own: ToldItem,
    readonly wholes: Wholes,
  ) {}

  #add(part: readonly Term[], whole: readonly Term[], strong: boolean): void {
    if (part.length === 0 || whole.length === 0) return;
    if (part.length === 1 && whole.length === 1 && part[0]![0] === whole[0]![0]) return;
    const rate = this.claim.said.figure;
    const equation = { kind: 'ratio', top: part, base: whole, rate, signed: false } as const;
    this.readings.push({ equation, strong, derived: rate, item: this.own });
  }

  get #part(): Term[] {
    const { joint } = this.claim;
    return joint.length > 0 ? terms(joint.map(amountOf)) : terms([amountOf(this.own)]);
  }

  read(): Reading[] {
    const { claim, own } = this;
    if (claim.whole) {
      this.#add(this.#part, [[claim.whole, 1]], true);
      return this.readings;
    }
    const phrase = claim.said.phrase || this.wholes.within(own);
    const generic = NAMELESS.test(phrase);
    const told = this.wholes.toldIn(claim);
    if (generic && told) this.#add(this.#part, [[told, 1]], true);
    const heads = [
      ...new Set([...(claim.list?.heads ?? []), ...(own.list?.heads ?? []), ...own.heads]),
    ].filter((h) => h !== own && kindMatches(amountOf(h), amountOf(own)));
    const named = generic
      ? []
      : this.wholes.byPhrase.like(
          phrase,
          4,
          (i) =>
            i !== own &&
            i.start < claim.said.figure.token!.start &&
            i.unit === own.unit &&
            i.past === own.past,
        );
    for (const w of named.flatMap((i) => itemsOfYear(i, claim)))
      this.#add(this.#part, terms([amountOf(w)]), !isNarrower(w.subject, phrase));
    if (this.#isMistaken(named, phrase)) return this.readings;
    const short = generic || named.length > 0 ? undefined : this.#shortened(phrase);
    if (short) {
      // The name is found, if shortened: no other whole is meant.
      this.#add(this.#part, terms([amountOf(short)]), true);
      return this.readings;
    }
    for (const h of heads) {
      const fits = generic || related(phrase, h.subject) || h.subject === '';
      this.#add(this.#part, terms([amountOf(h)]), named.length === 0 && fits);
    }
    this.#earlier(heads, named.length > 0, generic);
    this.#brothers(heads.length > 0 || named.length > 0);
    this.#above();
    return this.readings;
  }

  /** 占授予中小企业合同金额的p: named in full and only once, and p comes out of another whole. */
  #isMistaken([whole, ...more]: readonly ToldItem[], phrase: string): boolean {
    if (!whole || more.length > 0 || norm(whole.own) !== norm(phrase)) return false;
    this.closed = isOfAnother(this.claim, this.own, whole, this.wholes.account.items);
    return this.closed;
  }

  /** The only item right before it whose name the phrase shortens. */
  #shortened(phrase: string): ToldItem | undefined {
    const { own } = this;
    const near = this.wholes.account.items.slice(Math.max(0, own.id - LISTED), own.id);
    const mine = amountOf(own);
    const fits = near.filter((i) => {
      const whole = i.unit === own.unit ? amountOf(i) : undefined;
      // 支出总额 is short for a total, and for no part of it.
      const fits = i.totalled || !TOTAL.test(phrase) || TOTAL.test(i.subject);
      return (
        fits &&
        mine &&
        whole &&
        compare(whole.value, mine.value) >= 0 &&
        isShortFor(phrase, i.subject)
      );
    });
    const [only, ...others] = fits;
    return others.length === 0 ? only : undefined;
  }

  /** The first amount of the sentence, or of those right before it. */
  #earlier(heads: readonly ToldItem[], named: boolean, generic: boolean): void {
    const { own } = this;
    const mine = amountOf(own);
    const order = own.sentence.order;
    const { items } = this.wholes.account;
    const close = items.slice(Math.max(0, own.id - 40), own.id);
    const near = close.filter((i) => !i.list);
    const all = [
      own.sentence.items[0],
      ...near.filter((i) => i.passage === own.passage).reverse(),
      ...near.filter((i) => i.sentence.order >= order - 2).reverse(),
      // A part of a list told before may be the whole of what comes behind it.
      ...(own.list ? [] : close.slice(-LISTED).reverse()),
    ];
    const earlier = [...new Set(all)].filter(
      (i) =>
        i &&
        i !== own &&
        i.start < own.start &&
        i.unit === own.unit &&
        i.past === own.past &&
        amountOf(i),
    ) as ToldItem[];
    for (const w of earlier.slice(0, 4 + LISTED)) {
      const sure =
        heads.length === 0 &&
        !named &&
        generic &&
        !w.list &&
        // Less than the part: a brother, or another part.
        mine !== undefined &&
        compare(amountOf(w)!.value, mine.value) >= 0 &&
        w.sentence.order >= order - 1 &&
        !this.wholes.shareOf.has(w);
      this.#add(this.#part, terms([amountOf(w)]), sure);
    }
  }

  #brothers(known: boolean): void {
    const run = this.wholes.brothers(this.own);
    if (run.length < 2 || run.length > 60 || this.claim.joint.length > 0) return;
    const complete = isComplete(run.map((r) => r.share));
    this.#add(this.#part, terms(run.map((r) => amountOf(r.item))), complete && !known);
  }

  /** 占…: said of the head of the list behind its parts. */
  #above(): void {
    for (const head of this.own.heads) {
      if (!head.list) continue;
      for (const h of head.heads) this.#add(terms([amountOf(head)]), terms([amountOf(h)]), false);
    }
  }
}

const kindMatches = (a: Figure | undefined, b: Figure | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.kind === b.kind &&
  (a.kind !== 'count' || a.unit === b.unit);

/** 三项分别占: the items of the row, by their number. */
const COUNTED = /^(?:以上|上述)?[两二三四五六七八九十]+[项者类]$/;

/** The item that the part's own name means, where it is another; null where it is not found. */
function otherPart(claim: Claim, own: ToldItem, wholes: Wholes): ToldItem | null | undefined {
  const { part, figure } = claim.said;
  const means = (i: ToldItem): boolean =>
    alike(part ?? '', i.subject) && norm(part ?? '').length <= norm(i.subject).length;
  if (!part || claim.joint.length > 0 || COUNTED.test(part) || means(own)) return undefined;
  const [other] = wholes.byPhrase.like(part, 1, (i) => i.start < figure.token!.start && means(i));
  return other ?? null;
}

/** 本年收入a（占p）、年初结转b（占q）: q is of what stands right before its bracket, and of nothing else. */
function isOfAnotherPart({ said }: Claim, own: ToldItem, { account }: Wholes): boolean {
  const [open, word] = said.lead;
  if (open?.kind !== '（' || word?.kind !== 'share') return false;
  const before = said.figure.index - 1;
  if (Object.values(own.slots).some((f) => f?.index === before)) return false;
  const told = account.statements.find((p) => p.said.figure.index === before)?.said.figure;
  return told?.kind === 'money' || told?.kind === 'count';
}

/** 占年初预算的p, said of what has such a budget itself. */
function ofBudget({ said }: Claim, item: ToldItem): Reading | undefined {
  const { figure: rate, version } = said;
  const final = item.slots.final ?? item.slots.plain;
  const [budget, ...others] =
    version === 'plan' ? budgetsOf(item) : [version && item.slots[version]];
  if (!final || !budget || others.length > 0) return undefined;
  const equation = {
    kind: 'ratio',
    top: [[final, 1]],
    base: [[budget, 1]],
    rate,
    signed: false,
  } as const;
  return { equation, strong: true, derived: rate, item };
}

/** 全部授予中小企业，占100%: what is all of it is no part of the list before. */
function isAllOfIt({ said }: Claim, { all }: CueWords): boolean {
  const text = said.lead.reduce((words, t) => words + t.text, '');
  return equal(said.figure.value, HUNDRED) && all.split(' ').some((w) => text.includes(w));
}

const isNameless = ({ said, whole, item }: Claim): boolean =>
  !whole && !item?.list?.heads.length && NAMELESS.test(said.phrase ?? '');

/** 占比 of a claim. */
export function shareRelations(claim: Claim, wholes: Wholes, words: CueWords): TextRelation[] {
  const { figure } = claim.said;
  if (!claim.item || isAllOfIt(claim, words)) return [];
  const other = otherPart(claim, claim.item, wholes);
  const none = { topic: 'share', about: figure, readings: [] } as const;
  if (other === null) return [{ ...none, missing: NO_PART }];
  if (other) claim.item = other;
  if (isOfAnotherPart(claim, claim.item, wholes)) return [{ ...none, missing: NO_PART }];
  const done = ofBudget(claim, claim.item);
  if (done) return [{ topic: 'done', about: figure, readings: [done] }];
  const reader = new ShareReader(claim, claim.item, wholes);
  const readings = reader.read();
  const { closed } = reader;
  return [
    {
      topic: 'share',
      about: figure,
      readings,
      missing: NO_WHOLE,
      ...(closed && { closed }),
      ...(isNameless(claim) && { nameless: true }),
    },
  ];
}
