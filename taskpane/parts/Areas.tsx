// The tabs and what stands below them. An area once opened keeps its state while others are in view.
import {
  Button,
  makeStyles,
  mergeClasses,
  Tab,
  TabList,
  Text,
  tokens,
} from '@fluentui/react-components';
import { Component, type ReactNode, Suspense, useState } from 'react';
import type { Area, AreaProps } from '../areas/area.ts';
import { isStale } from '../useCheck.ts';
import { WORDS } from '../words.ts';
import { StaleLine } from './Stale.tsx';
import { useCard } from './States.tsx';

const useStyles = makeStyles({
  tabs: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '0 4px',
    flexShrink: 0,
    flexWrap: 'wrap',
  },
  lacking: { '& .fui-Tab__content': { color: tokens.colorNeutralForeground3 } },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    flex: 1,
    minHeight: 0,
    '[hidden]': { display: 'none' },
  },
  // Results of former figures, in whatever area.
  stale: { filter: 'grayscale(1)' },
  coming: { padding: '16px', color: tokens.colorNeutralForeground3 },
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

/** An area that is on its way. */
function Coming() {
  const styles = useStyles();
  return (
    <Text size={200} role="status" className={styles.coming}>
      {WORDS.coming}
    </Text>
  );
}

function Lacking({ why, props }: { why: string; props: AreaProps }) {
  const card = useCard();
  const { state, run } = props.checking;
  return (
    <div className={card}>
      <Text>{why}</Text>
      {!state.checked && (
        <Button appearance="primary" disabledFocusable={state.busy} onClick={() => void run()}>
          {WORDS.start}
        </Button>
      )}
    </div>
  );
}

interface InsideProps extends Pick<Area, 'View'> {
  readonly why: string | undefined;
  readonly props: AreaProps;
}

function Inside({ View, why, props }: InsideProps) {
  return (
    <Fence>
      <Suspense fallback={<Coming />}>
        {why ? <Lacking why={why} props={props} /> : <View {...props} />}
      </Suspense>
    </Fence>
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
  const stale = isStale(props.checking.state);
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
          className={mergeClasses(styles.panel, stale && styles.stale)}
          data-stale={stale || undefined}
          role={areas.length > 1 ? 'tabpanel' : undefined}
          aria-labelledby={areas.length > 1 ? `tab-${id}` : undefined}
          hidden={id !== open}
        >
          {visited.has(id) && <Inside View={View} why={lacks.get(id)} props={props} />}
        </div>
      ))}
    </>
  );
}
