// The server of npm start: for this machine only, reading only, nothing outside its folders, links followed.
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../bin/serve.mjs';

const root = new URL('../../', import.meta.url).pathname;
const link = join(root, 'dist/page/outside.json');
let server: Server;
beforeAll(async () => {
  ({ server } = await serve(0));
  mkdirSync(join(root, 'dist/page'), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(join(root, 'package.json'), link);
});
afterAll(async () => {
  rmSync(link, { force: true });
  await new Promise((done) => server.close(done));
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly length: number;
}

const asked = (path: string, method = 'GET', host = 'localhost'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request({ port, host: '127.0.0.1', path, method, headers: { host } }, (response) => {
      let length = 0;
      response.on('data', (part: Buffer) => {
        length += part.length;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, length }),
      );
    })
      .on('error', reject)
      .end();
  });

const SAMPLE = '/samples/hanyang-2021.xlsx';

describe('本机服务器', () => {
  it('给出文件，带上策略和 nosniff；HEAD 只给头', async () => {
    const { status, headers, length } = await asked(SAMPLE);
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(length).toBe(Number(headers['content-length']));
    expect(await asked(SAMPLE, 'HEAD')).toMatchObject({ status: 200, length: 0 });
  });

  it.each([
    ['别的主机名', SAMPLE, 'GET', 'evil.example', 403],
    ['写', SAMPLE, 'POST', 'localhost', 405],
    ['删', SAMPLE, 'DELETE', 'localhost', 405],
    ['往上走', '/samples/../../package.json', 'GET', 'localhost', 404],
    ['编码的往上走', '/samples/%2e%2e/%2e%2e/package.json', 'GET', 'localhost', 404],
    ['空字符', '/samples/%00', 'GET', 'localhost', 404],
    ['原型上的名字', '/constructor/x', 'GET', 'localhost', 404],
    ['指到外面的链接', '/page/outside.json', 'GET', 'localhost', 404],
    ['文件夹', '/samples/', 'GET', 'localhost', 404],
  ])('不给：%s', async (_, path, method, host, status) => {
    expect((await asked(path, method, host)).status).toBe(status);
  });
});
