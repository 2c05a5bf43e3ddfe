// 列举: T，A a、B b、C c without a word that opens a list; 58辆中，a、b、c; T。A a，B b. What follows a number in one
// row is most likely what it is made of; it accuses only where the words count the parts or a slip explains the gap.
// Knows marks; knows no name.
import { compare, equal, exact, isZero, minus, negate, sign, times } from '../../measure/exact.ts';
import { digitsOf, type Telling } from '../relations/explained.ts';
import type { Equation, SumEquation, Term, TextRelation } from '../relations/relation.ts';
import { sumOfTerms } from '../relations/weigh.ts';
import type { Figure } from '../text/figure.ts';
import { type Candidate, relationFrom } from './evidence.ts';
import { earlier, isAlike, type Scene, type Told, toldAround } from './told.ts';
import { countSaid, isPart } from './totals.ts';

const sumOf = (parts: readonly Told[], total: Figure): SumEquation => ({
  kind: 'sum',
  form: [...parts.map(({ figure }): Term => [figure, 1]), [total, -1]],
});

const TWO = exact(2);
/** Digits, zeros at either end apart, that are no round number's. */
const FULL = 4;

/** 、 and 和 join more closely than ；, this more closely than ，. */
type Joint = '、' | '；' | '，' | undefined;
function jointOf(words: string): Joint {
  // 公务用车12万元（未购置新车）；公务接待2万元.
  const lead = words.replace(/^（[^（）]*）/, '');
  if (/^(?:、|和|及|与|以及|并)/.test(lead)) return '、';
  if (lead.startsWith('；')) return '；';
  return lead.startsWith('，') ? '，' : undefined;
}

/** Words that say that what follows is another thing, or another year. */
const OTHER =
  /另|此外|还有|同时|上年|去年|同比|比|较|结转下年|年末|结余|剩余|(?:预算|决算|执行|完成)数?(?:为|是)?$|实际|计划|目标|累计|余额|人均|户均|每|涉及|惠及|带动|撬动|扣除|净/;
/** 一般公共预算 is a name. */
const NAMED = /公共预算|基金预算|经营预算/g;
const isOther = (text: string): boolean => OTHER.test(text.replace(NAMED, ''));
/** What follows stands within the part before it. */
const INNER = /其中|包括|含|中(?:用于|的|有)/;

const TOTAL = /合计|共计|总计|小计|总额|总数/;

/** A number of the row that can only be one of its parts. */
const fits = (t: Told, total: Told): boolean =>
  isPart(t) &&
  t.said.measure === 'amount' &&
  !TOTAL.test(t.clause) &&
  isAlike(t.figure, total.figure) &&
  t.bracketed === total.bracketed;

/** The row right behind a number, as far as one mark joins it. */
function rowBehind(all: readonly Told[], total: Told): Told[] {
  const behind = all.filter((t) => t.at > total.at && isAlike(t.figure, total.figure));
  const [first, second] = behind;
  if (!first || !second || !fits(first, total)) return [];
  const joint = jointOf(second.lead);
  const row = [first];
  for (const t of behind.slice(1)) {
    const own = jointOf(t.lead);
    if (own !== joint && own !== '、') break;
    if (!joint || !fits(t, total) || isOther(t.clause) || INNER.test(t.lead)) break;
    row.push(t);
  }
  return row;
}

/** 58辆中，…; 由…构成: the words leave no doubt what adds up. */
const CLOSED = /^中|由|构成|组成|分为|分布|分别|内有|内含/;
/** A total or an amount of its own, as its clause says. */
const OF = /^中|由|来源|构成|组成|分为|分别|含|包括|其中|用于|即|为[^，]*$|：/;

/** 放在A的有a，放在B的有b: parts told alike are told to the end. */
function isParallel(row: readonly Told[]): boolean {
  const start = row[0]!.clause.slice(0, PARALLEL);
  return start.length === PARALLEL && row.every((t) => t.clause.startsWith(start));
}
const PARALLEL = 2;

