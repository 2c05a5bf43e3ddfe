// A Word document as a booklet: cells merged down and across, tables in cells, text between tables.
import type { Booklet } from '../../facts/booklet.ts';
import { type Flowed, flowed } from '../booklet/flow.ts';
import { type NestedBlock, type NestedCell, unframed } from '../booklet/frames.ts';
import type { Inflate } from '../xlsx/inflate.ts';
import { LIMITS, type Limits } from '../xlsx/limits.ts';
import { readWord, type WordDocument } from './read.ts';
import type { WordBlock, WordCell, WordParagraph, WordTable } from './word.ts';

/** Where a paragraph or a cell is kept; undefined for an empty frame. */
export type WordSource = WordParagraph | undefined;

/** The paragraph a cell's words stand in. */
function paragraphOf({ blocks }: WordCell): WordSource {
  const own = blocks.filter((b): b is WordParagraph => b.kind === 'paragraph');
  return own.find((p) => p.text.trim() !== '') ?? own[0];
}

function nestedTable({ rows }: WordTable): NestedBlock<WordSource> {
  const cells: NestedCell<WordSource>[] = [];
  /** By column: which of `cells` is open downwards. */
  const open = new Map<number, number>();
  rows.forEach((row, r) => {
    for (const cell of row) {
      const above = cell.below ? open.get(cell.column) : undefined;
      const upper = above === undefined ? undefined : cells[above]!;
      if (upper && upper.row + upper.rows === r) {
        const blocks = [...upper.blocks, ...cell.blocks.flatMap(nested)];
        cells[above!] = { ...upper, rows: upper.rows + 1, blocks };
        continue;
      }
      open.set(cell.column, cells.length);
      const { column, columns } = cell;
      const blocks = cell.blocks.flatMap(nested);
      cells.push({ row: r, column, rows: 1, columns, blocks, source: paragraphOf(cell) });
    }
  });
  return { kind: 'table', cells };
}

/** A paragraph may hold several lines. */
function nested(block: WordBlock): NestedBlock<WordSource>[] {
  if (block.kind === 'table') return [nestedTable(block)];
  return [{ kind: 'text', text: block.text, source: block }];
}

/** Word 文档成册, with where each paragraph and cell is kept. */
export function flowOfWord({ body, beside }: WordDocument, limits: Limits): Flowed<WordSource> {
  const last = beside.map((text) => ({ kind: 'text' as const, text, source: undefined }));
  return flowed([...unframed(body.flatMap(nested)), ...last], limits.cells);
}

/** A booklet without pages. */
export const unpaged = (kind: 'docx' | 'html', from: Flowed<unknown>): Booklet => ({
  kind,
  snapshot: from.snapshot,
  text: from.text,
  broken: false,
  sheets: from.sheets,
  runs: [],
  pages: [],
  troubles: [],
});

/** 打开 .docx 成册; what stands in the way is thrown as a Refusal. */
export function readDocxBooklet(
  bytes: Uint8Array,
  limits: Limits = LIMITS,
  inflate?: Inflate,
): Booklet {
  return unpaged('docx', flowOfWord(readWord(bytes, limits, inflate), limits));
}
