// Says the counts to a screen reader, politely, after each 体检. It is there before there is anything
// to say: a live region that comes with its words is not read out.
import { makeStyles } from '@fluentui/react-components';
import { KIND_NAMES } from '../../src/review/attention.ts';
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
const ASKING = ['warning', 'note', 'explained', 'ignored'] as const;

function wordsOf({ checked, difference }: CheckState): string {
  if (!checked) return '';
  const { counts, attention, tables } = checked.review;
  if (tables.length === 0) return '体检完成：没有认出决算表。';
  const numbers = [
    `${KIND_NAMES.error} ${attention.error}`,
    ...ASKING.filter((k) => attention[k] > 0).map((k) => `${KIND_NAMES[k]} ${attention[k]}`),
    ...(['rounding', 'unknown', 'exact'] as const).map((v) => `${KIND_NAMES[v]} ${counts[v]}`),
  ];
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
