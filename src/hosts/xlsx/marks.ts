// Marks in a copy of a file: conditional formats found again by their formula. All parts but the
// marked sheets and the styles stay as they are, byte for byte; clearing brings those back too.
import { addressOf, parseAddress } from '../../facts/grid.ts';
import type { Mark, MarkReport } from '../port.ts';
import { mainPart, relationsOf } from './package.ts';
import { refuse } from './refusal.ts';
import { elementSpan, splice, textBytes, textPart, without, type XmlSpan } from './surgery.ts';
import { listSheets } from './workbook.ts';
import { isTrue, Scanner, whole } from './xml.ts';
import { Zip } from './zip.ts';

type Marked = Mark['verdict'];
const VERDICTS: readonly Marked[] = ['broken', 'rounding', 'unknown'];
const TAG = /^\s*=?\s*LEN\(\s*"Gouji#(?:broken|rounding|unknown|light)"\s*\)\s*>\s*0\s*$/i;
/** Cells in one `sqref`; more go into another. */
const MOST_CELLS = 1000;

/** Light fills with borders of three kinds, told apart in black and white too. */
const LOOKS: Readonly<Record<Marked, { fill: string; line: string; border: string }>> = {
  broken: { fill: 'FFFDE7E9', line: 'FFB10E1C', border: 'thin' },
  rounding: { fill: 'FFFEF7E6', line: 'FF835B00', border: 'dashed' },
  unknown: { fill: 'FFF0F0F0', line: 'FF616161', border: 'dotted' },
};

function look(verdict: Marked, p: string): string {
  const { fill, line, border } = LOOKS[verdict];
  const sides = ['left', 'right', 'top', 'bottom']
    .map((s) => `<${p}${s} style="${border}"><${p}color rgb="${line}"/></${p}${s}>`)
    .join('');
  return (
    `<${p}dxf><${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${fill}"/>` +
    `<${p}bgColor rgb="${fill}"/></${p}patternFill></${p}fill>` +
    `<${p}border>${sides}</${p}border></${p}dxf>`
  );
}
const looks = (prefix: string): string => VERDICTS.map((v) => look(v, prefix)).join('');

const prefixOf = (scan: Scanner): string =>
  /^<([^\s:/>]+:)/.exec(scan.text.slice(scan.tagStart, scan.tagEnd))?.[1] ?? '';

/** What stands before conditional formats in a worksheet. */
const BEFORE = new Set(
  (
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection ' +
    'protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells ' +
    'phoneticPr conditionalFormatting'
  ).split(' '),
);

interface Place {
  readonly at: number;
  readonly priority: number;
  readonly prefix: string;
}
/** Undefined for a protected sheet, which is never touched. */
function placeIn(text: string): Place | undefined {
  const scan = new Scanner(text);
  scan.root();
  const prefix = prefixOf(scan);
  if (scan.empty) refuse('damaged');
  let at = scan.tagEnd;
  let priority = 0;
  while (scan.child(1)) {
    const known = BEFORE.has(scan.name);
    if (scan.is('sheetProtection') && isTrue(scan.attribute('sheet'))) return undefined;
    if (scan.is('conditionalFormatting')) {
      while (scan.child(2)) {
        priority = Math.max(priority, whole(scan.attribute('priority')) ?? 0);
      }
      at = scan.tagEnd;
    } else {
      const { end } = elementSpan(scan);
      if (known) at = end;
    }
  }
  return { at, priority, prefix };
}

function plainAddress(address: string): string {
  const at = parseAddress(address);
  return at ? addressOf(at) : refuse('internal');
}

