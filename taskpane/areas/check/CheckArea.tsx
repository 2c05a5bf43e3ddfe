// 体检: start, counts, findings by table, correction, clearing.
import { Button, makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { ArrowDown20Regular, ArrowUp20Regular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import type { Suspect, Verdict } from '../../../src/assertions/finding.ts';
import { HostError } from '../../../src/hosts/port.ts';
import { titlesOf } from '../../../src/review/spoken.ts';
import { MENU, makeReport } from '../../menu.ts';
import { FirstCard, NothingFound, TableList } from '../../parts/States.tsx';
import type { Checking } from '../../useCheck.ts';
import { WORDS } from '../../words.ts';
import type { AreaProps } from '../area.ts';
import { Correction } from './Correction.tsx';
import { FindingList } from './FindingList.tsx';
import { Compared } from './LastYear.tsx';
import { Summary } from './Summary.tsx';
import { type Course, useCourse } from './useCourse.ts';

const useStyles = makeStyles({
  area: { display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 },
  actions: { display: 'flex', alignItems: 'center', gap: '8px', padding: '12px 16px 4px' },
  space: { flex: 1 },
  scroll: { flex: 1, minHeight: 0, overflowY: 'scroll', overflowX: 'hidden' },
  foot: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '6px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    flexWrap: 'wrap',
  },
  cleared: { flexBasis: '100%', padding: '0 4px', color: tokens.colorNeutralForeground3 },
  quiet: {
    padding: '0 16px 8px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

function Actions({ checking }: { checking: Checking }) {
  const styles = useStyles();
  const { state, run, setLive } = checking;
  if (!state.checked) return null;
  return (
    <div className={styles.actions}>
      <Button appearance="primary" data-start="" disabled={state.busy} onClick={() => void run()}>
        {WORDS.again}
      </Button>
      <span className={styles.space} />
      <Switch
        label={WORDS.live}
        labelPosition="before"
        checked={state.live}
        title={WORDS.liveHint}
        onChange={(_, d) => setLive(d.checked)}
      />
    </div>
  );
}

function Quiet({ checking }: { checking: Checking }) {
  const styles = useStyles();
  const { refused, undoable } = checking.state;
  return (
    <>
      {refused.map((sheet) => (
        <div key={sheet} className={styles.quiet}>
          “{sheet}”受保护，问题只列出、不标记。勾稽不会解除保护。
        </div>
      ))}
      {undoable && (
        <div className={styles.quiet} role="status">
          {undoable.map((w) => `${w.sheet}!${w.address}`).join('、')} 已按建议改好。
          <Button size="small" appearance="transparent" onClick={() => void checking.undo()}>
            {WORDS.undo}
          </Button>
        </div>
      )}
    </>
  );
}

interface BodyProps extends AreaProps {
  readonly course: Course;
  readonly open: string | undefined;
  readonly setOpen: (key: string | undefined) => void;
  readonly onSuspect: (suspect: Suspect) => void;
}

function Nothing(props: AreaProps) {
  const { checking, catalogue } = props;
  const offers = MENU.filter((entry) => entry.whenNothingFound);
  return (
    <NothingFound
      known={catalogue.forms.forms.map((f) => f.title)}
      offers={offers.map(({ text, run }) => ({
        text,
        onClick: () => void checking.attempt(async () => run(props)),
      }))}
    />
  );
}

/** A small disclosure that travels with the add-in. */
const SAMPLE = 'sample.xlsx';

function First({ host, checking, notices }: AreaProps) {
  const { state, run, attempt } = checking;
  const sample = async () => {
    const answer = await fetch(SAMPLE);
    if (!answer.ok) throw new HostError('not-found', WORDS.noSample);
    await host.open?.(new Uint8Array(await answer.arrayBuffer()));
  };
  return (
    <FirstCard
      onStart={() => void run()}
      busy={state.busy}
      onSample={host.open && (() => void attempt(sample))}
      notices={notices}
    />
  );
}

function Body(props: BodyProps) {
  const { checking, catalogue, reveal, course, open, setOpen, onSuspect } = props;
  const [filter, setFilter] = useState<Verdict>();
  const [tables, setTables] = useState(false);
  const { state, session, attempt } = checking;
  const { checked, difference } = state;
  const titles = useMemo(
    () => titlesOf(checked?.review.tables ?? [], catalogue.forms.forms),
    [checked, catalogue],
  );
  if (!checked) return <First {...props} />;
  if (checked.review.tables.length === 0) return <Nothing {...props} />;
  return (
    <>
      <Summary checked={checked} difference={difference} filter={filter} onFilter={setFilter} />
      <Compared {...props} />
      <Quiet checking={checking} />
      <FindingList
        {...{ checked, titles, difference, filter, open, setOpen, course }}
        onGo={reveal}
        onCorrect={onSuspect}
        onExplain={(finding, text) =>
          attempt(() => session.explain(finding, text)).then(() => checking.run())
        }
        explanation={(finding) => session.explanation(finding)}
      />
      <Button
        appearance="transparent"
        size="small"
        style={{ margin: '8px' }}
        aria-expanded={tables}
        onClick={() => setTables(!tables)}
      >
        {tables ? '收起' : '查看'}已识别的表
      </Button>
      {tables && <TableList review={checked.review} />}
    </>
  );
}

interface FootProps {
  readonly checking: Checking;
  readonly course: Course;
  readonly onReport: () => void;
}

function Foot({ checking, course, onReport }: FootProps) {
  const styles = useStyles();
  const { checked, marked, cleared } = checking.state;
  if (!checked || checked.review.tables.length === 0) return null;
  const listed = checked.review.told.length > 0;
  return (
    <footer className={styles.foot}>
      {cleared && (
        <Text size={200} role="status" className={styles.cleared}>
          {WORDS.cleared}
        </Text>
      )}
      <Button
        size="small"
        appearance="subtle"
        disabled={marked === 0}
        onClick={() => void checking.clear()}
      >
        {WORDS.clear}
      </Button>
      <Button size="small" appearance="subtle" title={WORDS.undoStack} onClick={onReport}>
        {WORDS.report}
      </Button>
      <span className={styles.space} />
      {([-1, 1] as const).map((by) => (
        <Button
          key={by}
          size="small"
          appearance="subtle"
          disabled={!listed}
          icon={by < 0 ? <ArrowUp20Regular /> : <ArrowDown20Regular />}
          aria-label={by < 0 ? WORDS.previous : WORDS.next}
          title={by < 0 ? WORDS.previous : WORDS.next}
          onClick={() => course.step(by)}
        />
      ))}
    </footer>
  );
}

export function CheckArea(props: AreaProps) {
  const styles = useStyles();
  const { checking, reveal } = props;
  const [suspect, setSuspect] = useState<Suspect>();
  const [open, setOpen] = useState<string>();
  const course = useCourse(reveal, setOpen);
  return (
    <div className={styles.area}>
      <Actions checking={checking} />
      <div className={styles.scroll}>
        <Body {...props} {...{ course, open, setOpen }} onSuspect={setSuspect} />
      </div>
      <Foot
        checking={checking}
        course={course}
        onReport={() => void checking.attempt(async () => makeReport(props))}
      />
      <Correction
        suspect={suspect}
        onClose={() => setSuspect(undefined)}
        onYes={(s) => void checking.correct(s)}
      />
    </div>
  );
}
