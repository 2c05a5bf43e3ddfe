// What one number says, by the words since the number before: what it measures, of what, in which direction,
// against what. Knows the turns of phrase of accounts; knows no table and no other clause but the one before.
import { sign } from '../../measure/exact.ts';
import type { Figure } from '../text/figure.ts';
import type { Token } from '../text/tokens.ts';
import {
  BUDGETS,
  type Budget,
  type ComparedTo,
  isBudget,
  type Measure,
  type Statement,
} from './saying.ts';
import {
  BREAKS,
  bare,
  CHANGED,
  clauseName,
  DIRECTION,
  findLast,
  isFrom,
  isOfOther,
  isShareCut,
  lastOf,
  leadOf,
  MEAN,
  namesIn,
  type Signs,
  signsOf,
} from './signs.ts';
import { bareSaid } from './unsigned.ts';

function baseOf(s: Signs, before: Statement | undefined): ComparedTo | undefined {
  const { lead, compare, moved } = s;
  if (compare >= 0 || (moved >= 0 && (s.last >= 0 || s.budget >= 0))) {
    const since = lead.slice(Math.max(compare, 0), moved < compare ? undefined : moved);
    const year = since.find((t) => t.kind === 'year')?.year;
    const budget = since.findLast((t) => isBudget(t.kind))?.kind as Budget | undefined;
    const last = since.some((t) => t.kind === 'last') || lead[compare]?.text === '同比';
    if (year !== undefined) return { year, ...(budget && { plan: true }) };
    if (last) return { year: 'last', ...(budget && { plan: true }) };
    if (budget) return { budget };
  }
  if (!before || compare >= 0) return undefined;
  if (before.measure === 'before') return before.base;
  return before.measure === 'budget-against' && isBudget(before.version)
    ? { budget: before.version }
    : undefined;
}

/** The names since the last pause that are no words; of a comparison those before it. */
function subjectOf({ lead, compare, moved }: Signs): string {
  const undated = (tokens: readonly Token[]) => namesIn(tokens.filter((t) => t.kind !== 'year'));
  if (moved > compare && compare >= 0) {
    const pause = lead.findIndex((t, i) => i > compare && (t.kind === '，' || t.kind === '：'));
    const within = pause >= 0 && pause < moved;
    if (!within)
      return namesIn(lead.slice(lastOf(lead.slice(0, compare), ['，', '；']) + 1, compare));
    const behind = lead.slice(pause + 1);
    const stop = findLast(behind, (t) => BREAKS.has(t.kind) || isOpening(t));
    return undated(behind.slice(stop + 1));
  }
  const stop = findLast(lead, (t) => BREAKS.has(t.kind) || isOpening(t));
  const own = undated(lead.slice(stop + 1));
  if (own || lead[stop]?.kind !== '：') return own;
  // 教育支出（类）小学教育（项）：年初预算为…
  const above = findLast(lead.slice(0, stop), (t) => BREAKS.has(t.kind) || isOpening(t));
  return undated(lead.slice(above + 1, stop));
}

const isOpening = ({ kind }: Token): boolean => kind === 'include' || kind === 'open';

type Said = Partial<
  Pick<
    Statement,
    'direction' | 'version' | 'phrase' | 'part' | 'signed' | 'base' | 'year' | 'subject'
  >
> & {
  readonly measure: Measure;
};

/** 占 W 的比例为 p, W 的比重, 占 W 的 p; what stands before 占 is the part. */
function shareSaid({ lead, share }: Signs): Said {
  const spread = lead[share]!.text.startsWith('比');
  const first = spread ? findLast(lead, (t, i) => i < share && t.text === '占') : share;
  const clause = findLast(lead.slice(0, Math.max(first, 0)), (t) =>
    ['，', '；', '：', '）', '。'].includes(t.kind),
  );
  const from = (first < 0 ? clause : first) + 1;
  const whole = lead.slice(from, first < 0 || first !== share ? share : undefined);
  const undated = (tokens: readonly Token[]) => tokens.filter((t) => t.kind !== 'year');
  const [of] = whole.filter((t) => t.kind !== 'text');
  return {
    measure: 'share',
    ...(isBudget(of?.kind) && { version: of.kind }),
    phrase: namesIn(undated(whole)).replace(/^我[市县省区]/, ''),
    part:
      first < 0
        ? ''
        : namesIn(undated(lead.slice(clause + 1, first)).filter((t) => t.kind !== 'total')),
  };
}

/** 占比合计不等于100%的. */
const isUnequal = (s: Signs): boolean =>
  /不(?:等于|为|足|到)$/.test(bare(s.tail)) || s.word?.kind === 'unlike';

/** 占比比上年的q提高d个百分点, 上年占比q: q is last year's. */
const isShareBefore = ({ share, last, compare, comma }: Signs): boolean =>
  (compare > share && last > compare) || (share > last && last > comma && compare < 0);

