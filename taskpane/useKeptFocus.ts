// Focus never falls to the page: where what had it is gone, something near takes it over.
import { type FocusEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

const FIRST = 'button:not(:disabled), [tabindex="0"], input, textarea';

/**
 * @param heirs what takes the focus over, the first that is there
 * @returns what the box has to hear of
 */
export function useKeptFocus(box: RefObject<HTMLElement | null>, heirs: readonly string[]) {
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const gone = last.current && !last.current.isConnected;
    if (!gone || !document.hasFocus() || document.activeElement !== document.body) return;
    last.current = null;
    const heir = [...heirs, FIRST]
      .map((what) => box.current?.querySelector<HTMLElement>(what))
      .find(Boolean);
    heir?.focus();
  });
  return {
    onFocus: ({ target }: FocusEvent) => {
      last.current = target;
    },
    onBlur: ({ target }: FocusEvent) => {
      // Left for something else, and not because it is gone.
      if (target === last.current && target.isConnected) last.current = null;
    },
  };
}

/** What the focus stands on no more: it is gone, hidden, or cannot have it now. */
const isLost = (element: HTMLElement): boolean =>
  !element.isConnected || element.matches(':disabled') || element.closest('[hidden]') !== null;

const canHave = (element: HTMLElement): boolean =>
  element.offsetParent !== null && !element.matches(':disabled, [aria-disabled=true]');

/** The first that can have the focus: nearest around where it was, then what starts a 体检. */
function heirOf(around: readonly HTMLElement[], root: HTMLElement): HTMLElement | undefined {
  for (const box of around) {
    if (!box.isConnected || box === root) continue;
    const near = [...box.querySelectorAll<HTMLElement>(FIRST)].find(canHave);
    if (near) return near;
  }
  return [...root.querySelectorAll<HTMLElement>(`[data-start], ${FIRST}`)]
    .sort((a, b) => Number('start' in b.dataset) - Number('start' in a.dataset))
    .find(canHave);
}

/** Whoever knows better where to go on (the next gap, the next finding) goes there first. */
const PATIENCE = 120;

/** 焦点不落空, for the whole pane: what stood nearest takes it over; whoever left for the grid is left there. */
export function useFocusKeptIn(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = box.current;
    if (!root) return undefined;
    let last: HTMLElement | undefined;
    let around: readonly HTMLElement[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const came = ({ target }: Event) => {
      last = target as HTMLElement;
      const boxes: HTMLElement[] = [];
      for (let e = last.parentElement; e && root.contains(e); e = e.parentElement) boxes.push(e);
      around = boxes;
    };
    const went = ({ target }: Event) =>
      // What is about to be taken away is still there for a moment.
      setTimeout(() => {
        if (target === last && !isLost(last)) last = undefined;
      }, 0);
    const changes = new MutationObserver(() => {
      if (!last || !isLost(last)) return;
      last = undefined;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const own = document.activeElement;
        const fallen = own === null || own === document.body || isLost(own as HTMLElement);
        if (fallen && document.hasFocus()) heirOf(around, root)?.focus();
      }, PATIENCE);
    });
    root.addEventListener('focusin', came);
    root.addEventListener('focusout', went);
    changes.observe(root, {
      subtree: true,
      childList: true,
      attributeFilter: ['disabled', 'hidden'],
    });
    return () => {
      changes.disconnect();
      clearTimeout(timer);
      root.removeEventListener('focusin', came);
      root.removeEventListener('focusout', went);
    };
  }, [box]);
}
