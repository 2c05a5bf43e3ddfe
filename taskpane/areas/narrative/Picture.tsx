// The pictures of the text, drawn small: columns with their amounts, a pie with its shares beside it.
// Shades of one colour, so that they read in both themes and in black and white.
import { makeStyles, tokens } from '@fluentui/react-components';
import { type Exact, round, shift, toDouble, toText } from '../../../src/measure/exact.ts';
import { share, total } from '../../../src/measure/ratios.ts';
import type { Chart } from '../../../src/narrative/chart.ts';

const useStyles = makeStyles({
  figure: {
    margin: '8px 0',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  drawing: { display: 'flex', flexDirection: 'column', alignItems: 'center' },
  shares: { listStyle: 'none', margin: '4px auto 0', padding: 0, width: 'fit-content' },
  share: { display: 'flex', gap: '6px', alignItems: 'center' },
  amount: { fontVariantNumeric: 'tabular-nums', marginLeft: 'auto', paddingLeft: '12px' },
  caption: { textAlign: 'center', color: tokens.colorNeutralForeground3, marginTop: '4px' },
});

const SHADES = [0.85, 0.35, 0.6, 0.18, 0.5, 0.27];
const shadeOf = (i: number): number => SHADES[i % SHADES.length]!;

const COLUMNS = { width: 240, height: 150, top: 18, bottom: 18, bar: 52 };

function Columns({ chart }: { chart: Chart }) {
  const { width, height, top, bottom, bar } = COLUMNS;
  const amounts = chart.points.map((p) => toDouble(p.value));
  const highest = Math.max(...amounts, 0) || 1;
  const step = width / chart.points.length;
  const room = height - top - bottom;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <line x1="0" x2={width} y1={height - bottom} y2={height - bottom} stroke="currentColor" />
      {chart.points.map(({ label, value }, i) => {
        const tall = (Math.max(amounts[i]!, 0) / highest) * room;
        const middle = step * (i + 0.5);
        const text = {
          x: middle,
          textAnchor: 'middle',
          fontSize: 11,
          fill: 'currentColor',
        } as const;
        const last = i === chart.points.length - 1;
        return (
          <g key={label}>
            <rect
              x={middle - bar / 2}
              y={height - bottom - tall}
              width={bar}
              height={tall}
              fill="currentColor"
              opacity={shadeOf(last ? 0 : 1)}
            />
            <text {...text} y={height - bottom - tall - 5}>
              {toText(round(value, 2), 2)}
            </text>
            <text {...text} y={height - 4}>
              {label}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

const PIE = { size: 132, radius: 60 };

/** The path of a slice between two shares of the circle, from the top clockwise. */
function slice(from: number, to: number): string {
  const { size, radius } = PIE;
  const at = (share: number) => {
    const angle = 2 * Math.PI * share;
    return `${size / 2 + radius * Math.sin(angle)} ${size / 2 - radius * Math.cos(angle)}`;
  };
  const large = to - from > 0.5 ? 1 : 0;
  return `M${size / 2} ${size / 2}L${at(from)}A${radius} ${radius} 0 ${large} 1 ${at(to)}Z`;
}

const percentOf = (value: Exact, whole: Exact): string => {
  const part = share(value, whole);
  return part ? `${toText(round(shift(part, 2), 2), 2)}%` : '';
};

function Pie({ chart }: { chart: Chart }) {
  const styles = useStyles();
  const { size, radius } = PIE;
  const whole = total(chart.points.map((p) => p.value));
  const all = toDouble(whole) || 1;
  let from = 0;
  const slices = chart.points.map(({ value }) => {
    const begin = from;
    from += Math.max(toDouble(value), 0) / all;
    return { begin, end: from };
  });
  const edge = { stroke: tokens.colorNeutralBackground1, strokeWidth: 1, fill: 'currentColor' };
  const middle = { cx: size / 2, cy: size / 2, r: radius };
  return (
    <>
      <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
        {chart.points.map(({ label }, i) =>
          chart.points.length === 1 ? (
            <circle key={label} {...middle} {...edge} opacity={shadeOf(0)} />
          ) : (
            <path
              key={label}
              d={slice(slices[i]!.begin, slices[i]!.end)}
              {...edge}
              opacity={shadeOf(i)}
            />
          ),
        )}
      </svg>
      <ul className={styles.shares}>
        {chart.points.map(({ label, value }, i) => (
          <li key={label} className={styles.share}>
            <svg width="10" height="10" aria-hidden="true">
              <rect width="10" height="10" fill="currentColor" opacity={shadeOf(i)} />
            </svg>
            {label}
            <span className={styles.amount}>
              {toText(round(value, 2), 2)}（{percentOf(value, whole)}）
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** 图 with its caption; one that lacks a figure says which. */
export function Picture({ chart, caption }: { chart: Chart | undefined; caption: string }) {
  const styles = useStyles();
  const holed = !chart || chart.missing.length > 0;
  return (
    <figure className={styles.figure}>
      {!holed && (
        <div className={styles.drawing}>
          {chart.kind === 'pie' ? <Pie chart={chart} /> : <Columns chart={chart} />}
        </div>
      )}
      <figcaption className={styles.caption}>
        {caption}
        {!holed && `（单位：${chart.unit}）`}
        {holed && chart && `：还缺${chart.missing.join('、')}`}
      </figcaption>
    </figure>
  );
}
