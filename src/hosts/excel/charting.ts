// Excel's own charts on a sheet of ours: grey and labelled, so that black-and-white print shows them.
import { parseAddress } from '../../facts/grid.ts';
import { type PageChart, rectOf } from '../../facts/page.ts';
import { HostError } from '../port.ts';
import { troubleOf } from './trouble.ts';

const TYPES = { columns: 'ColumnClustered', pie: 'Pie' } as const;
const GREYS = ['#404040', '#A6A6A6', '#7F7F7F', '#D9D9D9', '#595959', '#BFBFBF'];
const FACE = '宋体';

function draw(sheet: Excel.Worksheet, { kind, title, source, from, to }: PageChart): Excel.Chart {
  const chart = sheet.charts.add(TYPES[kind], sheet.getRange(source), 'Columns');
  chart.title.text = title;
  chart.title.format.font.name = FACE;
  chart.legend.visible = false;
  chart.setPosition(from, to);
  chart.dataLabels.position = 'OutsideEnd';
  chart.dataLabels.showValue = kind === 'columns';
  chart.dataLabels.showCategoryName = kind === 'pie';
  chart.dataLabels.showPercentage = kind === 'pie';
  return chart;
}

/** So many points a series has: one for each row under the head. */
const pointsIn = ({ source }: PageChart): number => (rectOf(source)[0]?.rows ?? 1) - 1;

/** What a program without charts answers, said as what it is. */
function chartless(thrown: unknown): HostError {
  const trouble = troubleOf(thrown);
  if (trouble.code !== 'internal') return trouble;
  const message = '这里画不了图表，未作改动。请在电脑上的 Excel 中再试；“说明”里各节的图照样可看。';
  return new HostError('internal', message, trouble.detail);
}

/** A program without charts is found out before a sheet is made for them: a HostError is thrown. */
export async function askForCharts(
  context: Excel.RequestContext,
  charts: readonly PageChart[],
): Promise<void> {
  if (charts.length === 0) return;
  try {
    context.workbook.worksheets.getActiveWorksheet().charts.load('count');
    await context.sync();
  } catch (thrown) {
    throw chartless(thrown);
  }
}

/** Draws the charts of a sheet; where Excel cannot, a HostError is thrown. */
export async function drawCharts(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  charts: readonly PageChart[],
): Promise<void> {
  if (charts.length === 0) return;
  try {
    await drawn(context, sheet, charts);
  } catch (thrown) {
    throw chartless(thrown);
  }
}

/** Points exist once Excel has drawn their chart. */
async function drawn(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  charts: readonly PageChart[],
): Promise<void> {
  const placed = charts.filter((c) => parseAddress(c.from) && parseAddress(c.to));
  const all = placed.map((given) => ({ given, chart: draw(sheet, given) }));
  await context.sync();
  for (const { given, chart } of all) {
    const { points } = chart.series.getItemAt(0);
    const count = pointsIn(given);
    for (let i = 0; i < count; i += 1) {
      // The latest year is the darkest column; slices take the greys in turn.
      const grey = given.kind === 'columns' ? GREYS[i === count - 1 ? 0 : 1]! : GREYS[i % 6]!;
      points.getItemAt(i).format.fill.setSolidColor(grey);
    }
  }
  await context.sync();
}
