// Says the counts to a screen reader, politely, after each 体检. It is there before there is anything
// to say: a live region that comes with its words is not read out.
import { makeStyles } from '@fluentui/react-components';
import { VERDICT_NAMES } from '../../src/assertions/finding.ts';
import type { CheckState } from '../useCheck.ts';

const useStyles = makeStyles({
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});
const ORDER = ['broken', 'rounding', 'unknown', 'exact'] as const;

function wordsOf({ checked, difference }: CheckState): string {
  if (!checked) return '';
  const { counts, tables } = checked.review;
  if (tables.length === 0) return '体检完成：没有认出决算表。';
  const numbers = ORDER.map((verdict) => `${VERDICT_NAMES[verdict]} ${counts[verdict]}`);
  const news = difference && difference.mended.length + difference.fresh > 0;
  const change = news ? `；已改正 ${difference.mended.length}，新出现 ${difference.fresh}` : '';
  return `体检完成：${numbers.join('，')}${change}。`;
}

export function Announce({ state }: { state: CheckState }) {
  const styles = useStyles();
  return (
    <div className={styles.unseen} aria-live="polite" data-announce="">
      {wordsOf(state)}
    </div>
  );
}
