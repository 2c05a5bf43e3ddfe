// The list: grouped by table in the workbook's order; arrows move, the grid follows, Enter stays.
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Finding, Suspect, Verdict } from '../../../src/assertions/finding.ts';
import type { Checked, Difference } from '../../session.ts';
import { findingKey, suspectsOf } from '../../session.ts';
import { WORDS } from '../../words.ts';
import { FindingItem, GroupHeading } from './FindingItem.tsx';

const useStyles = makeStyles({
  empty: { padding: '12px 16px', color: tokens.colorNeutralForeground3 },
  more: {
    padding: '12px 16px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

interface Group {
  readonly key: string;
  readonly table: string;
  readonly sheet: string;
  readonly findings: readonly Finding[];
}

function groupsOf(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, { table: string; sheet: string; findings: Finding[] }>();
  for (const f of findings) {
    const key = `${f.sheet ?? ''}|${f.table ?? ''}`;
    const known = groups.get(key) ?? { table: f.table ?? '', sheet: f.sheet ?? '', findings: [] };
    known.findings.push(f);
    groups.set(key, known);
  }
  return [...groups].map(([key, g]) => ({ key, ...g }));
}

const RANK: Readonly<Record<Verdict, number>> = { broken: 0, rounding: 1, unknown: 2, exact: 3 };
const MOST = 400;

/** What the list shows: everything but 相符, unless a count was clicked. */
function chosen(checked: Checked, filter: Verdict | undefined): Finding[] {
  const wanted = checked.review.findings.filter((f) =>
    filter ? f.verdict === filter : f.verdict !== 'exact',
  );
  const notes = (f: Finding) => (f.verdict === 'broken' && f.severity === 'note' ? 1 : 0);
  const order = new Map<string, number>();
  for (const f of wanted) if (!order.has(f.sheet ?? '')) order.set(f.sheet ?? '', order.size);
  return [...wanted].sort(
    (a, b) =>
      order.get(a.sheet ?? '')! - order.get(b.sheet ?? '')! ||
      RANK[a.verdict] - RANK[b.verdict] ||
      notes(a) - notes(b),
  );
}

interface Props {
  readonly checked: Checked;
  readonly difference: Difference | undefined;
  readonly filter: Verdict | undefined;
  readonly onGo: (sheet: string, address: string) => void;
  readonly onCorrect: (suspect: Suspect) => void;
  readonly onExplain: (finding: Finding, text: string) => Promise<void>;
  readonly explanation: (finding: Finding) => Promise<string>;
}

/** Moves the focus among findings; undefined when the key is not one of ours. */
function moved(event: KeyboardEvent<HTMLElement>): HTMLElement | undefined {
  const items = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('[data-finding]:not(:disabled)'),
  ];
  const at = items.indexOf(document.activeElement as HTMLElement);
  if (event.key === 'ArrowDown') return items[Math.min(at + 1, items.length - 1)];
  if (event.key === 'ArrowUp') return items[Math.max(at - 1, 0)];
  return undefined;
}

/** Arrows move and the grid follows; Esc closes; E opens the explanation. */
function useKeys(
  findings: readonly Finding[],
  onGo: Props['onGo'],
  setOpen: (key: string | undefined) => void,
) {
  const follow = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(follow.current), []);
  return (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    if (target.matches('textarea, input')) return;
    const keyOf = (e: HTMLElement) => e.closest<HTMLElement>('[data-key]')?.dataset.key;
    const next = moved(event);
    if (next) {
      event.preventDefault();
      next.focus();
      const place = findings.find((f) => findingKey(f) === keyOf(next))?.cells[0];
      clearTimeout(follow.current);
      if (place) follow.current = setTimeout(() => onGo(place.sheet, place.address), 150);
    } else if (event.key === 'Escape') {
      setOpen(undefined);
    } else if (
      event.key.toLowerCase() === 'e' &&
      !event.ctrlKey &&
      !event.metaKey &&
      keyOf(target)
    ) {
      event.preventDefault();
      setOpen(keyOf(target));
      setTimeout(() => document.querySelector<HTMLElement>('[data-explain]')?.focus(), 50);
    }
  };
}

/** Findings that the last edits mended: struck through once, gone with the next check. */
function Mended({ findings, onGo }: { findings: readonly Finding[]; onGo: Props['onGo'] }) {
  return findings.map((finding) => (
    <FindingItem
      key={findingKey(finding)}
      finding={finding}
      suspects={[]}
      open={false}
      mended
      onOpen={() => {}}
      onGo={onGo}
      onCorrect={() => {}}
      onExplain={async () => {}}
      explanation={async () => ''}
    />
  ));
}

export function FindingList(props: Props) {
  const { checked, difference, filter, onGo, onCorrect, onExplain, explanation } = props;
  const styles = useStyles();
  const [open, setOpen] = useState<string>();
  const findings = useMemo(() => chosen(checked, filter), [checked, filter]);
  const groups = useMemo(() => groupsOf(findings.slice(0, MOST)), [findings]);
  const mended = filter ? [] : (difference?.mended ?? []);
  const onKeyDown = useKeys(findings, onGo, setOpen);
  const item = (finding: Finding) => {
    const key = findingKey(finding);
    return (
      <div key={key} data-key={key}>
        <FindingItem
          finding={finding}
          suspects={suspectsOf(finding, checked.review.suspects)}
          open={open === key}
          onOpen={() => setOpen(open === key ? undefined : key)}
          onGo={onGo}
          onCorrect={onCorrect}
          onExplain={(text) => onExplain(finding, text)}
          explanation={() => explanation(finding)}
        />
      </div>
    );
  };
  const nothing = groups.length === 0 && mended.length === 0;
  const rest = findings.length > MOST ? `只列出前 ${MOST} 项，共 ${findings.length} 项。` : '';
  return (
    <div onKeyDown={onKeyDown} role="presentation">
      {nothing && filter && (
        <Text block className={styles.empty}>
          {WORDS.noFinding}
        </Text>
      )}
      <Mended findings={mended} onGo={onGo} />
      {groups.map((group) => (
        <section key={group.key} aria-label={group.table || group.sheet}>
          <GroupHeading table={group.table} sheet={group.sheet} />
          <div role="list">{group.findings.map(item)}</div>
        </section>
      ))}
      {rest && <div className={styles.more}>{rest}</div>}
    </div>
  );
}
