// What the pane says when there is nothing to list: first open, nothing found, trouble; and the tables.
import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Strange } from '../../src/facts/own-part.ts';
import { type Review, STRANGE } from '../../src/review.ts';
import { copyText } from '../clipboard.ts';
import type { Trouble } from '../useCheck.ts';
import { WORDS } from '../words.ts';
import { useCardStyles } from './FirstCard.tsx';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
  detail: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
    fontFamily: tokens.fontFamilyMonospace,
  },
  bar: { margin: '8px 16px', width: 'auto' },
  said: { padding: '4px 16px', color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: '1.2em' },
  fold: { minHeight: '24px', cursor: 'pointer', fontSize: tokens.fontSizeBase200 },
  tables: { padding: '8px 16px', display: 'flex', flexDirection: 'column', gap: '8px' },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: {
    textAlign: 'left',
    padding: '3px 8px 3px 0',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
  },
  number: {
    textAlign: 'right',
    padding: '3px 0',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    verticalAlign: 'top',
  },
});

/** The look of a card, for whoever has something to say in the middle of the pane. */
export const useCard = (): string => useCardStyles().card;

/** 随簿资料读不了: told, whatever area is open; it stays in the workbook. */
export function StrangeBar({ strange }: { strange: Strange }) {
  const styles = useStyles();
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>{STRANGE[strange]}</MessageBarBody>
    </MessageBar>
  );
}

export function NothingFound({
  known,
  children,
}: {
  known: readonly string[];
  /** What can be done about it. */
  children: ReactNode;
}) {
  const styles = useStyles();
  const card = useCard();
  const [shown, setShown] = useState(false);
  return (
    <div className={card}>
      <Text>{WORDS.nothing}</Text>
      <Link as="button" onClick={() => setShown(!shown)} aria-expanded={shown}>
        {WORDS.which}
      </Link>
      {shown && (
        <ul className={styles.list}>
          {known.map((title) => (
            <li key={title}>
              <Text size={200}>{title}</Text>
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}

export function TroubleBar({ trouble, onKnown }: { trouble: Trouble; onKnown: () => void }) {
  const styles = useStyles();
  const [shown, setShown] = useState(false);
  return (
    <MessageBar
      intent={trouble.waiting ? 'info' : 'warning'}
      layout="multiline"
      className={styles.bar}
      politeness="polite"
    >
      <MessageBarBody>
        {trouble.message}
        {shown && <div className={styles.detail}>{trouble.detail}</div>}
      </MessageBarBody>
      <MessageBarActions>
        {!trouble.waiting && trouble.again && (
          <Button size="small" onClick={trouble.again}>
            {WORDS.retry}
          </Button>
        )}
        {!trouble.waiting && !trouble.again && (
          <Button size="small" onClick={onKnown}>
            {WORDS.known}
          </Button>
        )}
        {trouble.detail && !shown && (
          <Button size="small" appearance="transparent" onClick={() => setShown(true)}>
            {WORDS.details}
          </Button>
        )}
        {trouble.detail && shown && (
          <Button
            size="small"
            appearance="transparent"
            onClick={() => void copyText(trouble.detail ?? '')}
          >
            {WORDS.copy}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

/** What was done, in one quiet line. */
export function Said({ words }: { words: string }) {
  const styles = useStyles();
  return (
    <Text size={200} role="status" className={styles.said}>
      {words}
    </Text>
  );
}

const WHY = {
  'last-year': '其他年度',
  duplicate: '口径不同',
  copy: '副本',
  empty: '未填',
} as const;

export function TableList({ review }: { review: Review }) {
  const styles = useStyles();
  const box = useRef<HTMLElement>(null);
  // It opens at the end of the list: whoever asked for it sees it.
  // Nothing may come of it: in new browsers scrolling gives back a promise.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={box} className={styles.tables} aria-label="已识别的表">
      <table className={styles.table}>
        <tbody>
          {review.tables.map((t) => (
            <tr key={`${t.sheet} ${t.range} ${t.title}`}>
              <th scope="row" className={styles.cell}>
                {t.title}
                <div className={styles.quiet}>
                  {t.sheet} · {t.unit}
                  {t.hidden && ' · 隐藏'}
                  {!t.checked && ` · 未核对：${WHY[t.why ?? 'copy']}`}
                </div>
              </th>
              <td className={styles.number}>{t.figures} 个数</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text size={200} className={styles.quiet}>
        共 {review.figures.total} 个数，其中 {review.figures.covered} 个至少有一条规则核对
        {review.figures.uncovered.length > 0 &&
          `；没有规则可核对的 ${review.figures.uncovered.length} 个`}
        。
      </Text>
      {review.figures.uncovered.length > 0 && (
        <details className={styles.quiet}>
          <summary className={styles.fold}>没有规则可核对的数</summary>
          <Text size={200}>
            {review.figures.uncovered.map((f) => `${f.sheet}!${f.address}`).join('、')}
          </Text>
        </details>
      )}
    </section>
  );
}
