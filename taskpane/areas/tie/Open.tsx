// What the open numbers lack, group by group; a group leads to its next number.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type OpenGroup, openGroups } from '../../../src/narrative/readings/open.ts';
import type { TiedNumber, TieReport } from '../../../src/narrative/readings/report.ts';
import { TIE_WORDS } from './words.ts';

const useStyles = makeStyles({
  groups: { padding: '4px 12px 0', display: 'flex', flexWrap: 'wrap', alignItems: 'center' },
  group: {
    minWidth: 0,
    padding: '0 4px',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
  },
  unread: { padding: '0 16px 4px', color: tokens.colorPaletteRedForeground1 },
});

interface Props {
  readonly report: TieReport;
  readonly onStep: (numbers: readonly TiedNumber[]) => void;
}

/** What was too much for one reading. */
export function Unread({ report }: Pick<Props, 'report'>) {
  const styles = useStyles();
  if (!report.unread) return null;
  return (
    <Text role="alert" size={200} block className={styles.unread}>
      {report.unread.message}
    </Text>
  );
}

export function Open({ report, onStep }: Props) {
  const styles = useStyles();
  const groups = openGroups(report);
  if (groups.length === 0) return null;
  return (
    <div className={styles.groups} role="group" aria-label={TIE_WORDS.open}>
      {groups.map(({ words, numbers }: OpenGroup) => (
        <Button
          key={words}
          size="small"
          appearance="subtle"
          className={styles.group}
          onClick={() => onStep(numbers)}
        >
          {words} {numbers.length}
        </Button>
      ))}
    </div>
  );
}