/** What a number must show to be taken for a slip: less where the row is close. */
function tellingOf(row: readonly Told[], lead: string, total: Told, over: boolean): Telling {
  const opened = OF.test(lead) || /共|总|合计/.test(total.clause);
  if (CLOSED.test(lead) || isParallel(row)) return { slip: 2, copy: 2, part: 2 };
  const close = jointOf(row[1]!.lead) === '、' || row.length > 2;
  if (opened && close) return { slip: 3, copy: over ? 2 : 3, part: 3 };
  return close ? { slip: 4, copy: 3 } : { slip: 5, copy: 4 };
}

/** A中，; A里，: its parts follow. */
const WITHIN = /(?:里面?|之中|当中|中|内)[，：][^，；：。]*$/;

function listedOf(scene: Scene, total: Told): TextRelation | undefined {
  const { figure } = total;
  if (!isPart(total) || figure.token!.rough || isZero(figure.value)) return undefined;
  const near = toldAround(scene, total);
  const row = rowBehind(near, total);
  const [first] = row;
  if (!first || row.length < 2 || isOther(first.lead)) return undefined;
  // A a、B b、C c: a part of a row is no total of those behind it, nor the first part of a list.
  if (/^[；、和及与]/.test(first.lead) || INNER.test(total.lead)) return undefined;
  // 运行费中，A a，B b，C c: the first of the parts of what was named is no total.
  if (WITHIN.test(total.lead) && !TOTAL.test(total.clause)) return undefined;
  // 支出按用途为：A a，B b，C c: the first of a list no number heads.
  if (/：[^，；]*$/.test(total.lead) && !TOTAL.test(total.clause) && !OF.test(first.lead))
    return undefined;
  // 采购598.72万元，授予中小企业598.72万元；…: all of it, told again, is no part beside others.
  if (equal(first.figure.value, figure.value)) return undefined;
  const close = jointOf(row[1]!.lead) === '、';
  // A a、B b等: the list is open.
  if (/^等/.test(row.at(-1)!.tail)) return undefined;
  const counted = countSaid(total.tail) === row.length;
  const over = sign(sumOfTerms(sumOf(row, figure).form).value) > 0;
  const telling = tellingOf(row, first.lead, total, over);
  const all: Candidate[] = [{ equation: sumOf(row, figure), plain: true, telling }];
  for (let n = row.length - 1; n >= 2 && !counted && !close; n -= 1)
    all.push({ equation: sumOf(row.slice(0, n), figure), plain: false });
  const sum = minus(sumOfTerms(sumOf(row, figure).form).value, negate(figure.value));
  if (compare(times(sum, TWO), figure.value) < 0 || compare(sum, times(figure.value, TWO)) > 0)
    if (!counted && telling.slip > 3) return undefined;
  return relationFrom('total', total, all, { copied: counted });
}

/** T。国内A a，外宾A b: the sentence before tells one amount, this one its parts by name. */
function splitOf(scene: Scene, first: Told): TextRelation | undefined {
  const before = earlier(scene, first).filter((t) => isAlike(t.figure, first.figure));
  const [total, ...others] = before;
  if (
    !total ||
    others.length > 0 ||
    !isPart(total) ||
    scene.told[first.at - 1]?.sentence === first.sentence
  )
    return undefined;
  const row = [first, ...toldAround(scene, first)].filter(
    (t) => t.at >= first.at && isAlike(t.figure, first.figure),
  );
  const name = /([一-龥]{2})(?:费|经费|支出|资金|金额|总额)*$/.exec(total.clause)?.[1];
  const named = name !== undefined && row.every((t) => t.clause.includes(name));
  const summed = /共|总|合计/.test(total.clause) && row.every((t) => digitsOf(t.figure) >= FULL);
  if (row.length < 2 || !(named || summed) || !row.every((t) => isPart(t) && !isOther(t.clause)))
    return undefined;
  const equation: Equation = sumOf(row, total.figure);
  return relationFrom('total', total, [{ equation, plain: true, telling: { slip: 3, copy: 3 } }]);
}

/** 列举 of a paragraph. */
export const listsIn = (scene: Scene): TextRelation[] =>
  scene.told.flatMap((own) =>
    [listedOf(scene, own), splitOf(scene, own)].filter((r) => r !== undefined),
  );
