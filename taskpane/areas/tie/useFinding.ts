// What is found of the manuscript in hand, computed apart from the pane: what was found before stays in view until the
// next is there; what is stopped can be begun again, and nothing is lost.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { HostError } from '../../../src/hosts/port.ts';
import { textWith } from '../../../src/review/adopted.ts';
import { correctionsOf } from '../../../src/review/corrections.ts';
import type { Checked } from '../../session.ts';
import type { AreaProps } from '../area.ts';
import { type FinderApart, finderApart } from './apart/ask.ts';
import type { Stage, TieCourse } from './course.ts';
import type { FoundOfText, GivenManuscript, OpenWorkbook } from './finder.ts';
import { accountsIn } from './found.ts';
import type { Given, Tied } from './given.ts';
import { TIE_WORDS } from './words.ts';

const manuscriptOf = (
  { original, adopted, file }: Given,
  { choice, isHost }: Pick<GivenManuscript, 'choice' | 'isHost'>,
): GivenManuscript => {
  const { text, reading, broken } = original;
  const own = { text: textWith(text, adopted), broken };
  return {
    text: { ...own, ...(reading && { reading: textWith(reading, adopted) }) },
    ...(file && { booklet: file.booklet }),
    ...{ choice, isHost },
  };
};

/** The open workbook as texts are held against it: a table that was perhaps misread says nothing of them. */
const openIn = ({ book, review }: Checked): OpenWorkbook => {
  const { doubted } = review;
  return { book: doubted ? { ...book, doubted } : book, accounts: accountsIn(review) };
};

/** What was found last, and of what. */
interface Shown {
  readonly given: Given;
  readonly workbook: OpenWorkbook;
  readonly text: GivenManuscript['text'];
  readonly found: FoundOfText;
}

/** The one who finds, as long as the area is there. */
function useFinder({ ownRules }: AreaProps) {
  const { base } = ownRules;
  const finder = useMemo(() => finderApart(base), [base]);
  useEffect(() => {
    finder.begin();
    return finder.close;
  }, [finder]);
  return finder;
}

/** The manuscript as it is to be looked at now. */
function useManuscript({ checking, paper }: AreaProps, given: Given | undefined) {
  const { year, region } = checking.state.choice;
  const isHost = given?.file !== undefined && given.file === paper?.file;
  return useMemo(() => {
    const choice = { ...(year && { year }), ...(region && { region }) };
    return (own: Given) => manuscriptOf(own, { choice, isHost });
  }, [year, region, isHost]);
}

interface Sought {
  readonly finder: FinderApart;
  readonly workbook: OpenWorkbook;
  readonly manuscript: (own: Given) => GivenManuscript;
  readonly given: Given | undefined;
}

/** Seeks whenever the manuscript or what stands beside it has changed, and once more when it is told to. */
function useCourse({ finder, workbook, manuscript, given }: Sought, show: (shown?: Shown) => void) {
  const [course, setCourse] = useState<TieCourse>();
  const [turn, setTurn] = useState(0);
  const halt = useRef<() => void>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn is the same once more.
  useEffect(() => {
    halt.current = undefined;
    if (!given) {
      show();
      return setCourse(undefined);
    }
    let current = true;
    const own = manuscript(given);
    const onStage = (stage: Stage) => current && setCourse({ kind: 'under-way', stage });
    setCourse({ kind: 'under-way', stage: undefined });
    const { result, stop } = finder.find({ workbook, given: own, onStage });
    const end = (next: TieCourse | undefined) => {
      if (current) setCourse(next);
      current = false;
    };
    halt.current = () => {
      stop();
      end({ kind: 'stopped' });
    };
    result.then(
      (found) => {
        if (current && found) show({ given, workbook, text: own.text, found });
        end(undefined);
      },
      (error: unknown) => end({ kind: 'failed', words: wordsOf(error) }),
    );
    return () => {
      if (current) stop();
      current = false;
    };
  }, [finder, workbook, manuscript, given, turn, show]);
  return {
    course,
    halt: useCallback(() => halt.current?.(), []),
    again: useCallback(() => setTurn((n) => n + 1), []),
  };
}

export function useFinding(props: AreaProps, given: Given | undefined, checked: Checked) {
  const finder = useFinder(props);
  const workbook = useMemo(() => openIn(checked), [checked]);
  const manuscript = useManuscript(props, given);
  const [shown, show] = useState<Shown>();
  const course = useCourse({ finder, workbook, manuscript, given }, show);
  const tied = useMemo((): Tied | undefined => {
    // What was found of another manuscript says nothing of this one.
    if (!shown || shown.given.original !== given?.original) return undefined;
    const { text, found, workbook: beside } = shown;
    const { adopted } = shown.given;
    const notes = async () => {
      const asGiven = manuscript({ ...shown.given, adopted: [] });
      const order = { workbook: beside, given: asGiven, onStage: () => undefined };
      const made = await finder.notes(order).result;
      if (!made) throw new HostError('refused', TIE_WORDS.failed);
      return made;
    };
    return { ...found, text, adopted, corrections: correctionsOf(found.report), notes };
  }, [shown, given, manuscript, finder]);
  return { tied, ...course };
}

const wordsOf = (error: unknown): string =>
  error instanceof HostError ? error.message : TIE_WORDS.failed;
