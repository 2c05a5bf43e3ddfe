// 带批注的副本 of a Word document: comments at the words they speak of. Only the body, the comments and what names
// them change; every other part is copied as it is stored.
import { parseAddress } from '../../facts/grid.ts';
import { AUTHOR } from '../own-copy.ts';
import { appended, escapeXml, PackageChanges } from '../xlsx/changes.ts';
import { LIMITS } from '../xlsx/limits.ts';
import { partText, relationsOf } from '../xlsx/package.ts';
import { refuse } from '../xlsx/refusal.ts';
import { flowOfWord, type WordSource } from './flow.ts';
import { between, type Edit, edited, prefixAt } from './patch.ts';
import { readWord } from './read.ts';
import type { WordParagraph } from './word.ts';

/** 批注 at a cell of a sheet, or at a span of the text of the booklet. */
export interface Comment {
  readonly place:
    | { readonly sheet: string; readonly address: string }
    | { readonly start: number; readonly end: number };
  readonly says: string;
}

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const SPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

interface Anchor {
  readonly paragraph: WordParagraph;
  readonly from: number;
  readonly to: number;
}

type Flow = ReturnType<typeof flowOfWord>;

const whole = (paragraph: WordParagraph): Anchor => ({
  paragraph,
  from: 0,
  to: paragraph.text.length,
});

function anchorOf({ place }: Comment, flow: Flow): Anchor | undefined {
  if ('sheet' in place) {
    const at = parseAddress(place.address.split(':')[0]!);
    const index = flow.snapshot.sheets.findIndex((s) => s.name === place.sheet);
    const source: WordSource = at && flow.sources[index]?.[at.row]?.[at.column];
    return source && whole(source);
  }
  const found = flow.paragraphs.find((p) => p.start <= place.start && place.start < p.end);
  if (!found?.source) return undefined;
  const from = place.start - found.start;
  return { paragraph: found.source, from, to: Math.min(place.end, found.end) - found.start };
}

/** Where nothing can be anchored (text boxes, headers, notes): the first paragraph of the body. */
function fallback(flow: Flow): Anchor {
  const own = flow.paragraphs.flatMap(({ source: s }) =>
    s && !s.boxed && s.pieces.length > 0 ? [s] : [],
  );
  const inTable = flow.sources
    .flat(2)
    .flatMap((s) => (s && !s.boxed && s.pieces.length > 0 ? [s] : []));
  const first = own[0] ?? inTable[0];
  return first ? whole(first) : refuse('damaged');
}

/** Marks of one comment around its words. */
function marksFor(xml: string, { paragraph, from, to }: Anchor, id: number): Edit[] {
  const { pieces, tag, content } = paragraph;
  const p = prefixAt(xml, tag.start);
  const start = `<${p}commentRangeStart ${p}id="${id}"/>`;
  const end =
    `<${p}commentRangeEnd ${p}id="${id}"/>` +
    `<${p}r><${p}commentReference ${p}id="${id}"/></${p}r>`;
  if (pieces.length > 0) {
    const before = between(xml, paragraph, from, 'before', start);
    const after = between(xml, paragraph, to, 'after', end);
    if (before && after) return [...after, ...before];
  }
  if (!tag.empty) return [{ at: content, length: 0, by: start + end }];
  const open = xml.slice(tag.start, tag.end).replace(/\s*\/>$/, '>');
  return [{ at: tag.start, length: tag.end - tag.start, by: `${open}${start}${end}</${p}p>` }];
}

function commentXml(id: number, says: string, at: Date): string {
  const lines = says
    .split('\n')
    .map((l) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(l)}</w:t></w:r></w:p>`);
  const date = at.toISOString().replace(/\.\d+Z$/, 'Z');
  return `<w:comment w:id="${id}" w:author="${AUTHOR}" w:date="${date}" w:initials="勾">${lines.join('')}</w:comment>`;
}

const idsIn = (xml: string): number[] =>
  [...xml.matchAll(/<(?:\w+:)?comment\s[^<>]*?\bid="(\d+)"/g)].map((m) => Number(m[1]));

/** 带批注的副本; the same bytes where there is nothing to say. */
export function commentedDocx(
  bytes: Uint8Array,
  comments: readonly Comment[],
  at: Date,
): Uint8Array {
  if (comments.length === 0) return bytes;
  const document = readWord(bytes, LIMITS);
  const { zip, path, xml } = document;
  const flow = flowOfWord(document, LIMITS);
  const part = relationsOf(zip, path).find((r) => r.kind === 'comments')?.target;
  const known = part === undefined ? undefined : partText(zip, part);
  const first = Math.max(-1, ...(known ? idsIn(known) : []), ...idsIn(xml)) + 1;
  const edits: Edit[] = [];
  let list = '';
  comments.forEach((comment, i) => {
    const found = anchorOf(comment, flow);
    const anchored = found && !found.paragraph.boxed ? found : undefined;
    edits.push(...marksFor(xml, anchored ?? fallback(flow), first + i));
    list += commentXml(
      first + i,
      anchored ? comment.says : `（所指不在正文段落里）${comment.says}`,
      at,
    );
  });
  const changes = new PackageChanges(zip);
  changes.set(path, edited(xml, merged(edits)));
  addComments(changes, path, list, part);
  return changes.bytes();
}

/** The comments go behind those that stand there, or into a part of their own. */
function addComments(
  changes: PackageChanges,
  body: string,
  list: string,
  part: string | undefined,
): void {
  const known = part === undefined ? undefined : changes.text(part);
  if (known !== undefined && part !== undefined) {
    const declared = known.includes('xmlns:w=')
      ? list
      : list.replaceAll('<w:comment ', `<w:comment xmlns:w="${SPACE}" `);
    changes.set(part, appended(known, declared));
    return;
  }
  const path = `${body.slice(0, body.lastIndexOf('/') + 1)}comments.xml`;
  changes.add(path, TYPE, `<w:comments xmlns:w="${SPACE}">${list}</w:comments>`);
  changes.relate(body, 'comments', path);
}

/** An empty paragraph is opened once, and a blank kept once, however many comments want it. */
function merged(edits: readonly Edit[]): Edit[] {
  const opened = new Map<number, Edit>();
  const kept = new Set<string>();
  const result: Edit[] = [];
  for (const edit of edits) {
    if (edit.by === ' xml:space="preserve"') {
      if (kept.has(String(edit.at))) continue;
      kept.add(String(edit.at));
    }
    const known = edit.length > 0 ? opened.get(edit.at) : undefined;
    if (known) {
      const close = known.by.lastIndexOf('</');
      const inside = edit.by.slice(edit.by.indexOf('>') + 1, edit.by.lastIndexOf('</'));
      const by = known.by.slice(0, close) + inside + known.by.slice(close);
      const joined = { ...known, by };
      result[result.indexOf(known)] = joined;
      opened.set(edit.at, joined);
      continue;
    }
    if (edit.length > 0) opened.set(edit.at, edit);
    result.push(edit);
  }
  return result;
}
