// How much a file may ask of us. Generous for disclosures, far below what would stall a machine.

/** 读取上限: what is beyond refuses the file, a sheet of too many cells apart. */
export interface Limits {
  readonly fileBytes: number;
  readonly entries: number;
  /** Bytes of one part, and of all parts read, after inflation. */
  readonly partBytes: number;
  readonly totalBytes: number;
  /** Inflated to stored; asked only of parts above a megabyte. */
  readonly ratio: number;
  readonly sheets: number;
  /** More cells than this: the sheet is listed as skipped. */
  readonly sheetCells: number;
  /** Cells of all sheets together. */
  readonly cells: number;
  readonly merges: number;
  /** Cells one merge may cover. */
  readonly mergeCells: number;
  /** Text of shared formulas once written out. */
  readonly formulaText: number;
  /** Legacy formats run apart from us, under these. */
  readonly legacyMilliseconds: number;
  readonly legacyMegabytes: number;
}

/** 读取上限 by default. */
export const LIMITS: Limits = {
  fileBytes: 64 << 20,
  entries: 5000,
  partBytes: 96 << 20,
  totalBytes: 192 << 20,
  ratio: 250,
  sheets: 1000,
  sheetCells: 300_000,
  cells: 1_500_000,
  merges: 50_000,
  mergeCells: 2_000_000,
  formulaText: 32 << 20,
  legacyMilliseconds: 20_000,
  legacyMegabytes: 384,
};

/** Rows that a sheet of Excel has. */
export const LAST_ROW = 1_048_576;
/** Columns that a sheet of Excel has. */
export const LAST_COLUMN = 16_384;
