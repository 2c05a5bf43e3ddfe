// Headers of the money block and of the indicators: which columns mean what. Knows declared headings;
// reads no figure.
import type { ItemDeclaration } from '../form.ts';
import { cellRightOf, figured, type LineCell, type TableBlock, wordsIn } from './lines.ts';
import { called, headed, headOf, ofGroup } from './words.ts';

/** 栏位: a declared column and the sheet's columns it spans. */
export interface ColumnSpan {
  readonly key: string;
  readonly left: number;
  readonly right: number;
  /** As printed, all storeys. */
  readonly text: string;
  readonly heading: LineCell;
}

/** 表头: rows of a header and the columns it names. */
export interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly spans: readonly ColumnSpan[];
}

const LEVELS = ['一级指标', '二级指标', '三级指标'];
const MONEY = ['年初预算数', '全年预算数', '执行数', '执行率'];
/** What makes a header of indicators one of an evaluation, and not of a declaration of goals. */
const RESULTS = ['完成值', '得分', '权重', '系数', '扣分'];
const AIMS = ['目标值', '年初目标值', '调整目标值', '指标性质'];
const TALL = 4;

/** Labels above one column of a header, from the top down. */
function storeys(block: TableBlock, top: number, bottom: number, column: number): LineCell[] {
  const result: LineCell[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const entry = block.entry(row, column);
    const inside = entry.text !== '' && entry.top >= top && entry.bottom <= bottom;
    if (inside && result.at(-1)?.top !== entry.top) result.push(entry);
  }
  return result;
}

/** The column that a path of labels means: its leaf, or leaf and heading together. */
function meant(columns: readonly ItemDeclaration[], labels: readonly LineCell[]) {
  for (let i = labels.length - 1; i >= 0; i -= 1) {
    const above =
      i > 0 ? headed(columns, `${labels[i - 1]!.text}${headOf(labels[i]!.text)}`) : undefined;
    const own = headed(columns, labels[i]!.text) ?? above;
    if (own) return { declaration: own, heading: labels[i]! };
  }
  return undefined;
}

function spansIn(
  block: TableBlock,
  columns: readonly ItemDeclaration[],
  top: number,
  bottom: number,
): ColumnSpan[] {
  const spans: ColumnSpan[] = [];
  for (let column = block.left; column <= block.right; column += 1) {
    const labels = storeys(block, top, bottom, column);
    const found = meant(columns, labels);
    if (!found) continue;
    const last = spans.at(-1);
    const { heading } = found;
    if (last && last.heading.left === heading.left && last.heading.top === heading.top) {
      spans[spans.length - 1] = { ...last, right: column };
    } else {
      const text = labels.map((l) => l.text).join('');
      spans.push({ key: found.declaration.key, left: column, right: column, text, heading });
    }
  }
  return spans;
}

const keysOf = (spans: readonly ColumnSpan[]): Set<string> => new Set(spans.map((s) => s.key));

/**
 * Names of a block that end like a column of it: 部门预算（万元） left of 调整后预算数. They are no column, and
 * run down beside the rows.
 */
function captionsIn(
  block: TableBlock,
  columns: readonly ItemDeclaration[],
  row: number,
): readonly LineCell[] {
  const known = wordsIn(block, row).flatMap((entry) => {
    const key = headed(columns, entry.text)?.key;
    return key ? [{ entry, key, exactly: called(columns, entry.text) !== undefined }] : [];
  });
  return known
    .filter(({ entry, key, exactly }, i) => {
      const others = known.filter((k) => k.entry !== entry && k.key === key);
      // 预算执行 down the side of all rows is the block's name, although a column may be called so.
      const side = known.every((k) => k.entry === entry || k.entry.bottom < entry.bottom);
      // A rate is in no unit of money: 预算执行（万元） is a name, whether or not it runs down.
      const named = !exactly || side || (key === '执行率' && /元\)/.test(entry.text));
      return i === 0 && named && others.some((o) => o.exactly);
    })
    .map((k) => k.entry);
}

/**
 * 侧栏: the name of the whole block at its left, over the header and any number of rows. The first cell is none
 * where it is itself called a level; behind it the levels begin.
 */
