// A progress line once work has lasted long enough to be worth one.
import { Button, makeStyles, ProgressBar, Text } from '@fluentui/react-components';
import type { Checking } from '../useCheck.ts';
import { useSlow } from '../useSlow.ts';
import { WORDS } from '../words.ts';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: '8px' },
  text: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  progress: { padding: '4px 16px', display: 'flex', flexDirection: 'column', gap: '4px' },
});

export function Working({ checking }: { checking: Checking }) {
  const styles = useStyles();
  const { state, halt } = checking;
  const { busy, doing, progress } = state;
  const slow = useSlow(busy || doing !== undefined);
  if (!slow) return null;
  const reading = `${WORDS.working}${progress ? `：${progress}` : ''}`;
  const words = busy ? reading : (doing?.words ?? '');
  return (
    <div className={styles.progress} role="status">
      <ProgressBar thickness="medium" aria-label={words} />
      <div className={styles.line}>
        <Text size={200} className={styles.text}>
          {words}
        </Text>
        <Button size="small" appearance="subtle" onClick={busy ? halt : doing?.stop}>
          {WORDS.stop}
        </Button>
      </div>
    </div>
  );
}
