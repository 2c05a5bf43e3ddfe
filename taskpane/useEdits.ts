// Watching the workbook for the user's own edits, as long as the pane is in sight. Knows the host's port; knows no
// result.
import { useEffect, useRef, useState } from 'react';
import { type Change, type Host, HostError } from '../src/hosts/port.ts';

const DEBOUNCE = 600;
const RETRY = 900;

/** 窗格是否可见: a pane that was closed may go on running beside Excel, and must not go on watching. */
export type Sight = (listener: (visible: boolean) => void) => void;

export function useInSight(sight: Sight | undefined): boolean {
  const [visible, setVisible] = useState(true);
  useEffect(() => sight?.(setVisible), [sight]);
  return visible;
}

const isEditing = (error: unknown): boolean =>
  error instanceof HostError && error.code === 'editing';

/** Begins to watch, again later where a cell is being edited just now; returns the way to end it. */
function watching(host: Host, heard: (change: Change) => void, begun: () => void): () => void {
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: (() => Promise<void>) | undefined;
  const end = () => void stop?.().catch(() => undefined);
  const begin = (): void => {
    host.watch(heard).then(
      (ending) => {
        stop = ending;
        if (over) end();
        else begun();
      },
      (error) => {
        // A program that tells nothing of edits still checks.
        if (!over && isEditing(error)) timer = setTimeout(begin, RETRY);
      },
    );
  };
  begin();
  return () => {
    over = true;
    clearTimeout(timer);
    end();
  };
}

/** 改动过的工作表 since the last check; undefined where not every edit since then was heard. */
export type EditedSheets = () => ReadonlySet<string> | undefined;

interface Edits {
  /** There is a result that edits make old. */
  readonly known: boolean;
  /** 实时: checked again a little after the last edit. */
  readonly live: boolean;
  readonly visible: boolean;
  /** Asks for the sheets edited since the last check at the moment it reads. */
  readonly run: (edited?: EditedSheets) => void;
  /** When the result that is known was read. */
  readonly read: Date | undefined;
  /** Without a change: nobody knows what was edited meanwhile. */
  readonly edited: (change?: Change) => void;
}

/** Notes the user's own edits: a result is of its time, also where it is not made anew at once. */
export function useEdits(host: Host, edits: Edits): void {
  const current = useRef(edits);
  current.current = edits;
  const on = edits.known && edits.visible;
  useEffect(() => {
    if (!on) return undefined;
    let pending: ReturnType<typeof setTimeout> | undefined;
    let since: Date | undefined;
    const heard = new Map<string, Date>();
    const edited: EditedSheets = () => {
      const { read } = current.current;
      // What was edited before the watching began nobody heard.
      if (!since || !read || read <= since) return undefined;
      return new Set([...heard].flatMap(([sheet, at]) => (at >= read ? [sheet] : [])));
    };
    const hear = (change: Change): void => {
      heard.set(change.sheet, new Date());
      current.current.edited(change);
      // What others do is told; a check of its own would answer to somebody else's typing.
      if (change.others) return;
      clearTimeout(pending);
      if (current.current.live) pending = setTimeout(() => current.current.run(edited), DEBOUNCE);
    };
    const end = watching(host, hear, () => {
      since = new Date();
    });
    return () => {
      clearTimeout(pending);
      end();
    };
  }, [host, on]);
  const before = useRef(true);
  const { visible } = edits;
  // Whoever comes back to a pane that checks by itself finds what is so now; others are told that it may be old.
  useEffect(() => {
    if (visible && !before.current && current.current.known) {
      if (current.current.live) current.current.run();
      else current.current.edited();
    }
    before.current = visible;
  }, [visible]);
}
