// Tables that only arrange the page: what stands in their cells is running text and tables again.
import type { FlowBlock, FlowCell } from './block.ts';

/** 嵌套的格: a cell with all that stands in it, in order. */
export interface NestedCell<S> extends Omit<FlowCell<S>, 'text'> {
  readonly blocks: readonly NestedBlock<S>[];
}
interface NestedTable<S> {
  readonly kind: 'table';
  readonly cells: readonly NestedCell<S>[];
}
/** 一段或一张表, which may hold further ones in its cells. */
export type NestedBlock<S> =
  | { readonly kind: 'text'; readonly text: string; readonly source: S }
  | NestedTable<S>;

const wordsOf = <S>({ blocks }: NestedCell<S>): string =>
  blocks.flatMap((b) => (b.kind === 'text' && b.text.trim() !== '' ? [b.text] : [])).join('\n');

const FIGURE = /^[-－]?\d[\d,]*(?:\.\d+)?%?$/;

/** 版式表格: it holds other tables and hardly a figure of its own, or is one cell around a page. */
function isFrame<S>({ cells }: NestedTable<S>): boolean {
  const holdsTables = cells.some((c) => c.blocks.some((b) => b.kind === 'table'));
  if (cells.length === 1) return holdsTables || wordsOf(cells[0]!).length > 200;
  if (!holdsTables) return false;
  return cells.filter((c) => FIGURE.test(wordsOf(c).trim())).length < 3;
}

/** Blocks in order, frames taken away; a table inside a cell follows the table it stands in. */
export function unframed<S>(blocks: readonly NestedBlock<S>[]): FlowBlock<S>[] {
  return blocks.flatMap((block): FlowBlock<S>[] => {
    if (block.kind === 'text') return [block];
    if (isFrame(block)) return block.cells.flatMap((c) => unframed(c.blocks));
    const own = block.cells.map(({ blocks: _, ...cell }, i) => ({
      ...cell,
      text: wordsOf(block.cells[i]!),
    }));
    const nested = block.cells.flatMap((c) => unframed(c.blocks.filter((b) => b.kind === 'table')));
    return [{ kind: 'table', cells: own }, ...nested];
  });
}
