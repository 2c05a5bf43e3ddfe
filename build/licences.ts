// What ships and under which terms: the packages that end up in the built folders, read from the lock file and from
// the packages themselves. Knows package files; knows nothing of the pane.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** 组成部分. */
export interface Component {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Digest of the lock file, as `sha512-…`. */
  readonly integrity?: string;
  /** Its terms, word for word; empty where the package holds none. */
  readonly terms: string;
}

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
}

const TERMS = /^(?:licen[cs]e|copying)(?:[.-].*)?$/i;

function licenseOf(own: { license?: unknown; licenses?: unknown }): string {
  const { license, licenses } = own;
  if (typeof license === 'string') return license;
  const named = (l: unknown) => (l as { type?: string } | undefined)?.type;
  const several = Array.isArray(licenses) ? licenses.map(named).join(' OR ') : undefined;
  return named(license) ?? several ?? 'NOASSERTION';
}

/** 随产品分发的软件包: those that are not for development alone, once each. */
export function components(root: string): Component[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const found = new Map<string, Component>();
  for (const [path, { version, integrity, dev, link }] of Object.entries(lock.packages)) {
    const folder = join(root, path);
    if (path === '' || dev || link || !version || !existsSync(join(folder, 'package.json')))
      continue;
    const own = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const terms = readdirSync(folder).find((name) => TERMS.test(name));
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    found.set(`${name}@${version}`, {
      name,
      version,
      license: licenseOf(own),
      ...(integrity && { integrity }),
      terms: terms ? readFileSync(join(folder, terms), 'utf8').trim() : '',
    });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** 物料清单 in the form of CycloneDX 1.5. */
export function bomOf(all: readonly Component[], version: string): string {
  const purl = (name: string, of: string): string => `pkg:npm/${name.replace(/^@/, '%40')}@${of}`;
  const hex = (integrity: string): string =>
    Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex');
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', name: 'gouji', version, 'bom-ref': 'gouji' } },
    components: all.map(({ name, version: of, license, integrity }) => ({
      type: 'library',
      'bom-ref': purl(name, of),
      name,
      version: of,
      purl: purl(name, of),
      licenses: [
        / (?:OR|AND) |^\(/.test(license)
          ? { expression: license }
          : { license: /^[\w.+-]+$/.test(license) ? { id: license } : { name: license } },
      ],
      ...(integrity?.startsWith('sha512-') && {
        hashes: [{ alg: 'SHA-512', content: hex(integrity) }],
      }),
    })),
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

/** 第三方软件声明: every package with its terms. */
export const noticesOf = (all: readonly Component[]): string =>
  [
    '勾稽随附的第三方软件，名称、版本、许可和许可条款原文。',
    ...all.map(({ name, version, license, terms }) =>
      ['', `== ${name} ${version} · ${license}`, '', terms || '（软件包内没有条款全文）'].join(
        '\n',
      ),
    ),
    '',
  ].join('\n');
