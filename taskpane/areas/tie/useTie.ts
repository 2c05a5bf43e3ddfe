// The text under review: as it was given, the pane's own copy with corrections taken over, and what the tie-out says
// of it and of the tables beside it. The file itself is never touched.
import { useCallback, useRef, useState } from 'react';
import { simplified } from '../../../src/hosts/traditional.ts';
import { withAdopted, withPending } from '../../../src/review/adopted.ts';
import type { TextCorrection } from '../../../src/review/corrections.ts';
import type { Checked } from '../../session.ts';
import type { AreaProps } from '../area.ts';
import type { Opening, TieCourse } from './course.ts';
import type { Given, Tied } from './given.ts';
import { type Opened, openedBooklet, openManuscript } from './opening.ts';
import { useFinding } from './useFinding.ts';

export interface TieInView {
  readonly given: Given | undefined;
  readonly tied: Tied | undefined;
  readonly opening: Opening | undefined;
  /** What is being computed of the manuscript in hand, or why it is not. */
  readonly course: TieCourse | undefined;
  readonly trouble: string | undefined;
  readonly open: (file: File) => Promise<void>;
  readonly stop: () => void;
  /** Once more what was stopped. */
  readonly again: () => void;
  readonly take: (text: string) => void;
  readonly adopt: (corrections: readonly TextCorrection[]) => void;
  readonly undo: () => void;
  readonly clear: () => void;
}

const givenBy = (name: string, opened: Extract<Opened, { ok: true }>): Given => ({
  name,
  original: opened.text,
  ...(opened.file && { file: opened.file }),
  adopted: [],
  before: [],
});

/** Opening takes a while for a file of many pages: it tells how far it is, and can be stopped. */
function useOpening(set: (given: Given) => void) {
  const [opening, setOpening] = useState<Opening>();
  const [trouble, setTrouble] = useState<string>();
  const turn = useRef(0);
  const open = useCallback(
    async (file: File) => {
      turn.current += 1;
      const own = turn.current;
      const stopped = () => turn.current !== own;
      setTrouble(undefined);
      setOpening({ name: file.name, page: 0 });
      const onPage = (page: number) => !stopped() && setOpening({ name: file.name, page });
      try {
        const opened = await openManuscript(file, { onPage, stopped });
        if (stopped()) return;
        if (!opened.ok) return setTrouble(opened.message);
        set(givenBy(file.name, opened));
      } finally {
        if (!stopped()) setOpening(undefined);
      }
    },
    [set],
  );
  const take = useCallback(
    async (text: string) => {
      setTrouble(undefined);
      if (text.trim() === '') return;
      turn.current += 1;
      const own = turn.current;
      const reading = await simplified(text);
      if (turn.current !== own) return;
      setOpening(undefined);
      set(givenBy('', { ok: true, text: { text, broken: true, ...(reading && { reading }) } }));
    },
    [set],
  );
  const stop = useCallback(() => {
    turn.current += 1;
    setOpening(undefined);
  }, []);
  return { opening, trouble, open, take, stop };
}

export function useTie(props: AreaProps, checked: Checked): TieInView {
  const { paper } = props;
  const [given, setGiven] = useState<Given | undefined>(() => {
    const opened = paper && openedBooklet(paper.file);
    return opened?.ok && opened.text.text.trim() !== ''
      ? givenBy(paper!.file.name, opened)
      : undefined;
  });
  const { opening, trouble, open, take, stop } = useOpening(setGiven);
  const { tied, course, halt, again } = useFinding(props, given, checked);
  const adopt = useCallback(
    (corrections: readonly TextCorrection[]) => {
      if (!tied) return;
      setGiven((g) => {
        if (!g) return g;
        // They stand in the text as it is shown; what was taken over since and is not shown yet stays.
        const shown = withAdopted(g.original.text, tied.adopted, corrections);
        const adopted = g.adopted === tied.adopted ? shown : withPending(g.adopted, shown);
        return { ...g, adopted, before: [...g.before, g.adopted] };
      });
    },
    [tied],
  );
  const undo = useCallback(() => {
    setGiven((g) => {
      const last = g?.before.at(-1);
      return g && last ? { ...g, adopted: last, before: g.before.slice(0, -1) } : g;
    });
  }, []);
  const clear = useCallback(() => setGiven(undefined), []);
  const stopAll = useCallback(() => {
    stop();
    halt();
  }, [stop, halt]);
  const own = { open, stop: stopAll, again, take, adopt, undo, clear };
  return { given, tied, opening, course, trouble, ...own };
}
