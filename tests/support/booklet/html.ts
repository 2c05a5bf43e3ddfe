// A workbook as a web page: every sheet as people save it, the lines above a table in paragraphs or in the
// table itself, cells merged as the sheet merges them.
import { cellAt, type Grid, type Snapshot } from '../../../src/facts/grid.ts';
import { shownText } from '../../../src/facts/shown.ts';

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replaceAll('\n', '<br>');

/** 表名, 编号, 部门, 单位, 年度. */
const LINE = /表(?:[（(].*[)）])?$|表\d*$|[：:]|^单位|年度|元[)）]?$|^$/;

/** Rows that hold a line of words and no table yet. */
export function linesAtHead({ rows, columns, ...grid }: Grid): number {
  let row = 0;
  for (; row < Math.min(rows, 6); row += 1) {
    const filled = (grid.cells[row] ?? []).filter((c) => c && c.value !== null && c.value !== '');
    if (filled.length > 2 || columns < 3) break;
    const texts = filled.map((c) => String(c!.value).replace(/\s/g, ''));
    if (!texts.every((t) => LINE.test(t))) break;
  }
  return row;
}

function tableHtml(grid: Grid, from: number): string {
  const covered = new Set<string>();
  const spans = new Map<string, string>();
  for (const m of grid.merges) {
    if (m.row < from) continue;
    for (let r = m.row; r < m.row + m.rows; r += 1)
      for (let c = m.column; c < m.column + m.columns; c += 1)
        if (r > m.row || c > m.column) covered.add(`${r},${c}`);
    const down = m.rows > 1 ? ` rowspan="${m.rows}"` : '';
    spans.set(`${m.row},${m.column}`, `${down}${m.columns > 1 ? ` colspan=${m.columns}` : ''}`);
  }
  const lines: string[] = [];
  for (let row = from; row < grid.rows; row += 1) {
    const cells: string[] = [];
    for (let column = 0; column < grid.columns; column += 1) {
      const key = `${row},${column}`;
      if (covered.has(key)) continue;
      const cell = cellAt(grid, row, column);
      cells.push(`<td${spans.get(key) ?? ''}>${cell ? escaped(shownText(cell)) : '&nbsp;'}</td>`);
    }
    lines.push(`<tr>${cells.join('')}</tr>`);
  }
  return `<table border="1"><tbody>${lines.join('\n')}</tbody></table>`;
}

function sheetHtml(grid: Grid, apart: boolean): string {
  const head = apart ? linesAtHead(grid) : 0;
  const lines = Array.from({ length: head }, (_, row) => {
    const cells = (grid.cells[row] ?? []).filter((c) => c && c.value !== null && c.value !== '');
    return `<p>${cells.map((c) => escaped(shownText(c!))).join('&emsp;&emsp;&emsp;&emsp;'.replaceAll('&emsp;', '\u3000'))}</p>`;
  });
  return `${lines.join('\n')}\n${tableHtml(grid, head)}`;
}

/** 网页 of a workbook and its text; hidden sheets are not published. */
export function webPage(
  { sheets }: Snapshot,
  text = '',
  { apart = true, framed = false }: { apart?: boolean; framed?: boolean } = {},
): string {
  const body = sheets
    .filter((s) => !s.hidden && s.rows > 0)
    .map((s) => sheetHtml(s, apart))
    .join('\n<hr>\n');
  const words = text
    .split('\n')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('\n');
  const all = `${body}\n${words}`;
  const inside = framed
    ? `<table width="100%"><tr><td>首页 &gt; 公开</td></tr><tr><td>${all}</td></tr></table>`
    : all;
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>决算公开</title><script>var a="1.00";</script></head><body>${inside}</body></html>`;
}
