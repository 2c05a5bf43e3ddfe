// The sheets of an opened file beside the pane: tabs, the cell that is chosen, and the sheet itself.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { addressOf, cellAt, type Grid } from '../src/facts/grid.ts';
import { shownText } from '../src/facts/shown.ts';
import type { FileHost } from '../src/hosts/file.ts';
import { type Place, SheetView } from './SheetView.tsx';
import { WORDS } from './words.ts';

const START: Place = { row: 0, column: 0 };
const NONE: readonly string[] = [];

function Chosen({ grid, at }: { readonly grid: Grid; readonly at: Place }) {
  const cell = cellAt(grid, at.row, at.column);
  return (
    <div className="chosen" role="status">
      <b>{addressOf(at)}</b>
      <span>{cell && (cell.formula ?? shownText(cell))}</span>
      {cell?.formula !== undefined && <span className="quiet">{shownText(cell)}</span>}
    </div>
  );
}

export function Sheets({ host }: { readonly host: FileHost }) {
  const view = useSyncExternalStore(host.listen, host.view);
  const shown = view.sheets.filter((s) => !s.hidden);
  const [open, setOpen] = useState(shown[0]?.name);
  const [at, setAt] = useState<Place>(START);
  useEffect(() => {
    if (!view.at) return;
    setOpen(view.at.sheet);
    setAt({ row: view.at.row, column: view.at.column });
  }, [view.at]);
  // A hidden sheet is shown once the user is taken to it.
  const grid = view.sheets.find((s) => s.name === open) ?? shown[0];
  if (!grid) return <p className="empty">{WORDS.noSheets}</p>;
  const tabs = view.sheets.filter((s) => !s.hidden || s === grid);
  return (
    <section className="sheets" aria-label={WORDS.sheets}>
      <Chosen grid={grid} at={at} />
      {grid.skipped !== undefined && <p className="empty">{WORDS.skipped}</p>}
      <SheetView
        key={grid.name}
        grid={grid}
        at={at}
        marks={view.marks.filter((m) => m.sheet === grid.name)}
        lit={view.at?.sheet === grid.name ? view.lit : NONE}
        onSelect={setAt}
      />
      <div className="tabs" role="tablist" aria-label={WORDS.sheets}>
        {tabs.map((s) => (
          <button
            key={s.name}
            type="button"
            role="tab"
            aria-selected={s === grid}
            onClick={() => {
              setOpen(s.name);
              setAt(START);
            }}
          >
            {s.name}
          </button>
        ))}
      </div>
    </section>
  );
}
