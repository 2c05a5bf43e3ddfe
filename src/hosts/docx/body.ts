// The body of a Word document in order: paragraphs with the runs their words stand in, and tables cell by
// cell. Tracked changes are resolved: what was inserted counts, what was struck out or moved away does not.
// Knows the tags of running text and tables; knows no package.
import { refuse } from '../xlsx/refusal.ts';
import { Scanner, whole } from '../xlsx/xml.ts';
import type { Numbering } from './numbering.ts';
import type { RunPiece, WordBlock, WordCell, WordParagraph, WordTable } from './word.ts';

/** Instructions of fields, what was struck out or moved away, phonetic guides, and what is no text. */
const NO_TEXT = /^(?:del|moveFrom|instrText|Fallback|tabs|footnote|endnote|rt$)/;
const WIDEST = 1000;

interface OpenParagraph {
  text: string;
  pieces: RunPiece[];
  style: string;
  level: number | undefined;
  list: string | undefined;
  content: number;
  /** Its mark was struck out: it goes on in the next one. */
  runsOn: boolean;
}

const isOff = (value: string | undefined): boolean =>
  value === '0' || value === 'false' || value === 'off';

/**
 * 正文读取器: one part, once. Throws the refusal `damaged` where the part is no document, `too-large` where its
 * tables are.
 */
export class BodyReader {
  readonly #scan: Scanner;
  readonly #numbering: Numbering;
  #blocks: WordBlock[] = [];
  /** Text boxes anchored in the paragraph being read: they follow it. */
  #boxed: WordBlock[] = [];
  #inBox = 0;
  #cells = 0;

  constructor(
    xml: string,
    numbering: Numbering,
    readonly most: number,
  ) {
    this.#scan = new Scanner(xml);
    this.#numbering = numbering;
  }

  /** 正文. */
  document(damaged: string): WordBlock[] {
    const scan = this.#scan;
    if (scan.root() !== 'document') refuse('damaged', damaged);
    while (scan.child(1)) if (scan.is('body')) this.#body(2);
    return this.#blocks;
  }

  /** 页眉, 脚注, 尾注. */
  beside(): WordBlock[] {
    const scan = this.#scan;
    const root = scan.root();
    if (root === 'hdr') this.#body(1);
    else
      while (scan.child(1)) {
        // What only draws the line above the notes has a type.
        if (scan.attribute('type', true) === undefined) this.#body(2);
      }
    return this.#blocks;
  }

