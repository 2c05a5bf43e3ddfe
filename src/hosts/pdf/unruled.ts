// Tables that are ruled in part or not at all: rows and columns seen by how amounts stand under each
// other. Says little: what is not plainly a table stays text. Knows amounts by their look.
import { filled } from './cells.ts';
import { columnsOf, type Heading, headingsOf } from './columns.ts';
import { type Line, linesOf } from './lines.ts';
import type { Glyph } from './page.ts';
import { FILLER, isFigure, rowBreaks } from './rows.ts';
import type { Frame, Lattice, Slot } from './ruled.ts';
import type { Ruling } from './strokes.ts';
import { wordsOf } from './words.ts';

const EXACT = /^[-－]?[\d,]*\d\.\d+$/;
const SENTENCE = /[。；！？]|[，：:].*[，：:]/;
/** Stands over a table and is none of its rows. */
const OVER = /单位[:：]|部门[:：]|公开\d+表|表$/;

/** Parts of a line with room between them: its cells. */
export function segmentsOf(line: Line, room = 0.9): Line[] {
  const groups: Glyph[][] = [];
  for (const glyph of line.glyphs) {
    const last = groups.at(-1)?.at(-1);
    if (last && glyph.left - last.right < glyph.size * room) groups.at(-1)!.push(glyph);
    else groups.push([glyph]);
  }
  return groups.map((g) => linesOf(g)[0]!);
}

/** Whether amounts of a row stand under each other without a ruling between them. */
function isPiled(slots: readonly Slot[], own: ReadonlyMap<Slot, readonly Glyph[]>): boolean {
  const cells = slots.map((slot) => linesOf(own.get(slot) ?? []));
  const piled = cells.filter((lines) => lines.length > 1 && lines.every(isFigure));
  const amounts = piled.filter((lines) => lines.some((l) => EXACT.test(l.text)));
  const dashed = piled.filter((lines) => lines.some((l) => FILLER.test(l.text)));
  const pure = amounts.filter((lines) => lines.every((l) => EXACT.test(l.text)));
  return (
    pure.length > 1 ||
    pure.some((lines) => lines.length > 2) ||
    dashed.length > 1 ||
    amounts.some((lines) => lines.length > 3) ||
    (piled.length > 1 && amounts.some((lines) => lines.length > 2))
  );
}

/** Rulings that a table leaves out between its rows. */
export function rowsWithin(frame: Frame, lattice: Lattice, glyphs: readonly Glyph[]): Ruling[] {
  const own = filled(lattice, glyphs);
  const added: Ruling[] = [];
  for (let row = 0; row < lattice.ys.length - 1; row += 1) {
    const slots = lattice.slots.filter((s) => s.row === row && s.lastRow === row);
    if (!isPiled(slots, own)) continue;
    const places = rowBreaks(slots.map((slot) => own.get(slot) ?? []));
    added.push(...places.map((at) => ({ at, from: frame.left, to: frame.right })));
  }
  return added;
}

/** A line and how many figures stand in it. */
interface Counted {
  readonly line: Line;
  readonly figures: number;
}

function counted(line: Line): Counted {
  const figures = wordsOf(line, 0.45).filter(isFigure).length;
  return { line, figures };
}

/** — 1 — at the foot of a page. */
const PAGE_NUMBER = /^[-—–―－·~\s]*\d{1,4}[-—–―－·~\s]*$/;
const isRow = ({ line, figures }: Counted): boolean =>
  (figures > 1 || /^栏次/.test(line.text)) &&
  !SENTENCE.test(line.text) &&
  !PAGE_NUMBER.test(line.text);
const isForeign = ({ line }: Counted): boolean => SENTENCE.test(line.text) || OVER.test(line.text);

/** Where a table stands, and the rulings across it that it has. */
interface Region {
  readonly lines: readonly Counted[];
  readonly rules: readonly Ruling[];
}

const spacing = (a: Counted, b: Counted): number => (b.line.base - a.line.base) / a.line.size;

