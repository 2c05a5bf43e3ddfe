// A static server on loopback: the built workbench, the add-in beside it, and the sample workbooks.
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { root } from './prepare.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.woff2': 'font/woff2',
};
const FOLDERS = {
  workbench: 'dist/workbench',
  addin: 'dist/addin',
  page: 'dist/page',
  samples: 'tests/cases/samples',
};

/** What a page of this server may load; the pages say the same of themselves. */
const POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; object-src 'none'";

/** The file of an address; undefined when there is none or it lies outside the served folders, links followed. */
function fileOf(url) {
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  const [, folder, ...rest] = path.split('/');
  const base = Object.hasOwn(FOLDERS, folder) ? FOLDERS[folder] : undefined;
  if (!base) return undefined;
  const home = join(root, base);
  const file = normalize(join(home, rest.join('/') || 'index.html'));
  if (!file.startsWith(home + sep) || !statSync(file).isFile()) return undefined;
  return realpathSync(file).startsWith(realpathSync(home) + sep) ? file : undefined;
}

/** A page of another site must not reach this one under a name of its own that leads here. */
const isLocal = (host) => /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host ?? '');

function refuse(response, status, words) {
  response
    .writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    })
    .end(words);
}

export const answer = (request, response) => {
  if (!isLocal(request.headers.host)) return refuse(response, 403, '只在本机使用。');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, '只能读取。');
  if (request.url === '/' || request.url === '/workbench') {
    response.writeHead(302, { location: '/workbench/' }).end();
    return undefined;
  }
  let content;
  let file;
  try {
    file = fileOf(request.url);
    // Read as a whole: nothing stays open behind a reader that goes away.
    content = file && readFileSync(file);
  } catch {
    content = undefined;
  }
  if (content === undefined) return refuse(response, 404, '没有这一页。');
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-length': content.length,
    'cache-control': 'no-cache',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
  });
  return response.end(request.method === 'HEAD' ? undefined : content);
};

/** Listens on loopback; takes the next free port when the wanted one is in use. */
export function serve(port, host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const server = createServer(answer);
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE' && port !== 0)
        serve(port + 1 > 65535 ? 0 : port + 1, host).then(resolve, reject);
      else reject(error);
    });
    server.listen(port, host, () =>
      resolve({ server, url: `http://${host}:${server.address().port}/workbench/` }),
    );
  });
}
