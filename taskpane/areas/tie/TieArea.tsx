// 核对文稿: a text from outside beside the open workbook. Counts first, then the text or its pages with their marks,
// and the list beside them.
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { TextCorrection } from '../../../src/review/corrections.ts';
import { cellKey } from '../../../src/review/doubts.ts';
import { NARROW } from '../../narrow.ts';
import type { Checked } from '../../session.ts';
import { useKeptFocus } from '../../useKeptFocus.ts';
import { useSlow } from '../../useSlow.ts';
import type { AreaProps } from '../area.ts';
import { Adopting } from './Adopting.tsx';
import { Bar, type Panel, Panels } from './Bar.tsx';
import { Chosen, ChosenCell } from './Chosen.tsx';
import { Elements } from './Elements.tsx';
import { Entries } from './Entries.tsx';
import {
  accountsIn,
  type EntryGroup,
  type FoundEntry,
  type FoundPlace,
  type FoundTables,
  type WhoseAccounts,
} from './found.ts';
import type { Tied } from './given.ts';
import { Intake, TieDoing } from './Intake.tsx';
import { Marked } from './Marked.tsx';
import { Pages } from './Pages.tsx';
import { Unread } from './Unread.tsx';
import { useTie } from './useTie.ts';
import { type TiedProps, type TieView, useView } from './useView.ts';
import { useWide } from './useWide.ts';
import { Ways } from './Ways.tsx';
import {
  comparedText,
  courseText,
  kindOfNumber,
  type NumberKind,
  otherText,
  TIE_WORDS,
} from './words.ts';

