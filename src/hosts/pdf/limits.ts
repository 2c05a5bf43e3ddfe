// How much a PDF may ask of us. Generous for booklets, far below what would stall a machine.

/** 读取上限: what is beyond refuses the file. */
export interface PdfLimits {
  readonly fileBytes: number;
  /** Objects as they stand in the file, uncompressed. */
  readonly objects: number;
  readonly pages: number;
  readonly operators: number;
  readonly letters: number;
  /** Cells of one table; more is drawing, not a table. */
  readonly cells: number;
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** 读取上限 by default. */
export const PDF_LIMITS: PdfLimits = {
  fileBytes: 64 << 20,
  objects: 400_000,
  pages: 600,
  operators: 4_000_000,
  letters: 3_000_000,
  cells: 60_000,
  milliseconds: 60_000,
  megabytes: 768,
};

/** So much at most where the pages are kept in a browser's page, which has no cap of memory of its own. */
const IN_BROWSER = { operators: 1_500_000, letters: 1_000_000 };

/** 浏览器里的读取上限: ten times the largest booklet, far below what would end the page. */
export const limitsInBrowser = (limits: PdfLimits): PdfLimits => ({
  ...limits,
  operators: Math.min(limits.operators, IN_BROWSER.operators),
  letters: Math.min(limits.letters, IN_BROWSER.letters),
});
