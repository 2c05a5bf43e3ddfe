// Manuscripts are checked in a worker, one after another; in the page where no worker can be had. What is stopped ends at
// once: the worker with it, and the next begins in a new one.

import type { Catalogue } from '../../../../src/catalogue/index.ts';
import { startWorker } from '../../../../src/hosts/apart/start.ts';
import { HostError } from '../../../../src/hosts/port.ts';
import type { Annotation } from '../../../../src/review/annotations.ts';
import type { Stage } from '../course.ts';
import type { Finder, FoundOfText, GivenManuscript, OpenWorkbook } from '../finder.ts';
import type { Answer, FindingReply, FindingTask, SentWorkbook, Want } from './task.ts';

/** So long a person waits before a pane that does not answer. */
const MILLISECONDS = 10_000;
const FAILED =
  '核对这篇文稿时内存不够或出了意外，没有核对完；文稿未改动。请再试一次，或分成几份分别核对。';

/** Once what is being done has been drawn; a pane that is not drawn does not wait for it. */
const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
    setTimeout(resolve, 100);
  });

/** A worker, and what it was given so far. */
interface Helper {
  readonly worker: Worker;
  /** False: it never began. */
  readonly begun: Promise<boolean>;
  book?: OpenWorkbook['book'];
  booklet?: GivenManuscript['booklet'] | null;
}

function helperFor(script: string): Helper | undefined {
  const worker = startWorker(script);
  if (!worker) return undefined;
  const begun = new Promise<boolean>((resolve) => {
    worker.addEventListener('message', () => resolve(true), { once: true });
    worker.addEventListener('error', () => resolve(false), { once: true });
  });
  return { worker, begun };
}

function sent({ book, accounts }: OpenWorkbook, base: Catalogue): SentWorkbook {
  const { snapshot, options, catalogue } = book;
  const { units: _units, ...own } = options;
  const { regionIn: _in, regionNamed: _named, ...rules } = catalogue;
  const doubted = book.doubted !== undefined;
  return { snapshot, options: own, accounts, doubted, ...(catalogue !== base && { rules }) };
}

/** What the helper does not have yet. */
function taskFor(
  helper: Helper,
  want: Want,
  { workbook, given: all }: Order,
  base: Catalogue,
): FindingTask {
  const { booklet = null, ...given } = all;
  const task: FindingTask = {
    ...{ want, given },
    ...(helper.book !== workbook.book && { workbook: sent(workbook, base) }),
    ...(helper.booklet !== booklet && { booklet }),
  };
  helper.book = workbook.book;
  helper.booklet = booklet;
  return task;
}

/** What came of one order; undefined where it was stopped. */
function replied(
  { worker }: Helper,
  task: FindingTask,
  onStage: (stage: Stage) => void,
  ending: (end: () => void) => void,
): Promise<Answer | undefined> {
  return new Promise((resolve, reject) => {
    const failed = () => reject(new HostError('internal', FAILED));
    const listen = ({ data }: MessageEvent<FindingReply>) => {
      if ('stage' in data) return onStage(data.stage);
      worker.removeEventListener('message', listen);
      if ('answer' in data) resolve(data.answer);
      else failed();
    };
    worker.addEventListener('message', listen);
    worker.addEventListener('error', failed);
    worker.addEventListener('messageerror', failed);
    ending(() => resolve(undefined));
    worker.postMessage(task);
  });
}

/** 一次核对, and the way to stop it; undefined is what comes of it then. */
export interface AskedApart<T> {
  readonly result: Promise<T | undefined>;
  readonly stop: () => void;
}

interface Order {
  readonly workbook: OpenWorkbook;
  readonly given: GivenManuscript;
  readonly onStage: (stage: Stage) => void;
}

/** 核对文稿的帮手. */
export interface FinderApart {
  readonly find: (order: Order) => AskedApart<FoundOfText>;
  readonly notes: (order: Order) => AskedApart<readonly Annotation[]>;
  /** So that the first order need not wait for it. */
  readonly begin: () => void;
  readonly close: () => void;
}

/** Who does it: a worker as long as there is one, else the page itself. */
interface Hands {
  readonly base: Catalogue;
  readonly script: string;
  helper: Helper | undefined;
  inPage?: Finder;
}

/** A worker takes a while to begin; where none could be had once, none is tried again. */
function begin(hands: Hands): void {
  hands.helper ??= hands.inPage ? undefined : helperFor(hands.script);
}

function letGo(hands: Hands): void {
  hands.helper?.worker.terminate();
  hands.helper = undefined;
}

/** In the page: what is being done is drawn before every step, and whoever stops is heard between them. */
async function here(hands: Hands, want: Want, order: Order, isStopped: () => boolean) {
  hands.inPage ??= (await import('../finder.ts')).finder(MILLISECONDS);
  const heed = async (stage: Stage) => {
    order.onStage(stage);
    await drawn();
    return !isStopped();
  };
  return hands.inPage[want](order.workbook, order.given, heed);
}

async function apart(
  hands: Hands,
  { helper, want, order }: { helper: Helper; want: Want; order: Order },
  ending: (end: () => void) => void,
) {
  try {
    const task = taskFor(helper, want, order, hands.base);
    const answer = await replied(helper, task, order.onStage, ending);
    return answer && (answer.want === 'find' ? answer.found : answer.notes);
  } catch (error) {
    letGo(hands);
    throw error;
  }
}

/** One order, begun once those before it are through. */
function ask(
  hands: Hands,
  want: Want,
  order: Order,
  before: Promise<unknown>,
): AskedApart<unknown> {
  let stopped = false;
  let end: (() => void) | undefined;
  const stop = () => {
    stopped = true;
    if (!end) return;
    letGo(hands);
    end();
  };
  const work = async () => {
    if (stopped) return undefined;
    begin(hands);
    const helper = (await hands.helper?.begun) ? hands.helper : undefined;
    if (stopped) return undefined;
    if (!helper) return here(hands, want, order, () => stopped);
    return apart(hands, { helper, want, order }, (how) => {
      end = how;
    }).finally(() => {
      end = undefined;
    });
  };
  return { result: before.then(work), stop };
}

/** @param base the rules of the program, which the worker has as well */
export function finderApart(base: Catalogue, script = 'checking.js'): FinderApart {
  const hands: Hands = { base, script, helper: undefined };
  let line: Promise<unknown> = Promise.resolve();
  const asked = (want: Want, order: Order) => {
    const one = ask(hands, want, order, line);
    line = one.result.catch(() => undefined);
    return one;
  };
  return {
    find: (order) => asked('find', order) as AskedApart<FoundOfText>,
    notes: (order) => asked('notes', order) as AskedApart<readonly Annotation[]>,
    begin: () => begin(hands),
    close: () => letGo(hands),
  };
}
