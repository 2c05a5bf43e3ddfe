// 体检: start, counts, findings by table, correction, clearing.
import { Button, makeStyles, Switch } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Suspect } from '../../../src/assertions/finding.ts';
import { findingKey } from '../../course.ts';
import { makeReport } from '../../menu.ts';
import { NARROW, unrolled } from '../../narrow.ts';
import { TableList } from '../../parts/States.tsx';
import type { Checking } from '../../useCheck.ts';
import { WORDS } from '../../words.ts';
import type { AreaProps } from '../area.ts';
import { First, Nothing } from './Beginning.tsx';
import { Correction } from './Correction.tsx';
import { Foot } from './Foot.tsx';
import { Results } from './Results.tsx';
import { type Course, useCourse } from './useCourse.ts';
import type { Listing } from './useOrders.ts';

const useStyles = makeStyles({
  area: { display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 },
  actions: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '12px 16px 4px',
    flexWrap: 'wrap',
  },
  space: { flex: 1 },
  scroll: { flex: 1, minHeight: 0, overflowY: 'scroll', overflowX: 'hidden', [NARROW]: unrolled },
});

function Actions({ checking }: { checking: Checking }) {
  const styles = useStyles();
  const { state, run, setLive } = checking;
  const again = useRef<HTMLButtonElement>(null);
  const known = state.checked !== undefined;
  // 开始体检 makes way for 重新体检: whoever pressed it goes on from there.
  useEffect(() => {
    if (known && document.hasFocus() && document.activeElement === document.body)
      again.current?.focus();
  }, [known]);
  if (!state.checked) return null;
  return (
    <div className={styles.actions}>
      <Button
        ref={again}
        appearance="primary"
        data-start=""
        disabledFocusable={state.busy}
        onClick={() => void run()}
      >
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

interface BodyProps extends AreaProps, Listing {
  readonly course: Course;
}

function Body(props: BodyProps) {
  const { checking } = props;
  const [tables, setTables] = useState(false);
  const { checked } = checking.state;
  if (!checked) return <First {...props} />;
  if (checked.review.tables.length === 0) return <Nothing {...props} />;
  return (
    <>
      <Results {...props} checked={checked} />
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

/** A cell pressed on the pages beside the pane: its finding opens, or it is said that it holds. */
function usePicked({ picked, checking }: AreaProps, setOpen: (key: string) => void) {
  const last = useRef(checking);
  last.current = checking;
  useEffect(() => {
    const { state, say } = last.current;
    if (!picked || !('sheet' in picked) || !state.checked) return;
    const { sheet, address } = picked;
    const isHere = (c: { sheet: string; address: string }) =>
      c.sheet === sheet && c.address === address;
    const { told } = state.checked.review;
    const found =
      told.find((f) => f.cells[0] && isHere(f.cells[0])) ?? told.find((f) => f.cells.some(isHere));
    if (!found) return say(`${sheet} ${address}：没有要改的地方。`);
    const key = findingKey(found);
    setOpen(key);
    setTimeout(() => {
      const entry = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
      entry?.scrollIntoView({ block: 'nearest' });
      entry?.querySelector<HTMLElement>('[data-finding]')?.focus({ preventScroll: true });
    }, 50);
  }, [picked, setOpen]);
}

export function CheckArea(props: AreaProps) {
  const styles = useStyles();
  const { checking, reveal } = props;
  const [suspects, setSuspects] = useState<readonly Suspect[]>([]);
  const [open, setOpen] = useState<string>();
  const course = useCourse(reveal, setOpen);
  usePicked(props, setOpen);
  return (
    <div className={styles.area}>
      <Actions checking={checking} />
      <div className={styles.scroll} data-scroll="">
        <Body {...props} {...{ course, open, setOpen }} onSuspects={setSuspects} />
      </div>
      <Foot
        checking={checking}
        course={course}
        back={props.back}
        onReport={() => void checking.attempt((task) => makeReport(props, task))}
      />
      <Correction
        suspects={suspects}
        onClose={() => setSuspects([])}
        onYes={(chosen) => void checking.correct(chosen)}
      />
    </div>
  );
}
