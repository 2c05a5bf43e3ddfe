// One span of the text: plain words, a number that leads to its cells, a gap as a field in place, and
// words the user typed himself, which open again.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type {
  DocumentSpan,
  GapSpan,
  NumberSpan,
  WordsSpan,
} from '../../../src/narrative/document.ts';
import { typedProblem } from '../../../src/narrative/worth.ts';
import { InText } from '../../parts/InText.tsx';
import { NARRATIVE_WORDS } from './words.ts';

const useStyles = makeStyles({
  strong: { fontWeight: tokens.fontWeightSemibold },
  number: {
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textUnderlineOffset: '4px',
    textDecorationColor: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
    ':hover': { color: tokens.colorBrandForeground1 },
  },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected },
  stale: {
    color: tokens.colorPaletteDarkOrangeForeground1,
    textDecorationStyle: 'wavy',
    textDecorationColor: 'currentcolor',
  },
  doubtful: {
    color: tokens.colorPaletteRedForeground1,
    textDecorationStyle: 'wavy',
    textDecorationColor: 'currentcolor',
  },
  field: {
    font: 'inherit',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '2px 8px',
    margin: '2px 0',
    boxSizing: 'border-box',
    textIndent: 0,
    '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
  },
  // Room for the indent before it and for the stop behind it: no line begins with a stop.
  long: {
    display: 'inline-block',
    width: 'calc(100% - 3.5em)',
    verticalAlign: 'bottom',
    resize: 'vertical',
    minHeight: '30px',
  },
  short: { maxWidth: '100%' },
  problem: {
    display: 'block',
    textIndent: 0,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorPaletteRedForeground1,
  },
  own: {
    cursor: 'text',
    textDecorationLine: 'underline',
    textDecorationColor: tokens.colorNeutralStroke1,
    textUnderlineOffset: '4px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
});

/** Characters on a line of a field in the narrowest pane. */
const LINE = 15;

interface FieldProps {
  readonly wanted: string;
  readonly initial: string;
  readonly short: boolean;
  readonly focused?: boolean;
  readonly onDone: (text: string) => void;
}

/** So often it is looked whether the text has taken in what was typed, and so many milliseconds apart. */
const LOOKS = 40;
const APART = 40;

/** Once a filled gap has made way the next one has the focus: the text is laid out anew, and fields with it. */
function filled(field: HTMLElement): void {
  const box = field.closest('article, [data-writing]');
  const gaps = () => [...(box?.querySelectorAll<HTMLElement>('[data-gap]') ?? [])];
  const at = gaps().indexOf(field);
  let looks = 0;
  const look = () => {
    looks += 1;
    if (document.activeElement === document.body) {
      const now = gaps();
      const next = now[Math.min(at, now.length - 1)];
      (next ?? box?.querySelector<HTMLElement>('[data-number][tabindex="0"]'))?.focus();
    } else if (field.isConnected && looks < LOOKS) setTimeout(look, APART);
  };
  setTimeout(look, 0);
}

/** Enter, and Escape; not the Enter of an input method, nor a line break. */
const leaves = ({ key, shiftKey, nativeEvent }: KeyboardEvent<HTMLElement>): boolean =>
  key === 'Escape' || (key === 'Enter' && !shiftKey && !nativeEvent.isComposing);

function Problem({ id, words }: { id: string; words: string }) {
  const styles = useStyles();
  return (
    <span id={id} role="alert" className={styles.problem}>
      {words}
    </span>
  );
}

