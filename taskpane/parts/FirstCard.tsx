// The first card: what it does in two lines, and where to begin. There before everything else is.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { WORDS } from '../words.ts';

/** The look of a card, for whoever has something to say in the middle of the pane. */
export const useCardStyles = makeStyles({
  card: {
    margin: '24px 16px',
    padding: '20px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    alignItems: 'flex-start',
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface FirstProps {
  readonly onStart: () => void;
  readonly busy: boolean;
  /** Missing where no other workbook can be opened. */
  readonly onSample: (() => void) | undefined;
  readonly notices: readonly string[];
}

export function FirstCard({ onStart, busy, onSample, notices }: FirstProps) {
  const styles = useCardStyles();
  return (
    <div className={styles.card}>
      <Text>{WORDS.first}</Text>
      <div className={styles.row}>
        <Button appearance="primary" data-start="" onClick={onStart} disabledFocusable={busy}>
          {WORDS.start}
        </Button>
        {onSample && (
          <Button appearance="subtle" onClick={onSample}>
            {WORDS.sample}
          </Button>
        )}
      </div>
      <Text size={200} className={styles.quiet}>
        {WORDS.firstNote}
      </Text>
      {notices.map((notice) => (
        <Text key={notice} size={200} className={styles.quiet}>
          {notice}
        </Text>
      ))}
    </div>
  );
}
