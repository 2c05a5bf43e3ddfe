// Files are opened apart from the page: what stalls is given up, what fails is refused, and where no worker can be had
// the page reads itself.
import { afterEach, expect, it, vi } from 'vitest';
import { openApart } from '../../../src/hosts/apart/open.ts';
import type { ApartTask } from '../../../src/hosts/apart/task.ts';
import { openAny } from '../../../src/hosts/open.ts';
import { webPage } from '../../support/booklet/html.ts';
import { sample } from '../../support/samples.ts';

type Listener = (event: { data: unknown }) => void;
type Behaviour = (own: FakeWorker, task?: ApartTask) => void;

class FakeWorker {
  static behaviour: Behaviour;
  static ended = 0;
  readonly listeners = new Map<string, Listener>();

  constructor() {
    setTimeout(() => FakeWorker.behaviour(this));
  }
  addEventListener(kind: string, listener: Listener): void {
    this.listeners.set(kind, listener);
  }
  postMessage(task: ApartTask): void {
    setTimeout(() => FakeWorker.behaviour(this, task));
  }
  terminate(): void {
    FakeWorker.ended += 1;
  }
  says(data: unknown): void {
    this.listeners.get('message')?.({ data: structuredClone(data) });
  }
}

function inBrowser(behaviour: Behaviour, protocol = 'https:'): void {
  FakeWorker.behaviour = behaviour;
  FakeWorker.ended = 0;
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('location', { protocol });
  vi.stubGlobal('document', {
    baseURI: 'https://example.gov.cn/page/',
    getElementById: () => null,
  });
}
afterEach(() => vi.unstubAllGlobals());

const page = async (): Promise<Uint8Array> =>
  new TextEncoder().encode(webPage(await sample('hanyang-2021'), '收、支总计838.78万元。'));
const ready = { ready: true };

it('读到的与直接打开的一样：册和工作簿都能从读取的一边传回来', async () => {
  const bytes = await page();
  inBrowser((own, task) => {
    if (!task) return own.says(ready);
    void openAny(task.bytes, task.name).then((opened) => own.says({ opened }));
  });
  expect(await openApart(bytes, '决算.html')).toEqual(await openAny(bytes, '决算.html'));
  expect(FakeWorker.ended).toBe(1);
});

it('一直读不完的停掉，不再等；读的一边出错的说明白；人停下的马上停', async () => {
  const bytes = await page();
  inBrowser((own, task) => (task ? undefined : own.says(ready)));
  const late = await openApart(bytes, '决算.html', { milliseconds: 5 });
  expect(late).toMatchObject({ ok: false, error: { code: 'refused' } });
  const stopped = await openApart(bytes, '决算.html', { stopped: () => true });
  expect(stopped).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('已停止') },
  });
  expect(FakeWorker.ended).toBe(2);
  inBrowser((own, task) => (task ? own.listeners.get('error')?.({ data: '' }) : own.says(ready)));
  expect(await openApart(bytes, '决算.html')).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('内存不够') },
  });
});

it('没有另一边可用的，在本页读', async () => {
  const bytes = await page();
  inBrowser((own) => own.listeners.get('error')?.({ data: '' }));
  expect(await openApart(bytes, '决算.html')).toMatchObject({ ok: true });
  inBrowser(() => undefined, 'file:');
  expect(await openApart(bytes, '决算.html')).toMatchObject({ ok: true });
});
