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
import { useState } from 'react';
import type { Review } from '../../src/review.ts';
import { copyText } from '../clipboard.ts';
import type { Trouble } from '../useCheck.ts';
import { WORDS } from '../words.ts';

const useStyles = makeStyles({
  card: {
    margin: '24px 16px',
    padding: '20px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    alignItems: 'flex-start',
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  detail: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
    fontFamily: tokens.fontFamilyMonospace,
  },
  bar: { margin: '8px 16px', width: 'auto' },
  list: { margin: 0, paddingLeft: '1.2em' },
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

interface FirstProps {
  readonly onStart: () => void;
  readonly busy: boolean;
  /** Missing where no other workbook can be opened. */
  readonly onSample: (() => void) | undefined;
  readonly notices: readonly string[];
}

export function FirstCard({ onStart, busy, onSample, notices }: FirstProps) {
  const styles = useStyles();
  return (
    <div className={styles.card}>
      <Text>{WORDS.first}</Text>
      <div className={styles.row}>
        <Button appearance="primary" data-start="" onClick={onStart} disabled={busy}>
          {WORDS.start}
        </Button>
        {onSample && (
          <Button appearance="subtle" onClick={onSample}>
            {WORDS.sample}
          </Button>
        )}
      </div>
      <Text size={200} className={styles.quiet}>
        {WORDS.firstNote}
      </Text>
      {notices.map((notice) => (
        <Text key={notice} size={200} className={styles.quiet}>
          {notice}
        </Text>
      ))}
    </div>
  );
}

/** The look of a card, for whoever has something to say in the middle of the pane. */
export const useCard = (): string => useStyles().card;

/** 可做的事: offered where nothing was found. */
export interface Offer {
  readonly text: string;
  readonly onClick: () => void;
}

export function NothingFound({
  known,
  offers,
}: {
  known: readonly string[];
  offers: readonly Offer[];
}) {
  const styles = useStyles();
  const [shown, setShown] = useState(false);
  return (
    <div className={styles.card}>
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
      {offers.map(({ text, onClick }) => (
        <Button key={text} onClick={onClick}>
          {text}
        </Button>
      ))}
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

const WHY = {
  'last-year': '其他年度',
  duplicate: '口径不同',
  copy: '副本',
  empty: '未填',
} as const;

export function TableList({ review }: { review: Review }) {
  const styles = useStyles();
  return (
    <section className={styles.tables} aria-label="已识别的表">
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
          `；没有规则可核对的：${review.figures.uncovered
            .slice(0, 12)
            .map((f) => `${f.sheet}!${f.address}`)
            .join('、')}${review.figures.uncovered.length > 12 ? ' 等' : ''}`}
        。
      </Text>
    </section>
  );
}