/** Kept when it is left, or on Enter and Escape: what was typed is not lost, and the next gap is at hand. */
function Field({ wanted, initial, short, focused, onDone }: FieldProps) {
  const styles = useStyles();
  const [text, setText] = useState(initial);
  const [problem, setProblem] = useState<string>();
  const id = useId();
  const keep = () => {
    const wrong = short ? typedProblem(text) : undefined;
    setProblem(wrong);
    if (wrong === undefined && (text.trim() !== initial || focused)) onDone(text);
  };
  const shared = {
    'aria-label': wanted,
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem && id,
    'data-gap': '',
    placeholder: wanted,
    value: text,
    autoFocus: Boolean(focused),
    onBlur: keep,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (!leaves(event)) return;
      event.preventDefault();
      event.stopPropagation();
      filled(event.currentTarget);
      keep();
    },
  };
  return short ? (
    <>
      <input
        {...shared}
        inputMode="decimal"
        style={{ width: `${Math.max(wanted.length, 5) + 2}em` }}
        className={mergeClasses(styles.field, styles.short)}
        onChange={(e) => setText(e.target.value)}
      />
      {problem && <Problem id={id} words={problem} />}
    </>
  ) : (
    <textarea
      {...shared}
      rows={Math.min(6, Math.max(1, Math.ceil((text || wanted).length / LINE)))}
      className={mergeClasses(styles.field, styles.long)}
      onChange={(e) => setText(e.target.value)}
    />
  );
}

interface Props {
  readonly span: DocumentSpan;
  readonly chosen: boolean;
  readonly stale: boolean;
  /** What the 体检 says of a cell the number comes from. */
  readonly doubt?: string | undefined;
  /** Typed in the pane, not in 补充资料: it opens for correction here. */
  readonly own: (key: string) => boolean;
  readonly onNumber: (span: NumberSpan) => void;
  readonly onFill: (key: string, text: string) => void;
}

function NumberView({ span, chosen, stale, doubt, onNumber }: Props & { span: NumberSpan }) {
  const styles = useStyles();
  const [first] = span.cells;
  const said = stale ? NARRATIVE_WORDS.isStale : doubt && NARRATIVE_WORDS.isDoubtful;
  const where = first ? `${first.label} · ${first.location.sheet}!${first.address}` : span.formula;
  return (
    <>
      {span.direction}
      <InText
        className={mergeClasses(
          styles.number,
          doubt && styles.doubtful,
          chosen && styles.chosen,
          stale && styles.stale,
        )}
        title={doubt ?? where}
        aria-pressed={chosen}
        aria-label={said ? `${span.text}，${said}` : undefined}
        data-doubt={doubt ? '' : undefined}
        data-number={span.id}
        tabIndex={-1}
        onPress={() => onNumber(span)}
      >
        {span.text}
      </InText>
    </>
  );
}

function GapView({ span, onFill }: Props & { span: GapSpan }) {
  return (
    <Field
      wanted={span.wanted}
      initial=""
      short={span.of === 'number'}
      onDone={(text) => onFill(span.key, text)}
    />
  );
}

function OwnWords({ span, own, onFill }: Props & { span: WordsSpan }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const words = useRef<HTMLSpanElement>(null);
  const edited = useRef(false);
  useEffect(() => {
    const back = !open && edited.current && document.activeElement === document.body;
    if (back) words.current?.focus();
    edited.current = open;
  }, [open]);
  if (!own(span.key)) return <>{span.text}</>;
  if (!open) {
    return (
      <InText
        ref={words}
        className={styles.own}
        title={NARRATIVE_WORDS.editWords}
        onPress={() => setOpen(true)}
      >
        {span.text}
      </InText>
    );
  }
  return (
    <Field
      wanted={span.key}
      initial={span.text}
      short={false}
      focused
      onDone={(text) => {
        setOpen(false);
        onFill(span.key, text);
      }}
    />
  );
}

export function SpanView(props: Props) {
  const styles = useStyles();
  const { span } = props;
  if (span.kind === 'number') return <NumberView {...props} span={span} />;
  if (span.kind === 'gap') return <GapView {...props} span={span} />;
  if (span.kind === 'words') return <OwnWords {...props} span={span} />;
  return <span className={span.strong ? styles.strong : undefined}>{span.text}</span>;
}
