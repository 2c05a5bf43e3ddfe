// Header of 年度主要任务: what a task is called, what it was to cost and what it cost, each amount perhaps by
// source. Knows declared headings; reads no figure.
import type { Form, ItemDeclaration } from '../form.ts';
import { plain } from '../names.ts';
import { figured, type LineCell, type TableBlock, wordsIn } from './lines.ts';
import { moneyRows } from './money-items.ts';
import { called, headed, headOf, ofGroup } from './words.ts';

/** 任务栏: a heading and the sheet's columns it spans; the key is empty where it means no number. */
export interface TaskColumn {
  readonly key: string;
  readonly left: number;
  readonly right: number;
  readonly heading: LineCell;
}

/** 任务表头: rows of a header of tasks, and what its columns mean. */
export interface TaskHeader {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly TaskColumn[];
}

const NAMES = ['任务名称', '明细名称', '任务内容'];
const AMOUNTS = new Set(['金额', '年初预算数', '全年预算数', '到位数', '执行数']);
/** What a heading of a task may say that is no number. */
const WORDED = new Set([...NAMES, '完成情况', '原因', '行次', '子项']);
const WHOLE = /^(?:总额|小计|合计|总计|总数|金额|资金总额|金额合计)$/;

const declaredIn = new WeakMap<Form, readonly ItemDeclaration[]>();

/** What a task's headings may mean, and what those of the money may. */
function columnsOf(form: Form): readonly ItemDeclaration[] {
  const { columns } = form;
  const own = declaredIn.get(form) ?? [...ofGroup(columns, '任务'), ...ofGroup(columns, '资金')];
  declaredIn.set(form, own);
  return own;
}

/** 年度主要任务 down the side of all rows: a first heading that goes deeper than all others. */
function withoutSide(heads: readonly LineCell[]): readonly LineCell[] {
  const [first, ...others] = heads;
  const deepest = Math.max(...others.map((e) => e.bottom));
  return first && others.length > 0 && first.bottom > deepest ? others : heads;
}

/** Last row of a header: its labels' own height, or a second storey under the wide ones. */
function bottomOf(block: TableBlock, heads: readonly LineCell[], row: number): number {
  const own = Math.max(row, ...heads.map((e) => e.bottom));
  const wide = heads.filter((e) => e.right > e.left && e.bottom === own);
  const below = own < block.bottom ? wordsIn(block, own + 1) : [];
  const under = (e: LineCell): boolean =>
    !figured(block, e) && wide.some((w) => e.left >= w.left && e.right <= w.right);
  return own === row && below.length > 1 && below.every(under) ? own + 1 : own;
}

/** Headings of a second storey below a wide one. */
function leavesOf(block: TableBlock, head: LineCell, bottom: number): readonly LineCell[] {
  if (head.bottom >= bottom) return [];
  return wordsIn(block, bottom).filter((e) => e.left >= head.left && e.right <= head.right);
}

function columnsUnder(
  block: TableBlock,
  declared: readonly ItemDeclaration[],
  head: LineCell,
  bottom: number,
): readonly TaskColumn[] {
  const key = headed(declared, head.text)?.key ?? '';
  const span = (heading: LineCell, own: string): TaskColumn => ({
    key: own,
    left: heading.left,
    right: heading.right,
    heading,
  });
  const leaves = leavesOf(block, head, bottom);
  if (leaves.length < 2) return [span(head, key)];
  return leaves.map((leaf) => {
    if (AMOUNTS.has(key) && WHOLE.test(headOf(leaf.text))) return span(leaf, key);
    const own = called(declared, leaf.text)?.key ?? '';
    if (own !== '' || !AMOUNTS.has(key)) return span(leaf, own);
    return span(leaf, `${key}·${headOf(leaf.text)}`);
  });
}

/** Whether a column holds amounts, whole or by source. */
export const isTaskAmount = (column: TaskColumn): boolean => AMOUNTS.has(column.key.split('·')[0]!);
/** Whether a column holds numbers at all. */
export const isTaskNumber = (column: TaskColumn): boolean =>
  column.key !== '' && !WORDED.has(column.key);
/** 合计, 小计 or 任务小计: the name of a sum. */
export const isTaskTotal = (text: string): boolean => /(?:合计|小计|总计)$/.test(headOf(text));

/** 年度主要任务 or 任务1：… at the head of rows that stand under the columns of the money above. */
export const isTaskCaption = (text: string): boolean =>
  /^(?:年度|本年|重点|主要|核心|工作|履职)*(?:任务|重点工作|主要工作)(?:[\d一二三四五六七八九十]+)?(?:[:：]|$)/.test(
    plain(text),
  );

/** First column of the amounts of a header. */
export const amountsFrom = ({ columns }: TaskHeader): number =>
  Math.min(...columns.filter(isTaskAmount).map((c) => c.left));

/**
 * The name of a row: what stands under the heading of names, else the nearest words left of the amounts; undefined where none
 * stand there.
 */
export function taskNameIn(
  block: TableBlock,
  header: TaskHeader,
  row: number,
): LineCell | undefined {
  const before = header.columns.filter((c) => c.right < amountsFrom(header));
  const columns = NAMES.flatMap((key) => before.filter((c) => c.key === key).reverse());
  const [named] = columns.map((c) => block.entry(row, c.left)).filter((e) => e.text !== '');
  if (named && !figured(block, named)) return named;
  return wordsIn(block, row)
    .filter((e) => e.right < amountsFrom(header) && !figured(block, e))
    .at(-1);
}

/** Whether the row below a header is a source or a kind of spending, and so its header one of the money. */
function overSources(block: TableBlock, form: Form, header: TaskHeader): boolean {
  const row = header.bottom + 1;
  return wordsIn(block, row).some(
    (e) =>
      e.right < amountsFrom(header) &&
      !isTaskTotal(e.text) &&
      called(moneyRows(form), e.text) !== undefined,
  );
}

/**
 * The header of 年度主要任务 that begins in this row; undefined where none does. Behind the money (`behind`) any
 * second header over amounts is one, whatever its rows are called, unless sources stand below it.
 */
export function taskHeader(
  block: TableBlock,
  form: Form,
  row: number,
  behind: boolean,
): TaskHeader | undefined {
  const all = wordsIn(block, row);
  if (all.length < 2 || all.some((e) => figured(block, e))) return undefined;
  const declared = columnsOf(form);
  const heads = withoutSide(all);
  const isName = (e: LineCell): boolean => headed(declared, e.text)?.key === '任务名称';
  const named = all.some(isName);
  if (!named && !behind) return undefined;
  const bottom = bottomOf(block, heads, row);
  const columns = heads.flatMap((head) => columnsUnder(block, declared, head, bottom));
  const amounts = columns.filter(isTaskAmount);
  const header = { top: row, bottom, columns };
  const enough = named ? amounts.length > 0 : amounts.length > 1;
  if (!enough || bottom >= block.bottom || amountsFrom(header) === block.left) return undefined;
  // Without such a name the rows have names of their own, and 子项 are parts of the money.
  const listed = columns.some((c) => c.key === '子项');
  if (!named && (listed || !taskNameIn(block, header, bottom + 1))) return undefined;
  // Under a column of its own a task may be called 基本支出; a name down the side says less.
  const surely = behind && heads.some(isName);
  return !surely && overSources(block, form, header) ? undefined : header;
}
