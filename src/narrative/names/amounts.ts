// Numbers of a text against the tables: 决算数, 预算数, 上年数, and changes where last year is known.
import {
  abs,
  compare,
  type Exact,
  equal,
  isZero,
  minus,
  sign,
  toText,
} from '../../measure/exact.ts';
import { type Interval, subtract } from '../../measure/interval.ts';
import { isMoney } from '../../measure/quantity.ts';
import type { TieCell } from '../readings/report.ts';
import { NAME_RULES, TOPIC_RULES } from '../register.ts';
import { isSlip } from '../relations/slips.ts';
import type { NumberToken } from '../text/numbers.ts';
import type { Desk } from './desk.ts';
import type { Indicator } from './dictionary.ts';
import type { Mention } from './mention.ts';
import { asPrinted, inFull, type Match, matchOf } from './printed.ts';
import type { Tie } from './quote.ts';
import type { TableWorth } from './worth.ts';

const RANK: readonly Match[] = ['exact', 'rounding', 'broken'];

/** How a value reads in the number's own unit. */
export function inWords(value: Exact, mention: Mention): string {
  const { unit, decimals } = mention.token;
  return `${toText(value, isMoney(unit) || unit === '%' ? decimals : 0)}${unit}`;
}
/** How the number itself reads: digits and unit. */
export const stated = (mention: Mention): string => inWords(mention.token.value, mention);

const NAMES: Readonly<Record<string, string>> = {
  amount: '',
  budget: '预算数',
  last: '上年数',
  change: '增减额',
};

/** What a number is called: 公务接待费预算数. */
export function calledBy({ subject, role, base }: Mention): string {
  const name = subject.indicators[0] ? nameOf(subject.indicators[0]) : '';
  const what =
    role === 'change'
      ? `${base === 'budget' ? '与预算相比的' : '与上年相比的'}增减额`
      : NAMES[role];
  return `${name}${what ?? ''}`;
}
const nameOf = (i: Indicator): string => i.names[0] ?? i.key.split('·').at(-1)!;

function where(cells: readonly TieCell[]): string {
  const [first] = cells;
  return first ? `（${first.label}）` : '';
}

interface Candidate {
  readonly value: Interval;
  readonly shown?: Exact;
  readonly cells: readonly TieCell[];
}

/** A cell in 万元 is quoted as it stands: there is nothing to round. */
const misquoted = ({ shown }: Candidate, { unit, decimals }: NumberToken, match: Match): boolean =>
  match === 'rounding' && shown !== undefined && unit === '万元' && decimals >= QUOTED;
/** Decimals that tables in 万元 have. */
const QUOTED = 2;

/** The best of several figures that a number may be; signs count where the text has a direction. */
function against(mention: Mention, candidates: readonly Candidate[], desk: Desk) {
  const { token } = mention;
  const judged = candidates.map((c) => {
    const match = matchOf(token, c.value, desk.decimals);
    const shown = c.shown && equal(abs(asPrinted(c.shown, token, desk.decimals)), abs(token.value));
    const opposed =
      mention.sign !== undefined &&
      !isZero(c.value.value) &&
      !isZero(token.value) &&
      sign(c.value.value) !== mention.sign;
    const fits = shown ? 'exact' : misquoted(c, token, match) ? 'broken' : match;
    return { candidate: c, opposed, match: opposed ? 'broken' : fits } as const;
  });
  return judged.sort(
    (a, b) =>
      RANK.indexOf(a.match) - RANK.indexOf(b.match) ||
      slipRank(b.candidate, mention, desk) - slipRank(a.candidate, mention, desk) ||
      compare(distance(a.candidate, mention, desk), distance(b.candidate, mention, desk)),
  )[0]!;
}

/** A figure that one slip of the hand leads to comes before others. */
const slipRank = (c: Candidate, m: Mention, desk: Desk): number => {
  const { value, decimals } = m.token;
  const ought = abs(asPrinted(c.value.value, m.token, desk.decimals));
  return isSlip(toText(abs(value), decimals), toText(ought, decimals)) ? 1 : 0;
};
const distance = (c: Candidate, m: Mention, desk: Desk): Exact =>
  abs(minus(abs(c.value.value), abs(desk.interval(m).value)));

const TEN_THOUSAND = 4;
function unitHint(mention: Mention, expected: Exact): string {
  const digits = (e: Exact) =>
    toText(abs(e))
      .replace('.', '')
      .replace(/^0+|0+$/g, '');
  const { value } = mention.token;
  if (digits(value) !== digits(expected) || digits(value).length < 2) return '';
  const power = Math.round(Math.log10(Math.abs(Number(toText(value)) / Number(toText(expected)))));
  return Math.abs(power) === TEN_THOUSAND
    ? '。可能是元与万元混用'
    : power !== 0
      ? '。可能是小数点错位'
      : '';
}

const differ = ([first, ...others]: readonly Candidate[]): boolean =>
  others.some((o) => !equal(o.value.value, first!.value.value));

function tieOf(mention: Mention, candidates: readonly Candidate[], desk: Desk, rule: string): Tie {
  const { candidate, match, opposed } = against(mention, candidates, desk);
  const digits = inFull(candidate.value.value, mention.token, desk.decimals);
  const expected = mention.sign ? abs(digits) : digits;
  const name = calledBy(mention);
  const direction = sign(candidate.value.value) < 0 ? '减少' : '增加';
  const ought = mention.sign
    ? `${direction}${desk.words(expected, mention)}`
    : desk.words(expected, mention);
  const said = mention.sign
    ? `${mention.sign < 0 ? '减少' : '增加'}${stated(mention)}`
    : stated(mention);
  const message =
    match === 'broken'
      ? `${name}写“${said}”，应为${ought}${where(candidate.cells)}${opposed ? '。增减方向相反' : unitHint(mention, expected)}`
      : match === 'rounding'
        ? `${name}写“${said}”，按表为${ought}，差在四舍五入之内${where(candidate.cells)}`
        : `${name}与表一致${where(candidate.cells)}`;
  const reason = match === 'broken' && opposed && ({ reason: 'direction' } as const);
  const several = differ(candidates) && ({ several: true } as const);
  return { mention, rule, match, expected, cells: candidate.cells, message, ...reason, ...several };
}

