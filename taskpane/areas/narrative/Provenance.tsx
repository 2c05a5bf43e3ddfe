// Where the chosen number comes from: its formula and its cells; and the way to bring it up to date.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { type NumberSpan, spanText } from '../../../src/narrative/document.ts';
import type { Stale } from '../../../src/narrative/stale.ts';
import { spoken, type Titles } from '../../../src/review/spoken.ts';
import { WORDS } from './words.ts';

const useStyles = makeStyles({
  strip: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    padding: '8px 16px',
    maxHeight: '38%',
    overflowY: 'auto',
    flexShrink: 0,
  },
  head: { display: 'flex', alignItems: 'center', gap: '8px' },
  grow: { flex: 1, minWidth: 0 },
  formula: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere', display: 'block' },
  cells: { listStyleType: 'none', margin: '4px 0 0', padding: 0 },
  cell: { justifyContent: 'flex-start', textAlign: 'start', width: '100%', padding: '2px 4px' },
  address: { color: tokens.colorNeutralForeground3, marginInlineStart: '8px' },
});

interface Props {
  readonly span: NumberSpan;
  readonly titles: Titles;
  readonly stale: Stale | undefined;
  readonly reveal: (sheet: string, address: string) => void;
  readonly onUpdate: () => void;
  readonly onClose: () => void;
}

export function Provenance({ span, titles, stale, reveal, onUpdate, onClose }: Props) {
  const styles = useStyles();
  return (
    <section className={styles.strip} aria-label={WORDS.from}>
      <div className={styles.head}>
        <Text weight="semibold" className={styles.grow}>
          {spanText(span)}
        </Text>
        <Button
          size="small"
          appearance="subtle"
          icon={<Dismiss16Regular />}
          aria-label="收起出处"
          onClick={onClose}
        />
      </div>
      {stale?.now && (
        <div className={styles.head}>
          <Text size={200} className={styles.grow}>
            {WORDS.isStale}：应为 {spanText(stale.now)}
          </Text>
          <Button size="small" appearance="primary" onClick={onUpdate}>
            {WORDS.updateOne}
          </Button>
        </div>
      )}
      <Text size={200} className={styles.formula}>
        = {spoken(span.formula, titles)}
      </Text>
      {span.cells.length === 0 && <Text size={200}>{WORDS.noCells}</Text>}
      <ul className={styles.cells}>
        {span.cells.map(({ location, address, label, period }) => (
          <li key={`${period ?? ''}${location.sheet}!${address}`}>
            <Button
              size="small"
              appearance="subtle"
              className={styles.cell}
              disabled={period !== undefined}
              onClick={() => reveal(location.sheet, address)}
            >
              {label}
              <span className={styles.address}>
                {period ? `${period}工作簿 ` : ''}
                {address}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
