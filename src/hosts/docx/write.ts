// 写 Word: a text, or a whole booklet, in the layout of official documents. Knows Word; what is
// written comes as documents, printed tables and charts. Loaded only when a file is asked for.
import {
  AlignmentType,
  Document as Book,
  type FileChild,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { widthOf } from '../../facts/page.ts';
import type { PrintedTable } from '../../forms/printed.ts';
import type { Chart } from '../../narrative/chart.ts';
import {
  type ChartName,
  type DocumentBlock,
  type DocumentSpan,
  gapText,
  spansText,
  spanText,
} from '../../narrative/document.ts';
import {
  explanationWanted,
  type Manuscript,
  type ManuscriptPart,
  openGaps,
} from '../../review/manuscript.ts';
import { chartParagraph } from './charts.ts';
import { FACES, INDENT, PAGE, SIZES, SPACING, STYLES, TABLE_MARGIN, textWidth } from './faces.ts';
import { tableBlocks } from './tables.ts';

/** 写出结果: the file, or the gaps that keep it from being final. */
type Written =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly gaps: readonly string[] };

type ChartOf = (name: ChartName) => Chart | undefined;

function spanRun(span: DocumentSpan): TextRun {
  const text = spanText(span);
  if (span.kind === 'gap') return new TextRun({ text, highlight: 'yellow' });
  return new TextRun({ text, ...(span.kind === 'text' && span.strong && { bold: true }) });
}
const runs = (spans: readonly DocumentSpan[]): TextRun[] => spans.map(spanRun);

/** 二号 holds twenty characters on a line; a longer title breaks where its parts do. */
const TITLE_LINE = 20;
const TITLE_PARTS = /\n|(?=20\d{2}年度)/;
const PART = /(第[一二三四五六七八九十]+部分)\s+/g;

function titleRuns(text: string): TextRun[] {
  const lines =
    widthOf(text) > TITLE_LINE * 2 ? text.replace(PART, '$1\n').split(TITLE_PARTS) : [text];
  return lines.map((line, i) => new TextRun({ text: line, ...(i > 0 && { break: 1 }) }));
}

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

const gapParagraph = (wanted: string): Paragraph =>
  new Paragraph({
    spacing: SPACING,
    indent: INDENT,
    children: [new TextRun({ text: gapText({ wanted }), highlight: 'yellow' })],
  });

const captionParagraph = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...SPACING, after: 120 },
    children: [new TextRun({ text, size: SIZES.caption })],
  });

function chartBlocks(chart: Chart | undefined, caption: string): Paragraph[] {
  if (chart && chart.missing.length === 0)
    return [chartParagraph(chart, caption), captionParagraph(caption)];
  const wanted = chart ? `${caption}：${chart.missing.join('、')}` : caption;
  return [gapParagraph(wanted)];
}

function blocksOf(block: DocumentBlock, chartOf: ChartOf): FileChild[] {
  switch (block.kind) {
    case 'title':
      return [
        new Paragraph({ heading: HeadingLevel.TITLE, children: titleRuns(spansText(block.spans)) }),
      ];
    case 'heading':
      return [new Paragraph({ heading: LEVELS[block.level - 1]!, children: runs(block.spans) })];
    case 'paragraph':
      return [new Paragraph({ spacing: SPACING, indent: INDENT, children: runs(block.spans) })];
    case 'chart':
      return chartBlocks(chartOf(block.chart), block.caption);
    case 'table':
      return [captionParagraph(block.caption)];
  }
}

