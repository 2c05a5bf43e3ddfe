// Faces and measures of official documents: title, three levels of headings, text, tables, page.
import type { IParagraphOptions, IRunOptions, IStylesOptions } from 'docx';

/** Half points, as Word counts sizes. */
const size = (points: number): number => points * 2;
/** Twips of millimetres. */
const mm = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

/** 字体: Chinese and Latin set apart, so that digits follow the text. */
const face = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });
/** 公文字体 of title, headings of the first and of the second level, text and tables. */
export const FACES = {
  title: face('方正小标宋简体'),
  heading: face('黑体'),
  second: face('楷体_GB2312'),
  text: face('仿宋_GB2312'),
  table: face('宋体'),
} as const;

/** 三号 text, 二号 title, 小五 tables. */
export const SIZES = {
  title: size(22),
  text: size(16),
  caption: size(14),
  tableTitle: size(16),
  table: size(9),
  page: size(14),
} as const;

/** A4 with the margins of official documents. */
export const PAGE = {
  width: mm(210),
  height: mm(297),
  top: mm(37),
  bottom: mm(35),
  left: mm(28),
  right: mm(26),
  footer: mm(26),
} as const;
/** Tables need more room than text. */
export const TABLE_MARGIN = mm(20);
/** 版心宽 of a page upright, in twips. */
export const textWidth = PAGE.width - PAGE.left - PAGE.right;

/** 28.95 磅, exact: 22 lines on a page. */
export const SPACING = { line: 579, lineRule: 'exact' } as const;
/** Two characters of the text. */
export const INDENT = { firstLine: SIZES.text * 10 * 2 } as const;

const run = (font: IRunOptions['font'], bold = false): IRunOptions => ({
  font,
  size: SIZES.text,
  bold,
  color: '000000',
  // Figures are Western text: declared Chinese, a line may break in the middle of a number.
  language: { eastAsia: 'zh-CN', value: 'en-US' },
});
const indented: IParagraphOptions = { spacing: SPACING, indent: INDENT };

/** 样式: the headings are Word's own, so that its outline shows them. */
export const STYLES: IStylesOptions = {
  default: {
    document: { run: run(FACES.text) },
    title: {
      run: { ...run(FACES.title), size: SIZES.title },
      paragraph: { alignment: 'center', spacing: { line: 640, lineRule: 'exact', after: 320 } },
    },
    heading1: { run: run(FACES.heading), paragraph: { ...indented, keepNext: true } },
    heading2: { run: run(FACES.second), paragraph: { ...indented, keepNext: true } },
    heading3: { run: run(FACES.text, true), paragraph: { ...indented, keepNext: true } },
  },
};
