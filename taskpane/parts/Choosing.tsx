// The preview before several changes are made together: each is shown and can be left out, then one answer.
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
import { type ReactElement, type ReactNode, useState } from 'react';

const useStyles = makeStyles({
  surface: { maxWidth: 'calc(100vw - 24px)', padding: '16px' },
  list: { margin: '4px 0', padding: 0, listStyle: 'none', maxHeight: '50vh', overflowY: 'auto' },
});

interface AnswersProps {
  readonly no: string;
  readonly yes: string;
  readonly disabled?: boolean;
  readonly onNo: () => void;
  readonly onYes: () => void;
}

/** The two answers below a question; either closes it. */
export function Answers({ no, yes, disabled = false, onNo, onYes }: AnswersProps) {
  return (
    <DialogActions>
      <Button appearance="secondary" onClick={onNo}>
        {no}
      </Button>
      <Button
        appearance="primary"
        disabled={disabled}
        onClick={() => {
          onYes();
          onNo();
        }}
      >
        {yes}
      </Button>
    </DialogActions>
  );
}

interface Props<T> {
  readonly title: string;
  /** What taking them together means. */
  readonly about: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly show: (item: T) => string | ReactElement;
  readonly no: string;
  /** The answer, with so many chosen. */
  readonly yes: (chosen: number) => string;
  readonly onClose: () => void;
  readonly onYes: (items: readonly T[]) => void;
}

/** 勾选: all of them are taken unless one is left out. */
export function Choosing<T>({
  title,
  about,
  items,
  keyOf,
  show,
  no,
  yes,
  onClose,
  onYes,
}: Props<T>) {
  const styles = useStyles();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = items.filter((item) => !left.has(keyOf(item)));
  const toggle = (key: string) => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  return (
    <DialogBody>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        {about}
        <ul className={styles.list}>
          {items.map((item) => (
            <li key={keyOf(item)}>
              <Checkbox
                checked={!left.has(keyOf(item))}
                onChange={() => toggle(keyOf(item))}
                label={show(item)}
              />
            </li>
          ))}
        </ul>
      </DialogContent>
      <Answers
        no={no}
        yes={yes(chosen.length)}
        disabled={chosen.length === 0}
        onNo={onClose}
        onYes={() => onYes(chosen)}
      />
    </DialogBody>
  );
}

interface AskingProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question over the pane, at 320 px too. */
export function Asking({ open, onClose, children }: AskingProps) {
  const styles = useStyles();
  return (
    <Dialog open={open} onOpenChange={(_, d) => !d.open && onClose()}>
      <DialogSurface aria-describedby={undefined} className={styles.surface}>
        {open && children}
      </DialogSurface>
    </Dialog>
  );
}
