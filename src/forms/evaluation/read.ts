// 自评表: from a region to what stands where, section by section, top to bottom. Knows the order of
// reading; each section knows itself.

import type { Form } from '../form.ts';
import { plain } from '../names.ts';
import type { Region } from '../region.ts';
import { type Header, indicatorHeader, moneyHeader } from './header.ts';
import { readIndicators } from './indicators.ts';
import { blockOf, figured, type TableBlock, wordsIn } from './lines.ts';
import { settleLoose } from './loose.ts';
import { readMoney } from './money.ts';
import { readAcross } from './money-across.ts';
import { readInline } from './money-beside.ts';
import { emptySketch, type Sketch, wording } from './sketch.ts';
import { adoptTasks, besideMoney, readTasks } from './tasks.ts';
import {
  isOtherLine,
  isTotal,
  readEarlyTotal,
  readGoal,
  readNotes,
  readTexts,
  readTotal,
} from './texts.ts';
import { called, isGoal, isNoteHead, pointsIn } from './words.ts';

/** 已读自评表区: one table's part of a region, and what stands in it. */
export interface EvaluationReading {
  readonly form: Form;
  readonly region: Region;
  readonly block: TableBlock;
  readonly sketch: Sketch;
}

/** Points and goals that stand left of a header of indicators: 年度绩效目标（80分）. */
function beside(block: TableBlock, header: Header, sketch: Sketch): void {
  for (const entry of block.line(header.top)) {
    if (
      entry.text === '' ||
      figured(block, entry) ||
      header.spans.some((s) => s.heading.left === entry.left)
    )
      continue;
    const points = pointsIn(entry.text);
    if (!isGoal(entry.text) && !/指标|目标/.test(entry.text)) continue;
    const weight = points && { points, text: entry.raw.trim(), location: entry.at };
    if (isGoal(entry.text) && /[\d一二三四五六七八九十](?:[:：(（]|$)/.test(plain(entry.text))) {
      sketch.goals.push({ heading: wording(entry), ...(weight && { weight }) });
    } else if (weight) sketch.indicatorWeight ??= weight;
  }
}

interface Walk {
  readonly block: TableBlock;
  readonly form: Form;
  readonly sketch: Sketch;
  /** Header of the last block of indicators. */
  header?: Header;
}

const edgeOf = ({ block, header }: Walk): number =>
  header ? Math.min(...header.spans.map((s) => s.left)) : block.right;

function ends(walk: Walk, row: number): boolean {
  const { block, form } = walk;
  const edge = edgeOf(walk);
  return (
    isTotal(block, form, row, edge) ||
    isOtherLine(block, form, row, edge) ||
    indicatorHeader(block, form.columns, row) !== undefined
  );
}

/** 资金 and 年度主要任务 side by side; the row after both, undefined where they do not stand so. */
function readBesideTasks(block: TableBlock, form: Form, sketch: Sketch, row: number) {
  const sides = besideMoney(block, form, row);
  const header = sides && moneyHeader(sides.money, form.columns, row);
  if (!sides || !header) return undefined;
  const next = readMoney(sides.money, form, header, sketch);
  return Math.max(next, readTasks(sides.tasks, form, sketch, row) ?? row + 1);
}

/** Reads whatever begins in this row; the row after it. Notes run to the end. */
function step(walk: Walk, row: number): number {
  const { block, form, sketch } = walk;
  const header = indicatorHeader(block, form.columns, row);
  if (header) {
    walk.header = header;
    beside(block, header, sketch);
    const read = readIndicators(block, header, sketch, (r) => ends(walk, r));
    walk.header = read.header;
    return read.next;
  }
  if (sketch.indicators.length > 0 && isTotal(block, form, row, edgeOf(walk))) {
    readTotal(block, form, sketch, row, walk.header?.spans ?? []);
    return row + 1;
  }
  const tasks = readBesideTasks(block, form, sketch, row) ?? readTasks(block, form, sketch, row);
  if (tasks !== undefined) return tasks;
  const across = sketch.money.length === 0 ? readAcross(block, form, sketch, row) : undefined;
  if (across !== undefined) return across;
  const money = moneyHeader(block, form.columns, row);
  if (money) return readMoney(block, form, money, sketch);
  const first = wordsIn(block, row)[0];
  if (first && isNoteHead(first.text) && sketch.indicators.length > 0) {
    readNotes(block, sketch, row);
    return block.bottom + 1;
  }
  const goal = readGoal(block, form, sketch, row);
  if (goal !== undefined) return goal;
  if (sketch.indicators.length === 0 && readEarlyTotal(block, form, sketch, row)) {
    readTexts(block, form, sketch, row);
    return row + 1;
  }
  if (sketch.indicators.length === 0 && readInline(block, form, sketch, row)) {
    sketch.header = Math.min(sketch.header, row);
    return row + 1;
  }
  readTexts(block, form, sketch, row);
  return row + 1;
}

function readBlock(form: Form, region: Region, top: number, bottom: number): EvaluationReading {
  const block = blockOf(region, top, bottom);
  const walk: Walk = { block, form, sketch: emptySketch() };
  for (let row = top; row <= bottom; ) {
    const next = step(walk, row);
    if (wordsIn(block, row).length > 0) walk.sketch.end = Math.min(next, bottom + 1);
    row = Math.max(next, row + 1);
  }
  const { sketch } = walk;
  if (!sketch.total && sketch.earlyTotal) {
    sketch.total = sketch.earlyTotal;
    delete sketch.earlyTotal;
  }
  adoptTasks(form, sketch);
  settleLoose(block, sketch);
  return { form, region, block, sketch };
}

/** Rows on which another project begins: 项目名称 a second time below a list of indicators. */
function starts(form: Form, region: Region): number[] {
  const block = blockOf(region, region.body, region.bottom);
  const rows: number[] = [];
  let headers = 0;
  for (let row = region.body; row <= region.bottom; row += 1) {
    const first = wordsIn(block, row)[0];
    if (indicatorHeader(block, form.columns, row)) headers += 1;
    if (!first || called(form.labels, first.text.replace(/[:：].*$/, ''))?.key !== '项目名称')
      continue;
    if (rows.length === 0 || headers > 0) rows.push(row);
    headers = 0;
  }
  return rows.length > 1 ? rows.map((r, i) => (i === 0 ? region.body : r)) : [region.body];
}

/** So many numbers make a table that has been filled. */
const FILLED = 5;
/** 绩效自评表 of a region: each with indicators; none where no header could be made out. */
export function readEvaluations(form: Form, region: Region): EvaluationReading[] {
  const rows = starts(form, region);
  return rows
    .map((top, i) => readBlock(form, region, top, (rows[i + 1] ?? region.bottom + 1) - 1))
    .filter((r) => r.sketch.indicators.length > 0 || isBlank(r));
}

/** A form that is still to be filled: its header is known, and hardly a number stands in it. */
function isBlank({ block, region, sketch }: EvaluationReading): boolean {
  let numbers = 0;
  for (let row = block.top; row <= block.bottom; row += 1) {
    for (let c = block.left; c <= block.right; c += 1)
      if (typeof region.view.cell(row, c)?.value === 'number') numbers += 1;
  }
  return sketch.seen.size > 0 && numbers < FILLED;
}

/** Words of a performance table under a title: without them the title was only a mention. */
export function hintsAtEvaluation(region: Region): boolean {
  const words = /一级指标|二级指标|三级指标|绩效指标|执行率|自评得分|实际完成|偏差|指标值/;
  let hints = 0;
  const block = blockOf(region, region.body, region.bottom);
  for (let row = region.body; row <= region.bottom && hints < 3; row += 1) {
    hints += wordsIn(block, row).filter((e) => e.text.length < 30 && words.test(e.text)).length;
  }
  return hints >= 3;
}
