// 多个单位: the units' workbooks are chosen, checked one after the other, and listed with what was found; the open
// workbook is held against their sum.
import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Finding } from '../../src/assertions/finding.ts';
import { HostError } from '../../src/hosts/port.ts';
import { KIND_NAMES, kindOf } from '../../src/review/attention.ts';
import { findingText } from '../../src/review/finding-text.ts';
import type { Review } from '../../src/review.ts';
import type { AreaProps } from '../areas/area.ts';
import { copyText } from '../clipboard.ts';
import { bytesOf, pickFiles } from '../files.ts';
import { KindIcon } from '../parts/Kind.tsx';
import { isWorkbook, type Summed, summedBy, type UnitBook, unitBookOf } from './units.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', margin: '8px 0' },
  list: { margin: '8px 0', padding: 0, listStyle: 'none' },
  unit: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, padding: '4px 0' },
  name: {
    width: '100%',
    justifyContent: 'flex-start',
    textAlign: 'start',
    padding: '4px',
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  finding: { padding: '4px 0 4px 12px', overflowWrap: 'anywhere' },
  head: { margin: '12px 0 4px', fontSize: tokens.fontSizeBase300 },
});

const NO_BOOKS =
  '选的文件里没有工作簿，请选 .xlsx、.xlsm、.xls、.et 或 .ods 文件，或者放着它们的文件夹。';

/** Lets the pane draw and listen between two workbooks. */
const breathe = () => new Promise((resolve) => setTimeout(resolve, 0));

interface Run {
  readonly units: readonly UnitBook[];
  readonly left: readonly File[];
  readonly now: string;
}
const NOTHING: Run = { units: [], left: [], now: '' };

function useUnits({ catalogue, checking }: AreaProps) {
  const [run, setRun] = useState<Run>(NOTHING);
  const [summed, setSummed] = useState<Summed>();
  const stopped = useRef(false);
  const { choice, checked } = checking.state;
  const go = async (files: readonly File[], done: readonly UnitBook[]) => {
    stopped.current = false;
    let [left, units] = [files, done];
    setSummed(undefined);
    while (left.length > 0 && !stopped.current) {
      const [file] = left;
      setRun({ units, left, now: file!.name });
      await breathe();
      const unit = await unitBookOf(file!.name, await bytesOf(file!), catalogue, choice);
      units = [...units, unit];
      left = left.slice(1);
    }
    setRun({ units, left, now: '' });
    const known = units.some((u) => u.other || u.unread);
    if (left.length === 0 && known && checked) setSummed(summedBy(checked.book, units));
  };
  const choose = (folder: boolean) =>
    checking.attempt(async () => {
      const chosen = await pickFiles('.xlsx,.xlsm,.xls,.et,.ods', folder);
      const files = chosen.filter((f) => isWorkbook(f.name));
      if (chosen.length > 0 && files.length === 0) throw new HostError('refused', NO_BOOKS);
      if (files.length > 0) await go(files, []);
    });
  const stop = () => {
    stopped.current = true;
  };
  return {
    run,
    summed,
    choose,
    stop,
    resume: () => checking.attempt(() => go(run.left, run.units)),
  };
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {findings.map((f) => (
        <li key={`${f.rule}${f.message}`} className={styles.finding}>
          <KindIcon kind={kindOf(f)} /> {f.message}
          <Text size={200} className={styles.quiet}>
            {' '}
            {f.rule}
          </Text>
        </li>
      ))}
    </ul>
  );
}

/** 不符 2 · 核实 1 · 431 项相符. */
function countsIn({ attention, counts }: Review): string {
  const asked = (['error', 'warning', 'note', 'explained'] as const).filter(
    (k) => k === 'error' || attention[k] > 0,
  );
  const words = asked.map((k) => `${KIND_NAMES[k]} ${attention[k]}`);
  return [...words, `${counts.exact} 项相符`].join(' · ');
}

function Read({ name, review }: { name: string; review: Review }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const [copied, setCopied] = useState(false);
  const { attention, told } = review;
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        className={styles.name}
        icon={
          <KindIcon
            kind={attention.error > 0 ? 'error' : attention.warning > 0 ? 'warning' : 'exact'}
            bare
          />
        }
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span>
          {review.department ?? name}
          <Text block size={200} className={styles.quiet}>
            {countsIn(review)}
            {review.department && ` · ${name}`}
          </Text>
        </span>
      </Button>
      {open && <Findings findings={told} />}
      {open && told.length > 0 && (
        <Button
          size="small"
          onClick={() =>
            void copyText(told.map(findingText).join('\n\n')).then(() => setCopied(true))
          }
        >
          {copied ? '已复制' : '复制这个单位的结果'}
        </Button>
      )}
    </>
  );
}

function UnitView({ unit: { name, review, problem } }: { unit: UnitBook }) {
  const styles = useStyles();
  return (
    <li className={styles.unit}>
      {review ? (
        <Read name={name} review={review} />
      ) : (
        <>
          <Text block>{name}</Text>
          <Text size={200} className={styles.quiet}>
            {problem}
          </Text>
        </>
      )}
    </li>
  );
}

function Sum({ summed }: { summed: Summed }) {
  const styles = useStyles();
  const { exact, told } = summed;
  const broken = told.filter((f) => f.verdict === 'broken').length;
  const open = broken === 0 ? told.filter((f) => f.verdict === 'unknown').length : 0;
  const well =
    exact > 0 && broken + open === 0
      ? `汇总与各单位之和相符（${exact} 项）`
      : open > 0
        ? `汇总无法核对 ${open} 项，相符 ${exact} 项`
        : `汇总与各单位之和不符 ${broken} 处，相符 ${exact} 项`;
  return (
    <section aria-label="汇总核对">
      <h3 className={styles.head}>打开着的汇总工作簿</h3>
      <Text block weight="semibold">
        <KindIcon
          kind={broken > 0 ? 'error' : open > 0 || exact === 0 ? 'unknown' : 'exact'}
          bare
        />{' '}
        {exact + broken + open > 0 ? well : '这个工作簿和各单位没有可以比的数。'}
      </Text>
      <Findings findings={told} />
    </section>
  );
}

export default function Units(props: AreaProps) {
  const styles = useStyles();
  const { run, summed, choose, stop, resume } = useUnits(props);
  const { units, left, now } = run;
  const all = units.length + left.length;
  return (
    <>
      <Text block>
        选择各所属单位的工作簿，逐个体检；打开着的工作簿作为汇总，与各单位之和核对。只读取，不改动。
      </Text>
      {!props.checking.state.checked && (
        <Text block size={200} className={styles.quiet}>
          要核对汇总，请先对打开着的工作簿体检一次。
        </Text>
      )}
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabledFocusable={now !== ''}
          onClick={() => void choose(false)}
        >
          选择文件
        </Button>
        <Button disabledFocusable={now !== ''} onClick={() => void choose(true)}>
          选择文件夹
        </Button>
        {now !== '' && <Button onClick={stop}>停止</Button>}
        {now === '' && left.length > 0 && (
          <Button onClick={() => void resume()}>接着做（还有 {left.length} 个）</Button>
        )}
      </div>
      {now !== '' && (
        <div role="status">
          <ProgressBar value={units.length} max={all} aria-label="进度" />
          <Text size={200}>
            {units.length + 1}/{all}：{now}
          </Text>
        </div>
      )}
      {summed && <Sum summed={summed} />}
      {units.length > 0 && (
        <ul className={styles.list} aria-label="各单位">
          {units.map((unit) => (
            <UnitView key={unit.name} unit={unit} />
          ))}
        </ul>
      )}
    </>
  );
}