/** 超出预算b，超出比例为p: of what was planned; no 占, and right behind the word that compares. */
const isExcess = ({ lead, share }: Signs): boolean =>
  share > 0 && lead[share - 1]!.kind === 'unlike' && lead[share]!.text.startsWith('比');

/** 由q降至p: what it came to, by no growth. */
const isReached = ({ lead }: Signs): boolean =>
  /[降升减增提][低高加少]?[至到]$/.test(lead.reduce((text, t) => text + t.text, ''));

function rateSaid(s: Signs, figure: Figure, before: Statement | undefined): Said {
  const { lead, moved, share, done } = s;
  if (figure.after && before) {
    const { measure, direction, base, version, phrase, part } = before;
    return {
      measure: measure === 'whole' ? 'other' : measure,
      ...(direction !== undefined && { direction }),
      ...(base && { base }),
      ...(version && { version }),
      ...(phrase !== undefined && { phrase }),
      ...(part !== undefined && { part }),
    };
  }
  if (isUnequal(s) || isReached(s) || isExcess(s)) return { measure: 'other' };
  if (moved >= 0 && moved > share && moved > done) {
    // 占增加额的75%, 两年累计增长: of another whole, over other years.
    if (isOfOther(s)) return { measure: 'other' };
    const direction = s.leftover ? 0 : DIRECTION[lead[moved]!.kind]!;
    const signed = direction > 0 && sign(figure.value) < 0;
    return { measure: 'growth', direction, ...(signed && { signed }) };
  }
  // 压减比例15.20%: of what was planned, which nobody told.
  if (isShareCut(s)) return { measure: 'other' };
  if (share >= 0 && isShareBefore(s)) return { measure: 'share-before' };
  if (share >= 0 && share > done) return shareSaid(s);
  const versioned = lastOf(lead, BUDGETS, done);
  const deciding =
    lead[lastOf(lead, ['share', 'done', 'up', 'down', 'level', 'final', ...BUDGETS])];
  const ofBudget = isBudget(deciding?.kind) && /^数?的$/.test(s.tail) && s.compare < 0;
  if (done >= 0 || ofBudget) {
    const version =
      before?.measure === 'budget-in'
        ? before.version
        : versioned >= 0
          ? (lead[versioned]!.kind as Budget)
          : undefined;
    return { measure: 'done', ...(version && { version }) };
  }
  if (s.compare >= 0 && s.last > s.compare) return { measure: 'share-before' };
  if (CHANGED.test(bare(s.tail)) && before) return { measure: 'growth', direction: 0 };
  const glued = lead.every((t) => t.kind === 'text');
  if (before?.measure === 'whole' && (glued || lead.length <= 3)) return { measure: 'share' };
  const ofAmount = before?.measure === 'amount' && isBudget(before.version);
  if (ofAmount && lead.length === 1 && lead[0]!.text === '的')
    return { measure: 'done', version: before.version! };
  if (before?.measure === 'budget-in' && glued)
    return { measure: 'done', ...(before.version && { version: before.version }) };
  return { measure: 'other' };
}

/** 上年的, 上年决算数: what may stand between a year and its figure. */
const OF_BEFORE =
  /^(?:的|决算|实际|完成|执行|支出|收入|收支|总|额|数|金额|经费|为|是|同期|水平|期|末|年|度|仅|只有|：)*$/;

const AGAIN = /^[，（]?(?:即|折合|也就是)(?:人民币)?$/;

