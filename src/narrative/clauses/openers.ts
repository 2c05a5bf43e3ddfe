// Lists that no list word opens: behind a colon, behind 主要为. Knows the walk's state; opens nothing.
import type { Figure } from '../text/figure.ts';
import type { Token } from '../text/tokens.ts';
import type { PartList, ToldItem } from './account.ts';
import { alike } from './alike.ts';
import type { OpenFrame } from './frames.ts';
import { headsOf } from './heads.ts';
import type { Statement } from './saying.ts';
import type { Walking } from './walking.ts';

/** 待列: of what a list that begins here would be. */
type Opened = Partial<PartList>;

const NO_PART = new Set([
  'up',
  'down',
  'compare',
  'reason',
  'share',
  'done',
  'last',
  '。',
  '；',
  '\n',
  '：',
]);
const NEAR = 12;

/** The next number is told as an amount, as far as the words before it say. */
function amountFollows(tokens: readonly Token[], at: number): boolean {
  for (const t of tokens.slice(at + 1, at + 1 + NEAR)) {
    if (t.kind === 'number') return t.figure?.kind === 'money' || t.figure?.kind === 'count';
    if (NO_PART.has(t.kind)) return false;
  }
  return false;
}

const NAMING = new Set(['，', '、', 'text', 'each', 'open', 'final']);

/** ，资金来源为：A 60万元: since the number before nothing was said but a name. */
function namesParts(tokens: readonly Token[], at: number): boolean {
  let from = at - 1;
  while (from >= 0 && NAMING.has(tokens[from]!.kind)) from -= 1;
  return from >= 0 && tokens[from]!.kind === 'number' && amountFollows(tokens, at);
}

/** The amount just told, of which what follows may be the parts. */
function wholeOf({ before, current, reason, sentence }: Walking): ToldItem | undefined {
  const told = before?.said.measure === 'amount' && before.item === current;
  return !reason && told && current?.sentence === sentence ? current : undefined;
}

/** 支出100万元：A 60万元，B 40万元; 支出100万元，资金来源为：A 60万元，B 40万元. Undefined where the colon opens no parts. */
export function partsAtColon(walk: Walking, at: number): Opened | undefined {
  const whole = wholeOf(walk);
  const beside = walk.tokens[at - 1]?.kind === 'number';
  if (!whole || !(beside || namesParts(walk.tokens, at))) return undefined;
  return { heads: [whole], total: walk.before!.said.figure, loose: !beside };
}

const MAINLY: ReadonlySet<string> = new Set(['主要为', '主要是']);

/** 支出100万元，主要为A 60万元、B 40万元. Undefined where the word opens no parts. */
export function mainParts(walk: Walking, word: string, at: number): Opened | undefined {
  const whole = MAINLY.has(word) ? wholeOf(walk) : undefined;
  if (!whole || !amountFollows(walk.tokens, at)) return undefined;
  return { heads: [whole], total: walk.before!.said.figure, loose: true };
}

/** 其中, 包括: of what, and what is known of the parts. */
export function includedParts(walk: Walking, token: Token, at: number): Opened {
  const { heads, others, unsure } = headsOf(walk, token, at);
  const { text, kind } = walk.tokens[at + 1] ?? token;
  const { before } = walk;
  const measure = before?.said.measure;
  const ofChanges = measure === 'change' || measure === 'growth';
  const some = kind === 'open' || /^主要/.test(text);
  const total = measure === 'amount' && before?.item === heads[0] ? before?.said.figure : undefined;
  return { heads, others, unsure, ofChanges, some, total };
}

/** （全年按8760小时计）. */
function isReckoned(lead: string): boolean {
  const aside = lead.slice(lead.lastIndexOf('）') + 1);
  const [open, by] = [aside.indexOf('（'), aside.lastIndexOf('按')];
  return open >= 0 && by > open && !/[，。；]/.test(aside.slice(by));
}

const NEXT_REASON = /^[二三四五六七八]是/;
/** What was spoken of before the reasons, and how they are numbered, where they are. */
export interface Spoken {
  readonly item?: ToldItem | undefined;
  readonly style?: string | undefined;
}

