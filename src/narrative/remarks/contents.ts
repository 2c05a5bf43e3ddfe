// 目录 against what follows (C44): a part, or one section of a part, that the contents list and the text does not have.
// Knows how parts and sections are numbered; a text whose sections are numbered otherwise is left alone.
import type { Paragraph } from '../text/plain.ts';
import type { CarefulTask, Remark } from './careful.ts';

const HEADING = /^目录[：:]?$/;
const PART = /^第([一二三四五六七八九十]+)部分(.*)$/;
const SECTION = /^([一二三四五六七八九十]+)、(.{2,})$/;
/** So many sections of a part are found before one may be missed. */
const LEAST = 3;

const bare = (title: string): string =>
  title.replace(/[.…·\d\s"'—-]+$/g, '').replace(/["'“”\s]/g, '');

/** 部分: its number, its title, and what stands below its heading. */
interface Part {
  readonly order: string;
  readonly title: string;
  readonly heading: Paragraph;
  readonly below: readonly Paragraph[];
}

function partsOf(paragraphs: readonly Paragraph[]): Part[] {
  const heads = paragraphs.flatMap((p, i) => (PART.test(p.text) ? [i] : []));
  return heads.map((i, n) => {
    const heading = paragraphs[i]!;
    const [, order, title] = PART.exec(heading.text)!;
    return {
      order: order!,
      title: bare(title!),
      heading,
      below: paragraphs.slice(i + 1, heads[n + 1] ?? paragraphs.length),
    };
  });
}

/** The heading of a part may be printed without its number. */
function partMissing(line: Part, body: readonly Part[]): Remark | undefined {
  if (body.some((p) => p.order === line.order)) return undefined;
  const after = body.flatMap((p) => [p.heading, ...p.below]);
  const unnumbered = after.findLast((p) => bare(p.text) === line.title);
  if (unnumbered) {
    const message = `目录写“第${line.order}部分”，正文里这个标题没有写，其他部分写了，请核对是否漏写`;
    return { rule: 'C44', start: unnumbered.start, end: unnumbered.end, message };
  }
  const message = `目录有“${line.heading.text}”，正文里没有这一部分`;
  return { rule: 'C44', start: line.heading.start, end: line.heading.end, message };
}

/** Tables are not in the text: their titles are missed by nobody here. */
const isTable = (title: string): boolean => /表(?:[（(][^（）()]*[)）])?$/.test(title);

/** One section of a part that has all its others; where more are not found, they are named otherwise. */
function sectionMissing(line: Part, own: Part | undefined): Remark[] {
  if (!own) return [];
  const listed = line.below.flatMap((p) => {
    const m = SECTION.exec(p.text);
    const title = bare(m?.[2] ?? '');
    return m && title.length > 1 && !isTable(title) ? [{ p, order: m[1]!, title }] : [];
  });
  const below = own.below.map((p) => bare(p.text));
  const lost = listed.filter(
    ({ order, title }) =>
      !below.some((text) => text.startsWith(`${order}、`) || text.includes(title)),
  );
  const [one, ...others] = lost;
  if (!one || others.length > 0 || listed.length <= LEAST) return [];
  const message = `目录有“${one.order}、${one.title}”，正文的第${own.order}部分里没有这一节，请核对是否漏写`;
  return [{ rule: 'C44', start: one.p.start, end: one.p.end, message }];
}

/** C44. */
export function contentsOf({ plain: { paragraphs } }: CarefulTask): Remark[] {
  const at = paragraphs.findIndex((p) => HEADING.test(p.text));
  const parts = at < 0 ? [] : partsOf(paragraphs.slice(at + 1));
  const again = parts.findIndex((p, i) => i > 0 && p.order === parts[0]!.order);
  if (again < 1) return [];
  const body = parts.slice(again);
  return parts.slice(0, again).flatMap((line): Remark[] => {
    const missing = partMissing(line, body);
    if (missing) return [missing];
    return sectionMissing(
      line,
      body.find((p) => p.order === line.order),
    );
  });
}
