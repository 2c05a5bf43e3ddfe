// Whether something has lasted long enough to be told.
import { useEffect, useState } from 'react';

const SLOW = 300;

/** 久了: on for some while. */
export function useSlow(on: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!on) {
      setSlow(false);
      return undefined;
    }
    const timer = setTimeout(() => setSlow(true), SLOW);
    return () => clearTimeout(timer);
  }, [on]);
  return slow;
}
