// The good news first, then the counts; each count filters the list.
import { makeStyles, mergeClasses, Text, ToggleButton, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Finding } from '../../../src/assertions/finding.ts';
import { KIND_NAMES, KINDS, type Kind, kindOf } from '../../../src/review/attention.ts';
import type { Review } from '../../../src/review.ts';
import { type Difference, doneOf, type Progress } from '../../course.ts';
import { KindIcon } from '../../parts/Kind.tsx';
import type { Checked } from '../../session.ts';
import { clock } from '../../words.ts';

const useStyles = makeStyles({
  box: { padding: '8px 16px', display: 'flex', flexDirection: 'column', gap: '6px' },
  stale: { filter: 'grayscale(1)' },
  line: { color: tokens.colorNeutralForeground2 },
  well: {
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  counts: { display: 'flex', flexWrap: 'wrap', gap: '2px', margin: '0 -4px' },
  count: {
    minWidth: 0,
    minHeight: '24px',
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

interface Props {
  readonly checked: Checked;
  readonly difference: Difference | undefined;
  readonly course: Progress;
  readonly stale: boolean;
  readonly kind: Kind | undefined;
  readonly onKind: (kind: Kind | undefined) => void;
}

type Counts = Readonly<Record<Kind, number>>;

/** The nine tables and the performance tables apart: news of the one must not hide that of the other. */
interface Portions {
  readonly all: Counts;
  readonly official: Counts;
  readonly evaluations: Counts;
  readonly known: number;
}

function countsOf(findings: readonly Finding[], exact: number): Counts {
  const counts = Object.fromEntries(KINDS.map((k) => [k, 0])) as Record<Kind, number>;
  for (const f of findings) counts[kindOf(f)] += 1;
  return { ...counts, exact };
}

function portionsOf({ findings, told, tables, counts }: Review): Portions {
  const sheets = new Set(tables.filter((t) => /自评$/.test(t.form)).map((t) => t.sheet));
  const isOfficial = (f: Finding) => !/^S\d/.test(f.rule) && !sheets.has(f.sheet ?? '');
  const own = told.filter(isOfficial);
  const exact = findings.filter((f) => f.verdict === 'exact' && isOfficial(f)).length;
  const known = tables.filter((t) => t.checked && /^表\d$/.test(t.form)).length;
  const others = told.filter((f) => !isOfficial(f));
  return {
    all: countsOf(told, counts.exact),
    official: countsOf(own, exact),
    evaluations: countsOf(others, counts.exact - exact),
    known,
  };
}

/** Whether nothing is left to be mended anywhere, and nothing of the nine tables to be verified. */
const isWell = ({ all, official, known }: Portions): boolean =>
  all.error === 0 &&
  official.warning === 0 &&
  official.explained + official.ignored === 0 &&
  known > 0;

/** What was looked at and is not settled, after the good news. */
function restOf({ official, evaluations }: Portions): readonly (readonly [Kind, string])[] {
  const { unknown } = official;
  const checked = unknown > 0 ? `无法核对 ${unknown} 项` : '每一项都核对到了';
  const asked = [
    evaluations.warning > 0 && `${evaluations.warning} 处需要核实`,
    evaluations.note > 0 && `${evaluations.note} 处提示`,
  ].filter(Boolean);
  const own = asked.length > 0 && `绩效自评表有 ${asked.join('、')}`;
  const kind = evaluations.warning > 0 ? 'warning' : 'note';
  return [[unknown > 0 ? 'unknown' : 'exact', checked], ...(own ? [[kind, own] as const] : [])];
}

function AllWell({ portions, at }: { portions: Portions; at: Date }) {
  const styles = useStyles();
  const { official, known } = portions;
  // Nothing compared is no pass: the tables are still to be filled.
  if (official.exact + official.rounding === 0) {
    return (
      <div className={styles.well}>
        <Text weight="semibold">
          <KindIcon kind="unknown" bare /> {known} 张表都没有可核对的数。请填数后再体检。
        </Text>
      </div>
    );
  }
  return (
    <div className={styles.well}>
      <Text weight="semibold">
        <KindIcon kind="exact" bare /> {known} 张表勾稽关系全部相符（{official.exact} 项）
        {official.rounding > 0 && `，另有尾差 ${official.rounding} 项`}
      </Text>
      {restOf(portions).map(([kind, words]) => (
        <Text key={words} weight="semibold">
          <KindIcon kind={kind} bare /> {words}
        </Text>
      ))}
      <Text size={200} className={styles.quiet}>
        {clock(at)} 体检
      </Text>
    </div>
  );
}

/** These are always counted; the others where there are any. */
const ALWAYS: ReadonlySet<Kind> = new Set<Kind>(['error', 'rounding', 'unknown', 'exact']);

function CountsBar({ all, kind, onKind }: Pick<Props, 'kind' | 'onKind'> & { all: Counts }) {
  const styles = useStyles();
  return (
    <div className={styles.counts} role="group" aria-label="按结论筛选">
      {KINDS.filter((k) => ALWAYS.has(k) || all[k] > 0 || kind === k).map((k) => (
        <ToggleButton
          key={k}
          size="small"
          appearance="subtle"
          className={styles.count}
          checked={kind === k}
          onClick={() => onKind(kind === k ? undefined : k)}
        >
          <KindIcon kind={k} bare />
          {KIND_NAMES[k]}
          <span className={styles.number}>{all[k]}</span>
        </ToggleButton>
      ))}
    </div>
  );
}

/** What the last check changed, and how much of the work is done. */
function newsOf({ difference, course }: Pick<Props, 'difference' | 'course'>): string {
  const { mended, left, fresh } = difference ?? { mended: [], left: 0, fresh: 0 };
  const changed = mended.length + left + fresh > 0;
  const { done, all } = doneOf(course);
  return [
    changed && `已改正 ${mended.length} · 仍有 ${left} · 新出现 ${fresh}`,
    done > 0 && `已处理 ${done}/${all}`,
  ]
    .filter(Boolean)
    .join('　');
}

export function Summary({ checked, difference, course, stale, kind, onKind }: Props) {
  const styles = useStyles();
  const { review, at } = checked;
  const portions = useMemo(() => portionsOf(review), [review]);
  const { known } = portions;
  const news = newsOf({ difference, course });
  return (
    <section
      className={mergeClasses(styles.box, stale && styles.stale)}
      aria-label="体检结果"
      data-stale={stale || undefined}
    >
      {isWell(portions) ? (
        <AllWell portions={portions} at={at} />
      ) : (
        <Text className={styles.line}>
          已识别 {known} 张表{review.missing.length > 0 && `，缺 ${review.missing.length} 张`} ·{' '}
          {review.counts.exact} 项相符 · {clock(at)}
        </Text>
      )}
      <CountsBar all={portions.all} kind={kind} onKind={onKind} />
      {news && (
        <Text size={200} className={styles.line}>
          {news}
        </Text>
      )}
    </section>
  );
}