/** — 1 — at the outer side of the page. */
function footer(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const page = { font: FACES.table, size: SIZES.page };
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: 280, right: 280 },
        children: [new TextRun({ ...page, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

type Orientation = 'text' | 'upright' | 'across';

function sectionOf({ at, cover, children }: Group, afterCover: boolean): ISectionOptions {
  const { width, height, top, bottom, left, right, footer: foot } = PAGE;
  const table = {
    top: TABLE_MARGIN,
    bottom: TABLE_MARGIN,
    left: TABLE_MARGIN,
    right: TABLE_MARGIN,
  };
  const isText = at === 'text';
  const orientation = at === 'across' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { width, height, orientation },
        margin: {
          ...(isText ? { top, bottom, left, right } : table),
          footer: isText ? foot : TABLE_MARGIN / 2,
        },
        ...(afterCover && { pageNumbers: { start: 1 } }),
      },
    },
    footers: cover
      ? { default: new Footer({ children: [] }), even: new Footer({ children: [] }) }
      : { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
    children,
  };
}

/** Wider than an upright page can show legibly, in characters; a long table stands upright sooner. */
const UPRIGHT = 104;
const LONG = { rows: 28, upright: 160 };
const isWide = ({ widths, rows }: PrintedTable): boolean =>
  widths.reduce((a, b) => a + b, 0) > (rows.length > LONG.rows ? LONG.upright : UPRIGHT);
const ROOM: Readonly<Record<Orientation, number>> = {
  text: textWidth,
  upright: PAGE.width - 2 * TABLE_MARGIN,
  across: PAGE.height - 2 * TABLE_MARGIN,
};

const coverBlocks = (lines: readonly string[]): Paragraph[] =>
  lines.map(
    (text, i) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { before: i === 0 ? 3600 : 600, line: 800, lineRule: 'exact' },
        children: [new TextRun({ text, font: FACES.title, size: i < 2 ? 52 : 32 })],
      }),
  );

function partBlocks(
  part: ManuscriptPart,
  at: Orientation,
  first: boolean,
  chartOf: ChartOf,
): FileChild[] {
  switch (part.kind) {
    case 'cover':
      return coverBlocks(part.lines);
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.TITLE,
          pageBreakBefore: !first,
          outlineLevel: 0,
          children: titleRuns(part.text),
        }),
      ];
    case 'text':
      return part.document.blocks.flatMap((block) => blocksOf(block, chartOf));
    case 'table': {
      const blocks = tableBlocks(part.table, ROOM[at], !first);
      const gap = part.table.unexplained ? [gapParagraph(explanationWanted(part.table))] : [];
      return [...blocks, ...gap];
    }
    case 'missing':
      return [gapParagraph(part.wanted)];
  }
}

/** A heading goes with what follows it; what is missing with what stands before. */
function orientationOf(
  parts: readonly ManuscriptPart[],
  i: number,
  last: Orientation,
): Orientation {
  const part = parts[i]!;
  if (part.kind === 'table') return isWide(part.table) ? 'across' : 'upright';
  if (part.kind === 'heading' && parts[i + 1]) return orientationOf(parts, i + 1, 'text');
  return part.kind === 'missing' ? last : 'text';
}

interface Group {
  readonly at: Orientation;
  readonly cover: boolean;
  readonly children: FileChild[];
}

/** Consecutive parts of one orientation share a section. */
function sectionsOf({ parts, charts }: Manuscript): ISectionOptions[] {
  const chartOf: ChartOf = (name) => charts.find((c) => c.name === name);
  const groups: Group[] = [];
  parts.forEach((part, i) => {
    const last = groups.at(-1);
    const at = orientationOf(parts, i, last?.at ?? 'text');
    const fits = last?.at === at && !last.cover;
    const group: Group = fits ? last : { at, children: [], cover: part.kind === 'cover' };
    if (!fits) groups.push(group);
    const first = group.children.length === 0 || parts[i - 1]?.kind === 'heading';
    group.children.push(...partBlocks(part, at, first, chartOf));
  });
  return groups.map((group, i) => sectionOf(group, groups[i - 1]?.cover ?? false));
}

/** 写出 Word 文件; a final one with 待填 in it is refused, and they come back in place of the bytes. */
export async function writeDocx(manuscript: Manuscript): Promise<Written> {
  const gaps = manuscript.final ? openGaps(manuscript) : [];
  if (gaps.length > 0) return { ok: false, gaps };
  const book = new Book({
    title: manuscript.title,
    creator: '勾稽',
    description: '',
    styles: STYLES,
    evenAndOddHeaderAndFooters: true,
    sections: sectionsOf(manuscript),
  });
  const buffer = await Packer.toArrayBuffer(book);
  return { ok: true, bytes: new Uint8Array(buffer) };
}
