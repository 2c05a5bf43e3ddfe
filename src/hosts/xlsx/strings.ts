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

const HEADS = ['<si><t>', '<si><t xml:space="preserve">'];
const TAIL = '</t></si>';
/** Entities, line breaks of another kind, and letters that stand for signs: for the other reader. */
const ODD = /[&\r]|_x/;

/** Texts that stand there as they are, one after the other; where the first that does not begins. */
function readPlain(text: string, from: number, strings: string[]): number {
  for (let at = from; ; ) {
    const head = HEADS.find((h) => text.startsWith(h, at));
    if (head === undefined) return at;
    const begin = at + head.length;
    const end = text.indexOf('<', begin);
    const plain = text.slice(begin, end);
    if (!text.startsWith(TAIL, end) || ODD.test(plain)) return at;
    strings.push(plain);
    at = end + TAIL.length;
  }
}

/** 共享字符串 of a part in the order in which cells number them, from 0. */
export function readStrings(text: string): string[] {
  const strings: string[] = [];
  const scan = new Scanner(text);
  const resume = () => {
    if (scan.at >= 0) scan.skipTo(readPlain(text, scan.at, strings));
  };
  scan.root();
  resume();
  while (scan.child(1)) {
    if (scan.is('si')) strings.push(richText(scan));
    resume();
  }
  return strings;
}
