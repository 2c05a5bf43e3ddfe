// Focus never falls to the page: where what had it is gone, something near takes it over.
import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';

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
