// The pane as it starts: the first card stands at once, what reads and checks comes behind it. Who presses 开始体检
// before it is there need not press again.
import { Text } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import type { PaneProps } from './Pane.tsx';
import { FirstCard } from './parts/FirstCard.tsx';
import { WORDS } from './words.ts';

type Props = Omit<PaneProps, 'catalogue'>;

const Loaded = lazy(async () => {
  const [{ Pane }, { CATALOGUE }] = await Promise.all([
    import('./Pane.tsx'),
    import('../src/catalogue/index.ts'),
  ]);
  return { default: (props: Props) => <Pane {...props} catalogue={CATALOGUE} /> };
});

export function Late(props: Props) {
  const { onReady, notices = [] } = props;
  const [wanted, setWanted] = useState(false);
  const started = useRef(false);
  const ready = useCallback(
    (run: () => Promise<void>) => {
      onReady?.(run);
      if (!wanted || started.current) return;
      started.current = true;
      void run();
    },
    [onReady, wanted],
  );
  const opening = (
    <main>
      <Text as="h1" size={400} weight="semibold" style={{ margin: 0, padding: '8px 16px' }} block>
        {WORDS.name}
      </Text>
      <FirstCard
        onStart={() => setWanted(true)}
        busy={wanted}
        onSample={undefined}
        notices={notices}
      />
    </main>
  );
  return (
    <Suspense fallback={opening}>
      <Loaded {...props} onReady={ready} />
    </Suspense>
  );
}
