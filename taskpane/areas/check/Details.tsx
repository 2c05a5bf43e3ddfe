// Behind a finding: the addends, what they come to, the bound, the 依据; its way out as text, and what the user
// says of it.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import {
  type Finding,
  type FindingCell,
  SLIP_NAMES,
  type Suspect,
} from '../../../src/assertions/finding.ts';
import { findingText } from '../../../src/review/finding-text.ts';
import { stepSaid } from '../../../src/review/score-words.ts';
import { isOwn } from '../../../src/review/suspects.ts';
import { figureWords } from '../../../src/review/wording.ts';
import { copyText } from '../../clipboard.ts';
import { WORDS } from '../../words.ts';
import type { Orders } from './item.ts';
import { Saying } from './Saying.tsx';

const useStyles = makeStyles({
  box: {
    padding: '0 0 12px 22px',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    fontSize: tokens.fontSizeBase200,
  },
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  name: {
    textAlign: 'left',
    padding: '2px 4px 2px 0',
    overflowWrap: 'anywhere',
    fontWeight: tokens.fontWeightRegular,
  },
  cell: { padding: '2px 4px' },
  link: {
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: tokens.colorBrandForegroundLink,
    cursor: 'pointer',
    minHeight: '24px',
    minWidth: '24px',
    padding: '0 4px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  number: { textAlign: 'right', padding: '2px 0 2px 4px', whiteSpace: 'nowrap' },
  total: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  hypotheses: { margin: 0, paddingLeft: '1.4em', fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground3 },
  fold: { minHeight: '24px', cursor: 'pointer' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px', marginLeft: '-8px' },
});

interface Props {
  readonly finding: Finding;
  readonly orders: Orders;
}
interface SuspectedProps extends Props {
  /** Who is suspected: what is said of the numbers must not contradict it. */
  readonly suspects: readonly Suspect[];
}

const MOST = 60;

/** The table a finding is listed under goes without saying. */
const nameIn = ({ table, sheet }: Finding, cell: FindingCell): string =>
  table !== undefined && cell.sheet === sheet && cell.label.startsWith(`${table} `)
    ? cell.label.slice(table.length + 1)
    : cell.label;

/** What the addends come to, beside what is stated. */
function Totals({ finding, suspects }: Omit<SuspectedProps, 'orders'>) {
  const styles = useStyles();
  const label = figureWords(finding, suspects)?.label ?? '';
  const { expected, stated, unit, gap, bound } = finding;
  if (expected === undefined) return null;
  const lines = [
    [label === '相加得' ? label : label.startsWith('与') ? '对照的数' : '应有数', expected],
    ['表内数', stated],
    [`差额（${unit}）`, gap],
    ['允许尾差', bound],
  ];
  return lines.map(([name, value], i) => (
    <tr key={name} className={i === 0 ? styles.total : undefined}>
      <th scope="row" className={styles.name}>
        {name}
      </th>
      <td />
      <td className={styles.number}>{value}</td>
    </tr>
  ));
}

function Addends({ finding, suspects, orders }: SuspectedProps) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const { length } = finding.cells;
  const parts = all ? finding.cells : finding.cells.slice(0, MOST);
  return (
    <table className={styles.table}>
      <tbody>
        {parts.map((c) => (
          <tr key={`${c.period ?? c.file ?? ''}${c.sheet}!${c.address}`}>
            <th scope="row" className={styles.name}>
              {c.role === 'stated' ? '' : c.sign === -1 ? '− ' : ''}
              {nameIn(finding, c)}
            </th>
            <td className={styles.cell}>
              {isOwn(c) ? (
                <button
                  type="button"
                  className={styles.link}
                  title={`${c.sheet}!${c.address}`}
                  onClick={() => orders.onGo(c.sheet, c.address)}
                >
                  {c.address}
                </button>
              ) : (
                <span title={`${c.period ?? c.file}：${c.sheet}!${c.address}`}>{c.address}</span>
              )}
            </td>
            <td className={styles.number}>{c.value || '—'}</td>
          </tr>
        ))}
        {length > parts.length && (
          <tr>
            <td colSpan={3}>
              <Button size="small" appearance="transparent" onClick={() => setAll(true)}>
                还有 {length - parts.length} 格
              </Button>
            </td>
          </tr>
        )}
        <Totals finding={finding} suspects={suspects} />
      </tbody>
    </table>
  );
}

/** So many hypotheses are named. */
const HYPOTHESES = 3;

/** A cell and what it would hold; of a row what is wrong with it, for no cell is to be typed over. */
const hypothesisText = (s: Suspect): string =>
  s.message ?? `${s.sheet}!${s.address} ${s.value || '空'} → ${s.suggested}：${SLIP_NAMES[s.slip]}`;

/** Where the likeliest is not the only one: the next ones, with what each cell would hold. */
function Hypotheses({ finding, orders }: Props) {
  const styles = useStyles();
  if (finding.verdict !== 'broken') return null;
  const possible = orders.suspects.filter(
    (s) =>
      s.rules.includes(finding.rule) &&
      finding.cells.some((c) => c.sheet === s.sheet && c.address === s.address),
  );
  if (possible.length < 2) return null;
  const words = [...possible].sort((a, b) => a.rank - b.rank).map(hypothesisText);
  const shown = [...new Set(words)].slice(0, HYPOTHESES);
  return (
    <div>
      <Text size={200} className={styles.quiet}>
        可能的原因
      </Text>
      <ol className={styles.hypotheses}>
        {shown.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
    </div>
  );
}

function Ways({ finding, orders }: Props) {
  const styles = useStyles();
  const [copied, setCopied] = useState(false);
  return (
    <div className={styles.row}>
      <Button
        size="small"
        appearance="subtle"
        onClick={() => void copyText(findingText(finding)).then(() => setCopied(true))}
      >
        {copied ? '已复制' : '复制这一条'}
      </Button>
      <Button size="small" appearance="subtle" onClick={() => orders.onHelp(finding.rule)}>
        这条规则
      </Button>
    </div>
  );
}

/** A step as it is told; one number alone stands among the addends already. */
const stepTold = (step: string): string | readonly string[] =>
  /^= \S+$/.test(step)
    ? []
    : (stepSaid(step)
        ?.replace(/^= /, '算得：')
        .replace(/^等号前各数：/, '表内各数：') ?? []);

export function Details({ finding, suspects, orders }: SuspectedProps) {
  const styles = useStyles();
  const formula = orders.spoken(finding);
  return (
    <div className={styles.box}>
      {finding.cells.length > 0 && (
        <Addends finding={finding} suspects={suspects} orders={orders} />
      )}
      <Hypotheses finding={finding} orders={orders} />
      {finding.steps
        ?.slice(1)
        .flatMap(stepTold)
        .map((step) => (
          <Text key={step} size={200} className={styles.quiet}>
            {step}
          </Text>
        ))}
      <Text size={200} className={styles.quiet}>
        {WORDS.basis}：{finding.basis}（{finding.rule}）
      </Text>
      {formula && (
        <details className={styles.quiet}>
          <summary className={styles.fold}>算式</summary>
          {formula}
        </details>
      )}
      <Ways finding={finding} orders={orders} />
      {finding.verdict !== 'exact' && <Saying finding={finding} orders={orders} />}
    </div>
  );
}
