// The folder an administrator puts on a server: the add-in with a manifest of that address, the page, notices. Knows
// how the parts are named and what the manifest says; knows nothing of the pane.
import { createHash } from 'node:crypto';
import { bomOf, type Component, noticesOf } from './licences.ts';

const HOME = 'https://localhost:3000';

/** 网址 as the package is given it: https, no query, no file at the end. Undefined where it is none. */
export function addressIn(text: string): URL | undefined {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return undefined;
  }
  if (url.protocol !== 'https:' || url.search !== '' || url.hash !== '') return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  if (/\.\w{2,5}$/.test(url.pathname)) return undefined;
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

const HEX = 16;
/** The same address always has the same id: a package made again replaces the one before. */
function idOf(address: URL): string {
  const digest = createHash('sha256').update(`gouji ${address.href}`).digest('hex');
  const variant = ((Number.parseInt(digest[16]!, HEX) & 3) | 8).toString(HEX);
  const parts = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `4${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ];
  return parts.join('-');
}

/** 加载项清单 for an address, from the one of development. */
export function manifestFor(template: string, address: URL, version: string): string {
  const inText = (url: string): string => url.replaceAll('&', '&amp;');
  return template
    .replace(/<Id>[^<]*<\/Id>/, `<Id>${idOf(address)}</Id>`)
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${version}.0</Version>`)
    .replaceAll(
      `<AppDomain>${HOME}</AppDomain>`,
      `<AppDomain>${inText(address.origin)}</AppDomain>`,
    )
    .replaceAll(`${HOME}/`, inText(address.href));
}

