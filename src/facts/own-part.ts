// Our custom XML part: how a JSON text stands in it. Knows no host and nothing of what the JSON says.

export const OWN_NAMESPACE = 'urn:gouji:workbook:1';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#13;',
};
const LETTERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

export const partFor = (json: string): string =>
  `<gouji xmlns="${OWN_NAMESPACE}">${json.replace(/[&<>\r]/g, (c) => ESCAPES[c]!)}</gouji>`;

/** undefined: this is not a part of ours. */
export function jsonIn(xml: string): string | undefined {
  const m = /<gouji\b[^>]*>([\s\S]*)<\/gouji>\s*$/.exec(xml);
  const codePoint = (digits: string, base: number): string =>
    String.fromCodePoint(Number.parseInt(digits, base));
  return m?.[1]?.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return codePoint(hex, 16);
    if (decimal !== undefined) return codePoint(decimal, 10);
    return LETTERS[name] ?? whole;
  });
}
