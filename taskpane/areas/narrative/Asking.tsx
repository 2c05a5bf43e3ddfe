// What is asked before a text goes out.
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';

/** 导出以前的一问: its words, and what is done on a yes. */
export interface Question {
  readonly words: string;
  readonly yes: string;
  readonly go: () => void;
}

interface Props {
  readonly question: Question | undefined;
  readonly onClose: () => void;
}

export function BeforeExport({ question, onClose }: Props) {
  return (
    <Dialog open={question !== undefined} onOpenChange={(_, d) => !d.open && onClose()}>
      <DialogSurface aria-describedby={undefined} style={{ maxWidth: 'calc(100vw - 32px)' }}>
        <DialogBody>
          <DialogTitle>导出以前</DialogTitle>
          <DialogContent>{question?.words}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              先不导出
            </Button>
            <Button
              onClick={() => {
                onClose();
                question?.go();
              }}
            >
              {question?.yes}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
