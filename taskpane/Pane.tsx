// The pane: a header, the areas, and what stands in the way. It names no spreadsheet program.
import { makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Catalogue } from '../src/catalogue/index.ts';
import type { Host } from '../src/hosts/port.ts';
import type { ElementResult } from '../src/narrative/elements.ts';
import { openBook } from '../src/review/book.ts';
import { reviewOf } from '../src/review.ts';
import type { AreaProps, OpenPaper } from './areas/area.ts';
import { AREAS } from './areas/index.ts';
import { MENU } from './menu.ts';
import { NARROW } from './narrow.ts';
import { Announce } from './parts/Announce.tsx';
import { Areas } from './parts/Areas.tsx';
import { Cleaning } from './parts/Cleaning.tsx';
import { PaneHeader } from './parts/Header.tsx';
import { PublishBar } from './parts/PublishBar.tsx';
import { StaleBar } from './parts/StaleBar.tsx';
import { Said, StrangeBar, TroubleBar } from './parts/States.tsx';
import { Working } from './parts/Working.tsx';
import type { Check, Checked } from './session.ts';
import type { SidePage } from './side/page.ts';
import { Side } from './side/Side.tsx';
import { useCheck } from './useCheck.ts';
import { useCleaning } from './useCleaning.ts';
import type { Sight } from './useEdits.ts';
import { useFocusKeptIn } from './useKeptFocus.ts';
import { useAgain, useOwnRules } from './useOwnRules.ts';
import { usePaper } from './usePaper.ts';
import { useReveal } from './useReveal.ts';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    position: 'relative',
    height: '100%',
    minWidth: '150px',
    [NARROW]: { height: 'auto', minHeight: '100%' },
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
});

export interface PaneProps {
  readonly host: Host;
  readonly catalogue: Catalogue;
  /** What this Excel cannot do, as sentences. */
  readonly notices?: readonly string[];
  /** Called with the way to start a check, for a ribbon command. */
  readonly onReady?: (run: () => Promise<void>) => void;
  /** Tells whether the pane is in sight, where it can be hidden without ending. */
  readonly sight?: Sight;
  /** The open file, where its pages stand beside the pane. */
  readonly paper?: OpenPaper;
  /** Hears of every 体检 that is through. */
  readonly onChecked?: (checked: Checked) => void;
}

const NONE: readonly string[] = [];
const checkBy =
  (catalogue: Catalogue): Check =>
  (snapshot, choice) => {
    const book = openBook(snapshot, catalogue, choice);
    return { book, review: reviewOf(book) };
  };

/** Orders of the menu as they can be given now. */
const menuFor = (props: AreaProps) =>
  MENU.map(({ text, hint, apart, afterCheck, run: order }) => ({
    text,
    ...(hint && { hint }),
    ...(apart && { apart }),
    disabled: Boolean(afterCheck) && !props.checking.state.checked,
    onClick: () => void props.checking.attempt(async (task) => order(props, task)),
  }));

/** What every area is given, over a host and the rules in use. */
function useProps({ host, catalogue, notices = NONE, sight, paper }: PaneProps) {
  const { inUse, ownRules } = useOwnRules(catalogue);
  const checking = useCheck(
    host,
    useMemo(() => checkBy(inUse), [inUse]),
    sight,
  );
  const { reveal, back } = useReveal(checking);
  const [side, onSide] = useState<SidePage>();
  const [elements, onElements] = useState<readonly ElementResult[]>();
  const own = { host, catalogue: inUse, checking, notices, ownRules, reveal, back, onSide, paper };
  const props = { ...own, elements, onElements };
  return { props, side };
}

/** 体检 by Ctrl+Enter, wherever the focus stands; a button that has it is not pressed as well. */
const checksOnEnter = (run: () => Promise<unknown>) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.stopPropagation();
  void run();
};

export function Pane(given: PaneProps) {
  const styles = useStyles();
  const { host, catalogue, onReady, onChecked } = given;
  const { props: own, side } = useProps(given);
  const { state, run, dismiss } = own.checking;
  const [open, setOpen] = useState(AREAS[0]!.id);
  const toList = useCallback(() => setOpen(AREAS[0]!.id), []);
  const props = { ...own, picked: usePaper(given.paper, state.checked, toList) };
  useEffect(
    () =>
      onReady?.(() => {
        setOpen(AREAS[0]!.id);
        return run();
      }),
    [onReady, run],
  );
  useAgain(props.catalogue, run);
  const cleaning = useCleaning(host, props.checking);
  const { checked, choice, trouble } = state;
  useEffect(() => {
    if (checked) onChecked?.(checked);
  }, [checked, onChecked]);
  const main = useRef<HTMLElement>(null);
  useFocusKeptIn(main);
  const { year: _year, region: _region, ...others } = choice;
  return (
    <main ref={main} className={styles.pane} onKeyDownCapture={checksOnEnter(() => run())}>
      <PaneHeader
        review={checked?.review}
        choice={choice}
        regionNamed={catalogue.regionNamed}
        menu={[...menuFor(props), ...(host.traces ? [cleaning.entry] : [])]}
        onChoose={(chosen) => void run({ ...others, ...chosen })}
      />
      <Announce state={state} />
      <Working checking={props.checking} />
      {checked?.snapshot.stale && <StaleBar host={host} checking={props.checking} />}
      {checked?.review.strange && <StrangeBar strange={checked.review.strange} />}
      {host.traces && <PublishBar state={state} area={open} onClean={cleaning.entry.onClick} />}
      {state.said && <Said words={state.said} />}
      {trouble && !side && <TroubleBar trouble={trouble} onKnown={dismiss} />}
      <Cleaning key={cleaning.traces ? 'open' : 'closed'} {...cleaning} />
      <Areas areas={AREAS} open={open} onOpen={setOpen} props={props} />
      {side && <Side side={side} props={props} onClose={() => props.onSide(undefined)} />}
    </main>
  );
}
