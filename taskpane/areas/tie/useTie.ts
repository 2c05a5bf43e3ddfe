// The text under review: as it was given, the pane's own copy with corrections taken over, and what the tie-out says
// of it and of the tables beside it. The file itself is never touched.
import { useCallback, useMemo, useRef, useState } from 'react';
import { simplified } from '../../../src/hosts/traditional.ts';
import type { ElementResult } from '../../../src/narrative/elements.ts';
import type { ForeignText } from '../../../src/narrative/first-reading.ts';
import type { TieReport } from '../../../src/narrative/readings/report.ts';
import { type Adopted, textWith, withAdopted } from '../../../src/review/adopted.ts';
import { elementsBeside } from '../../../src/review/booklet.ts';
import { correctionsOf, type TextCorrection } from '../../../src/review/corrections.ts';
import { within } from '../../../src/review/portions.ts';
import { tieIn } from '../../../src/review/tie.ts';
import type { Checked } from '../../session.ts';
import type { AreaProps } from '../area.ts';
import { type FoundTables, tablesIn } from './found.ts';
import { type BookletFile, type Opened, openedBooklet, openManuscript } from './opening.ts';

/** So many milliseconds a person waits before an open pane. */
const TIME = 10_000;

/** A text with fewer numbers is a passage, no 情况说明. */
const WHOLE = 30;

/** 文稿在手: as it was given, and what was taken over since. */
export interface Given {
  readonly name: string;
  /** The file it was read from, where it has tables and places. */
  readonly file?: BookletFile;
  readonly original: ForeignText;
  readonly adopted: readonly Adopted[];
  readonly before: readonly (readonly Adopted[])[];
}

/** 核对结果 of a manuscript. */
export interface Tied {
  readonly text: ForeignText;
  readonly report: TieReport;
  readonly tables: FoundTables | undefined;
  /** Empty for a passage: what it does not hold may stand elsewhere. */
  readonly elements: readonly ElementResult[];
  readonly corrections: readonly TextCorrection[];
  /** The same of the text as it was given: what is noted in the file itself. */
  readonly asGiven: () => TieReport;
}

/** 正在打开: which file, and how far it is read; then what was read is checked. */
export interface Opening {
  readonly name: string;
  readonly page: number;
  readonly checking?: boolean;
}

/** A text of so many characters takes longer to be checked than a person would not notice. */
const LONG = 1500;

/** Once what is being done has been drawn; a pane that is not drawn does not wait for it. */
const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
    setTimeout(resolve, 100);
  });

export interface TieInView {
  readonly given: Given | undefined;
  readonly tied: Tied | undefined;
  readonly opening: Opening | undefined;
  readonly trouble: string | undefined;
  readonly open: (file: File) => Promise<void>;
  readonly stop: () => void;
  readonly take: (text: string) => void;
  readonly adopt: (corrections: readonly TextCorrection[]) => void;
  readonly undo: () => void;
  readonly clear: () => void;
}

const givenBy = (name: string, opened: Extract<Opened, { ok: true }>): Given => ({
  name,
  original: opened.text,
  ...(opened.file && { file: opened.file }),
  adopted: [],
  before: [],
});

const textOf = ({ original, adopted }: Given): ForeignText => {
  const { text, reading, broken } = original;
  const own = textWith(text, adopted);
  return { text: own, broken, ...(reading && { reading: textWith(reading, adopted) }) };
};

/** What the file says of itself, once for a file. */
function useFile({ catalogue, checking, paper }: AreaProps, given: Given | undefined, c: Checked) {
  const { choice } = checking.state;
  const file = given?.file;
  const isHost = file !== undefined && file === paper?.file;
  const { year, region } = choice;
  const tables = useMemo(() => {
    if (!file) return undefined;
    const options = { ...(year && { year }), ...(region && { region }) };
    return tablesIn(file.booklet, catalogue, options, isHost ? undefined : c);
  }, [file, catalogue, year, region, isHost, c]);
  const original = given?.original;
  const elements = useMemo(() => {
    if (!original) return [];
    // A file that holds its tables gives its own list; a text alone is looked at beside the open workbook.
    return tables?.elements ?? elementsBeside(c.book, original);
  }, [original, tables, c]);
  return { tables, elements };
}

