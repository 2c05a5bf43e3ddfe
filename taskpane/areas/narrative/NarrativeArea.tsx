// 说明: the text of the workbook in view, its sections, its gaps, its way out of the pane.
import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useMemo, useRef, useState } from 'react';
import { type DocumentSpan, type NumberSpan, spansOf } from '../../../src/narrative/document.ts';
import { titlesOf } from '../../../src/review/spoken.ts';
import { NARROW, unrolled } from '../../narrow.ts';
import type { Checked } from '../../session.ts';
import type { AreaProps } from '../area.ts';
import { Export } from './Export.tsx';
import { Provenance } from './Provenance.tsx';
import { Sections } from './Sections.tsx';
import { TextView } from './TextView.tsx';
import { type TextInView, useText } from './useText.ts';
import { doubtText, NARRATIVE_WORDS, staleText, statusText } from './words.ts';

const useStyles = makeStyles({
  area: { display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 },
  status: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '4px 16px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    flexShrink: 0,
    [NARROW]: { flexWrap: 'wrap' },
  },
  grow: { flex: 1, [NARROW]: { minWidth: '70%' } },
  stale: { color: tokens.colorPaletteDarkOrangeForeground1 },
  doubt: { color: tokens.colorPaletteRedForeground1 },
  scroll: {
    flex: 1,
    minHeight: 0,
    overflowY: 'auto',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [NARROW]: unrolled,
  },
});

/** The next of a kind after the one in focus, round to the first again. */
function focusNext(scroll: HTMLElement | null, kind: string): void {
  const fields = [...(scroll?.querySelectorAll<HTMLElement>(kind) ?? [])];
  const at = fields.indexOf(document.activeElement as HTMLElement);
  const next = fields[(at + 1) % fields.length];
  next?.scrollIntoView({ block: 'center' });
  next?.focus();
}

interface StatusProps {
  readonly text: TextInView;
  readonly numbers: number;
  readonly onNext: () => void;
  readonly onDoubt: () => void;
}

function Status({ text, numbers, onNext, onDoubt }: StatusProps) {
  const styles = useStyles();
  const { gaps, stale, doubts, update } = text;
  return (
    <>
      <div className={styles.status} role="status">
        <span className={styles.grow}>{statusText(numbers, gaps.length)}</span>
        {gaps.length > 0 && (
          <Button size="small" appearance="subtle" onClick={onNext}>
            {NARRATIVE_WORDS.next}
          </Button>
        )}
      </div>
      {doubts.size > 0 && (
        <div className={styles.status} role="status">
          <Text size={200} className={mergeClasses(styles.grow, styles.doubt)}>
            {doubtText(doubts.size)}
          </Text>
          <Button size="small" appearance="subtle" onClick={onDoubt}>
            {NARRATIVE_WORDS.nextDoubt}
          </Button>
        </div>
      )}
      {stale.size > 0 && (
        <div className={styles.status} role="status">
          <Text size={200} className={mergeClasses(styles.grow, styles.stale)}>
            {staleText(stale.size)}
          </Text>
          <Button size="small" onClick={() => update()}>
            {NARRATIVE_WORDS.updateAll}
          </Button>
        </div>
      )}
    </>
  );
}

const isNumber = (span: DocumentSpan): span is NumberSpan => span.kind === 'number';

function Written({ checked, ...props }: AreaProps & { readonly checked: Checked }) {
  const styles = useStyles();
  const text = useText(props, checked);
  const [chosen, setChosen] = useState<NumberSpan>();
  const scroll = useRef<HTMLDivElement>(null);
  const { stale, shown } = text;
  const numbers = useMemo(() => [...spansOf(shown)].filter(isNumber), [shown]);
  const titles = useMemo(
    () => titlesOf(checked.review.tables, props.catalogue.forms.forms),
    [checked, props.catalogue],
  );
  const current = numbers.find((n) => n.id === chosen?.id);
  const choose = (span: NumberSpan) => {
    setChosen(span);
    const cell = span.cells.find((c) => !c.period);
    if (cell) props.reveal(cell.location.sheet, cell.address);
  };
  return (
    <div className={styles.area}>
      <Sections document={shown} scroll={scroll} />
      <Status
        text={text}
        numbers={numbers.length}
        onNext={() => focusNext(scroll.current, 'input, textarea')}
        onDoubt={() => focusNext(scroll.current, '[data-doubt]')}
      />
      <div className={styles.scroll} ref={scroll}>
        <TextView text={text} chosen={current} onNumber={choose} />
      </div>
      {current && (
        <Provenance
          span={current}
          titles={titles}
          stale={stale.get(current.id)}
          doubt={text.doubts.get(current.id)}
          reveal={props.reveal}
          onUpdate={() => text.update([current.id])}
          onClose={() => setChosen(undefined)}
        />
      )}
      <Export {...props} checked={checked} text={text} />
    </div>
  );
}

export function NarrativeArea(props: AreaProps) {
  const { checked } = props.checking.state;
  return checked ? <Written {...props} checked={checked} /> : null;
}
