// Texts of a performance table beside its figures: project, department, goals, boxes to fill, tick
// boxes, notes. Knows declared labels; judges nothing.
import type { Wording } from '../../facts/evaluation.ts';
import { itemOf } from '../draft.ts';
import type { Form, ItemDeclaration } from '../form.ts';
import type { ColumnSpan } from './header.ts';
import { cellRightOf, isNumber, type LineCell, type TableBlock, wordsIn } from './lines.ts';
import { type Sketch, type Slot, wording } from './sketch.ts';
import {
  called,
  headOf,
  isCalled,
  isGoal,
  isNoteHead,
  optionsIn,
  pointsIn,
  totalIn,
} from './words.ts';

const IGNORED = ['联系人'];

const weightOf = (entry: LineCell) => {
  const points = pointsIn(entry.text);
  return points && { points, text: entry.raw.trim(), location: entry.at };
};

/** 预期目标 | 实际完成情况 with their texts below. */
function goalColumns(form: Form, entries: readonly LineCell[]) {
  const find = (key: string): LineCell | undefined =>
    entries.find((e) => called(form.labels, e.text)?.key === key);
  const [wanted, done] = [find('预期目标'), find('实际完成情况')];
  // Set side by side, whether or not the cells between are merged.
  if (!wanted || !done || entries.indexOf(done) !== entries.indexOf(wanted) + 1) return undefined;
  return { wanted, done };
}

function below(block: TableBlock, entry: LineCell): Wording {
  return wording(block.entry(Math.min(entry.bottom + 1, block.bottom), entry.left));
}

/**
 * 年度目标: a heading with its text beside it, or over columns. Gives the row after it; undefined where no goal
 * begins in this row.
 */
export function readGoal(
  block: TableBlock,
  form: Form,
  sketch: Sketch,
  row: number,
): number | undefined {
  const entries = wordsIn(block, row);
  const heading = entries.find((e) => isGoal(e.text));
  const columns = goalColumns(form, entries);
  if (columns) {
    const weight = heading && weightOf(heading);
    sketch.goals.push({
      heading: wording(heading ?? columns.wanted),
      text: below(block, columns.wanted),
      done: below(block, columns.done),
      ...(weight && { weight }),
    });
    return Math.max(columns.wanted.bottom, columns.done.bottom) + 2;
  }
  if (!heading) return undefined;
  const beside = cellRightOf(block, heading);
  const label = beside && called(form.labels, beside.text);
  const value = label && beside ? cellRightOf(block, beside) : beside;
  const weight = weightOf(heading);
  sketch.goals.push({
    heading: wording(heading),
    ...(value && { text: wording(value) }),
    ...(weight && { weight }),
  });
  return heading.bottom > row ? row + 1 : heading.bottom + 1;
}

/** A label with its text in the same cell: 项目名称：…. */
function inOneCell(form: Form, entry: LineCell): { key: string; wording: Wording } | undefined {
  const m = /^\s*([^:：]{2,20})[:：]\s*(\S[\s\S]*)$/.exec(entry.raw);
  const known = m && called(form.labels, m[1]!);
  return known
    ? { key: known.key, wording: { text: m[2]!.trim(), location: entry.at } }
    : undefined;
}

function keepText(sketch: Sketch, key: string, text: Wording): void {
  if (!IGNORED.includes(key) && !sketch.texts.has(key)) sketch.texts.set(key, text);
}

function readChoice(sketch: Sketch, label: LineCell, value: LineCell): boolean {
  const options = optionsIn(value.raw);
  if (options.length === 0) return false;
  sketch.choices.push({ name: headOf(label.text), location: value.at, options });
  return true;
}

/** Labels and their texts in one row; whether anything was found. */
export function readTexts(block: TableBlock, form: Form, sketch: Sketch, row: number): boolean {
  let found = false;
  for (const entry of wordsIn(block, row)) {
    const known = called(form.labels, entry.text);
    const value = cellRightOf(block, entry);
    if (value && readChoice(sketch, entry, value)) {
      found = true;
      continue;
    }
    const whole = entry.left === block.left && entry.right >= block.right;
    if (known) {
      const blank: Wording = { text: '', location: entry.at };
      const isLabel = value && called(form.labels, value.text);
      const text = whole ? below(block, entry) : value && !isLabel ? wording(value) : blank;
      keepText(sketch, known.key, text);
    } else {
      const own = inOneCell(form, entry);
      if (!own) continue;
      keepText(sketch, own.key, own.wording);
    }
    found = true;
  }
  return found;
}

