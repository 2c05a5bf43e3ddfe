// “三公”的用语: what headings over its figures and names of its items mean, however places word them. Knows words
// and years; knows no cell.
import type { Item } from '../../../facts/fact.ts';
import { once } from '../../../measure/once.ts';
import { extraItem } from '../../draft.ts';
import type { Form, ItemDeclaration } from '../../form.ts';
import { nameOf, yearIn } from '../../names.ts';

/** 栏的口径: budget, final, last year's, what changed and by how much, or counts of people and cars. */
export type ColumnKind =
  | '预算'
  | '决算'
  | '上年'
  | '增减额'
  | '增减率'
  | '完成率'
  | '数量'
  | '其他';

const COUNT = /团组|人次|人数|批次|车辆数|辆数|数量|保有量|购置数|^计量单位$|^单位$|^行次$|^备注$/;
const SHARE = /%|率|幅|比例|比重|占比/;
const DONE = /完成|执行|占.*预算/;
const CHANGE =
  /增减|增长|增加|减少|变动|变化|差额|差异|对比|相比|同比|较|比(?:上年|去年|\d{4}|预算|年初)/;
const FORMER = /上年|去年|上一年/;

/**
 * What a heading says of the figures under it; `own` is the year of the table. Undefined where it says
 * nothing of the kind.
 */
export function columnKindOf(label: string, own: number | undefined): ColumnKind | undefined {
  if (label === '') return undefined;
  if (COUNT.test(label) && !/[预决]算/.test(label)) return '数量';
  if (SHARE.test(label))
    return DONE.test(label)
      ? '完成率'
      : CHANGE.test(label) || FORMER.test(label)
        ? '增减率'
        : '其他';
  if (CHANGE.test(label))
    return /预算/.test(label) && !/决算数?对比/.test(label) ? '其他' : '增减额';
  const year = yearIn(label);
  const isFormer = FORMER.test(label) || (year !== undefined && own !== undefined && year < own);
  if (isFormer) return /预算/.test(label) ? '其他' : '上年';
  if (/预算/.test(label)) return '预算';
  if (/决算|执行数|实际|支出数|发生额/.test(label)) return '决算';
  return year === undefined ? undefined : '决算';
}

/** An item's name without what places add to it or leave out of it. */
const bare = once((text: string): string => {
  const name = nameOf(nameOf(text).replace(/^其中[:：]?/, ''));
  return name
    .replace(/财政拨款(?:安排的?)?|一般公共预算/g, '')
    .replace(/[(（]境[)）]|境/, '')
    .replace(/公务车辆|公车|车辆/g, '公务用车')
    .replace(/[和与]/g, '及')
    .replace(/运行维护|运行及维护|运维/g, '运行')
    .replace(/(?:费用|经费|费)?(?:支出|开支)?(?:小计)?$/, '')
    .replace(/(?:费用|经费|费)$/, '');
});

const named = new WeakMap<Form, ReadonlyMap<string, ItemDeclaration>>();

/** Items of a form by their bare names; of equal ones the one declared first. */
function namedIn(form: Form): ReadonlyMap<string, ItemDeclaration> {
  let own = named.get(form);
  if (!own) {
    const pairs = (form.rows ?? []).flatMap((d) =>
      [...d.names, ...(d.printed ?? [])].map((name) => [bare(name), d] as const),
    );
    own = new Map(pairs.reverse());
    named.set(form, own);
  }
  return own;
}

const SUBTOTAL = /^(?:小计|合计)$/;
const TOTAL = /^(?:三公(?:经费)?)?(?:支出)?(?:合计|总计|小计|总额)?$/;
/** Words over figures that name no item. */
const OF_KIND =
  /^(?:\d{4}年?度?)?(?:(?:上年度?|本年度?|年初|全年|当年)?(?:预算|决算)(?:统计)?数?|金额|数额)$/;

/** 项目 that a name means, whatever places add to it; undefined where it is none of the form's. */
export function itemNamed(form: Form, name: string): ItemDeclaration | undefined {
  const own = bare(name);
  return own === '' ? undefined : namedIn(form).get(own);
}

/** 三公 itself: what a place prints beside it makes no table of it. */
export const isOfThree = (form: Form, key: string): boolean =>
  form.rows?.some((d) => d.key === key && !d.local) ?? false;

/** The total of a list: 合计, 支出合计, “三公”经费. */
export const isTotalName = (name: string): boolean =>
  TOTAL.test(nameOf(name).replace(/财政拨款(?:安排的?)?|一般公共预算/g, ''));

/** 项目 that a path of headings means; a 小计 is of what stands above it. Undefined where it means none. */
export function itemMeant(form: Form, labels: readonly string[]): ItemDeclaration | undefined {
  const words = labels.filter((l) => !OF_KIND.test(l));
  const leaf = words.at(-1);
  if (leaf === undefined) return undefined;
  if (!SUBTOTAL.test(leaf)) return itemNamed(form, leaf);
  const above = words.at(-2);
  return above === undefined ? itemNamed(form, leaf) : itemNamed(form, above);
}

/** Headings that say of what kind the figures are: those that name no item. */
export const kindWords = (form: Form, labels: readonly string[]): string =>
  labels.filter((l) => OF_KIND.test(l) || !itemNamed(form, l)).join(' ');

/** 会议费 and 培训费 stand beside “三公” in some places, and their total holds all. */
export const WIDER = '“三公”经费、会议费、培训费合计';

/** 合计 of a table that has a 小计 of “三公” holds 会议费 and 培训费 as well. */
export function isWider(labels: readonly string[], all: readonly (readonly string[])[]): boolean {
  const of = (l: readonly string[]) => l.some((text) => /三公/.test(text));
  const own = all.some((l) => of(l) && SUBTOTAL.test(l.at(-1) ?? ''));
  const plain = SUBTOTAL.test(labels.at(-1) ?? '') && !labels.some((l) => /用车|车辆|接待/.test(l));
  return own && plain && !of(labels);
}

/** A column that is none of ours, by its own name. */
export function otherItem(labels: readonly string[], wider: boolean, at: number): Item {
  const label = wider ? WIDER : (labels.at(-1) ?? '');
  return extraItem(wider ? label : `${labels.join('·')}@${at}`, label);
}
