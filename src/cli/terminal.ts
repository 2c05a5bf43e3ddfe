// What is foreign on its way to a terminal: names and words of files may hold signs that command it.

// Control characters but tab and line feed, and marks that turn the direction of writing.
const COMMANDING = /(?![\t\n])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The same text with commanding signs written out; within JSON it still says the same. */
export const harmless = (text: string): string =>
  text.replace(COMMANDING, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
