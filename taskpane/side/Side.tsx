// A page over the pane: 帮助, 设置, 多个单位. It has a way back, and gives the focus back where it was.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { type KeyboardEvent, lazy, Suspense, useEffect, useRef } from 'react';
import type { AreaProps } from '../areas/area.ts';
import { NARROW } from '../narrow.ts';
import { TroubleBar } from '../parts/States.tsx';
import type { SidePage } from './page.ts';

const TITLES = { help: '帮助', settings: '设置', units: '多个单位' } as const;
const Help = lazy(() => import('./Help.tsx'));
const Settings = lazy(() => import('./Settings.tsx'));
const Units = lazy(() => import('./Units.tsx'));

const useStyles = makeStyles({
  page: {
    position: 'absolute',
    inset: 0,
    zIndex: 2,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    [NARROW]: { position: 'fixed' },
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '4px 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  body: { flex: 1, minHeight: 0, overflowY: 'auto', padding: '12px 16px 24px' },
});

interface Props {
  readonly side: SidePage;
  readonly props: AreaProps;
  readonly onClose: () => void;
}

export function Side({ side, props, onClose }: Props) {
  const styles = useStyles();
  const { state, dismiss } = props.checking;
  // What is refused here is answered here: the pane's own lies below.
  const { trouble } = state;
  const back = useRef<HTMLButtonElement>(null);
  const before = useRef(document.activeElement as HTMLElement | null);
  useEffect(() => {
    back.current?.focus();
    const former = before.current;
    const fromMenu = former?.closest('[role=menu]') != null;
    return () => {
      const instead = fromMenu ? '[data-menu]' : '[data-start]';
      const target = former?.isConnected ? former : document.querySelector<HTMLElement>(instead);
      setTimeout(() => target?.focus(), 0);
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <div className={styles.page} role="dialog" aria-label={TITLES[side.page]} onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <Button
          ref={back}
          appearance="subtle"
          icon={<ArrowLeft20Regular />}
          aria-label="返回"
          onClick={onClose}
        />
        <Text as="h2" weight="semibold" style={{ margin: 0 }}>
          {TITLES[side.page]}
        </Text>
      </div>
      {trouble && <TroubleBar trouble={trouble} onKnown={dismiss} />}
      <div className={styles.body}>
        <Suspense fallback={<Text size={200}>正在打开…</Text>}>
          {side.page === 'help' && <Help {...props} rule={side.rule} />}
          {side.page === 'settings' && <Settings {...props} />}
          {side.page === 'units' && <Units {...props} />}
        </Suspense>
      </div>
    </div>
  );
}
