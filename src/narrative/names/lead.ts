// The words before a number: what kind of figure it is, and against what. Knows the turns of phrase of
// disclosure texts; knows no quantity by name.
import { type Begins, matchWhere } from '../../measure/before.ts';

/** 数的角色: 决算数, 预算数, 上年数, 增减额, 增减率, 占比, 完成率. */
export type Role = 'amount' | 'budget' | 'last' | 'change' | 'growth' | 'share' | 'completion';
/** 比较对象: 上年, or a budget. */
export type Base = 'last' | 'budget' | 'other';

/** 前文的意思: what the words up to a number say of it. */
export interface LeadReading {
  readonly role: Role;
  readonly base?: Base;
  /** 增加 is 1, 减少 −1. */
  readonly sign?: 1 | -1;
  /** What stands before the words of the role. */
  readonly rest: string;
  /** Of a share: the words that name the whole. */
  readonly whole?: string;
  /** Of a budget or a completion: 年初, 全年 … as printed. */
  readonly budget?: string;
}

const UP = '增加|增长|上升|提高|增支|增收|多支出|超支|增|多';
const DOWN = '减少|下降|降低|压减|压缩|缩减|节约|减支|减收|少支出|降|减|少';
const FILL = '(?:了|额|数|为|是|约|共|合计|总计|计|达到|达|各|均|分别|率|幅度|幅|：|、|的)*';
const BUDGET = '年初|全年|调整后|调整|当年|本年|部门|批复的?|财政|追加后';

const CHANGE = new RegExp(`(?:(${UP})|(${DOWN}))${FILL}$`);
const SHARE = /占([^，。；：]*?)(?:的)?(?:比重|比例|比|百分比)?(?:为|达|约|是)*$/;
const COMPLETION = new RegExp(
  `(?:(?:完成|达到|占)了?(${BUDGET})?的?预算(?:数|总额|安排)?|(${BUDGET})?预算?(?:支出)?(?:执行|完成)率|完成率|执行率|完成比例)(?:的|为|达到|达|是|约|：)*$`,
);
const BUDGETED = new RegExp(
  `(${BUDGET})?(?:支出|收入)?预算(?:调整)?(?:安排|批复)?(?:数|额|总额|金额)?(?:为|是|安排|共|合计|：|（[^）]*）)*$`,
  'g',
);
/** 一般公共预算 is a fund, not the budget of what is told. */
const isBudget: Begins = (words, at, found) =>
  !found.startsWith('预算') || !/(?:一般公共|政府性基金|资本经营)$/.test(words.slice(0, at));
/** 低于预算d, 决算数大于预算数d: the number is the difference. */
const APART =
  /(?:(?:支出)?决算数?)?(?:低于|少于|小于|高于|多于|大于|超过|超出)(?:年初|全年|调整后?)?预算数?(?:的)?$/;
const LAST =
  /(?:上年|去年|上年度|上一年度|(?:19|20)\d\d年度?)(?:同期)?(?:决算|支出|收入|实际)*(?:数|支出)?(?:为|是|的)*（?$/;
/** 较年初的d: what stood at the beginning of the year is what last year closed with. */
const OPENING = /(?:与|比|较|由|从|自)(?:年初|期初)(?:余额|金额|数)?的?(?:为|是)?$/;
const FINAL =
  /(?:本年|当年|全年|年末|年终|实际)?(?:支出|收入)?(?:决算|执行|实际支出|实际完成|实际(?=$|为|是|共))(?:支出|收入|金额|总额)?(?:数|额|总额|合计)?(?:为|是|共|合计|达|：|、)*$/;
const PLAIN = /(?:都|均|为|是|约|共|合计|总计|计|达到|达|总额|金额|资金|安排|：|、|（[^）]*）)*$/;

/** 完成全年预算 100.00 万元的 95%: the rate follows the amount it is taken of. */
const RATE_OF = /(?:完成|达到)了?(?:年初|全年|调整后?|当年)?的?预算(?:数|安排|总额)?(?:为)?$/;
const SHARE_OF = /占([^，。；：、]{2,30}?)(?:为)?$/;

/** What a rate behind 的 would be of, told before the amount; undefined where nothing announces one. */
export function announcedRate(words: string): LeadReading | undefined {
  const done = RATE_OF.exec(words);
  if (done) {
    const budget = /年初|全年|调整|当年/.exec(done[0])?.[0];
    return { role: 'completion', rest: '', ...(budget && { budget }) };
  }
  const share = SHARE_OF.exec(words);
  return share ? { role: 'share', rest: '', whole: share[1]! } : undefined;
}

/** 与上年相比 and its relatives; the year itself decides whether it is last year. */
const COMPARED =
  /(?:与|比|较|同比|对比)(?:(上年|去年|上年度|上一年度?|上年同期|去年同期|同期)|((?:19|20)\d\d)年度?(?:决算|同期)?|((?:年初|全年|调整后?|当年)?预算))/g;

