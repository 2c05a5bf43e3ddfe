// Where tables stand that draw no line between their columns: in runs of lines that look like rows, between rulings
// across, in a box. Knows figures by their look; sees no column.
import type { Line } from './lines.ts';
import { looksLikeFigure } from './rows.ts';
import type { RuledFrame } from './ruled.ts';
import type { Ruling } from './strokes.ts';
import { wordsOfLine } from './words.ts';

const SENTENCE = /[。；！？]|[，：:].*[，：:]/;
/** Stands over a table and is none of its rows. */
const OVER = /单位[:：]|部门[:：]|公开\d+表|表(?:[（(].{1,12}[)）])?$/;
/** Stands under a table. */
const UNDER =
  /^(?:单位)?负责人|填表人[:：]|制表人[:：]|联系电话|^[（(]?(?:附?注|备注|说明)\d*[:：]/;

/** A line and how many figures stand in it. */
export interface Counted {
  readonly line: Line;
  readonly figures: number;
}

/** A line with the number of its amounts, codes and dashes. */
export function counted(line: Line): Counted {
  const figures = wordsOfLine(line, 0.45).filter(looksLikeFigure).length;
  return { line, figures };
}

const hasAmount = ({ line }: Counted): boolean =>
  wordsOfLine(line).some(({ text }) => /^[-－]?[\d,]*\d\.\d+$/.test(text));

/** Rows of several figures, or of one amount each: more than one, since a sentence may hold one. */
const hasRows = (lines: readonly Counted[]): boolean =>
  lines.some(isRow) || lines.filter((l) => hasAmount(l) && !isForeignLine(l)).length > 1;

const PAGE_NUMBER = /^[-—–―－·~\s]*\d{1,4}[-—–―－·~\s]*$/;
/**
 * Whether a line looks like a row of a table: two figures or more, or 栏次, and no sentence and no page number.
 */
export const isRow = ({ line, figures }: Counted): boolean =>
  (figures > 1 || wordsOfLine(line, 0.45).some(({ text }) => text === '栏次')) &&
  !SENTENCE.test(line.text) &&
  !PAGE_NUMBER.test(line.text);
/** Whether a line belongs to no row: a sentence, or what stands over or under a table (单位, 部门, its title, 负责人). */
export const isForeignLine = ({ line: { text } }: Counted): boolean =>
  SENTENCE.test(text) || OVER.test(text) || UNDER.test(text);

/** Whether a line stands over a table and is none of its head: its title, its number, 单位, 部门. */
export const isOverTable = ({ line: { text } }: Counted): boolean => OVER.test(text.trim());

/** Where a table stands, and the rulings across it that it has. */
export interface LineRegion {
  readonly lines: readonly Counted[];
  readonly rules: readonly Ruling[];
}

const TITLE = /[^\d]表(?:[（(].{1,12}[)）])?$/;
/** Words of a head: what a table without a row may be known by. */
const HEAD = /项\s*目|科目|[决预]算数|[合小]\s*计/;
/** Lines a title may stand above its table, with number, unit and department between. */
const REACH = 4;

/** Whether a title and a unit stand over a place: a table without a row begins there. */
function isTitled(lines: readonly Counted[], top: number): boolean {
  const over = lines.filter(({ line }) => line.base < top).slice(-REACH);
  const at = over.findLastIndex(({ line }) => TITLE.test(line.text.trim()));
  return at >= 0 && over.slice(at).some(({ line }) => /单位[:：]/.test(line.text));
}

/** Lines that are the head of a table, though no row is under it. */
const isEmptyTable = (own: readonly Counted[], all: readonly Counted[]): boolean => {
  const [first] = own;
  if (!first || !own.some(({ line }) => HEAD.test(line.text) && wordsOfLine(line).length > 1))
    return false;
  return isTitled(all, first.line.base - first.line.size * 0.5);
};

/** Heads of tables that have no row, between the unit over them and what stands under them. */
export function emptyBlocks(lines: readonly Counted[], all: readonly Counted[]): LineRegion[] {
  const blocks: LineRegion[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    if (isForeignLine(lines[i]!)) continue;
    let last = i;
    const next = () => lines[last + 1];
    while (next() && !isForeignLine(next()!) && spacing(lines[last]!, next()!) < 4) last += 1;
    const own = lines.slice(i, last + 1);
    if (own.length > 1 && !own.some(isRow) && isEmptyTable(own, all))
      blocks.push({ lines: own, rules: [] });
    i = last;
  }
  return blocks;
}

/** Whether a line closes the bracket that the one before it opened. */
const closes = (before: string, text: string): boolean =>
  /[（(][^）)]*$/.test(before) && /^[^（(]{1,6}[）)]$/.test(text.trim());

const spacing = (a: Counted, b: Counted): number => (b.line.base - a.line.base) / a.line.size;

/**
 * Runs of lines that look like rows, with the lines of their head: tables without any ruling.
 * @param goesOnFrom whether a run may be the rest of the table on the page before: then one row is enough
 */
export function blocksOf(
  lines: readonly Counted[],
  goesOnFrom: (own: readonly Counted[]) => boolean,
): LineRegion[] {
  const blocks: LineRegion[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    // What goes on from the page before may begin with rows that hold one amount, or none.
    const isNext = blocks.length === 0 && !isForeignLine(lines[i]!) && goesOnFrom([lines[i]!]);
    if (!isRow(lines[i]!) && !isNext) continue;
    let [first, last] = [i, i];
    const goesOn = (from: number, to: number): boolean =>
      lines[to] !== undefined &&
      !isForeignLine(lines[to]!) &&
      spacing(lines[from]!, lines[to]!) < 4;
    while (first > 0 && goesOn(first - 1, first) && !isForeignLine(lines[first - 1]!)) first -= 1;
    while (goesOn(last, last + 1)) last += 1;
    // 单位：万元） may be folded within the brackets behind a title.
    if (first < i && closes(lines[first - 1]?.line.text ?? '', lines[first]!.line.text)) first += 1;
    const own = lines.slice(first, last + 1);
    const over = lines[first - 1];
    const isRest = blocks.length === 0 && goesOnFrom(own);
    const least = isRest || (over && OVER.test(over.line.text)) ? 1 : 3;
    if (own.filter(isRow).length >= least || (isRest && own.some(hasAmount)))
      blocks.push({ lines: own, rules: [] });
    i = last;
  }
  return blocks;
}

const sameReach = (a: Ruling, b: Ruling): boolean =>
  Math.abs(a.from - b.from) < 4 && Math.abs(a.to - b.to) < 4;

/**
 * Rulings across that begin and end under each other, with what stands between them; no ruling down.
 * @param goesOnFrom whether lines begin with the head of the table on the page before: then no row need be among them
 */
export function barred(
  lines: readonly Counted[],
  across: readonly Ruling[],
  goesOnFrom: (own: readonly Counted[]) => boolean,
): LineRegion[] {
  const groups: Ruling[][] = [];
  for (const rule of [...across].sort((a, b) => a.at - b.at)) {
    const group = groups.find((g) => sameReach(g[0]!, rule));
    if (group) group.push(rule);
    else groups.push([rule]);
  }
  return groups.flatMap((rules) => rowsBetween(rules, lines, across, goesOnFrom));
}

/** A head between rulings with the rows under it, where the page ends before the last ruling. */
function withRows<T extends LineRegion>(head: T, all: readonly Counted[]): T {
  const from = all.indexOf(head.lines.at(-1)!);
  let last = from;
  const next = () => all[last + 1];
  while (next() && !isForeignLine(next()!) && spacing(all[last]!, next()!) < 4) last += 1;
  const rows = all.slice(from + 1, last + 1);
  return rows.filter(isRow).length > 1 ? { ...head, lines: [...head.lines, ...rows] } : head;
}

/** A group of rulings parted where something else than a table stands between two of them. */
function rowsBetween(
  rules: readonly Ruling[],
  lines: readonly Counted[],
  across: readonly Ruling[],
  goesOnFrom: (own: readonly Counted[]) => boolean,
): LineRegion[] {
  const { from, to } = rules[0]!;
  const regions: { lines: Counted[]; rules: Ruling[] }[] = [];
  let open = false;
  for (const [i, rule] of rules.slice(0, -1).entries()) {
    const next = rules[i + 1]!;
    const own = lines.filter(
      ({ line }) =>
        line.base > rule.at &&
        line.base - line.size * 0.3 < next.at &&
        line.left > from - 2 &&
        line.right < to + 2,
    );
    if (own.some(isForeignLine) && !own.some((l) => isRow(l) || hasAmount(l))) open = false;
    else if (open) regions.at(-1)!.lines.push(...own);
    else {
      regions.push({ lines: own, rules: [rule] });
      open = true;
    }
    if (open) regions.at(-1)!.rules.push(next);
  }
  const within = ({ rules: own }: LineRegion) =>
    across.filter(
      (r) => r.at > own[0]!.at && r.at < own.at(-1)!.at && r.from > from - 4 && r.to < to + 4,
    );
  const isTable = (own: readonly Counted[]) =>
    hasRows(own) || goesOnFrom(own) || isEmptyTable(own, lines);
  return regions
    .map((r) => (hasRows(r.lines) || r.lines.length === 0 ? r : withRows(r, lines)))
    .filter((r) => r.rules.length > 2 && isTable(r.lines))
    .map((r) => ({
      ...r,
      rules: [...new Set([...r.rules, ...within(r)])].sort((a, b) => a.at - b.at),
    }));
}

/** Rows in a box that has no line between its columns. */
export function boxed(lines: readonly Counted[], boxes: readonly RuledFrame[]): LineRegion[] {
  const regions = boxes.map(({ left, right, top, bottom, across }): LineRegion => {
    const own = lines.filter(
      ({ line }) =>
        line.left > left - 2 &&
        line.right < right + 2 &&
        line.base > top &&
        line.base - line.size * 0.4 < bottom,
    );
    return { lines: own, rules: across };
  });
  return regions.filter(({ lines: own }) => own.some(isRow) || isEmptyTable(own, lines));
}
