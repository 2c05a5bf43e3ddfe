// 带批注、带修订的副本: what we wrote beside a file is known by the name we sign with. Knows where each kind of file keeps
// who wrote a note; knows no finding.
import { decodeXml } from './xlsx/xml.ts';
import { Zip } from './xlsx/zip.ts';

/** 署名 of every note, comment, highlight and revision that we write. */
export const AUTHOR = '勾稽';

/** As the text of an annotation stands in a PDF, and the kind of it. */
const SIGNED = /\/T\s*<feff52fe7a3d>/i;
const HIGHLIGHT = /\/Subtype\s*\/Highlight\b/;
const OBJECT = 'endobj';

/** Highlights of ours, as they were added behind the file; what another program has packed anew is not known. */
function inPdf(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes);
  for (let at = text.indexOf('/Highlight'); at >= 0; at = text.indexOf('/Highlight', at + 1)) {
    const start = text.lastIndexOf(OBJECT, at);
    const end = text.indexOf(OBJECT, at);
    const object = text.slice(Math.max(start, at - 2000), end < 0 ? at + 2000 : end);
    if (HIGHLIGHT.test(object) && SIGNED.test(object)) return true;
  }
  return false;
}

/** Parts that may hold notes, and how each names who wrote them. */
const PARTS: readonly (readonly [name: RegExp, sign: RegExp])[] = [
  [/^word\/comments[^/]*\.xml$/i, new RegExp(`\\bauthor="${AUTHOR}"`)],
  [/^xl\/[^_]*(?:comments?|goujiNotes)[^/]*\.xml$/i, new RegExp(`<(?:\\w+:)?author>${AUTHOR}<`)],
  [
    /^word\/document[^/]*\.xml$/i,
    new RegExp(`<(?:\\w+:)?(?:ins|del)\\s[^>]*\\bauthor="${AUTHOR}"`),
  ],
];

function inPackage(bytes: Uint8Array): boolean {
  const zip = new Zip(bytes);
  return PARTS.some(([name, sign]) =>
    zip.entries.some((entry) => {
      const part = name.test(entry.name) ? zip.part(entry.name) : undefined;
      return part !== undefined && sign.test(decodeXml(part));
    }),
  );
}

/**
 * Whether notes or revisions of ours still stand in a file; once they are taken out, or accepted, it is a file like any
 * other. What cannot be looked into is none of ours.
 */
export function isOwnCopy(bytes: Uint8Array): boolean {
  try {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return inPackage(bytes);
    return bytes[0] === 0x25 && bytes[1] === 0x50 && inPdf(bytes);
  } catch {
    return false;
  }
}
