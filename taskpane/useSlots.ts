// What was typed in place of gaps, kept in the workbook: whichever area asks shows the same words, and what is
// typed in one stands in the others at once.
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { Host } from '../src/hosts/port.ts';
import { type Slots, slotsIn, withSlot } from '../src/narrative/slots.ts';
import { changeKept } from './kept.ts';
import type { Checking } from './useCheck.ts';

/** One for all areas over a host. */
class Shared {
  slots: Slots = {};
  asked = false;
  readonly #listeners = new Set<() => void>();
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  set(slots: Slots): void {
    this.slots = slots;
    for (const listener of this.#listeners) listener();
  }
}

const stores = new WeakMap<Host, Shared>();
function sharedOf(host: Host): Shared {
  const known = stores.get(host) ?? new Shared();
  stores.set(host, known);
  return known;
}

export function useSlots({
  host,
  checking,
}: {
  readonly host: Host;
  readonly checking: Checking;
}): [Slots, (key: string, text: string) => void] {
  const shared = sharedOf(host);
  const slots = useSyncExternalStore(shared.subscribe, () => shared.slots);
  const { attempt } = checking;
  useEffect(() => {
    if (shared.asked) return;
    shared.asked = true;
    void attempt(async () => shared.set(slotsIn(await host.load())));
  }, [attempt, host, shared]);
  const fill = useCallback(
    (key: string, text: string) => {
      shared.set(withSlot(shared.slots, key, text));
      void attempt(() =>
        changeKept(host, (kept) => ({
          slots: withSlot(slotsIn(JSON.stringify(kept)), key, text),
        })),
      );
    },
    [attempt, host, shared],
  );
  return [slots, fill];
}
