// Before there is anything to list: the first card, and a workbook in which no table was recognised.
import { HostError } from '../../../src/hosts/port.ts';
import { MENU } from '../../menu.ts';
import { FirstCard, NothingFound } from '../../parts/States.tsx';
import { WORDS } from '../../words.ts';
import type { AreaProps } from '../area.ts';

export function Nothing(props: AreaProps) {
  const { checking, catalogue } = props;
  const offers = MENU.filter((entry) => entry.whenNothingFound);
  return (
    <NothingFound
      known={catalogue.forms.forms.map((f) => f.title)}
      offers={offers.map(({ text, run }) => ({
        text,
        onClick: () => void checking.attempt(async () => run(props)),
      }))}
    />
  );
}

/** A small disclosure that travels with the add-in. */
const SAMPLE = 'sample.xlsx';

export function First({ host, checking, notices }: AreaProps) {
  const { state, run, attempt } = checking;
  const sample = async () => {
    const answer = await fetch(SAMPLE);
    if (!answer.ok) throw new HostError('not-found', WORDS.noSample);
    await host.open?.(new Uint8Array(await answer.arrayBuffer()));
  };
  return (
    <FirstCard
      onStart={() => void run()}
      busy={state.busy}
      onSample={host.open && (() => void attempt(sample))}
      notices={notices}
    />
  );
}