const useStyles = makeStyles({
  area: { display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0, position: 'relative' },
  body: { display: 'flex', flexDirection: 'column-reverse', flex: 1, minHeight: 0 },
  beside: { flexDirection: 'row' },
  scroll: {
    flex: 1,
    minHeight: 0,
    minWidth: 0,
    overflow: 'auto',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    position: 'relative',
    [NARROW]: { flex: 'none' },
  },
  panel: {
    maxHeight: '45%',
    [NARROW]: { maxHeight: '60vh' },
    overflowY: 'auto',
    flexShrink: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  side: {
    width: '260px',
    maxHeight: 'none',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  again: { padding: '8px 16px 0' },
  compared: {
    padding: '0 16px 4px',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

const lackingIn = ({ elements }: Tied): number | undefined =>
  elements.length === 0
    ? undefined
    : elements.filter((e) => e.status === 'missing' || e.status === 'unclear').length;

function Strip(all: TiedProps & { at: FoundPlace | undefined; onClose: () => void }) {
  const { props, view, tied, at, onClose } = all;
  if (!at) return null;
  if ('sheet' in at) {
    const { sheet, address } = at;
    const key = cellKey(sheet, address);
    const cell = tied.tables?.cells.get(key);
    const apart = tied.tables?.apart.find((a) => cellKey(a.sheet, a.address) === key);
    return <ChosenCell {...{ sheet, address, cell, apart, onClose }} reveal={props.reveal} />;
  }
  const number = tied.report.numbers.find((n) => n.start === at.start);
  if (!number) return null;
  return (
    <Chosen
      number={number}
      rule={props.catalogue.dictionary.checks.find((c) => c.id === number.rule)}
      reveal={props.reveal}
      onAdopt={(correction) => view.adopt([correction])}
      onClose={onClose}
    />
  );
}

const accountsText = ({ year, department }: WhoseAccounts): string =>
  [year && `${year} 年度`, department].filter(Boolean).join(' ') || '另一个部门';

/** How the tables of the file stand to the open workbook. */
function Beside({ tables, checked }: { tables: FoundTables; checked: Checked }) {
  const styles = useStyles();
  const { compared, apart, other, accounts } = tables;
  const words = other
    ? otherText(accountsText(accounts), accountsText(accountsIn(checked.review)))
    : compared > 0 && comparedText(compared, apart.length);
  if (!words) return null;
  return (
    <Text size={200} block className={styles.compared} role="status">
      {words}
    </Text>
  );
}

/** The pages of the file, or its text. */
function Manuscript({ tied, view }: { tied: Tied; view: TieView }) {
  const styles = useStyles();
  const { report, text } = tied;
  const { paging, frames, chosen, at, choose, scroll } = view;
  return (
    <div className={styles.scroll} ref={scroll} data-scroll="">
      {paging.file && frames ? (
        <Pages
          file={paging.file}
          frames={frames}
          chosen={chosen}
          zoom={paging.scale}
          onPlace={choose}
        />
      ) : (
        <Marked
          text={text.text.slice(0, report.unread?.from)}
          report={report}
          chosen={at && 'start' in at ? at.start : undefined}
          onNumber={choose}
        />
      )}
    </div>
  );
}

interface ListProps extends TiedProps {
  readonly panel: Panel;
  readonly wide: boolean;
  readonly shown: TieView;
}

/** The list that is open beside it. */
function List({ panel, wide, given, tied, shown }: ListProps) {
  const styles = useStyles();
  const booklet = given.file?.booklet;
  const { groups, open, chosen, go } = shown;
  return (
    <div className={mergeClasses(styles.panel, wide && styles.side)} data-scroll="">
      {panel === 'elements' ? (
        <Elements elements={tied.elements} booklet={booklet} onPlace={go} />
      ) : (
        <Entries
          groups={panel === 'open' ? open : groups}
          booklet={booklet}
          chosen={chosen}
          onGo={({ place }: FoundEntry) => go(place)}
        />
      )}
    </div>
  );
}

/** What is in view is of before: what comes is under way, or was stopped. */
function Again({ view, given }: TiedProps) {
  const styles = useStyles();
  const { course } = view;
  const slow = useSlow(course?.kind === 'under-way');
  if (!course || (course.kind === 'under-way' && !slow)) return null;
  return (
    <div className={styles.again}>
      <TieDoing words={courseText(course, given.name)} course={course} view={view} />
      {course.kind !== 'under-way' && <Text size={200}>{TIE_WORDS.former}</Text>}
    </div>
  );
}

const countOf = (groups: readonly EntryGroup[]): number =>
  groups.reduce((n, g) => n + g.entries.length, 0);

function TiedView(all: TiedProps) {
  const styles = useStyles();
  const { props, view, tied } = all;
  const { report, tables, corrections, text } = tied;
  const shown = useView(all);
  const { groups, open, step, at, close, paging } = shown;
  const [box, wide] = useWide();
  const [panel, setPanel] = useState<Panel | undefined>(wide ? 'list' : undefined);
  const [asked, ask] = useState<readonly TextCorrection[]>();
  const toKind = (kind: NumberKind) => {
    if (kind !== 'unknown') return step(report.numbers.filter((n) => kindOfNumber(n) === kind));
    // Those worth a look stand first, with what they lack.
    setPanel('open');
    return step(open.flatMap((g) => g.entries.map((e) => e.place)));
  };
  return (
    <div className={styles.area} ref={box}>
      <Again {...all} />
      <Bar report={report} onStep={toKind} />
      <Panels
        panel={panel}
        entries={countOf(groups)}
        open={countOf(open)}
        lacking={lackingIn(tied)}
        corrections={corrections.length}
        onPanel={(next) => setPanel(next === panel ? undefined : next)}
        onAdopt={() => ask(corrections)}
      />
      <Unread report={report} />
      {report.numbers.length === 0 && (
        <Text size={200} block role="status" className={styles.compared}>
          {TIE_WORDS.noNumbers}
        </Text>
      )}
      {tables && <Beside tables={tables} checked={props.checking.state.checked!} />}
      <div className={mergeClasses(styles.body, wide && styles.beside)}>
        <Manuscript tied={tied} view={shown} />
        {panel && <List {...all} panel={panel} wide={wide} shown={shown} />}
      </div>
      <Strip {...all} at={at} onClose={close} />
      <Ways {...all} paging={paging} />
      <Adopting
        text={text.text}
        corrections={asked}
        onClose={() => ask(undefined)}
        onYes={view.adopt}
      />
    </div>
  );
}

/** The number that is chosen, else where the way goes on. */
const HEIRS = ['[data-number][aria-pressed=true]', '[data-frame][aria-pressed=true]'];

function Texts({ checked, ...props }: AreaProps & { readonly checked: Checked }) {
  const view = useTie(props, checked);
  const { given, tied } = view;
  const { onElements } = props;
  const elements = tied?.elements;
  useEffect(() => onElements(elements), [elements, onElements]);
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  const kept = useKeptFocus(box, HEIRS);
  return (
    <div ref={box} className={styles.area} {...kept}>
      {given && tied && !view.opening ? (
        <TiedView props={props} view={view} given={given} tied={tied} />
      ) : (
        <Intake text={view} attempt={props.checking.attempt} />
      )}
    </div>
  );
}

export function TieArea(props: AreaProps) {
  const { checked } = props.checking.state;
  return checked ? <Texts {...props} checked={checked} /> : null;
}
