// 帮助: one rule, or all of them to look through; the keys; what is new.
import { Button, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import { RULE_EXAMPLES } from '../../src/catalogue/rule-examples.ts';
import { type RuleHelp, ruleHelp, rulesOf } from '../../src/review/rule-help.ts';
import { titlesOf } from '../../src/review/spoken.ts';
import type { AreaProps } from '../areas/area.ts';
import { KEYS, NEWS, VERSION } from './words.ts';

const useStyles = makeStyles({
  part: { margin: '0 0 12px' },
  head: { margin: '12px 0 4px', fontSize: tokens.fontSizeBase300 },
  quiet: { color: tokens.colorNeutralForeground3 },
  box: {
    padding: '8px 10px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
  },
  item: {
    justifyContent: 'flex-start',
    textAlign: 'start',
    width: '100%',
    fontWeight: tokens.fontWeightRegular,
    padding: '4px',
  },
  id: { flexShrink: 0, width: '2.6em', alignSelf: 'flex-start' },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  keys: { borderCollapse: 'collapse', width: '100%' },
  key: {
    textAlign: 'start',
    padding: '3px 12px 3px 0',
    whiteSpace: 'nowrap',
    verticalAlign: 'top',
  },
  wide: { width: '100%', marginBottom: '8px' },
});

function Box({ title, text }: { title: string; text: string | undefined }) {
  const styles = useStyles();
  if (!text) return null;
  return (
    <>
      <h3 className={styles.head}>{title}</h3>
      <div className={styles.box}>{text}</div>
    </>
  );
}

function Rule({ help, onAll }: { help: RuleHelp; onAll: () => void }) {
  const styles = useStyles();
  return (
    <article aria-label={`规则 ${help.id}`}>
      <Text block weight="semibold">
        {help.title}
      </Text>
      <Text block size={200} className={styles.quiet}>
        {help.id} · {help.severity} · {help.where}
      </Text>
      <h3 className={styles.head}>要求</h3>
      {help.asks.map((text) => (
        <Text key={text} block>
          {text}
        </Text>
      ))}
      <Box title="这样相符" text={help.holds} />
      <Box title="这样不符" text={help.breaks} />
      <Box title="依据" text={help.basis} />
      <Box title="怎样说明" text={help.note} />
      {help.formula && (
        <details className={styles.part}>
          <summary className={styles.head}>算式</summary>
          <div className={styles.box}>{help.formula}</div>
        </details>
      )}
      <Button size="small" style={{ marginTop: 12 }} onClick={onAll}>
        所有规则
      </Button>
    </article>
  );
}

function General() {
  const styles = useStyles();
  return (
    <>
      <h3 className={styles.head}>快捷键</h3>
      <table className={styles.keys}>
        <tbody>
          {KEYS.map(([key, what]) => (
            <tr key={key}>
              <th scope="row" className={styles.key}>
                {key}
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3 className={styles.head}>版本 {VERSION}</h3>
      <ul style={{ margin: 0, paddingLeft: '1.2em' }}>
        {NEWS.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}

export default function Help({
  catalogue,
  checking,
  rule,
}: AreaProps & { rule: string | undefined }) {
  const styles = useStyles();
  const [chosen, setChosen] = useState(rule);
  const [text, setText] = useState('');
  const rules = useMemo(() => rulesOf(catalogue), [catalogue]);
  const titles = titlesOf(checking.state.checked?.review.tables ?? [], catalogue.forms.forms);
  const one = rules.find((r) => r.id === chosen);
  if (one)
    return <Rule help={ruleHelp(one, titles, RULE_EXAMPLES)} onAll={() => setChosen(undefined)} />;
  const wanted = rules.filter((r) => `${r.id}${r.title}${r.basis}`.includes(text.trim()));
  return (
    <>
      <General />
      <h3 className={styles.head}>规则（{rules.length} 条）</h3>
      <Input
        size="small"
        className={styles.wide}
        aria-label="查找规则"
        placeholder="查找：编号、名称、依据"
        contentBefore={<Search16Regular />}
        value={text}
        onChange={(_, d) => setText(d.value)}
      />
      <ul className={styles.list}>
        {wanted.map((r) => (
          <li key={r.id}>
            <Button
              size="small"
              appearance="subtle"
              className={styles.item}
              onClick={() => setChosen(r.id)}
            >
              <span className={styles.id}>{r.id} </span>
              <span>{r.title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
