// Vite plugin: the files of Office.js beside the pane, unmodified, for networks without the internet.
// OFFICE_JS_URL points the page at another copy instead.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const FILES = [
  'office.js',
  'excel-win32-16.01.js',
  'excel-win32-16.00.js',
  'excel-web-16.00.js',
  'excel-mac-16.00.js',
  'excel-ios-16.00.js',
  'zh-cn/office_strings.js',
  'en-us/office_strings.js',
  'o15apptofilemappingtable.js',
  'telemetry/oteljs_agave.js',
];

const NOTICE = `第三方文件
本文件夹中的 Office.js（office.js、excel-*.js、*/office_strings.js、o15apptofilemappingtable.js、telemetry/*）
是 Microsoft Corporation 的 @microsoft/office-js 软件包中的文件，未作修改，按其许可条款随本加载项分发；
许可条款见同一文件夹的 office-js-license.md。
其余各开源软件包已编入 assets 中的脚本，名称、版本与许可条款全文见 third-party-licenses.md。
`;

/** Another copy of Office.js is loaded from its own address, which the page's policy then allows; nothing else is. */
function fetchedFrom(html: string, url: string): string {
  const { origin } = new URL(url);
  return html
    .replace('src="office.js"', `src="${url}"`)
    .replace(
      "default-src 'self';",
      `default-src 'self'; script-src 'self' ${origin}; connect-src 'self' ${origin};`,
    );
}

export function officeFiles(dist: string): Plugin {
  const url = process.env.OFFICE_JS_URL;
  return {
    name: 'office-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => (url ? fetchedFrom(html, url) : html),
    },
    generateBundle() {
      if (url) return;
      for (const file of FILES) {
        const path = join(dist, file);
        if (existsSync(path))
          this.emitFile({ type: 'asset', fileName: file, source: readFileSync(path) });
      }
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-NOTICES.txt', source: NOTICE });
      const license = join(dist, '..', 'LICENSE.md');
      if (existsSync(license))
        this.emitFile({
          type: 'asset',
          fileName: 'office-js-license.md',
          source: readFileSync(license),
        });
    },
  };
}
