// 名词解释 and 部门概况: the parts around the text itself. A term stands where it occurs; what nobody has
// written stays a gap. Knows conditions and items; knows no place.
import { parseRule } from '../formula/parse.ts';
import type { Path, Relation } from '../formula/tree.ts';
import type { Document, DocumentBlock, DocumentSpan } from './document.ts';
import { axesOf, itemsOf } from './items.ts';
import type { Source, WritingScope } from './source.ts';
import { fullName, itemName, numeral, wordsFor } from './words.ts';
import { conditionIn } from './worth.ts';

/** 名词解释: a term, its meaning, and the condition under which it does not occur. */
export interface ExplainedTerm {
  readonly term: string;
  readonly meaning: string;
  readonly unless?: string;
  /** Lists the functional subjects in use, to 项. */
  readonly items?: boolean;
}

const NOWHERE: WritingScope = { axes: {}, locals: new Map() };
const text = (value: string): DocumentSpan => ({ kind: 'text', text: value });
const LEAVES: Path = { kind: 'path', parts: [{ name: '末级', sum: false, quoted: false }] };
const paragraph = (section: string, spans: readonly DocumentSpan[]): DocumentBlock => ({
  kind: 'paragraph',
  section,
  spans,
});

const conditions = new Map<string, readonly Relation[]>();

function conditionOf({ term, unless }: ExplainedTerm): readonly Relation[] {
  const known = unless === undefined ? [] : conditions.get(unless);
  if (known) return known;
  const parsed = parseRule(unless!);
  if (!parsed.ok) throw new Error(`名词“${term}”：${parsed.problem.message}`);
  conditions.set(unless!, parsed.value.relations);
  return parsed.value.relations;
}

const occurs = (term: ExplainedTerm, source: Source): boolean =>
  term.unless === undefined || conditionIn(conditionOf(term), NOWHERE, source) !== true;

/** Subjects in use, each once, with its meaning or a gap. */
function subjects(source: Source, meanings: Readonly<Record<string, string>>): DocumentBlock[] {
  const seen = new Set<string>();
  const blocks: DocumentBlock[] = [];
  for (const table of ['表5', '表8', '表9', '表3']) {
    for (const listed of itemsOf({ ...LEAVES, table }, NOWHERE, source)) {
      const code = axesOf(listed).科目 ?? '';
      if (listed.zero || seen.has(code)) continue;
      seen.add(code);
      const { key, text: own } = wordsFor(`名词解释·${code}`, source);
      const known = own ?? meanings[itemName(listed.item)];
      const name = fullName({ item: listed.item, table: listed.table, index: 0 });
      blocks.push(
        paragraph('名词', [
          text(`${seen.size}.${name}：`),
          known
            ? text(known)
            : { kind: 'gap', key, wanted: `${itemName(listed.item)}的科目说明`, of: 'words' },
        ]),
      );
    }
  }
  return blocks;
}

/** 名词解释: terms that occur, in the official order. */
export function writeTerms(
  terms: readonly ExplainedTerm[],
  meanings: Readonly<Record<string, string>>,
  source: Source,
): Document {
  const blocks: DocumentBlock[] = [{ kind: 'title', spans: [text('名词解释')] }];
  let count = 0;
  for (const term of terms) {
    if (!occurs(term, source)) continue;
    const list = term.items ? subjects(source, meanings) : [];
    if (term.items && list.length === 0) continue;
    count += 1;
    blocks.push(
      paragraph('名词', [text(`（${numeral(count)}）${term.term}：${term.meaning}`)]),
      ...list,
    );
  }
  return { blocks };
}

const OVERVIEW = [
  ['部门主要职能', ['概况·部门主要职能']],
  ['部门决算单位构成', ['概况·部门决算单位构成']],
  ['部门人员构成', ['概况·部门人员构成']],
] as const;

/** 部门概况: three sections that only the department can write. */
export function writeOverview(source: Source): Document {
  const blocks: DocumentBlock[] = [
    { kind: 'title', spans: [text(`${source.department ?? ''}概况`)] },
  ];
  OVERVIEW.forEach(([title, keys], i) => {
    const heading = text(`${numeral(i + 1)}、${title}`);
    blocks.push({ kind: 'heading', level: 1, section: '概况', spans: [heading] });
    for (const row of keys) {
      const { key, text: words } = wordsFor(row, source);
      const lines = words ? words.split('\n') : [];
      blocks.push(...lines.map((line) => paragraph('概况', [{ kind: 'words', key, text: line }])));
      if (!words)
        blocks.push(paragraph('概况', [{ kind: 'gap', key, wanted: title, of: 'words' }]));
    }
  });
  return { blocks };
}
