// Where a text comes in: dropped, chosen or pasted.
import {
  Button,
  makeStyles,
  mergeClasses,
  ProgressBar,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type DragEvent, useState } from 'react';
import { pickFile } from '../../files.ts';
import type { Opening as OpeningFile, TieInView } from './useTie.ts';
import { openingText, TIE_WORDS } from './words.ts';

const useStyles = makeStyles({
  box: {
    padding: '16px',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    overflowY: 'auto',
  },
  drop: {
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '20px 12px',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '8px',
    textAlign: 'center',
  },
  over: { backgroundColor: tokens.colorNeutralBackground1Selected },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere', maxWidth: '100%' },
  wrong: { color: tokens.colorPaletteRedForeground1 },
  end: { alignSelf: 'flex-end' },
  opening: { alignSelf: 'stretch', overflowWrap: 'anywhere' },
});

interface Props {
  readonly text: TieInView;
  readonly attempt: (work: () => Promise<void>) => Promise<unknown>;
}

/** Pasted text is taken at once; typed text waits for the button. */
function Pasted({ take }: { take: TieInView['take'] }) {
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  return (
    <>
      <Textarea
        aria-label={TIE_WORDS.paste}
        placeholder={TIE_WORDS.paste}
        rows={5}
        value={typed}
        onChange={(_, d) => setTyped(d.value)}
        onPaste={(e) => {
          e.preventDefault();
          take(e.clipboardData.getData('text/plain'));
        }}
      />
      {typed.trim() !== '' && (
        <Button className={styles.end} onClick={() => take(typed)}>
          {TIE_WORDS.start}
        </Button>
      )}
    </>
  );
}

/** How far a file of many pages is read, and the way to stop. */
function Opening({ onStop, ...opening }: OpeningFile & { onStop: () => void }) {
  const words = openingText(opening);
  const styles = useStyles();
  return (
    <div className={styles.opening} role="status">
      <ProgressBar aria-label={words} />
      <Text size={200} block>
        {words}
      </Text>
      <Button size="small" onClick={onStop}>
        {TIE_WORDS.stop}
      </Button>
    </div>
  );
}

export function Intake({ text, attempt }: Props) {
  const styles = useStyles();
  const [over, setOver] = useState(false);
  const open = (file: File | undefined) => {
    if (file) void attempt(() => text.open(file));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) open(file);
    else text.take(event.dataTransfer.getData('text/plain'));
  };
  return (
    <div className={styles.box}>
      <section
        className={mergeClasses(styles.drop, over && styles.over)}
        aria-label={TIE_WORDS.drop}
        onDragOver={(e) => {
          e.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Text weight="semibold">{TIE_WORDS.drop}</Text>
        <Text size={200} className={styles.quiet}>
          {TIE_WORDS.hint}
        </Text>
        <Button
          appearance="primary"
          disabledFocusable={text.opening !== undefined}
          onClick={() => void pickFile('.docx,.pdf,.html,.htm,.txt,.md').then(open)}
        >
          {TIE_WORDS.choose}
        </Button>
        {text.opening && <Opening {...text.opening} onStop={text.stop} />}
      </section>
      {text.trouble && (
        <Text role="alert" className={styles.wrong}>
          {text.trouble}
        </Text>
      )}
      <Pasted take={text.take} />
    </div>
  );
}
