// A list of thousands: it is laid out block by block, and only those near the view are there. A block that is
// away leaves its height behind; one that holds the focus stays. What scrolls bears `data-scroll`.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { scrollerOf } from '../narrow.ts';

const SIZE = 30;
/** Lists no longer than this are laid out whole. */
const WHOLE = 60;
/** So far from the view a block is still there. */
const NEAR = '1400px 0px';

interface BlockProps {
  readonly first: boolean;
  readonly estimate: number;
  readonly children: ReactNode;
}

function Block({ first, estimate, children }: BlockProps) {
  const box = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(first);
  const height = useRef(estimate);
  useEffect(() => {
    const element = box.current!;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return;
        if (!entry.isIntersecting && element.contains(document.activeElement)) return;
        if (!entry.isIntersecting && element.offsetHeight > 0)
          height.current = element.offsetHeight;
        setNear(entry.isIntersecting);
      },
      { root: scrollerOf(element), rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={box} role="presentation" style={near ? undefined : { height: height.current }}>
      {near && children}
    </div>
  );
}

interface Props<T> {
  readonly items: readonly T[];
  /** About so high is one of them, in pixels. */
  readonly each: number;
  readonly children: (item: T) => ReactNode;
}

export function Blocks<T>({ items, each, children }: Props<T>) {
  if (items.length <= WHOLE) return <>{items.map(children)}</>;
  const blocks = Array.from({ length: Math.ceil(items.length / SIZE) }, (_, i) => i);
  return (
    <>
      {blocks.map((i) => {
        const own = items.slice(i * SIZE, (i + 1) * SIZE);
        return (
          <Block key={i} first={i === 0} estimate={own.length * each}>
            {own.map(children)}
          </Block>
        );
      })}
    </>
  );
}
