// The text with its numbers tinted and marked; what is wrong in words is underlined. A number can be chosen.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, type ReactNode, useMemo, useRef } from 'react';
import type { TiedNumber, TieReport } from '../../../src/narrative/readings/report.ts';
import { InText } from '../../parts/InText.tsx';
import { KindIcon } from '../../parts/Kind.tsx';
import { useRoving } from '../../useRoving.ts';
import { SHORT } from './frames.ts';
import { kindName, kindOfNumber } from './words.ts';

const useStyles = makeStyles({
  text: {
    padding: '12px 16px 24px',
    fontFamily:
      "FangSong, FangSong_GB2312, STFangsong, 'Noto Serif CJK SC', 'Songti SC', SimSun, serif",
    fontSize: '16px',
    lineHeight: '28px',
    whiteSpace: 'pre-wrap',
    // Elsewhere a comma after a mark would begin a line.
    overflowWrap: 'normal',
    margin: 0,
  },
  number: {
    whiteSpace: 'nowrap',
    borderRadius: tokens.borderRadiusSmall,
    padding: '0 2px',
    // The frame of a chosen one leaves the comma after it alone.
    marginInlineEnd: '2px',
    cursor: 'pointer',
    fontVariantNumeric: 'tabular-nums',
  },
  exact: { backgroundColor: tokens.colorPaletteGreenBackground1 },
  rounding: { backgroundColor: tokens.colorPaletteMarigoldBackground1 },
  error: {
    backgroundColor: tokens.colorPaletteRedBackground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  warning: { backgroundColor: tokens.colorPaletteDarkOrangeBackground1 },
  note: { backgroundColor: tokens.colorPaletteBlueBackground2 },
  unknown: { backgroundColor: tokens.colorNeutralBackground3 },
  chosen: { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  together: { whiteSpace: 'nowrap' },
  words: {
    textDecorationLine: 'underline',
    textDecorationStyle: 'wavy',
    textDecorationColor: tokens.colorPaletteRedForeground1,
  },
  warningWords: { textDecorationColor: tokens.colorPaletteDarkOrangeForeground1 },
  noteWords: { textDecorationColor: tokens.colorPaletteBlueForeground2 },
});

interface Props {
  readonly text: string;
  readonly report: TieReport;
  readonly chosen: number | undefined;
  readonly onNumber: (number: TiedNumber) => void;
}

/** Pages leave many blank lines; one is enough to read. */
const quiet = (text: string): string =>
  text.replace(/\r/g, '').replace(/\n(?:[ \t\u3000]*\n)+/g, '\n');

function NumberMark({
  number,
  chosen,
  onNumber,
}: {
  number: TiedNumber;
  chosen: boolean;
  onNumber: Props['onNumber'];
}) {
  const styles = useStyles();
  const { start, text } = number;
  const kind = kindOfNumber(number);
  return (
    <InText
      id={`tie-${start}`}
      tabIndex={-1}
      data-number=""
      className={mergeClasses(styles.number, styles[kind], chosen && styles.chosen)}
      aria-label={`${text.replace(/\s/g, '')} ${kindName(kind)}`}
      aria-pressed={chosen}
      onPress={() => onNumber(number)}
    >
      {text.replace(/\s+/g, ' ')}
      <KindIcon kind={kind} bare />
    </InText>
  );
}

/** What may not begin a line, though it follows the sign of a number. */
const STAYS = /^[；：！？、，。）％”]/;

/** What is wrong in words there: underlined, unless it spans whole paragraphs. */
const wrongAt = ({ findings }: TieReport, at: number) =>
  findings.find((f) => f.start <= at && at < f.end && f.end - f.start < SHORT);

interface WordsProps extends Pick<Props, 'text' | 'report'> {
  readonly from: number;
  readonly to: number;
}

/** Words between numbers, cut where something in them is wrong. */
function Words({ text, report, from, to }: WordsProps) {
  const styles = useStyles();
  const edges = report.findings.flatMap((f) => [f.start, f.end]);
  const cuts = [from, ...edges.filter((e) => from < e && e < to), to].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i]!;
    const severity = wrongAt(report, start)?.severity;
    const milder = severity === 'warning' ? styles.warningWords : styles.noteWords;
    const line = severity && mergeClasses(styles.words, severity !== 'error' && milder);
    return (
      <span key={`t${start}`} id={`tie-${start}`} className={line}>
        {quiet(text.slice(start, end))}
      </span>
    );
  });
}

/** A text of thousands of numbers is laid out once; only a choice draws it anew. */
export const Marked = memo(function Marked({ text, report, chosen, onNumber }: Props) {
  const styles = useStyles();
  const parts = useMemo(() => {
    const result: ReactNode[] = [];
    let at = 0;
    for (const number of report.numbers.filter((n) => n.end <= text.length)) {
      const { start, end } = number;
      const next = text.slice(end, end + 1);
      const stays = STAYS.test(next) && !wrongAt(report, end) ? next : '';
      result.push(
        <Words key={`w${at}`} text={text} report={report} from={at} to={start} />,
        <span key={`n${start}`} className={styles.together}>
          <NumberMark number={number} chosen={start === chosen} onNumber={onNumber} />
          {stays}
        </span>,
      );
      at = end + stays.length;
    }
    result.push(<Words key="end" text={text} report={report} from={at} to={text.length} />);
    return result;
  }, [text, report, chosen, onNumber, styles]);
  const box = useRef<HTMLElement>(null);
  const roving = useRoving(box, '[data-number]');
  return (
    <article ref={box} {...roving} className={styles.text}>
      {parts}
    </article>
  );
});
