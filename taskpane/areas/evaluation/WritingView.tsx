// 综述 or 自评报告 of a table in the pane: numbers lead to their cells, gaps are filled in place; copied, or a
// Word file, final once nothing is wanting.
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import {
  blockText,
  type DocumentBlock,
  type DocumentSpan,
  gapsOf,
  spanText,
} from '../../../src/narrative/document.ts';
import type { Slots } from '../../../src/narrative/slots.ts';
import type { EvaluationWriting } from '../../../src/review/evaluation-text.ts';
import { useRoving } from '../../useRoving.ts';
import { SpanView } from '../narrative/SpanView.tsx';
import { doubtOf } from '../narrative/useText.ts';

const useStyles = makeStyles({
  box: {
    padding: '4px 16px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    lineHeight: tokens.lineHeightBase400,
  },
  block: { margin: '6px 0', overflowWrap: 'anywhere' },
  heading: { fontWeight: tokens.fontWeightSemibold },
  /** A field of several lines: what follows begins a line of its own. */
  field: { display: 'block' },
  gap: {
    color: tokens.colorPaletteMarigoldForeground1,
    backgroundColor: tokens.colorPaletteMarigoldBackground1,
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    marginTop: '8px',
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Each with where it begins in the text: what stands there is the same when the text is shown again. */
function placed<T>(list: readonly T[], textOf: (item: T) => string): { at: number; item: T }[] {
  let at = 0;
  return list.map((item) => {
    const own = { at, item };
    at += textOf(item).length + 1;
    return own;
  });
}

type Go = (sheet: string, address: string) => void;

interface Props {
  readonly writing: EvaluationWriting;
  /** Words typed in the pane, by the key of their gap. */
  readonly slots: Slots;
  /** Cells that the 体检 does not trust. */
  readonly doubts: ReadonlyMap<string, string>;
  readonly onFill: (key: string, text: string) => void;
  readonly onGo: Go;
  readonly onCopy: (writing: EvaluationWriting) => void;
  readonly onWord: (writing: EvaluationWriting, final: boolean) => void;
}

/** A field stands on lines of its own: the stop behind it would stand alone. */
const withoutLoneStops = (spans: readonly DocumentSpan[]): DocumentSpan[] =>
  spans.map((span, i) =>
    span.kind === 'text' && spans[i - 1]?.kind === 'gap'
      ? { ...span, text: span.text.replace(/^[。；，]/, '') }
      : span,
  );

function BlockView({
  block,
  slots,
  doubts,
  onFill,
  onGo,
}: Omit<Props, 'writing'> & { block: DocumentBlock }) {
  const styles = useStyles();
  if (!('spans' in block)) return null;
  return (
    <p className={mergeClasses(styles.block, block.kind !== 'paragraph' && styles.heading)}>
      {placed(withoutLoneStops(block.spans), (s) => ('key' in s ? s.key : spanText(s))).map(
        ({ at, item }) =>
          item.kind === 'gap' && item.of === 'number' ? (
            <mark key={at} className={styles.gap}>
              {spanText(item)}
            </mark>
          ) : (
            <span
              key={`${at}${item.kind}`}
              className={item.kind === 'gap' ? styles.field : undefined}
            >
              <SpanView
                span={item}
                chosen={false}
                stale={false}
                doubt={item.kind === 'number' ? doubtOf(item, doubts) : undefined}
                own={(key) => slots[key] !== undefined}
                onNumber={(n) => n.cells[0] && onGo(n.cells[0].location.sheet, n.cells[0].address)}
                onFill={onFill}
              />
            </span>
          ),
      )}
    </p>
  );
}

export function WritingView(props: Props) {
  const styles = useStyles();
  const { writing, onCopy, onWord } = props;
  const gaps = gapsOf(writing.document).length;
  const box = useRef<HTMLDivElement>(null);
  const roving = useRoving(box, '[data-number]');
  return (
    <div ref={box} {...roving} className={styles.box} role="group" data-writing={writing.kind}>
      {placed(writing.document.blocks, blockText).map(({ at, item }) => (
        <BlockView key={at} {...props} block={item} />
      ))}
      <div className={styles.actions}>
        <Button size="small" onClick={() => onCopy(writing)}>
          复制文字
        </Button>
        <Button size="small" onClick={() => onWord(writing, gaps === 0)}>
          {gaps === 0 ? '导出 Word' : '导出 Word（草稿）'}
        </Button>
        {gaps > 0 && <span className={styles.quiet}>待填 {gaps} 处</span>}
      </div>
    </div>
  );
}