function moneySaid(
  s: Signs,
  figure: Figure,
  next: Token | undefined,
  before: Statement | undefined,
): Said {
  const { lead, word, compare, moved, comma, budget, final, near } = s;
  const unlike = lastOf(lead, ['unlike']);
  const against = lastOf(lead, BUDGETS, unlike);
  if (unlike >= 0 && final >= 0 && against >= 0 && near && unlike > comma)
    return { measure: 'difference', direction: /[大高超多]/.test(lead[unlike]!.text) ? 1 : -1 };
  // 预算b，决算a，低于预算d: the final figure was told before.
  if (unlike > comma && final < 0 && against > unlike && near && isOfBudget(before))
    return { measure: 'difference', direction: /[大高超多]/.test(lead[unlike]!.text) ? 1 : -1 };
  // 61.20万元，即612000元: the same amount again.
  if (before && AGAIN.test(lead.map((t) => t.text).join(''))) return { measure: 'other' };
  // 由b增至a: what it was before.
  if (isFrom(lead, next)) return { measure: 'before', subject: clauseName(lead) };
  // 增加到2018年的: what it came to, not by how much.
  if (moved >= 0 && moved > compare && /^[到至]/.test(lead[moved + 1]?.text ?? ''))
    return { measure: 'amount', subject: '' };
  // 由b降至a: what it came to.
  if (word && word.kind in DIRECTION && (/[到至]$/.test(word.text) || /^[到至]/.test(bare(s.tail))))
    return { measure: 'amount', subject: '' };
  if (word && word.kind in DIRECTION && near)
    return { measure: 'change', direction: s.leftover ? 0 : DIRECTION[word.kind]! };
  if (word?.kind === '）' && s.leftover && near) return { measure: 'change', direction: 0 };
  if (moved > comma && moved > compare)
    return { measure: /至$/.test(lead[moved]!.text) ? 'amount' : 'other' };
  const version = budget >= 0 ? (lead[budget]!.kind as Budget) : undefined;
  if (s.share > comma && next?.kind === 'text' && next.text.startsWith('的'))
    return { measure: 'whole', phrase: namesIn(lead.slice(s.share + 1)) };
  if (s.done > comma && budget > s.done) return { measure: 'budget-in', version: version! };
  if (compare >= 0 && compare > comma) {
    const pause = lastOf(lead.slice(0, compare), ['，', '；']);
    // 比上年多支b: a word nobody knows may say anything.
    if ((s.last > compare || s.year > compare) && !OF_BEFORE.test(bare(s.tail)))
      return { measure: 'other' };
    if (s.last > compare || s.year > compare)
      return { measure: 'before', subject: namesIn(lead.slice(pause + 1, compare)) };
    if (budget > compare) return { measure: 'budget-against', version: version! };
  }
  // Two numbers without a word between: a word was lost.
  if (lead.length === 0 && before) return { measure: 'other' };
  if (figure.after && before && (before.measure === 'change' || before.measure === 'difference'))
    return {
      measure: before.measure,
      ...(before.direction !== undefined && { direction: before.direction }),
      ...(before.base && { base: before.base }),
    };
  return { measure: 'amount' };
}

function said(
  s: Signs,
  figure: Figure,
  next: Token | undefined,
  before: Statement | undefined,
): Said {
  if (figure.kind === 'percent') return rateSaid(s, figure, before);
  if (figure.kind === 'bare') return bareSaid(s, figure, next, before);
  if (figure.kind === 'points') {
    const direction = DIRECTION[s.word?.kind ?? ''];
    return { measure: 'points', ...(direction && { direction }) };
  }
  return moneySaid(s, figure, next, before);
}

const AMOUNTS = new Set<string>([...BUDGETS, 'final']);

/** 年初预算为0: nothing needs no unit. */
function withUnit(figure: Figure, lead: readonly Token[]): Figure {
  const nothing = figure.kind === 'bare' && sign(figure.value) === 0;
  const of = nothing && lead.findLast((t) => t.kind !== 'text' && t.kind !== '：');
  return of && AMOUNTS.has(of.kind) ? { ...figure, kind: 'money' } : figure;
}

const isOfBudget = (before: Statement | undefined): boolean =>
  before?.version !== undefined || before?.measure === 'done';

/** 与上年（b）相比: the bracket holds the very figure of that year. */
function opened(lead: readonly Token[]): readonly Token[] {
  const before = lead.at(-2)?.kind;
  const aside = lead.at(-1)?.kind === '（' && (before === 'last' || before === 'year');
  return aside ? lead.slice(0, -1) : lead;
}

const isMean = ({ lead }: Signs): boolean => {
  const from = findLast(lead, (t) => PARTED.has(t.kind)) + 1;
  return MEAN.test(lead.slice(from).reduce((text, t) => text + t.text, ''));
};
const PARTED = new Set(['，', '；', '、', '：', '（']);

/** 说法 of the number at a place; `before` is what the number before it says. */
export function statementAt(
  tokens: readonly Token[],
  at: number,
  before: Statement | undefined,
): Statement {
  const lead = opened(leadOf(tokens, at));
  const figure = withUnit(tokens[at]!.figure!, lead);
  const plain = { figure, lead, past: false, reason: false, joint: false };
  if (figure.bound) return { ...plain, measure: 'other', subject: '' };
  const s = signsOf(lead);
  const { compare, budget, final } = s;
  const version =
    budget > final ? (lead[budget]!.kind as Budget) : final >= 0 ? 'final' : undefined;
  const year = lead.find((t, i) => t.kind === 'year' && (compare < 0 || i < compare))?.year;
  const base = baseOf(s, before);
  const own = said(s, figure, tokens[at + 1], before);
  const { measure } = own;
  return {
    ...plain,
    subject: subjectOf(s),
    past: s.last >= 0 && (compare < 0 || s.last < compare),
    reason: lead.some((t) => t.kind === 'reason'),
    joint: lead.some((t) => t.kind === 'joint'),
    ...(version && { version }),
    ...(year !== undefined && measure !== 'before' && { year }),
    ...(base && { base }),
    ...(isMean(s) && { mean: true }),
    ...own,
  };
}
