// The pane's state: what was checked last, what is under way, what stands in the way.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Suspect } from '../src/assertions/finding.ts';
import { type CellWrite, type Host, HostError } from '../src/hosts/port.ts';
import {
  type Check,
  type Checked,
  type Choice,
  type Difference,
  differenceOf,
  sessionOf,
} from './session.ts';

export interface Trouble {
  readonly message: string;
  readonly detail?: string;
  /** Waiting for the user to leave a cell; the pane goes on by itself. */
  readonly waiting: boolean;
}

const RETRY = 900;
const DEBOUNCE = 600;

export function troubleOf(error: unknown): Trouble {
  if (error instanceof HostError) {
    return {
      message: error.message,
      waiting: error.code === 'editing',
      ...(error.detail !== undefined && { detail: error.detail }),
    };
  }
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    message: '体检没有完成，未作任何改动。请重试；若仍出现，请把下面的详情交给维护人员。',
    detail,
    waiting: false,
  };
}

export interface CheckState {
  readonly checked: Checked | undefined;
  readonly difference: Difference | undefined;
  readonly progress: string | undefined;
  readonly busy: boolean;
  readonly trouble: Trouble | undefined;
  readonly refused: readonly string[];
  readonly marked: boolean;
  readonly live: boolean;
  readonly undoable: readonly CellWrite[] | undefined;
  readonly choice: Choice;
}

export function useCheck(host: Host, check: Check) {
  const session = useMemo(() => sessionOf(host, check), [host, check]);
  const [state, setState] = useState<CheckState>({
    checked: undefined,
    difference: undefined,
    progress: undefined,
    busy: false,
    trouble: undefined,
    refused: [],
    marked: false,
    live: false,
    undoable: undefined,
    choice: {},
  });
  const update = useCallback(
    (part: Partial<CheckState>) => setState((s) => ({ ...s, ...part })),
    [],
  );
  const last = useRef(state);
  last.current = state;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  /** Does `work` again by itself once the user has left the cell that is being edited. */
  const attempt = useCallback(
    async (work: () => Promise<void>): Promise<void> => {
      try {
        await work();
        update({ trouble: undefined, busy: false, progress: undefined });
      } catch (error) {
        const trouble = troubleOf(error);
        update({ trouble, busy: false, progress: undefined });
        if (trouble.waiting) timer.current = setTimeout(() => void attempt(work), RETRY);
      }
    },
    [update],
  );

  const run = useCallback(
    (choice: Choice = last.current.choice) => {
      clearTimeout(timer.current);
      update({ busy: true, choice });
      return attempt(async () => {
        const before = last.current.checked;
        const checked = await session.check(choice, (progress) => update({ progress }));
        const difference = before && differenceOf(before.review, checked.review);
        update({ checked, difference });
        const refused = await session.mark(checked.review);
        update({ refused, marked: true });
      });
    },
    [attempt, session, update],
  );

  const clear = useCallback(
    () =>
      attempt(async () => {
        await session.clear();
        update({ marked: false, refused: [] });
      }),
    [attempt, session, update],
  );

  const correct = useCallback(
    (suspect: Suspect) =>
      attempt(async () => {
        const { checked } = last.current;
        if (!checked) return;
        const undoable = await session.correct(suspect, checked.snapshot);
        update({ undoable });
        await run();
      }),
    [attempt, run, session, update],
  );

  const undo = useCallback(
    () =>
      attempt(async () => {
        const { undoable } = last.current;
        if (!undoable) return;
        await session.undo(undoable);
        update({ undoable: undefined });
        await run();
      }),
    [attempt, run, session, update],
  );

  useEffect(() => {
    if (!state.live) return undefined;
    let pending: ReturnType<typeof setTimeout> | undefined;
    const stop = host.watch(() => {
      clearTimeout(pending);
      pending = setTimeout(() => void run(), DEBOUNCE);
    });
    return () => {
      clearTimeout(pending);
      void stop.then((end) => end());
    };
  }, [host, run, state.live]);

  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    state,
    session,
    run,
    clear,
    correct,
    undo,
    attempt,
    setLive: (live: boolean) => update({ live }),
  };
}
export type Checking = ReturnType<typeof useCheck>;