/** Runs of lines that look like rows, with the lines of their head: tables without any ruling. */
function blocksOf(lines: readonly Counted[]): Region[] {
  const blocks: Region[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    if (!isRow(lines[i]!)) continue;
    let [first, last] = [i, i];
    const goesOn = (from: number, to: number): boolean =>
      lines[to] !== undefined && !isForeign(lines[to]!) && spacing(lines[from]!, lines[to]!) < 4;
    while (first > 0 && goesOn(first - 1, first) && !isForeign(lines[first - 1]!)) first -= 1;
    while (goesOn(last, last + 1)) last += 1;
    const own = lines.slice(first, last + 1);
    const over = lines[first - 1];
    const least = over && OVER.test(over.line.text) ? 1 : 3;
    if (own.filter(isRow).length >= least) blocks.push({ lines: own, rules: [] });
    i = last;
  }
  return blocks;
}

const sameReach = (a: Ruling, b: Ruling): boolean =>
  Math.abs(a.from - b.from) < 4 && Math.abs(a.to - b.to) < 4;

/** Rulings across that begin and end under each other, with what stands between them; no ruling down. */
function barred(lines: readonly Counted[], across: readonly Ruling[]): Region[] {
  const groups: Ruling[][] = [];
  for (const rule of [...across].sort((a, b) => a.at - b.at)) {
    const group = groups.find((g) => sameReach(g[0]!, rule));
    if (group) group.push(rule);
    else groups.push([rule]);
  }
  return groups.flatMap((rules) => rowsBetween(rules, lines, across));
}

/** A group of rulings parted where something else than a table stands between two of them. */
function rowsBetween(
  rules: readonly Ruling[],
  lines: readonly Counted[],
  across: readonly Ruling[],
): Region[] {
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
    if (own.some(isForeign) && !own.some(isRow)) open = false;
    else if (open) regions.at(-1)!.lines.push(...own);
    else {
      regions.push({ lines: own, rules: [rule] });
      open = true;
    }
    if (open) regions.at(-1)!.rules.push(next);
  }
  const within = ({ rules: own }: Region) =>
    across.filter(
      (r) => r.at > own[0]!.at && r.at < own.at(-1)!.at && r.from > from - 4 && r.to < to + 4,
    );
  return regions
    .filter((r) => r.lines.some(isRow) && r.rules.length > 2)
    .map((r) => ({
      ...r,
      rules: [...new Set([...r.rules, ...within(r)])].sort((a, b) => a.at - b.at),
    }));
}

/** Lines over the first row: all that stand there but the first half of its name. */
function headOf({ lines, rules }: Region): Line[] {
  const first = lines.findIndex(isRow);
  const row = lines[first]!.line;
  const rule = rules.filter((r) => r.at < row.base - row.size * 0.5).at(-1)?.at;
  const head = lines.slice(0, first).map((l) => l.line);
  if (rule !== undefined && rule > lines[0]!.line.base) return head.filter((l) => l.base < rule);
  const last = head.at(-1);
  return last && row.base - last.base < row.size ? head.slice(0, -1) : head;
}

/** 框线 of a table as if its columns had been ruled. */
function frameOf(region: Region): Frame | undefined {
  const lines = region.lines.map((l) => l.line);
  const head = headOf(region);
  const body = lines.filter((l) => !head.includes(l));
  const rows = region.lines.filter(isRow).map((l) => l.line);
  const columns = columnsOf(body, rows, head);
  if (columns.length < 3) return undefined;
  const ends = (pick: (r: Ruling) => number) => region.rules.map(pick);
  const left = Math.min(...lines.map((l) => l.left - 2), ...ends((r) => r.from));
  const right = Math.max(...lines.map((l) => l.right + 2), ...ends((r) => r.to));
  const top = Math.min(...lines.map((l) => l.base - l.size), ...ends((r) => r.at));
  const bottom = Math.max(...lines.map((l) => l.base + l.size * 0.3), ...ends((r) => r.at));
  const first = Math.min(...body.map((l) => l.base - l.size * 0.7));
  const under = head.length > 0 ? (head.at(-1)!.base + first) / 2 : top;
  const xs = [left, ...columns.slice(1).map((c, i) => (columns[i]!.right + c.left) / 2), right];
  const sides = [top, bottom, under].map((at) => ({ at, from: left, to: right }));
  const edges = [left, right].map((at) => ({ at, from: top, to: bottom }));
  const parted = xs.slice(1, -1).map((at) => ({ at, from: under, to: bottom }));
  const heads = headRulings(head, headingsOf(columns, head), xs, [top, under]);
  const between = openRows(region, body, xs, [left, right]);
  const across = [...sides, ...region.rules, ...heads.across, ...between];
  return { left, right, top, bottom, across, down: [...edges, ...parted, ...heads.down] };
}

