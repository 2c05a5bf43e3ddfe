// What was typed in place of gaps, kept in the workbook: whichever area asks shows the same words.
import { useCallback, useEffect, useState } from 'react';
import type { Host } from '../src/hosts/port.ts';
import { type Slots, slotsIn, withSlot } from '../src/narrative/slots.ts';
import { changeKept } from './kept.ts';
import type { Checking } from './useCheck.ts';

export function useSlots({
  host,
  checking,
}: {
  readonly host: Host;
  readonly checking: Checking;
}): [Slots, (key: string, text: string) => void] {
  const [slots, setSlots] = useState<Slots>({});
  const { attempt } = checking;
  useEffect(() => {
    void attempt(async () => setSlots(slotsIn(await host.load())));
  }, [attempt, host]);
  const fill = useCallback(
    (key: string, text: string) => {
      setSlots((own) => withSlot(own, key, text));
      void attempt(() =>
        changeKept(host, (kept) => ({
          slots: withSlot(slotsIn(JSON.stringify(kept)), key, text),
        })),
      );
    },
    [attempt, host],
  );
  return [slots, fill];
}
