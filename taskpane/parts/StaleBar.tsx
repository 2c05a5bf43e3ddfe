// 手动计算: what was checked are values of an earlier state; calculating and checking again is one click away.
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { Host } from '../../src/hosts/port.ts';
import type { Checking } from '../useCheck.ts';
import { WORDS } from '../words.ts';

interface Props {
  readonly host: Host;
  readonly checking: Checking;
}

export function StaleBar({ host, checking }: Props) {
  const again = () =>
    checking.attempt(async () => {
      await host.calculate?.();
      await checking.run();
    });
  return (
    <MessageBar intent="warning" layout="multiline" style={{ margin: '8px 16px' }}>
      <MessageBarBody>{WORDS.stale}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void again()}>
          {WORDS.calculate}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
