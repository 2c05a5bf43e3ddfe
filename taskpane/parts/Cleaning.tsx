// 公开前清理: one list of all that is ours, taken away as far as it is ticked, functions with a preview.
import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { shownText } from '../../src/facts/shown.ts';
import {
  type CleaningDone,
  cleanedCell,
  type FormulasTo,
  isClean,
  type OwnFormula,
  type OwnTraces,
  type Ticked,
} from '../cleaning.ts';
import { WORDS } from '../words.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column' },
  inner: { paddingLeft: '28px' },
  preview: {
    maxHeight: '160px',
    overflowY: 'auto',
    margin: '4px 0 0 28px',
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** So many formulas are shown before they are changed; all are changed alike. */
const PREVIEWED = 50;

function Preview({ formulas, to }: { formulas: readonly OwnFormula[]; to: FormulasTo }) {
  const styles = useStyles();
  return (
    <div className={styles.preview} data-preview="">
      {formulas.slice(0, PREVIEWED).map((own) => {
        const write = cleanedCell(own, to);
        return (
          <div key={`${own.sheet}!${own.address}`}>
            {own.sheet}!{own.address}：{own.formula} → {write.formula ?? shownText(own.cell)}
          </div>
        );
      })}
      {formulas.length > PREVIEWED && <div>等 {formulas.length} 处</div>}
    </div>
  );
}

interface FunctionsProps {
  readonly formulas: readonly OwnFormula[];
  readonly to: FormulasTo | undefined;
  readonly choose: (to: FormulasTo | undefined) => void;
}

function Functions({ formulas, to, choose }: FunctionsProps) {
  const styles = useStyles();
  const without = formulas.filter((f) => f.native === undefined).length;
  return (
    <>
      <Checkbox
        label={`勾稽的函数 ${formulas.length} 处`}
        checked={to !== undefined}
        onChange={(_, d) => choose(d.checked ? 'values' : undefined)}
      />
      {to && (
        <>
          <RadioGroup
            className={styles.inner}
            value={to}
            onChange={(_, d) => choose(d.value as FormulasTo)}
          >
            <Radio value="values" label="转为数值" />
            <Radio value="native" label="转为原生公式" />
          </RadioGroup>
          {to === 'native' && without > 0 && (
            <Text size={200} className={`${styles.inner} ${styles.quiet}`}>
              其中 {without} 处 Excel 没有相应的公式，转为数值。
            </Text>
          )}
          <Preview formulas={formulas} to={to} />
        </>
      )}
    </>
  );
}

function Choices({ traces, ticked, tick }: ChoicesProps) {
  const styles = useStyles();
  const { marked, parts, sheets, formulas } = traces;
  const change = (part: Partial<Ticked>) => tick({ ...ticked, ...part });
  return (
    <div className={styles.list}>
      {marked > 0 && (
        <Checkbox
          label={`标记 ${marked} 格`}
          checked={ticked.marked}
          onChange={(_, d) => change({ marked: d.checked === true })}
        />
      )}
      {parts > 0 && (
        <Checkbox
          label={traces.strange ? WORDS.cleanStrange : WORDS.cleanParts}
          checked={ticked.parts}
          onChange={(_, d) => change({ parts: d.checked === true })}
        />
      )}
      {sheets.length > 0 && (
        <Checkbox
          label={`${sheets.map((name) => `“${name}”`).join('、')}（删除工作表不能撤销）`}
          checked={ticked.sheets}
          onChange={(_, d) => change({ sheets: d.checked === true })}
        />
      )}
      {formulas.length > 0 && (
        <Functions
          formulas={formulas}
          to={ticked.formulas}
          choose={(to) => {
            const { formulas: _, ...others } = ticked;
            tick(to ? { ...others, formulas: to } : others);
          }}
        />
      )}
    </div>
  );
}
interface ChoicesProps {
  readonly traces: OwnTraces;
  readonly ticked: Ticked;
  readonly tick: (ticked: Ticked) => void;
}

interface Props {
  readonly traces: OwnTraces | undefined;
  readonly onClose: () => void;
  readonly onClean: (ticked: Ticked) => void;
  readonly onBack: (done: CleaningDone) => void;
  readonly done: CleaningDone | undefined;
}

const ALL: Ticked = { marked: true, parts: true, sheets: true, formulas: 'values' };

const saidOf = ({ took }: CleaningDone): string =>
  took.length > 0 ? `已清理：${took.join('、')}。` : WORDS.cleanNothing;

export function Cleaning({ traces, done, onClose, onClean, onBack }: Props) {
  // What this version cannot read goes only on the user's own tick.
  const [ticked, tick] = useState({ ...ALL, parts: traces?.strange === undefined });
  const nothing = traces !== undefined && isClean(traces);
  const open = traces !== undefined;
  return (
    <Dialog open={open} onOpenChange={(_, d) => !d.open && onClose()}>
      <DialogSurface aria-describedby={undefined} style={{ maxWidth: 'calc(100vw - 32px)' }}>
        <DialogBody>
          <DialogTitle>{WORDS.clean}</DialogTitle>
          <DialogContent>
            {done && <Text role="status">{saidOf(done)}</Text>}
            {!done && nothing && <Text>{WORDS.cleanAlready}</Text>}
            {!done && traces && !nothing && <Choices {...{ traces, ticked, tick }} />}
          </DialogContent>
          <DialogActions>
            {done && done.former.length > 0 && (
              <Button onClick={() => onBack(done)}>{WORDS.functionsBack}</Button>
            )}
            <Button appearance={done || nothing ? 'primary' : 'secondary'} onClick={onClose}>
              {done || nothing ? '关闭' : '不清理'}
            </Button>
            {!done && !nothing && (
              <Button appearance="primary" onClick={() => onClean(ticked)}>
                清理
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
