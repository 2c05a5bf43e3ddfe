// An .xlsx or .xlsm package as a Snapshot. Knows where things stand; the parts read themselves.

import type { Grid, Snapshot } from '../../facts/grid.ts';
import { OWN_NAMESPACE } from '../../facts/own-part.ts';
import { mainPart, type PartRelation, partText, relationsOf } from './package.ts';
import { refuse } from './refusal.ts';
import { type Shared, SheetReader } from './sheet.ts';
import { readStrings } from './strings.ts';
import { readFormats } from './styles.ts';
import { Scanner } from './xml.ts';
import type { Zip } from './zip.ts';

/** 工作表条目: a sheet as the workbook lists it; no path for charts and dialogs. */
export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly path?: string;
}

/**
 * 工作表 in the order of their tabs, charts and dialogs among them. Throws the refusal `damaged` or
 * `not-a-workbook`.
 */
export function listSheets(
  zip: Zip,
  main: string,
  related: readonly PartRelation[] = relationsOf(zip, main),
): SheetEntry[] {
  const relations = new Map(related.map((r) => [r.id, r]));
  const scan = new Scanner(partText(zip, main) ?? refuse('damaged'));
  if (scan.root() !== 'workbook') refuse('not-a-workbook');
  const sheets: SheetEntry[] = [];
  while (scan.child(1)) {
    if (!scan.is('sheets')) continue;
    while (scan.child(2)) {
      if (!scan.is('sheet')) continue;
      const state = scan.attribute('state');
      const relation = relations.get(scan.attribute('id', true) ?? '');
      sheets.push({
        name: scan.attribute('name') ?? '',
        hidden: state === 'hidden' || state === 'veryHidden',
        ...(relation?.kind === 'worksheet' && { path: relation.target }),
      });
    }
  }
  return sheets;
}

/** Paths of our parts, wherever the writing program numbered them. */
export function ownPartPaths(zip: Zip): string[] {
  const parts: string[] = [];
  for (const entry of zip.entries) {
    if (!/^customXml\/[^/]+\.xml$/i.test(entry.name) || /itemProps\d*\.xml$/i.test(entry.name)) {
      continue;
    }
    const text = partText(zip, entry.name)!;
    if (!text.includes(OWN_NAMESPACE)) continue;
    const scan = new Scanner(text);
    scan.root();
    const tag = text.slice(scan.tagStart, scan.tagEnd);
    const prefix = /^<([^\s:/>]+):/.exec(tag)?.[1];
    if (scan.attribute(prefix ? `xmlns:${prefix}` : 'xmlns') === OWN_NAMESPACE)
      parts.push(entry.name);
  }
  return parts;
}

/**
 * The package as a snapshot, charts and dialogs left out. Throws a refusal where a part is damaged or too
 * large.
 */
export function workbookIn(zip: Zip, name: string): Snapshot {
  const main = mainPart(zip);
  const relations = relationsOf(zip, main);
  const target = (kind: string) => relations.find((r) => r.kind === kind)?.target;
  const strings = target('sharedStrings');
  const styles = target('styles');
  const stringText = strings && partText(zip, strings);
  const styleText = styles && partText(zip, styles);
  const shared: Shared = {
    strings: stringText ? readStrings(stringText) : [],
    formats: styleText ? readFormats(styleText) : [],
    limits: zip.limits,
    cells: 0,
    formulaText: 0,
  };
  const entries = listSheets(zip, main, relations);
  if (entries.length === 0) refuse('damaged');
  if (entries.length > zip.limits.sheets) refuse('too-large');
  const sheets: Grid[] = [];
  for (const entry of entries) {
    if (entry.path === undefined) continue;
    const text = partText(zip, entry.path) ?? refuse('damaged');
    sheets.push(new SheetReader(entry.name, entry.hidden, shared).read(text));
  }
  const parts = ownPartPaths(zip).map((path) => partText(zip, path)!);
  return { name, sheets, ...(parts.length > 0 && { parts }) };
}
