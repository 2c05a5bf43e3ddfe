// 公开前清理: a copy of a workbook without anything of ours: marks, our custom XML part, report sheets, and
// our functions as values or as Excel's own formulas. All other parts stay byte for byte.
import { clearMarks, countMarks } from './marks.ts';
import { namesOurFunction, nativeFormula } from './native.ts';
import { isOwnNote } from './notes.ts';
import { mainPart, relationsOf } from './package.ts';
import { refuse } from './refusal.ts';
import { elementSpan, splice, textBytes, textPart, without, type XmlSpan } from './surgery.ts';
import { listSheets, ownPartPaths } from './workbook.ts';
import { Scanner } from './xml.ts';
import { Zip } from './zip.ts';

/** What becomes of formulas that call our functions. */
export type FunctionsTo = 'kept' | 'values' | 'formulas';

/** 清理结果: the copy, and what was taken out of it. */
export interface Cleaned {
  readonly bytes: Uint8Array;
  readonly marks: number;
  /** 出错说明 and whatever else of ours travelled in the file. */
  readonly parts: number;
  readonly sheets: readonly string[];
  /** Formulas that became values, or Excel's own. */
  readonly changed: number;
  /** Formulas that still call our functions. */
  readonly left: number;
}

/** Spans of the elements, that many levels down, of which something is true. */
function elements(
  text: string,
  path: readonly string[],
  wanted: (s: Scanner) => boolean,
): XmlSpan[] {
  const scan = new Scanner(text);
  scan.root();
  const spans: XmlSpan[] = [];
  const walk = (depth: number) => {
    while (scan.child(depth)) {
      if (!scan.is(path[depth - 1]!)) continue;
      if (depth < path.length) walk(depth + 1);
      else if (wanted(scan)) spans.push(elementSpan(scan));
    }
  };
  walk(1);
  return spans;
}

/** Parts that go, and parts that are written anew. */
class Surgery {
  readonly changed = new Map<string, Uint8Array>();
  readonly dropped = new Set<string>();
  constructor(readonly zip: Zip) {}

  edit(path: string, change: (text: string) => string): void {
    const name = this.zip.find(path)?.name;
    if (name === undefined) return;
    const known = this.changed.get(name);
    const text = known ? new TextDecoder().decode(known) : textPart(this.zip, name);
    const next = change(text);
    if (next !== text) this.changed.set(name, textBytes(next));
  }

  /** Takes a part out with its own relations, and every word of it in the package. */
  drop(path: string, source: string): void {
    const cut = path.lastIndexOf('/') + 1;
    for (const name of [path, `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`]) {
      const entry = this.zip.find(name);
      if (entry) this.dropped.add(entry.name);
    }
    const relations = relationsOf(this.zip, source).filter((r) => r.target === path);
    const ids = new Set(relations.map((r) => r.id));
    const at = source.lastIndexOf('/') + 1;
    this.edit(`${source.slice(0, at)}_rels/${source.slice(at)}.rels`, (text) =>
      without(
        text,
        elements(text, ['Relationship'], (s) => ids.has(s.attribute('Id') ?? '')),
      ),
    );
    this.edit('[Content_Types].xml', (text) =>
      without(
        text,
        elements(text, ['Override'], (s) => s.attribute('PartName') === `/${path}`),
      ),
    );
  }

  bytes(): Uint8Array {
    if (this.changed.size === 0 && this.dropped.size === 0) return this.zip.bytes;
    for (const name of this.dropped) this.changed.delete(name);
    return this.zip.replaced(this.changed, this.dropped);
  }
}

function dropOwnParts(surgery: Surgery, main: string): number {
  const paths = ownPartPaths(surgery.zip);
  for (const path of paths) {
    for (const { target } of relationsOf(surgery.zip, path)) surgery.drop(target, path);
    surgery.drop(path, main);
  }
  return paths.length;
}

/** 批注 of a copy with notes: parts of ours, and where the sheet points to them. */
function dropOwnNotes(surgery: Surgery, sheet: string): void {
  const own = relationsOf(surgery.zip, sheet).filter((r) => isOwnNote(r.target));
  for (const { id, target } of own) {
    surgery.edit(sheet, (text) =>
      without(
        text,
        elements(text, ['legacyDrawing'], (s) => s.attribute('id', true) === id),
      ),
    );
    surgery.drop(target, sheet);
  }
}

