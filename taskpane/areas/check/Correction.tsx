// The preview before a correction: one cell, from what, to what.
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { SLIP_NAMES, type Suspect } from '../../../src/assertions/finding.ts';
import { WORDS } from '../../words.ts';

interface Props {
  readonly suspect: Suspect | undefined;
  readonly onClose: () => void;
  readonly onYes: (suspect: Suspect) => void;
}

export function Correction({ suspect, onClose, onYes }: Props) {
  return (
    <Dialog open={suspect !== undefined} onOpenChange={(_, d) => !d.open && onClose()}>
      <DialogSurface aria-describedby={undefined} style={{ maxWidth: 'calc(100vw - 32px)' }}>
        <DialogBody>
          <DialogTitle>
            改正 {suspect?.sheet}!{suspect?.address}
          </DialogTitle>
          <DialogContent>
            把 {suspect?.value || '空'} 改为 {suspect?.suggested}（
            {suspect && SLIP_NAMES[suspect.slip]}）。只改这一格，改后自动重新体检，可以撤销。
          </DialogContent>
          <DialogActions>
            <Button appearance="secondary" onClick={onClose}>
              不改
            </Button>
            <Button
              appearance="primary"
              onClick={() => {
                if (suspect) onYes(suspect);
                onClose();
              }}
            >
              {WORDS.correct}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
