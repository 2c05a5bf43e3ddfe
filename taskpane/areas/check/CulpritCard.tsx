// What is likely at fault, with the findings that come of it inside: said once, put right once.
import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { SLIP_NAMES, type Suspect } from '../../../src/assertions/finding.ts';
import { kindOf } from '../../../src/review/attention.ts';
import type { Culprit } from '../../../src/review/culprits.ts';
import { cellName } from '../../../src/review/wording.ts';
import { findingKey } from '../../course.ts';
import { KindIcon } from '../../parts/Kind.tsx';
import { WORDS } from '../../words.ts';
import { FindingItem, useItem } from './FindingItem.tsx';
import type { Orders } from './item.ts';

/** So many candidates are named. */
const NAMED = 6;
/** So many findings stand open below their culprit. */
const SHOWN = 2;

const useStyles = makeStyles({
  card: {
    margin: '8px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { padding: '0 12px 8px 10px' },
  title: {
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    paddingLeft: '22px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground3,
  },
  text: { flex: '1 1 120px', minWidth: 0, overflowWrap: 'anywhere' },
  links: { marginLeft: '-4px' },
  link: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: '24px',
    display: 'inline-block',
    padding: '0 4px',
  },
  inside: {
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: `0 0 ${tokens.borderRadiusMedium} ${tokens.borderRadiusMedium}`,
  },
  more: { margin: '0 8px 6px', fontWeight: tokens.fontWeightRegular },
});

const whatOf = ({ kind, cells, findings }: Culprit): string => {
  const [first] = cells;
  const slip = kind === 'cell' && first ? SLIP_NAMES[first.slip] : '';
  const label = kind === 'cell' ? first?.label : '';
  const explains = findings.length > 1 ? `可解释 ${findings.length} 项` : '';
  return [label, slip, explains].filter(Boolean).join(' · ');
};

function Candidates({ culprit, orders }: { culprit: Culprit; orders: Orders }) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const { cells, kind } = culprit;
  if (kind === 'cell') return null;
  const named = all ? cells : cells.slice(0, NAMED);
  return (
    <div className={styles.line}>
      <span className={mergeClasses(styles.text, styles.links)}>
        {named.map((s: Suspect) => (
          <Link
            key={cellName(s)}
            as="button"
            inline
            className={styles.link}
            onClick={() => orders.onGo(s.sheet, s.address)}
          >
            {cellName(s)}
          </Link>
        ))}
        {cells.length > named.length && (
          <Link as="button" inline className={styles.link} onClick={() => setAll(true)}>
            等 {cells.length} 格
          </Link>
        )}
      </span>
    </div>
  );
}

/** 改正, or why it is not offered. */
function Mending({ culprit, orders }: { culprit: Culprit; orders: Orders }) {
  const { corrections } = culprit;
  if (corrections.length === 0) return null;
  const refusal = corrections.map(orders.refusal).find(Boolean);
  if (refusal) return <span>{refusal}</span>;
  const words =
    corrections.length > 1 ? `${WORDS.correct} ${corrections.length} 格` : WORDS.correct;
  return (
    <Button size="small" onClick={() => orders.onCorrect(corrections)}>
      {words}
    </Button>
  );
}

/** The findings that come of it; of many the first, and the others on a word. */
function Inside({ culprit, orders }: { culprit: Culprit; orders: Orders }) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const { findings, cells } = culprit;
  const [first] = cells;
  const hides = findings.length > SHOWN + 1;
  const shown = hides && !all ? findings.slice(0, SHOWN) : findings;
  return (
    <div className={styles.inside}>
      <div role="list">
        {shown.map((finding) => (
          <FindingItem
            key={findingKey(finding)}
            finding={finding}
            suspects={cells}
            inner
            beside={first?.sheet}
            orders={orders}
          />
        ))}
      </div>
      {hides && (
        <Button
          size="small"
          appearance="transparent"
          className={styles.more}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? WORDS.less : `还有 ${findings.length - SHOWN} 项`}
        </Button>
      )}
    </div>
  );
}

export function CulpritCard({
  id,
  culprit,
  orders,
}: {
  id: string;
  culprit: Culprit;
  orders: Orders;
}) {
  const styles = useStyles();
  const item = useItem();
  const { findings, cells, title } = culprit;
  const [first] = cells;
  // What happened is the title; what to do about it follows.
  const [what, ...rest] = title.split('。');
  return (
    <div className={styles.card} role="listitem" data-culprit={first && cellName(first)}>
      <div className={styles.head} data-key={id}>
        <button
          type="button"
          className={item.main}
          data-finding=""
          data-sheet={first?.sheet}
          data-address={first?.address}
          onClick={() => first && orders.onGo(first.sheet, first.address)}
        >
          <span className={item.icon}>
            <KindIcon kind={kindOf(findings[0]!)} />
          </span>
          <span className={mergeClasses(item.title, styles.title, 'gouji-title')}>{what}</span>
        </button>
        {rest.length > 0 && <div className={styles.line}>{rest.join('。')}。</div>}
        <div className={styles.line}>
          <span className={styles.text}>{whatOf(culprit)}</span>
          <Mending culprit={culprit} orders={orders} />
        </div>
        <Candidates culprit={culprit} orders={orders} />
      </div>
      <Inside culprit={culprit} orders={orders} />
    </div>
  );
}