  #put(block: WordBlock): void {
    const last = this.#blocks.at(-1);
    const joins = last?.kind === 'paragraph' && this.#runningOn.has(last);
    if (joins && block.kind === 'paragraph')
      this.#blocks[this.#blocks.length - 1] = this.#joined(last, block);
    else this.#blocks.push(block);
    this.#blocks.push(...this.#boxed);
    this.#boxed = [];
  }

  readonly #runningOn = new Set<WordParagraph>();

  #joined(one: WordParagraph, other: WordParagraph): WordParagraph {
    const at = one.text.length;
    const moved = other.pieces.map((p) => ({ ...p, at: p.at + at }));
    const joined = { ...one, text: one.text + other.text, pieces: [...one.pieces, ...moved] };
    if (this.#runningOn.has(other)) this.#runningOn.add(joined);
    return joined;
  }

  #body(depth: number): void {
    const scan = this.#scan;
    while (scan.child(depth)) {
      if (scan.is('p')) this.#put(this.#paragraph(scan.depth));
      else if (scan.is('tbl')) this.#put(this.#table(scan.depth));
      else if (/^(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(scan.name)) this.#body(scan.depth);
    }
  }

  #table(depth: number): WordTable {
    const rows: WordCell[][] = [];
    this.#rows(depth, rows);
    return { kind: 'table', rows };
  }

  #rows(depth: number, rows: WordCell[][]): void {
    const scan = this.#scan;
    while (scan.child(depth)) {
      if (/^(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(scan.name)) this.#rows(scan.depth, rows);
      if (!scan.is('tr')) continue;
      const row = { cells: [] as WordCell[], column: 0, struck: false };
      this.#row(scan.depth, row);
      if (!row.struck) rows.push(row.cells);
    }
  }

  #row(depth: number, row: { cells: WordCell[]; column: number; struck: boolean }): void {
    const scan = this.#scan;
    while (scan.child(depth)) {
      if (/^(?:sdt|sdtContent|customXml)$/.test(scan.name)) this.#row(scan.depth, row);
      else if (scan.is('trPr')) {
        const inner = scan.depth;
        while (scan.child(inner)) {
          if (scan.is('gridBefore')) row.column += whole(scan.attribute('val', true)) ?? 0;
          if (scan.is('del')) row.struck = true;
        }
      } else if (scan.is('tc')) {
        const cell = this.#cell(scan.depth, row.column);
        if (cell === undefined) continue;
        this.#cells += 1;
        if (this.#cells > this.most || row.column > WIDEST) refuse('too-large');
        row.column += cell.columns;
        const last = row.cells.at(-1);
        if (cell.beside && last)
          row.cells[row.cells.length - 1] = { ...last, columns: last.columns + cell.columns };
        else row.cells.push(cell);
      }
    }
  }

  /** Undefined for a cell that was struck out. */
  #cell(depth: number, column: number): (WordCell & { beside: boolean }) | undefined {
    const scan = this.#scan;
    const around = { blocks: this.#blocks, boxed: this.#boxed };
    this.#blocks = [];
    this.#boxed = [];
    const found = { columns: 1, below: false, beside: false, struck: false };
    while (scan.child(depth)) {
      if (scan.is('tcPr')) this.#cellLook(scan.depth, found);
      else if (scan.is('p')) this.#put(this.#paragraph(scan.depth));
      else if (scan.is('tbl')) this.#put(this.#table(scan.depth));
      else if (/^(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(scan.name)) this.#body(scan.depth);
    }
    const { struck, ...look } = found;
    const cell = { column, ...look, blocks: this.#blocks };
    this.#blocks = around.blocks;
    this.#boxed = around.boxed;
    return struck ? undefined : cell;
  }

  #cellLook(
    depth: number,
    into: { columns: number; below: boolean; beside: boolean; struck: boolean },
  ): void {
    const scan = this.#scan;
    while (scan.child(depth)) {
      const value = scan.attribute('val', true);
      if (scan.is('gridSpan')) into.columns = Math.max(1, whole(value) ?? 1);
      else if (scan.is('vMerge')) into.below = value !== 'restart';
      else if (scan.is('hMerge')) into.beside = value !== 'restart';
      else if (scan.is('cellDel')) into.struck = true;
    }
    if (into.columns > WIDEST) refuse('too-large');
  }

  #paragraph(depth: number): WordParagraph {
    const scan = this.#scan;
    const tag = { start: scan.tagStart, end: scan.tagEnd, empty: scan.empty };
    const found: OpenParagraph = {
      text: '',
      pieces: [],
      style: '',
      level: undefined,
      list: undefined,
      content: scan.tagEnd,
      runsOn: false,
    };
    this.#inline(depth, found, undefined);
    const number = this.#numbering.next(found.list, found.level, found.style);
    const moved = found.pieces.map((p) => ({ ...p, at: p.at + number.length }));
    const paragraph: WordParagraph = {
      kind: 'paragraph',
      text: number + found.text,
      pieces: number === '' ? found.pieces : moved,
      tag,
      content: found.content,
      boxed: this.#inBox > 0,
    };
    if (found.runsOn) this.#runningOn.add(paragraph);
    return paragraph;
  }

  /** Style, list and mark of a paragraph. */
  #paragraphLook(depth: number, into: OpenParagraph): void {
    const scan = this.#scan;
    while (scan.child(depth)) {
      if (scan.is('pStyle')) into.style = scan.attribute('val', true) ?? '';
      else if (scan.is('ilvl')) into.level = Number(scan.attribute('val', true) ?? 0);
      else if (scan.is('numId')) into.list = scan.attribute('val', true);
      else if (scan.is('del')) into.runsOn = true;
      else if (scan.is('numPr') || scan.is('rPr')) this.#paragraphLook(scan.depth, into);
    }
  }

  #inline(
    depth: number,
    into: OpenParagraph,
    run: { start: number; end: number } | undefined,
  ): void {
    const scan = this.#scan;
    while (scan.child(depth)) {
      if (scan.is('r')) this.#run(into);
      else if (scan.is('pPr')) {
        this.#paragraphLook(scan.depth, into);
        into.content = scan.tagEnd;
      } else if (scan.is('t')) {
        const from = scan.tagEnd;
        const text = scan.content();
        if (run)
          into.pieces.push({
            at: into.text.length,
            length: text.length,
            from,
            to: scan.tagStart,
            run,
          });
        into.text += text;
      } else if (scan.is('tab')) this.#sign('\t', into, run);
      else if (scan.is('br') || scan.is('cr')) this.#sign('\n', into, run);
      else if (scan.is('noBreakHyphen')) this.#sign('-', into, run);
      else if (/^(?:drawing|pict|object)$/.test(scan.name)) this.#boxes(scan.depth);
      else if (!NO_TEXT.test(scan.name) && !scan.is('rPr')) this.#inline(scan.depth, into, run);
    }
  }

  #sign(sign: string, into: OpenParagraph, run: RunPiece['run'] | undefined): void {
    const { tagStart: from, tagEnd: to } = this.#scan;
    if (run) into.pieces.push({ at: into.text.length, length: sign.length, from, to, run });
    into.text += sign;
  }

  /** A run; one that is hidden is not printed and says nothing. */
  #run(into: OpenParagraph): void {
    const scan = this.#scan;
    const run = { start: scan.tagStart, end: scan.tagEnd };
    const { depth } = scan;
    const before = { text: into.text, pieces: into.pieces.length };
    const hidden = this.#isHidden(run.end);
    this.#inline(depth, into, run);
    run.end = scan.tagEnd;
    if (!hidden) return;
    into.text = before.text;
    into.pieces.length = before.pieces;
  }

  /** `w:vanish` among the properties at the head of a run. */
  #isHidden(at: number): boolean {
    const { text } = this.#scan;
    if (!text.startsWith('<w:rPr>', at)) return false;
    const look = text.slice(at, text.indexOf('</w:rPr>', at));
    const vanish = /<w:vanish(?:\s+w:val="(\w+)")?\s*\/>/.exec(look);
    return vanish !== null && !isOff(vanish[1]);
  }

  /** Text boxes of a drawing; the rest of it is no text. */
  #boxes(depth: number): void {
    const scan = this.#scan;
    while (scan.child(depth)) {
      if (scan.is('txbxContent')) {
        const around = { blocks: this.#blocks, boxed: this.#boxed };
        this.#blocks = [];
        this.#boxed = [];
        this.#inBox += 1;
        this.#body(scan.depth);
        this.#inBox -= 1;
        this.#boxed = [...around.boxed, ...this.#blocks, ...this.#boxed];
        this.#blocks = around.blocks;
      } else if (!scan.is('Fallback')) this.#boxes(scan.depth);
    }
  }
}
