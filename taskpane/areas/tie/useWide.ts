// Whether there is room for a list beside the manuscript.
import { useCallback, useRef, useState } from 'react';

/** From this width on. */
const WIDE = 560;

export function useWide(): [(element: HTMLElement | null) => void, boolean] {
  const [wide, setWide] = useState(window.innerWidth >= WIDE);
  const watch = useRef<ResizeObserver | undefined>(undefined);
  const box = useCallback((element: HTMLElement | null) => {
    watch.current?.disconnect();
    if (!element) return;
    watch.current = new ResizeObserver(([entry]) => {
      if (entry) setWide(entry.contentRect.width >= WIDE);
    });
    watch.current.observe(element);
  }, []);
  return [box, wide];
}