/** What the text is compared with last, up to this number; undefined when it does not say. */
export function baseIn(words: string, year: number | undefined): Base | undefined {
  const last = [...words.matchAll(COMPARED)].at(-1);
  if (!last) return /同比/.test(words) ? 'last' : undefined;
  if (last[1]) return 'last';
  if (last[3]) return 'budget';
  // 比2023年“三公”经费财政拨款年初预算: of the year itself only a budget can be meant.
  const after = words.slice(last.index + last[0].length);
  if (Number(last[2]) === year) return /^[^，。；]*预算/.test(after) ? 'budget' : 'other';
  return year === undefined || Number(last[2]) === year - 1 ? 'last' : 'other';
}

/** The year a clause speaks of, dates and comparisons apart; undefined where it names none. */
export function yearSaid(words: string): number | undefined {
  const own = words
    .replace(COMPARED, '')
    .replace(/截[至止](?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日|底|末)?/g, '')
    .replace(/(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?/g, '');
  const last = [...own.matchAll(/((?:19|20)\d\d)年/g)].at(-1);
  return last && Number(last[1]);
}

const without = (words: string, tail: RegExpExecArray): string => words.slice(0, tail.index);

function changeOf(words: string, percent: boolean): LeadReading | undefined {
  const m = CHANGE.exec(words);
  if (!m) return undefined;
  const sign = m[1] ? 1 : -1;
  return { role: percent ? 'growth' : 'change', sign, rest: without(words, m) };
}

function rateOf(words: string): LeadReading | undefined {
  const completed = COMPLETION.exec(words);
  if (completed) {
    const budget = completed[1] ?? completed[2];
    return { role: 'completion', rest: without(words, completed), ...(budget && { budget }) };
  }
  const share = SHARE.exec(words);
  if (share) return { role: 'share', rest: without(words, share), whole: share[1] ?? '' };
  if (/(?:占比|比重|占比例)(?:为|达|约)*$/.test(words))
    return {
      role: 'share',
      rest: words.replace(/(?:占比|比重|占比例)(?:为|达|约)*$/, ''),
      whole: '',
    };
  return changeOf(words, true);
}

function amountOf(words: string, year: number | undefined): LeadReading {
  const change = changeOf(words, false);
  if (change) return change;
  const apart = APART.exec(words);
  if (apart)
    return {
      role: 'change',
      base: 'budget',
      sign: /[低少小]于/.test(apart[0]) ? -1 : 1,
      rest: without(words, apart),
    };
  const budget = matchWhere(words, BUDGETED, isBudget);
  if (budget)
    return {
      role: 'budget',
      rest: without(words, budget),
      ...(budget[1] && { budget: budget[1] }),
    };
  const last = LAST.exec(words);
  const named = last && /((?:19|20)\d\d)年度?/.exec(last[0])?.[1];
  if (last && (!named || year === undefined || Number(named) === year - 1))
    return { role: 'last', rest: without(words, last) };
  const opening = OPENING.exec(words);
  if (opening) return { role: 'last', rest: without(words, opening) };
  const final = FINAL.exec(words);
  if (final) return { role: 'amount', rest: without(words, final) };
  const plain = PLAIN.exec(words)!;
  return { role: 'amount', rest: without(words, plain) };
}

/** 读前文: the role of a number by the words right before it; undefined for a rate that is none of ours. */
export function readLead(
  words: string,
  percent: boolean,
  year: number | undefined,
): LeadReading | undefined {
  return percent ? rateOf(words) : amountOf(words, year);
}

const GLUE = new RegExp(
  `不可比|无可比性|折合|即|-|收、支|收支|收入、支出|收入支出|收入和支出|与|比|较|同比|环比|相比|对比|上年同期|去年同期|上年度?|去年|上一年度?|同期|(?:19|20)\\d\\d年度?|年初|全年|调整后?|当年|本年度?|预算数?|决算数?|支出数?|收入数?|支出|收入|执行数?|数|总额|总计|合计|共计|共|金额|资金|为|是|达到|达|约|各|分别|都|均|其中|实际|以及|和|及|并|也|则|但|且|的|了|由|从|有所|${UP}|${DOWN}|完成|大于|小于|等于|高于|低于|持平|变动|增减|年末|控制在|安排|，|、|；|：|。|"|（[^）]*）|[（）]|款|项|类`,
  'g',
);

/** Only words that join: nothing in them names another quantity. */
export const isGlue = (words: string): boolean => words.replace(GLUE, '') === '';

const REASON =
  /(?:主要)?(?:变动|增加|减少|增长|下降|差异)?(?:的)?(?:主要)?原因(?:：|是|为|有|在于|主要)|主要是|主要系|由于|主要用于(?!以下|如下|：)|用于(?!以下|如下)|开支内容|开支范围|主要包括|具体包括|包括/g;

/** Where reasons or uses begin: what is told there is the writer's own; −1 when nothing of the kind stands. */
export function reasonAt(words: string): number {
  REASON.lastIndex = 0;
  return REASON.exec(words)?.index ?? -1;
}
