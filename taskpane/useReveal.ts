// Going to cells, and back to where the user was before the pane led away.
import { useCallback, useRef, useState } from 'react';
import { addressOf, type CellLocation } from '../src/facts/grid.ts';
import type { Checking } from './useCheck.ts';

export type Reveal = (sheet: string, address: string, beside?: readonly string[]) => void;

/** 回到原处: the cell the user came from, and the way there. */
export interface Back {
  readonly to: string;
  readonly go: () => void;
}

const nameOf = ({ sheet, ...at }: CellLocation): string => `${sheet}!${addressOf(at)}`;

export function useReveal({ attempt, session }: Checking): {
  reveal: Reveal;
  back: Back | undefined;
} {
  const [origin, setOrigin] = useState<CellLocation>();
  /** Where the pane led last: whoever is still there has not gone anywhere by himself. */
  const led = useRef<readonly string[]>([]);
  const reveal = useCallback<Reveal>(
    (sheet, address, beside) =>
      void attempt(async () => {
        const former = await session.reveal(sheet, address, beside);
        if (former && !led.current.includes(nameOf(former))) setOrigin(former);
        // Of several cells selected together any may be the active one.
        led.current = [address, ...(beside ?? [])].map((a) => `${sheet}!${a}`);
      }),
    [attempt, session],
  );
  // There and back again: the button stays, and so does the focus.
  const go = () => {
    if (!origin) return;
    const { sheet, ...at } = origin;
    void attempt(async () => {
      const former = await session.reveal(sheet, addressOf(at));
      led.current = [nameOf(origin)];
      if (former) setOrigin(former);
    });
  };
  return { reveal, back: origin && { to: nameOf(origin), go } };
}
