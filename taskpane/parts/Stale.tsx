// Said wherever results are shown: the tables were edited after they were read.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type Checking, type CheckState, isStale } from '../useCheck.ts';
import { clock } from '../words.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '4px 16px',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    flexShrink: 0,
  },
  text: { flex: 1, minWidth: 0 },
});

/** 多人同时编辑: whose edit it was. */
const editedBy = ({ byOthers }: CheckState): string =>
  byOthers ? `别人刚改了 ${byOthers.sheet}!${byOthers.address}` : '表已改动';

export function StaleLine({ checking }: { checking: Checking }) {
  const styles = useStyles();
  const { state, run } = checking;
  if (!state.checked || !isStale(state)) return null;
  return (
    <div className={styles.line} role="status" data-stale-line="">
      <span className={styles.text}>
        {editedBy(state)}，结果是 {clock(state.checked.at)} 的。
      </span>
      <Button size="small" disabledFocusable={state.busy} onClick={() => void run()}>
        更新结果
      </Button>
    </div>
  );
}
