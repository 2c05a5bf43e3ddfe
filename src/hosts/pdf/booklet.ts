// Pages put together: tables as sheets, the rest as text, and what could not be read told page by page.
// Knows the parts of the reader; knows no form and no sentence.
import type { Booklet, PageTrouble, SheetPlace } from '../../facts/booklet.ts';
import type { Grid } from '../../facts/grid.ts';
import { type Layout, pageLayout, withoutRunning } from './layout.ts';
import type { PdfPage } from './page.ts';
import { proseOf } from './prose.ts';
import { namer, sheetOf } from './sheets.ts';
import { pageItems } from './tables.ts';

/** From this share on a page is not read: what is left of it would mislead. */
const UNREADABLE = 0.02;

function troubleOf({ number, scanned, unmapped }: PdfPage): PageTrouble[] {
  if (scanned) {
    const message = `第${number}页是扫描的图片，里面没有文字，没有核对；请用 Word 原稿或文字版 PDF。`;
    return [{ code: 'scanned', page: number, message }];
  }
  if (unmapped > UNREADABLE) {
    const message = `第${number}页的字体没有带上文字编码，读不出文字，没有核对；请用 Word 或 WPS 重新导出 PDF，或用 Word 原稿。`;
    return [{ code: 'unreadable-font', page: number, message }];
  }
  return [];
}

/** 一册 from its pages. */
export function bookletOf(
  pages: readonly PdfPage[],
  name: string,
  limits: { readonly cells: number },
): Booklet {
  const troubles = pages.flatMap(troubleOf);
  const closed = new Set(troubles.map((t) => t.page));
  const readable = pages.filter((p) => !closed.has(p.number));
  const layouts: Layout[] = [];
  for (const page of readable) layouts.push(pageLayout(page, limits.cells, layouts.at(-1)));
  const items = pageItems(withoutRunning(layouts));
  const prose = proseOf(items);
  const nameFor = namer();
  const grids: Grid[] = [];
  const sheets: SheetPlace[] = [];
  let table = 0;
  for (const item of items) {
    if (item.kind !== 'table') continue;
    const placed = sheetOf(item.table, nameFor, limits.cells);
    const at = prose.tables[table]!;
    table += 1;
    if (!placed) continue;
    grids.push(placed.grid);
    sheets.push({ at, page: placed.page, cells: placed.cells });
  }
  return {
    kind: 'pdf',
    snapshot: { name, sheets: grids },
    text: prose.text,
    broken: false,
    sheets,
    runs: prose.runs,
    pages: pages.flatMap(({ part, width, height }) => (part ? [] : [{ width, height }])),
    troubles,
  };
}
