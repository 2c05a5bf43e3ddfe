// Vite plugin: the page of a built script, twice. A folder for a server, with the script and the styles beside the
// page; and one file with everything inside, as a classic script, that opens from disk.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const CSP = {
  served:
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:",
  /** From disk there is no self: nothing is fetched at all. */
  alone:
    "default-src 'none'; script-src 'unsafe-inline' blob:; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; worker-src blob:",
} as const;

const page = (csp: string, head: string, body: string): string => `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="${csp}" />
    <title>勾稽</title>
    ${head}
  </head>
  <body>
    <div id="root"><p class="starting" role="status" style="margin: 1em; font: 14px/1.6 sans-serif">正在打开勾稽……</p></div>
    ${body}
  </body>
</html>
`;

/** A script inside a page must not hold what ends it; `<!--` would change how the rest is read. */
const inScript = (code: string): string =>
  code.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');

const digest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 10);

/**
 * @param starting what is said where the page cannot start: a script of the oldest kind
 * @param icon picture in the browser's tab
 */
export function onePage(starting: string, icon: string): Plugin {
  return {
    name: 'one-page',
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = Object.values(bundle);
      const script = files.find((f) => f.type === 'chunk' && f.isEntry);
      if (script?.type !== 'chunk') throw new Error('page: no script');
      const styles = files.flatMap((f) =>
        f.type === 'asset' && f.fileName.endsWith('.css') ? [String(f.source)] : [],
      );
      const css = styles.join('\n');
      const early = readFileSync(starting, 'utf8');
      const emit = (fileName: string, source: string) =>
        this.emitFile({ type: 'asset', fileName, source });
      const sheet = files.find((f) => f.fileName.endsWith('.css'))?.fileName ?? '';
      emit(`starting-${digest(early)}.js`, early);
      const picture = `data:image/png;base64,${readFileSync(icon).toString('base64')}`;
      emit(
        'index.html',
        page(
          CSP.served,
          `<link rel="icon" href="${picture}" /><link rel="stylesheet" href="${sheet}" /><script src="starting-${digest(early)}.js"></script>`,
          `<script src="${script.fileName}"></script>`,
        ),
      );
      emit(
        'gouji.html',
        page(
          CSP.alone,
          `<link rel="icon" href="${picture}" /><style>${css}</style><script>${inScript(early)}</script>`,
          // Its workers are made of the same script, which they find by this id.
          `<script id="gouji">${inScript(script.code)}</script>`,
        ),
      );
    },
  };
}

const SAMPLE = 'virtual:sample';

/** 示例: a small made-up disclosure inside the page. */
export const sampleInside = (path: string): Plugin => ({
  name: 'sample-inside',
  resolveId: (id) => (id === SAMPLE ? `\0${SAMPLE}` : null),
  load: (id) =>
    id === `\0${SAMPLE}`
      ? `export default ${JSON.stringify(readFileSync(path).toString('base64'))};`
      : null,
});
