// A table with as many mistakes as are asked for, each in a row of its own.
import type { Scalar, Snapshot } from '../../src/facts/grid.ts';

/** A 支出决算表 of so many 项 of one 款, in each of which the sum across is wrong in another way. */
export function spending(items: number): Snapshot {
  const rows = Array.from({ length: items }, (_, i) => ({
    code: `20${101 + Math.floor(i / 99)}${String((i % 99) + 1).padStart(2, '0')}`,
    own: 10 + i,
    off: 0.37 * (i + 1),
  }));
  const sum = (own: readonly (typeof rows)[number][]) => {
    const [basic, off] = [own.reduce((s, r) => s + r.own, 0), own.reduce((s, r) => s + r.off, 0)];
    return [Math.round((basic + off) * 100) / 100, basic, 0, 0, 0, 0];
  };
  const within = (code: string) => rows.filter((r) => r.code.startsWith(code));
  const parents = [...new Set(rows.map((r) => r.code.slice(0, 5)))];
  const lines: Scalar[][] = [
    ['2023年度支出决算表'],
    [null, null, null, null, '单位：万元'],
    [
      '科目编码',
      '科目名称',
      '本年支出合计',
      '基本支出',
      '项目支出',
      '上缴上级支出',
      '经营支出',
      '对附属单位补助支出',
    ],
    [null, '合计', ...sum(rows)],
    ['201', '一般公共服务支出', ...sum(rows)],
    ...parents.flatMap((code) => [
      [code, `款${code}`, ...sum(within(code))],
      ...within(code).map((r) => [r.code, `项${r.code}`, ...sum([r])]),
    ]),
  ];
  const cells = lines.map((line) => line.map((value) => (value === null ? undefined : { value })));
  return {
    sheets: [
      {
        name: '支出',
        hidden: false,
        protected: false,
        rows: cells.length,
        columns: 8,
        cells,
        merges: [],
      },
    ],
  };
}
