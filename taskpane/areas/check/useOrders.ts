// What an entry of the list can order, over the session and the pane.
import { useMemo } from 'react';
import type { Suspect } from '../../../src/assertions/finding.ts';
import { isIgnoring } from '../../../src/assertions/ignored.ts';
import { spoken, titlesOf } from '../../../src/review/spoken.ts';
import { isOwn } from '../../../src/review/suspects.ts';
import { type Checked, refusalOf } from '../../session.ts';
import type { AreaProps } from '../area.ts';
import type { Orders } from './item.ts';
import type { ListedSection } from './rows.ts';

/** Which finding stands open, and the way to ask for corrections. */
export interface Listing {
  readonly open: string | undefined;
  readonly setOpen: (key: string | undefined) => void;
  readonly onSuspects: (suspects: readonly Suspect[]) => void;
}

/** What of all this can be put right in one go: cells that are sure and can be written. */
export function sureOf(sections: readonly ListedSection[], refusal: Orders['refusal']): Suspect[] {
  const culprits = sections.flatMap((s) =>
    s.rows.flatMap((r) => ('culprit' in r ? r.culprit : [])),
  );
  const sure = culprits.filter((c) => c.kind === 'cell').flatMap((c) => c.corrections);
  return sure.filter((s) => refusal(s) === undefined);
}

export function useOrders(props: AreaProps & Listing, checked: Checked): Orders {
  const { checking, reveal, catalogue, open, setOpen, onSuspects, onSide } = props;
  const { session, attempt, run } = checking;
  return useMemo(() => {
    const titles = titlesOf(checked.review.tables, catalogue.forms.forms);
    const then = (work: () => Promise<void>) => attempt(work).then(() => run());
    return {
      open,
      setOpen,
      suspects: checked.review.suspects,
      spoken: (finding) => spoken(finding.says, titles, finding.table),
      onGo: reveal,
      onShow: (finding) => {
        const [place, ...others] = finding.cells.filter(isOwn);
        const beside = others.filter((c) => c.sheet === place?.sheet).map((c) => c.address);
        if (place) reveal(place.sheet, place.address, beside);
      },
      onCorrect: onSuspects,
      refusal: (suspect) => refusalOf(suspect, checked.snapshot),
      onExplain: (finding, text) => then(() => session.explain(finding, text)),
      explanation: (finding) => session.explanation(finding),
      onIgnore: (finding, reason, whole) => then(() => session.ignore(finding, reason, whole)),
      onUnignore: (finding) =>
        then(async () => {
          const all = await session.ignorings();
          for (const one of all.filter((i) => isIgnoring(i, finding))) await session.unignore(one);
        }),
      onHelp: (rule) => onSide({ page: 'help', rule }),
    };
  }, [checked, catalogue, session, attempt, run, reveal, open, setOpen, onSuspects, onSide]);
}
