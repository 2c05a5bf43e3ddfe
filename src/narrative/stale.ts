// Which numbers of a text no longer say what the tables say, and the same text with those put right.
// The user's words are not touched. Knows documents; knows no table.
import { type Document, type NumberSpan, spansOf, spanText } from './document.ts';

/** 过时数字: as it stands in the text, and as the tables have it now. */
export interface Stale {
  readonly was: NumberSpan;
  /** Absent where the figure is no longer known, or no longer told. */
  readonly now?: NumberSpan;
}

const numbersOf = (document: Document): Map<string, NumberSpan> =>
  new Map([...spansOf(document)].flatMap((s) => (s.kind === 'number' ? [[s.id, s] as const] : [])));

/** Numbers of a text that differ from the same text written anew. */
export function staleNumbers(document: Document, fresh: Document): Stale[] {
  const now = numbersOf(fresh);
  return [...numbersOf(document).values()].flatMap((was): Stale[] => {
    const own = now.get(was.id);
    if (own && spanText(own) === spanText(was)) return [];
    return [own ? { was, now: own } : { was }];
  });
}

/** 更新数字: the numbers named, as the tables have them now; everything else as it stood. */
export function withNumbers(
  document: Document,
  fresh: Document,
  ids: ReadonlySet<string>,
): Document {
  const now = numbersOf(fresh);
  const blocks = document.blocks.map((block) =>
    'spans' in block
      ? {
          ...block,
          spans: block.spans.map((span) =>
            span.kind === 'number' && ids.has(span.id) ? (now.get(span.id) ?? span) : span,
          ),
        }
      : block,
  );
  return { blocks };
}
