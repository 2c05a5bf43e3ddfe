// Word files written by hand: paragraphs, runs, tables, and the parts a document needs.
import { strToU8, zipSync } from 'fflate';
import { cellAt, type Grid } from '../../../src/facts/grid.ts';
import { shownText } from '../../../src/facts/shown.ts';
import { linesAtHead } from './html.ts';

export const SPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

export const run = (text: string, look = ''): string =>
  `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (inner: string): string => `<w:p>${inner}</w:p>`;
export const cell = (text: string, look = ''): string =>
  `<w:tc><w:tcPr>${look}</w:tcPr>${paragraph(text ? run(text) : '')}</w:tc>`;
export const row = (cells: string, look = ''): string =>
  `<w:tr>${look && `<w:trPr>${look}</w:trPr>`}${cells}</w:tr>`;
export const table = (rows: string): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows}</w:tbl>`;

/** A package with this body. */
export function wordFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const rels = (list: string) =>
    strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`,
    );
  const content = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const);
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
    ),
    '_rels/.rels': rels(
      `<Relationship Id="r1" Type="${TYPE}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/_rels/document.xml.rels': rels(''),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${SPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ),
    ...Object.fromEntries(content),
  });
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replaceAll('\n', '</w:t><w:br/><w:t>');

/** One row of a sheet: a merged area begins in its first row and goes on below. */
function sheetRow(grid: Grid, at: number): string {
  const cells: string[] = [];
  for (let column = 0; column < grid.columns; ) {
    const area = grid.merges.find((m) => m.row <= at && at < m.row + m.rows && m.column === column);
    const span = area && area.columns > 1 ? `<w:gridSpan w:val="${area.columns}"/>` : '';
    const begins = area && area.row === at ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
    const own = area && area.row !== at ? undefined : cellAt(grid, at, column);
    const down = area && area.rows > 1 ? begins : '';
    cells.push(cell(own ? escaped(shownText(own)) : '', span + down));
    column += area?.columns ?? 1;
  }
  return row(cells.join(''));
}

/** 一册 as one Word file: every sheet as a table, the lines over it in paragraphs, then the text or before it. */
export function wordBooklet(sheets: readonly Grid[], text: string, before: boolean): Uint8Array {
  const words = text.split('\n').map((line) => paragraph(run(escaped(line))));
  const tables = sheets
    .filter((s) => !s.hidden && s.rows > 0)
    .flatMap((grid) => {
      const head = linesAtHead(grid);
      const lines = Array.from({ length: head }, (_, at) => {
        const own = (grid.cells[at] ?? []).filter((c) => c && c.value !== null && c.value !== '');
        return paragraph(run(own.map((c) => escaped(shownText(c!))).join('\t')));
      });
      const rows = Array.from({ length: grid.rows - head }, (_, i) => sheetRow(grid, head + i));
      return [...lines, table(rows.join('')), paragraph('')];
    });
  return wordFile((before ? [...words, ...tables] : [...tables, ...words]).join(''));
}
