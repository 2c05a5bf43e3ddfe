// Counts over a manuscript: 118 个数字：相符 112 · 尾差 2 · 不符 3 · 未核对 1; and the lists that open below.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { TieReport } from '../../../src/narrative/readings/report.ts';
import { KindIcon } from '../../parts/Kind.tsx';
import { kindName, kindOfNumber, type NumberKind, TIE_WORDS } from './words.ts';

const useStyles = makeStyles({
  bar: {
    padding: '12px 16px 0',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px',
    flexShrink: 0,
  },
  lists: { padding: '0 16px 4px', display: 'flex', flexWrap: 'wrap', gap: '6px', flexShrink: 0 },
  total: { marginInlineEnd: '6px' },
  count: {
    minWidth: 0,
    minHeight: '24px',
    padding: '2px 4px',
    gap: '3px',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
  },
  words: { padding: '2px 4px', lineHeight: '20px' },
  figure: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
});

const ORDER: readonly NumberKind[] = ['exact', 'rounding', 'error', 'warning', 'note', 'unknown'];
/** What is seldom is counted only where there is some. */
const SELDOM: ReadonlySet<NumberKind> = new Set<NumberKind>(['warning', 'note']);

interface Props {
  readonly report: TieReport;
  readonly onStep: (kind: NumberKind) => void;
}

/** A count leads to its next number. */
export function Bar({ report, onStep }: Props) {
  const styles = useStyles();
  const { numbers, findings } = report;
  const counted = ORDER.map((kind) => ({
    kind,
    count: numbers.filter((n) => kindOfNumber(n) === kind).length,
  })).filter(({ kind, count }) => count > 0 || !SELDOM.has(kind));
  return (
    <div className={styles.bar} role="group" aria-label="核对结果">
      <Text weight="semibold" className={styles.total} role="status">
        {numbers.length} 个数字：
      </Text>
      {counted.map(({ kind, count }) => (
        <Button
          key={kind}
          size="small"
          appearance="subtle"
          className={styles.count}
          disabled={count === 0}
          onClick={() => onStep(kind)}
        >
          <KindIcon kind={kind} bare />
          {kindName(kind)} <span className={styles.figure}>{count}</span>
        </Button>
      ))}
      {findings.length > 0 && (
        <Text size={200} className={styles.words}>
          {TIE_WORDS.inWords} <span className={styles.figure}>{findings.length}</span> 处
        </Text>
      )}
    </div>
  );
}

/** 侧栏: which list is open beside the manuscript. */
export type Panel = 'list' | 'open' | 'elements';

interface PanelsProps {
  readonly panel: Panel | undefined;
  readonly entries: number;
  /** Numbers that were not tied. */
  readonly open: number;
  /** Elements that are missing or cannot be made out; undefined where there is no list of them. */
  readonly lacking: number | undefined;
  readonly corrections: number;
  readonly onPanel: (panel: Panel) => void;
  readonly onAdopt: () => void;
}

export function Panels(props: PanelsProps) {
  const { panel, entries, open, lacking, corrections, onPanel, onAdopt } = props;
  const styles = useStyles();
  const toggle = (own: Panel, words: string) => (
    <Button
      size="small"
      appearance={panel === own ? 'outline' : 'subtle'}
      className={styles.count}
      aria-expanded={panel === own}
      onClick={() => onPanel(own)}
    >
      {words}
    </Button>
  );
  return (
    <div className={styles.lists}>
      {toggle('list', `${TIE_WORDS.list} ${entries}`)}
      {open > 0 && toggle('open', `${TIE_WORDS.open} ${open}`)}
      {lacking !== undefined &&
        toggle(
          'elements',
          `${TIE_WORDS.elements}${lacking > 0 ? ` 缺或看不清 ${lacking}` : '齐全'}`,
        )}
      {corrections > 1 && (
        <Button size="small" appearance="subtle" className={styles.count} onClick={onAdopt}>
          采用这 {corrections} 处更正…
        </Button>
      )}
    </div>
  );
}
