// 批注 in a workbook: notes at cells, as every Excel and WPS shows them. Only the sheets noted, their relations and
// notes change; a cell that has a note of the user's own keeps it.
import { parseAddress } from '../../facts/grid.ts';
import { AUTHOR } from '../own-copy.ts';
import { appended, escapeXml, PackageChanges } from './changes.ts';
import { mainPart, type PartRelation, relationsOf } from './package.ts';
import { refuse } from './refusal.ts';
import { listSheets } from './workbook.ts';
import { isTrue, Scanner } from './xml.ts';
import { Zip } from './zip.ts';

/** 单元格批注. */
interface Note {
  readonly sheet: string;
  readonly address: string;
  readonly says: string;
}

const SPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const COMMENTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const VML = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** A part that holds nothing but notes of ours. */
export const isOwnNote = (path: string): boolean => /\/goujiNotes\d+\.(?:xml|vml)$/.test(path);

const shape = ({ address, says }: Note, id: number): string => {
  const { row, column } = parseAddress(address) ?? refuse('internal');
  const lines = Math.min(14, Math.ceil(says.length / 16) + 2);
  const anchor = [column + 1, 12, Math.max(0, row - 1), 8, column + 5, 8, row + lines - 1, 4];
  return (
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#fde7e9" o:insetmode="auto">` +
    '<v:fill color2="#fde7e9"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor.join(', ')}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
};

const drawing = (shapes: string): string =>
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
  `${shapes}</xml>`;

const commentOf = ({ address, says }: Note, author: number): string =>
  `<comment ref="${address}" authorId="${author}"><text><t xml:space="preserve">${escapeXml(says)}</t></text></comment>`;

/** What stands behind the drawing of notes in a worksheet. */
const AFTER =
  /<(?:\w+:)?(?:legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b/;

function withLegacyDrawing(xml: string, id: string): string {
  const prefix = /<((?:\w+:)?)worksheet\b/.exec(xml)?.[1] ?? '';
  const element = `<${prefix}legacyDrawing xmlns:r="${RELATIONS}" r:id="${id}"/>`;
  // Only what follows the cells: their words may look like anything.
  const cells = Math.max(xml.lastIndexOf('</sheetData>'), xml.lastIndexOf(':sheetData>'), 0);
  const found = xml.slice(cells).search(AFTER);
  const at = found < 0 ? xml.lastIndexOf('</') : cells + found;
  return xml.slice(0, at) + element + xml.slice(at);
}

function isProtected(xml: string): boolean {
  const scan = new Scanner(xml);
  scan.root();
  while (scan.child(1))
    if (scan.is('sheetProtection') && isTrue(scan.attribute('sheet'))) return true;
  return false;
}

const addressesIn = (comments: string): Set<string> =>
  new Set(
    [...comments.matchAll(/<(?:\w+:)?comment\s[^<>]*?\bref="([A-Z]+\d+)"/g)].map((m) => m[1]!),
  );

/** Notes behind those that a sheet has; the index of our author among theirs. */
function withComments(known: string, notes: readonly Note[]): string {
  const authors = [...known.matchAll(/<author[\s>/]/g)].length;
  const named = known.includes('<authors/>')
    ? known.replace('<authors/>', `<authors><author>${AUTHOR}</author></authors>`)
    : known.replace('</authors>', `<author>${AUTHOR}</author></authors>`);
  const list = notes.map((n) => commentOf(n, authors)).join('');
  return named.includes('<commentList/>')
    ? named.replace('<commentList/>', `<commentList>${list}</commentList>`)
    : named.replace('</commentList>', `${list}</commentList>`);
}

interface Sheet {
  readonly path: string;
  readonly number: number;
  readonly relations: readonly PartRelation[];
}

function putShapes(
  changes: PackageChanges,
  { path, number, relations }: Sheet,
  shapes: string,
): void {
  const own = relations.find((r) => r.kind === 'vmlDrawing');
  const xml = changes.text(path) ?? refuse('damaged');
  if (own && xml.includes('legacyDrawing')) {
    changes.set(own.target, appended(changes.text(own.target) ?? refuse('damaged'), shapes));
    return;
  }
  const target = `xl/drawings/goujiNotes${number}.vml`;
  changes.set(target, drawing(shapes));
  changes.ending('vml', VML);
  changes.set(path, withLegacyDrawing(xml, changes.relate(path, 'vmlDrawing', target)));
}

function noteSheet(changes: PackageChanges, sheet: Sheet, notes: readonly Note[]): number {
  const existing = sheet.relations.find((r) => r.kind === 'comments')?.target;
  const known = existing === undefined ? undefined : changes.text(existing);
  const taken = known === undefined ? new Set<string>() : addressesIn(known);
  const own = notes.filter((n) => !taken.has(n.address));
  if (own.length === 0) return 0;
  if (known !== undefined && existing !== undefined) {
    if (!/<authors\/?>/.test(known)) return 0;
    changes.set(existing, withComments(known, own));
  } else {
    const list = own.map((n) => commentOf(n, 0)).join('');
    const xml = `<comments xmlns="${SPACE}"><authors><author>${AUTHOR}</author></authors><commentList>${list}</commentList></comments>`;
    const path = `xl/goujiNotes${sheet.number}.xml`;
    changes.add(path, COMMENTS, xml);
    changes.relate(sheet.path, 'comments', path);
  }
  const shapes = own.map((n, i) => shape(n, 60_000 + sheet.number * 1000 + i)).join('');
  putShapes(changes, sheet, shapes);
  return own.length;
}

/** Several notes at one cell are one. */
function joined(notes: readonly Note[]): Note[] {
  const byCell = new Map<string, Note>();
  for (const note of notes) {
    const key = `${note.sheet}!${note.address}`;
    const known = byCell.get(key);
    byCell.set(key, known ? { ...known, says: `${known.says}\n${note.says}` } : note);
  }
  return [...byCell.values()];
}

/** 带批注的副本 of a workbook; protected sheets stay untouched. */
export function notedCopy(bytes: Uint8Array, notes: readonly Note[]): Uint8Array {
  const zip = new Zip(bytes);
  const changes = new PackageChanges(zip);
  const all = joined(notes);
  let count = 0;
  listSheets(zip, mainPart(zip)).forEach(({ name, path }, i) => {
    const own = all.filter((n) => n.sheet === name);
    if (own.length === 0 || path === undefined) return;
    const xml = changes.text(path);
    if (xml === undefined || isProtected(xml)) return;
    count += noteSheet(changes, { path, number: i + 1, relations: relationsOf(zip, path) }, own);
  });
  return count === 0 ? bytes : changes.bytes();
}
