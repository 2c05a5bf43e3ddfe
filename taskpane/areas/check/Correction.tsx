// The preview before a correction: which cells, from what, to what; of several each can be left out.
import { DialogBody, DialogContent, DialogTitle } from '@fluentui/react-components';
import { SLIP_NAMES, type Suspect } from '../../../src/assertions/finding.ts';
import { cellName } from '../../../src/review/wording.ts';
import { Answers, Asking, Choosing } from '../../parts/Choosing.tsx';
import { WORDS } from '../../words.ts';

interface Props {
  /** Empty: nothing is asked. */
  readonly suspects: readonly Suspect[];
  readonly onClose: () => void;
  readonly onYes: (suspects: readonly Suspect[]) => void;
}

const changeOf = (s: Suspect): string =>
  `${cellName(s)}：${s.value || '空'} → ${s.suggested}（${SLIP_NAMES[s.slip]}）`;

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
      <Answers no="不改" yes={WORDS.correct} onNo={onClose} onYes={() => onYes(suspects)} />
    </DialogBody>
  );
}

export function Correction(props: Props) {
  const { suspects, onClose, onYes } = props;
  return (
    <Asking open={suspects.length > 0} onClose={onClose}>
      {suspects.length > 1 ? (
        <Choosing
          title={`改正 ${suspects.length} 格`}
          about="勾选的一起改，改后自动重新体检，可以一步撤销。"
          items={suspects}
          keyOf={cellName}
          show={changeOf}
          no="不改"
          yes={(n) => `${WORDS.correct} ${n} 格`}
          onClose={onClose}
          onYes={onYes}
        />
      ) : (
        <One {...props} />
      )}
    </Asking>
  );
}
