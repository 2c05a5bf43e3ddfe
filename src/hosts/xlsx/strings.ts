// Shared and inline strings. Phonetic readings are not part of what a cell says.
import { Scanner } from './xml.ts';

/** Control characters travel as `_x000D_`; a literal underscore before such a word as `_x005F_`. */
export function unescapeString(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Text of an `si` or `is` element: its `t` and those of its runs. */
export function richText(scan: Scanner): string {
  const depth = scan.depth;
  let out = '';
  while (scan.child(depth)) {
    if (scan.is('t')) out += scan.content();
    else if (scan.is('r')) {
      const run = scan.depth;
      while (scan.child(run)) if (scan.is('t')) out += scan.content();
    }
  }
  return unescapeString(out);
}

export function readStrings(text: string): string[] {
  const strings: string[] = [];
  const scan = new Scanner(text);
  scan.root();
  while (scan.child(1)) if (scan.is('si')) strings.push(richText(scan));
  return strings;
}
