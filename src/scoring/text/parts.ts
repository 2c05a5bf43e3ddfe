// 得分与等次: points told part by part behind or before their total, counts of grades beside the count of all. Knows
// wordings; knows no table.
import { compare, type Exact, equal, exact, plus, toText, ZERO } from '../../measure/exact.ts';
import {
  clauseBefore,
  confirmed,
  type PerformanceWords,
  type TextClaim,
  toldBy,
  type WrittenNumber,
  type WrittenText,
} from './written.ts';

const sumOf = (numbers: readonly WrittenNumber[]): Exact =>
  numbers.reduce((sum, n) => plus(sum, n.value), ZERO);

/** 预算执行率10分，得9.35分: points right behind a weight that no word calls one. */
const GOT = /^[，、（]?(?:实际|自评|实)?得分?(?:为)?$/;
const APART = 24;
/** So far before the first part the total may stand. */
const BEFORE = 40;
const FULL = exact(100);

interface Part {
  readonly weight: WrittenNumber;
  readonly points: WrittenNumber;
}

function partsIn({ text, numbers }: WrittenText): Part[] {
  return numbers.flatMap((weight, i): Part[] => {
    const points = numbers[i + 1];
    if (weight.unit !== '分' || points?.unit !== '分') return [];
    return GOT.test(text.slice(weight.end, points.start)) ? [{ weight, points }] : [];
  });
}

function runsOf(parts: readonly Part[], { text }: WrittenText): Part[][] {
  const runs: Part[][] = [];
  for (const part of parts) {
    const last = runs.at(-1)?.at(-1);
    const between = last && text.slice(last.points.end, part.weight.start);
    if (between !== undefined && between.length < APART && !/[。\n]/.test(between))
      runs.at(-1)!.push(part);
    else runs.push([part]);
  }
  return runs.filter((run) => run.length > 1);
}

/** 自评得分93.45分。其中：预算执行率10分，得9.35分；…: the points make up the total before them. */
export function partsOfTotal(written: WrittenText, words: PerformanceWords): TextClaim[] {
  const { numbers } = written;
  return runsOf(partsIn(written), written).flatMap((run): TextClaim[] => {
    const first = run[0]!.weight;
    const total = numbers[numbers.indexOf(first) - 1];
    const near = total?.unit === '分' && first.start - total.end < BEFORE;
    if (!near || toldBy(clauseBefore(written, total), words) !== '得分') return [];
    const points = run.map((p) => p.points);
    const weights = run.map((p) => p.weight);
    const full = equal(sumOf(weights), FULL);
    const sum = sumOf(points);
    if (equal(sum, total.value))
      return [
        ...[total, ...points].map((n) => confirmed(n, '各项得分之和与总分一致')),
        ...(full ? weights.map((n) => confirmed(n, '各项分值之和为满分100分')) : []),
      ];
    if (!full) return [];
    return [
      {
        rule: 'S18',
        start: total.start,
        end: points.at(-1)!.end,
        verdict: 'broken',
        severity: 'error',
        cells: [],
        words: true,
        message: `各项得分之和为${toText(sum)}分，与总分${toText(total.value)}分不一致，请逐个核对`,
      },
    ];
  });
}

/** So far before the first grade the count of all may stand. */
const AHEAD = 120;
/** So many numbers before the first grade are looked at. */
const LOOKED = 6;

/** “优”的6个, 评级为“良”的项目3个: a count of a grade. */
function isOfGrade(written: WrittenText, n: WrittenNumber, { grades }: PerformanceWords): boolean {
  if (!/^[个项]$/.test(n.unit) || n.rough) return false;
  const before = written.text.slice(Math.max(0, n.start - 12), n.start);
  const behind = written.text.slice(n.end, n.end + 8);
  const quoted = /["'“](.{1,3})["'”](?:等次|等级|档)?的?(?:项目)?(?:为|有|共)?$/.exec(before)?.[1];
  const told = /^(?:项目)?(?:评为|为|被评为|达到)["'“](.{1,3})["'”]/.exec(behind)?.[1];
  return grades.includes(quoted ?? told ?? '');
}

const tooMany = (total: WrittenNumber, run: readonly WrittenNumber[]): TextClaim => ({
  rule: 'S18',
  start: total.start,
  end: run.at(-1)!.end,
  verdict: 'broken',
  severity: 'error',
  cells: [],
  words: true,
  message: `各等次的个数之和为${toText(sumOf(run))}，多于项目总数${toText(total.value)}，请逐个核对`,
});

/** A run of grades beside the counts before it, of which one is that of all. */
function gradesOf(
  { text }: WrittenText,
  run: readonly WrittenNumber[],
  before: readonly WrittenNumber[],
): TextClaim[] {
  const [first] = run;
  const totals = before.slice(-LOOKED).filter((n) => {
    const between = text.slice(n.end, first!.start);
    return n.unit === first!.unit && between.length < AHEAD && !between.includes('\n');
  });
  const sum = sumOf(run);
  const total = totals.findLast((n) => equal(n.value, sum));
  if (total) return [total, ...run].map((n) => confirmed(n, '各等次的个数之和与项目总数一致'));
  const last = totals.at(-1);
  return last && totals.every((n) => compare(sum, n.value) > 0) ? [tooMany(last, run)] : [];
}

/** 各等次个数之和为项目总数, by the counts beside each other. */
export function gradesInAll(written: WrittenText, words: PerformanceWords): TextClaim[] {
  const { numbers } = written;
  const found: TextClaim[] = [];
  for (let i = 0; i < numbers.length; ) {
    let to = i;
    while (numbers[to] && isOfGrade(written, numbers[to]!, words)) to += 1;
    const run = numbers.slice(i, to);
    const [first] = run;
    found.push(...(first && run.length > 1 ? gradesOf(written, run, numbers.slice(0, i)) : []));
    i = Math.max(to, i + 1);
  }
  return found;
}
