// What is done on an order and may take a while: it says what it is doing, and can be stopped.

/** 正在做的事, as it is shown, with the way to stop it. */
export interface Doing {
  readonly words: string;
  readonly stop: () => void;
}

/** 一件要等的事, as whoever does it sees it. */
export interface PaneTask {
  /** Whether the user has stopped it: what is made from here on is thrown away. */
  readonly stopped: boolean;
  /** Says what is being done, as “正在…”. */
  doing(words: string): void;
}

/** A task, and the way to end it: what it shows goes with it, and nothing of another's. */
export function taskShown(show: (doing: Doing | undefined) => void): {
  readonly task: PaneTask;
  readonly end: () => void;
} {
  let shown = false;
  const end = () => {
    if (shown) show(undefined);
    shown = false;
  };
  const task = {
    stopped: false,
    doing(words: string) {
      if (task.stopped) return;
      shown = true;
      const stop = () => {
        task.stopped = true;
        end();
      };
      show({ words, stop });
    },
  };
  return { task, end };
}
