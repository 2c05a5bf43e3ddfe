// 公开前清理 offered by itself: nothing is left to mend, or a 定稿 was made, and something of ours is in the workbook.
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { type OwnTraces, publishable } from '../cleaning.ts';
import type { CheckState } from '../useCheck.ts';
import { WORDS } from '../words.ts';

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
  const [later, setLater] = useState(false);
  const traces = later || state.busy ? undefined : publishable(state);
  if (!traces || !PUBLISHED_FROM.has(area)) return null;
  return (
    <MessageBar intent="info" layout="multiline" style={{ margin: '8px 16px' }} data-publish-bar="">
      <MessageBarBody>
        {WORDS.publishing}
        {wordsOf(traces)}。
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onClean}>
          {WORDS.clean}
        </Button>
        <Button size="small" appearance="transparent" onClick={() => setLater(true)}>
          {WORDS.publishLater}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
