// 采用的更正: what was taken over so far, kept in places of the text as it was given, so that it can be written into
// the file it came from. Knows texts; knows no file format.

/** 一处更正, at UTF-16 offsets of the text as it was given. */
export interface Adopted {
  readonly start: number;
  readonly end: number;
  /** What stood there, and what stands there now. */
  readonly from: string;
  readonly by: string;
}

/**
 * The text with its corrections, which stand in its order, none over another. Also of its reading in other
 * characters: what is taken over is of figures, and the same in both.
 */
export function textWith(text: string, adopted: readonly Adopted[]): string {
  let made = '';
  let at = 0;
  for (const { start, end, by } of adopted) {
    made += text.slice(at, start) + by;
    at = end;
  }
  return made + text.slice(at);
}

/** A place of the corrected text as a place of the given one; inside a correction its edge. */
function given(adopted: readonly Adopted[], at: number, edge: 'start' | 'end'): number {
  let moved = 0;
  for (const one of adopted) {
    const from = one.start + moved;
    if (at <= from) break;
    if (at < from + one.by.length) return one[edge];
    moved += one.by.length - (one.end - one.start);
  }
  return at - moved;
}

/**
 * With further corrections, at UTF-16 offsets of the text as it stands now: what is corrected again counts
 * once, what is put back not at all. In the order of the text as it was given (`text`).
 */
export function withAdopted(
  text: string,
  adopted: readonly Adopted[],
  further: readonly { readonly start: number; readonly end: number; readonly by: string }[],
): readonly Adopted[] {
  const fresh = further.map(({ start, end, by }) => {
    const [from, to] = [given(adopted, start, 'start'), given(adopted, end, 'end')];
    const over = adopted.filter((a) => a.start < to && a.end > from);
    const first = Math.min(from, ...over.map((a) => a.start));
    const last = Math.max(to, ...over.map((a) => a.end));
    return { start: first, end: last, from: text.slice(first, last), by };
  });
  const kept = adopted.filter((a) => !fresh.some((f) => a.start < f.end && a.end > f.start));
  return [...kept, ...fresh].filter((a) => a.from !== a.by).sort((a, b) => a.start - b.start);
}

/** Two lists of corrections of one text in one: where both correct a place the second is in force. */
export const withPending = (
  first: readonly Adopted[],
  second: readonly Adopted[],
): readonly Adopted[] =>
  [...first.filter((a) => !second.some((b) => a.start < b.end && a.end > b.start)), ...second].sort(
    (a, b) => a.start - b.start,
  );
