// The list: culprits with their findings, by table in the workbook's order or by difference; tables fold away.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Finding } from '../../../src/assertions/finding.ts';
import { findingKey } from '../../course.ts';
import { Blocks } from '../../parts/Blocks.tsx';
import { WORDS } from '../../words.ts';
import { CulpritCard } from './CulpritCard.tsx';
import { FindingItem, MendedItem } from './FindingItem.tsx';
import type { Orders } from './item.ts';
import type { ListedRow, ListedSection } from './rows.ts';
import type { Course } from './useCourse.ts';

const useStyles = makeStyles({
  empty: { padding: '12px 16px', color: tokens.colorNeutralForeground3 },
  head: { margin: 0, padding: '8px 8px 0' },
  title: {
    width: '100%',
    justifyContent: 'flex-start',
    textAlign: 'start',
    padding: '2px 8px',
    fontWeight: tokens.fontWeightSemibold,
  },
  name: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  quiet: {
    marginLeft: '8px',
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
  },
});

/** About so high is an entry, in pixels. */
const EACH = 92;

interface Props {
  readonly sections: readonly ListedSection[];
  readonly mended: readonly Finding[];
  readonly filtered: boolean;
  readonly orders: Orders;
  readonly course: Course;
}

const NOBODY = [] as const;

function RowView({ row, orders }: { row: ListedRow; orders: Orders }) {
  if ('culprit' in row) return <CulpritCard id={row.key} culprit={row.culprit} orders={orders} />;
  return <FindingItem finding={row.finding} suspects={NOBODY} orders={orders} />;
}

function SectionView({ section, orders }: { section: ListedSection; orders: Orders }) {
  const styles = useStyles();
  const [open, setOpen] = useState(true);
  const { table, sheet, count, rows } = section;
  const named = table || sheet || '整个工作簿';
  return (
    <section aria-label={named}>
      <h2 className={styles.head}>
        <Button
          size="small"
          appearance="transparent"
          className={styles.title}
          icon={open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <span className={styles.name}>
            {named}
            <span className={styles.quiet}>
              {table && sheet && !table.includes(sheet) && `${sheet} · `}
              {count} 项
            </span>
          </span>
        </Button>
      </h2>
      {open && (
        <div role="list">
          <Blocks items={rows} each={EACH}>
            {(row) => <RowView key={row.key} row={row} orders={orders} />}
          </Blocks>
        </div>
      )}
    </section>
  );
}

export function FindingList({ sections, mended, filtered, orders, course }: Props) {
  const styles = useStyles();
  return (
    <div
      ref={course.list}
      onKeyDown={course.onKeyDown}
      onFocus={course.onFocus}
      onBlur={course.onBlur}
      role="presentation"
    >
      {sections.length === 0 && filtered && (
        <Text block className={styles.empty}>
          {WORDS.noFinding}
        </Text>
      )}
      {mended.length > 0 && !filtered && (
        <div role="list" aria-label="已改正">
          {mended.map((finding) => (
            <MendedItem key={findingKey(finding)} finding={finding} />
          ))}
        </div>
      )}
      {sections.map((section) => (
        <SectionView key={section.key} section={section} orders={orders} />
      ))}
    </div>
  );
}
