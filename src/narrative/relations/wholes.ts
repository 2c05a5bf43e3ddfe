// 占比的整体: items by their names, and the shares told beside each other. Knows items; judges nothing.
import {
  type Account,
  amountOf,
  type Claim,
  type Passage,
  type ToldItem,
  type ToldSentence,
} from '../clauses/account.ts';
import { ByPhrase } from '../clauses/alike.ts';
import type { Statement } from '../clauses/saying.ts';
import type { Figure } from '../text/figure.ts';

const WITHIN = /(?:^|[。；，])(?:在|从)?((?!的)[一-龥]{3,20})中，[^，。；]+$/;

/** Unnumbered paragraphs between two numbered ones. */
const BETWEEN = 3;
const firsts = new WeakMap<Passage, Passage>();

/** The first paragraph of a numbering. */
function firstOf(passage: Passage): Passage {
  const known = firsts.get(passage);
  if (known) return known;
  let above = passage.parent;
  for (let i = 0; i < BETWEEN && above && !above.style; i += 1) above = above.parent;
  const first = above?.style === passage.style && above ? firstOf(above) : passage;
  firsts.set(passage, first);
  return first;
}

function runKey({ list, passage, sentence }: ToldItem): unknown {
  if (list) return list;
  return passage.style && passage.parent ? firstOf(passage) : sentence;
}

/** What shares are looked up in, made once for a text. */
export class Wholes {
  readonly byPhrase = new ByPhrase<ToldItem>();
  readonly shareOf = new Map<ToldItem, Claim>();
  readonly #said: ReadonlyMap<Figure, Statement>;
  readonly #told = new Map<ToldSentence, Figure[]>();
  readonly #runs = new Map<unknown, { item: ToldItem; share: Figure }[]>();

  constructor(readonly account: Account) {
    this.#said = new Map(account.statements.map(({ said }) => [said.figure, said]));
    for (const item of account.items)
      if (amountOf(item) && !item.inReason) this.byPhrase.add(item.subject, item);
    for (const claim of account.claims) {
      const { item, said, joint } = claim;
      if (said.measure !== 'share' || !item) continue;
      const { whole, sentence } = claim;
      if (whole) this.#told.set(sentence, [...(this.#told.get(sentence) ?? []), whole]);
      if (!this.shareOf.has(item)) this.shareOf.set(item, claim);
      if (joint.length > 0 || amountOf(item)?.kind !== 'money') continue;
      const key = runKey(item);
      const run = this.#runs.get(key) ?? [];
      this.#runs.set(key, run);
      if (!run.some((r) => r.item === item)) run.push({ item, share: said.figure });
    }
  }

  /** 占总支出95万元的22.42%；…，占72.37%: the whole that its sentence told before. */
  toldIn({ sentence, said }: Claim): Figure | undefined {
    const [only, ...others] = this.#told.get(sentence) ?? [];
    return only && others.length === 0 && only.index < said.figure.index ? only : undefined;
  }

  /** 在甲中，乙226人，占p: what its amount is told to be within; '' where nothing is. */
  within(item: ToldItem): string {
    const figure = amountOf(item);
    const said = figure && this.#said.get(figure);
    const lead = said?.lead.map((t) => t.text).join('') ?? '';
    return WITHIN.exec(lead)?.[1] ?? '';
  }

  /** Items that stand beside each other and have shares. */
  brothers(item: ToldItem): readonly { item: ToldItem; share: Figure }[] {
    return this.#runs.get(runKey(item)) ?? [];
  }
}
