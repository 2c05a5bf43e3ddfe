// S22–S26: what a text says of performance, held against itself: points above their weight, one measure with two
// values, a rate that no whole number gives, a comparison without its difference. Knows wordings; knows no table.
import { judge } from '../../assertions/compare.ts';
import { divide, equal, exact, round, shift, toDouble, toText } from '../../measure/exact.ts';
import { point } from '../../measure/interval.ts';
import { relOf } from '../names.ts';
import {
  bareClause,
  clauseBefore,
  endsWith,
  indexIn,
  type Part,
  type PerformanceWords,
  type TextClaim,
  toldBy,
  type WrittenNumber,
  type WrittenText,
  weighsNext,
} from './written.ts';

const after = (written: WrittenText, n: WrittenNumber): WrittenNumber | undefined =>
  written.numbers[indexIn(written, n) + 1];
const said = ({ text }: WrittenText, { start, end }: { start: number; end: number }): string =>
  text.slice(start, end);

/** S22 得分不超过分值: 满分20分，得分21分. */
export function pointsWithinWeight(
  written: WrittenText,
  words: PerformanceWords,
  says: string,
): TextClaim[] {
  const manner = { by: 'stored', rel: relOf(says) } as const;
  return written.numbers.flatMap((weight): TextClaim[] => {
    const points = after(written, weight);
    if (!points || weight.unit !== '分' || points.unit !== '分') return [];
    if (!weighsNext(written, weight)) return [];
    const between = written.text.slice(weight.end, points.start);
    const opened = written.text[weight.start - 1] === '（' && between.startsWith('）');
    if (between.length > 16 || /[。；\n]/.test(between)) return [];
    if (!opened && toldBy(clauseBefore(written, weight), words) !== '分值') return [];
    if (toldBy(clauseBefore(written, points), words) !== '得分') return [];
    const { verdict } = judge(point(points.value), point(weight.value), manner);
    if (verdict !== 'broken') return [];
    return [
      {
        rule: 'S22',
        start: points.start,
        end: points.end,
        verdict: 'broken',
        severity: 'error',
        expected: toText(weight.value),
        cells: [],
        message: `得分“${said(written, points)}”高于分值“${said(written, weight)}”`,
      },
    ];
  });
}

/** Longest count that is tried: more whole numbers than digits of any rate. */
const MOST = 2_000;

/** Whether so many out of `of` may print as this rate, rounded or cut. */
function possible(rate: WrittenNumber, of: WrittenNumber): boolean {
  const near = Math.round((toDouble(rate.value) * toDouble(of.value)) / 100);
  return [near - 1, near, near + 1].some((k) => {
    const share = k < 0 ? undefined : divide(shift(exact(k), 2), of.value);
    const manner = { by: 'either', decimals: rate.decimals } as const;
    return share && judge(point(rate.value), point(share), manner).verdict !== 'broken';
  });
}

/** S24 率应能由整数得出: 抽查20件，合格率93%. Averages of opinions are no counts: only a hint. */
export function ratesOfCounts(written: WrittenText, words: PerformanceWords): TextClaim[] {
  return written.numbers.flatMap((of): TextClaim[] => {
    const rate = after(written, of);
    const counted =
      !/^(?:%|分|元|万元|亿元|个百分点|百分点)?$/.test(of.unit) && of.decimals === 0 && !of.rough;
    if (!rate || !counted || rate.unit !== '%' || rate.rough) return [];
    const between = written.text.slice(of.end, rate.start);
    if (/[。；\n]/.test(between) || between.length > 24) return [];
    if (!words.counted.some((w) => clauseBefore(written, of).includes(w))) return [];
    const label = bareClause(clauseBefore(written, rate));
    const opinion = endsWith(label, words.opinionRates);
    if (!opinion && !endsWith(label, words.countedRates)) return [];
    const n = toDouble(of.value);
    if (n < 1 || n > MOST || possible(rate, of)) return [];
    return [
      {
        rule: 'S24',
        start: rate.start,
        end: rate.end,
        verdict: 'broken',
        severity: opinion ? 'note' : 'warning',
        cells: [],
        message: `${said(written, of)}中没有哪个整数能得出“${said(written, rate)}”，请核对个数和比率`,
      },
    ];
  });
}

/** Words that only join a measure to what is around it. */
const AROUND = /^(?:全年|本年度?|年度|今年|共|累计|其中|已|并|还|先后|\d{4}年度?)+/;
/** The measure a number is of; what stands on the line above is a heading. */
function measureOf(written: WrittenText, n: WrittenNumber): string {
  const clause = clauseBefore(written, n);
  const line = written.text.slice(written.text.lastIndexOf('\n', n.start) + 1, n.start);
  return bareClause(clause.endsWith(line) && line !== '' ? line : clause).replace(AROUND, '');
}

/** 占本年收入的, 较上年度增长: of whatever was told before, and no measure. */
const RELATIVE = /^(?:占|完成|较|比|同|与|增长|下降|增加|减少)|的$/;

/** S23 同一指标前后一致: the same words and unit with another number, of one project or of the department. */
export function oneMeasureOneValue(
  written: WrittenText,
  within: readonly Part[],
  words: PerformanceWords,
): TextClaim[] {
  return within.flatMap(({ start, end }) => {
    const first = new Map<string, WrittenNumber>();
    return written.numbers.flatMap((n): TextClaim[] => {
      if (n.start < start || n.end > end || n.rough || /^$|元$|分$/.test(n.unit)) return [];
      if (toldBy(clauseBefore(written, n), words)) return [];
      const measure = measureOf(written, n);
      if (!/^[一-龥]{6,}$/.test(measure) || RELATIVE.test(measure)) return [];
      const key = `${measure} ${n.unit}`;
      const before = first.get(key);
      if (!before) first.set(key, n);
      if (!before || equal(round(before.value, n.decimals), round(n.value, before.decimals)))
        return [];
      return [
        {
          rule: 'S23',
          start: n.start,
          end: n.end,
          verdict: 'broken',
          severity: 'note',
          cells: [],
          words: true,
          message: `“${measure}”此处写“${said(written, n)}”，前面写“${said(written, before)}”，请核对是否同一指标`,
        },
      ];
    });
  });
}

/** S26 比较应写出增减: 较去年印发文件49件. */
export function comparisonsWithoutDifference(
  written: WrittenText,
  within: readonly Part[],
  words: PerformanceWords,
): TextClaim[] {
  const pattern = new RegExp(
    `(?:较|比)(?:${words.lastYear.join('|')})(?!的?\\d)([^，。；：\n]{2,20})`,
    'g',
  );
  return within.flatMap(({ start, end }) =>
    [...written.text.slice(start, end).matchAll(pattern)].flatMap((m): TextClaim[] => {
      const from = start + m.index;
      const to = from + m[0].length;
      const counts = written.numbers.some((n) => n.start >= from && n.end <= to);
      const next = written.text.slice(to, to + 12);
      if (!counts || words.directions.some((w) => m[1]!.includes(w) || next.includes(w))) return [];
      return [
        {
          rule: 'S26',
          start: from,
          end: to,
          verdict: 'broken',
          severity: 'note',
          cells: [],
          words: true,
          message: `“${m[0]}”与上年比较，没有写明增加还是减少了多少`,
        },
      ];
    }),
  );
}
