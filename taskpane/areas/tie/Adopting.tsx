// The preview before corrections are taken over together: each with the words around it, and each can be left out.
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
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { TextCorrection } from '../../../src/review/corrections.ts';
import { WORDS } from './words.ts';

const useStyles = makeStyles({
  surface: { maxWidth: 'calc(100vw - 24px)', padding: '16px' },
  list: { margin: '4px 0', padding: 0, listStyle: 'none', maxHeight: '50vh', overflowY: 'auto' },
  around: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

/** So many characters stand around a number in the preview. */
const BEFORE = 14;
const AFTER = 8;
const around = (text: string, { start, end, from, by }: TextCorrection): string => {
  const before = text
    .slice(Math.max(0, start - BEFORE), start)
    .split('\n')
    .at(-1);
  const after = text.slice(end, end + AFTER).split('\n')[0];
  return `……${before}${from} → ${by}${after}……`;
};

interface Props {
  readonly text: string;
  /** Absent: nothing is asked. */
  readonly corrections: readonly TextCorrection[] | undefined;
  readonly onClose: () => void;
  readonly onYes: (corrections: readonly TextCorrection[]) => void;
}

function Choices({ text, corrections = [], onClose, onYes }: Props) {
  const styles = useStyles();
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const chosen = corrections.filter((c) => !left.has(c.start));
  const toggle = (at: number) => {
    const next = new Set(left);
    if (!next.delete(at)) next.add(at);
    setLeft(next);
  };
  return (
    <DialogBody>
      <DialogTitle>{WORDS.adopt}</DialogTitle>
      <DialogContent>
        勾选的一起采用，可以一步撤销；原文件不动。
        <ul className={styles.list}>
          {corrections.map((c) => (
            <li key={c.start}>
              <Checkbox
                checked={!left.has(c.start)}
                onChange={() => toggle(c.start)}
                label={
                  <>
                    {c.from} → {c.by}
                    <span className={styles.around}>{around(text, c)}</span>
                  </>
                }
              />
            </li>
          ))}
        </ul>
      </DialogContent>
      <DialogActions>
        <Button appearance="secondary" onClick={onClose}>
          不采用
        </Button>
        <Button
          appearance="primary"
          disabled={chosen.length === 0}
          onClick={() => {
            onYes(chosen);
            onClose();
          }}
        >
          采用 {chosen.length} 处
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

export function Adopting(props: Props) {
  const styles = useStyles();
  const { corrections, onClose } = props;
  return (
    <Dialog open={corrections !== undefined} onOpenChange={(_, d) => !d.open && onClose()}>
      <DialogSurface aria-describedby={undefined} className={styles.surface}>
        {corrections && <Choices {...props} />}
      </DialogSurface>
    </Dialog>
  );
}
