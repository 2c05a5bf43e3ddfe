// The text in the face of official documents, section by section.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import type { DocumentBlock, DocumentSpan, NumberSpan } from '../../../src/narrative/document.ts';
import { useRoving } from '../../useRoving.ts';
import { Picture } from './Picture.tsx';
import { SpanView } from './SpanView.tsx';
import type { TextInView } from './useText.ts';

const OFFICIAL =
  "FangSong, FangSong_GB2312, STFangsong, 'Noto Serif CJK SC', 'Songti SC', SimSun, serif";
const HEADING = "SimHei, 'Heiti SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif";

const useStyles = makeStyles({
  text: {
    padding: '12px 16px 24px',
    fontFamily: OFFICIAL,
    fontSize: '16px',
    lineHeight: '28px',
    overflowWrap: 'anywhere',
  },
  title: {
    fontFamily: HEADING,
    fontSize: '18px',
    textAlign: 'center',
    margin: '4px 0 12px',
    fontWeight: tokens.fontWeightSemibold,
    textWrap: 'balance',
  },
  first: { fontFamily: HEADING, fontSize: '16px', margin: '16px 0 4px', fontWeight: 'normal' },
  second: {
    fontFamily: "KaiTi, KaiTi_GB2312, STKaiti, 'Noto Serif CJK SC', serif",
    fontSize: '16px',
    margin: '8px 0 0',
    fontWeight: tokens.fontWeightSemibold,
  },
  paragraph: { margin: 0, textIndent: '2em' },
  caption: {
    margin: '8px 0',
    textAlign: 'center',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

interface Props {
  readonly text: TextInView;
  readonly chosen: NumberSpan | undefined;
  readonly onNumber: (span: NumberSpan) => void;
}

function Spans({
  spans,
  text,
  chosen,
  onNumber,
}: Props & { readonly spans: readonly DocumentSpan[] }) {
  return spans.map((span, i) => (
    <SpanView
      // A gap that is filled makes way for a new span; the others keep their place.
      key={span.kind === 'number' ? span.id : `${i}${span.kind}${'key' in span ? span.key : ''}`}
      span={span}
      chosen={span.kind === 'number' && span.id === chosen?.id}
      stale={span.kind === 'number' && text.stale.has(span.id)}
      doubt={span.kind === 'number' ? text.doubts.get(span.id) : undefined}
      own={(key) => text.slots[key] !== undefined}
      onNumber={onNumber}
      onFill={text.fill}
    />
  ));
}

function BlockView({ block, ...props }: Props & { readonly block: DocumentBlock }) {
  const styles = useStyles();
  if (block.kind === 'chart') {
    const chart = props.text.charts.find((c) => c.name === block.chart);
    return <Picture chart={chart} caption={block.caption} />;
  }
  if (block.kind === 'table') return <p className={styles.caption}>〔{block.caption}〕</p>;
  const inner = <Spans spans={block.spans} {...props} />;
  if (block.kind === 'title') {
    return (
      <h2 data-section={block.section} tabIndex={-1} className={styles.title}>
        {inner}
      </h2>
    );
  }
  if (block.kind === 'paragraph') return <p className={styles.paragraph}>{inner}</p>;
  return block.level === 1 ? (
    <h3 data-section={block.section} tabIndex={-1} className={styles.first}>
      {inner}
    </h3>
  ) : (
    <h4 className={mergeClasses(styles.first, styles.second)}>{inner}</h4>
  );
}

export function TextView(props: Props) {
  const styles = useStyles();
  const box = useRef<HTMLElement>(null);
  const roving = useRoving(box, '[data-number]');
  return (
    <article ref={box} {...roving} className={styles.text} lang="zh-CN" aria-label="情况说明">
      {props.text.shown.blocks.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other identity
        <BlockView key={i} block={block} {...props} />
      ))}
    </article>
  );
}
