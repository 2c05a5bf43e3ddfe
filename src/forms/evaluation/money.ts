// The money block of a performance table: its rows and the cells under its headings. Knows declared
// rows; reads no figure.
import type { Item } from '../../facts/fact.ts';
import { itemOf } from '../draft.ts';
import type { Form, ItemDeclaration } from '../form.ts';
import { type Header, inlineMoney, type Span } from './header.ts';
import { type Block, type Entry, isNumber, rightOf, strays, wordsIn } from './lines.ts';
import { type Row, type Sketch, type Slot, wording } from './sketch.ts';
import { called, headOf, isGoal, pointsIn } from './words.ts';

const MONEY_UNIT = /\((元|千元|万元|亿元)\)|单位[:：](元|千元|万元|亿元)/;

/** The cell of a row under a heading: the first with content, else the first. */
export function cellUnder(block: Block, row: number, span: Span): Entry | undefined {
  let first: Entry | undefined;
  for (let column = span.left; column <= span.right; column += 1) {
    const entry = block.entry(row, column);
    if (entry.left < span.left) continue;
    first ??= entry;
    if (entry.text !== '') return entry;
  }
  return first;
}

const rowsOf = (form: Form): readonly ItemDeclaration[] =>
  (form.rows ?? []).filter((d) => d.groups?.includes('资金'));

function itemFor(sketch: Sketch, form: Form, printed: string): Item {
  const known = printed ? called(rowsOf(form), printed) : undefined;
  const taken = (key: string): boolean => sketch.money.some((m) => m.item.key === key);
  if (known && !taken(known.key)) {
    const parent = known.of === '财政拨款' && !taken('财政拨款') ? '年度资金总额' : known.of;
    const item = itemOf(known, printed);
    const groups = parent === known.of ? item.groups : ['资金', '资金来源'];
    return parent ? { ...item, of: parent, groups } : { ...item, groups };
  }
  const whole = rowsOf(form)[0]!;
  if (!printed && !taken(whole.key)) return itemOf(whole, whole.names[0]!);
  const name = headOf(printed) || `资金${sketch.money.length + 1}`;
  const key = taken(name) ? `${name}#${sketch.money.length + 1}` : name;
  return { key, names: [name], printed, groups: ['资金'], members: {} };
}

/** Name of a money row: the nearest words left of its figures that begin no higher than the row. */
function labelOf(block: Block, header: Header, row: number): Entry | undefined {
  const first = Math.min(...header.spans.map((s) => s.left));
  return wordsIn(block, row)
    .filter((e) => e.right < first && !isNumber(block, e))
    .at(-1);
}

function slotsOf(block: Block, header: Header, row: number): { slots: Slot[]; reason?: Entry } {
  const slots: Slot[] = [];
  let reason: Entry | undefined;
  for (const span of header.spans) {
    const entry = cellUnder(block, row, span);
    if (!entry || entry.top < row || slots.some((s) => s.column === span.key)) continue;
    if (span.key === '原因') reason = entry;
    else slots.push({ column: span.key, at: entry.at, percent: span.text.includes('%') });
  }
  return { slots, ...(reason && { reason }) };
}

const amountish = (block: Block, slots: readonly Slot[]): boolean =>
  slots.some((s) => {
    const entry = block.entry(s.at.row, s.at.column);
    return isNumber(block, entry) || /\d/.test(entry.text);
  });

function noteUnit(sketch: Sketch, text: string): void {
  const unit = MONEY_UNIT.exec(text);
  if (unit) sketch.moneyUnit ??= unit[1] ?? unit[2]!;
}

function noteHeadings(block: Block, sketch: Sketch, header: Header): void {
  for (const entry of block.line(header.top)) {
    if (entry.text === '') continue;
    noteUnit(sketch, entry.text);
    const span = header.spans.find((s) => s.heading.left === entry.left);
    const points = pointsIn(entry.text);
    if (points && span?.key !== '得分') {
      sketch.executionWeight ??= { points, text: entry.raw.trim(), location: entry.at };
    }
    if (span?.key === '得分' && /[*×xX]/.test(entry.text))
      sketch.executionMethod ??= wording(entry);
  }
}

/** Whether a row under a money header still belongs to it. */
function belongs(block: Block, form: Form, label: Entry | undefined, row: number): boolean {
  const left = wordsIn(block, row)[0];
  if (left && (isGoal(left.text) || called(form.labels ?? [], left.text))) return false;
  return !(label && isGoal(label.text));
}

/** A heading above the names of the rows is a caption and no column: 年度预算数（万元）over 总额. */
function withoutCaption(block: Block, form: Form, header: Header): Header {
  const isCaption = (span: Span): boolean => {
    const below = cellUnder(block, header.bottom + 1, span);
    if (!below || called(rowsOf(form), below.text) === undefined) return false;
    // With its amounts under the same heading it is one of two sides.
    const beside = rightOf(block, below);
    return !beside || beside.right > span.right || !/\d/.test(beside.text);
  };
  return { ...header, spans: header.spans.filter((span) => !isCaption(span)) };
}

