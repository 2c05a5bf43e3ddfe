// A Word document in memory: paragraphs with the runs their words stand in, tables cell by cell. Types only.

/** 片段: characters of a paragraph that stand in one element of a run. */
export interface RunPiece {
  /** Offset into the paragraph's text. */
  readonly at: number;
  readonly length: number;
  /** Offsets into the part: between the tags of a `w:t`, or the element that stands for a character. */
  readonly from: number;
  readonly to: number;
  /** The run, from its first sign to its last. */
  readonly run: { readonly start: number; readonly end: number };
}

/** 段落; its offsets lead into the part, but those of a piece into the text. */
export interface WordParagraph {
  readonly kind: 'paragraph';
  /** With the number that Word prints before it. */
  readonly text: string;
  readonly pieces: readonly RunPiece[];
  /** Where its tag begins and ends, and where its content begins. */
  readonly tag: { readonly start: number; readonly end: number; readonly empty: boolean };
  readonly content: number;
  /** Stands in a text box: nothing can be anchored there. */
  readonly boxed: boolean;
}

/** 表格单元 from a zero-based column on, so many columns wide. */
export interface WordCell {
  readonly column: number;
  readonly columns: number;
  /** Goes on from the cell above. */
  readonly below: boolean;
  readonly blocks: readonly WordBlock[];
}

/** 表格: rows of cells that begin in them. */
export interface WordTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly WordCell[])[];
}

/** 一段或一张表 as Word keeps it. */
export type WordBlock = WordParagraph | WordTable;
