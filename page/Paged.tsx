// A PDF that is open: its pages with what was found framed, or the tables read from it. The pane beside it says what is
// to be seen, and where.
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { addressOf } from '../src/facts/grid.ts';
import type { FileHost } from '../src/hosts/file.ts';
import type { PaperView } from '../taskpane/areas/area.ts';
import { placeKey } from '../taskpane/areas/tie/found.ts';
import type { Frames } from '../taskpane/areas/tie/frames.ts';
import type { BookletFile } from '../taskpane/areas/tie/opening.ts';
import { goToPage, Pages } from '../taskpane/areas/tie/Pages.tsx';
import { Sheets } from './Sheets.tsx';
import { WORDS } from './words.ts';

const NOTHING: Frames = new Map();
const nowhere = (): void => undefined;
const ZOOMS = [1, 1.5, 2] as const;

interface Props {
  readonly host: FileHost;
  readonly file: BookletFile;
  readonly view: PaperView | undefined;
}

/** Where the pane leads: a cell of a table, or whatever was chosen in its text. */
function useFollowing({ host, file, view }: Props) {
  const scroll = useRef<HTMLDivElement>(null);
  const { at } = useSyncExternalStore(host.listen, host.view);
  const place = useMemo(() => at && { sheet: at.sheet, address: addressOf(at) }, [at]);
  useEffect(() => {
    if (place) goToPage(scroll.current, file, place, false);
  }, [place, file]);
  const chosen = view?.chosen;
  useEffect(() => {
    const frame = [...(view?.frames.values() ?? [])].flat().find((f) => f.key === chosen);
    if (frame) goToPage(scroll.current, file, frame.target, false);
  }, [chosen, view, file]);
  return { scroll, chosen: chosen ?? (place && placeKey(place)) };
}

export function Paged(props: Props) {
  const { host, file, view } = props;
  const [tables, setTables] = useState(false);
  const [step, setStep] = useState(0);
  const { scroll, chosen } = useFollowing(props);
  const bar = (
    <div className="paging">
      <button type="button" aria-pressed={!tables} onClick={() => setTables(false)}>
        {WORDS.paged}
      </button>
      <button type="button" aria-pressed={tables} onClick={() => setTables(true)}>
        {WORDS.asTables}
      </button>
      <button type="button" disabled={tables || step === 0} onClick={() => setStep(step - 1)}>
        {WORDS.smaller}
      </button>
      <button
        type="button"
        disabled={tables || step === ZOOMS.length - 1}
        onClick={() => setStep(step + 1)}
      >
        {WORDS.larger}
      </button>
    </div>
  );
  if (tables)
    return (
      <div className="paper">
        {bar}
        <Sheets host={host} />
      </div>
    );
  return (
    <div className="paper">
      {bar}
      <div className="paged" ref={scroll} data-scroll="">
        <Pages
          file={file}
          frames={view?.frames ?? NOTHING}
          chosen={chosen}
          zoom={ZOOMS[step]!}
          onPlace={view?.onPlace ?? nowhere}
        />
      </div>
    </div>
  );
}
