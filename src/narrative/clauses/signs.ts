// The words since the number before, and where those of them stand that decide what a number is. Knows word
// kinds; decides nothing.
import type { Token } from '../text/tokens.ts';
import { BUDGETS } from './saying.ts';

const QUOTES = /["'《》]/g;
/** Particles that may stand between a word and its number. */
const PARTICLE =
  /^(?:了|为|的|约|数|额|共|仅|达|到|是|有|计|度|均|即|近|各|资金|金额|：|合计|总计|，|率)*$/;
const EDGES =
  /^(?:的|和|与|数|、|共(?=[计有])|，|是|但|并|且|而|及|其(?![他它余])|该|上述|以上|也|主要)+|(?:为|是|：|的|共|达|数|了|与|和|相|各|约)+$/g;
/** Marks that end a clause within its sentence. */
export const BREAKS = new Set(['，', '；', '：']);
const PAUSES = new Set(['，', '；', '（']);
/** 增减方向 by the kind of its word. */
export const DIRECTION: Readonly<Record<string, 1 | -1>> = { up: 1, down: -1 };

/** A text without quotation marks and 《》. */
/** 同比变动-24.99%: up or down, as its sign says. */
export const CHANGED = /变[动化](?:幅度|率|比例)?(?:为|是)?[-－]?$/;

/** 占增加额的, 累计增长: no growth of what is spoken of. */
export const isOfOther = ({ lead, moved, share }: Signs): boolean =>
  (share >= 0 && /额$/.test(lead[moved]!.text)) || lead.some((t) => /累计$/.test(t.text));

/** 每辆, 单价, 人均. */
export const MEAN =
  /(?:单价|均价|平均|[人户车次批亩件页台套村校家床]均|每[一-龥]{1,3})[^，。；、：]{0,8}$/;

/** Words without their quotes. */
export const bare = (text: string): string => text.replace(QUOTES, '');

/** The names among tokens; words of other kinds say no name. */
export function namesIn(tokens: readonly Token[]): string {
  let text = '';
  for (const t of tokens)
    if (t.kind === 'text' || t.kind === '、' || t.kind === 'total') text += t.text;
  return bare(text).replace(EDGES, '');
}

/** Index of the last token of a lead that fits; −1 where none does. */
export const findLast = (lead: readonly Token[], fits: (t: Token, i: number) => boolean): number =>
  lead.findLastIndex(fits);
/** Index of the last token of these kinds behind index `after`; −1 where there is none. */
export const lastOf = (lead: readonly Token[], kinds: readonly string[], after = -1): number =>
  lead.findLastIndex((t, i) => i > after && kinds.includes(t.kind));

/** 引语: the tokens since the number before, or the last full stop, or 持平. */
export function leadOf(tokens: readonly Token[], at: number): readonly Token[] {
  let from = at - 1;
  while (from >= 0 && !['number', '。', '\n', 'level'].includes(tokens[from]!.kind)) from -= 1;
  return tokens.slice(from + 1, at);
}

/** Where the deciding words of a lead stand; −1 where they do not. */
export interface Signs {
  readonly lead: readonly Token[];
  /** Right before the number, behind its particles. */
  readonly word: Token | undefined;
  readonly wordAt: number;
  readonly tail: string;
  readonly near: boolean;
  readonly comma: number;
  readonly compare: number;
  readonly moved: number;
  readonly last: number;
  readonly budget: number;
  readonly final: number;
  readonly share: number;
  readonly done: number;
  readonly year: number;
  /** A choice of the template was left open: 增加（减少）. */
  readonly leftover: boolean;
}

/** Finds them in a lead. */
export function signsOf(lead: readonly Token[]): Signs {
  let wordAt = lead.length - 1;
  let tail = '';
  while (wordAt >= 0) {
    const t = lead[wordAt]!;
    if (!['text', 'total', 'each', '：'].includes(t.kind)) break;
    tail = t.text + tail;
    wordAt -= 1;
  }
  const word = lead[wordAt];
  const aside = lead.slice(wordAt + 1).some((t) => t.kind === '（');
  const chosen =
    word?.kind === '）' &&
    lead.slice(Math.max(0, wordAt - 3), wordAt).some((t) => t.kind in DIRECTION);
  return {
    lead,
    word,
    wordAt,
    tail,
    near: PARTICLE.test(bare(tail)),
    comma: findLast(lead, (t) => PAUSES.has(t.kind)),
    compare: lastOf(lead, ['compare']),
    moved: lastOf(lead, ['up', 'down']),
    last: lastOf(lead, ['last']),
    budget: lastOf(lead, BUDGETS),
    final: lastOf(lead, ['final']),
    share: lastOf(lead, ['share']),
    done: lastOf(lead, ['done']),
    year: lastOf(lead, ['year']),
    leftover: aside || chosen,
  };
}

const CUT = /^(?:压减|压缩|压降|节约|削减|缩减)$/;
/** 压减比例15.20%: a share of what was planned. */
export const isShareCut = ({ lead, share, moved }: Signs): boolean =>
  share > 0 && moved === share - 1 && CUT.test(lead[moved]!.text);

const FROM = /^(?:由|从)$/;
const TURNING = /^[^，。；]{0,4}[至到]/;
/** 由b增至a: the number b. */
export const isFrom = (lead: readonly Token[], next: Token | undefined): boolean =>
  FROM.test(lead.at(-1)?.text ?? '') &&
  next !== undefined &&
  (next.kind in DIRECTION || TURNING.test(next.text));

/** The name that a clause has before its last word. */
export const clauseName = (lead: readonly Token[]): string =>
  namesIn(lead.slice(lastOf(lead.slice(0, -1), ['，', '；', '：']) + 1, -1));
