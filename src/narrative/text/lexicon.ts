// The words by which a clause says what its number is, ready to be looked up where they stand. Knows
// spellings; the words themselves are data.

/** 词类: what a word says of the number near it. */
export type WordKind =
  | 'shield'
  | 'up'
  | 'down'
  | 'level'
  | 'share'
  | 'done'
  | 'compare'
  | 'last'
  | 'opening'
  | 'full'
  | 'adjusted'
  | 'plan'
  | 'final'
  | 'unlike'
  | 'include'
  | 'open'
  | 'each'
  | 'joint'
  | 'total'
  | 'reason'
  | 'plus'
  | 'aside';

/** 句中用词: spellings of each kind, apart by blanks. */
export type ClauseWords = Readonly<Record<WordKind, string>>;

/** 词典条目: one spelling of a word of a kind. */
export interface Spelling {
  readonly text: string;
  readonly kind: WordKind;
}

/** 查词: the longest spelling that stands at a place. */
export type Lexicon = (text: string, at: number) => Spelling | undefined;

const compiled = new WeakMap<ClauseWords, Lexicon>();

function compile(words: ClauseWords): Lexicon {
  const byHead = new Map<string, Spelling[]>();
  for (const [kind, list] of Object.entries(words) as [WordKind, string][])
    for (const text of list.split(/\s+/)) {
      const own = byHead.get(text[0]!) ?? [];
      byHead.set(text[0]!, own);
      own.push({ text, kind });
    }
  for (const own of byHead.values()) own.sort((a, b) => b.text.length - a.text.length);
  return (text, at) => byHead.get(text[at]!)?.find((s) => text.startsWith(s.text, at));
}

/** 查词 of a set of words; compiled once. */
export function lexiconOf(words: ClauseWords): Lexicon {
  let known = compiled.get(words);
  if (!known) {
    known = compile(words);
    compiled.set(words, known);
  }
  return known;
}
