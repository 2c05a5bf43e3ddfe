// 空白自评表填上一致的数：各地表样都读得出，计分、合计没有不符；改一个得分就指出来。
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import type { Cell, Grid, Snapshot } from '../../../src/facts/grid.ts';
import { gridOf } from '../../../src/facts/page.ts';
import { blankForms } from '../../../src/review/blank.ts';
import { review } from '../../../src/review.ts';

type Lines = (Cell | undefined)[][];
const textAt = (lines: Lines, row: number, column: number): string =>
  String(lines[row]?.[column]?.value ?? '');
const put = (
  lines: Lines,
  row: number,
  column: number,
  value: string | number,
  format?: string,
) => {
  lines[row] ??= [];
  lines[row][column] = { value, ...(format && { format }) };
};

/** Columns by what stands in a row of headings. */
function columnsIn(lines: Lines, row: number): (word: RegExp) => number {
  const width = lines[row]?.length ?? 0;
  return (word) => {
    for (let c = 0; c < width; c += 1) if (word.test(textAt(lines, row, c))) return c;
    return -1;
  };
}

/** Points of each row: those its level prints, 产出指标（50分）, or equal parts. */
function sharesOf(lines: Lines, rows: readonly number[], points: number): number[] {
  const levels: { points: number; rows: number }[] = [];
  for (const row of rows) {
    const printed = /（(\d+)分）/.exec(
      (lines[row] ?? []).map((c) => String(c?.value ?? '')).join(''),
    );
    if (printed) levels.push({ points: Number(printed[1]), rows: 0 });
    if (levels.length > 0) levels.at(-1)!.rows += 1;
  }
  if (levels.length > 0)
    return levels.flatMap((l) => Array.from({ length: l.rows }, () => l.points / l.rows));
  const share = Math.floor(points / rows.length);
  return rows.map((_, i) => (i === 0 ? points - share * (rows.length - 1) : share));
}

/** Indicators of one block: equal points that make up `points`. */
function fillIndicators(lines: Lines, header: number, points: number): number {
  const at = columnsIn(lines, header);
  const [name, target, actual] = [at(/^三级指标|^指标名称/), at(/指标值/), at(/完成值/)];
  const [weight, score] = [at(/^(?:指标)?(?:分值|权重)/), at(/^(?:指标)?得分(?!系数)/)];
  const [nature, unit, coefficient] = [at(/^指标性质/), at(/^(?:度量|计量)单位/), at(/系数/)];
  const rows: number[] = [];
  for (let row = header + 1; row < lines.length; row += 1) {
    const words = (lines[row] ?? []).map((c) => String(c?.value ?? '')).join('');
    if (/总分|合计|年度目标|偏差大/.test(words)) break;
    rows.push(row);
  }
  const shares = sharesOf(lines, rows, points);
  rows.forEach((row, i) => {
    const own = shares[i]!;
    put(lines, row, name, `第${i + 1}项工作完成数量`);
    put(lines, row, target, nature < 0 ? '≥10个' : 10);
    if (nature >= 0) put(lines, row, nature, '≥');
    if (unit >= 0) put(lines, row, unit, '个');
    put(lines, row, actual, nature < 0 ? '12个' : 12);
    if (coefficient >= 0) put(lines, row, coefficient, 100);
    if (weight >= 0) put(lines, row, weight, own);
    put(lines, row, score, own);
  });
  return rows.length > 0 ? rows[0]! : header;
}

/** Fills one 自评表: budget 100, spent 80, every indicator met. */
function filled(grid: Grid): { grid: Grid; score: { row: number; column: number } } {
  const lines: Lines = grid.cells.map((l) => [...(l ?? [])]);
  const rows = lines.map((l) => (l ?? []).map((c) => String(c?.value ?? '')));
  const find = (word: RegExp) => rows.findIndex((r) => r.some((t) => word.test(t)));
  const money = find(/执行率/);
  const at = columnsIn(lines, money);
  const execution = /20分/.test(rows[money]!.join('')) ? 20 : 10;
  const own = money + 1;
  for (const word of [/^年初预算/, /^(?:全年|调整后|调整)预算数/]) {
    if (at(word) >= 0) put(lines, own, at(word), 100);
  }
  put(lines, own, at(/执行数/), 80);
  put(lines, own, at(/执行率(?:（B|$)/), 0.8, '0.00%');
  const weight = at(/^(?:执行率)?(?:分值|权重)/);
  if (weight >= 0) put(lines, own, weight, execution);
  put(lines, own, at(/得分/), execution * 0.8);
  const headers = rows.flatMap((r, i) => (r.some((t) => /^三级指标|^指标名称/.test(t)) ? [i] : []));
  const first = headers.map((h) =>
    fillIndicators(lines, h, (100 - execution) / headers.length),
  )[0]!;
  const total = find(/^(?:总分|合计)$/);
  const end = columnsIn(lines, headers[0]!);
  const score = end(/^(?:指标)?得分(?!系数)/);
  put(lines, total, score, 100 - execution * 0.2);
  const points = end(/^(?:指标)?(?:分值|权重)/);
  if (points >= 0) put(lines, total, points, 100);
  for (let row = 0; row < lines.length; row += 1)
    for (const [c, cell] of (lines[row] ?? []).entries())
      if (/目标1?[:：]|目标2/.test(String(cell?.value ?? '')) && !lines[row]![c + 1])
        put(lines, row, c + 1, '完成年度各项工作任务');
  return { grid: { ...grid, cells: lines }, score: { row: first, column: score } };
}

const REGIONS = ['全国', '湖北', '四川', '重庆'];
const pagesOf = (name: string) =>
  blankForms(CATALOGUE, {
    year: 2023,
    region: CATALOGUE.regionNamed(name)!,
    department: '某某局',
  }).sheets.filter((s) => /自评$/.test(s.form));
const wrongIn = (snapshot: Snapshot, name: string) =>
  review(snapshot, CATALOGUE, { region: CATALOGUE.regionNamed(name)! }).findings.filter(
    (f) => f.verdict === 'broken' && f.severity === 'error',
  );

describe('空白自评表填数', () => {
  const cases = REGIONS.flatMap((region) =>
    pagesOf(region).map((s) => [region, s.form, s.page] as const),
  );
  it.each(cases)('%s %s', (region, form, page) => {
    const { grid, score } = filled(gridOf(page));
    const result = review({ sheets: [grid] }, CATALOGUE, {
      region: CATALOGUE.regionNamed(region)!,
    });
    expect(result.tables.map((t) => t.form)).toEqual([form]);
    expect(result.tables[0]!.figures).toBeGreaterThanOrEqual(10);
    expect(wrongIn({ sheets: [grid] }, region).map((f) => f.message)).toEqual([]);
    const lines = grid.cells.map((l) => [...(l ?? [])]);
    lines[score.row]![score.column] = { value: 1 };
    const after = review({ sheets: [{ ...grid, cells: lines }] }, CATALOGUE, {
      region: CATALOGUE.regionNamed(region)!,
    });
    const rules = after.findings.filter((f) => f.verdict === 'broken').map((f) => f.rule);
    expect(rules).toContain('S09');
  });
});
