// 收支总计: 本年收入＋使用非财政拨款结余＋年初结转和结余＝总计＝本年支出＋结余分配＋年末结转和结余. What each number is
// its own words say, whichever paragraph it stands in; of another fund it is of another account. Knows the order of an
// account; knows no number.
import { equal, isZero, sign, toText } from '../../measure/exact.ts';
import { LIKELY } from '../relations/explained.ts';
import type { Equation, Term, TextRelation } from '../relations/relation.ts';
import { isKept, weigh } from '../relations/weigh.ts';
import { isSlipped, relationFrom } from './evidence.ts';
import { type Scene, type Told, wordsOf } from './told.ts';
import type { CueWords, FlowWords } from './words.ts';

type Role = keyof FlowWords['roles'];

/** 一本账: its numbers by what they are. */
interface AccountOfYear {
  readonly fund: string;
  readonly from: number;
  readonly roles: Map<Role, Told>;
}

/** So many paragraphs one account is told in. */
const LONGEST = 14;
const BRACKETS = /（[^（）]*）/g;
const YEAR = /(?:19|20)\d\d年度?/;
/** A name of so many characters may have that of a unit before it, but none of a part. */
const LONG = 4;
const PARTED = /支出|项目|基本|收入|其他/;
const PARTICLES = /[为是达到共约有：]+$/;
const PAST = /上年(?!结)|去年|上一年/;

const isAmount = ({ figure, said, bracketed }: Told): boolean =>
  figure.kind === 'money' &&
  !figure.bound &&
  !figure.token!.rough &&
  !bracketed &&
  !said.past &&
  (said.measure === 'amount' || said.measure === 'other') &&
  sign(figure.value) >= 0;

/** The words right before a number, brackets apart. */
function nameOf({ lead }: Told): string {
  const text = lead.replace(BRACKETS, '');
  return text
    .slice(Math.max(...[...'，；：。、\n'].map((m) => text.lastIndexOf(m))) + 1)
    .replace(PARTICLES, '');
}

const without = (text: string, list: string): string =>
  wordsOf(list).reduce((rest, w) => rest.replaceAll(w, ''), text);

function roleOf(name: string, { roles, filling }: FlowWords, funds: string): Role | undefined {
  const called = without(name.replace(YEAR, ''), filling);
  const fund = wordsOf(funds).find((w) => called.includes(w)) ?? '';
  const behind = called.slice(called.indexOf(fund) + fund.length);
  const all = Object.keys(roles) as Role[];
  const of = (is: (word: string) => boolean): Role | undefined =>
    all.find((r) => wordsOf(roles[r]).some(is));
  const isEnd = (w: string): boolean =>
    w.length >= LONG && called.endsWith(w) && !PARTED.test(called.slice(0, -w.length));
  return of((w) => w === called || w === without(called, funds) || w === behind) ?? of(isEnd);
}

const fundOf = (name: string, { funds }: FlowWords): string =>
  wordsOf(funds).find((w) => name.includes(w)) ?? '';

/** Accounts of a text, in reading order. */
function accountsIn(scenes: readonly Scene[], { flows }: CueWords): AccountOfYear[] {
  const found: AccountOfYear[] = [];
  let open: AccountOfYear | undefined;
  const begin = (fund: string, from: number): AccountOfYear => {
    const own: AccountOfYear = { fund, from, roles: new Map() };
    found.push(own);
    return own;
  };
  scenes.forEach(({ told }, at) => {
    for (const t of told) {
      const name = nameOf(t);
      const role = isAmount(t) && !PAST.test(name) ? roleOf(name, flows, flows.funds) : undefined;
      if (!role) continue;
      const fund = role === 'uses' ? '' : fundOf(name, flows);
      if (open && at - open.from > LONGEST) open = undefined;
      // 年末财政拨款结转和结余 within the account of all of it.
      if (open && fund !== '' && fund !== open.fund && role !== 'total') continue;
      const known = open?.roles.get(role);
      const other = known !== undefined && !equal(known.figure.value, t.figure.value);
      const anew = role === 'total' && fund !== '' && fund !== open?.fund;
      if (!open || other || anew) open = begin(fund, at);
      if (!open.roles.has(role)) open.roles.set(role, t);
    }
  });
  return found;
}

const INCOME: readonly Role[] = ['ins', 'uses', 'opening'];
const SPENDING: readonly Role[] = ['outs', 'dealt', 'closing'];

const sumOf = (form: readonly Term[]): Equation => ({ kind: 'sum', form });
const termsOf = (account: AccountOfYear, side: readonly Role[], s: 1 | -1): Term[] =>
  side.flatMap((r) => {
    const t = account.roles.get(r);
    return t ? [[t.figure, s] as const] : [];
  });

/** Told twice in one account, as two things: one of the two was copied. */
function isCopied(form: readonly Term[]): boolean {
  const values = form.flatMap(([f]) => (isZero(f.value) ? [] : [toText(f.value)]));
  return new Set(values).size < values.length;
}

function brokenIn(account: AccountOfYear): TextRelation | undefined {
  const { roles } = account;
  const [total, ins, opening, outs, closing] = (
    ['total', 'ins', 'opening', 'outs', 'closing'] as const
  ).map((r) => roles.get(r));
  const [income, spending] = [INCOME, SPENDING].map((side) => termsOf(account, side, 1));
  const against = (side: readonly Term[], t: Told): Equation => sumOf([...side, [t.figure, -1]]);
  const told = (about: Told, equation: Equation): TextRelation | undefined =>
    relationFrom('balance', about, [{ equation, plain: true }], { closed: true });
  const holds = (e: Equation): boolean => isKept(weigh(e));
  if (total && ins && opening && outs && closing) {
    const [first, second] = [against(income!, total), against(spending!, total)];
    // Both sides come to one figure, and the total told is another.
    const level = holds(sumOf([...income!, ...termsOf(account, SPENDING, -1)]));
    if (level && !holds(first) && isSlipped(first)) return told(total, first);
    if (holds(first) === holds(second)) return undefined;
    const broken = holds(first) ? second : first;
    const form = broken.kind === 'sum' ? broken.form : [];
    const all = [...income!, ...spending!];
    const known = isSlipped(broken) || isCopied(all) || roles.has('dealt');
    return known && form.length > 0 ? told(holds(first) ? closing : opening, broken) : undefined;
  }
  // 总计a，其中本年收入b，年初结转c: one side alone, one slip of the hand off.
  // 收入总计 printed for 收入合计 is no total of what was left from the year before.
  const again = total && ins && equal(total.figure.value, ins.figure.value);
  const side = ins && opening && !outs && !closing && !again ? income : undefined;
  if (total && side && !holds(against(side, total)) && isSlipped(against(side, total), LIKELY))
    return told(opening!, against(side, total));
  if (!ins || !opening || !outs || !closing) return undefined;
  const form = [...income!, ...termsOf(account, SPENDING, -1)];
  const equation = sumOf(form);
  if (holds(equation)) return undefined;
  return isSlipped(equation) || isCopied(form) ? told(closing, equation) : undefined;
}

/** 收支总计 of a text. */
export const flowsIn = (scenes: readonly Scene[], words: CueWords): TextRelation[] =>
  accountsIn(scenes, words).flatMap((a) => brokenIn(a) ?? []);
