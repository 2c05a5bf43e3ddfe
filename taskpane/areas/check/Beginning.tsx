// Before there is anything to list: the first card, and a workbook in which no table was recognised.
import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { HostError } from '../../../src/hosts/port.ts';
import { insertBlanks, lastYear } from '../../inserting.ts';
import { FirstCard } from '../../parts/FirstCard.tsx';
import { NothingFound } from '../../parts/States.tsx';
import { placeProblem, yearProblem } from '../../place.ts';
import { WORDS } from '../../words.ts';
import type { AreaProps } from '../area.ts';

/** 空白模板 of a year and a place: what they are is asked before thirteen sheets come in. */
function BlankForm(props: AreaProps) {
  const { checking, catalogue } = props;
  const { regionNamed } = catalogue;
  const [year, setYear] = useState(String(checking.state.choice.year ?? lastYear()));
  const [region, setRegion] = useState(checking.state.choice.region?.name ?? '');
  const [asked, setAsked] = useState(false);
  const wrong = {
    year: year.trim() === '' ? '请写年度。' : yearProblem(year),
    region: placeProblem(region, regionNamed),
  };
  const insert = () => {
    setAsked(true);
    if (wrong.year || wrong.region) return;
    const named = region.trim() ? regionNamed(region.trim()) : undefined;
    const chosen = { year: Number(year), ...(named && { region: named }) };
    void checking.attempt((task) => insertBlanks(props, task, chosen));
  };
  return (
    <>
      <Field label="年度" {...(asked && wrong.year && { validationMessage: wrong.year })}>
        <Input value={year} inputMode="numeric" onChange={(_, d) => setYear(d.value)} />
      </Field>
      <Field label="地区" {...(asked && wrong.region && { validationMessage: wrong.region })}>
        <Input value={region} placeholder="全国" onChange={(_, d) => setRegion(d.value)} />
      </Field>
      <Button disabledFocusable={checking.state.busy} onClick={insert}>
        {WORDS.blanks}
      </Button>
    </>
  );
}

export function Nothing(props: AreaProps) {
  const { catalogue } = props;
  return (
    <NothingFound known={catalogue.forms.forms.map((f) => f.title)}>
      <BlankForm {...props} />
    </NothingFound>
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
