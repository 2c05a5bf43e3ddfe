// A verdict as icon, word and colour together: never by colour alone.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { VERDICT_NAMES, type Verdict } from '../../src/assertions/finding.ts';

const ICONS: Readonly<Record<Verdict, string>> = {
  exact: '✓',
  rounding: '◐',
  broken: '●',
  unknown: '○',
};

const useStyles = makeStyles({
  icon: {
    display: 'inline-block',
    width: '1.1em',
    textAlign: 'center',
    flexShrink: 0,
    lineHeight: '20px',
  },
  exact: { color: tokens.colorPaletteGreenForeground1 },
  rounding: { color: tokens.colorPaletteMarigoldForeground1 },
  broken: { color: tokens.colorPaletteRedForeground1 },
  unknown: { color: tokens.colorNeutralForeground3 },
});

export function VerdictIcon({ verdict, bare }: { verdict: Verdict; bare?: boolean }) {
  const styles = useStyles();
  return (
    <span
      className={mergeClasses(styles.icon, styles[verdict])}
      role={bare ? undefined : 'img'}
      aria-hidden={bare}
      aria-label={bare ? undefined : VERDICT_NAMES[verdict]}
    >
      {ICONS[verdict]}
    </span>
  );
}
