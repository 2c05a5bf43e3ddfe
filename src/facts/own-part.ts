// Our custom XML part: how a JSON text stands in it. Knows no host and nothing of what the JSON says.

/** Namespace of the custom XML part in which our data travel with the workbook. */
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

/**
 * The XML of our part with a JSON text in it: what XML reads as its own is escaped, and `jsonIn` gives the
 * same text back.
 */
export const partFor = (json: string): string =>
  `<gouji xmlns="${OWN_NAMESPACE}">${json.replace(/[&<>\r]/g, (c) => ESCAPES[c]!)}</gouji>`;

const CLOSE = '</gouji>';

/**
 * The JSON text in a part of ours, not looked into; undefined where the XML is no part of ours. A reference
 * to a character that there cannot be throws.
 */
export function jsonIn(xml: string): string | undefined {
  const open = /<gouji\b[^<>]*>/.exec(xml);
  const whole = xml.trimEnd();
  if (!open || !whole.endsWith(CLOSE)) return undefined;
  const inner = whole.slice(open.index + open[0].length, -CLOSE.length);
  const codePoint = (digits: string, base: number): string =>
    String.fromCodePoint(Number.parseInt(digits, base));
  return inner.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return codePoint(hex, 16);
    if (decimal !== undefined) return codePoint(decimal, 10);
    return LETTERS[name] ?? whole;
  });
}

/** 读不了的随簿资料: damaged, or of a later version of ours. It is kept as it is, told, and never used. */
export type Strange = 'broken' | 'newer';

/** The version of what we write; a part that names none is of this one. */
const VERSION = 1;

/** What a part of our namespace is to this version. */
export function kindOfPart(xml: string): 'ours' | Strange {
  try {
    const value: unknown = JSON.parse(jsonIn(xml) ?? '');
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'broken';
    const { version } = value as { version?: unknown };
    return version === undefined || version === VERSION ? 'ours' : 'newer';
  } catch {
    return 'broken';
  }
}

/** 随簿资料 of a workbook: our JSON, and whether there is a part that this version cannot read. */
export interface OwnParts {
  readonly json?: string;
  readonly strange?: Strange;
}

/** Of several parts of ours the last one counts. */
export function ownIn(parts: readonly string[] | undefined): OwnParts {
  const known = (parts ?? []).map((xml) => ({ xml, kind: kindOfPart(xml) }));
  const own = known.findLast(({ kind }) => kind === 'ours');
  const strange = known.flatMap(({ kind }) => (kind === 'ours' ? [] : [kind]))[0];
  const json = own && jsonIn(own.xml);
  return { ...(json !== undefined && { json }), ...(strange && { strange }) };
}
