// Word files written by hand: paragraphs, runs, tables, and the parts a document needs.
import { strToU8, zipSync } from 'fflate';

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