/** Labels that close the list of indicators: boxes, notes, goals. They begin where its names do. */
export function isOtherLine(block: TableBlock, form: Form, row: number, edge: number): boolean {
  const first = wordsIn(block, row)[0];
  if (!first || first.left > edge) return false;
  if (isGoal(first.text) || isNoteHead(first.text)) return true;
  return called(form.labels, first.text) !== undefined || inOneCell(form, first) !== undefined;
}

const totalOf = (form: Form): ItemDeclaration => form.rows!.find((d) => d.key === '总分')!;

/** Whether a row is that of 总分: its first words, no farther right than column `edge`, are its label. */
export function isTotal(block: TableBlock, form: Form, row: number, edge: number): boolean {
  const first = wordsIn(block, row)[0];
  if (!first || first.left > edge) return false;
  const total = totalOf(form);
  if (totalIn(first.text, total)) return true;
  return first.right < block.right && isCalled(total, first.text);
}

/** 总分 and the points it is out of, under the columns of the indicators or beside the label. */
export function readTotal(
  block: TableBlock,
  form: Form,
  sketch: Sketch,
  row: number,
  spans: readonly ColumnSpan[],
): void {
  const label = wordsIn(block, row)[0]!;
  const item = itemOf(totalOf(form), label.raw.trim());
  const inside = totalIn(label.text, totalOf(form));
  if (inside) {
    sketch.total ??= { item, slots: [{ column: '得分', at: label.at, within: inside.points }] };
    return;
  }
  const beside = block.line(row).filter((e) => e.left > label.right && e.top === row);
  const under = (key: string): LineCell | undefined => {
    const span = spans.filter((s) => s.key === key).at(-1);
    return span && beside.find((e) => e.left <= span.right && e.right >= span.left);
  };
  const numbers = beside.filter((e) => isNumber(block, e) || /^\d+(?:\.\d+)?分?$/.test(e.text));
  const weight = under('权重');
  const own = under('得分');
  const score = own && (own.text !== '' || numbers.length === 0) ? own : numbers.at(-1);
  const only = score && weight && score.left === weight.left && own && own.left !== weight.left;
  const slots: Slot[] = [];
  if (weight && own && weight.left !== own.left) slots.push({ column: '权重', at: weight.at });
  if (score && !only) slots.push({ column: '得分', at: score.at });
  else if (own) slots.push({ column: '得分', at: own.at });
  if (slots.length > 0) sketch.total ??= { item, slots };
}

/** 自评总分 97.6 above the indicators. */
export function readEarlyTotal(
  block: TableBlock,
  form: Form,
  sketch: Sketch,
  row: number,
): boolean {
  const declared = totalOf(form);
  for (const label of wordsIn(block, row)) {
    if (!/分/.test(label.text) || !isCalled(declared, label.text)) continue;
    const under =
      label.bottom < block.bottom ? block.entry(label.bottom + 1, label.left) : undefined;
    const value = [cellRightOf(block, label), under].find(
      (e) => e && (isNumber(block, e) || /^\d+(?:\.\d+)?分?$/.test(e.text)),
    );
    if (!value) continue;
    const item = { ...itemOf(declared, label.raw.trim()), key: '表头总分' };
    sketch.earlyTotal = { item, slots: [{ column: '得分', at: value.at }] };
    return true;
  }
  return false;
}

/** 备注 from a heading to the end of the table, one entry a paragraph. */
export function readNotes(block: TableBlock, sketch: Sketch, from: number): void {
  for (let row = from; row <= block.bottom; row += 1) {
    for (const entry of wordsIn(block, row)) {
      for (const text of entry.raw.split(/\n+/)) {
        const words = text.trim();
        if (words && !/^(?:备注|注|说明)[:：]?$/.test(words)) {
          sketch.notes.push({ text: words, location: entry.at });
        }
      }
    }
  }
}