function formats(marks: readonly Mark[], place: Place, firstLook: number): string {
  const p = place.prefix;
  let { priority } = place;
  let out = '';
  VERDICTS.forEach((verdict, i) => {
    const own = marks.filter((m) => m.verdict === verdict);
    const cells = [...new Set(own.map((m) => plainAddress(m.address)))];
    for (let from = 0; from < cells.length; from += MOST_CELLS) {
      const area = cells.slice(from, from + MOST_CELLS).join(' ');
      priority++;
      out +=
        `<${p}conditionalFormatting sqref="${area}"><${p}cfRule type="expression" ` +
        `dxfId="${firstLook + i}" priority="${priority}"><${p}formula>` +
        `LEN("Gouji#${verdict}")&gt;0</${p}formula></${p}cfRule></${p}conditionalFormatting>`;
    }
  });
  return out;
}

interface Looks {
  readonly span: XmlSpan;
  readonly count: number;
  readonly prefix: string;
  /** Where new ones go when the workbook has none. */
  readonly after: number;
}
const BEFORE_LOOKS = new Set(
  'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles'.split(' '),
);
function findLooks(text: string): Looks {
  const scan = new Scanner(text);
  scan.root();
  const prefix = prefixOf(scan);
  let after = scan.tagEnd;
  let span: XmlSpan | undefined;
  let count = 0;
  while (scan.child(1)) {
    const { name, tagStart: start } = scan;
    if (name === 'dxfs') {
      while (scan.child(2)) if (scan.is('dxf')) count++;
      span = { start, end: scan.tagEnd };
    } else {
      const { end } = elementSpan(scan);
      if (BEFORE_LOOKS.has(name)) after = end;
    }
  }
  return { span: span ?? { start: after, end: after }, count, prefix, after };
}

