// The pane's state: what was checked last, what is under way, what stands in the way.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Suspect } from '../src/assertions/finding.ts';
import type { CellWrite, Change, Host } from '../src/hosts/port.ts';
import { type Difference, differenceOf, NO_PROGRESS, type Progress, withCheck } from './course.ts';
import { type Check, type Checked, type Choice, type Session, sessionOf } from './session.ts';
import { type Step, takenBack, withStep } from './steps.ts';
import { type Doing, type PaneTask, taskShown } from './task.ts';
import { type Trouble, troubleShown } from './trouble.ts';
import { type EditedSheets, type Sight, useEdits, useInSight } from './useEdits.ts';

export type { Trouble } from './trouble.ts';

const RETRY = 900;

export interface CheckState {
  readonly checked: Checked | undefined;
  readonly difference: Difference | undefined;
  readonly progress: string | undefined;
  readonly busy: boolean;
  /** What else is being done, where it may take a while. */
  readonly doing: Doing | undefined;
  readonly trouble: Trouble | undefined;
  /** What was done last on an order that shows nothing by itself. */
  readonly said: string;
  readonly refused: readonly string[];
  /** So many cells are marked now. */
  readonly marked: number;
  /** The marks have just been taken away on the user's order. */
  readonly cleared: boolean;
  readonly live: boolean;
  /** A 定稿 was made of it: the workbook is about to be published. */
  readonly finished: boolean;
  /** 可撤销的各步, the last one last. */
  readonly steps: readonly Step[];
  /** The last of the user's edits that a check has not seen. */
  readonly editedAt: Date | undefined;
  /** The last edit, where it was another author's. */
  readonly byOthers: Change | undefined;
  /** What the session's checks came to. */
  readonly course: Progress;
  readonly choice: Choice;
}

const BLANK: CheckState = {
  checked: undefined,
  difference: undefined,
  progress: undefined,
  busy: false,
  doing: undefined,
  trouble: undefined,
  said: '',
  refused: [],
  marked: 0,
  cleared: false,
  live: false,
  finished: false,
  steps: [],
  editedAt: undefined,
  byOthers: undefined,
  course: NO_PROGRESS,
  choice: {},
};
type Update = (part: Partial<CheckState>) => void;
type Attempt = (work: (task: PaneTask) => Promise<void>) => Promise<void>;

/** 结果已过时: the tables were edited after they were read. */
export const isStale = ({ checked, editedAt }: CheckState): boolean =>
  checked !== undefined && editedAt !== undefined && editedAt >= checked.at;

/** Does work, and again by itself once the user has left the cell that is being edited. */
function useAttempt(update: Update): { attempt: Attempt; stop: () => void } {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stop = useCallback(() => clearTimeout(timer.current), []);
  const attempt = useCallback(
    async (work: (task: PaneTask) => Promise<void>): Promise<void> => {
      const { task, end } = taskShown((doing) => update({ doing }));
      try {
        update({ said: '' });
        await work(task);
        update({ trouble: undefined });
      } catch (error) {
        const trouble = troubleShown(error, () => void attempt(work));
        update({ trouble });
        if (trouble.waiting) timer.current = setTimeout(() => void attempt(work), RETRY);
      } finally {
        end();
      }
    },
    [update],
  );
  useEffect(() => stop, [stop]);
  return { attempt, stop };
}

interface Means {
  readonly host: Host;
  readonly session: Session;
  readonly last: { readonly current: CheckState };
  readonly update: Update;
  readonly attempt: Attempt;
}

/** What the user can order after a check: clear, correct, write, take back. */
function useOrders({ host, session, last, update, attempt }: Means, run: () => Promise<void>) {
  return useMemo(() => {
    const stepped = async (name: string, former: readonly CellWrite[]) => {
      update({ steps: withStep(last.current.steps, name, former) });
      await run();
    };
    return {
      clear: () =>
        attempt(async () => {
          await session.clear();
          update({ marked: 0, cleared: true, refused: [] });
        }),
      correct: (suspects: readonly Suspect[]) =>
        attempt(async () => {
          const { checked } = last.current;
          if (!checked || suspects.length === 0) return;
          const [first] = suspects;
          const one = `改正 ${first!.sheet}!${first!.address}（${first!.value || '空'} → ${first!.suggested}）`;
          const name = suspects.length === 1 ? one : `改正 ${suspects.length} 格`;
          await stepped(name, await session.correct(suspects, checked.snapshot));
        }),
      write: (name: string, cells: readonly CellWrite[]) =>
        attempt(async () => {
          if (cells.length === 0) return;
          await stepped(name, await host.write(cells));
        }),
      undo: (id = last.current.steps.at(-1)?.id) =>
        attempt(async () => {
          if (id === undefined) return;
          update({ steps: await takenBack(host, last.current.steps, id) });
          await run();
        }),
    };
  }, [attempt, host, last, run, session, update]);
}

