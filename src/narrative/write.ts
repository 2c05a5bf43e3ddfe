// From declarations and figures to spans: what a sentence says here. Writes a gap where something is not
// known; invents nothing. Knows the tree of sentences; knows no section and no file.
import type { DocumentSpan, GapSpan, NumberSpan } from './document.ts';
import { axesWithin, itemsOf, type Listed } from './items.ts';
import { outsideOf } from './kept.ts';
import type { EachPiece, HolePiece, Piece, Sentence, WordPiece } from './sentence.ts';
import { piecesOf } from './sentence.ts';
import type { Source, Worth, WritingScope } from './source.ts';
import { type Current, keyIn, subjectOf, wordOf, wordsFor } from './words.ts';
import { conditionIn, worthIn } from './worth.ts';

interface Task {
  readonly sentence: Sentence;
  readonly source: Source;
  /** Names lent by earlier holes, shared by the whole sentence. */
  readonly locals: Map<string, Worth>;
}
interface Here {
  readonly axes: Readonly<Record<string, string>>;
  readonly current?: Current;
}

const scopeOf = (task: Task, here: Here): WritingScope => ({
  axes: here.axes,
  locals: task.locals,
});

const gap = (key: string, wanted: string, of: GapSpan['of']): GapSpan => ({
  kind: 'gap',
  key,
  wanted,
  of,
});

/** 数字编号: the same number when the text is written again. */
export function numberId(sentence: Sentence, axes: Here['axes'], piece: HolePiece): string {
  const at = axes.科目 ?? Object.entries(axes).find(([k]) => k !== '表')?.[1] ?? '';
  return `${sentence.id}|${at}|${piece.says}|${piece.format.name}`;
}

/** 规则编号 of a hole: change against last year has a rule of its own. */
export const ruleOf = (sentence: Sentence, piece: HolePiece): string =>
  /^增/.test(piece.format.name) ? (sentence.changes ?? sentence.rule) : sentence.rule;

function hole(piece: HolePiece, task: Task, here: Here): DocumentSpan {
  const worth = worthIn(piece.formula, scopeOf(task, here), task.source);
  if (piece.name) task.locals.set(piece.name, worth);
  if (!worth.value) return gap(worth.missing!.key, worth.missing!.wanted, 'number');
  const written = piece.format.write(worth.value.value, task.source.style);
  if (piece.format.word) return { kind: 'text', text: written.text };
  const number: NumberSpan = {
    kind: 'number',
    text: written.text,
    ...(written.direction && { direction: written.direction }),
    id: numberId(task.sentence, here.axes, piece),
    value: worth.value.value,
    unit: written.unit,
    formula: piece.says,
    rule: ruleOf(task.sentence, piece),
    cells: worth.cells,
  };
  return number;
}

function word(piece: WordPiece, task: Task, here: Here): DocumentSpan {
  const text = wordOf(piece.name, piece.as, task.source, here.current);
  if (text === undefined) return gap(piece.name, piece.name, 'words');
  return { kind: 'text', text, ...(piece.strong && { strong: true }) };
}

function slot(piece: Extract<Piece, { kind: 'slot' }>, task: Task, here: Here): DocumentSpan {
  const { source } = task;
  const { key, text } = wordsFor(keyIn(piece.key, scopeOf(task, here), source), source);
  const words = text?.replace(/[。；，\s]+$/, '');
  if (words) return { kind: 'words', key, text: words };
  return gap(key, `${subjectOf(here.current)}${piece.wanted}`, 'words');
}

const saysNothing = (spans: readonly DocumentSpan[]): boolean =>
  spans.every((s) => s.kind === 'text' && s.text === '');

/** Clauses that say something, with the separator between them. */
function joinedBy(
  { separator, lead }: Pick<EachPiece, 'separator' | 'lead'>,
  clauses: readonly DocumentSpan[][],
): DocumentSpan[] {
  const said = clauses.filter((c) => !saysNothing(c));
  return said.flatMap((c, i): DocumentSpan[] => [
    { kind: 'text', text: i === 0 ? lead : separator },
    ...c,
  ]);
}

function each(piece: EachPiece, task: Task, here: Here): DocumentSpan[] {
  const { source } = task;
  const all = itemsOf(piece.group, scopeOf(task, here), source);
  const shown = all.filter((l) => !l.zero || (l.optional && source.zeros === 'printed'));
  let index = 0;
  const clauses = shown.map((listed) => {
    const spans = written(piece.body, task, within(listed, here, index + 1));
    if (!saysNothing(spans)) index += 1;
    return spans;
  });
  return joinedBy(piece, clauses);
}

const within = (listed: Listed, here: Here, index: number): Here => ({
  axes: axesWithin(here.axes, listed),
  current: { item: listed.item, table: listed.table, index },
});

function written(pieces: readonly Piece[], task: Task, here: Here): DocumentSpan[] {
  return pieces.flatMap((piece): DocumentSpan[] => {
    switch (piece.kind) {
      case 'text':
        return [{ kind: 'text', text: piece.text, ...(piece.strong && { strong: true }) }];
      case 'word':
        return [word(piece, task, here)];
      case 'hole':
        return [hole(piece, task, here)];
      case 'slot':
        return [slot(piece, task, here)];
      case 'each':
        return each(piece, task, here);
      case 'join':
        return joinedBy(
          piece,
          piece.parts.map((part) => written(part, task, here)),
        );
      case 'choice': {
        const holds = conditionIn(piece.when, scopeOf(task, here), task.source);
        return written(holds ? piece.then : piece.otherwise, task, here);
      }
    }
  });
}

/** Neighbouring texts of one kind become one span. */
function joined(spans: readonly DocumentSpan[]): DocumentSpan[] {
  const result: DocumentSpan[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (span.kind === 'text' && span.text === '') continue;
    if (last?.kind === 'text' && span.kind === 'text' && last.strong === span.strong)
      result[result.length - 1] = { ...last, text: last.text + span.text };
    else result.push(span);
  }
  return result;
}

/** A line break in a sentence begins a new paragraph. */
function paragraphs(spans: readonly DocumentSpan[]): DocumentSpan[][] {
  const result: DocumentSpan[][] = [[]];
  for (const span of spans) {
    if (span.kind !== 'text') {
      result.at(-1)!.push(span);
      continue;
    }
    span.text.split('\n').forEach((text, i) => {
      if (i > 0) result.push([]);
      result.at(-1)!.push({ ...span, text });
    });
  }
  return result.map(joined).filter((p) => p.length > 0);
}

/** 成文: the paragraphs one sentence comes to. */
export function writeSentence(sentence: Sentence, source: Source): DocumentSpan[][] {
  const task: Task = { sentence, source, locals: new Map() };
  return paragraphs(written(piecesOf(sentence), task, { axes: outsideOf(source) }));
}
