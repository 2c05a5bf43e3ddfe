// 公开前清理 as the pane's state: what was found, what was done, and the way back for functions.
import { useState } from 'react';
import type { Host } from '../src/hosts/port.ts';
import { type CleaningDone, clean, type OwnTraces, type Ticked, tracesIn } from './cleaning.ts';
import type { Checking } from './useCheck.ts';
import { WORDS } from './words.ts';

export function useCleaning(host: Host, { attempt, wasCleared }: Checking) {
  const [traces, setTraces] = useState<OwnTraces>();
  const [done, setDone] = useState<CleaningDone>();
  const look = () =>
    void attempt(async (task) => {
      setDone(undefined);
      task.doing(WORDS.looking);
      const found = await tracesIn(host);
      if (!task.stopped) setTraces(found);
    });
  const close = () => setTraces(undefined);
  const start = (ticked: Ticked) =>
    void attempt(async () => {
      if (!traces) return;
      try {
        setDone(await clean(host, traces, ticked));
        if (ticked.marked) wasCleared();
      } catch (error) {
        // What stands in the way is said at the top of the pane.
        close();
        throw error;
      }
    });
  const back = ({ former }: CleaningDone) =>
    void attempt(async () => {
      close();
      await host.write(former);
    });
  const entry = { text: WORDS.clean, hint: WORDS.cleanHint, apart: true, onClick: look };
  return { traces, done, entry, onClose: close, onClean: start, onBack: back };
}
