// What a document says in order, whatever its format: paragraphs, and tables cell by cell. Types only.

/** 一格: what it says and how far it spans. `source` is where the document keeps it. */
export interface FlowCell<S> {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly text: string;
  readonly source: S;
}
/** 一段, and where the document keeps it. */
export interface FlowText<S> {
  readonly kind: 'text';
  readonly text: string;
  readonly source: S;
}
/** 一张表, its cells in order. */
export interface FlowTable<S> {
  readonly kind: 'table';
  readonly cells: readonly FlowCell<S>[];
}
/** 一段或一张表, in the order of the document. */
export type FlowBlock<S> = FlowText<S> | FlowTable<S>;
