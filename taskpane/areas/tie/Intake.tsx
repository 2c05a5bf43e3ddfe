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
import type { TieCourse } from './course.ts';
import type { TieInView } from './useTie.ts';
import { courseText, openingText, TIE_WORDS } from './words.ts';

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
  doing: {
    alignSelf: 'stretch',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '4px 8px',
  },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
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
          const text = e.clipboardData.getData('text/plain');
          // It stays at hand until it is checked, also where that is stopped.
          setTyped(text);
          take(text);
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

interface DoingProps {
  readonly words: string;
  /** Absent while the file is read. */
  readonly course?: TieCourse | undefined;
  readonly view: Pick<TieInView, 'stop' | 'again'>;
}

/** How far it is, and the way to stop; what was stopped can be begun again. */
export function TieDoing({ words, course, view }: DoingProps) {
  const styles = useStyles();
  const stands = course !== undefined && course.kind !== 'under-way';
  return (
    <div className={styles.doing} role={course?.kind === 'failed' ? 'alert' : 'status'}>
      {!stands && <ProgressBar aria-label={words} />}
      <Text size={200} align="center" className={styles.words}>
        {words}
      </Text>
      <Button size="small" onClick={stands ? view.again : view.stop}>
        {stands ? TIE_WORDS.again : TIE_WORDS.stop}
      </Button>
    </div>
  );
}

/** What is done with a manuscript that is not in view yet. */
function OnTheWay({ text }: Pick<Props, 'text'>) {
  const { opening, course, given } = text;
  if (opening) return <TieDoing words={openingText(opening)} view={text} />;
  if (!course) return null;
  return <TieDoing words={courseText(course, given?.name ?? '')} course={course} view={text} />;
}

export function Intake({ text, attempt }: Props) {
  const styles = useStyles();
  const { course } = text;
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
        <Text weight="semibold" align="center">
          {TIE_WORDS.drop}
        </Text>
        <Text size={200} align="center" className={styles.quiet}>
          {TIE_WORDS.hint}
        </Text>
        <Button
          appearance="primary"
          disabledFocusable={text.opening !== undefined || course?.kind === 'under-way'}
          onClick={() => void pickFile('.docx,.pdf,.html,.htm,.txt,.md').then(open)}
        >
          {TIE_WORDS.choose}
        </Button>
        <OnTheWay text={text} />
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
