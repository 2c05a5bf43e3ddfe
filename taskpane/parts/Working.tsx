// A progress line once work has lasted long enough to be worth one.
import { makeStyles, ProgressBar, Text } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { CheckState } from '../useCheck.ts';
import { WORDS } from '../words.ts';

const SLOW = 300;
const useStyles = makeStyles({
  progress: { padding: '4px 16px', display: 'flex', flexDirection: 'column', gap: '4px' },
});

function useSlow(on: boolean): boolean {
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

export function Working({ state }: { state: CheckState }) {
  const styles = useStyles();
  const slow = useSlow(state.busy);
  if (!slow) return null;
  return (
    <div className={styles.progress} role="status">
      <ProgressBar thickness="medium" aria-label={WORDS.working} />
      <Text size={200}>
        {WORDS.working}
        {state.progress ? `：${state.progress}` : ''}
      </Text>
    </div>
  );
}
