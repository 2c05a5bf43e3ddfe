// One finding: the rule in words, what is stated and what stands against it, where, and what is on file.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Finding, Suspect } from '../../../src/assertions/finding.ts';
import { kindOf } from '../../../src/review/attention.ts';
import { isOwn } from '../../../src/review/suspects.ts';
import { figureWords } from '../../../src/review/wording.ts';
import { findingKey } from '../../course.ts';
import { NARROW } from '../../narrow.ts';
import { KindIcon } from '../../parts/Kind.tsx';
import { VerdictIcon } from '../../parts/Verdict.tsx';
import { Details } from './Details.tsx';
import type { Orders } from './item.ts';

export const useItem = makeStyles({
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, padding: '0 16px' },
  inner: { borderBottom: 'none', padding: '0 12px 0 10px' },
  open: { backgroundColor: tokens.colorNeutralBackground2 },
  struck: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
  main: {
    display: 'grid',
    gridTemplateColumns: '12px 1fr',
    columnGap: '10px',
    width: '100%',
    textAlign: 'left',
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    padding: '8px 0',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    ':disabled': { cursor: 'default' },
    ':enabled:hover .gouji-title': { color: tokens.colorBrandForeground1 },
  },
  icon: { lineHeight: tokens.lineHeightBase300 },
  title: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  body: { gridColumn: '2', minWidth: 0 },
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    columnGap: '12px',
    marginTop: '2px',
    fontVariantNumeric: 'tabular-nums',
    fontSize: tokens.fontSizeBase300,
    lineHeight: '20px',
  },
  figure: { whiteSpace: 'nowrap', [NARROW]: { whiteSpace: 'normal', overflowWrap: 'anywhere' } },
  label: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    marginRight: '4px',
  },
  after: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    marginLeft: '4px',
  },
  gap: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
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
    overflowWrap: 'anywhere',
    marginTop: '2px',
  },
});

function Figures({ finding, suspects }: { finding: Finding; suspects: readonly Suspect[] }) {
  const styles = useItem();
  const words = figureWords(finding, suspects);
  if (!words) return null;
  return (
    <div className={styles.figures}>
      <span className={styles.figure}>
        <span className={styles.label}>表内</span>
        {words.stated}
      </span>
      <span className={styles.figure}>
        <span className={styles.label}>{words.label}</span>
        {words.expected}
        {words.after && <span className={styles.after}>{words.after}</span>}
      </span>
      {words.gap && <span className={styles.gap}>{words.gap}</span>}
    </div>
  );
}

/** Figures alone do not tell what cannot be compared, nor that the row of the stated figure is not there. */
const needsWords = ({ stated, verdict, cells }: Finding): boolean =>
  stated === undefined ||
  verdict === 'unknown' ||
  (verdict === 'broken' && cells.every((c) => c.role !== 'stated'));

/** What the stated cell is called; the table it is listed under goes without saying. */
function nameOf({ cells, table }: Finding): string {
  const label = cells.find(isOwn)?.label ?? '';
  return table && label.startsWith(`${table} `) ? label.slice(table.length + 1) : label;
}

/** What the user has written about it. */
const noteOf = ({ explanation, ignored }: Finding): string =>
  ignored === undefined ? (explanation ? `出错说明：${explanation}` : '') : `已忽略：${ignored}`;

interface Props {
  readonly finding: Finding;
  readonly suspects: readonly Suspect[];
  /** Stands in the card of its culprit. */
  readonly inner?: boolean;
  /** The sheet that goes without saying. */
  readonly beside?: string | undefined;
  readonly orders: Orders;
}

export function FindingItem({ finding, suspects, inner, beside, orders }: Props) {
  const styles = useItem();
  const key = findingKey(finding);
  const open = orders.open === key;
  const place = finding.cells.find(isOwn);
  const away = place && inner && place.sheet !== beside;
  const address = away ? `${place.sheet}!${place.address}` : place?.address;
  const note = noteOf(finding);
  return (
    <div
      className={mergeClasses(styles.item, inner && styles.inner, open && styles.open)}
      role="listitem"
      data-key={key}
      data-rule={finding.rule}
      data-verdict={finding.verdict}
      data-kind={kindOf(finding)}
    >
      <button
        type="button"
        className={styles.main}
        data-finding=""
        data-sheet={place?.sheet}
        data-address={place?.address}
        aria-expanded={open}
        onClick={() => {
          orders.setOpen(open ? undefined : key);
          // What it is made of is lit as long as it stands open.
          if (open && place) orders.onGo(place.sheet, place.address);
          else orders.onShow(finding);
        }}
      >
        <span className={styles.icon}>
          <KindIcon kind={kindOf(finding)} />
        </span>
        <span className={mergeClasses(styles.title, 'gouji-title')}>{finding.title}</span>
        <span className={styles.body}>
          <Figures finding={finding} suspects={suspects} />
          {needsWords(finding) && <div className={styles.message}>{finding.message}</div>}
          {note && <div className={styles.message}>{note}</div>}
          <div className={styles.where}>
            {[address, nameOf(finding)].filter(Boolean).join(' · ')}
          </div>
        </span>
      </button>
      {open && <Details finding={finding} suspects={suspects} orders={orders} />}
    </div>
  );
}

/** A finding that the last edits mended: struck through once, gone with the next check. */
export function MendedItem({ finding }: { finding: Finding }) {
  const styles = useItem();
  const address = finding.cells[0]?.address;
  return (
    <div className={styles.item} role="listitem" data-mended="">
      <div className={styles.main} style={{ cursor: 'default' }}>
        <span className={styles.icon}>
          <VerdictIcon verdict="exact" />
        </span>
        <span className={mergeClasses(styles.title, styles.struck)}>{finding.title}</span>
        <span className={styles.body}>
          <div className={styles.where}>
            {[finding.table, address, '已改正'].filter(Boolean).join(' · ')}
          </div>
        </span>
      </div>
    </div>
  );
}