const countable = (mention: Mention): boolean => {
  const { unit } = mention.token;
  const counted = mention.subject.indicators.some((i) => i.counted);
  return counted ? !isMoney(unit) && unit !== '%' : isMoney(unit) || unit === '';
};

function amountTie(mention: Mention, desk: Desk): Tie | undefined {
  const { indicators } = mention.subject;
  const { worths, complete, sure } = desk.amounts(indicators);
  if (worths.length === 0) return undefined;
  const rule = indicators[0]!.rule;
  const tie = tieOf(mention, worths, desk, rule);
  if (tie.match !== 'broken') return tie;
  // What the dictionary does not claim to know whole may be another figure.
  const loose = indicators.some((i) => i.key.startsWith('泛称'));
  const open = !sure && indicators.some((i) => i.open);
  if (mention.token.unit === '') return undefined;
  const undecided = !complete || (open && !standsAlone(mention, desk));
  if (undecided) {
    if (isPlainSlip(tie)) return tie;
    // 机关运行经费 is often the very 公用经费 of the table: fewer digits alike are asked about.
    return isPlainSlip(tie, LIKELY) ? { ...tie, severity: 'warning' } : undefined;
  }
  return loose || (open && !isDenied(mention, desk)) ? { ...tie, severity: 'warning' } : tie;
}

/** So many digits alike but for one slip are no chance; one less is worth a question. */
const TELLING = 5;
const LIKELY = 4;

/** 1455.25 for 1455.52: the very figure of the name, mistyped. */
function isPlainSlip({ mention: { token }, expected, match }: Tie, least = TELLING): boolean {
  if (match !== 'broken' || !expected) return false;
  const [own, ought] = [token.value, expected].map((e) => toText(abs(e), token.decimals));
  const digits = own!.replace('.', '').replace(/^0+|0+$/g, '');
  return digits.length >= least && own!.length === ought!.length && isSlip(own!, ought!);
}

/** 国内公务接待 where nothing is told of 外事: then it is all there is. */
const standsAlone = ({ subject }: Mention, desk: Desk): boolean =>
  subject.indicators.every(
    ({ unless }) =>
      unless !== undefined &&
      !desk.mentions.some((m) => m.subject.key === unless && !isZero(m.token.value)),
  );

/** 外事接待0万元: what would make it another is told to be nothing. */
const isDenied = ({ subject }: Mention, desk: Desk): boolean =>
  subject.indicators.every(({ unless }) => desk.mentions.some((m) => m.subject.key === unless));

function changeTie(mention: Mention, desk: Desk): Tie | undefined {
  const { indicators } = mention.subject;
  const now = desk.amount(indicators);
  const before =
    mention.base === 'budget'
      ? desk.budgets(indicators, mention.budget ?? '年初')[0]
      : mention.base === 'last'
        ? desk.last(indicators)
        : undefined;
  if (!now || !before) return undefined;
  const value = subtract(now.value, before.value);
  const cells = [...now.cells, ...before.cells];
  return tieOf(mention, [{ value, cells }], desk, changeRule(indicators[0]!));
}

const CHANGE_RULES: Readonly<Record<string, string>> = {
  C01: TOPIC_RULES.change,
  C11: NAME_RULES.threeChanges,
};
/** Id of the check that 增减额 of a quantity falls under, and its 上年数 with it. */
export const changeRule = (indicator: Indicator | undefined): string =>
  indicator ? (CHANGE_RULES[indicator.rule] ?? indicator.rule) : TOPIC_RULES.change;

function one(mention: Mention, desk: Desk): Tie | undefined {
  const { subject, role } = mention;
  const [first] = subject.indicators;
  if (!first || !countable(mention)) return undefined;
  const from = (worths: readonly (TableWorth | undefined)[], rule: string): Tie | undefined => {
    const known = worths.filter((w) => w !== undefined);
    return known.length > 0 ? tieOf(mention, known, desk, rule) : undefined;
  };
  if (role === 'amount') return amountTie(mention, desk);
  if (role === 'change') return changeTie(mention, desk);
  if (role === 'last') return from([desk.last(subject.indicators)], changeRule(first));
  if (role === 'budget') {
    const tie = from(desk.budgets(subject.indicators, mention.budget), budgetRule(first));
    // Without a word which budget is meant, another figure may be right, unless a table prints its own.
    const printed = first.budget?.some((says) => says.startsWith('表') && desk.worth(says));
    return tie?.match === 'broken' && !mention.budget && !printed ? undefined : tie;
  }
  return undefined;
}

/** Id of the check that 预算数 of a quantity falls under. */
export const budgetRule = (indicator: Indicator | undefined): string =>
  indicator?.rule === 'C11' ? 'C11' : indicator?.rule === 'C19' ? 'C19' : TOPIC_RULES.done;

/** 文与表: every number whose figure the tables hold. */
export function tiesOf(desk: Desk): Tie[] {
  return desk.mentions.flatMap((mention) => {
    const tie = one(mention, desk);
    const unsure = mention.token.rough || mention.loose;
    const plain = mention.role === 'amount' && !mention.token.rough && tie && isPlainSlip(tie);
    if (!tie || (unsure && tie.match === 'broken' && !plain)) return [];
    return [tie];
  });
}
