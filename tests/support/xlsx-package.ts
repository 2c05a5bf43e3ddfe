// Builds xlsx packages part by part, to hold what no well-behaved program writes.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { partFor } from '../../src/facts/own-part.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface RawSheet {
  readonly name: string;
  readonly state?: string;
  /** Everything inside `worksheet`. */
  readonly xml: string;
}
export interface RawPackage {
  readonly sheets: readonly RawSheet[];
  /** Everything inside `sst`. */
  readonly strings?: string;
  /** Everything inside `styleSheet`. */
  readonly styles?: string;
  readonly prefix?: string;
  readonly others?: Readonly<Record<string, string | Uint8Array>>;
  readonly absolute?: boolean;
}

export const rowsXml = (cells: string): string =>
  `<sheetData><row r="1">${cells}</row></sheetData>`;

const PLAIN_STYLES =
  '<fonts count="1"><font><sz val="11"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0"/></cellXfs>';

export function rawParts(given: RawPackage): Record<string, Uint8Array> {
  const p = given.prefix ?? '';
  const xmlns = p ? `xmlns:${p.slice(0, -1)}` : 'xmlns';
  const folder = given.absolute ? '/xl/' : '';
  const doc = (name: string, inner: string) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${p}${name} ${xmlns}="${MAIN}" xmlns:r="${RELATIONS}">${inner}</${p}${name}>`;
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const relations = (inner: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const listed = given.sheets.map(
    (s, i) =>
      `<${p}sheet name="${s.name}" sheetId="${i + 1}"${s.state ? ` state="${s.state}"` : ''} r:id="s${i + 1}"/>`,
  );
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
      '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>' +
      '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>' +
      given.sheets
        .map(
          (_, i) =>
            `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
        )
        .join('') +
      '</Types>',
    '_rels/.rels': relations(relation('r1', 'officeDocument', '/xl/workbook.xml')),
    'xl/workbook.xml': doc('workbook', `<${p}sheets>${listed.join('')}</${p}sheets>`),
    'xl/_rels/workbook.xml.rels': relations(
      given.sheets
        .map((_, i) => relation(`s${i + 1}`, 'worksheet', `${folder}worksheets/sheet${i + 1}.xml`))
        .join('') +
        relation('t', 'styles', `${folder}styles.xml`) +
        relation('u', 'sharedStrings', `${folder}sharedStrings.xml`),
    ),
    'xl/styles.xml': doc('styleSheet', given.styles ?? PLAIN_STYLES),
    'xl/sharedStrings.xml': doc('sst', given.strings ?? ''),
    ...given.others,
  };
  given.sheets.forEach((s, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = doc('worksheet', s.xml);
  });
  return Object.fromEntries(
    Object.entries(parts).map(([k, v]) => [k, typeof v === 'string' ? strToU8(v) : v]),
  );
}

export const rawWorkbook = (given: RawPackage): Uint8Array => zipSync(rawParts(given));

/** A compound file of one directory sector with these streams, all empty. */
export function compoundFile(streams: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 * 4);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  for (let i = 0; i < 109; i++) view.setUint32(76 + 4 * i, i === 0 ? 0 : 0xffffffff, true);
  for (let i = 0; i < 128; i++) view.setUint32(512 + 4 * i, 0xffffffff, true);
  view.setUint32(512, 0xfffffffd, true);
  view.setUint32(516, 0xfffffffe, true);
  ['Root Entry', ...streams].forEach((name, k) => {
    const at = 1024 + 128 * k;
    for (let i = 0; i < name.length; i++) view.setUint16(at + 2 * i, name.charCodeAt(i), true);
    view.setUint16(at + 64, 2 * name.length + 2, true);
    view.setUint8(at + 66, k === 0 ? 5 : 2);
  });
  return bytes;
}

/** A workbook with a custom XML part of ours that holds this JSON, as Excel writes it. */
export function withPart(bytes: Uint8Array, json: string): Uint8Array {
  const parts = unzipSync(bytes);
  const relations = 'xl/_rels/workbook.xml.rels';
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml';
  parts['customXml/item7.xml'] = strToU8(partFor(json));
  parts[relations] = strToU8(
    strFromU8(parts[relations]!).replace(
      '</Relationships>',
      `<Relationship Id="rId777" Type="${type}" Target="../customXml/item7.xml"/></Relationships>`,
    ),
  );
  return zipSync(parts);
}
