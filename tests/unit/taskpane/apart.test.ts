// Manuscripts are checked apart from the pane: the same comes of it as in the pane, what is stopped ends at once, and
// where no worker can be had the pane does it itself.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import type { Booklet } from '../../../src/facts/booklet.ts';
import { openAny } from '../../../src/hosts/open.ts';
import { openBook } from '../../../src/review/book.ts';
import { reviewOf } from '../../../src/review.ts';
import { finderApart } from '../../../taskpane/areas/tie/apart/ask.ts';
import { serveFinding } from '../../../taskpane/areas/tie/apart/serve.ts';
import { finder, type GivenManuscript } from '../../../taskpane/areas/tie/finder.ts';
import { accountsIn } from '../../../taskpane/areas/tie/found.ts';
import { webPage } from '../../support/booklet/html.ts';
import { sample } from '../../support/samples.ts';

type Listener = (event: { data: unknown }) => void;

/** 另一边: what a worker does here is done by the page itself; whatever goes over is copied as between the two. */
class FakeWorker {
  static answers = true;
  static begun: FakeWorker[] = [];
  readonly listeners: [string, Listener][] = [];
  readonly tasks: unknown[] = [];
  ended = false;
  #served: Listener | undefined;

  constructor() {
    FakeWorker.begun.push(this);
    vi.stubGlobal('addEventListener', (_: string, listener: Listener) => {
      this.#served = listener;
    });
    vi.stubGlobal('postMessage', (data: unknown) => this.says(data));
    serveFinding();
    setTimeout(() => this.says({ ready: true }));
  }
  addEventListener(kind: string, listener: Listener): void {
    this.listeners.push([kind, listener]);
  }
  removeEventListener(_: string, gone: Listener): void {
    const at = this.listeners.findIndex(([, listener]) => listener === gone);
    this.listeners.splice(at, 1);
  }
  postMessage(task: unknown): void {
    this.tasks.push(structuredClone(task));
    if (FakeWorker.answers) this.#served?.({ data: this.tasks.at(-1) });
  }
  terminate(): void {
    this.ended = true;
  }
  says(data: unknown, kind = 'message'): void {
    for (const [own, listener] of [...this.listeners])
      if (own === kind) listener({ data: structuredClone(data) });
  }
}

const LINES = '收、支总计838.78万元。\n收入合计837.93万元，其中：财政拨款收入837.33万元。\n';

async function atHand(rules = CATALOGUE) {
  const snapshot = await sample('hanyang-2021');
  const book = openBook(snapshot, rules);
  const workbook = { book, accounts: accountsIn(reviewOf(book)) };
  const opened = await openAny(
    new TextEncoder().encode(webPage(snapshot, LINES)),
    '2021年度决算.html',
  );
  if (!opened.ok || !opened.booklet) throw new Error('no booklet');
  return { workbook, booklet: opened.booklet };
}
const givenOf = (booklet?: Booklet): GivenManuscript => ({
  text: { text: booklet?.text ?? LINES, broken: true },
  ...(booklet && { booklet }),
  ...{ isHost: false, choice: {} },
});

beforeEach(() => {
  FakeWorker.answers = true;
  FakeWorker.begun = [];
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('location', { protocol: 'https:' });
  vi.stubGlobal('document', { baseURI: 'https://example.gov.cn/pane/' });
  vi.stubGlobal('requestAnimationFrame', (drawn: () => void) => setTimeout(drawn));
});
afterEach(() => vi.unstubAllGlobals());

it('一段文字、一册，以及批注：另一边核对的与窗格里核对的一样；已经给过的不再给', async () => {
  const rules = { ...CATALOGUE, leftovers: [] };
  const { workbook, booklet } = await atHand(rules);
  const apart = finderApart(CATALOGUE);
  const own = finder(10_000);
  const stages: string[] = [];
  const onStage = (stage: string) => stages.push(stage);
  for (const given of [givenOf(), givenOf(booklet)]) {
    const found = await apart.find({ workbook, given, onStage }).result;
    expect(found).toEqual(await own.find(workbook, given, () => true));
    expect(found!.report.counts.broken).toBeGreaterThan(0);
  }
  expect(stages).toEqual(['text', 'tables', 'text']);
  const notes = await apart.notes({ workbook, given: givenOf(booklet), onStage }).result;
  expect(notes).toEqual(await own.notes(workbook, givenOf(booklet), () => true));
  const [{ tasks }] = FakeWorker.begun as [FakeWorker];
  expect(tasks.map((t) => ['workbook', 'booklet'].filter((k) => k in (t as object)))).toEqual([
    ['workbook', 'booklet'],
    ['booklet'],
    [],
  ]);
});

it('停下的马上停，什么也不给；下一次另起一边', async () => {
  const { workbook } = await atHand();
  const order = { workbook, given: givenOf(), onStage: () => undefined };
  const apart = finderApart(CATALOGUE);
  FakeWorker.answers = false;
  const one = apart.find(order);
  await vi.waitFor(() => expect(FakeWorker.begun[0]!.tasks).toHaveLength(1));
  one.stop();
  expect(FakeWorker.begun[0]!.ended).toBe(true);
  expect(await one.result).toBeUndefined();
  FakeWorker.answers = true;
  expect((await apart.find(order).result)!.report.numbers).toHaveLength(3);
  expect(FakeWorker.begun).toHaveLength(2);
  const late = apart.find(order);
  late.stop();
  expect(await late.result).toBeUndefined();
});

it('另一边核到一半坏了，说明白，下一次照常；从来没起来的，在窗格里核', async () => {
  const { workbook } = await atHand();
  const stages: string[] = [];
  const order = { workbook, given: givenOf(), onStage: (s: string) => void stages.push(s) };
  const apart = finderApart(CATALOGUE);
  FakeWorker.answers = false;
  const one = apart.find(order).result;
  await vi.waitFor(() => expect(FakeWorker.begun[0]!.tasks).toHaveLength(1));
  FakeWorker.begun[0]!.says('', 'error');
  await expect(one).rejects.toThrow('没有核对完');
  FakeWorker.answers = true;
  expect(await apart.find(order).result).toBeDefined();
  const never = finderApart(CATALOGUE);
  never.begin();
  FakeWorker.begun.at(-1)!.says('', 'error');
  expect((await never.find(order).result)!.report.numbers).toHaveLength(3);
  vi.stubGlobal('Worker', undefined);
  stages.length = 0;
  expect((await finderApart(CATALOGUE).find(order).result)!.report.numbers).toHaveLength(3);
  expect(stages).toEqual(['text']);
});
