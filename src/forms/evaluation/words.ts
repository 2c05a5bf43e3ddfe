// Words of a performance table: headings, labels and points in them made comparable with the declared
// ones. Knows how people vary a label; knows no sheet.
import { type Exact, parseExact } from '../../measure/exact.ts';
import { once } from '../../measure/once.ts';
import type { ItemDeclaration } from '../form.ts';
import { nameOf, plain } from '../names.ts';

/** A label without brackets, letters of columns (A), points and a closing colon. */
export const headOf = once((text): string => {
  let head = nameOf(text).replace(/^其中[:：]?/, '');
  for (let last = ''; last !== head; ) {
    last = head;
    head = head
      .replace(/\([^()]*\)/g, '')
      .replace(/\[[^[\]]*\]/g, '')
      .replace(/[:：%]$/, '')
      .replace(/([^A-Z/])[A-Z]$/, '$1')
      .replace(/\d+(?:\.\d+)?分$/, '');
  }
  return head === '' ? plain(text).replace(/^\(|\)$/g, '') : head;
});

/** Declared wordings are compared with every cell of a table: worked out once. */
const known = new WeakMap<ItemDeclaration, readonly string[]>();
function wordings(d: ItemDeclaration): readonly string[] {
  const own = known.get(d) ?? [...d.names, ...(d.printed ?? [])].map(headOf);
  known.set(d, own);
  return own;
}

/** What texts mean among declared items, worked out once a list of them. */
interface Meanings {
  readonly called: (text: string) => ItemDeclaration | undefined;
  readonly headed: (text: string) => ItemDeclaration | undefined;
}
const meanings = new WeakMap<readonly ItemDeclaration[], Meanings>();

function calledAmong(
  declarations: readonly ItemDeclaration[],
  text: string,
): ItemDeclaration | undefined {
  const head = headOf(text);
  return head ? declarations.find((d) => wordings(d).includes(head)) : undefined;
}

function headedAmong(
  declarations: readonly ItemDeclaration[],
  text: string,
): ItemDeclaration | undefined {
  const head = headOf(text);
  if (!head || head.length > 24) return undefined;
  let best: { item: ItemDeclaration; length: number } | undefined;
  for (const item of declarations) {
    for (const wording of wordings(item)) {
      const fits = head === wording || (wording.length > 1 && head.endsWith(wording));
      if (fits && wording.length > (best?.length ?? 0)) best = { item, length: wording.length };
    }
  }
  return best?.item;
}

function meaningsIn(declarations: readonly ItemDeclaration[]): Meanings {
  let own = meanings.get(declarations);
  if (!own) {
    own = {
      called: once((text) => calledAmong(declarations, text), 500),
      headed: once((text) => headedAmong(declarations, text), 500),
    };
    meanings.set(declarations, own);
  }
  return own;
}

/** The declared item that is called exactly so; undefined where none is. */
export const called = (
  declarations: readonly ItemDeclaration[] | undefined,
  text: string,
): ItemDeclaration | undefined => declarations && meaningsIn(declarations).called(text);

/** Whether a declared item is called exactly so. */
export function isCalled(declaration: ItemDeclaration, text: string): boolean {
  const head = headOf(text);
  return head !== '' && wordings(declaration).includes(head);
}

/**
 * The declared item whose wording a heading is or ends with, the longest wording first; undefined where none
 * is.
 */
export const headed = (
  declarations: readonly ItemDeclaration[],
  text: string,
): ItemDeclaration | undefined => meaningsIn(declarations).headed(text);

const grouped = new WeakMap<readonly ItemDeclaration[], Map<string, readonly ItemDeclaration[]>>();

/** Declared items of a group, the same list again and again. */
export function ofGroup(
  all: readonly ItemDeclaration[],
  group: string,
): readonly ItemDeclaration[] {
  const own = grouped.get(all) ?? new Map<string, readonly ItemDeclaration[]>();
  grouped.set(all, own);
  const found = own.get(group) ?? all.filter((d) => d.groups?.includes(group));
  own.set(group, found);
  return found;
}

/** A number alone in a cell, also typed as text, with its sign or unit: 1,234.50, 12.5万, 95%, 10分. */
export const isFigure = (text: string): boolean =>
  /^-?\d[\d,]*(?:\.\d+)?(?:%|分|元|千元|万|万元|亿元)?$/.test(text);

/** What stands where there is nothing to say: a stroke, or 无. */
export const isNothing = (text: string): boolean => /^(?:[/\\]|-+|—+|–+|无)?$/.test(text);

/** 分值 in a heading: 40 of 年度目标1：（40分）. A method such as 20分*执行率 is none. */
export function pointsIn(text: string): Exact | undefined {
  const narrow = plain(text);
  const m = /\((\d+(?:\.\d+)?)分?\)/.exec(narrow) ?? /(\d+(?:\.\d+)?)分\)?$/.exec(narrow);
  return m ? parseExact(m[1]!) : undefined;
}

const GOAL =
  /^(?:年度|项目|当年|本年|部门|单位|全年)*(?:总体|绩效|工作|整体)*目标(?:[一二三四五六七八九十]|\d+|(?:及)?(?:完成|实现)情况)?$/;
/** 年度目标1, 年度绩效目标 2, 年度总体目标 …: the heading of a goal. */
export function isGoal(text: string): boolean {
  const head = headOf(text);
  return head !== '目标' && GOAL.test(head);
}

/** 备注 as a heading, or a note with its text behind it. */
export const isNoteHead = (text: string): boolean =>
  /^(?:备注|注)[:：]?$|^(?:备注|注|说明|填表说明|填报说明)[:：]./.test(text);

/** A total that carries its points in its own cell (总分：96.1分); undefined where the text is no such. */
export function totalIn(
  text: string,
  total: ItemDeclaration,
): { points: Exact; head: string } | undefined {
  const m = /^(.+?)[:：]?(\d+(?:\.\d+)?)分?$/.exec(plain(text));
  if (!m || !wordings(total).includes(headOf(m[1]!))) return undefined;
  const points = parseExact(m[2]!);
  return points && { points, head: m[1]! };
}

const TICKED = /[☑√✓✔■☒●þ]/;
const BOX = /[☑√✓✔■☒●þ□☐○▢]/;

/** Options of a line of tick boxes, whether a box stands before or after its words. */
export function optionsIn(text: string): { text: string; ticked: boolean }[] {
  const words = text
    .normalize('NFKC')
    .replace(/\[√\]|\(√\)/g, '☑')
    .replace(/\[\s*\]|\(\s*\)/g, '□');
  if (!BOX.test(words)) return [];
  const clean = (s: string) => plain(s).replace(/^[\d一二三四]+[、.．]|[;；,，、]$/g, '');
  const before = BOX.test(words.trim()[0] ?? '');
  const pattern = before
    ? /([☑√✓✔■☒●þ□☐○▢])([^☑√✓✔■☒●þ□☐○▢]+)/g
    : /()([^☑√✓✔■☒●þ□☐○▢]+)([☑√✓✔■☒●þ□☐○▢])/g;
  return [...words.matchAll(pattern)]
    .map((m) => ({ text: clean(m[2]!), ticked: TICKED.test(before ? m[1]! : m[3]!) }))
    .filter((o) => o.text !== '');
}
