// The list: grouped by table in the workbook's order.
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Finding, Suspect, Verdict } from '../../../src/assertions/finding.ts';
import { spoken, type Titles } from '../../../src/review/spoken.ts';
import type { Checked, Difference } from '../../session.ts';
import { findingKey, suspectsOf } from '../../session.ts';
import { WORDS } from '../../words.ts';
import { FindingItem, GroupHeading, MendedItem } from './FindingItem.tsx';
import type { Course } from './useCourse.ts';

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
  const { findings, told } = checked.review;
  const wanted = filter ? findings.filter((f) => f.verdict === filter) : told;
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
  readonly titles: Titles;
  readonly difference: Difference | undefined;
  readonly filter: Verdict | undefined;
  readonly open: string | undefined;
  readonly setOpen: (key: string | undefined) => void;
  readonly course: Course;
  readonly onGo: (sheet: string, address: string) => void;
  readonly onCorrect: (suspect: Suspect) => void;
  readonly onExplain: (finding: Finding, text: string) => Promise<void>;
  readonly explanation: (finding: Finding) => Promise<string>;
}

interface Row {
  readonly key: string;
  readonly suspects: readonly Suspect[];
  readonly repeated: boolean;
}

/** Who is suspected at each finding, and whether the same was said above. */
function rowsOf(groups: readonly Group[], all: readonly Suspect[]): Map<Finding, Row> {
  const said = new Set<string>();
  const rows = new Map<Finding, Row>();
  for (const finding of groups.flatMap((g) => g.findings)) {
    const suspects = suspectsOf(finding, all);
    // A row has other cells at each finding, and is one cause.
    const names = [...new Set(suspects.map((s) => s.message ?? `${s.sheet}!${s.address}`))].join();
    rows.set(finding, { key: findingKey(finding), suspects, repeated: said.has(names) });
    if (names) said.add(names);
  }
  return rows;
}

function Mended({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <div role="list" aria-label="已改正">
      {findings.map((finding) => (
        <MendedItem key={findingKey(finding)} finding={finding} />
      ))}
    </div>
  );
}

export function FindingList(props: Props) {
  const { checked, titles, difference, filter, open, setOpen, course } = props;
  const styles = useStyles();
  const findings = useMemo(() => chosen(checked, filter), [checked, filter]);
  const groups = useMemo(() => groupsOf(findings.slice(0, MOST)), [findings]);
  const rows = useMemo(() => rowsOf(groups, checked.review.suspects), [groups, checked]);
  const item = (finding: Finding) => {
    const row = rows.get(finding)!;
    return (
      <div key={row.key} data-key={row.key}>
        <FindingItem
          suspects={row.suspects}
          repeated={row.repeated}
          finding={finding}
          rule={spoken(finding.says, titles, finding.table)}
          others={checked.review.suspects}
          open={open === row.key}
          onOpen={() => setOpen(open === row.key ? undefined : row.key)}
          onGo={props.onGo}
          onCorrect={props.onCorrect}
          onExplain={(text) => props.onExplain(finding, text)}
          explanation={() => props.explanation(finding)}
        />
      </div>
    );
  };
  const rest = findings.length > MOST ? `只列出前 ${MOST} 项，共 ${findings.length} 项。` : '';
  return (
    <div
      ref={course.list}
      onKeyDown={course.onKeyDown}
      onFocus={course.onFocus}
      onBlur={course.onBlur}
      role="presentation"
    >
      {groups.length === 0 && filter && (
        <Text block className={styles.empty}>
          {WORDS.noFinding}
        </Text>
      )}
      <Mended findings={filter ? [] : (difference?.mended ?? [])} />
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
