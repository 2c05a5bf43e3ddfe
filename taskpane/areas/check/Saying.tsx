// What the user says of a finding: its 出错说明, or that it is to be ignored and why. What is typed stays until
// it is saved, also when the details are closed in between.
import {
  Button,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Finding } from '../../../src/assertions/finding.ts';
import { findingKey } from '../../course.ts';
import { WORDS } from '../../words.ts';
import type { Orders } from './item.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '6px' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** 未存的话 by finding: closing the details does not lose them. */
const drafts = new Map<string, string>();

interface Props {
  readonly finding: Finding;
  readonly orders: Orders;
}

function Explanation({ finding, orders }: Props) {
  const styles = useStyles();
  const key = findingKey(finding);
  const [text, setText] = useState(drafts.get(key) ?? '');
  const [saved, setSaved] = useState(false);
  // Read once when the details open; the parent renders anew for other reasons.
  const load = useRef(() => orders.explanation(finding));
  useEffect(() => {
    let current = true;
    if (drafts.has(key)) return undefined;
    void load.current().then((known) => current && setText(known));
    return () => {
      current = false;
    };
  }, [key]);
  const save = () =>
    void orders.onExplain(finding, text).then(() => {
      drafts.delete(key);
      setSaved(true);
    });
  return (
    <>
      <Textarea
        value={text}
        resize="vertical"
        aria-label={WORDS.explain}
        data-explain=""
        placeholder="出错说明：确有特殊原因时写在这里，随工作簿保存"
        onChange={(_, d) => {
          drafts.set(key, d.value);
          setText(d.value);
          setSaved(false);
        }}
      />
      <div className={styles.row}>
        <Button size="small" onClick={save}>
          {saved ? '已保存' : '保存出错说明'}
        </Button>
        {drafts.has(key) && (
          <Text size={200} className={styles.quiet}>
            还没有保存
          </Text>
        )}
      </div>
    </>
  );
}

function IgnoreForm({ finding, orders, onDone }: Props & { readonly onDone: () => void }) {
  const styles = useStyles();
  const key = `${findingKey(finding)}|忽略`;
  const [reason, setReason] = useState(drafts.get(key) ?? '');
  const [whole, setWhole] = useState('one');
  const [asked, setAsked] = useState(false);
  const send = () => {
    if (reason.trim() === '') {
      setAsked(true);
      return;
    }
    drafts.delete(key);
    void orders.onIgnore(finding, reason, whole === 'rule');
  };
  return (
    <div className={styles.box} role="group" aria-label={WORDS.ignore}>
      <RadioGroup value={whole} onChange={(_, d) => setWhole(d.value)} aria-label="忽略的范围">
        <Radio value="one" label="只忽略这一处（数变了就重新提出）" />
        <Radio value="rule" label={`这个工作簿里不再提 ${finding.rule}`} />
      </RadioGroup>
      <Textarea
        value={reason}
        aria-label="忽略的原因"
        aria-invalid={asked && reason.trim() === ''}
        placeholder="忽略的原因，写进体检报告"
        // The field was asked for just now.
        autoFocus
        onChange={(_, d) => {
          drafts.set(key, d.value);
          setReason(d.value);
        }}
      />
      {asked && reason.trim() === '' && (
        <Text size={200} role="alert">
          请先写原因。
        </Text>
      )}
      <div className={styles.row}>
        <Button size="small" onClick={send}>
          {WORDS.ignore}
        </Button>
        <Button size="small" appearance="subtle" onClick={onDone}>
          不忽略
        </Button>
      </div>
    </div>
  );
}

export function Saying({ finding, orders }: Props) {
  const styles = useStyles();
  const [ignoring, setIgnoring] = useState(false);
  if (finding.ignored !== undefined) {
    return (
      <div className={styles.row}>
        <Text size={200}>已忽略：{finding.ignored}</Text>
        <Button size="small" onClick={() => void orders.onUnignore(finding)}>
          {WORDS.unignore}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.box}>
      {finding.verdict === 'broken' && <Explanation finding={finding} orders={orders} />}
      {ignoring ? (
        <IgnoreForm finding={finding} orders={orders} onDone={() => setIgnoring(false)} />
      ) : (
        <div className={styles.row}>
          <Button size="small" appearance="subtle" onClick={() => setIgnoring(true)}>
            {WORDS.ignore}…
          </Button>
        </div>
      )}
    </div>
  );
}
