// The looks of a sheet of ours: cells of one look are formatted together. Knows cells; no table.
import { parseAddress } from '../../facts/grid.ts';
import type { Look, Page, PageCell } from '../../facts/page.ts';
import { addressLists } from './areas.ts';

/** Every Chinese office machine has it, and printed forms are set in it. */
const FACE = '宋体';
const LINE = '#000000';
const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
const ALIGNED = { left: 'Left', center: 'Center', right: 'Right' } as const;
/** Points of a column as wide as so many characters. */
const points = (characters: number): number => (characters * 7 + 5) * 0.75;

const lookOf = ({ bold, size, horizontal, border, wrap, fill }: PageCell): Look => ({
  ...(bold && { bold }),
  ...(size !== undefined && { size }),
  ...(horizontal && { horizontal }),
  ...(border && { border }),
  ...(wrap && { wrap }),
  ...(fill !== undefined && { fill }),
});

function dress(areas: Excel.RangeAreas, look: Look): void {
  const { format } = areas;
  format.font.name = FACE;
  if (look.bold) format.font.bold = true;
  if (look.size !== undefined) format.font.size = look.size;
  if (look.horizontal) format.horizontalAlignment = ALIGNED[look.horizontal];
  if (look.horizontal || look.wrap) format.verticalAlignment = 'Center';
  if (look.wrap) format.wrapText = true;
  if (look.fill !== undefined) format.fill.color = `#${look.fill}`;
  if (!look.border) return;
  // Cell by cell: Excel refuses inner borders of areas that have no inside.
  for (const edge of EDGES) {
    const border = format.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = LINE;
  }
}

/** Widths, heights and looks of a sheet that has just been filled. */
export function applyLooks(sheet: Excel.Worksheet, page: Page): void {
  const groups = new Map<string, { look: Look; addresses: string[] }>();
  for (const cell of page.cells) {
    if (!parseAddress(cell.address)) continue;
    const look = lookOf(cell);
    const key = JSON.stringify(look);
    if (key === '{}') continue;
    const group = groups.get(key) ?? { look, addresses: [] };
    group.addresses.push(cell.address);
    groups.set(key, group);
  }
  for (const { look, addresses } of groups.values()) {
    for (const list of addressLists(addresses)) dress(sheet.getRanges(list), look);
  }
  for (const { first, count, size } of runsOf(page.widths ?? [])) {
    sheet.getRangeByIndexes(0, first, 1, count).format.columnWidth = points(size);
  }
  for (const { first, count, size } of runsOf(page.heights ?? [])) {
    sheet.getRangeByIndexes(first, 0, count, 1).format.rowHeight = size;
  }
}

/** Neighbours of one size together: a call for each row would be most of what a sheet costs. */
function runsOf(sizes: readonly (number | undefined)[]) {
  const runs: { first: number; count: number; size: number }[] = [];
  for (const [i, size] of sizes.entries()) {
    const last = runs.at(-1);
    if (size === undefined) continue;
    if (last && last.size === size && last.first + last.count === i) last.count += 1;
    else runs.push({ first: i, count: 1, size });
  }
  return runs;
}

const PAPER = 'A4';

/** One page wide on A4, the headings on every page. */
export function applyPrint(sheet: Excel.Worksheet, page: Page): void {
  if (page.landscape === undefined) return;
  const { pageLayout } = sheet;
  pageLayout.orientation = page.landscape ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = PAPER;
  pageLayout.centerHorizontally = true;
  pageLayout.zoom = { horizontalFitToPages: 1, ...(page.onePage && { verticalFitToPages: 1 }) };
  const [first, last] = page.repeated ?? [];
  if (first !== undefined && last !== undefined)
    pageLayout.setPrintTitleRows(`$${first + 1}:$${last + 1}`);
}
