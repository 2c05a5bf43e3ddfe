// The rules a 体检 is made by: the catalogue's, or those with the user's own on top, for this session.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Catalogue } from '../src/catalogue/index.ts';
import type { OwnRulesInUse } from './areas/area.ts';

/** 在用规程. */
export function useOwnRules(base: Catalogue): { inUse: Catalogue; ownRules: OwnRulesInUse } {
  const [own, use] = useState<{ readonly name: string; readonly catalogue: Catalogue }>();
  const ownRules = useMemo(() => ({ name: own?.name, base, use }), [own, base]);
  return { inUse: own?.catalogue ?? base, ownRules };
}

/** Other rules ask for another 体检; the first is the user's to start. */
export function useAgain(inUse: Catalogue, run: () => Promise<void>): void {
  const last = useRef(inUse);
  useEffect(() => {
    if (last.current === inUse) return;
    last.current = inUse;
    void run();
  }, [inUse, run]);
}
