// One finding: the rule in words, what is stated and what it should be, where, and the likely culprit.
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { Finding } from '../../../src/assertions/finding.ts';
import { SEVERITY_NAMES } from '../../../src/assertions/finding.ts';
import { isOwn } from '../../../src/review/suspects.ts';
import { VerdictIcon } from '../../parts/Verdict.tsx';
import { Culprit } from './Culprit.tsx';
import { Details } from './Details.tsx';
import type { ItemProps } from './item.ts';

const useStyles = makeStyles({
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, padding: '0 16px' },
  open: { backgroundColor: tokens.colorNeutralBackground2 },
  struck: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
  main: {
    display: 'grid',
    gridTemplateColumns: '12px 1fr',
    columnGap: '10px',
    width: '100%',
    textAlign: 'left',
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    padding: '8px 0',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    ':disabled': { cursor: 'default' },
    ':enabled:hover .gouji-title': { color: tokens.colorBrandForeground1 },
  },
  icon: { lineHeight: tokens.lineHeightBase300 },
  title: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  body: { gridColumn: '2', minWidth: 0 },
  tag: {
    marginLeft: '6px',
    padding: '0 4px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase100,
    whiteSpace: 'nowrap',
  },
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    columnGap: '12px',
    marginTop: '2px',
    fontVariantNumeric: 'tabular-nums',
    fontSize: tokens.fontSizeBase300,
    lineHeight: '20px',
  },
  figure: { whiteSpace: 'nowrap' },
  label: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    marginRight: '4px',
  },
  gap: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  where: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    marginTop: '2px',
  },
  message: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    marginTop: '2px',
  },
});

const ZERO = /^-?0(?:\.0+)?$/;

const OUGHT = { '=': '应为', '≤': '应不大于', '≥': '应不小于', '∈': '应为' } as const;

function Figures({ finding }: { finding: Finding }) {
  const styles = useStyles();
  if (finding.stated === undefined || finding.verdict === 'exact') return null;
  const gap = finding.gap ?? '';
  const by = gap.startsWith('-') ? `少 ${gap.slice(1)}` : `多 ${gap}`;
  const ought = OUGHT[finding.rel ?? '='];
  return (
    <div className={styles.figures}>
      <span className={styles.figure}>
        <span className={styles.label}>表内</span>
        {finding.stated}
      </span>
      <span className={styles.figure}>
        <span className={styles.label}>{ought}</span>
        {finding.expected}
      </span>
      {!ZERO.test(gap) && <span className={styles.gap}>{by}</span>}
    </div>
  );
}

/** Figures alone do not tell what cannot be compared, nor that the row of the stated figure is not there. */
const needsWords = ({ stated, verdict, cells }: Finding): boolean =>
  stated === undefined ||
  verdict === 'unknown' ||
  (verdict === 'broken' && cells.every((c) => c.role !== 'stated'));

export function FindingItem(props: ItemProps) {
  const { finding, rule, open, onOpen, onGo } = props;
  const styles = useStyles();
  const place = finding.cells.find(isOwn);
  const severity =
    finding.verdict === 'broken' && finding.severity !== 'error'
      ? SEVERITY_NAMES[finding.severity]
      : '';
  return (
    <div
      className={mergeClasses(styles.item, open && styles.open)}
      role="listitem"
      data-rule={finding.rule}
      data-verdict={finding.verdict}
    >
      <button
        type="button"
        className={styles.main}
        data-finding=""
        data-sheet={place?.sheet}
        data-address={place?.address}
        aria-expanded={open}
        onClick={() => {
          onOpen();
          if (place) onGo(place.sheet, place.address);
        }}
      >
        <span className={styles.icon}>
          <VerdictIcon verdict={finding.verdict} />
        </span>
        <span className={mergeClasses(styles.title, 'gouji-title')}>
          {finding.title}
          {severity && <span className={styles.tag}>{severity}</span>}
          {finding.explained && <span className={styles.tag}>已说明</span>}
        </span>
        <span className={styles.body}>
          <Figures finding={finding} />
          {needsWords(finding) && <div className={styles.message}>{finding.message}</div>}
          <div className={styles.where}>{[place?.address, rule].filter(Boolean).join(' · ')}</div>
        </span>
      </button>
      <Culprit {...props} />
      {open && <Details {...props} />}
    </div>
  );
}

/** A finding that the last edits mended: struck through once, gone with the next check. */
export function MendedItem({ finding }: { finding: Finding }) {
  const styles = useStyles();
  const address = finding.cells[0]?.address;
  return (
    <div className={styles.item} role="listitem" data-mended="">
      <div className={styles.main} style={{ cursor: 'default' }}>
        <span className={styles.icon}>
          <VerdictIcon verdict="exact" />
        </span>
        <span className={mergeClasses(styles.title, styles.struck)}>{finding.title}</span>
        <span className={styles.body}>
          <div className={styles.where}>
            {[finding.table, address, '已改正'].filter(Boolean).join(' · ')}
          </div>
        </span>
      </div>
    </div>
  );
}

export function GroupHeading({ table, sheet }: { table: string; sheet: string }) {
  return (
    <Text as="h2" block weight="semibold" style={{ margin: 0, padding: '12px 16px 4px' }}>
      {table || sheet || '整个工作簿'}
      {table && sheet && !table.includes(sheet) && (
        <Text
          size={200}
          weight="regular"
          style={{ marginLeft: 8, color: tokens.colorNeutralForeground3 }}
        >
          {sheet}
        </Text>
      )}
    </Text>
  );
}
