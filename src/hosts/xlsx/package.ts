// Parts and relations of an OOXML package. Knows paths; knows nothing of what the parts say.
import { refuse } from './refusal.ts';
import { decodeXml, Scanner } from './xml.ts';
import type { Zip } from './zip.ts';

/** 关系: what a part points to. */
export interface PartRelation {
  readonly id: string;
  /** Last step of its type: `worksheet`, `styles` … alike in transitional and strict files. */
  readonly kind: string;
  readonly target: string;
}

/** A target may be absolute or relative to the folder of its source. */
function resolveTarget(source: string, target: string): string {
  const steps = target.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/**
 * A part as text; undefined where the package has none of that path. Throws the refusal `damaged` where it is
 * no text.
 */
export function partText(zip: Zip, path: string): string | undefined {
  const part = zip.part(path);
  return part && decodeXml(part);
}

/**
 * 关系 of a part, or of the package by an empty path, without those that lead out of it; targets are paths from
 * the root of the package. None where nothing is related.
 */
export function relationsOf(zip: Zip, source: string): PartRelation[] {
  const cut = source.lastIndexOf('/') + 1;
  const text = partText(zip, `${source.slice(0, cut)}_rels/${source.slice(cut)}.rels`);
  const relations: PartRelation[] = [];
  if (text === undefined) return relations;
  const scan = new Scanner(text);
  scan.root();
  while (scan.child(1)) {
    const target = scan.attribute('Target');
    if (!scan.is('Relationship') || target === undefined) continue;
    if (scan.attribute('TargetMode') === 'External') continue;
    const kind = scan.attribute('Type')?.split('/').pop() ?? '';
    relations.push({
      id: scan.attribute('Id') ?? '',
      kind,
      target: resolveTarget(source, target),
    });
  }
  return relations;
}

/**
 * Path of the workbook itself. A document of another program has none: then the refusal `not-a-workbook` is
 * thrown, or `damaged` where it is named and missing.
 */
export function mainPart(zip: Zip): string {
  const related = relationsOf(zip, '').find((r) => r.kind === 'officeDocument')?.target;
  const path = related ?? 'xl/workbook.xml';
  if (path.endsWith('.bin')) {
    refuse(
      'not-a-workbook',
      '这是二进制工作簿（.xlsb），请在 Excel 中另存为 .xlsx 再体检；原文件未改动。',
    );
  }
  if (zip.find(path)) return path;
  return refuse(related ? 'damaged' : 'not-a-workbook');
}
