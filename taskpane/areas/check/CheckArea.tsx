// 体检: start, counts, findings by table, correction, clearing.
import { Button, makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Suspect, Verdict } from '../../../src/assertions/finding.ts';
import { addReport, MENU } from '../../menu.ts';
import { FirstCard, NothingFound, TableList } from '../../parts/States.tsx';
import type { Checking } from '../../useCheck.ts';
import { WORDS } from '../../words.ts';
import type { AreaProps } from '../area.ts';
import { Correction } from './Correction.tsx';
import { FindingList } from './FindingList.tsx';
import { Summary } from './Summary.tsx';

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
      <Button appearance="primary" disabled={state.busy} onClick={() => void run()}>
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
          已改正 {undoable.map((w) => `${w.sheet}!${w.address}`).join('、')}。
          <Button size="small" appearance="transparent" onClick={() => void checking.undo()}>
            {WORDS.undo}
          </Button>
        </div>
      )}
    </>
  );
}

function Body(props: AreaProps & { readonly onSuspect: (suspect: Suspect) => void }) {
  const { checking, catalogue, reveal, onSuspect } = props;
  const [filter, setFilter] = useState<Verdict>();
  const [tables, setTables] = useState(false);
  const { state, session, attempt } = checking;
  const { checked, difference } = state;
  if (!checked) return <FirstCard onStart={() => void checking.run()} busy={state.busy} />;
  if (checked.review.tables.length === 0) {
    const offers = MENU.filter((entry) => entry.whenNothingFound);
    return (
      <NothingFound
        known={catalogue.forms.forms.map((f) => f.title)}
        offers={offers.map(({ text, run }) => ({
          text,
          onClick: () => void attempt(async () => run(props)),
        }))}
      />
    );
  }
  return (
    <>
      <Summary checked={checked} difference={difference} filter={filter} onFilter={setFilter} />
      <Quiet checking={checking} />
      <FindingList
        checked={checked}
        difference={difference}
        filter={filter}
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

function Foot({ checking, onReport }: { checking: Checking; onReport: () => void }) {
  const styles = useStyles();
  const { checked, marked } = checking.state;
  if (!checked) return null;
  return (
    <footer className={styles.foot}>
      <Button
        size="small"
        appearance="subtle"
        disabled={!marked}
        onClick={() => void checking.clear()}
      >
        {WORDS.clear}
      </Button>
      <Button size="small" appearance="subtle" title={WORDS.undoStack} onClick={onReport}>
        {WORDS.report}
      </Button>
      <Text size={200} role="status" style={{ color: tokens.colorNeutralForeground3 }}>
        {marked ? '' : WORDS.cleared}
      </Text>
    </footer>
  );
}

export function CheckArea(props: AreaProps) {
  const styles = useStyles();
  const { checking } = props;
  const [suspect, setSuspect] = useState<Suspect>();
  return (
    <div className={styles.area}>
      <Actions checking={checking} />
      <div className={styles.scroll}>
        <Body {...props} onSuspect={setSuspect} />
      </div>
      <Foot
        checking={checking}
        onReport={() => void checking.attempt(async () => addReport(props))}
      />
      <Correction
        suspect={suspect}
        onClose={() => setSuspect(undefined)}
        onYes={(s) => void checking.correct(s)}
      />
    </div>
  );
}