const COUNT = /(\scount\s*=\s*["'])(\d+)(["'])/;
const recount = (tag: string, by: number): string =>
  tag.replace(COUNT, (_, a: string, n: string, b: string) => a + (Number.parseInt(n, 10) + by) + b);

/** An empty list is kept in a comment, so that clearing can put back its very spelling. */
function withLooks(text: string): { text: string; first: number } {
  const { span, count, prefix: p } = findLooks(text);
  const list = text.slice(span.start, span.end);
  const ours = looks(p);
  if (count === 0) {
    const kept = list && !list.includes('--') ? `<!--Gouji#${list}-->` : '';
    const whole = `<${p}dxfs count="${VERDICTS.length}">${kept}${ours}</${p}dxfs>`;
    return { text: splice(text, span, whole), first: 0 };
  }
  const close = list.lastIndexOf('</');
  const grown = list.slice(0, close) + ours + list.slice(close);
  const head = grown.indexOf('>') + 1;
  const counted = recount(grown.slice(0, head), VERDICTS.length) + grown.slice(head);
  return { text: splice(text, span, counted), first: count };
}

function withoutLooks(text: string): string {
  const { span, prefix } = findLooks(text);
  const list = text.slice(span.start, span.end);
  const ours = looks(prefix);
  const at = list.lastIndexOf(ours);
  // Elsewhere than at the end they carry numbers others count on; unused, they show nothing.
  if (at < 0 || !list.slice(at + ours.length).startsWith('</')) return text;
  const rest = list.slice(0, at) + list.slice(at + ours.length);
  const empty = /^<[^<>]*dxfs[^<>]*>(?:<!--Gouji#([\s\S]*)-->)?<\/[^<>]*>$/.exec(rest);
  if (empty) return splice(text, span, empty[1] ?? '');
  const head = rest.indexOf('>') + 1;
  return splice(text, span, recount(rest.slice(0, head), -VERDICTS.length) + rest.slice(head));
}

/** The spans of our rules, and of whole formats where nothing else stands in them. */
function ourSpans(text: string): XmlSpan[] {
  const scan = new Scanner(text);
  scan.root();
  const spans: XmlSpan[] = [];
  while (scan.child(1)) {
    if (!scan.is('conditionalFormatting')) continue;
    const start = scan.tagStart;
    const rules: XmlSpan[] = [];
    let others = 0;
    while (scan.child(2)) {
      const from = scan.tagStart;
      let ours = false;
      while (scan.child(3)) if (scan.is('formula') && TAG.test(scan.content())) ours = true;
      if (ours) rules.push({ start: from, end: scan.tagEnd });
      else others++;
    }
    if (rules.length > 0 && others === 0) spans.push({ start, end: scan.tagEnd });
    else spans.push(...rules);
  }
  return spans;
}

interface Parts {
  readonly sheets: ReadonlyMap<string, string>;
  readonly styles: string | undefined;
}
function partsOf(zip: Zip): Parts {
  const main = mainPart(zip);
  const sheets = new Map<string, string>();
  for (const sheet of listSheets(zip, main)) {
    const entry = sheet.path === undefined ? undefined : zip.find(sheet.path);
    if (entry) sheets.set(sheet.name, entry.name);
  }
  const styles = relationsOf(zip, main).find((r) => r.kind === 'styles')?.target;
  return { sheets, styles: styles === undefined ? undefined : zip.find(styles)?.name };
}

/** 清除标记: the same bytes come back when there is nothing of ours. */
export function clearMarks(bytes: Uint8Array): Uint8Array {
  const zip = new Zip(bytes);
  const { sheets, styles } = partsOf(zip);
  const changed = new Map<string, Uint8Array>();
  for (const path of sheets.values()) {
    const text = textPart(zip, path);
    if (!text.includes('Gouji#')) continue;
    const spans = ourSpans(text);
    if (spans.length === 0) continue;
    changed.set(path, textBytes(without(text, spans)));
  }
  if (styles !== undefined) {
    const text = textPart(zip, styles);
    const rest = withoutLooks(text);
    if (rest !== text) changed.set(styles, textBytes(rest));
  }
  return changed.size === 0 ? bytes : zip.replaced(changed);
}

/** How many cells bear a mark of ours. */
export function countMarks(bytes: Uint8Array): number {
  const zip = new Zip(bytes);
  let cells = 0;
  for (const path of partsOf(zip).sheets.values()) {
    const text = textPart(zip, path);
    if (!text.includes('Gouji#')) continue;
    for (const { start, end } of ourSpans(text)) {
      const area = /\ssqref\s*=\s*["']([^"']*)["']/.exec(text.slice(start, end))?.[1] ?? '';
      cells += Math.max(1, area.split(' ').filter(Boolean).length);
    }
  }
  return cells;
}

/**
 * 标记副本: puts these marks in place of all earlier ones; protected sheets, and marks of sheets that are not
 * there, are left out. Throws the refusal `refused` where the package has no styles.
 */
export function markCopy(bytes: Uint8Array, marks: readonly Mark[]): Uint8Array {
  const zip = new Zip(clearMarks(bytes));
  const { sheets, styles } = partsOf(zip);
  if (marks.length === 0) return zip.bytes;
  if (styles === undefined) {
    return refuse('refused', '文件没有样式信息，无法标记，请在 Excel 中另存后再试；原文件未改动。');
  }
  const styled = withLooks(textPart(zip, styles));
  const changed = new Map<string, Uint8Array>();
  for (const [name, path] of sheets) {
    const own = marks.filter((m) => m.sheet === name);
    if (own.length === 0) continue;
    const text = textPart(zip, path);
    const place = placeIn(text);
    if (!place) continue;
    const put = formats(own, place, styled.first);
    changed.set(path, textBytes(splice(text, { start: place.at, end: place.at }, put)));
  }
  if (changed.size === 0) return zip.bytes;
  return zip.replaced(changed.set(styles, textBytes(styled.text)));
}

/** What `markCopy` does with these marks: how many it sets, which sheets it must leave alone. */
export function markReport(bytes: Uint8Array, marks: readonly Mark[]): MarkReport {
  const zip = new Zip(bytes);
  const { sheets } = partsOf(zip);
  const refused = [...new Set(marks.map((m) => m.sheet))].filter((name) => {
    const path = sheets.get(name);
    return path === undefined || placeIn(textPart(zip, path)) === undefined;
  });
  return { marked: marks.filter((m) => !refused.includes(m.sheet)).length, refused };
}
