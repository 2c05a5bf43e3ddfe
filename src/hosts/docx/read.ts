// A Word document as plain text: paragraphs, rows of tables and numbered headings of word/document.xml.
// Knows the tags of running text; sizes are capped before anything is inflated, as for workbooks.
import type { Inflate } from '../xlsx/inflate.ts';
import { LIMITS, type Limits } from '../xlsx/limits.ts';
import { relationsOf, textOf } from '../xlsx/package.ts';
import { refuse } from '../xlsx/refusal.ts';
import { Scanner } from '../xlsx/xml.ts';
import { Zip } from '../xlsx/zip.ts';
import { type Numbering, numberingIn } from './numbering.ts';

const DAMAGED = '这个 Word 文件已损坏，无法读取，请在 Word 中打开并另存一份再核对；原文件未改动。';
const NOT_WORD = '这不是 Word 文档（.docx），请在 Word 中另存为 .docx 再核对；原文件未改动。';

interface Paragraph {
  text: string;
  style: string;
  level: number | undefined;
  list: string | undefined;
}

class Reader {
  readonly #scan: Scanner;
  readonly #lines: string[] = [];
  readonly #numbering: Numbering;

  constructor(xml: string, numbering: Numbering) {
    this.#scan = new Scanner(xml);
    this.#numbering = numbering;
  }

  read(): string {
    const scan = this.#scan;
    if (scan.root() !== 'document') refuse('damaged', DAMAGED);
    while (scan.child(1)) if (scan.is('body')) this.#body(2);
    return this.#lines.join('\n');
  }

  #body(depth: number): void {
    const scan = this.#scan;
    while (scan.child(depth)) {
      if (scan.is('p')) this.#lines.push(this.#paragraph(scan.depth));
      else if (scan.is('tbl')) this.#table(scan.depth);
      else if (scan.is('sdt') || scan.is('sdtContent') || scan.is('customXml'))
        this.#body(scan.depth);
    }
  }

  #table(depth: number): void {
    const scan = this.#scan;
    while (scan.child(depth)) {
      if (scan.is('sdt') || scan.is('sdtContent')) this.#table(scan.depth);
      if (scan.is('tr')) this.#lines.push(this.#row(scan.depth));
    }
  }

  #row(depth: number): string {
    const scan = this.#scan;
    const cells: string[] = [];
    while (scan.child(depth)) {
      if (!scan.is('tc')) continue;
      const inner = scan.depth;
      const parts: string[] = [];
      while (scan.child(inner)) {
        if (scan.is('p')) parts.push(this.#paragraph(scan.depth));
        else if (scan.is('tbl')) this.#table(scan.depth);
      }
      cells.push(parts.join(''));
    }
    return cells.join('\t');
  }

  #paragraph(depth: number): string {
    const found: Paragraph = { text: '', style: '', level: undefined, list: undefined };
    this.#runs(depth, found);
    return `${this.#numbering.next(found.list, found.level, found.style)}${found.text}`;
  }

  #runs(depth: number, into: Paragraph): void {
    const scan = this.#scan;
    while (scan.child(depth)) {
      if (scan.is('t')) into.text += scan.content();
      else if (scan.is('tab')) into.text += '\t';
      else if (scan.is('br') || scan.is('cr')) into.text += '\n';
      else if (scan.is('noBreakHyphen')) into.text += '-';
      else if (scan.is('pStyle')) into.style = scan.attribute('val', true) ?? '';
      else if (scan.is('ilvl')) into.level = Number(scan.attribute('val', true) ?? 0);
      else if (scan.is('numId')) into.list = scan.attribute('val', true);
      // What was struck out, fields' codes and drawings are not text; tracked insertions are.
      else if (!/^(?:del|instrText|drawing|pict|object|rPr|Fallback|tabs|footnote)/.test(scan.name))
        this.#runs(scan.depth, into);
    }
  }
}

/** 文稿正文 of a .docx; what stands in the way is thrown as a Refusal. */
export function readDocx(bytes: Uint8Array, limits: Limits = LIMITS, inflate?: Inflate): string {
  if (bytes.length > limits.fileBytes) refuse('too-large');
  const zip = new Zip(bytes, limits, inflate);
  const related = relationsOf(zip, '').find((r) => r.kind === 'officeDocument')?.target;
  const path = related ?? 'word/document.xml';
  const xml = textOf(zip, path);
  if (xml === undefined || !path.endsWith('.xml')) return refuse('damaged', NOT_WORD);
  if (!/<(?:\w+:)?document[\s>]/.test(xml.slice(0, 4096))) return refuse('damaged', NOT_WORD);
  const parts = relationsOf(zip, path);
  const part = (kind: string): string | undefined => {
    const target = parts.find((r) => r.kind === kind)?.target;
    return target && textOf(zip, target);
  };
  return new Reader(xml, numberingIn(part('numbering'), part('styles'))).read();
}
