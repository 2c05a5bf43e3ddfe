// The results of a 体检: counts, what is beside them, and the list with its filters.
import { Button, makeStyles } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Kind } from '../../../src/review/attention.ts';
import type { Checked } from '../../session.ts';
import { isStale } from '../../useCheck.ts';
import { WORDS } from '../../words.ts';
import type { AreaProps } from '../area.ts';
import { Filters } from './Filters.tsx';
import { FindingList } from './FindingList.tsx';
import { Compared } from './LastYear.tsx';
import { Ignorings, Refused, Sessions, Steps } from './Quiet.tsx';
import { choicesOf, chosenOf, type Filter, listedSections } from './rows.ts';
import { Summary } from './Summary.tsx';
import type { Course } from './useCourse.ts';
import { type Listing, sureOf, useOrders } from './useOrders.ts';

/** A list no longer than this needs no search. */
const FEW = 4;
const NONE = [] as const;

const useStyles = makeStyles({
  bulk: { margin: '4px 16px' },
  stale: { filter: 'grayscale(1)' },
});

interface Props extends AreaProps, Listing {
  readonly course: Course;
  readonly checked: Checked;
}

/** The list by what it is filtered by; typing does not wait for it. */
function useList({ review, snapshot }: Checked) {
  const [filter, setFilter] = useState<Filter>({});
  const applied = useDeferredValue(filter);
  const sections = useMemo(
    () =>
      listedSections(
        review,
        applied,
        snapshot.sheets.map((s) => s.name),
      ),
    [review, snapshot, applied],
  );
  const { kind } = applied;
  const choices = useMemo(() => choicesOf(chosenOf(review, kind ? { kind } : {})), [review, kind]);
  return { filter, setFilter, sections, choices };
}

export function Results(props: Props) {
  const { checking, course, onSuspects, checked } = props;
  const styles = useStyles();
  const { state } = checking;
  const { review } = checked;
  const { filter, setFilter, sections, choices } = useList(checked);
  const { kind, table, rule } = filter;
  const orders = useOrders(props, checked);
  const sure = useMemo(() => sureOf(sections, orders.refusal), [sections, orders]);
  const filtered = Boolean(kind || table || rule || filter.text?.trim());
  const stale = isStale(state);
  const setKind = (next: Kind | undefined) => {
    const { kind: _, ...rest } = filter;
    setFilter(next ? { ...rest, kind: next } : rest);
  };
  return (
    <>
      <Summary
        {...{ checked, stale, kind }}
        difference={state.difference}
        course={state.course}
        onKind={setKind}
      />
      <Compared {...props} />
      <Refused sheets={state.refused} />
      <Steps checking={checking} />
      {review.told.length > FEW && (
        <Filters filter={filter} onFilter={setFilter} choices={choices} />
      )}
      {kind === 'ignored' && <Ignorings checking={checking} />}
      {sure.length > 1 && (
        <Button size="small" className={styles.bulk} onClick={() => onSuspects(sure)}>
          {WORDS.correct}这 {sure.length} 处…
        </Button>
      )}
      <div className={stale ? styles.stale : undefined}>
        <FindingList
          {...{ sections, filtered, orders, course }}
          mended={filtered ? NONE : (state.difference?.mended ?? NONE)}
        />
      </div>
      <Sessions course={state.course} />
    </>
  );
}
