// The good news first, then the counts; each count filters the list.
import { makeStyles, mergeClasses, Text, ToggleButton, tokens } from '@fluentui/react-components';
import { VERDICT_NAMES, type Verdict } from '../../../src/assertions/finding.ts';
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

function AllWell({ checked }: { checked: Checked }) {
  const styles = useStyles();
  const { counts, tables } = checked.review;
  const known = tables.filter((t) => t.checked && /^表\d$/.test(t.form)).length;
  return (
    <div className={styles.well}>
      <Text weight="semibold">
        <VerdictIcon verdict="exact" bare /> {known} 张表勾稽关系全部相符（{counts.exact} 项）
        {counts.rounding > 0 && `，其中尾差 ${counts.rounding} 项`}
      </Text>
      <Text weight="semibold">
        <VerdictIcon verdict="unknown" bare />{' '}
        {counts.unknown > 0 ? `无法核对 ${counts.unknown} 项` : '没有无法核对的'}
      </Text>
      <Text size={200} className={styles.quiet}>
        {clock(checked.at)} 体检
      </Text>
    </div>
  );
}

export function Summary({ checked, difference, filter, onFilter }: Props) {
  const styles = useStyles();
  const { counts, tables, missing } = checked.review;
  const known = tables.filter((t) => t.checked && /^表\d$/.test(t.form)).length;
  const { mended, left, fresh } = difference ?? { mended: [], left: 0, fresh: 0 };
  const news =
    mended.length + left + fresh > 0 && `已改正 ${mended.length} · 仍有 ${left} · 新出现 ${fresh}`;
  return (
    <section className={styles.box} aria-label="体检结果">
      {counts.broken === 0 ? (
        <AllWell checked={checked} />
      ) : (
        <Text className={styles.line}>
          已识别 {known} 张表{missing.length > 0 && `，缺 ${missing.length} 张`} · {counts.exact}{' '}
          项相符 · {clock(checked.at)}
        </Text>
      )}
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
            <span className={styles.number}>{counts[verdict]}</span>
          </ToggleButton>
        ))}
      </div>
      <div aria-live="polite">
        {news && (
          <Text size={200} className={mergeClasses(styles.line)}>
            {news}
          </Text>
        )}
      </div>
    </section>
  );
}
