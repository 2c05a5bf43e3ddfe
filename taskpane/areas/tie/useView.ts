// What is in view of a manuscript: which place is chosen, which pages, which list; and the ways to others.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AreaProps, PaperView } from '../area.ts';
import { entriesOf, type FoundPlace, openEntriesOf, placeKey } from './found.ts';
import { framesBy } from './frames.ts';
import type { Given, Tied } from './given.ts';
import { goToPage } from './Pages.tsx';
import { usePages } from './usePages.ts';
import type { TieInView } from './useTie.ts';

const goToText = (scroll: HTMLElement | null, at: number): void => {
  const target = scroll?.querySelector<HTMLElement>(`#tie-${at}`);
  target?.scrollIntoView({ block: 'center' });
  if (target?.matches('[data-number]')) target.focus({ preventScroll: true });
};

/** 核对着的文稿. */
export interface TiedProps {
  readonly props: AreaProps;
  readonly view: TieInView;
  readonly given: Given;
  readonly tied: Tied;
}

/** The place chosen, and the ways to others. */
function useChoice({ props, given, tied }: TiedProps, paged: boolean) {
  const { reveal, paper } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<FoundPlace>();
  const { report } = tied;
  const isHost = given.file !== undefined && given.file === paper?.file;
  const choose = useCallback(
    (place: FoundPlace) => {
      setAt(place);
      if ('sheet' in place) {
        if (isHost) reveal(place.sheet, place.address);
        return;
      }
      const number = report.numbers.find((n) => n.start === place.start);
      const cell = number?.cells.find((c) => !c.period);
      if (cell) reveal(cell.sheet, cell.address);
    },
    [reveal, report, isHost],
  );
  const go = (place: FoundPlace) => {
    choose(place);
    if (paged && given.file) goToPage(scroll.current, given.file, place, true);
    else if ('start' in place) goToText(scroll.current, place.start);
  };
  /** The next of these, in their order, round to the first again. */
  const step = (own: readonly FoundPlace[]) => {
    const now = own.findIndex((p) => at && placeKey(p) === placeKey(at));
    const from = at && 'start' in at ? at.start : -1;
    const after = own.find((p) => 'start' in p && p.start > from);
    const next = now < 0 ? (after ?? own[0]) : own[(now + 1) % own.length];
    if (next) go(next);
  };
  return { scroll, at, choose, go, step, close: () => setAt(undefined) };
}

/** Where the file itself is open beside the pane its pages are shown there. */
function usePaper(
  { props, given }: TiedProps,
  { frames, chosen, onPlace }: Omit<PaperView, 'frames'> & Partial<Pick<PaperView, 'frames'>>,
) {
  const { paper } = props;
  const shown = given.file !== undefined && given.file === paper?.file ? frames : undefined;
  useEffect(() => {
    if (paper && shown) paper.show({ frames: shown, chosen, onPlace });
  }, [paper, shown, chosen, onPlace]);
}

/** What is in view of a manuscript: which place, which list, which pages. */
export function useView(all: TiedProps) {
  const { props, given, tied } = all;
  const { report, tables } = tied;
  const { file } = given;
  const elsewhere = file !== undefined && file === props.paper?.file;
  const paging = usePages(given, elsewhere);
  const choice = useChoice(all, paging.file !== undefined);
  const { at, scroll } = choice;
  const groups = useMemo(() => entriesOf(report, tables), [report, tables]);
  const text = tied.text.text;
  const open = useMemo(() => openEntriesOf(report, text), [report, text]);
  const frames = useMemo(
    () => file && framesBy(file.booklet, { report, cells: tables?.cells, apart: tables?.apart }),
    [file, report, tables],
  );
  const chosen = at && placeKey(at);
  const kept = useRef(at);
  kept.current = at;
  // Larger or smaller, what is chosen stays in view.
  useEffect(() => {
    if (paging.file && paging.scale > 0 && kept.current)
      goToPage(scroll.current, paging.file, kept.current, false);
  }, [paging.file, paging.scale, scroll]);
  usePaper(all, { ...(frames && { frames }), chosen, onPlace: choice.choose });
  return { ...choice, paging, groups, open, frames, chosen };
}
export type TieView = ReturnType<typeof useView>;
