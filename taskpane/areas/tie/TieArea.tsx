// 核对文稿: a text from outside beside the open workbook. Counts first, then the text with its marks.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useCallback, useRef, useState } from 'react';
import type { Verdict } from '../../../src/assertions/finding.ts';
import type { TiedNumber, TieFinding, TieReport } from '../../../src/narrative/readings/report.ts';
import { copyText } from '../../clipboard.ts';
import { VerdictIcon } from '../../parts/Verdict.tsx';
import type { Checked } from '../../session.ts';
import type { AreaProps } from '../area.ts';
import { Chosen } from './Chosen.tsx';
import { Intake } from './Intake.tsx';
import { Marked } from './Marked.tsx';
import { Open } from './Open.tsx';
import { Pages } from './Pages.tsx';
import { type TieInView, useTie } from './useTie.ts';
import { VERDICTS, WORDS } from './words.ts';

const useStyles = makeStyles({
  area: { display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 },
  bar: {
    padding: '12px 16px 4px',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '2px',
    flexShrink: 0,
  },
  total: { marginInlineEnd: '6px' },
  count: {
    minWidth: 0,
    minHeight: '24px',
    padding: '2px 4px',
    gap: '3px',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
  },
  figure: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  scroll: {
    flex: 1,
    minHeight: 0,
    overflowY: 'auto',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  list: {
    margin: 0,
    padding: '0 12px 4px',
    listStyleType: 'none',
    maxHeight: '30%',
    overflowY: 'auto',
    flexShrink: 0,
  },
  item: {
    justifyContent: 'flex-start',
    textAlign: 'start',
    width: '100%',
    minHeight: '24px',
    padding: '2px 4px',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
  },
  foot: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '6px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
    flexWrap: 'wrap',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const ORDER: readonly Verdict[] = ['exact', 'rounding', 'broken', 'unknown'];

interface BarProps {
  readonly report: TieReport;
  readonly open: boolean;
  readonly onStep: (verdict: Verdict) => void;
  readonly onWords: () => void;
}

/** 118 个数字：相符 112 · 尾差 2 · 不符 3 · 未核对 1; a count leads to its next number. */
function Bar({ report, open, onStep, onWords }: BarProps) {
  const styles = useStyles();
  const { counts, numbers, findings } = report;
  return (
    <div className={styles.bar} role="group" aria-label="核对结果">
      <Text weight="semibold" className={styles.total} role="status">
        {numbers.length} 个数字：
      </Text>
      {ORDER.map((verdict) => (
        <Button
          key={verdict}
          size="small"
          appearance="subtle"
          className={styles.count}
          disabled={counts[verdict] === 0}
          onClick={() => onStep(verdict)}
        >
          <VerdictIcon verdict={verdict} bare />
          {VERDICTS[verdict]} <span className={styles.figure}>{counts[verdict]}</span>
        </Button>
      ))}
      {findings.length > 0 && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.count}
          aria-expanded={open}
          onClick={onWords}
        >
          {WORDS.inWords} <span className={styles.figure}>{findings.length}</span> 处
        </Button>
      )}
    </div>
  );
}

function Findings({
  findings,
  onGo,
}: {
  findings: readonly TieFinding[];
  onGo: (f: TieFinding) => void;
}) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {findings.map((f) => (
        <li key={`${f.rule}${f.start}`}>
          <Button size="small" appearance="subtle" className={styles.item} onClick={() => onGo(f)}>
            {f.message}
          </Button>
        </li>
      ))}
    </ul>
  );
}

interface FootProps {
  readonly text: TieInView;
  readonly onCopy: () => void;
  readonly said: string;
  /** To the pages of the file, and back to its text. */
  readonly turn: { readonly to: string; readonly on: () => void } | undefined;
}

