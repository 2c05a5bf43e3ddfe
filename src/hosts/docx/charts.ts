// Pictures of the text as Word's own charts: grey, labelled, legible in black-and-white print.
import { AlignmentType, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import { round, shift, toDouble, toText } from '../../measure/exact.ts';
import { share, total } from '../../measure/ratios.ts';
import type { Chart } from '../../narrative/chart.ts';

const SIZE = { width: 460, height: 260 };
const GREYS = ['404040', 'A6A6A6', '7F7F7F', 'D9D9D9', '595959', 'BFBFBF', '262626', 'F2F2F2'];
const FONT = { name: '宋体' };

/** Slices thinner than this have no room for a label beside the next thin one. */
const THIN = 0.04;

/** Share of each slice in words, 43.10%. */
function sharesOf({ points }: Chart): string[] {
  const whole = total(points.map((p) => p.value));
  return points.map(({ value }) => {
    const part = share(value, whole);
    return part ? `${toText(round(shift(part, 2), 2), 2)}%` : '';
  });
}
const isCrowded = (values: readonly number[]): boolean => {
  const whole = values.reduce((a, b) => a + b, 0);
  return values.filter((v) => v / whole < THIN).length > 1;
};

function chartRun(chart: Chart, description: string): ChartRun {
  const categories = chart.points.map((p) => p.label);
  const values = chart.points.map((p) => toDouble(p.value));
  const common = {
    legend: false,
    font: FONT,
    transformation: SIZE,
    altText: { name: chart.title, description },
    chartArea: { fill: 'FFFFFF', border: 'none' },
    categories,
  } as const;
  if (chart.kind === 'pie') {
    const colors = chart.points.map((_, i) => GREYS[i % GREYS.length]!);
    const dataLabels = { category: true, percentage: true, position: 'outsideEnd' } as const;
    const series = [{ name: `${chart.title}（${chart.unit}）`, values, colors }];
    if (isCrowded(values)) {
      const shares = sharesOf(chart);
      return new ChartRun({
        ...common,
        type: 'pie',
        series,
        categories: categories.map((label, i) => `${label} ${shares[i]}`),
        legend: { position: 'right' },
      });
    }
    return new ChartRun({
      ...common,
      type: 'pie',
      series,
      dataLabels: { ...dataLabels, value: false, numberFormat: '0.00%' },
    });
  }
  const colors = chart.points.map((_, i) => (i === chart.points.length - 1 ? '404040' : 'A6A6A6'));
  return new ChartRun({
    ...common,
    type: 'column',
    gapWidth: 120,
    series: [{ name: `${chart.title}（${chart.unit}）`, values, colors }],
    dataLabels: { value: true, position: 'outsideEnd', numberFormat: '#,##0.00' },
    valueAxis: { title: `单位：${chart.unit}`, minimum: 0, numberFormat: '#,##0', gridlines: true },
  });
}

/** A picture in the middle of the page; its caption stands below. */
export function chartParagraph(chart: Chart, caption: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 120 },
    keepNext: true,
    children: [chartRun(chart, caption)],
  });
}
