// The likely culprit of a finding. Said in full once; a finding with the same one points back to it.
import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { SLIP_NAMES, type Suspect } from '../../../src/assertions/finding.ts';
import { WORDS } from '../../words.ts';
import type { ItemProps } from './item.ts';

/** So many equal candidates are named. */
const NAMED = 4;

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    padding: '0 0 8px 22px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  text: { flex: 1, minWidth: 0, fontVariantNumeric: 'tabular-nums' },
  link: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  button: { minWidth: '52px', flexShrink: 0 },
});

type Props = Pick<ItemProps, 'finding' | 'suspects' | 'repeated' | 'onGo' | 'onCorrect'>;

export function Culprit({ finding, suspects, repeated, onGo, onCorrect }: Props) {
  const styles = useStyles();
  const [first] = suspects;
  if (!first) return null;
  const place = (s: Suspect) => (s.sheet === finding.sheet ? s.address : `${s.sheet}!${s.address}`);
  const link = (s: Suspect) => (
    <Link
      key={place(s)}
      as="button"
      inline
      className={styles.link}
      onClick={() => onGo(s.sheet, s.address)}
    >
      {place(s)}
    </Link>
  );
  const message = suspects.every((s) => s.message === first.message) && first.message;
  // Of a row it is not the cell that is wrong: the cell only leads there.
  const again = message ? '同上，可能出于同一原因，见' : '同上，可能是';
  const said = repeated ? again : message && `${message}见`;
  if (said) {
    return (
      <div className={styles.line}>
        <span className={`${styles.text} ${repeated ? styles.quiet : ''}`}>
          {said} {link(first)}
        </span>
      </div>
    );
  }
  if (suspects.length > 1) {
    const named = suspects.slice(0, NAMED).flatMap((s, i) => (i > 0 ? ['、', link(s)] : [link(s)]));
    return (
      <div className={styles.line}>
        <span className={styles.text}>
          可能是这 {suspects.length} 格之一：{named}
          {suspects.length > NAMED && ' …'}
        </span>
      </div>
    );
  }
  return (
    <div className={styles.line}>
      <span className={styles.text}>
        可能是 {link(first)}：{SLIP_NAMES[first.slip]} → {first.suggested}
      </span>
      <Button size="small" className={styles.button} onClick={() => onCorrect(first)}>
        {WORDS.correct}
      </Button>
    </div>
  );
}
