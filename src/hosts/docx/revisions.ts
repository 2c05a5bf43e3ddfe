// 修订 in a Word document: words replaced as tracked changes, so that their owner accepts them one by one. Only the
// body changes; every other part is copied as it is stored.
import { AUTHOR } from '../own-copy.ts';
import { escapeXml, PackageChanges } from '../xlsx/changes.ts';
import { LIMITS } from '../xlsx/limits.ts';
import { flowOfWord } from './flow.ts';
import { type Edit, edited, lookOf, prefixAt, rawOffset } from './patch.ts';
import { linesIn, readWord, type WordDocument } from './read.ts';
import type { RunPiece, WordParagraph } from './word.ts';

/** 更正: a span of the text (tables as rows in it) and what it should say. */
interface Correction {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** 修订结果: the document, and which corrections could not be put into it. */
export interface Revised {
  readonly bytes: Uint8Array;
  readonly made: number;
  readonly left: readonly Correction[];
}

interface Placed extends Correction {
  readonly paragraph: WordParagraph;
  readonly from: number;
  readonly to: number;
}

function placedIn({ body }: WordDocument, corrections: readonly Correction[]): Placed[] {
  const placed: Placed[] = [];
  let offset = 0;
  for (const line of linesIn(body)) {
    for (const { at, paragraph } of line.parts) {
      const start = offset + at;
      const end = start + paragraph.text.length;
      for (const c of corrections) {
        if (c.start < start || c.end > end || c.start >= c.end) continue;
        placed.push({ ...c, paragraph, from: c.start - start, to: c.end - start });
      }
    }
    offset += line.text.length + 1;
  }
  return placed;
}

/** The same of a booklet's text: tables are not in it. */
function placedInFlow(document: WordDocument, corrections: readonly Correction[]): Placed[] {
  return flowOfWord(document, LIMITS).paragraphs.flatMap(({ start, end, source }) => {
    if (!source || source.boxed) return [];
    const own = corrections.filter((c) => start <= c.start && c.end <= end && c.start < c.end);
    return own.map((c) => ({ ...c, paragraph: source, from: c.start - start, to: c.end - start }));
  });
}

interface RunText {
  readonly run: RunPiece['run'];
  readonly from: number;
  readonly to: number;
  /** As it is written, entities and all. */
  readonly raw: string;
}

/** Runs of a paragraph that hold nothing but words; undefined for one that holds more. */
function runsOf(xml: string, { pieces }: WordParagraph): (RunText | undefined)[] {
  const runs = [...new Set(pieces.map((p) => p.run))];
  return runs.map((run) => {
    const own = pieces.filter((p) => p.run === run);
    const { open, look } = lookOf(xml, run);
    const inside = xml.slice(
      run.start + open.length + look.length,
      xml.lastIndexOf('</', run.end - 1),
    );
    if (!/^(?:<(?:\w+:)?t(?:\s[^>]*)?>[^<]*<\/(?:\w+:)?t>)*$/.test(inside)) return undefined;
    const raw = own.map((p) => xml.slice(p.from, p.to)).join('');
    const last = own.at(-1)!;
    return { run, from: own[0]!.at, to: last.at + last.length, raw };
  });
}

/** Whether a run stands inside an insertion already. */
function isInserted(xml: string, { tag }: WordParagraph, at: number): boolean {
  const before = xml.slice(tag.end, at);
  const opened = [...before.matchAll(/<(?:\w+:)?ins[\s>]/g)].length;
  const closed = [...before.matchAll(/<\/(?:\w+:)?ins>/g)].length;
  return opened > closed;
}

/** Signs of a change; numbers of changes are the document's own. */
class Signs {
  #id: number;
  readonly #date: string;

  constructor(xml: string, at: Date) {
    const ids = [...xml.matchAll(/\bw:id="(\d{1,9})"/g)].map((m) => Number(m[1]));
    this.#id = ids.reduce((a, b) => Math.max(a, b), 0);
    this.#date = at.toISOString().replace(/\.\d+Z$/, 'Z');
  }

  of(p: string, kind: 'ins' | 'del', inside: string): string {
    this.#id += 1;
    return `<${p}${kind} ${p}id="${this.#id}" ${p}author="${AUTHOR}" ${p}date="${this.#date}">${inside}</${p}${kind}>`;
  }
}

/** One run with its corrections; what goes on in the next run is inserted there. */
function revisedRun(
  xml: string,
  paragraph: WordParagraph,
  { run, from, to, raw }: RunText,
  own: readonly Placed[],
  signs: Signs,
): Edit {
  const { open, look } = lookOf(xml, run);
  const p = prefixAt(xml, run.start);
  const inserted = isInserted(xml, paragraph, run.start);
  const written = (words: string, tag: 't' | 'delText' = 't') =>
    words === ''
      ? ''
      : `${open}${look}<${p}${tag} xml:space="preserve">${words}</${p}${tag}></${p}r>`;
  const cut = (a: number, b: number): string =>
    raw.slice(rawOffset(raw, a - from) ?? 0, rawOffset(raw, b - from) ?? raw.length);
  let by = '';
  let at = from;
  for (const c of own) {
    const begin = Math.max(at, c.from);
    const end = Math.min(c.to, to);
    by += written(cut(at, begin));
    by += signs.of(p, 'del', written(cut(begin, end), 'delText'));
    const fresh = written(escapeXml(c.by));
    if (c.to <= to) by += inserted ? fresh : signs.of(p, 'ins', fresh);
    at = end;
  }
  by += written(cut(at, to));
  return { at: run.start, length: run.end - run.start, by };
}

/** 带修订的副本; places are of the text with tables as rows in it, or of the text of the booklet. */
export function revisedDocx(
  bytes: Uint8Array,
  corrections: readonly Correction[],
  at: Date,
  of: 'rows' | 'booklet' = 'rows',
): Revised {
  const document = readWord(bytes, LIMITS);
  const { zip, path, xml } = document;
  const placed =
    of === 'rows' ? placedIn(document, corrections) : placedInFlow(document, corrections);
  const signs = new Signs(xml, at);
  const edits: Edit[] = [];
  const made = new Set<number>();
  for (const paragraph of new Set(placed.map((c) => c.paragraph))) {
    const own = placed.filter((c) => c.paragraph === paragraph).sort((a, b) => a.from - b.from);
    const apart = own.filter((c, i) => i === 0 || own[i - 1]!.to <= c.from);
    const runs = runsOf(xml, paragraph);
    const touched = (c: Placed) => runs.filter((r) => r && r.from < c.to && r.to > c.from);
    const whole = apart.filter((c) => {
      const covered = touched(c).reduce(
        (n, r) => n + Math.min(r!.to, c.to) - Math.max(r!.from, c.from),
        0,
      );
      return covered === c.to - c.from;
    });
    for (const run of runs) {
      const here = run ? whole.filter((c) => run.from < c.to && run.to > c.from) : [];
      if (run && here.length > 0) edits.push(revisedRun(xml, paragraph, run, here, signs));
    }
    for (const c of whole) made.add(c.start);
  }
  const left = corrections.filter((c) => !made.has(c.start));
  if (edits.length === 0) return { bytes, made: 0, left };
  const changes = new PackageChanges(zip);
  changes.set(path, edited(xml, edits));
  return { bytes: changes.bytes(), made: made.size, left };
}
