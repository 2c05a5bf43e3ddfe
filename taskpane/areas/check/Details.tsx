// Behind a finding: the addends, what they come to, the bound, the 依据, and the user's explanation.
import { Button, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Finding } from '../../../src/assertions/finding.ts';
import { WORDS } from '../../words.ts';

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
  number: { textAlign: 'right', padding: '2px 0', whiteSpace: 'nowrap' },
  total: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly finding: Finding;
  readonly onGo: (sheet: string, address: string) => void;
  readonly onExplain: (text: string) => Promise<void>;
  readonly explanation: () => Promise<string>;
}

const MOST = 60;

function Addends({ finding, onGo }: Pick<Props, 'finding' | 'onGo'>) {
  const styles = useStyles();
  const parts = finding.cells.slice(0, MOST);
  return (
    <table className={styles.table}>
      <tbody>
        {parts.map((c) => (
          <tr key={`${c.sheet}!${c.address}`}>
            <th scope="row" className={styles.name}>
              {c.role === 'stated' ? '' : c.sign === -1 ? '− ' : ''}
              {c.label}
            </th>
            <td className={styles.cell}>
              <button
                type="button"
                className={styles.link}
                title={`${c.sheet}!${c.address}`}
                onClick={() => onGo(c.sheet, c.address)}
              >
                {c.address}
              </button>
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

export function Details({ finding, onGo, onExplain, explanation }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.box}>
      {finding.stated !== undefined && <Text size={200}>{finding.message}</Text>}
      {finding.cells.length > 0 && <Addends finding={finding} onGo={onGo} />}
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
