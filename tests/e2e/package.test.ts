// The folder that is put on a server: what is in it, what its manifest says, and how it runs under its own address with
// the policy on; and a build whose Office.js comes from elsewhere.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressIn, manifestFor } from '../../build/package.ts';
import { launchChromium } from '../support/chromium.ts';
import { officePage } from '../support/office-bundle.ts';
import { OFFICE_FOLDER } from '../support/office-load.ts';
import { memberSets } from '../support/office-members.ts';
import { PRODUCERS } from '../support/pdf/borders.ts';
import { printBooklet } from '../support/pdf/print.ts';
import { sample as sampleBook } from '../support/samples.ts';
import { freePort, hasNginx, servePackage } from '../support/served-package.ts';

const root = new URL('../../', import.meta.url).pathname;
let browser: Browser;
let work: string;
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'gouji-package-'));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
});

const packaged = (...args: string[]) =>
  spawnSync(process.execPath, ['bin/package.mjs', ...args], { cwd: root, encoding: 'utf8' });

describe('安装包', () => {
  let at: URL;
  let folder: string;
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  beforeAll(async () => {
    at = new URL(`https://localhost:${await freePort()}/gouji/`);
    folder = join(work, 'package');
    const made = packaged('--url', at.href, '--out', folder);
    expect(made.stderr).toBe('');
    expect(made.status).toBe(0);
  });

  it('清单里都是这个网址，所指的文件都在；同一网址编号不变', () => {
    const manifest = text('manifest.xml');
    expect(manifest).not.toContain('localhost:3000');
    const urls = [...manifest.matchAll(/DefaultValue="(https:[^"]+)"/g)].map((m) => m[1]!);
    for (const url of urls) {
      expect(url.startsWith(at.href), url).toBe(true);
      expect(existsSync(join(folder, url.slice(at.href.length))), url).toBe(true);
    }
    const again = manifestFor(readFileSync(join(root, 'manifest.xml'), 'utf8'), at, '0.1.0');
    const id = (xml: string) => /<Id>(.*)<\/Id>/.exec(xml)![1];
    expect(id(again)).toBe(id(manifest));
    expect(id(again)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('函数的帮助指向随包的页面，每个函数都有一节', () => {
    const name = readdirSync(folder).find((n) => /^functions-[0-9a-f]+\.json$/.test(n))!;
    const { functions } = JSON.parse(text(name)) as {
      functions: { id: string; helpUrl: string }[];
    };
    const help = text('functions.html');
    for (const { id, helpUrl } of functions) {
      expect(helpUrl).toBe(`${at.href}functions.html#${id}`);
      expect(help).toContain(`<section id="${id}">`);
    }
  });

  it('声明、清单、各平台的 Office.js、网页版都在包里', () => {
    const bom = JSON.parse(text('sbom.cdx.json')) as {
      bomFormat: string;
      components: { name: string; version: string; purl: string; licenses: unknown[] }[];
    };
    expect(bom.bomFormat).toBe('CycloneDX');
    for (const c of bom.components) {
      expect(c.purl).toBe(`pkg:npm/${c.name.replace('@', '%40')}@${c.version}`);
      expect(c.licenses).toHaveLength(1);
      expect(text('第三方软件.txt')).toContain(`== ${c.name} ${c.version} ·`);
    }
    expect(bom.components.map((c) => c.name)).toEqual(
      expect.arrayContaining(['react', 'decimal.js', 'fflate', '@microsoft/office-js']),
    );
    for (const platform of ['win32-16.01', 'mac-16.00', 'web-16.00', 'ios-16.00'])
      expect(existsSync(join(folder, `excel-${platform}.js`)), platform).toBe(true);
    for (const name of ['勾稽网页版.html', 'page/index.html', 'web.config', '勾稽-安装说明.txt'])
      expect(existsSync(join(folder, name)), name).toBe(true);
  });

  it('IIS 认得包里每一种文件', () => {
    const known = /<mimeMap fileExtension="(\.\w+)"/g;
    // What IIS has always known; files without an ending are licences, which nothing asks for.
    const told = new Set(['.html', '.css', '.png', '.txt', '.xml']);
    for (const [, ending] of text('web.config').matchAll(known)) told.add(ending!);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const endings = files.filter((n) => !n.startsWith('服务器')).map((n) => extname(n));
    const served = endings.filter((e) => e !== '' && e !== '.config');
    expect([...new Set(served)].filter((e) => !told.has(e))).toEqual([]);
  });

  it('网址不对、文件夹里有别的东西：说清楚，什么也不写', () => {
    for (const url of [
      'http://oa/gouji/',
      'https://oa/gouji/taskpane.html',
      'oa',
      'https://oa/?a=1',
    ])
      expect(addressIn(url), url).toBeUndefined();
    expect(addressIn('https://oa.example.gov.cn/勾稽')?.href).toMatch(/^https:.*\/$/);
    const refused = packaged('--url', at.href, '--out', join(root, 'docs'));
    expect(refused.status).toBe(64);
    expect(refused.stderr).toContain('已有别的内容');
  });

  // Without nginx the same headers come from Node: what they let through is shown either way.
  it(`由 ${hasNginx() ? 'nginx' : 'Node'} 在本机提供：策略生效，网页版和窗格能用，没有向外的请求`, async () => {
    const stop = await servePackage(folder, at, hasNginx() ? 'nginx' : 'node');
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-CN' });
    try {
      const page = await context.newPage();
      const outside: string[] = [];
      const errors: string[] = [];
      page.on('pageerror', (e) => errors.push(e.message));
      page.on('requestfinished', (r) => {
        if (!r.url().startsWith(at.href) && !/^(?:blob|data):/.test(r.url())) outside.push(r.url());
      });
      const answer = await page.goto(new URL('page/', at).href);
      expect(answer!.headers()['content-security-policy']).toContain("default-src 'self'");
      expect(answer!.headers()['x-content-type-options']).toBe('nosniff');
      await page.getByRole('button', { name: '打开示例' }).click();
      await page.getByRole('button', { name: '开始体检' }).click();
      await page.getByText('勾稽关系全部相符').waitFor();
      const own = (await sampleBook('hanyang-2021')).sheets.filter((s) => s.name === '表1');
      const look = { landscape: true, size: 8, repeated: false, numbered: false };
      const buffer = Buffer.from(await printBooklet(own, { producer: PRODUCERS[0]!, ...look }));
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: '打开文件' }).first().click(),
      ]);
      await chooser.setFiles({ name: '决算.pdf', mimeType: 'application/pdf', buffer });
      await page.getByRole('region', { name: '第 1 页' }).waitFor();
      await page.goto(new URL('taskpane.html', at).href);
      await page.getByText('请在 Excel 中打开勾稽').waitFor();
      // In Excel, as the emulated one stands for it: the pane, and an area that is fetched when it is used.
      const given = [memberSets(), '1.14', await sampleBook('hanyang-2021')];
      const begin = `OfficePage.begin(...${JSON.stringify(given)});`;
      await page.addInitScript({ content: (await officePage()) + begin });
      await page.reload();
      await page.getByRole('button', { name: '开始体检' }).click();
      await page.getByText('9 张表勾稽关系全部相符').waitFor();
      await page.getByRole('tab', { name: '说明' }).click();
      await page
        .getByRole('heading', { name: /部门决算情况说明/ })
        .first()
        .waitFor();
      const blocked = await page.evaluate(() =>
        fetch('https://example.com/').then(
          () => 'sent',
          () => 'blocked',
        ),
      );
      expect(blocked).toBe('blocked');
      expect(outside).toEqual([]);
      expect(errors).toEqual([]);
    } finally {
      await context.close();
      await stop();
    }
  });
});