/** 内容安全策略 for the server's header: what the pages of the folder may load. */
export function policyFor(officeJs: string | undefined): string {
  const from = officeJs ? ` ${new URL(officeJs).origin}` : '';
  return [
    "default-src 'self'",
    `script-src 'self'${from}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    `connect-src 'self'${from}`,
    "object-src 'none'",
    "base-uri 'self'",
  ].join('; ');
}

/** 缓存: names with a digest never change what they hold; icons may be kept a day; pages are asked for anew. */
const KEPT = 'public, max-age=31536000, immutable';
const A_DAY = 'public, max-age=86400';
const ANEW = 'no-cache';

/** 服务器设置 for nginx: one place, to be included in the server that has the certificate. */
export function nginxFor(address: URL, policy: string, folder: string): string {
  const at = address.pathname;
  const headers = (kept: string): string =>
    [
      `add_header Content-Security-Policy "${policy}" always;`,
      'add_header X-Content-Type-Options nosniff always;',
      `add_header Cache-Control "${kept}" always;`,
    ].join('\n    ');
  const types = (kept: string): string =>
    `${headers(kept)}
    types {
      text/html html; text/css css; text/javascript js; application/json json;
      text/plain txt md; text/xml xml; image/png png; image/svg+xml svg; font/woff2 woff2;
      application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx;
    }
    charset utf-8;
    charset_types text/html text/css text/javascript application/json text/plain text/xml;`;
  return `# 放进已配好证书的 server { … } 里；文件夹改成实际位置。
location ${at} {
    alias ${folder}/;
    index index.html help.html;
    limit_except GET HEAD { deny all; }
    ${types(ANEW)}
  location ~ ^${at}(?:assets/|page/(?:page|style|starting)-|functions-) {
    root /;
    rewrite ^${at}(.*)$ ${folder}/$1 break;
    ${types(KEPT)}
  }
  location ~ ^${at}icon.*\\.(?:png|svg)$ {
    root /;
    rewrite ^${at}(.*)$ ${folder}/$1 break;
    ${types(A_DAY)}
  }
}
`;
}

const BINARY: Readonly<Record<string, string>> = {
  bcmap: 'application/octet-stream',
  pfb: 'application/octet-stream',
  ttf: 'font/ttf',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** 服务器设置 for IIS: web.config of the folder itself. */
export function iisFor(policy: string): string {
  const inText = policy.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const place = (path: string, kept: string): string =>
    `  <location path="${path}"><system.webServer><httpProtocol><customHeaders>
    <remove name="Cache-Control" /><add name="Cache-Control" value="${kept}" />
  </customHeaders></httpProtocol></system.webServer></location>`;
  // IIS hands out nothing whose type it does not know: maps of encodings and fonts that PDF pages need among them.
  const typed = ([ending, type]: readonly [string, string]): string =>
    `      <remove fileExtension=".${ending}" /><mimeMap fileExtension=".${ending}" mimeType="${type}" />`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<configuration>
  <system.webServer>
    <staticContent>
      <remove fileExtension=".json" /><mimeMap fileExtension=".json" mimeType="application/json" />
      <remove fileExtension=".js" /><mimeMap fileExtension=".js" mimeType="text/javascript" />
      <remove fileExtension=".md" /><mimeMap fileExtension=".md" mimeType="text/plain; charset=utf-8" />
${Object.entries(BINARY).map(typed).join('\n')}
      <remove fileExtension=".woff2" /><mimeMap fileExtension=".woff2" mimeType="font/woff2" />
    </staticContent>
    <httpProtocol><customHeaders>
      <add name="Content-Security-Policy" value="${inText}" />
      <add name="X-Content-Type-Options" value="nosniff" />
      <add name="Cache-Control" value="${ANEW}" />
    </customHeaders></httpProtocol>
    <security><requestFiltering><verbs allowUnlisted="false">
      <add verb="GET" allowed="true" /><add verb="HEAD" allowed="true" />
    </verbs></requestFiltering></security>
  </system.webServer>
${place('assets', KEPT)}
${['16', '32', '64', '80'].map((size) => place(`icon-${size}.png`, A_DAY)).join('\n')}
</configuration>
`;
}

/** 共享文件夹目录 for Excel on Windows: where it looks for manifests. */
export const registryFor = (id: string): string =>
  [
    'Windows Registry Editor Version 5.00',
    '',
    '; 把“受信任的加载项目录”指到放 manifest.xml 的共享文件夹；路径里的反斜杠要写两个。',
    `[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\WEF\\TrustedCatalogs\\{${id}}]`,
    `"Id"="{${id}}"`,
    '"Url"="\\\\\\\\服务器\\\\共享文件夹"',
    '"Flags"=dword:00000001',
    '',
  ].join('\r\n');

/** 安装包所需. */
export interface PackageInput {
  readonly address: URL;
  readonly version: string;
  readonly officeJs: string | undefined;
  readonly manifest: string;
  readonly functions: string;
  readonly components: readonly Component[];
}

/** 文件 of the package that are written and not copied, by their path in it. */
export function filesFor(given: PackageInput): Record<string, string> {
  const { address, version, officeJs, components } = given;
  const functions = given.functions.replaceAll(`${HOME}/`, address.href);
  const digest = createHash('sha256').update(functions).digest('hex').slice(0, 10);
  const named = `functions-${digest}.json`;
  const manifest = manifestFor(
    given.manifest.replaceAll(`${HOME}/functions.json`, `${HOME}/${named}`),
    address,
    version,
  );
  const policy = policyFor(officeJs);
  return {
    [named]: functions,
    'manifest.xml': manifest,
    '服务器/nginx.conf': nginxFor(address, policy, '/srv/gouji'),
    'web.config': iisFor(policy),
    '服务器/共享文件夹目录.reg': `\ufeff${registryFor(idOf(address))}`,
    '第三方软件.txt': noticesOf(components),
    'sbom.cdx.json': bomOf(components, version),
    '勾稽-安装说明.txt': [
      `勾稽 ${version}，放在 ${address.href}`,
      '',
      '1. 把这个文件夹里的全部内容放到上面的网址（https，证书要受各台电脑信任）。',
      '   nginx 的写法见“服务器/nginx.conf”；IIS 直接用文件夹里的 web.config。',
      '2. 用浏览器打开该网址下的 help.html，能看到帮助页即放好了。',
      '3. 把 manifest.xml 分发给各台电脑（集中部署、共享文件夹目录或 SharePoint）。',
      '4. 没有 Excel 的电脑：浏览器打开该网址下的 page/，或把“勾稽网页版.html”拷到本机双击打开。',
      '',
      '步骤、限制和检查表见项目 docs/管理员.md。第三方软件的条款见“第三方软件.txt”，清单见 sbom.cdx.json。',
      '',
    ].join('\r\n'),
  };
}
