// Files in processes of their own: one that ends or hangs is told, the others go on, order is kept.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { capped, TIMEOUT } from '../../src/cli/capped.ts';
import { openInput } from '../../src/cli/files.ts';
import { checkFile } from '../../src/cli/outcome.ts';
import { inOrder } from '../../src/cli/pool.ts';
import { samples } from '../support/gouji.ts';

const program = { file: new URL('../support/odd-worker.mjs', import.meta.url), milliseconds: 4000 };
const settings = { json: true, all: false };

async function doneWith(jobs: number, paths: readonly string[]): Promise<string[]> {
  const tasks = paths.map((path) => ({ found: { path, named: false } }));
  const texts: string[] = [];
  for await (const { text, status } of inOrder(tasks, settings, jobs, program))
    texts.push(status === 0 ? text : (JSON.parse(text).error.code as string));
  return texts;
}

describe('一个文件拖垮进程', () => {
  it.each([1, 2])('%i 个进程：记一行 refused，其余照做，次序不变', async (jobs) => {
    const paths = ['a', 'abort', 'b', 'abort 2', 'c'];
    expect(await doneWith(jobs, paths)).toEqual(['a', 'refused', 'b', 'refused', 'c']);
  });

  it('没完没了的记一行 timeout', async () => {
    expect(await doneWith(1, ['a', 'hang', 'b'])).toEqual(['a', 'timeout', 'b']);
  });

  it('前面的文件拖累的，换一个进程再读', async () => {
    expect(await doneWith(1, ['a', 'tired', 'b'])).toEqual(['a', 'tired', 'b']);
  });
});

describe('单独核对一个工作簿，不另开进程', () => {
  const path = join(samples, 'hanyang-2021.xlsx');

  it('没完没了的也有个头', () => {
    const endless = () => {
      for (;;);
    };
    expect(capped(endless, 20)).toBe(TIMEOUT);
    expect(capped(() => 1, 20_000)).toBe(1);
  });

  it('出错的照样出错', () => {
    const failing = () => {
      throw new RangeError('甲');
    };
    expect(() => capped(failing, 20_000)).toThrow(RangeError);
  });

  it('读得太久、核对得太久，记一行 timeout', async () => {
    const read = await openInput(path, true, 1);
    expect(read).toBe(TIMEOUT);
    const outcome = await checkFile({ path, named: true }, CATALOGUE, { milliseconds: 1 });
    expect(outcome).toEqual({ file: path, error: TIMEOUT });
    const usual = await checkFile({ path, named: true }, CATALOGUE, {});
    expect('review' in usual && usual.review.tables.length > 0).toBe(true);
  });
});
