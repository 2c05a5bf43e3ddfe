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
  type Session,
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
  /** So many cells are marked now. */
  readonly marked: number;
  /** The marks have just been taken away on the user's order. */
  readonly cleared: boolean;
  readonly live: boolean;
  readonly undoable: readonly CellWrite[] | undefined;
  readonly choice: Choice;
}

const BLANK: CheckState = {
  checked: undefined,
  difference: undefined,
  progress: undefined,
  busy: false,
  trouble: undefined,
  refused: [],
  marked: 0,
  cleared: false,
  live: false,
  undoable: undefined,
  choice: {},
};
type Update = (part: Partial<CheckState>) => void;
type Attempt = (work: () => Promise<void>) => Promise<void>;

/** Does work, and again by itself once the user has left the cell that is being edited. */
function useAttempt(update: Update): { attempt: Attempt; stop: () => void } {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stop = useCallback(() => clearTimeout(timer.current), []);
  const attempt = useCallback(
    async (work: () => Promise<void>): Promise<void> => {
      try {
        await work();
        update({ trouble: undefined });
      } catch (error) {
        const trouble = troubleOf(error);
        update({ trouble });
        if (trouble.waiting) timer.current = setTimeout(() => void attempt(work), RETRY);
      }
    },
    [update],
  );
  useEffect(() => stop, [stop]);
  return { attempt, stop };
}

/** Checks again a little after the last of the user's own edits. */
function useLive(host: Host, live: boolean, run: () => Promise<void>): void {
  useEffect(() => {
    if (!live) return undefined;
    let pending: ReturnType<typeof setTimeout> | undefined;
    const watching = host.watch(() => {
      clearTimeout(pending);
      pending = setTimeout(() => void run(), DEBOUNCE);
    });
    return () => {
      clearTimeout(pending);
      void watching.then((end) => end());
    };
  }, [host, run, live]);
}

interface Means {
  readonly session: Session;
  readonly last: { readonly current: CheckState };
  readonly update: Update;
  readonly attempt: Attempt;
}

/** What the user can order after a check: clear, correct, take back. */
function useOrders({ session, last, update, attempt }: Means, run: () => Promise<void>) {
  const clear = useCallback(
    () =>
      attempt(async () => {
        await session.clear();
        update({ marked: 0, cleared: true, refused: [] });
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
    [attempt, last, run, session, update],
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
    [attempt, last, run, session, update],
  );
  return { clear, correct, undo };
}

/** 体检: the pane's state over a host, and everything that changes it. */
export function useCheck(host: Host, check: Check) {
  const session = useMemo(() => sessionOf(host, check), [host, check]);
  const [state, setState] = useState(BLANK);
  const update = useCallback<Update>((part) => setState((s) => ({ ...s, ...part })), []);
  const last = useRef(state);
  last.current = state;
  const { attempt, stop } = useAttempt(update);
  const running = useRef(false);
  const waiting = useRef<Choice | undefined>(undefined);
  const once = useCallback(
    async (choice: Choice) => {
      update({ busy: true, choice });
      try {
        const before = last.current.checked;
        const checked = await session.check(choice, (progress) => update({ progress }));
        const difference = before && differenceOf(before.review, checked.review);
        update({ checked, difference });
        update({ ...(await session.mark(checked.review)), cleared: false });
      } finally {
        update({ busy: false, progress: undefined });
      }
    },
    [session, update],
  );
  const run = useCallback(
    async (choice: Choice = last.current.choice): Promise<void> => {
      // One at a time: what is ordered meanwhile is done once this one is through.
      if (running.current) {
        waiting.current = choice;
        return;
      }
      running.current = true;
      stop();
      await attempt(() => once(choice));
      running.current = false;
      const next = waiting.current;
      waiting.current = undefined;
      if (next) await run(next);
    },
    [attempt, once, stop],
  );
  const again = useCallback(() => run(), [run]);
  const orders = useOrders({ session, last, update, attempt }, again);
  useLive(host, state.live, again);
  const setLive = (live: boolean) => update({ live });
  return { state, session, run, attempt, setLive, ...orders };
}
export type Checking = ReturnType<typeof useCheck>;
