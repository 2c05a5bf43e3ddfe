// 公开前清理 offered by itself: nothing is left to mend, or a 定稿 was made, and something of ours is in the workbook.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { type OwnTraces, publishable } from '../cleaning.ts';
import { NARROW } from '../narrow.ts';
import type { CheckState } from '../useCheck.ts';
import { WORDS } from '../words.ts';
import { CloseStrip } from './Strip.tsx';

/** One line: whoever is not about to publish loses no room to it. */
const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '0 8px 0 16px',
    minHeight: '28px',
    flexShrink: 0,
    [NARROW]: { flexWrap: 'wrap' },
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  words: {
    flex: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    [NARROW]: { whiteSpace: 'normal', flexBasis: '110px' },
  },
  order: { flexShrink: 0, minWidth: 0, color: tokens.colorBrandForegroundLink },
});

const wordsOf = ({ marked, parts, sheets, formulas }: OwnTraces): string =>
  [
    ...(marked > 0 ? [`标记 ${marked} 格`] : []),
    ...(parts > 0 ? ['说明'] : []),
    ...sheets.map((name) => `“${name}”`),
    ...(formulas.length > 0 ? [`函数 ${formulas.length} 处`] : []),
  ].join('、');

/** 公开前: where the workbook is told to be sound, and where its text is made final. */
const PUBLISHED_FROM: ReadonlySet<string> = new Set(['check', 'narrative']);

interface Props {
  readonly state: CheckState;
  readonly area: string;
  readonly onClean: () => void;
}

export function PublishBar({ state, area, onClean }: Props) {
  const styles = useStyles();
  const [later, setLater] = useState(false);
  const traces = later || state.busy ? undefined : publishable(state);
  if (!traces || !PUBLISHED_FROM.has(area)) return null;
  const words = `${WORDS.publishing}${wordsOf(traces)}`;
  return (
    <div className={styles.line} data-publish-bar="">
      <span role="status" className={styles.words} title={words}>
        {words}
      </span>
      <Button size="small" appearance="transparent" className={styles.order} onClick={onClean}>
        {WORDS.clean}
      </Button>
      <CloseStrip label={WORDS.publishLater} onClose={() => setLater(true)} />
    </div>
  );
}