/** 主要系：①: at the word that opens the reasons. */
export function spokenAt({ tokens, current: item }: Walking, at: number): Spoken {
  const next = tokens[at + 1]?.kind === '：' ? tokens[at + 2] : tokens[at + 1];
  return { item, style: next?.kind === 'ordinal' ? next.style : undefined };
}

/** 主要原因：一是…；二是…, ①…；②…: a reason goes on. */
export const isNextReason = (next: Token | undefined, { style }: Spoken): boolean =>
  NEXT_REASON.test(next?.text ?? '') ||
  (style !== undefined && next?.kind === 'ordinal' && next.style === style);

/** A name of its own clause stands right before the bracket that the number opens. */
function isNamedAnew({ lead }: Statement): boolean {
  const at = lead.findLastIndex((t) => t.kind === '（');
  const pause = lead.findLastIndex((t, i) => i < at && (t.kind === '，' || t.kind === '；'));
  const named = lead.slice(pause + 1, at);
  const alone = at === lead.length - 1 && pause >= 0 && named.length > 0;
  return alone && named.every((t) => t.kind === 'text');
}

/**
 * A（B 1 万元，C 2 万元）: the parts of A, of which the bracket stands behind `behind`; undefined where what stands
 * in it are no parts.
 */
function partsInBracket(
  { before }: Walking,
  said: Statement,
  behind: Figure | undefined,
): Opened | undefined {
  // 减少4人（退休6人，调入2人）, 占90%（全年100万元）: no parts of what is spoken of.
  if (behind && before?.said.figure.index === behind.index && before.said.measure !== 'amount') {
    const { claim } = before;
    if (claim && alike(said.subject, claim.said.phrase ?? '')) claim.whole = said.figure;
    return undefined;
  }
  // 一次性资金54万元，同口径（156万元）: the amount of what is named before the bracket.
  if (!behind && isNamedAnew(said)) return undefined;
  // 两项均低于预算数（8万元、1万元）: budgets of what was told, no parts of the last.
  if (said.lead.some((t) => t.kind === 'unlike' || t.kind === 'level')) return undefined;
  // 停机4.38小时（全年按8760小时计）: what was reckoned with.
  if (isReckoned(said.lead.map((t) => t.text).join(''))) return undefined;
  const some = said.lead.some((t) => /^含/.test(t.text)) || /含/.test(said.subject);
  const total = behind?.kind === said.figure.kind ? behind : undefined;
  return { inBracket: true, some, total };
}

/** The parts that an amount opens in the innermost bracket, once; undefined where it opens none. */
export function bracketParts(
  walk: Walking,
  top: OpenFrame | undefined,
  said: Statement,
): Opened | undefined {
  // 13分（满分20分）: points have no parts in brackets.
  if (top?.kind !== 'bracket' || !top.item || top.listed || said.figure.unit === '分')
    return undefined;
  top.listed = true;
  const parts = partsInBracket(walk, said, top.figure);
  return parts && { heads: [top.item], ...parts };
}

/**
 * …，其中A 1万元、B 2万元。比年初预算减少…: behind the list goes on what headed it; undefined where nothing was spoken of.
 */
export function resumed({ current, sentence }: Walking): ToldItem | undefined {
  const list = current?.list;
  const [head] = list?.heads ?? [];
  return list && !list.numbered && head?.sentence === sentence ? head : current;
}

/** 接待费201万元，其中：国内4032批次；用车费382万元: behind the semicolon the list goes on that the head stands in. */
export function isOfCounts(open: OpenFrame | undefined): boolean {
  if (open?.kind !== 'list') return false;
  const { list } = open;
  const [head] = list.heads;
  if (list.numbered || !head?.list || list.items.length === 0) return false;
  return head.unit === 'money' && list.items.every((i) => i.unit !== 'money');
}

/** A 10，其中B 6、C 4；上年8: behind the semicolon goes on what headed parts that no semicolon parts; undefined where nothing was spoken of. */
export function behindParts({ current, sentence }: Walking): ToldItem | undefined {
  const list = current?.list;
  const [head] = list?.heads ?? [];
  const joined = (list?.items.length ?? 0) > 1 && list!.items.slice(1).every((i) => !i.leads);
  return list && !list.numbered && joined && head?.sentence === sentence ? head : current;
}
