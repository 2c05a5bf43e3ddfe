// What of a manuscript was too much for one reading.
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { TieReport } from '../../../src/narrative/readings/report.ts';

const useStyles = makeStyles({
  unread: { padding: '0 16px 4px', color: tokens.colorPaletteRedForeground1 },
});

export function Unread({ report }: { readonly report: TieReport }) {
  const styles = useStyles();
  if (!report.unread) return null;
  return (
    <Text role="alert" size={200} block className={styles.unread}>
      {report.unread.message}
    </Text>
  );
}
