// 设置: year and place, preset, the user's own rules, last year's workbook, what is watched. What is chosen here
// holds for this workbook while the pane is open.
import {
  Button,
  Field,
  Input,
  makeStyles,
  Select,
  Switch,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { regionNames } from '../../src/catalogue/regions.ts';
import type { AreaProps } from '../areas/area.ts';
import { chooseLast, chooseRules, forgetLast } from '../choosing.ts';
import { placeProblem, yearProblem } from '../place.ts';
import { WORDS } from '../words.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '14px' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  // In line with the fields above.
  live: { marginLeft: '-8px' },
});

function Place({ checking, catalogue }: AreaProps) {
  const styles = useStyles();
  const { choice, checked, busy } = checking.state;
  const [year, setYear] = useState(String(choice.year ?? checked?.review.year ?? ''));
  const [region, setRegion] = useState(choice.region?.name ?? checked?.review.region ?? '');
  const [asked, setAsked] = useState(false);
  const wrong = { year: yearProblem(year), region: placeProblem(region, catalogue.regionNamed) };
  const apply = () => {
    setAsked(true);
    if (wrong.year || wrong.region) return;
    const { year: _y, region: _r, ...others } = choice;
    const named = region.trim() ? catalogue.regionNamed(region.trim()) : undefined;
    void checking.run({
      ...others,
      ...(year.trim() && { year: Number(year) }),
      ...(named && { region: named }),
    });
  };
  return (
    <>
      <Field label="年度" {...(asked && wrong.year && { validationMessage: wrong.year })}>
        <Input
          value={year}
          inputMode="numeric"
          placeholder="按表上写的"
          onChange={(_, d) => setYear(d.value)}
        />
      </Field>
      <Field label="地区" {...(asked && wrong.region && { validationMessage: wrong.region })}>
        <Input
          value={region}
          list="gouji-regions"
          placeholder="按部门名称"
          onChange={(_, d) => setRegion(d.value)}
        />
      </Field>
      <datalist id="gouji-regions">
        {regionNames().map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className={styles.row}>
        <Button appearance="primary" disabledFocusable={busy} onClick={apply}>
          按此体检
        </Button>
      </div>
    </>
  );
}

function Preset({ checking, catalogue }: AreaProps) {
  const { choice } = checking.state;
  const { presets } = catalogue.scoring;
  const unique = presets.filter((p, i) => presets.findIndex((o) => o.id === p.id) === i);
  return (
    <Field label="自评表计分规则">
      <Select
        style={{ minWidth: 0, maxWidth: '100%' }}
        select={{ style: { width: '100%', minWidth: 0, paddingLeft: '8px', paddingRight: '28px' } }}
        value={choice.preset ?? ''}
        onChange={(_, d) => {
          const { preset: _p, ...others } = choice;
          void checking.run(d.value ? { ...others, preset: d.value } : others);
        }}
      >
        <option value="">按地区和表样</option>
        {unique.map((p) => (
          <option key={p.id} value={p.id}>
            {p.title}
            {p.unconfirmed ? '（待确认）' : ''}
          </option>
        ))}
      </Select>
    </Field>
  );
}

export default function Settings(props: AreaProps) {
  const styles = useStyles();
  const { checking, ownRules } = props;
  const { state, attempt } = checking;
  const { last } = state.choice;
  return (
    <div className={styles.form}>
      <Place {...props} />
      <Preset {...props} />
      <Field label="自定规程">
        <div className={styles.row}>
          <Text size={200} className={styles.quiet}>
            {ownRules.name ?? '没有使用'}
          </Text>
          <Button size="small" onClick={() => void attempt(() => chooseRules(props))}>
            选择文件
          </Button>
          {ownRules.name !== undefined && (
            <Button size="small" appearance="subtle" onClick={() => ownRules.use(undefined)}>
              {WORDS.rulesGone}
            </Button>
          )}
        </div>
      </Field>
      <Field label="上年决算">
        <div className={styles.row}>
          <Text size={200} className={styles.quiet}>
            {last?.name ?? '没有选择'}
          </Text>
          <Button size="small" onClick={() => void attempt((task) => chooseLast(props, task))}>
            选择工作簿
          </Button>
          {last && (
            <Button size="small" appearance="subtle" onClick={() => void forgetLast(props)}>
              {WORDS.lastGone}
            </Button>
          )}
        </div>
      </Field>
      <Switch
        className={styles.live}
        label="改动单元格后自动重新体检（实时）"
        checked={state.live}
        onChange={(_, d) => checking.setLive(d.checked)}
      />
    </div>
  );
}
