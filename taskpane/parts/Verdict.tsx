// A verdict as icon, word and colour together: never by colour alone. The icons are drawn, so that
// they are the same size in every face and told apart in black and white.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { VERDICT_NAMES, type Verdict } from '../../src/assertions/finding.ts';

const RING = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 };
const ICONS: Readonly<Record<Verdict, ReactElement>> = {
  exact: <path d="M2.5 6.5 5 9l4.8-6" {...RING} strokeWidth={1.8} strokeLinecap="round" />,
  rounding: (
    <>
      <circle cx="6" cy="6" r="4.25" {...RING} />
      <path d="M6 1.75a4.25 4.25 0 0 0 0 8.5Z" fill="currentColor" />
    </>
  ),
  broken: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  unknown: <circle cx="6" cy="6" r="4.25" {...RING} />,
};

const useStyles = makeStyles({
  icon: { display: 'inline-flex', flexShrink: 0, verticalAlign: '-1px' },
  exact: { color: tokens.colorPaletteGreenForeground1 },
  // The second marigold: the first is too pale on white to be told from it.
  rounding: { color: tokens.colorPaletteMarigoldForeground2 },
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
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {ICONS[verdict]}
      </svg>
    </span>
  );
}
