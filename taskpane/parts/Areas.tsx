// The tabs and what stands below them. An area once opened keeps its state while others are in view.
import { Button, makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { Component, type ReactNode, Suspense, useState } from 'react';
import type { Area, AreaProps } from '../areas/area.ts';
import { WORDS } from '../words.ts';
import { StaleLine } from './Stale.tsx';
import { useCard } from './States.tsx';

const useStyles = makeStyles({
  tabs: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '0 4px',
    flexShrink: 0,
  },
  lacking: { '& .fui-Tab__content': { color: tokens.colorNeutralForeground3 } },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    flex: 1,
    minHeight: 0,
    '[hidden]': { display: 'none' },
  },
});

/** An area that fails must not take the others with it. */
class Fence extends Component<{ children: ReactNode }, { failed: string | undefined }> {
  override state = { failed: undefined };
  static getDerivedStateFromError(error: unknown) {
    return { failed: String(error) };
  }
  override render() {
    const { failed } = this.state;
    if (failed === undefined) return this.props.children;
    return <Broken detail={failed} onRetry={() => this.setState({ failed: undefined })} />;
  }
}

function Broken({ detail, onRetry }: { detail: string; onRetry: () => void }) {
  const card = useCard();
  return (
    <div className={card} role="alert">
      <Text>{WORDS.areaFailed}</Text>
      <Text size={200} font="monospace" style={{ overflowWrap: 'anywhere' }}>
        {detail}
      </Text>
      <Button size="small" onClick={onRetry}>
        {WORDS.retry}
      </Button>
    </div>
  );
}

function Lacking({ why, props }: { why: string; props: AreaProps }) {
  const card = useCard();
  const { state, run } = props.checking;
  return (
    <div className={card}>
      <Text>{why}</Text>
      {!state.checked && (
        <Button appearance="primary" disabled={state.busy} onClick={() => void run()}>
          {WORDS.start}
        </Button>
      )}
    </div>
  );
}

interface Props {
  readonly areas: readonly Area[];
  readonly open: string;
  readonly onOpen: (id: string) => void;
  readonly props: AreaProps;
}

export function Areas({ areas, open, onOpen, props }: Props) {
  const styles = useStyles();
  const [visited, setVisited] = useState(new Set([open]));
  if (!visited.has(open)) setVisited(new Set([...visited, open]));
  const lacks = new Map(areas.map((a) => [a.id, a.lacks?.(props.checking.state.checked)]));
  return (
    <>
      {areas.length > 1 && (
        <TabList
          className={styles.tabs}
          size="medium"
          selectedValue={open}
          onTabSelect={(_, d) => onOpen(String(d.value))}
        >
          {areas.map(({ id, title }) => (
            <Tab
              key={id}
              id={`tab-${id}`}
              value={id}
              title={lacks.get(id)}
              className={lacks.get(id) && id !== open ? styles.lacking : undefined}
            >
              {title}
            </Tab>
          ))}
        </TabList>
      )}
      <StaleLine checking={props.checking} />
      {areas.map(({ id, View }) => (
        <div
          key={id}
          className={styles.panel}
          role={areas.length > 1 ? 'tabpanel' : undefined}
          aria-labelledby={areas.length > 1 ? `tab-${id}` : undefined}
          hidden={id !== open}
        >
          {visited.has(id) && (
            <Fence>
              <Suspense fallback={null}>
                {lacks.get(id) ? (
                  <Lacking why={lacks.get(id)!} props={props} />
                ) : (
                  <View {...props} />
                )}
              </Suspense>
            </Fence>
          )}
        </div>
      ))}
    </>
  );
}