/** Rulings between rows that have none between them at all. */
function openRows(
  { rules }: Region,
  body: readonly Line[],
  xs: readonly number[],
  [from, to]: readonly [number, number],
): Ruling[] {
  const [first, last] = [body[0]?.base ?? 0, body.at(-1)?.base ?? 0];
  if (rules.some((r) => r.at > first && r.at < last)) return [];
  const columns = xs.slice(1).map((right, i) =>
    body.flatMap((line) =>
      wordsOf(line).flatMap((w) => {
        const middle = (w.left + w.right) / 2;
        if (middle < xs[i]! || middle >= right) return [];
        return line.glyphs.filter((g) => g.left >= w.left - 0.01 && g.right <= w.right + 0.01);
      }),
    ),
  );
  return rowBreaks(columns).map((at) => ({ at, from, to }));
}

/** Rulings of the head: under words that stand over several columns, and between columns but there. */
function headRulings(
  head: readonly Line[],
  headings: readonly Heading[],
  xs: readonly number[],
  [top, under]: readonly [number, number],
): { across: Ruling[]; down: Ruling[] } {
  const bounds = [
    top,
    ...head.slice(1).map((l, i) => (head[i]!.base + l.base - l.size * 0.7) / 2),
    under,
  ];
  const groups = headings.filter((h) => h.to > h.from);
  const across = groups.flatMap((h): Ruling[] => {
    const line = head.findIndex((l) => Math.abs(l.base - h.base) < 0.01);
    const isLast = line < 0 || line === head.length - 1;
    return isLast ? [] : [{ at: bounds[line + 1]!, from: xs[h.from]!, to: xs[h.to + 1]! }];
  });
  const down = xs.slice(1, -1).flatMap((at, i) =>
    head.flatMap((line, n): Ruling[] => {
      const within = groups.some(
        (h) => Math.abs(h.base - line.base) < 0.01 && h.from <= i && h.to > i,
      );
      return within ? [] : [{ at, from: bounds[n]!, to: bounds[n + 1]! }];
    }),
  );
  return { across, down };
}

/** Rows in a box that has no line between its columns. */
function boxed(lines: readonly Counted[], boxes: readonly Frame[]): Region[] {
  const regions = boxes.map(({ left, right, top, bottom, across }): Region => {
    const own = lines.filter(
      ({ line }) =>
        line.left > left - 2 &&
        line.right < right + 2 &&
        line.base > top &&
        line.base - line.size * 0.4 < bottom,
    );
    return { lines: own, rules: across };
  });
  return regions.filter(({ lines: own }) => own.some(isRow));
}

/**
 * 框线 of tables that draw no line between their columns, as if they had been ruled.
 * @param boxes rulings around rows, with none between columns
 */
export function looseFrames(
  lines: readonly Line[],
  across: readonly Ruling[],
  boxes: readonly Frame[],
): Frame[] {
  const all = lines.map(counted);
  const within = boxed(all, boxes);
  const taken = new Set(within.flatMap((r) => r.lines));
  const ruled = barred(
    all.filter((l) => !taken.has(l)),
    across.filter((r) => !within.some(({ rules }) => rules.includes(r))),
  );
  for (const line of ruled.flatMap((r) => r.lines)) taken.add(line);
  const free = blocksOf(all.filter((l) => !taken.has(l)));
  return [...within, ...ruled, ...free].flatMap((region) => frameOf(region) ?? []);
}
