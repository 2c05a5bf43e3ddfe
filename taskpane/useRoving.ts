// One stop of Tab for all numbers of a text: arrows go among them, Tab goes on to the next gap or button.
import { type KeyboardEvent, type RefObject, useEffect } from 'react';

const STEPS: Readonly<Record<string, number>> = {
  ...{ ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 },
  ...{ Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY },
};

/** @param what selects the numbers; each is drawn with tabIndex -1. */
export function useRoving(box: RefObject<HTMLElement | null>, what: string) {
  const all = () => [...(box.current?.querySelectorAll<HTMLElement>(what) ?? [])];
  // What held the stop may be gone: some number always does.
  useEffect(() => {
    const own = [...(box.current?.querySelectorAll<HTMLElement>(what) ?? [])];
    if (!own.some((e) => e.tabIndex === 0)) own[0]?.setAttribute('tabindex', '0');
  });
  const here = (target: EventTarget) => (target as HTMLElement).closest<HTMLElement>(what);
  return {
    onFocus: ({ target }: { target: EventTarget }) => {
      const own = here(target);
      if (!own) return;
      for (const e of all()) if (e !== own && e.tabIndex === 0) e.tabIndex = -1;
      own.tabIndex = 0;
    },
    onKeyDown: (event: KeyboardEvent) => {
      const own = here(event.target);
      const by = STEPS[event.key];
      if (!own || by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const list = all();
      const next = list[Math.min(Math.max(list.indexOf(own) + by, 0), list.length - 1)];
      next?.focus();
    },
  };
}
