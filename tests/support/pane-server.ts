// The pane over a workbook in memory, built and served on loopback, for tests that look at it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { apart } from '../../build/apart.ts';
import { pdfData } from '../../build/pdf-data.ts';

export interface Served {
  /** Address of the page; what it shows is asked for in the query (see preview.tsx). */
  readonly url: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export async function servePreview(): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-preview-'));
  await build({
    configFile: false,
    root: 'taskpane',
    base: './',
    logLevel: 'error',
    plugins: [
      react(),
      pdfData('node_modules/pdfjs-dist'),
      apart('reading.js', resolve('taskpane/apart/reading.ts')),
      apart('checking.js', resolve('taskpane/apart/checking.ts')),
    ],
    publicDir: '../tests/cases/samples',
    build: {
      minify: false,
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { input: 'taskpane/preview.html' },
    },
  });
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    try {
      const content = readFileSync(join(folder, normalize(path)));
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/preview.html`,
    async close() {
      await new Promise((done) => server.close(done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