function Foot({ text, onCopy, said, turn }: FootProps) {
  const styles = useStyles();
  return (
    <footer className={styles.foot}>
      {turn && (
        <Button size="small" appearance="subtle" onClick={turn.on}>
          {turn.to}
        </Button>
      )}
      <Button size="small" appearance="subtle" onClick={onCopy}>
        {WORDS.copy}
      </Button>
      {(text.given?.before.length ?? 0) > 0 && (
        <Button size="small" appearance="subtle" onClick={text.undo}>
          {WORDS.undo}
        </Button>
      )}
      <Button size="small" appearance="subtle" onClick={text.clear}>
        {WORDS.another}
      </Button>
      <Text size={200} className={styles.quiet} role="status">
        {said}
      </Text>
    </footer>
  );
}

const goTo = (scroll: HTMLElement | null, at: number): void => {
  const target = scroll?.querySelector<HTMLElement>(`#tie-${at}`);
  target?.scrollIntoView({ block: 'center' });
  if (target?.tabIndex === 0) target.focus({ preventScroll: true });
};

interface TiedProps {
  readonly props: AreaProps;
  readonly text: TieInView;
  readonly report: TieReport;
  readonly given: string;
}

/** The number chosen, and the way from one number to the next of its kind. */
function useChoice(reveal: AreaProps['reveal']) {
  const scroll = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<number>();
  const choose = useCallback(
    (number: TiedNumber) => {
      setAt(number.start);
      const cell = number.cells.find((c) => !c.period);
      if (cell) reveal(cell.sheet, cell.address);
    },
    [reveal],
  );
  const step = (own: readonly TiedNumber[]) => {
    const next = own.find((n) => n.start > (at ?? -1)) ?? own[0];
    if (!next) return;
    choose(next);
    goTo(scroll.current, next.start);
  };
  return { scroll, at, choose, step, close: () => setAt(undefined) };
}

/** The pages of a PDF, or its text, whichever is looked at. Corrections stand in the text alone. */
function usePages({ given }: TieInView) {
  const [asPages, setAsPages] = useState(true);
  const pdf = given?.before.length === 0 ? given.pdf : undefined;
  const on = () => setAsPages(!asPages);
  return {
    pdf: asPages ? pdf : undefined,
    turn: pdf && { to: asPages ? WORDS.asText : WORDS.pages, on },
  };
}

function Tied({ props, text, report, given }: TiedProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const { pdf, turn } = usePages(text);
  const { reveal, catalogue, checking } = props;
  const { scroll, at, choose, step, close } = useChoice(reveal);
  const chosen = report.numbers.find((n) => n.start === at);
  const copy = () =>
    void checking.attempt(async () => {
      await copyText(given);
      setSaid(WORDS.copied);
    });
  return (
    <>
      <Bar
        report={report}
        open={open}
        onStep={(verdict) => step(report.numbers.filter((n) => n.verdict === verdict))}
        onWords={() => setOpen(!open)}
      />
      <Open report={report} onStep={step} />
      {open && <Findings findings={report.findings} onGo={(f) => goTo(scroll.current, f.start)} />}
      <div className={styles.scroll} ref={scroll}>
        {pdf ? (
          <Pages pdf={pdf} report={report} chosen={at} onNumber={choose} />
        ) : (
          <Marked
            text={given.slice(0, report.unread?.from)}
            report={report}
            chosen={at}
            onNumber={choose}
          />
        )}
      </div>
      {chosen && (
        <Chosen
          number={chosen}
          rule={catalogue.dictionary.checks.find((c) => c.id === chosen.rule)}
          reveal={reveal}
          onAdopt={() => text.adopt(chosen)}
          onClose={close}
        />
      )}
      <Foot text={text} onCopy={copy} said={said} turn={turn} />
    </>
  );
}

function Texts({ checked, ...props }: AreaProps & { readonly checked: Checked }) {
  const styles = useStyles();
  const text = useTie(checked);
  const { given, report } = text;
  return (
    <div className={styles.area}>
      {given && report ? (
        <Tied props={props} text={text} report={report} given={given.text} />
      ) : (
        <Intake text={text} attempt={props.checking.attempt} />
      )}
    </div>
  );
}

export function TieArea(props: AreaProps) {
  const { checked } = props.checking.state;
  return checked ? <Texts {...props} checked={checked} /> : null;
}
