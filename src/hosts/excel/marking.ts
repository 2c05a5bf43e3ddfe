// Marks as tagged conditional formats: an overlay that leaves the user's own formats alone, travels
// with the file and is found again by its formula, with nothing remembered.
import type { Mark, MarkReport } from '../port.ts';
import { HostError } from '../port.ts';
import { addressLists } from './areas.ts';
import { missingSheet } from './trouble.ts';

type Marked = Mark['verdict'];
interface Look {
  readonly fill: string;
  readonly line: string;
  readonly style: 'Continuous' | 'Dash' | 'Dot';
}
/** Light fills, dark text, borders of three kinds: told apart in black and white too. */
const LOOKS: Readonly<Record<Marked, Look>> = {
  broken: { fill: '#FDE7E9', line: '#B10E1C', style: 'Continuous' },
  rounding: { fill: '#FEF7E6', line: '#835B00', style: 'Dash' },
  unknown: { fill: '#F0F0F0', line: '#616161', style: 'Dot' },
};
const INK = '#242424';
const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
const tag = (verdict: Marked): string => `=LEN("Gouji#${verdict}")>0`;
const TAG = /^\s*=?\s*LEN\(\s*"Gouji#(?:broken|rounding|unknown)"\s*\)\s*>\s*0\s*$/i;

interface Ours {
  readonly sheet: Excel.Worksheet;
  readonly format: Excel.ConditionalFormat;
  readonly cells: number;
}

/** All marks of ours, on every sheet; three round trips however many there are. */
async function findOurs(context: Excel.RequestContext): Promise<Ours[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name,items/protection/protected');
  await context.sync();
  const listed = worksheets.items.map((sheet) => ({
    sheet,
    formats: sheet.getRange().conditionalFormats.load('items/id,items/type'),
  }));
  await context.sync();
  const custom = listed.flatMap(({ sheet, formats }) =>
    formats.items
      .filter((format) => format.type === 'Custom')
      .map((format) => ({
        sheet,
        format,
        rule: format.custom.rule.load('formula'),
        areas: format.getRanges().load('cellCount'),
      })),
  );
  if (custom.length > 0) await context.sync();
  return custom
    .filter(({ rule }) => TAG.test(rule.formula))
    .map(({ sheet, format, areas }) => ({ sheet, format, cells: areas.cellCount }));
}

function paint(sheet: Excel.Worksheet, verdict: Marked, addresses: readonly string[]): void {
  const { fill, line, style } = LOOKS[verdict];
  for (const list of addressLists(addresses)) {
    const { custom } = sheet.getRanges(list).conditionalFormats.add('Custom');
    custom.rule.formula = tag(verdict);
    custom.format.fill.color = fill;
    custom.format.font.color = INK;
    for (const edge of EDGES) {
      const border = custom.format.borders.getItem(edge);
      border.style = style;
      border.color = line;
    }
  }
}

export async function markCells(
  context: Excel.RequestContext,
  marks: readonly Mark[],
): Promise<MarkReport> {
  const ours = await findOurs(context);
  const sheets = new Map(context.workbook.worksheets.items.map((s) => [s.name, s]));
  const wanted = [...new Set(marks.map((m) => m.sheet))];
  for (const name of wanted) if (!sheets.has(name)) throw missingSheet(name);
  const refused = wanted.filter((name) => sheets.get(name)!.protection.protected);
  for (const { sheet, format } of ours) if (!sheet.protection.protected) format.delete();
  const placed = marks.filter((m) => !refused.includes(m.sheet));
  for (const name of wanted.filter((n) => !refused.includes(n))) {
    // The verdict that weighs most is added last: Excel puts the newest on top.
    for (const verdict of ['unknown', 'rounding', 'broken'] as const) {
      const own = placed.filter((m) => m.sheet === name && m.verdict === verdict);
      const addresses = own.map((m) => m.address.replaceAll('$', '').toUpperCase());
      if (own.length > 0) paint(sheets.get(name)!, verdict, addresses);
    }
  }
  await context.sync();
  return { marked: placed.length, refused };
}

export async function clearMarks(context: Excel.RequestContext): Promise<number> {
  const ours = await findOurs(context);
  const free = ours.filter(({ sheet }) => !sheet.protection.protected);
  for (const { format } of free) format.delete();
  if (free.length > 0) await context.sync();
  const kept = ours.filter(({ sheet }) => sheet.protection.protected);
  if (kept.length > 0) {
    const names = [...new Set(kept.map(({ sheet }) => `“${sheet.name}”`))].join('、');
    throw new HostError(
      'protected',
      `${names}受保护，其中的标记没有清除；请先撤销保护，再清除标记。其他工作表的标记已清除。`,
    );
  }
  return free.reduce((sum, { cells }) => sum + cells, 0);
}