/** Defined names of a sheet that goes are dropped; those of sheets behind it move up. */
function renumbered(text: string, gone: number): string {
  const own = elements(
    text,
    ['definedNames', 'definedName'],
    (s) => s.attribute('localSheetId') === String(gone),
  );
  return without(text, own)
    .replace(/(\slocalSheetId=")(\d+)(")/g, (whole, a: string, n: string, b: string) =>
      Number(n) > gone ? `${a}${Number(n) - 1}${b}` : whole,
    )
    .replace(/(\s(?:activeTab|firstSheet)=")(\d+)(")/g, (whole, a: string, n: string, b: string) =>
      Number(n) >= gone && Number(n) > 0 ? `${a}${Number(n) - 1}${b}` : whole,
    )
    .replace(/<((?:\w+:)?definedNames)[^<>]*>\s*<\/\1>/, '');
}

function dropSheets(surgery: Surgery, main: string, names: readonly string[]): string[] {
  const gone: string[] = [];
  for (const name of names) {
    const listed = listSheets(surgery.zip, main).filter((s) => !gone.includes(s.name));
    const index = listed.findIndex((s) => s.name === name);
    const path = listed[index]?.path;
    // A workbook without any sheet cannot be opened.
    if (path === undefined || listed.length === 1) continue;
    surgery.edit(main, (text) => {
      const spans = elements(text, ['sheets', 'sheet'], (s) => s.attribute('name') === name);
      return renumbered(without(text, spans), index);
    });
    surgery.drop(path, main);
    gone.push(name);
  }
  return gone;
}

interface Functions {
  readonly text: string;
  readonly changed: number;
  readonly left: number;
}

/** Formulas of a sheet that call us: as values, as Excel's own where there is one, or only counted. */
function withoutFunctions(text: string, to: FunctionsTo): Functions {
  const scan = new Scanner(text);
  scan.root();
  const shared = new Set<string>();
  const found: { span: XmlSpan; formula: string; alone: boolean; head: string }[] = [];
  while (scan.child(1)) {
    if (!scan.is('sheetData')) continue;
    while (scan.child(2)) {
      while (scan.child(3)) {
        while (scan.child(4)) {
          if (!scan.is('f')) continue;
          const start = scan.tagStart;
          const head = text.slice(start, scan.tagEnd);
          const group = scan.attribute('t') === 'shared' ? (scan.attribute('si') ?? '') : undefined;
          const alone = scan.attribute('t') === undefined;
          const formula = scan.content();
          const ours = namesOurFunction(formula);
          if (ours && group !== undefined) shared.add(group);
          if (ours || (group !== undefined && shared.has(group)))
            found.push({ span: { start, end: scan.tagEnd }, formula, alone, head });
        }
      }
    }
  }
  if (to === 'kept') return { text, changed: 0, left: found.length };
  const next = found.reduceRight((rest, { span, formula, alone, head }) => {
    const native = to === 'formulas' && alone ? nativeFormula(formula) : undefined;
    if (native === undefined) return splice(rest, span, '');
    const name = /^<([^\s/>]+)/.exec(head)![1];
    const escaped = native.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    return splice(rest, span, `${head}${escaped}</${name}>`);
  }, text);
  return { text: next, changed: found.length, left: 0 };
}

/**
 * 公开前清理 of a package; `reports` are the names of the sheets that are ours. Throws a refusal where it cannot
 * be read or nothing would be left; the bytes given stay as they are.
 */
export function cleaned(bytes: Uint8Array, reports: readonly string[], to: FunctionsTo): Cleaned {
  const marks = countMarks(bytes);
  const surgery = new Surgery(new Zip(clearMarks(bytes)));
  const main = mainPart(surgery.zip);
  const parts = dropOwnParts(surgery, main);
  let changed = 0;
  let left = 0;
  for (const sheet of listSheets(surgery.zip, main)) {
    if (sheet.path === undefined || reports.includes(sheet.name)) continue;
    dropOwnNotes(surgery, sheet.path);
    surgery.edit(sheet.path, (text) => {
      const done = withoutFunctions(text, to);
      changed += done.changed;
      left += done.left;
      return done.text;
    });
  }
  const sheets = dropSheets(surgery, main, reports);
  // The order of calculation names cells that hold no formula any more; Excel makes it anew.
  const chain = relationsOf(surgery.zip, main).find((r) => r.kind === 'calcChain')?.target;
  if (chain !== undefined && (changed > 0 || sheets.length > 0)) surgery.drop(chain, main);
  const result = surgery.bytes();
  if (result.length === 0) refuse('internal');
  return { bytes: result, marks, parts, sheets, changed, left };
}
