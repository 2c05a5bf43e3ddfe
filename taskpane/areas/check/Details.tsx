// Behind a finding: the addends, what they come to, the bound, the 依据, and the user's explanation.
import { Button, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import {
  type Finding,
  type FindingCell,
  SLIP_NAMES,
  type Suspect,
} from '../../../src/assertions/finding.ts';
import { isOwn } from '../../../src/review/suspects.ts';
import { WORDS } from '../../words.ts';
import type { ItemProps } from './item.ts';

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
    padding: 0,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  number: { textAlign: 'right', padding: '2px 0 2px 4px', whiteSpace: 'nowrap' },
  total: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  hypotheses: { margin: 0, paddingLeft: '1.4em', fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type Props = Pick<ItemProps, 'finding' | 'others' | 'onGo' | 'onExplain' | 'explanation'>;

const MOST = 60;

/** The table a finding is listed under goes without saying. */
const nameIn = ({ table, sheet }: Finding, cell: FindingCell): string =>
  table !== undefined && cell.sheet === sheet && cell.label.startsWith(`${table} `)
    ? cell.label.slice(table.length + 1)
    : cell.label;

function Addends({ finding, onGo }: Pick<Props, 'finding' | 'onGo'>) {
  const styles = useStyles();
  const parts = finding.cells.slice(0, MOST);
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
                  onClick={() => onGo(c.sheet, c.address)}
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
        {finding.expected !== undefined &&
          [
            ['应有数', finding.expected],
            ['表内数', finding.stated],
            [`差额（${finding.unit}）`, finding.gap],
            ['允许尾差', finding.bound],
          ].map(([name, value], i) => (
            <tr key={name} className={i === 0 ? styles.total : undefined}>
              <th scope="row" className={styles.name}>
                {name}
              </th>
              <td />
              <td className={styles.number}>{value}</td>
            </tr>
          ))}
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
function Hypotheses({ finding, others }: Pick<Props, 'finding' | 'others'>) {
  const styles = useStyles();
  if (finding.verdict !== 'broken') return null;
  const possible = others.filter(
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

function Explanation({ onExplain, explanation }: Pick<Props, 'onExplain' | 'explanation'>) {
  const [text, setText] = useState('');
  const [saved, setSaved] = useState(false);
  // Read once when the details open; the parent renders anew for other reasons.
  const load = useRef(explanation);
  useEffect(() => {
    let current = true;
    void load.current().then((known) => current && setText(known));
    return () => {
      current = false;
    };
  }, []);
  return (
    <>
      <Textarea
        value={text}
        resize="vertical"
        aria-label={WORDS.explain}
        data-explain=""
        placeholder="出错说明：确有特殊原因时写在这里，随工作簿保存"
        onChange={(_, d) => {
          setText(d.value);
          setSaved(false);
        }}
      />
      <Button
        size="small"
        style={{ alignSelf: 'flex-start' }}
        onClick={() => void onExplain(text).then(() => setSaved(true))}
      >
        {saved ? '已保存' : '保存出错说明'}
      </Button>
    </>
  );
}

export function Details({ finding, others, onGo, onExplain, explanation }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.box}>
      {finding.cells.length > 0 && <Addends finding={finding} onGo={onGo} />}
      <Hypotheses finding={finding} others={others} />
      {finding.steps?.slice(1).map((step) => (
        <Text key={step} size={200} className={styles.quiet}>
          {step}
        </Text>
      ))}
      <Text size={200} className={styles.quiet}>
        {WORDS.basis}：{finding.basis}（{finding.rule}）
      </Text>
      {finding.verdict === 'broken' && (
        <Explanation onExplain={onExplain} explanation={explanation} />
      )}
    </div>
  );
}
