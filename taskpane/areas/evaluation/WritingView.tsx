// 综述 or 自评报告 of a table in the pane: numbers lead to their cells, gaps are seen; copied, or a Word file.
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type Block, blockText, type Span, spanText } from '../../../src/narrative/document.ts';
import type { EvaluationWriting } from '../../../src/review/evaluation-text.ts';
import { CellText } from './IndicatorItem.tsx';

const useStyles = makeStyles({
  box: {
    padding: '4px 16px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    lineHeight: tokens.lineHeightBase400,
  },
  block: { margin: '6px 0', overflowWrap: 'anywhere' },
  heading: { fontWeight: tokens.fontWeightSemibold },
  gap: {
    color: tokens.colorPaletteMarigoldForeground1,
    backgroundColor: tokens.colorPaletteMarigoldBackground1,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
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

function SpanText({ span, onGo }: { span: Span; onGo: Go }) {
  const styles = useStyles();
  if (span.kind === 'gap') return <mark className={styles.gap}>{spanText(span)}</mark>;
  const cell = span.kind === 'number' ? span.cells[0] : undefined;
  if (!cell) return <>{spanText(span)}</>;
  const place = { sheet: cell.location.sheet, address: cell.address };
  return <CellText text={spanText(span)} place={place} onGo={onGo} />;
}

function BlockView({ block, onGo }: { block: Block; onGo: Go }) {
  const styles = useStyles();
  if (!('spans' in block)) return null;
  return (
    <p className={mergeClasses(styles.block, block.kind !== 'paragraph' && styles.heading)}>
      {placed(block.spans, spanText).map(({ at, item }) => (
        <SpanText key={at} span={item} onGo={onGo} />
      ))}
    </p>
  );
}

interface Props {
  readonly writing: EvaluationWriting;
  readonly onGo: Go;
  readonly onCopy: (writing: EvaluationWriting) => void;
  readonly onWord: (writing: EvaluationWriting) => void;
}

export function WritingView({ writing, onGo, onCopy, onWord }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.box} data-writing={writing.kind}>
      {placed(writing.document.blocks, blockText).map(({ at, item }) => (
        <BlockView key={at} block={item} onGo={onGo} />
      ))}
      <div className={styles.actions}>
        <Button size="small" onClick={() => onCopy(writing)}>
          复制文字
        </Button>
        <Button size="small" onClick={() => onWord(writing)}>
          导出 Word（草稿）
        </Button>
      </div>
    </div>
  );
}