function useTied(props: AreaProps, given: Given | undefined, checked: Checked): Tied | undefined {
  const { tables, elements } = useFile(props, given, checked);
  // A workbook without the tables, or of other accounts, says nothing of a text; the file's own may.
  const known = checked.review.tables.some((t) => t.checked && /^表\d$/.test(t.form));
  const book = known && !tables?.other ? checked.book : (tables?.book ?? checked.book);
  return useMemo(() => {
    if (!given) return undefined;
    const text = textOf(given);
    const report = tieIn(book, text, within(TIME));
    const asGiven = () =>
      given.adopted.length === 0 ? report : tieIn(book, given.original, within(TIME));
    const whole = tables !== undefined || report.numbers.length >= WHOLE;
    const own = whole ? elements : [];
    return { text, report, tables, elements: own, corrections: correctionsOf(report), asGiven };
  }, [given, book, tables, elements]);
}

/** Opening takes a while for a file of many pages: it tells how far it is, and can be stopped. */
function useOpening(set: (given: Given) => void) {
  const [opening, setOpening] = useState<Opening>();
  const [trouble, setTrouble] = useState<string>();
  const turn = useRef(0);
  const open = useCallback(
    async (file: File) => {
      turn.current += 1;
      const own = turn.current;
      const stopped = () => turn.current !== own;
      setTrouble(undefined);
      setOpening({ name: file.name, page: 0 });
      const onPage = (page: number) => !stopped() && setOpening({ name: file.name, page });
      try {
        const opened = await openManuscript(file, { onPage, stopped });
        if (stopped()) return;
        if (!opened.ok) return setTrouble(opened.message);
        setOpening({ name: file.name, page: 0, checking: true });
        await drawn();
        if (!stopped()) set(givenBy(file.name, opened));
      } finally {
        if (!stopped()) setOpening(undefined);
      }
    },
    [set],
  );
  const take = useCallback(
    async (text: string) => {
      setTrouble(undefined);
      if (text.trim() === '') return;
      turn.current += 1;
      const own = turn.current;
      const reading = await simplified(text);
      if (text.length > LONG) {
        setOpening({ name: '', page: 0, checking: true });
        await drawn();
      }
      if (turn.current !== own) return;
      setOpening(undefined);
      set(givenBy('', { ok: true, text: { text, broken: true, ...(reading && { reading }) } }));
    },
    [set],
  );
  const stop = useCallback(() => {
    turn.current += 1;
    setOpening(undefined);
  }, []);
  return { opening, trouble, open, take, stop };
}

export function useTie(props: AreaProps, checked: Checked): TieInView {
  const { paper } = props;
  const [given, setGiven] = useState<Given | undefined>(() => {
    const opened = paper && openedBooklet(paper.file);
    return opened?.ok && opened.text.text.trim() !== ''
      ? givenBy(paper!.file.name, opened)
      : undefined;
  });
  const { opening, trouble, open, take, stop } = useOpening(setGiven);
  const tied = useTied(props, given, checked);
  const adopt = useCallback((corrections: readonly TextCorrection[]) => {
    setGiven((g) => {
      if (!g) return g;
      const adopted = withAdopted(g.original.text, g.adopted, corrections);
      return { ...g, adopted, before: [...g.before, g.adopted] };
    });
  }, []);
  const undo = useCallback(() => {
    setGiven((g) => {
      const last = g?.before.at(-1);
      return g && last ? { ...g, adopted: last, before: g.before.slice(0, -1) } : g;
    });
  }, []);
  const clear = useCallback(() => setGiven(undefined), []);
  return { given, tied, opening, trouble, open, stop, take, adopt, undo, clear };
}
