// A static server on loopback: the built workbench, the add-in beside it, and the sample workbooks.
import { createReadStream, existsSync, statSync } from 'node:fs';
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

/** The file of an address; undefined when there is none or it lies outside the served folders. */
function fileOf(url) {
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  const [, folder, ...rest] = path.split('/');
  const base = FOLDERS[folder];
  if (!base) return undefined;
  const home = join(root, base);
  const file = normalize(join(home, rest.join('/') || 'index.html'));
  return file.startsWith(home + sep) && existsSync(file) && statSync(file).isFile()
    ? file
    : undefined;
}

export const answer = (request, response) => {
  if (request.url === '/' || request.url === '/workbench') {
    response.writeHead(302, { location: '/workbench/' }).end();
    return;
  }
  let file;
  try {
    file = fileOf(request.url);
  } catch {
    file = undefined;
  }
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('没有这一页。');
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
  });
  createReadStream(file).pipe(response);
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
