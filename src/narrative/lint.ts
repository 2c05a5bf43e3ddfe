// The declarations of the text, looked over: sentences that cannot be read, names nobody declares, words
// nobody knows. Says what and where with a caret; changes nothing.
import { references } from '../formula/evaluate.ts';
import { parseFormula, parseRule } from '../formula/parse.ts';
import type { Node } from '../formula/tree.ts';
import type { NarrativeRules } from './outline.ts';
import { caretMessage, type Piece, parseSentence, type Sentence } from './sentence.ts';
import { SENTENCE_WORDS } from './words.ts';

/** Forms of which several stand in a workbook are counted by their name. */
const SEVERAL = ['整体自评', '项目自评'];

/** Everything a piece asks the figures for. */
function formulasOf(pieces: readonly Piece[]): Node[] {
  return pieces.flatMap((piece): Node[] => {
    if (piece.kind === 'hole') return [piece.formula];
    if (piece.kind === 'each') return [...formulasOf(piece.body)];
    if (piece.kind === 'join') return piece.parts.flatMap(formulasOf);
    if (piece.kind !== 'choice') return [];
    const asked = piece.when.flatMap((r) => [r.left, r.right]);
    return [...asked, ...formulasOf(piece.then), ...formulasOf(piece.otherwise)];
  });
}

function every(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece): Piece[] => {
    if (piece.kind === 'each') return [piece, ...every(piece.body)];
    if (piece.kind === 'join') return [piece, ...piece.parts.flatMap(every)];
    if (piece.kind === 'choice') return [piece, ...every(piece.then), ...every(piece.otherwise)];
    return [piece];
  });
}

function namesIn(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) =>
    [...references(node)].flatMap((r) =>
      r.kind === 'path' && !r.table ? [r.parts.map((p) => p.name).join('·')] : [],
    ),
  );
}

function sentenceProblems(sentence: Sentence, known: ReadonlySet<string>): string[] {
  const { id, says } = sentence;
  const parsed = parseSentence(says);
  if (!parsed.ok) return [caretMessage(id, says, parsed.problem)];
  const all = every(parsed.pieces);
  const lent = all.flatMap((p) => (p.kind === 'hole' && p.name ? [p.name] : []));
  const at = (word: string) => Math.max(says.indexOf(word), 0);
  const unknown = namesIn(formulasOf(parsed.pieces)).filter(
    (n) => !known.has(n) && !lent.includes(n),
  );
  const words = all.flatMap((p) =>
    p.kind === 'word' && !SENTENCE_WORDS.includes(p.name) ? [p.name] : [],
  );
  return [
    ...unknown.map((n) => caretMessage(id, says, { at: at(n), message: `没有“${n}”这个数量` })),
    ...words.map((n) => caretMessage(id, says, { at: at(`{${n}}`), message: `没有“${n}”这个词` })),
  ];
}

/** 规程检查 of the text's declarations; empty when nothing is wrong. */
export function narrativeProblems(rules: NarrativeRules): string[] {
  const known = new Set([...rules.quantities.map((q) => q.name), ...SEVERAL]);
  const figures = rules.quantities.flatMap(({ name, from }) =>
    from.flatMap((says) => {
      const parsed = parseFormula(says);
      if (!parsed.ok) return [`数量“${name}”：${parsed.problem.message}：${says}`];
      return namesIn([parsed.value])
        .filter((n) => !known.has(n))
        .map((n) => `数量“${name}”：没有“${n}”这个数量：${says}`);
    }),
  );
  const ids = new Set(rules.sentences.map((s) => s.id));
  const entries = rules.outlines.flatMap((o) =>
    o.sections.flatMap((s) =>
      s.entries.flatMap((e) =>
        'sentence' in e && !ids.has(e.sentence) ? [`${o.title}：没有句式 ${e.sentence}`] : [],
      ),
    ),
  );
  const terms = rules.terms.flatMap(({ term, unless }) => {
    const parsed = unless === undefined ? undefined : parseRule(unless);
    return parsed && !parsed.ok ? [`名词“${term}”：${parsed.problem.message}`] : [];
  });
  return [
    ...rules.sentences.flatMap((s) => sentenceProblems(s, known)),
    ...figures,
    ...entries,
    ...terms,
  ];
}
