// A Word document as plain text: paragraphs, rows of tables, numbered headings and text boxes of
// word/document.xml, then notes and headers.
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

const NO_TEXT = /^(?:del|moveFrom|instrText|rPr|Fallback|tabs|footnote|endnote)/;
/** Parts beside the body whose words count; footers only hold numbers of pages. */
const BESIDE = ['footnotes', 'endnotes', 'header'];

interface Paragraph {
  text: string;
  style: string;
  level: number | undefined;
  list: string | undefined;
}

class Reader {
  readonly #scan: Scanner;
  #lines: string[] = [];
  /** Text boxes anchored in the paragraph being read: they follow it. */
  #boxed: string[] = [];
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

  /** 页眉, 脚注, 尾注: paragraphs of a part beside the body. */
  readBeside(): string[] {
    const scan = this.#scan;
    const root = scan.root();
    if (root === 'hdr') this.#body(1);
    else
      while (scan.child(1)) {
        // What only draws the line above the notes has a type.
        if (scan.attribute('type', true) === undefined) this.#body(2);
      }
    return this.#lines.filter((line) => line.trim() !== '');
  }

  #line(text: string): void {
    this.#lines.push(text, ...this.#boxed);
    this.#boxed = [];
  }

  #body(depth: number): void {
    const scan = this.#scan;
    while (scan.child(depth)) {
      if (scan.is('p')) this.#line(this.#paragraph(scan.depth));
      else if (scan.is('tbl')) this.#table(scan.depth);
      else if (scan.is('sdt') || scan.is('sdtContent') || scan.is('customXml'))
        this.#body(scan.depth);
    }
  }

  #table(depth: number): void {
    const scan = this.#scan;
    while (scan.child(depth)) {
      if (scan.is('sdt') || scan.is('sdtContent')) this.#table(scan.depth);
      if (scan.is('tr')) this.#line(this.#row(scan.depth));
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
      else if (/^(?:drawing|pict|object)$/.test(scan.name)) this.#boxes(scan.depth);
      // What was struck out or moved away and fields' codes are not text; tracked insertions are.
      else if (!NO_TEXT.test(scan.name)) this.#runs(scan.depth, into);
    }
  }

  /** Text boxes of a drawing; the rest of it is no text. */
  #boxes(depth: number): void {
    const scan = this.#scan;
    while (scan.child(depth)) {
      if (scan.is('txbxContent')) {
        const around = { lines: this.#lines, boxed: this.#boxed };
        this.#lines = [];
        this.#boxed = [];
        this.#body(scan.depth);
        this.#boxed = [...around.boxed, ...this.#lines, ...this.#boxed];
        this.#lines = around.lines;
      } else if (!scan.is('Fallback')) this.#boxes(scan.depth);
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
  const numbering = numberingIn(part('numbering'), part('styles'));
  const body = new Reader(xml, numbering).read();
  const beside = parts
    .filter((r) => BESIDE.includes(r.kind))
    .flatMap((r) => {
      const own = textOf(zip, r.target);
      return own === undefined ? [] : new Reader(own, numbering).readBeside();
    });
  // Headers repeat from part to part.
  return [body, ...new Set(beside)].join('\n');
}
