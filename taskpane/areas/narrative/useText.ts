// The text in view: written from the last 体检 and what was typed in place of gaps. A number keeps what it
// said until the user takes over what the cells say now.
import { useCallback, useMemo, useState } from 'react';
import { type Chart, chartOf } from '../../../src/narrative/chart.ts';
import {
  type Document,
  type GapSpan,
  gapsOf,
  type NumberSpan,
  spansOf,
} from '../../../src/narrative/document.ts';
import type { Slots } from '../../../src/narrative/slots.ts';
import { type Stale, staleNumbers, withNumbers } from '../../../src/narrative/stale.ts';
import { cellKey, doubtsOf } from '../../../src/review/doubts.ts';
import {
  type Material,
  materialOf,
  narrativeTextOf,
  sharedKeys,
  type Text,
} from '../../../src/review/narrative.ts';
import type { Checked } from '../../session.ts';
import { useSlots } from '../../useSlots.ts';
import type { AreaProps } from '../area.ts';

/** 说明 as the pane shows it. */
export interface TextInView {
  readonly material: Material;
  readonly text: Text;
  readonly shown: Document;
  readonly charts: readonly Chart[];
  readonly stale: ReadonlyMap<string, Stale>;
  /** 存疑的数 by their spans: taken from a cell that the 体检 does not trust. */
  readonly doubts: ReadonlyMap<string, string>;
  readonly gaps: readonly GapSpan[];
  readonly slots: Slots;
  /** Takes over what the cells say now: of these numbers, or of all. */
  readonly update: (ids?: readonly string[]) => void;
  readonly fill: (key: string, text: string) => void;
}

/** 存疑 of one number: what the 体检 says of a cell it comes from. */
export const doubtOf = (span: NumberSpan, cells: ReadonlyMap<string, string>): string | undefined =>
  span.cells
    .filter((c) => !c.period)
    .map((c) => cells.get(cellKey(c.location.sheet, c.address)))
    .find(Boolean);

function useDoubts({ review }: Checked, shown: Document): ReadonlyMap<string, string> {
  const cells = useMemo(() => doubtsOf(review), [review]);
  return useMemo(() => {
    const spans = [...spansOf(shown)].filter((s) => s.kind === 'number');
    return new Map(
      spans.flatMap((s) => {
        const doubt = doubtOf(s, cells);
        return doubt ? [[s.id, doubt] as const] : [];
      }),
    );
  }, [cells, shown]);
}

export function useText(props: AreaProps, checked: Checked): TextInView {
  const { catalogue } = props;
  const [kept, keep] = useSlots(props);
  const material = useMemo(() => materialOf(checked.book, kept), [checked, kept]);
  const { slots } = material.source;
  const fill = useCallback(
    (key: string, words: string) => keep(sharedKeys(checked.book).get(key) ?? key, words),
    [checked, keep],
  );
  const text = useMemo(() => narrativeTextOf(material), [material]);
  const fresh = text.narrative;
  const [shown, setShown] = useState(fresh);
  const [laid, setLaid] = useState(fresh);
  const stale = useMemo(
    () => new Map(staleNumbers(shown, fresh).flatMap((s) => (s.now ? [[s.was.id, s]] : []))),
    [shown, fresh],
  );
  if (laid !== fresh) {
    // Written anew, with the numbers as they stood until the user takes over the new ones.
    setLaid(fresh);
    setShown(withNumbers(fresh, shown, new Set(stale.keys())));
  }
  const update = useCallback(
    (ids?: readonly string[]) =>
      setShown((own) => (ids ? withNumbers(own, fresh, new Set(ids)) : fresh)),
    [fresh],
  );
  const gaps = useMemo(() => gapsOf(shown), [shown]);
  const doubts = useDoubts(checked, shown);
  const charts = useMemo(
    () => catalogue.narrative.charts.map((rule) => chartOf(rule, material.source)),
    [catalogue, material],
  );
  const whole = { ...text, narrative: shown };
  return { material, text: whole, shown, charts, stale, doubts, gaps, slots, update, fill };
}