describe('Office.js 另有来处（OFFICE_JS_URL）', () => {
  const listen = (folder: string): Promise<Server> =>
    new Promise((resolve) => {
      const server = createServer((request, response) => {
        const path = new URL(request.url!, 'http://localhost').pathname;
        try {
          const type = extname(path) === '.html' ? 'text/html; charset=utf-8' : 'text/javascript';
          const content = readFileSync(join(folder, normalize(path)));
          // A mirror on another host has to allow it, as Microsoft's own servers do.
          response
            .writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' })
            .end(content);
        } catch {
          response.writeHead(404).end();
        }
      }).listen(0, '127.0.0.1', () => resolve(server));
    });
  const addressOf = (server: Server) =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  it('页面从那里取，策略放行那里；包里不再带 Office.js', async () => {
    const mirror = await listen(OFFICE_FOLDER);
    const outDir = join(work, 'mirrored');
    process.env.OFFICE_JS_URL = `${addressOf(mirror)}office.js`;
    try {
      await build({
        root: join(root, 'taskpane'),
        configFile: join(root, 'vite.pane.config.ts'),
        logLevel: 'error',
        build: { outDir, emptyOutDir: true, minify: false },
      });
    } finally {
      delete process.env.OFFICE_JS_URL;
    }
    expect(existsSync(join(outDir, 'office.js'))).toBe(false);
    const server = await listen(outDir);
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('requestfinished', (r) => asked.push(r.url()));
    await page.goto(`${addressOf(server)}taskpane.html`);
    await page.getByText('请在 Excel 中打开勾稽').waitFor();
    expect(asked).toContain(`${addressOf(mirror)}office.js`);
    await page.close();
    server.close();
    mirror.close();
  });
});
