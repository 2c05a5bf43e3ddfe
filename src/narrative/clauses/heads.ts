// What a list is a list of: the head of 其中, 包括, 如下. Knows the walk's state; opens nothing.
import type { Token } from '../text/tokens.ts';
import type { PartList, Passage, ToldItem, ToldSentence, Wording } from './account.ts';
import { alike } from './alike.ts';
import { namesIn } from './signs.ts';
import type { Walking } from './walking.ts';

/** The list goes on in numbered lines. */
export function goesOnNumbered(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.kind === '：' ? tokens[at + 2] : tokens[at + 1];
  return next?.kind === '\n' || next?.kind === 'ordinal';
}

const FILLER = /^(?:的|，)+|具体|情况|主要|收支|部分$/g;
/** 如下, 以下方面: the head is the only top item of the sentence, or none. */
const FOLLOWING = /下$|方面$|用途$|^以下|^下列/;

const LEVEL = /^[类款项]$/;
const LONGEST_HEADING = 40;

/** 1.教育支出（类）普通教育（款）小学教育（项）。 names what comes behind it; '' where a sentence is none. */
export function headingIn(tokens: readonly Token[]): string {
  const [first] = tokens;
  if (!first || tokens.length > LONGEST_HEADING) return '';
  const levelled = tokens.some((t) => LEVEL.test(t.text));
  if (first.kind !== 'ordinal' && !levelled) return '';
  if (tokens.some((t) => t.kind === '，' || t.kind === 'reason')) return '';
  return namesIn(tokens);
}

/** So many items of the sentence before a list may head it. */
const HEADS = 5;

/** So many lines a numbered list may have. */
const LINES = 60;

/** 项目支出134万元：1.…；2.…。 其中…: behind numbered lines a line without a number goes on with what is above them. */
function toldAbove(
  { passage }: ToldSentence,
  last: ToldSentence,
): { readonly items: readonly ToldItem[] } {
  const { style } = last.passage;
  if (style === undefined || passage.style !== undefined) return last;
  let above: Passage | undefined = last.passage;
  for (let i = 0; i < LINES && above?.style === style; i += 1) above = above.parent;
  return above && above.items.length > 0 ? above : last;
}

/** Heads, the likeliest first; `unsure` where the name before the list word is not found. */
export function headsOf(
  { tokens, sentence, lastSentence, current }: Walking,
  word: Token,
  at: number,
): { heads: ToldItem[]; others: ToldItem[]; unsure: boolean } {
  const fresh = sentence.items.length === 0;
  const from = fresh ? toldAbove(sentence, lastSentence) : sentence;
  // 主要是上级补助50万元等。其中: what a reason tells has no parts here.
  const told = from.items.filter((i) => !i.inReason);
  const money = told.some((i) => i.unit === 'money');
  const tops = told.filter((i) => !i.list && !i.ghost && (i.unit === 'money' || !money));
  const before = tokens[at - 1];
  const own = before?.kind === 'text' ? before.text.replace(FILLER, '') : '';
  const named = own ? told.filter((i) => i.own === own || alike(i.subject, own)) : [];
  const following = FOLLOWING.test(word.text);
  const last = named.at(-1);
  const heads = last
    ? [last]
    : following
      ? tops.length === 1
        ? tops
        : []
      : fresh
        ? [tops[0] ?? told[0], told.at(-1)]
        : [current, tops.at(-1)];
  return {
    heads: [...new Set(heads.filter((h) => h !== undefined))],
    others: fresh || last ? [] : tops.slice(-HEADS).reverse(),
    unsure: own.length > 1 && !last && !following,
  };
}

/** The first numbered line of a list; not one of the numbering that the head itself stands in. */
const isFirstOf = (list: PartList, style: string): boolean =>
  list.style === undefined && list.items.length === 0 && list.passage.style !== style;

/** A list of numbered lines that the next paragraph, numbered in this way or not, may be a line of. */
export const goesOnBelow = (list: PartList, style: string | undefined): boolean =>
  list.numbered && (style === undefined || list.style === style || isFirstOf(list, style));

/** 专项经费中用于培训: a part of an item of the list, not of its head. */
export function isWithin(subject: string, list: PartList): boolean {
  const at = subject.search(/[当其]?中(?:用于|的|有|，)?/);
  if (at < 2) return false;
  const name = subject.slice(0, at);
  return list.items.some((i) => alike(i.subject.replace(/^用于/, ''), name));
}

/** 持平, 大于: words that say how two figures stand to each other. */
export function wordingAt(
  { tokens, current: item, sentence, reason }: Walking,
  token: Token,
  at: number,
): Wording[] {
  const kind = token.kind as 'level' | 'unlike';
  const lead = tokens.slice(Math.max(0, at - 8), at);
  const stop = lead.findLastIndex((t) => ['，', '；', '。', '\n', 'number'].includes(t.kind));
  if (kind === 'level' && !item && sentence.items.length === 0) return [];
  const next = tokens.slice(at + 1, at + 4);
  return [{ kind, token, item, before: lead.slice(stop + 1), next, sentence, reason }];
}
