// 图表页: the pictures of a text on a sheet of their own, each beside the amounts it is drawn from.
import type { Page, PageCell, PageChart } from '../facts/page.ts';
import { toDouble } from '../measure/exact.ts';
import type { Chart } from '../narrative/chart.ts';

/** Rows a picture takes, and the columns beside its amounts. */
const HEIGHT = 16;
const [LEFT, RIGHT] = ['D', 'J'];

interface Placed {
  readonly cells: readonly PageCell[];
  readonly chart?: PageChart;
}

/** Amounts from `row` on, one-based; a picture with a hole says what is missing instead. */
function placed(chart: Chart, caption: string, row: number): Placed {
  const title: PageCell = { address: `A${row}`, value: caption, bold: true, size: 12 };
  if (chart.missing.length > 0) {
    const wanted = `没有画：缺${chart.missing.join('、')}。请填在“补充资料”，或选上年工作簿，再插入一次。`;
    return { cells: [title, { address: `A${row + 1}`, value: wanted, size: 10 }] };
  }
  const look = { border: true, size: 10 } as const;
  const head = ['项目', `金额（${chart.unit}）`].map(
    (value, i): PageCell => ({
      ...look,
      address: `${'AB'[i]}${row + 1}`,
      value,
      horizontal: 'center',
      bold: true,
    }),
  );
  const lines = chart.points.flatMap(({ label, value }, i): PageCell[] => [
    { ...look, address: `A${row + 2 + i}`, value: label, horizontal: 'left' },
    { ...look, address: `B${row + 2 + i}`, value: toDouble(value), format: '#,##0.00' },
  ]);
  return {
    cells: [title, ...head, ...lines],
    chart: {
      kind: chart.kind,
      title: caption,
      source: `A${row + 1}:B${row + 1 + chart.points.length}`,
      from: `${LEFT}${row}`,
      to: `${RIGHT}${row + HEIGHT - 2}`,
    },
  };
}

/** 图表页 under a name; captions are numbered in the order of the text. */
export function chartPage(charts: readonly Chart[], name: string): Page {
  const all = charts.map((c, i) => placed(c, `图${i + 1}：${c.title}`, 1 + i * HEIGHT));
  return {
    name,
    cells: all.flatMap((p) => p.cells),
    widths: [26, 16, 3],
    charts: all.flatMap((p) => (p.chart ? [p.chart] : [])),
  };
}