function sideIn(
  block: TableBlock,
  columns: readonly ItemDeclaration[],
  row: number,
): readonly LineCell[] {
  const [first, ...others] = wordsIn(block, row);
  const isLevel = (e: LineCell): boolean => LEVELS.includes(headed(columns, e.text)?.key ?? '');
  if (!first || !others.some(isLevel)) return [];
  const key = called(columns, first.text)?.key;
  return key === '一级指标' || key === '二级指标' || !/指标|目标|绩效|完成情况/.test(first.text)
    ? []
    : [first];
}

/** Last row of a header that begins at `top`: its labels' own height, or a second storey below. */
function bottomOf(
  block: TableBlock,
  columns: readonly ItemDeclaration[],
  top: number,
  captions: readonly LineCell[],
): number {
  const labels = wordsIn(block, top).filter((e) => {
    if (captions.includes(e)) return false;
    const key = e.bottom - e.top < TALL ? headed(columns, e.text)?.key : undefined;
    return key !== undefined && key !== '块名';
  });
  const own = Math.max(top, ...labels.map((e) => e.bottom));
  if (own > top || own >= block.bottom) return own;
  const below = wordsIn(block, top + 1);
  const wide = labels.filter((e) => e.right > e.left);
  const under = below.filter((e) => wide.some((w) => e.left >= w.left && e.right <= w.right));
  const second =
    under.length > 1 &&
    under.length === below.length &&
    below.every((e) => headed(columns, e.text));
  return second ? top + 1 : own;
}

/** The header of indicators that begins in this row; undefined where none does. */
export function indicatorHeader(
  block: TableBlock,
  all: readonly ItemDeclaration[],
  row: number,
): Header | undefined {
  const columns = ofGroup(all, '指标');
  const here = wordsIn(block, row).map((e) => headed(columns, e.text)?.key ?? '');
  if (!here.some((k) => LEVELS.includes(k))) return undefined;
  const side = sideIn(block, columns, row);
  const bottom = bottomOf(block, columns, row, [...side, ...captionsIn(block, columns, row)]);
  const spans = spansIn(block, columns, row, bottom).filter(
    (s) => !side.some((e) => e.left === s.heading.left && e.top === s.heading.top),
  );
  const keys = keysOf(spans);
  const levels = LEVELS.filter((k) => keys.has(k));
  const results = RESULTS.some((k) => keys.has(k));
  const aimed = AIMS.some((k) => keys.has(k));
  if (!results || (levels.length < 2 && !aimed && !keys.has('得分'))) return undefined;
  if (spans.length < 3) return undefined;
  return { top: row, bottom, spans };
}

/** The cell to the right of a label, or the next one where the label's own area ends in a blank. */
function figureAfter(block: TableBlock, label: LineCell): LineCell | undefined {
  const value = cellRightOf(block, label);
  const next = value?.text === '' ? cellRightOf(block, value) : undefined;
  return figured(block, next) ? next : value;
}

/** Labels of the money block whose figure stands to their right, not below. */
export function inlineMoney(
  block: TableBlock,
  all: readonly ItemDeclaration[],
  row: number,
): { key: string; label: LineCell; value: LineCell }[] {
  const columns = ofGroup(all, '资金');
  return wordsIn(block, row).flatMap((label) => {
    const key = headed(columns, label.text)?.key;
    const value = figureAfter(block, label);
    if (!key || !figured(block, value) || label.text === '') return [];
    return [{ key, label, value: value! }];
  });
}

/** The header of a money block that begins in this row; undefined where none does. */
export function moneyHeader(
  block: TableBlock,
  all: readonly ItemDeclaration[],
  row: number,
): Header | undefined {
  const columns = ofGroup(all, '资金');
  const here = wordsIn(block, row).filter((e) => e.bottom - e.top < TALL);
  const keys = new Set(here.map((e) => headed(columns, e.text)?.key ?? ''));
  if (MONEY.filter((k) => keys.has(k)).length < 2) return undefined;
  if (inlineMoney(block, all, row).length > 0) return undefined;
  const named = captionsIn(block, columns, row);
  const bottom = bottomOf(block, columns, row, named);
  const captions = new Set(named.map((e) => e.left));
  const spans = spansIn(block, columns, row, bottom).filter(
    (s) => s.heading.top >= row && !captions.has(s.heading.left),
  );
  return spans.length < 2 ? undefined : { top: row, bottom, spans };
}
