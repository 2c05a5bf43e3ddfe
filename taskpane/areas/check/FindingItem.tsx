// One finding: the rule in words, what is stated and what it should be, where, and the likely culprit.
import { Button, Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import {
  type Finding,
  SEVERITY_NAMES,
  SLIP_NAMES,
  type Suspect,
} from '../../../src/assertions/finding.ts';
import { VerdictIcon } from '../../parts/Verdict.tsx';
import { WORDS } from '../../words.ts';
import { Details } from './Details.tsx';

const useStyles = makeStyles({
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, padding: '0 16px' },
  open: { backgroundColor: tokens.colorNeutralBackground2 },
  mended: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
  main: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: '6px',
    width: '100%',
    textAlign: 'left',
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    padding: '8px 0',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    ':hover .gouji-title': { color: tokens.colorBrandForeground1 },
  },
  title: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  body: { gridColumn: '2', minWidth: 0 },
  tag: {
    marginLeft: '6px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    columnGap: '12px',
    marginTop: '2px',
    fontVariantNumeric: 'tabular-nums',
    fontSize: tokens.fontSizeBase300,
    lineHeight: '22px',
  },
  label: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    marginRight: '4px',
  },
  gap: { fontWeight: tokens.fontWeightSemibold },
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
    marginTop: '2px',
  },
  suspects: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '0 0 8px 22px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
  },
  suspectText: { flex: 1, minWidth: 0 },
});

const UNWANTED = /^-?0(?:\.0+)?$/;

function Figures({ finding }: { finding: Finding }) {
  const styles = useStyles();
  if (finding.stated === undefined || finding.verdict === 'exact') return null;
  const gap = finding.gap ?? '';
  const by = gap.startsWith('-') ? `少 ${gap.slice(1)}` : `多 ${gap}`;
  const ought = finding.says.includes('≥')
    ? '应不小于'
    : finding.says.includes('≤')
      ? '应不大于'
      : '应为';
  return (
    <div className={styles.figures}>
      <span>
        <span className={styles.label}>表内</span>
        {finding.stated}
      </span>
      <span>
        <span className={styles.label}>{ought}</span>
        {finding.expected}
      </span>
      {!UNWANTED.test(gap) && <span className={styles.gap}>{by}</span>}
    </div>
  );
}

interface Props {
  readonly finding: Finding;
  readonly suspects: readonly Suspect[];
  readonly open: boolean;
  readonly mended?: boolean;
  readonly onOpen: () => void;
  readonly onGo: (sheet: string, address: string) => void;
  readonly onCorrect: (suspect: Suspect) => void;
  readonly onExplain: (text: string) => Promise<void>;
  readonly explanation: () => Promise<string>;
}

function Culprit({ finding, suspects, onGo, onCorrect }: Props) {
  const styles = useStyles();
  const [first] = suspects;
  if (!first) return null;
  const place = (s: Suspect) => (s.sheet === finding.sheet ? s.address : `${s.sheet}!${s.address}`);
  if (suspects.length > 1) {
    const names = suspects.slice(0, 6).map(place).join('、');
    return (
      <div className={styles.suspects}>
        可能是这 {suspects.length} 格之一：{names}
        {suspects.length > 6 && ' …'}
      </div>
    );
  }
  return (
    <div className={styles.suspects}>
      <span className={styles.suspectText}>
        可能是{' '}
        <Link as="button" inline onClick={() => onGo(first.sheet, first.address)}>
          {place(first)}
        </Link>
        ：{SLIP_NAMES[first.slip]} → {first.suggested}
      </span>
      <Button size="small" onClick={() => onCorrect(first)}>
        {WORDS.correct}
      </Button>
    </div>
  );
}

export function FindingItem(props: Props) {
  const { finding, open, mended = false, onOpen, onGo } = props;
  const styles = useStyles();
  const place = finding.cells[0];
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
        aria-expanded={open}
        disabled={mended}
        onClick={() => {
          onOpen();
          if (place) onGo(place.sheet, place.address);
        }}
      >
        <VerdictIcon verdict={mended ? 'exact' : finding.verdict} />
        <span className={mergeClasses(styles.title, 'gouji-title', mended && styles.mended)}>
          {finding.title}
          {severity && <span className={styles.tag}>{severity}</span>}
          {finding.explained && <span className={styles.tag}>已说明</span>}
        </span>
        <span className={styles.body}>
          <Figures finding={finding} />
          {(finding.stated === undefined || finding.verdict === 'unknown') && (
            <div className={styles.message}>{finding.message}</div>
          )}
          <div className={styles.where}>
            {place && `${place.address} · `}
            {finding.says}
          </div>
        </span>
      </button>
      {!mended && <Culprit {...props} />}
      {open && !mended && <Details {...props} />}
    </div>
  );
}

export function GroupHeading({ table, sheet }: { table: string; sheet: string }) {
  return (
    <Text as="h2" block weight="semibold" style={{ margin: 0, padding: '12px 16px 4px' }}>
      {table || sheet}
      {table && table !== sheet && (
        <Text size={200} style={{ marginLeft: 8, color: tokens.colorNeutralForeground3 }}>
          {sheet}
        </Text>
      )}
    </Text>
  );
}
