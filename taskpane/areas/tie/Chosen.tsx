// The chosen number: what it was held against, what it ought to be, its cells, and the correction.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import type { TiedNumber } from '../../../src/narrative/tie/report.ts';
import { VerdictIcon } from '../../parts/Verdict.tsx';
import { VERDICTS, WORDS } from './words.ts';

const useStyles = makeStyles({
  strip: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    padding: '8px 16px',
    maxHeight: '40%',
    overflowY: 'auto',
    flexShrink: 0,
  },
  head: { display: 'flex', alignItems: 'center', gap: '8px' },
  grow: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, display: 'block', overflowWrap: 'anywhere' },
  cells: { listStyleType: 'none', margin: '4px 0 0', padding: 0 },
  cell: { justifyContent: 'flex-start', textAlign: 'start', width: '100%', padding: '2px 4px' },
  address: { color: tokens.colorNeutralForeground3, marginInlineStart: '8px' },
});

interface Props {
  readonly number: TiedNumber;
  readonly rule: { readonly title: string; readonly basis: string } | undefined;
  readonly reveal: (sheet: string, address: string) => void;
  readonly onAdopt: () => void;
  readonly onClose: () => void;
}

/** A wrong direction cannot be put right by another figure. */
const canAdopt = ({ verdict, expected, message }: TiedNumber): boolean =>
  verdict === 'broken' && expected !== null && !message.includes('方向相反');

function Cells({ cells, reveal }: { cells: TiedNumber['cells']; reveal: Props['reveal'] }) {
  const styles = useStyles();
  return (
    <ul className={styles.cells}>
      {cells.map(({ sheet, address, label, value, period }) => (
        <li key={`${period ?? ''}${sheet}!${address}`}>
          <Button
            size="small"
            appearance="subtle"
            className={styles.cell}
            disabled={period !== undefined}
            onClick={() => reveal(sheet, address)}
          >
            {label} {value}
            <span className={styles.address}>
              {period ? `${period}工作簿 ` : ''}
              {address}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

export function Chosen({ number, rule, reveal, onAdopt, onClose }: Props) {
  const styles = useStyles();
  const { verdict, text, message, cells } = number;
  return (
    <section className={styles.strip} aria-label={WORDS.number} aria-live="polite">
      <div className={styles.head}>
        <VerdictIcon verdict={verdict} bare />
        <Text weight="semibold" className={styles.grow}>
          {VERDICTS[verdict]} {text.replace(/\s+/g, '')}
        </Text>
        {canAdopt(number) && (
          <Button size="small" appearance="primary" onClick={onAdopt}>
            {WORDS.adopt}
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          icon={<Dismiss16Regular />}
          aria-label={WORDS.close}
          onClick={onClose}
        />
      </div>
      <Text size={200} className={styles.grow}>
        {message || WORDS.nothing}
      </Text>
      {rule && (
        <Text size={200} className={styles.quiet}>
          {rule.title}（依据：{rule.basis}）
        </Text>
      )}
      <Cells cells={cells} reveal={reveal} />
    </section>
  );
}
