// One indicator: what was aimed at, what was reached, the points; behind it how they come about.
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { KINDS, kindOf } from '../../../src/review/attention.ts';
import { NARROW } from '../../narrow.ts';
import { KindIcon } from '../../parts/Kind.tsx';
import type { CardPlace, IndicatorRow, TwoFigures } from './cards.ts';
import { isEven } from './cards.ts';

const useStyles = makeStyles({
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  open: { backgroundColor: tokens.colorNeutralBackground2 },
  main: {
    display: 'grid',
    gridTemplateColumns: '12px minmax(0, 1fr) auto',
    columnGap: '10px',
    alignItems: 'baseline',
    width: '100%',
    textAlign: 'left',
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    padding: '7px 16px',
    [NARROW]: { padding: '7px 8px' },
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  name: { overflowWrap: 'anywhere' },
  points: {
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    textAlign: 'right',
  },
  fold: { minHeight: '24px', cursor: 'pointer' },
  quiet: { color: tokens.colorNeutralForeground3 },
  reach: {
    gridColumn: '2 / 4',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  assumed: { color: tokens.colorPaletteMarigoldForeground2 },
  box: { padding: '0 16px 10px 38px', [NARROW]: { padding: '0 8px 10px' } },
  table: { borderCollapse: 'collapse', width: '100%', fontSize: tokens.fontSizeBase200 },
  term: {
    textAlign: 'left',
    verticalAlign: 'top',
    padding: '2px 8px 2px 0',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
  },
  value: { padding: '2px 0', overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
  link: {
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: tokens.colorBrandForegroundLink,
    cursor: 'pointer',
    padding: 0,
    textAlign: 'left',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  message: { marginTop: '6px', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

type Go = (sheet: string, address: string) => void;

/** A number or text of the sheet: clicking it goes there. */
export function CellText({
  text,
  place,
  onGo,
}: {
  text: string;
  place?: CardPlace | undefined;
  onGo: Go;
}) {
  const styles = useStyles();
  if (!place) return <>{text}</>;
  return (
    <button
      type="button"
      className={styles.link}
      title={`${place.sheet}!${place.address}`}
      onClick={() => onGo(place.sheet, place.address)}
    >
      {text}
    </button>
  );
}

interface Line {
  readonly term: string;
  readonly text: string;
  readonly place?: CardPlace | undefined;
  readonly assumed?: boolean;
}

function linesOf(row: IndicatorRow): Line[] {
  const { places } = row;
  return [
    { term: '目标值', text: row.target, place: places.目标 },
    {
      term: '理解为',
      text: `${row.understood}${row.source && `（${row.source}）`}`,
      assumed: row.assumed,
    },
    { term: '完成值', text: row.actual, place: places.完成 },
    { term: '分值', text: row.weight, place: places.分值 },
    { term: '表内得分', text: row.printed, place: places.得分 },
    { term: '按规则', text: row.ruled },
    ...row.steps.map((text, i) => ({ term: i === 0 ? '计算' : '', text })),
    ...row.doubts.map((text) => ({ term: '请看', text, assumed: true })),
  ];
}

function Details({ row, onGo }: { row: IndicatorRow; onGo: Go }) {
  const styles = useStyles();
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <tbody>
          {linesOf(row).map(({ term, text, place, assumed }) => (
            <tr key={`${term}${text}`}>
              <th scope="row" className={styles.term}>
                {term}
              </th>
              <td className={mergeClasses(styles.value, assumed && styles.assumed)}>
                <CellText text={text} place={place} onGo={onGo} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {row.formulas.length > 0 && (
        <details className={styles.quiet}>
          <summary className={styles.fold}>算式</summary>
          {row.formulas.map((text) => (
            <div key={text}>{text}</div>
          ))}
        </details>
      )}
      {row.findings.map((f) => (
        <div key={`${f.rule} ${f.message}`} className={styles.message}>
          <KindIcon kind={kindOf(f)} /> {f.message}
        </div>
      ))}
    </div>
  );
}

const worst = (row: IndicatorRow) => {
  const kinds = new Set(row.findings.map(kindOf));
  return KINDS.find((k) => k !== 'exact' && kinds.has(k));
};

interface Props {
  readonly row: IndicatorRow;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onGo: Go;
}

export function IndicatorItem({ row, open, onOpen, onGo }: Props) {
  const styles = useStyles();
  const first = row.places.得分 ?? row.places.目标;
  const figure: TwoFigures = { name: '', printed: row.printed, ruled: row.ruled };
  const number = /^[\d.]+$/.test(row.ruled);
  const kind = worst(row);
  return (
    <div className={mergeClasses(styles.item, open && styles.open)} data-indicator={row.name}>
      <button
        type="button"
        className={styles.main}
        data-finding=""
        data-key={row.key}
        data-sheet={first?.sheet}
        data-address={first?.address}
        aria-expanded={open}
        onClick={() => {
          onOpen();
          if (first) onGo(first.sheet, first.address);
        }}
      >
        <span>{kind && <KindIcon kind={kind} />}</span>
        <span className={styles.name}>{row.name}</span>
        <span className={styles.points}>
          {row.printed}
          {number && !isEven(figure) && <span className={styles.quiet}> → {row.ruled}</span>}
          {row.weight !== '—' && <span className={styles.quiet}> / {row.weight}</span>}
        </span>
        <span className={styles.reach}>
          {row.target} → {row.actual}
          {row.assumed && (
            <span className={styles.assumed}>
              {' '}
              · 目标没写明是不少于还是不超过，先按通常的理解计分
            </span>
          )}
        </span>
      </button>
      {open && <Details row={row} onGo={onGo} />}
    </div>
  );
}

/** 表内 and 按规则 side by side. */
export function Figures({ figures, onGo }: { figures: readonly TwoFigures[]; onGo: Go }) {
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td />
          <th scope="col" className={mergeClasses(styles.term, styles.points)}>
            表内
          </th>
          <th scope="col" className={mergeClasses(styles.term, styles.points)}>
            按规则
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map((f) => (
          <tr key={f.name}>
            <th scope="row" className={styles.term}>
              {f.name}
            </th>
            <td className={mergeClasses(styles.value, styles.points)}>
              <CellText text={f.printed} place={f.place} onGo={onGo} />
            </td>
            <td className={mergeClasses(styles.value, styles.points)}>
              <Text size={200} weight={isEven(f) ? 'regular' : 'semibold'}>
                {f.ruled}
              </Text>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
