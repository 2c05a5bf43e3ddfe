// The pane: one component over a host and a check. It names no spreadsheet program.
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  ProgressBar,
  Switch,
  Text,
  tokens,
} from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { SLIP_NAMES, type Suspect, type Verdict } from '../src/assertions/finding.ts';
import type { Region } from '../src/catalogue/regions.ts';
import type { Host } from '../src/hosts/port.ts';
import { FindingList } from './parts/FindingList.tsx';
import { Header } from './parts/Header.tsx';
import { FirstCard, NothingFound, TableList, TroubleBar } from './parts/States.tsx';
import { Summary } from './parts/Summary.tsx';
import { reportSheet, reportText } from './report.ts';
import type { Check } from './session.ts';
import { type Checking, useCheck } from './useCheck.ts';
import { WORDS } from './words.ts';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minWidth: '280px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
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
  progress: { padding: '4px 16px', display: 'flex', flexDirection: 'column', gap: '4px' },
});

export interface PaneProps {
  readonly host: Host;
  readonly check: Check;
  readonly regionNamed: (text: string) => Region | undefined;
  /** Titles of the tables that can be recognised. */
  readonly known: readonly string[];
  /** Called with the way to start a check, for a ribbon command. */
  readonly onReady?: (run: () => Promise<void>) => void;
}

/** True once `on` has lasted long enough to be worth a line. */
function useSlow(on: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!on) {
      setSlow(false);
      return undefined;
    }
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, [on]);
  return slow;
}

function Correction({
  suspect,
  onClose,
  onYes,
}: {
  suspect: Suspect | undefined;
  onClose: () => void;
  onYes: (s: Suspect) => void;
}) {
  return (
    <Dialog open={suspect !== undefined} onOpenChange={(_, d) => !d.open && onClose()}>
      <DialogSurface aria-describedby={undefined} style={{ maxWidth: 'calc(100vw - 32px)' }}>
        <DialogBody>
          <DialogTitle>
            改正 {suspect?.sheet}!{suspect?.address}
          </DialogTitle>
          <DialogContent>
            把 {suspect?.value || '空'} 改为 {suspect?.suggested}（
            {suspect && SLIP_NAMES[suspect.slip]}）。只改这一格，改后自动重新体检，可以撤销。
          </DialogContent>
          <DialogActions>
            <Button appearance="secondary" onClick={onClose}>
              不改
            </Button>
            <Button
              appearance="primary"
              onClick={() => {
                if (suspect) onYes(suspect);
                onClose();
              }}
            >
              改正
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Actions({ checking, busy }: { checking: Checking; busy: boolean }) {
  const styles = useStyles();
  const { state, run, setLive } = checking;
  if (!state.checked) return null;
  return (
    <div className={styles.actions}>
      <Button appearance="primary" disabled={busy} onClick={() => void run()}>
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

function Body({
  checking,
  known,
  onSuspect,
}: {
  checking: Checking;
  known: readonly string[];
  onSuspect: (s: Suspect) => void;
}) {
  const [filter, setFilter] = useState<Verdict>();
  const [tables, setTables] = useState(false);
  const { state, session, attempt } = checking;
  const { checked, difference } = state;
  if (!checked) return <FirstCard onStart={() => void checking.run()} busy={state.busy} />;
  if (checked.review.tables.length === 0) return <NothingFound known={known} />;
  return (
    <>
      <Summary checked={checked} difference={difference} filter={filter} onFilter={setFilter} />
      <Quiet checking={checking} />
      <FindingList
        checked={checked}
        difference={difference}
        filter={filter}
        onGo={(sheet, address) => void attempt(() => session.reveal(sheet, address))}
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

function Working({ state }: Pick<Checking, 'state'>) {
  const styles = useStyles();
  const slow = useSlow(state.busy);
  if (!slow) return null;
  return (
    <div className={styles.progress} role="status">
      <ProgressBar thickness="medium" aria-label={WORDS.working} />
      <Text size={200}>
        {WORDS.working}
        {state.progress ? `：${state.progress}` : ''}
      </Text>
    </div>
  );
}

const copy = (text: string): void => void navigator.clipboard?.writeText(text).catch(() => {});

export function Pane({ host, check, regionNamed, known, onReady }: PaneProps) {
  const styles = useStyles();
  const checking = useCheck(host, check);
  const { state, run, attempt } = checking;
  const [suspect, setSuspect] = useState<Suspect>();
  useEffect(() => onReady?.(() => run()), [onReady, run]);
  const review = state.checked?.review;
  const report = () =>
    void attempt(async () => {
      if (review) await host.addSheet(reportSheet(review, '体检报告'));
    });
  const menu = [
    { text: WORDS.report, onClick: report, disabled: !review },
    { text: '复制结果', onClick: () => copy(review ? reportText(review) : ''), disabled: !review },
    { text: WORDS.clear, onClick: () => void checking.clear() },
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void run();
  };
  const header = { review, choice: state.choice, regionNamed, menu };
  return (
    <main className={styles.pane} onKeyDown={onKeyDown}>
      <Header {...header} onChoose={(choice) => void run(choice)} />
      <Actions checking={checking} busy={state.busy} />
      <Working state={state} />
      {state.trouble && <TroubleBar trouble={state.trouble} onRetry={() => void run()} />}
      <div className={styles.scroll}>
        <Body checking={checking} known={known} onSuspect={setSuspect} />
      </div>
      <Foot checking={checking} onReport={report} />
      <Correction
        suspect={suspect}
        onClose={() => setSuspect(undefined)}
        onYes={(s) => void checking.correct(s)}
      />
    </main>
  );
}
