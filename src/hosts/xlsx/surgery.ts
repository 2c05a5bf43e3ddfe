// Parts of a package changed at single places, everything around them left as it is spelled. Knows XML
// and bytes; knows nothing of what the parts say.
import { refuse } from './refusal.ts';
import { decodeXml, type Scanner } from './xml.ts';
import type { Zip } from './zip.ts';

/** 一段: from its first sign to behind its last. */
export interface XmlSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * A part as text that goes back to the very same bytes. Throws the refusal `damaged` where there is none,
 * `refused` where it is UTF-16.
 */
export function textPart(zip: Zip, path: string): string {
  const part = zip.part(path) ?? refuse('damaged');
  if (part[0]! >= 0xfe) refuse('refused');
  return (part[0] === 0xef ? '\ufeff' : '') + decodeXml(part);
}
/** A text as UTF-8. */
export const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The current element from its first sign to its last. */
export function elementSpan(scan: Scanner): XmlSpan {
  const start = scan.tagStart;
  const { depth } = scan;
  while (scan.child(depth));
  return { start, end: scan.tagEnd };
}

/** A text with a span of it replaced. */
export const splice = (text: string, { start, end }: XmlSpan, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

/** Takes out spans that do not overlap, given from first to last. */
export const without = (text: string, spans: readonly XmlSpan[]): string =>
  spans.reduceRight((rest, span) => splice(rest, span, ''), text);
