// The preview before a correction: which cells, from what, to what; of several each can be left out.
import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import { SLIP_NAMES, type Suspect } from '../../../src/assertions/finding.ts';
import { cellName } from '../../../src/review/wording.ts';
import { WORDS } from '../../words.ts';

const useStyles = makeStyles({
  surface: { maxWidth: 'calc(100vw - 24px)', padding: '16px' },
  list: { margin: '4px 0', padding: 0, listStyle: 'none', maxHeight: '50vh', overflowY: 'auto' },
});

interface Props {
  /** Empty: nothing is asked. */
  readonly suspects: readonly Suspect[];
  readonly onClose: () => void;
  readonly onYes: (suspects: readonly Suspect[]) => void;
}

const changeOf = (s: Suspect): string => `${cellName(s)}：${s.value || '空'} → ${s.suggested}`;

function Several({ suspects, onClose, onYes }: Props) {
  const styles = useStyles();
  const [left, setLeft] = useState<ReadonlySet<Suspect>>(new Set());
  const chosen = suspects.filter((s) => !left.has(s));
  const toggle = (s: Suspect) => {
    const next = new Set(left);
    if (!next.delete(s)) next.add(s);
    setLeft(next);
  };
  return (
    <DialogBody>
      <DialogTitle>改正 {suspects.length} 格</DialogTitle>
      <DialogContent>
        勾选的一起改，改后自动重新体检，可以一步撤销。
        <ul className={styles.list}>
          {suspects.map((s) => (
            <li key={cellName(s)}>
              <Checkbox
                checked={!left.has(s)}
                onChange={() => toggle(s)}
                label={`${changeOf(s)}（${SLIP_NAMES[s.slip]}）`}
              />
            </li>
          ))}
        </ul>
      </DialogContent>
      <DialogActions>
        <Button appearance="secondary" onClick={onClose}>
          不改
        </Button>
        <Button
          appearance="primary"
          disabled={chosen.length === 0}
          onClick={() => {
            onYes(chosen);
            onClose();
          }}
        >
          {WORDS.correct} {chosen.length} 格
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

function One({ suspects, onClose, onYes }: Props) {
  const [suspect] = suspects;
  if (!suspect) return null;
  return (
    <DialogBody>
      <DialogTitle>改正 {cellName(suspect)}</DialogTitle>
      <DialogContent>
        把 {suspect.value || '空'} 改为 {suspect.suggested}（{SLIP_NAMES[suspect.slip]}
        ）。只改这一格，改后自动重新体检，可以撤销。
      </DialogContent>
      <DialogActions>
        <Button appearance="secondary" onClick={onClose}>
          不改
        </Button>
        <Button
          appearance="primary"
          onClick={() => {
            onYes(suspects);
            onClose();
          }}
        >
          {WORDS.correct}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

export function Correction(props: Props) {
  const styles = useStyles();
  const { suspects, onClose } = props;
  return (
    <Dialog open={suspects.length > 0} onOpenChange={(_, d) => !d.open && onClose()}>
      <DialogSurface aria-describedby={undefined} className={styles.surface}>
        {suspects.length > 1 ? <Several {...props} /> : <One {...props} />}
      </DialogSurface>
    </Dialog>
  );
}
