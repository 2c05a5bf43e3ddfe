// 回到原处: back to the cell the user was in before the pane led away.
import { Button } from '@fluentui/react-components';
import { ArrowUndo20Regular } from '@fluentui/react-icons';
import type { AreaProps } from '../areas/area.ts';
import { WORDS } from '../words.ts';

export function BackButton({ back }: Pick<AreaProps, 'back'>) {
  if (!back) return null;
  const words = `${WORDS.back}（${back.to}）`;
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={<ArrowUndo20Regular />}
      aria-label={words}
      title={words}
      onClick={back.go}
    />
  );
}
