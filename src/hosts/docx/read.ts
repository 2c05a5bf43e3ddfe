// A Word document: its body in order, then notes and headers. Knows the parts of the package; sizes are capped
// before anything is inflated, as for workbooks.
import type { Inflate } from '../xlsx/inflate.ts';
import { LIMITS, type Limits } from '../xlsx/limits.ts';
import { partText, relationsOf } from '../xlsx/package.ts';
import { refuse } from '../xlsx/refusal.ts';
import { Zip } from '../xlsx/zip.ts';
import { BodyReader } from './body.ts';
import { numberingIn } from './numbering.ts';
import type { WordBlock, WordCell, WordParagraph } from './word.ts';

const DAMAGED = '这个 Word 文件已损坏，无法读取，请在 Word 中打开并另存一份再核对；原文件未改动。';
const NOT_WORD = '这不是 Word 文档（.docx），请在 Word 中另存为 .docx 再核对；原文件未改动。';

/** Parts beside the body whose words count; footers only hold numbers of pages. */
const BESIDE = ['footnotes', 'endnotes', 'header'];

/** Word 文档: its blocks, and where the body stands in the package. */
export interface WordDocument {
  readonly zip: Zip;
  /** Path of the body in the package. */
  readonly path: string;
  readonly xml: string;
  readonly body: readonly WordBlock[];
  /** 脚注, 尾注, 页眉: each line once. */
  readonly beside: readonly string[];
}

/** 一行 of the text, and which paragraphs it is made of. */
export interface WordLine {
  readonly text: string;
  readonly parts: readonly { readonly at: number; readonly paragraph: WordParagraph }[];
}

function cellLines({ blocks }: WordCell): { own: WordLine; nested: WordLine[] } {
  const nested = linesIn(blocks.filter((b) => b.kind === 'table'));
  const parts: { at: number; paragraph: WordParagraph }[] = [];
  let text = '';
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue;
    parts.push({ at: text.length, paragraph: block });
    text += block.text;
  }
  return { own: { text, parts }, nested };
}

function rowLine(cells: readonly WordLine[]): WordLine {
  const parts: { at: number; paragraph: WordParagraph }[] = [];
  let text = '';
  cells.forEach((cell, i) => {
    if (i > 0) text += '\t';
    const { length } = text;
    parts.push(...cell.parts.map((p) => ({ ...p, at: p.at + length })));
    text += cell.text;
  });
  return { text, parts };
}

/** Lines of blocks: a paragraph, or a row of a table with tabs between its cells. */
export function linesIn(blocks: readonly WordBlock[]): WordLine[] {
  return blocks.flatMap((block): WordLine[] => {
    if (block.kind === 'paragraph')
      return [{ text: block.text, parts: [{ at: 0, paragraph: block }] }];
    return block.rows.flatMap((row) => {
      const cells = row.map(cellLines);
      return [...cells.flatMap((c) => c.nested), rowLine(cells.map((c) => c.own))];
    });
  });
}

const linesOf = (blocks: readonly WordBlock[]): string[] => linesIn(blocks).map((l) => l.text);

/** Reads a .docx; what stands in the way is thrown as a Refusal. */
export function readWord(
  bytes: Uint8Array,
  limits: Limits = LIMITS,
  inflate?: Inflate,
): WordDocument {
  if (bytes.length > limits.fileBytes) refuse('too-large');
  const zip = new Zip(bytes, limits, inflate);
  const related = relationsOf(zip, '').find((r) => r.kind === 'officeDocument')?.target;
  const path = related ?? 'word/document.xml';
  const xml = partText(zip, path);
  if (xml === undefined || !path.endsWith('.xml')) return refuse('damaged', NOT_WORD);
  if (!/<(?:\w+:)?document[\s>]/.test(xml.slice(0, 4096))) return refuse('damaged', NOT_WORD);
  const parts = relationsOf(zip, path);
  const part = (kind: string): string | undefined => {
    const target = parts.find((r) => r.kind === kind)?.target;
    return target && partText(zip, target);
  };
  const numbering = numberingIn(part('numbering'), part('styles'));
  const body = new BodyReader(xml, numbering, limits.cells).document(DAMAGED);
  const beside = parts
    .filter((r) => BESIDE.includes(r.kind))
    .flatMap((r) => {
      const own = partText(zip, r.target);
      return own === undefined
        ? []
        : linesOf(new BodyReader(own, numbering, limits.cells).beside());
    })
    .filter((line) => line.trim() !== '');
  // Headers repeat from part to part.
  return { zip, path, xml, body, beside: [...new Set(beside)] };
}

/** 文稿正文 of a .docx with its tables as rows; what stands in the way is thrown as a Refusal. */
export function readDocx(bytes: Uint8Array, limits: Limits = LIMITS, inflate?: Inflate): string {
  const { body, beside } = readWord(bytes, limits, inflate);
  return [...linesOf(body), ...beside].join('\n');
}
