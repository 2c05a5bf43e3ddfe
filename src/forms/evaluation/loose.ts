// Numbers of a performance table that no section took: points in a column without a heading find their row, the
// rest is told with its place, never passed over. Knows what was read; interprets no figure.
import type { CellLocation } from '../../facts/grid.ts';
import { figured, type LineCell, type TableBlock, wordsIn } from './lines.ts';
import { type Row, type Sketch, taskRows } from './sketch.ts';
import { isFigure } from './words.ts';

const keyOf = ({ row, column }: CellLocation): string => `${row},${column}`;

/** Cells that were read, as numbers, as points of a heading, as texts, or told already. */
function taken(sketch: Sketch): Set<string> {
  const rows: readonly Row[] = [
    ...sketch.money,
    ...taskRows(sketch),
    ...sketch.others,
    ...sketch.indicators,
    ...sketch.subtotals,
    ...(sketch.total ? [sketch.total] : []),
    ...(sketch.earlyTotal ? [sketch.earlyTotal] : []),
  ];
  const goals = sketch.goals.flatMap((g) => [g.heading, g.text, g.done, g.weight]);
  const texts = sketch.indicators.flatMap((i) => [i.level3, i.unit, i.method, i.core, i.reason]);
  const places = [
    ...rows.flatMap((r) =>
      r.slots.flatMap((s) => [
        s.at,
        ...(s.lines ?? []).map((l) => l.location),
        ...Object.values(s.split ?? {}).map((w) => w.location),
      ]),
    ),
    ...[
      ...goals,
      ...texts,
      ...sketch.texts.values(),
      sketch.executionWeight,
      sketch.indicatorWeight,
      sketch.indicatorWeightAgain,
    ]
      .concat(sketch.levelWeights.map((l) => l.weight))
      .flatMap((x) => (x ? [x.location] : [])),
    ...sketch.worded,
    ...sketch.doubts.map((d) => d.location),
    ...sketch.notes.map((n) => n.location),
  ];
  return new Set(places.map(keyOf));
}

/** What stands between a header and the end and was not read; counters of rows and columns apart. */
function looseIn(block: TableBlock, sketch: Sketch): LineCell[] {
  const known = taken(sketch);
  const entries: LineCell[] = [];
  for (let row = sketch.header; row < Math.min(sketch.end, block.bottom + 1); row += 1) {
    for (const e of wordsIn(block, row))
      if (
        figured(block, e) &&
        !known.has(keyOf(e.at)) &&
        !sketch.counters.has(e.left) &&
        !sketch.counted.has(row)
      )
        entries.push(e);
  }
  return entries;
}

/** Points beside the money, and beside the goals, in the column of the indicators' points. */
function inScoreColumn(sketch: Sketch, e: LineCell): boolean {
  const [whole] = sketch.money;
  const rows = sketch.money.flatMap((m) => m.slots.map((s) => s.at.row));
  const slot = { column: '得分', at: e.at };
  if (whole && rows.includes(e.top) && !whole.slots.some((s) => s.column === '得分')) {
    sketch.money[0] = { ...whole, slots: [...whole.slots, slot] };
    return true;
  }
  const goal = sketch.goals.find((g) =>
    [g.heading, g.text, g.done].some(
      (w) => w && w.location.row >= e.top && w.location.row <= e.bottom,
    ),
  );
  if (!goal) return false;
  const name = goal.heading.text.replace(/\s/g, '');
  const item = {
    key: `目标得分${sketch.others.length + 1}`,
    names: [name],
    printed: name,
    groups: ['其他得分'],
    members: {},
  };
  sketch.others.push({ item, slots: [slot] });
  return true;
}

/** 未读之数: each finds its place or is told. */
export function settleLoose(block: TableBlock, sketch: Sketch): void {
  for (const e of looseIn(block, sketch)) {
    const scored =
      sketch.scoreColumn !== undefined && e.left === sketch.scoreColumn && isFigure(e.text);
    if (scored && inScoreColumn(sketch, e)) continue;
    sketch.doubts.push({ location: e.at, why: '所在的行或栏没有认出' });
  }
}
