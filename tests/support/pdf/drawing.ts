// A PDF drawn by hand, for tests: words in a Chinese font that need not be embedded, lines as any
// program draws them. Points from the upper left corner of the page.
import {
  PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

const hex = (text: string): string =>
  [...text].map((c) => c.codePointAt(0)!.toString(16).padStart(4, '0')).join('');
const n = (value: number): string => String(Math.round(value * 1000) / 1000);

/** Half-width characters are half as wide as they are tall, all others square. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, c) => sum + (c.charCodeAt(0) < 0x2000 ? size / 2 : size), 0);

/** 宋体 by its name alone: how its codes read stands in a predefined map. */
function songIn({ context }: PDFDocument, encoding: string, ordering = 'GB1'): PDFRef {
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: 'SimSun',
      Flags: 4,
      FontBBox: [0, -141, 1000, 859],
      ItalicAngle: 0,
      Ascent: 859,
      Descent: -141,
      CapHeight: 700,
      StemV: 80,
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType0',
      BaseFont: 'SimSun',
      CIDSystemInfo: {
        Registry: PDFString.of('Adobe'),
        Ordering: PDFString.of(ordering),
        Supplement: 5,
      },
      FontDescriptor: descriptor,
      DW: 1000,
      W: [1, context.obj(Array(95).fill(500))],
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: `SimSun-${encoding}`,
      Encoding: encoding,
      DescendantFonts: [descendant],
    }),
  );
}

/** 一页: words and lines are put on it one after the other. */
export class Sheet {
  readonly operators: string[] = [];

  constructor(
    readonly page: PDFPage,
    readonly width: number,
    readonly height: number,
  ) {}

  /** Words whose baseline begins at a point; `turn` counts quarter turns to the left. */
  text(x: number, y: number, size: number, words: string, font = 'F1'): this {
    const at = `1 0 0 1 ${n(x)} ${n(this.height - y)} Tm`;
    this.operators.push(`BT /${font} ${n(size)} Tf ${at} <${hex(words)}> Tj ET`);
    return this;
  }

  centred(x: number, width: number, y: number, size: number, words: string): this {
    return this.text(x + (width - widthOf(words, size)) / 2, y, size, words);
  }

  right(x: number, y: number, size: number, words: string): this {
    return this.text(x - widthOf(words, size), y, size, words);
  }

  /** A line of the pen. */
  stroke(x0: number, y0: number, x1: number, y1: number, width = 0.5): this {
    const [a, b] = [n(this.height - y0), n(this.height - y1)];
    this.operators.push(`${n(width)} w ${n(x0)} ${a} m ${n(x1)} ${b} l S`);
    return this;
  }

  /** A filled rectangle. */
  fill(x: number, y: number, width: number, height: number, grey = 0): this {
    const bottom = n(this.height - y - height);
    this.operators.push(`${n(grey)} g ${n(x)} ${bottom} ${n(width)} ${n(height)} re f 0 g`);
    return this;
  }

  raw(operators: string): this {
    this.operators.push(operators);
    return this;
  }
}

/** 一份 PDF being drawn. */
export class Drawing {
  readonly sheets: Sheet[] = [];
  #fonts: Readonly<Record<string, PDFRef>> = {};

  private constructor(readonly document: PDFDocument) {}

  static async begin(): Promise<Drawing> {
    const drawing = new Drawing(await PDFDocument.create());
    const { document } = drawing;
    drawing.#fonts = {
      F1: songIn(document, 'UniGB-UCS2-H'),
      // Codes of glyphs, and nothing that says what they read as.
      Unmapped: songIn(document, 'Identity-H', 'Identity'),
    };
    return drawing;
  }

  /** A4 upright unless other sizes are given. */
  page(width = 595, height = 842): Sheet {
    const page = this.document.addPage([width, height]);
    for (const [name, font] of Object.entries(this.#fonts))
      page.node.setFontDictionary(PDFName.of(name), font);
    const sheet = new Sheet(page, width, height);
    this.sheets.push(sheet);
    return sheet;
  }

  async bytes(): Promise<Uint8Array> {
    const { context } = this.document;
    for (const { page, operators } of this.sheets) {
      const content = PDFRawStream.of(
        context.obj({}) as never,
        new TextEncoder().encode(operators.join('\n')),
      );
      page.node.set(PDFName.of('Contents'), context.register(content));
    }
    return this.document.save({ addDefaultPage: false });
  }
}