/** 资金行 under a header; the first row after them. */
export function readMoney(block: Block, form: Form, whole: Header, sketch: Sketch): number {
  const header = withoutCaption(block, form, whole);
  noteHeadings(block, sketch, header);
  sketch.header = Math.min(sketch.header, header.top);
  for (const span of header.spans) sketch.seen.add(`资金·${span.key}`);
  let row = header.bottom + 1;
  for (; row <= block.bottom; row += 1) {
    const label = labelOf(block, header, row);
    if (!belongs(block, form, label, row)) break;
    const { slots, reason } = slotsOf(block, header, row);
    const known = label && called(rowsOf(form), label.text);
    if (!amountish(block, slots) && !known) {
      if (label || wordsIn(block, row).length > 0) break;
      continue;
    }
    if (slots.length === 0) break;
    if (!known && readBeside(block, form, sketch, header, row)) continue;
    const item = itemFor(sketch, form, label?.text ?? '');
    for (const { at } of strays(block, row, header.spans, label?.right ?? block.left)) {
      sketch.doubts.push({ location: at, why: '所在的栏没有认出' });
    }
    sketch.money.push({ item, slots, ...(reason && { reason: wording(reason) }) });
  }
  return row;
}

/**
 * 其中：一般公共预算 1432.80 | 其中：基本支出 980.30: names under the headings of amounts say that the row
 * has amounts of its own beside them.
 */
function readBeside(
  block: Block,
  form: Form,
  sketch: Sketch,
  header: Header,
  row: number,
): boolean {
  const isName = (text: string): boolean => /\p{Script=Han}{2}/u.test(text) && !/\d/.test(text);
  const { slots } = slotsOf(block, header, row);
  const under = slots.map(({ at }) => block.entry(at.row, at.column));
  if (!under.some((e) => !isNumber(block, e) && called(rowsOf(form), e.text) && isName(e.text)))
    return false;
  sketch.sides = header.spans.filter((span) => span.right > span.left);
  const before = sketch.money.length;
  readInline(block, form, sketch, row);
  // A rate to the right of both sides belongs to the row they share.
  const own = sketch.money[before];
  const narrow = slots.filter(
    ({ at }) => !sketch.sides.some((s) => s.left <= at.column && at.column <= s.right),
  );
  if (own && sketch.sides.length > 1)
    sketch.money[before] = { ...own, slots: [...own.slots, ...narrow] };
  const read = new Set(
    sketch.money.flatMap((m) => m.slots.map((s) => `${s.at.row},${s.at.column}`)),
  );
  for (const entry of block.line(row)) {
    const loose = isNumber(block, entry) && !read.has(`${entry.at.row},${entry.at.column}`);
    if (loose) sketch.doubts.push({ location: entry.at, why: '所在的栏没有认出' });
  }
  return true;
}

/** Rows whose amounts stand beside their names; of two sides with the same name it is one row. */
function rowsBeside(block: Block, form: Form, sketch: Sketch, row: number): Row[] {
  const rows: { item: Item; slots: Slot[] }[] = [];
  const sides = sketch.sides.length > 1 ? sketch.sides : [];
  for (const label of wordsIn(block, row)) {
    const known = called(rowsOf(form), label.text);
    const value = rightOf(block, label);
    if (!known || !value || (value.text !== '' && !/\d/.test(value.text))) continue;
    const side = sides.find((s) => label.left >= s.left && value.right <= s.right);
    const slot = { column: side?.key ?? '金额', at: value.at };
    const other = side && rows.find((r) => r.item.names[0] === known.names[0]);
    if (other) other.slots.push(slot);
    else rows.push({ item: itemFor(sketch, form, label.text), slots: [slot] });
  }
  return rows;
}

/** Amounts beside their labels: 基本支出总额 643.59 项目支出总额 103.92; 预算数 35 执行数 29.45. */
export function readInline(block: Block, form: Form, sketch: Sketch, row: number): boolean {
  const rows: Row[] = rowsBeside(block, form, sketch, row);
  const pairs = rows.length > 0 ? [] : inlineMoney(block, form.columns, row);
  if (pairs.length > 1) {
    const slots = pairs.map(({ key, value, label }) => ({
      column: key,
      at: value.at,
      percent: label.text.includes('%'),
    }));
    rows.push({ item: itemFor(sketch, form, ''), slots: slots.filter((s) => s.column !== '原因') });
    sketch.sides = pairs.map(({ key, value, label }) => ({
      key,
      left: label.left,
      right: value.right,
    }));
  }
  if (rows.length > 0) for (const { text } of wordsIn(block, row)) noteUnit(sketch, text);
  sketch.money.push(...rows);
  return rows.length > 0;
}
