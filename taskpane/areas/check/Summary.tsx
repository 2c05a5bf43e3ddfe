// The good news first, then the counts; each count filters the list.
import { makeStyles, Text, ToggleButton, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { VERDICT_NAMES, type Verdict } from '../../../src/assertions/finding.ts';
import type { Review } from '../../../src/review.ts';
import { VerdictIcon } from '../../parts/Verdict.tsx';
import type { Checked, Difference } from '../../session.ts';
import { clock } from '../../words.ts';

const useStyles = makeStyles({
  box: { padding: '8px 16px', display: 'flex', flexDirection: 'column', gap: '6px' },
  line: { color: tokens.colorNeutralForeground2 },
  well: {
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  counts: { display: 'flex', flexWrap: 'wrap', columnGap: '2px', margin: '0 -4px' },
  count: {
    minWidth: 0,
    padding: '2px 4px',
    gap: '3px',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
  },
  number: {
    fontVariantNumeric: 'tabular-nums',
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const ORDER: readonly Verdict[] = ['broken', 'rounding', 'unknown', 'exact'];

interface Props {
  readonly checked: Checked;
  readonly difference: Difference | undefined;
  readonly filter: Verdict | undefined;
  readonly onFilter: (verdict: Verdict | undefined) => void;
}

/** The nine tables and the performance tables apart: news of the one must not hide that of the other. */
interface Portions {
  /** Counts of the nine tables. */
  readonly official: Readonly<Record<Verdict, number>>;
  /** 不符 of the performance tables, and what is only pointed out there. */
  readonly evaluations: number;
  readonly notes: number;
  readonly known: number;
}

function portionsOf({ findings, tables }: Review): Portions {
  const sheets = new Set(tables.filter((t) => /自评$/.test(t.form)).map((t) => t.sheet));
  const official = { exact: 0, rounding: 0, broken: 0, unknown: 0 };
  let [evaluations, notes] = [0, 0];
  for (const f of findings) {
    if (!/^S\d/.test(f.rule) && !sheets.has(f.sheet ?? '')) official[f.verdict] += 1;
    else if (f.verdict === 'broken' && f.severity === 'note') notes += 1;
    else if (f.verdict === 'broken') evaluations += 1;
  }
  const known = tables.filter((t) => t.checked && /^表\d$/.test(t.form)).length;
  return { official, evaluations, notes, known };
}

function AllWell({ portions, at }: { portions: Portions; at: Date }) {
  const styles = useStyles();
  const { official, evaluations, notes, known } = portions;
  // Nothing compared is no pass: the tables are still to be filled.
  if (official.exact + official.rounding === 0) {
    return (
      <div className={styles.well}>
        <Text weight="semibold">
          <VerdictIcon verdict="unknown" bare /> {known} 张表都没有可核对的数。请填数后再体检。
        </Text>
      </div>
    );
  }
  return (
    <div className={styles.well}>
      <Text weight="semibold">
        <VerdictIcon verdict="exact" bare /> {known} 张表勾稽关系全部相符（{official.exact} 项）
        {official.rounding > 0 && `，另有尾差 ${official.rounding} 项`}
      </Text>
      <Text weight="semibold">
        <VerdictIcon verdict="unknown" bare />{' '}
        {official.unknown > 0 ? `无法核对 ${official.unknown} 项` : '没有无法核对的'}
      </Text>
      {evaluations + notes > 0 && (
        <Text weight="semibold">
          <VerdictIcon verdict="broken" bare /> 绩效自评表有{' '}
          {[evaluations > 0 && `${evaluations} 处需要核实`, notes > 0 && `${notes} 处提示`]
            .filter(Boolean)
            .join('、')}
        </Text>
      )}
      <Text size={200} className={styles.quiet}>
        {clock(at)} 体检
      </Text>
    </div>
  );
}

function Counts({ checked, filter, onFilter }: Omit<Props, 'difference'>) {
  const styles = useStyles();
  return (
    <div className={styles.counts} role="group" aria-label="按结论筛选">
      {ORDER.map((verdict) => (
        <ToggleButton
          key={verdict}
          size="small"
          appearance="subtle"
          className={styles.count}
          checked={filter === verdict}
          onClick={() => onFilter(filter === verdict ? undefined : verdict)}
        >
          <VerdictIcon verdict={verdict} bare />
          {VERDICT_NAMES[verdict]}
          <span className={styles.number}>{checked.review.counts[verdict]}</span>
        </ToggleButton>
      ))}
    </div>
  );
}

export function Summary({ checked, difference, filter, onFilter }: Props) {
  const styles = useStyles();
  const { review, at } = checked;
  const portions = useMemo(() => portionsOf(review), [review]);
  const { official, known } = portions;
  const { mended, left, fresh } = difference ?? { mended: [], left: 0, fresh: 0 };
  const news =
    mended.length + left + fresh > 0 && `已改正 ${mended.length} · 仍有 ${left} · 新出现 ${fresh}`;
  return (
    <section className={styles.box} aria-label="体检结果">
      {official.broken === 0 && known > 0 ? (
        <AllWell portions={portions} at={at} />
      ) : (
        <Text className={styles.line}>
          已识别 {known} 张表{review.missing.length > 0 && `，缺 ${review.missing.length} 张`} ·{' '}
          {review.counts.exact} 项相符 · {clock(at)}
        </Text>
      )}
      <Counts checked={checked} filter={filter} onFilter={onFilter} />
      {news && (
        <Text size={200} className={styles.line}>
          {news}
        </Text>
      )}
    </section>
  );
}
