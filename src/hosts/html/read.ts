// A saved web page as a booklet: its tables and its text in order. Knows the elements of a page; the parser is a
// kept one. Pages are read as they are: no script runs, nothing is fetched.
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Booklet } from '../../facts/booklet.ts';
import { flowed } from '../booklet/flow.ts';
import { type NestedBlock, type NestedCell, unframed } from '../booklet/frames.ts';
import { unpaged } from '../docx/flow.ts';
import { LIMITS, type Limits } from '../xlsx/limits.ts';
import { refuse } from '../xlsx/refusal.ts';
import { decodeHtml } from './encoding.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const SILENT = new Set(
  'script style head title noscript template iframe object embed svg math select option button input textarea nav audio video canvas map'.split(
    ' ',
  ),
);
const BLOCK = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);
const WIDEST = 1000;
const TALLEST = 20_000;
/** So many tags may stand open at once in the source. */
const MOST_OPEN = 5000;
/** Deeper than any page people write: parsers make such trees of hostile files only. */
const DEEPEST = 400;

const isElement = (node: Node): node is Element => 'tagName' in node;
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((a) => a.name === name)?.value;

const isHidden = (element: Element): boolean =>
  attribute(element, 'hidden') !== undefined ||
  /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style') ?? '');

/** Set beside each other with room of their own: cells of a row drawn without a table. */
const isApart = (element: Element): boolean =>
  /display\s*:\s*(?:inline-(?:block|flex)|table-cell)|float\s*:\s*(?:left|right)/i.test(
    attribute(element, 'style') ?? '',
  );

/** Blanks of the source are one blank, as a browser shows them. */
const folded = (text: string): string => text.replace(/[ \t\r\n\f]+/g, ' ');

/** A line without the narrow blanks around it; wide ones are its own. */
function inked(line: string): string {
  let [from, to] = [0, line.length];
  while (line[from] === ' ') from += 1;
  while (to > from && line[to - 1] === ' ') to -= 1;
  return line.slice(from, to);
}

class PageReader {
  #blocks: NestedBlock<undefined>[] = [];
  #line = '';
  #cells = 0;

  constructor(readonly most: number) {}

  read(root: { readonly childNodes: readonly Node[] }): NestedBlock<undefined>[] {
    for (const node of root.childNodes) this.#node(node, 0, false);
    this.#end();
    return this.#blocks;
  }

  #end(): void {
    const text = this.#line.trim();
    this.#line = '';
    for (const line of text.split('\n').map(inked)) {
      if (line.trim() !== '') this.#blocks.push({ kind: 'text', text: line, source: undefined });
    }
  }

  #gap(): void {
    if (this.#line !== '' && !this.#line.endsWith(' ')) this.#line += ' ';
  }

  #node(node: Node, depth: number, asTyped: boolean): void {
    if (depth > DEEPEST) refuse('refused');
    if (node.nodeName === '#text') {
      const { value } = node as DefaultTreeAdapterTypes.TextNode;
      this.#line += asTyped ? value : folded(value);
      return;
    }
    if (!isElement(node) || SILENT.has(node.tagName) || isHidden(node)) return;
    if (node.tagName === 'br') this.#line += '\n';
    else if (node.tagName === 'table') this.#table(node, depth);
    else {
      const block = BLOCK.has(node.tagName);
      if (block) this.#end();
      const apart = !block && isApart(node);
      if (apart) this.#gap();
      for (const child of node.childNodes)
        this.#node(child, depth + 1, asTyped || node.tagName === 'pre');
      if (apart) this.#gap();
      if (block) this.#end();
    }
  }

  /** What stands in a cell, apart from the blocks around it. */
  #inside(element: Element, depth: number): NestedBlock<undefined>[] {
    const around = { blocks: this.#blocks, line: this.#line };
    this.#blocks = [];
    this.#line = '';
    for (const child of element.childNodes) this.#node(child, depth + 1, false);
    this.#end();
    const own = this.#blocks;
    this.#blocks = around.blocks;
    this.#line = around.line;
    return own;
  }

  #rows(element: Element, depth: number, rows: Element[], captions: Element[]): void {
    if (depth > DEEPEST) refuse('refused');
    for (const child of element.childNodes) {
      if (!isElement(child) || isHidden(child)) continue;
      if (child.tagName === 'tr') rows.push(child);
      else if (child.tagName === 'caption') captions.push(child);
      else if (/^t(?:head|body|foot)$/.test(child.tagName))
        this.#rows(child, depth + 1, rows, captions);
    }
    if (rows.length > TALLEST) refuse('too-large');
  }

  #table(table: Element, depth: number): void {
    this.#end();
    const rows: Element[] = [];
    const captions: Element[] = [];
    this.#rows(table, depth, rows, captions);
    for (const caption of captions) this.#blocks.push(...this.#inside(caption, depth + 1));
    const cells: NestedCell<undefined>[] = [];
    /** Rows still covered from above, by column. */
    const covered: number[] = [];
    rows.forEach((row, r) => {
      let column = 0;
      for (const cell of row.childNodes) {
        if (!isElement(cell) || !/^t[dh]$/.test(cell.tagName) || isHidden(cell)) continue;
        while ((covered[column] ?? 0) > r) column += 1;
        const columns = spanOf(cell, 'colspan', WIDEST);
        const down = spanOf(cell, 'rowspan', rows.length - r) || rows.length - r;
        if (column + columns > WIDEST) refuse('too-large');
        this.#cells += columns;
        if (this.#cells > this.most) refuse('too-large');
        const blocks = this.#inside(cell, depth + 2);
        cells.push({ row: r, column, rows: down, columns, blocks, source: undefined });
        for (let c = column; c < column + columns; c += 1) covered[c] = r + down;
        column += columns;
      }
    });
    this.#blocks.push({ kind: 'table', cells });
  }
}

/** A span as written; `rowspan="0"` means to the end. */
function spanOf(cell: Element, name: 'colspan' | 'rowspan', most: number): number {
  const text = attribute(cell, name)?.trim() ?? '';
  if (!/^\d{1,9}$/.test(text)) return 1;
  const span = Number(text);
  return Math.min(name === 'colspan' ? Math.max(span, 1) : span, most);
}

/** Tags opened and not closed nest without end; the parser's own work grows with their square. */
function refuseTooDeep(html: string): void {
  let depth = 0;
  for (const m of html.matchAll(/<(\/?)(?:table|div|span|font|b|i|u|a|ul|ol|center|section)\b/gi)) {
    depth += m[1] ? -1 : 1;
    if (depth > MOST_OPEN) refuse('refused');
  }
}

/** 打开网页成册; what stands in the way is thrown as a Refusal. */
export function readHtmlBooklet(bytes: Uint8Array, limits: Limits = LIMITS): Booklet {
  if (bytes.length > limits.fileBytes / 2) refuse('too-large');
  const html = decodeHtml(bytes);
  refuseTooDeep(html);
  const blocks = new PageReader(limits.cells).read(parse(html));
  return unpaged('html', flowed(unframed(blocks), limits.cells));
}
