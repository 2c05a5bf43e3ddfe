// What is said of a number chosen in a text, below the text: looks, the button that closes it, its cells.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { NARROW } from '../narrow.ts';

export const useStrip = makeStyles({
  strip: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    padding: '8px 16px',
    maxHeight: '40%',
    overflowY: 'auto',
    flexShrink: 0,
    [NARROW]: { position: 'sticky', bottom: 0, zIndex: 1, maxHeight: '55vh' },
  },
  head: { display: 'flex', alignItems: 'center', gap: '8px', [NARROW]: { flexWrap: 'wrap' } },
  grow: { flex: 1, minWidth: 0, overflowWrap: 'anywhere', [NARROW]: { minWidth: '70%' } },
  quiet: { color: tokens.colorNeutralForeground3, display: 'block', overflowWrap: 'anywhere' },
  message: { margin: '4px 0', overflowWrap: 'anywhere' },
  cells: { listStyleType: 'none', margin: '4px -4px 0', padding: 0 },
  cell: {
    justifyContent: 'flex-start',
    textAlign: 'start',
    width: '100%',
    minHeight: '24px',
    padding: '2px 4px',
  },
  address: { color: tokens.colorNeutralForeground3, marginInlineStart: '8px' },
});

export function CloseStrip({ label, onClose }: { label: string; onClose: () => void }) {
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={<Dismiss16Regular />}
      aria-label={label}
      onClick={onClose}
    />
  );
}

interface StripCell {
  readonly sheet: string;
  readonly address: string;
  readonly label: string;
  /** Set when the cell stands in another workbook: it can be named, not shown. */
  readonly period?: string;
}

interface CellsProps {
  readonly cells: readonly StripCell[];
  readonly reveal: (sheet: string, address: string) => void;
}

export function StripCells({ cells, reveal }: CellsProps) {
  const styles = useStrip();
  return (
    <ul className={styles.cells}>
      {cells.map(({ sheet, address, label, period }) => (
        <li key={`${period ?? ''}${sheet}!${address}`}>
          <Button
            size="small"
            appearance="subtle"
            className={styles.cell}
            disabled={period !== undefined}
            onClick={() => reveal(sheet, address)}
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
  );
}