/** What one check leaves behind. */
function outcomeOf(before: CheckState, checked: Checked): Partial<CheckState> {
  const former = before.checked?.review;
  const difference = former && differenceOf(former, checked.review);
  const course = withCheck(before.course, former, checked.review, checked.at);
  return { checked, difference, course };
}

/** One check at a time; what is ordered meanwhile is done once it is through. */
function useRun({ session, last, update, attempt }: Omit<Means, 'host'>, stop: () => void) {
  const running = useRef<{ stopped: boolean } | undefined>(undefined);
  const waiting = useRef<Choice | undefined>(undefined);
  const once = useCallback(
    async (choice: Choice, turn: { readonly stopped: boolean }, edited?: EditedSheets) => {
      update({ busy: true, choice });
      try {
        const checked = await session.check(choice, (progress) => update({ progress }), edited);
        // What came in after it was stopped is left alone: the last result stands.
        if (turn.stopped) return;
        update(outcomeOf(last.current, checked));
        update({ ...(await session.mark(checked.review)), cleared: false });
      } finally {
        if (!turn.stopped) update({ busy: false, progress: undefined });
      }
    },
    [last, session, update],
  );
  const run = useCallback(
    async (choice: Choice = last.current.choice, edited?: EditedSheets): Promise<void> => {
      if (running.current) {
        waiting.current = choice;
        return;
      }
      const turn = { stopped: false };
      running.current = turn;
      stop();
      await attempt(() => once(choice, turn, edited));
      if (running.current === turn) running.current = undefined;
      const next = waiting.current;
      waiting.current = undefined;
      if (next && !turn.stopped) await run(next);
    },
    [attempt, last, once, stop],
  );
  /** 停止: the pane is free at once; what is being read is thrown away when it arrives. */
  const halt = useCallback(() => {
    if (running.current) running.current.stopped = true;
    running.current = undefined;
    waiting.current = undefined;
    stop();
    update({ busy: false, progress: undefined });
  }, [stop, update]);
  return { run, halt };
}

/** 体检: the pane's state over a host, and everything that changes it. */
export function useCheck(host: Host, check: Check, sight?: Sight) {
  const session = useMemo(() => sessionOf(host, check), [host, check]);
  const [state, setState] = useState(BLANK);
  const visible = useInSight(sight);
  // Nobody looks at what is lit once the pane is gone.
  useEffect(() => {
    if (!visible) void host.darken().catch(() => undefined);
  }, [host, visible]);
  const update = useCallback<Update>((part) => setState((s) => ({ ...s, ...part })), []);
  const last = useRef(state);
  last.current = state;
  const { attempt, stop } = useAttempt(update);
  const { run, halt } = useRun({ session, last, update, attempt }, stop);
  const again = useCallback(() => run(), [run]);
  const dismiss = useCallback(() => update({ trouble: undefined }), [update]);
  const orders = useOrders({ host, session, last, update, attempt }, again);
  useEdits(host, {
    known: state.checked !== undefined,
    live: state.live,
    visible,
    read: state.checked?.at,
    run: (edited) => void run(undefined, edited),
    edited: (change) => update({ editedAt: new Date(), byOthers: change?.others && change }),
  });
  const setLive = (live: boolean) => update({ live });
  const wasCleared = () => update({ marked: 0, cleared: true, refused: [] });
  const finish = useCallback(() => update({ finished: true }), [update]);
  const say = useCallback((said: string) => update({ said }), [update]);
  const own = { attempt, halt, dismiss, say, finish, setLive, wasCleared };
  return { state, session, run, ...own, ...orders };
}
export type Checking = ReturnType<typeof useCheck>;
