// Files in processes of their own: one that ends or hangs is told, the others go on, order is kept.
import { describe, expect, it } from 'vitest';
import { inOrder } from '../../src/cli/pool.ts';

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
