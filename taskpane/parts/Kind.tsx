// What a finding is to its reader, as a drawn icon: shape and colour together, told apart in black and white.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Verdict } from '../../src/assertions/finding.ts';
import { KIND_NAMES, type Kind } from '../../src/review/attention.ts';
import { VerdictIcon } from './Verdict.tsx';

const LINE = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.4,
  strokeLinejoin: 'round',
  strokeLinecap: 'round',
} as const;
type Own = Exclude<Kind, 'error' | 'rounding' | 'unknown' | 'exact'>;
const ICONS: Readonly<Record<Own, ReactElement>> = {
  warning: (
    <>
      <path d="M6 1.4 11 10.4H1Z" {...LINE} />
      <path d="M6 4.6v2.6M6 8.7v.1" {...LINE} />
    </>
  ),
  note: (
    <>
      <rect x="1.4" y="1.4" width="9.2" height="9.2" rx="2" {...LINE} />
      <path d="M6 5.4v3M6 3.5v.1" {...LINE} />
    </>
  ),
  explained: (
    <>
      <path d="M1.4 2h9.2v6.2H6L3.6 10.4V8.2H1.4Z" {...LINE} />
      <path d="M3.6 4.2h4.8M3.6 6h3" {...LINE} />
    </>
  ),
  ignored: (
    <>
      <circle cx="6" cy="6" r="4.4" {...LINE} />
      <path d="M3 9 9 3" {...LINE} />
    </>
  ),
};

const useStyles = makeStyles({
  icon: { display: 'inline-flex', flexShrink: 0, verticalAlign: '-1px' },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  note: { color: tokens.colorPaletteBlueForeground2 },
  explained: { color: tokens.colorPaletteTealForeground2 },
  ignored: { color: tokens.colorNeutralForeground3 },
});

const VERDICTS: Readonly<Partial<Record<Kind, Verdict>>> = {
  error: 'broken',
  rounding: 'rounding',
  unknown: 'unknown',
  exact: 'exact',
};

export function KindIcon({ kind, bare }: { kind: Kind; bare?: boolean }) {
  const styles = useStyles();
  const verdict = VERDICTS[kind];
  if (verdict) return <VerdictIcon verdict={verdict} {...(bare && { bare })} />;
  const own = kind as Own;
  return (
    <span
      className={mergeClasses(styles.icon, styles[own])}
      role={bare ? undefined : 'img'}
      aria-hidden={bare}
      aria-label={bare ? undefined : KIND_NAMES[kind]}
    >
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {ICONS[own]}
      </svg>
    </span>
  );
}
