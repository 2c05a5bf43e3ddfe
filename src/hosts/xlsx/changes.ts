// Changes to a package: parts rewritten or added, named in the list of types and in the relations of what points to
// them. Whatever is not changed is copied as it is stored. Knows packages; knows nothing of what parts say.
import { relationsOf } from './package.ts';
import { refuse } from './refusal.ts';
import { decodeXml } from './xml.ts';
import type { Zip } from './zip.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = '[Content_Types].xml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const NO_RELATIONS = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;

/**
 * A text as XML writes it, in content and in attributes; control characters that XML does not know are left
 * out.
 */
export const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML knows no such characters
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/**
 * Puts an element before the closing tag of the root; throws the refusal `damaged` where there is no root.
 */
export function appended(xml: string, element: string): string {
  const at = xml.lastIndexOf('</');
  if (at >= 0) return xml.slice(0, at) + element + xml.slice(at);
  // <Relationships …/> without anything inside.
  const root = /<([\w:]+)[^<]*\/>\s*$/.exec(xml);
  const empty = xml.lastIndexOf('/>');
  return root ? `${xml.slice(0, empty)}>${element}</${root[1]}>` : refuse('damaged');
}

const relationsPath = (source: string): string => {
  const cut = source.lastIndexOf('/') + 1;
  return `${source.slice(0, cut)}_rels/${source.slice(cut)}.rels`;
};

/** 部件改动; a package without its list of types throws the refusal `damaged`. */
export class PackageChanges {
  readonly #changed = new Map<string, string>();

  constructor(readonly zip: Zip) {}

  /** A part as it will be; undefined where there is none. */
  text(path: string): string | undefined {
    const name = this.zip.find(path)?.name ?? path;
    const known = this.#changed.get(name);
    if (known !== undefined) return known;
    const part = this.zip.part(path);
    return part && decodeXml(part);
  }

  /** The part as it will be written. */
  set(path: string, xml: string): void {
    this.#changed.set(this.zip.find(path)?.name ?? path, xml);
  }

  /** Adds a part of this type; `xml` without its head. */
  add(path: string, type: string, xml: string): void {
    this.set(path, HEAD + xml);
    this.#type(`<Override PartName="/${path}" ContentType="${type}"/>`);
  }

  /** Parts with this ending are of this type. */
  ending(extension: string, type: string): void {
    const known = this.text(TYPES) ?? refuse('damaged');
    if (new RegExp(`Extension="${extension}"`, 'i').test(known)) return;
    this.#type(`<Default Extension="${extension}" ContentType="${type}"/>`);
  }

  #type(element: string): void {
    const known = this.text(TYPES) ?? refuse('damaged');
    // What holds for an ending stands before what holds for a part.
    const at = element.startsWith('<Default') ? known.search(/<Override\b/) : -1;
    this.set(
      TYPES,
      at < 0 ? appended(known, element) : known.slice(0, at) + element + known.slice(at),
    );
  }

  /** Points from a part to another; gives the id of the relation. */
  relate(source: string, kind: string, target: string): string {
    const path = relationsPath(source);
    const known = this.text(path) ?? NO_RELATIONS;
    let n = relationsOf(this.zip, source).length + 1;
    while (known.includes(`"rId${n}"`)) n += 1;
    const element = `<Relationship Id="rId${n}" Type="${RELATIONS}/${kind}" Target="/${target}"/>`;
    this.set(path, appended(known, element));
    return `rId${n}`;
  }

  /** The package with all changes; parts are stored as UTF-8, whatever they were before. */
  bytes(): Uint8Array {
    const encode = (xml: string) =>
      new TextEncoder().encode(xml.replace(/^(<\?xml[^>]*?encoding=["'])[^"']+/, '$1UTF-8'));
    const parts = [...this.#changed].map(([name, xml]) => [name, encode(xml)] as const);
    return this.zip.replaced(new Map(parts));
  }
}
