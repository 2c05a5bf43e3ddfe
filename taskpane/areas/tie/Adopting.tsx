// The preview before corrections are taken over together: each with the words around it, and each can be left out.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { TextCorrection } from '../../../src/review/corrections.ts';
import { Asking, Choosing } from '../../parts/Choosing.tsx';
import { TIE_WORDS } from './words.ts';

const useStyles = makeStyles({
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

export function Adopting({ text, corrections, onClose, onYes }: Props) {
  const styles = useStyles();
  return (
    <Asking open={corrections !== undefined} onClose={onClose}>
      <Choosing
        title={TIE_WORDS.adopt}
        about="勾选的一起采用，可以一步撤销；原文件不动。"
        items={corrections ?? []}
        keyOf={(c) => String(c.start)}
        show={(c) => (
          <>
            {c.from} → {c.by}
            <span className={styles.around}>{around(text, c)}</span>
          </>
        )}
        no="不采用"
        yes={(n) => `采用 ${n} 处`}
        onClose={onClose}
        onYes={onYes}
      />
    </Asking>
  );
}
