// The scenarios in a real browser, the library loaded by a plain script tag from our own folder,
// under a policy that forbids everything else; no request may leave the page's server.
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { officePage } from '../support/office-bundle.ts';
import { OFFICE_FOLDER } from '../support/office-load.ts';
import { memberSets } from '../support/office-members.ts';
import { scenarios } from './office-scenarios.ts';

const POLICY = "default-src 'self'";
const PAGE = '<!doctype html><meta charset="utf-8"><script src="/office/office.js"></script>';
const JAVASCRIPT = 'text/javascript; charset=utf-8';

function serve(served: string[]): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    served.push(pathname);
    const send = (body: string | Buffer, type: string): void => {
      response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY });
      response.end(body);
    };
    if (pathname === '/') return send(PAGE, 'text/html; charset=utf-8');
    const file = path.join(OFFICE_FOLDER, path.normalize(pathname.replace(/^\/office\//, '/')));
    try {
      return send(readFileSync(file), JAVASCRIPT);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

let browser: Browser;
let server: Server;
let page: Page;
let failures: Record<string, string | undefined> = {};
const served: string[] = [];
const outside: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  const [script, listening, launched] = await Promise.all([
    officePage(),
    serve(served),
    launchChromium(),
  ]);
  server = listening;
  browser = launched;
  page = await browser.newPage({ locale: 'zh-CN' });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  page.on('request', (request) => {
    if (!request.url().startsWith(base)) outside.push(request.url());
  });
  page.on('console', (line) => {
    if (line.type() === 'error' && !/favicon/.test(line.location().url)) {
      complaints.push(line.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const begin = `OfficePage.begin(${JSON.stringify(memberSets())}, '1.12');`;
  await page.addInitScript({ content: script + begin });
  await page.goto(base);
  failures = await page.evaluate(async () => {
    await Office.onReady();
    const { CommonUtility } = OfficeExtension as unknown as {
      CommonUtility: { _doApiNotSupportedCheck: boolean };
    };
    CommonUtility._doApiNotSupportedCheck = true;
    const { OfficePage } = globalThis as unknown as {
      OfficePage: typeof import('../support/office-page.ts');
    };
    const results: Record<string, string | undefined> = {};
    for (const name of OfficePage.names) results[name] = await OfficePage.run(name);
    return results;
  });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
});

test.each(Object.keys(scenarios))('浏览器：%s', (name) => {
  expect(Object.keys(failures)).toContain(name);
  expect(failures[name]).toBeUndefined();
});
test('浏览器：只从自己的文件夹取了库的三个文件，没有请求外出，没有报错', () => {
  const library = served.filter((file) => file.startsWith('/office/'));
  expect(library).toEqual([
    '/office/office.js',
    '/office/excel-win32-16.01.js',
    '/office/zh-cn/office_strings.js',
  ]);
  expect(outside).toEqual([]);
  expect(complaints).toEqual([]);
});
