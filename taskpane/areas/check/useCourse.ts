// Going through the findings: arrows and buttons move, the grid follows; a re-check never moves the
// focus unless the row that had it is gone.
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef } from 'react';

/** The grid follows when the user rests for so long on a finding. */
const FOLLOW = 150;
const keyOf = (e: HTMLElement): string | undefined =>
  e.closest<HTMLElement>('[data-key]')?.dataset.key;

/** 逐条查看. */
export interface Course {
  readonly list: (element: HTMLElement | null) => void;
  readonly step: (by: 1 | -1) => void;
  readonly onFocus: (event: { target: EventTarget }) => void;
  readonly onBlur: (event: { target: EventTarget }) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

type SetOpen = (key: string | undefined) => void;

/** The finding an element belongs to; of a culprit's card the first in it. */
const findingOf = (element: HTMLElement): HTMLElement | undefined =>
  (
    element.closest('[data-rule]') ??
    element.closest('[data-culprit]')?.querySelector('[data-rule]')
  )?.querySelector<HTMLElement>('[data-finding]') ?? undefined;

/** Arrows move; Esc closes; E opens the explanation. */
function pressed(
  event: KeyboardEvent<HTMLElement>,
  root: HTMLElement | null,
  step: (by: 1 | -1) => void,
  { setOpen, onGo }: { setOpen: SetOpen; onGo: (sheet: string, address: string) => void },
): void {
  const target = event.target as HTMLElement;
  const typing = target.matches('textarea, input, select');
  if (event.key === 'Escape') {
    // Before the details go, and the focus with them.
    const opened = root?.querySelector<HTMLElement>('[data-finding][aria-expanded=true]');
    opened?.focus();
    setOpen(undefined);
    // The light of what it is made of goes with it.
    const { sheet, address } = opened?.dataset ?? {};
    if (sheet && address) onGo(sheet, address);
    return;
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    step(event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key.toLowerCase() === 'e') {
    const finding = findingOf(target);
    if (!finding) return;
    event.preventDefault();
    setOpen(keyOf(finding));
    setTimeout(() => root?.querySelector<HTMLElement>('[data-explain]')?.focus(), 50);
  }
}

export function useCourse(
  onGo: (sheet: string, address: string) => void,
  setOpen: SetOpen,
): Course {
  const root = useRef<HTMLElement | null>(null);
  const current = useRef<{
    element?: HTMLElement | undefined;
    key?: string | undefined;
    at: number;
  }>({ at: -1 });
  const follow = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(follow.current), []);
  const items = () => [...(root.current?.querySelectorAll<HTMLElement>('[data-finding]') ?? [])];
  useLayoutEffect(() => {
    const { element, at } = current.current;
    if (!element || element.isConnected) return;
    current.current = { at };
    if (!document.hasFocus() || document.activeElement !== document.body) return;
    const all = items();
    const next = all[Math.min(Math.max(at, 0), all.length - 1)];
    (next ?? document.querySelector<HTMLElement>('[data-start]'))?.focus();
  });
  const step = (by: 1 | -1) => {
    const all = items();
    const found = all.findIndex((e) => keyOf(e) === current.current.key);
    const from = found < 0 ? (by > 0 ? -1 : all.length) : found;
    const next = all[Math.min(Math.max(from + by, 0), all.length - 1)];
    if (!next) return;
    next.focus();
    next.closest('[data-key]')?.scrollIntoView({ block: 'nearest' });
    const { sheet, address } = next.dataset;
    clearTimeout(follow.current);
    if (sheet && address) follow.current = setTimeout(() => onGo(sheet, address), FOLLOW);
  };
  return {
    list: useCallback((element) => {
      root.current = element;
    }, []),
    step,
    onFocus({ target }) {
      const element = target as HTMLElement;
      // Of a button within an entry the entry is remembered: the button may go when it is pressed.
      const own = element.matches('[data-finding]') ? element : (findingOf(element) ?? element);
      current.current = { element, key: keyOf(own), at: items().indexOf(own) };
    },
    onBlur({ target }) {
      if (target === current.current.element && (target as HTMLElement).isConnected)
        current.current = { ...current.current, element: undefined };
    },
    onKeyDown: (event) => pressed(event, root.current, step, { setOpen, onGo }),
  };
}
