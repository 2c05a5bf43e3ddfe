// What the page of the pane says where it cannot start: a script that is missing is named, and what to do.

import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';

const root = new URL('../../dist/addin/', import.meta.url).pathname;
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

let server: Server;
let browser: Browser;
let url = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    try {
      const content = readFileSync(join(root, normalize(path)));
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/taskpane.html`;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await new Promise((done) => server.close(done));
});

describe('窗格打不开时', () => {
  it('说明用的脚本，最旧的浏览器也读得懂', () => {
    const script = readFileSync(join(root, 'starting.js'), 'utf8').replace(/\/\/.*/g, '');
    expect(script).not.toMatch(/=>|\blet\b|\bconst\b|`|\?\.|\bclass\b/);
  });

  it.each([
    ['**/office.js', '没有取到 office.js'],
    ['**/assets/*.js', '可能被拦截'],
  ])('缺 %s：说缺什么、怎么办', async (missing, words) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await page.route(missing, (route) => route.fulfill({ status: 404 }));
    // It waits for a slow network before it speaks; the test's clock runs ahead.
    await page.clock.install();
    await page.goto(url);
    await page.clock.runFor(30_000);
    await page.getByText(words).waitFor();
    expect(await page.getByRole('status').textContent()).toContain('请检查内网地址能否打开');
    await page.close();
  });

  it('浏览器读不懂程序：说它太旧，换什么', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    const unknown = { contentType: 'text/javascript', body: 'const late = ;' };
    await page.route('**/assets/taskpane-*.js', (route) => route.fulfill(unknown));
    await page.goto(url);
    await page.getByText('Safari 要 15 以上').waitFor();
    await page.close();
  });
});

it('先到的脚本不超过 240 KB（压缩后）；区域、Word、文件用到才来', () => {
  const html = readFileSync(join(root, 'taskpane.html'), 'utf8');
  const first = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((m) => m[1]!);
  const sizes = first.map((name) => gzipSync(readFileSync(join(root, name))).length);
  expect(first.length).toBeGreaterThan(0);
  expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(240 * 1024);
});
