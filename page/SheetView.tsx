// One sheet to look at: read only, with the marks of the last check, as large as it is and drawn as far as it is
// in sight.
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { addressOf, cellAt, columnName, type Grid } from '../src/facts/grid.ts';
import { shownText } from '../src/facts/shown.ts';
import type { Mark } from '../src/hosts/port.ts';
import { type Box, boxAt, boxesIn, HEAD, inSight, layoutOf, ROW, type Window } from './layout.ts';

/** 所在单元格. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

interface Props {
  readonly grid: Grid;
  readonly marks: readonly Mark[];
  /** What the cell that was gone to is made of. */
  readonly lit: readonly string[];
  readonly at: Place;
  readonly onSelect: (at: Place) => void;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-20, 0],
  PageDown: [20, 0],
};

const classOf = (grid: Grid, box: Box, verdict: Mark['verdict'] | undefined): string => {
  const cell = cellAt(grid, box.row, box.column);
  const kind = typeof cell?.value === 'number' ? 'number' : box.columns > 3 && box.columns * 5 >= grid.columns * 4 ? 'title' : '';
  return ['cell', kind, box.rows > 1 || box.columns > 1 ? 'merged' : '', verdict ?? '']
    .filter(Boolean)
    .join(' ');
};

/** What is in sight, and where to scroll. */
function useWindow() {
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState<Window>({ top: 0, left: 0, width: 800, height: 600 });
  const look = () => {
    const { scrollTop, scrollLeft, clientWidth, clientHeight } = box.current!;
    setSeen({ top: scrollTop, left: scrollLeft, width: clientWidth, height: clientHeight });
  };
  useLayoutEffect(() => {
    look();
    const watching = new ResizeObserver(look);
    watching.observe(box.current!);
    return () => watching.disconnect();
  }, []);
  return { box, seen, look };
}

/** Where to scroll along one side, no further than it takes: a box too long shows its beginning. */
function scrolled(now: number, room: number, from: number, length: number): number {
  if (from < now || length >= room) return from;
  return from + length > now + room ? from + length - room : now;
}

function bring(element: HTMLElement, box: Box): void {
  const { scrollTop, scrollLeft, clientHeight, clientWidth } = element;
  element.scrollTop = scrolled(scrollTop, clientHeight - ROW, box.top - ROW, box.height);
  element.scrollLeft = scrolled(scrollLeft, clientWidth - HEAD, box.left - HEAD, box.width);
}

function Heads({ layout, part, seen }: HeadsProps) {
  const rows = Array.from({ length: part.rows }, (_, i) => part.row + i);
  const columns = Array.from({ length: part.columns }, (_, i) => part.column + i);
  return (
    <>
      {columns.map((c) => (
        <div
          key={`c${c}`}
          className="head"
          aria-hidden="true"
          style={{
            left: layout.lefts[c]!,
            top: seen.top,
            width: layout.lefts[c + 1]! - layout.lefts[c]!,
            height: ROW,
          }}
        >
          {columnName(c)}
        </div>
      ))}
      {rows.map((r) => (
        <div
          key={`r${r}`}
          className="head"
          aria-hidden="true"
          style={{ left: seen.left, top: ROW + r * ROW, width: HEAD, height: ROW }}
        >
          {r + 1}
        </div>
      ))}
      <div
        className="head corner"
        style={{ left: seen.left, top: seen.top, width: HEAD, height: ROW }}
      />
    </>
  );
}
interface HeadsProps {
  readonly layout: ReturnType<typeof layoutOf>;
  readonly part: ReturnType<typeof inSight>;
  readonly seen: Window;
}

interface CellsProps {
  readonly grid: Grid;
  readonly boxes: readonly Box[];
  readonly marks: readonly Mark[];
  readonly lit: readonly string[];
  readonly chosen: Place;
  readonly onSelect: (at: Place) => void;
}

function Cells({ grid, boxes, marks, lit, chosen, onSelect }: CellsProps) {
  const lights = useMemo(() => new Set(lit), [lit]);
  const verdicts = useMemo(() => new Map(marks.map((m) => [m.address, m.verdict])), [marks]);
  return boxes.map((b) => {
    const cell = cellAt(grid, b.row, b.column);
    const address = addressOf(b);
    const verdict = verdicts.get(address);
    const selected = b.row === chosen.row && b.column === chosen.column;
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus for its cells
      // biome-ignore lint/a11y/useSemanticElements: a table cannot be drawn in part
      // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys
      <div
        key={address}
        role="gridcell"
        className={`${classOf(grid, b, verdict)}${selected ? ' selected' : ''}${lights.has(address) ? ' lit' : ''}`}
        aria-selected={selected}
        aria-rowindex={b.row + 1}
        aria-colindex={b.column + 1}
        data-address={address}
        {...(verdict && { 'data-verdict': verdict })}
        style={{ left: b.left, top: b.top, width: b.width, height: b.height }}
        onClick={() => onSelect(b)}
      >
        {cell && shownText(cell)}
      </div>
    );
  });
}

/** Where an arrow key leads from a box. */
function stepFrom(layout: ReturnType<typeof layoutOf>, from: Box, key: string): Place | undefined {
  const step = STEPS[key];
  if (!step) return undefined;
  const down = step[0] > 0 ? from.rows - 1 : 0;
  const right = step[1] > 0 ? from.columns - 1 : 0;
  return {
    row: Math.min(layout.rows - 1, Math.max(0, from.row + down + step[0])),
    column: Math.min(layout.columns - 1, Math.max(0, from.column + right + step[1])),
  };
}

export function SheetView({ grid, marks, lit, at, onSelect }: Props) {
  const layout = useMemo(() => layoutOf(grid), [grid]);
  const { box, seen, look } = useWindow();
  const part = inSight(layout, seen);
  const chosen = boxAt(layout, at.row, at.column);
  useEffect(() => {
    bring(box.current!, boxAt(layout, at.row, at.column));
  }, [box, layout, at]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepFrom(layout, chosen, event.key);
    if (!next) return;
    event.preventDefault();
    onSelect(next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be drawn in part
    <div
      ref={box}
      className="sheet"
      role="grid"
      aria-label={grid.name}
      aria-rowcount={layout.rows}
      aria-colcount={layout.columns}
      aria-readonly="true"
      tabIndex={0}
      onScroll={look}
      onKeyDown={onKeyDown}
    >
      <div
        className="extent"
        role="presentation"
        style={{ width: layout.lefts[layout.columns]!, height: ROW * (layout.rows + 1) }}
      >
        <Cells {...{ grid, marks, lit, chosen, onSelect }} boxes={boxesIn(layout, part)} />
        <Heads layout={layout} part={part} seen={seen} />
      </div>
    </div>
  );
}
