// A pane zoomed in so far that little is left of it: parts that else scroll by themselves grow to their own height,
// and the pane scrolls as a whole.

/** 窄: a pane of 400 px at 200 %, of 320 px at 150 %, and below. */
export const NARROW = '@media (max-width: 279px)';

/** What scrolls by itself else. */
export const unrolled = { flex: 'none', overflowY: 'visible', overflowX: 'visible' } as const;

/** What scrolls around an element; the window where nothing nearer does. */
export function scrollerOf(element: Element): Element | null {
  const own = element.closest('[data-scroll]');
  return own && getComputedStyle(own).overflowY !== 'visible' ? own : null;
}
