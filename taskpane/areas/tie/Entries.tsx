// The list beside a manuscript: what does not hold, group by group; an entry leads to its place, and the place that is
// chosen is shown in the list.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Booklet } from '../../../src/facts/booklet.ts';
import { Blocks } from '../../parts/Blocks.tsx';
import { KindIcon } from '../../parts/Kind.tsx';
import { type EntryGroup, type FoundEntry, placeKey, whereOf } from './found.ts';
import { TIE_WORDS } from './words.ts';

const useStyles = makeStyles({
  head: {
    margin: 0,
    padding: '8px 12px 2px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: '0 8px 4px', listStyle: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: '12px minmax(0, 1fr)',
    columnGap: '8px',
    alignItems: 'start',
    justifyContent: 'start',
    textAlign: 'start',
    width: '100%',
    minHeight: '24px',
    padding: '4px',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    overflowWrap: 'anywhere',
    '&[aria-current="true"]': { backgroundColor: tokens.colorNeutralBackground1Selected },
  },
  icon: { lineHeight: '18px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  empty: { padding: '12px', color: tokens.colorNeutralForeground3 },
});

/** About so high is an entry, in pixels. */
const EACH = 48;

interface Props {
  readonly groups: readonly EntryGroup[];
  readonly booklet: Booklet | undefined;
  /** Key of the place that is chosen. */
  readonly chosen: string | undefined;
  readonly onGo: (entry: FoundEntry) => void;
}

function EntryView({
  entry,
  booklet,
  chosen,
  onGo,
}: Omit<Props, 'groups'> & { entry: FoundEntry }) {
  const styles = useStyles();
  const { key, kind, words, rule, place } = entry;
  return (
    <li>
      <Button
        size="small"
        appearance="subtle"
        className={styles.item}
        data-entry={key}
        aria-current={placeKey(place) === chosen ? 'true' : undefined}
        onClick={() => onGo(entry)}
      >
        <span className={styles.icon}>
          <KindIcon kind={kind} />
        </span>
        <span>
          {words}{' '}
          <span className={styles.quiet}>
            {[whereOf(place, booklet), rule].filter(Boolean).join(' · ')}
          </span>
        </span>
      </Button>
    </li>
  );
}

export function Entries({ groups, ...props }: Props) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  const { chosen } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another place is chosen
  useEffect(() => {
    box.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  if (groups.length === 0)
    return (
      <Text block size={200} className={styles.empty}>
        {TIE_WORDS.noEntries}
      </Text>
    );
  return (
    <div ref={box}>
      {groups.map(({ title, entries }) => (
        <section key={title} aria-label={title}>
          <h2 className={styles.head}>
            {title} {entries.length}
          </h2>
          <ul className={styles.list}>
            <Blocks items={entries} each={EACH}>
              {(entry) => <EntryView key={entry.key} entry={entry} {...props} />}
            </Blocks>
          </ul>
        </section>
      ))}
    </div>
  );
}
