import { expect, test } from 'vitest';
import type { Grid } from '../../../src/facts/grid.ts';
import { memoryHost } from '../../../src/hosts/memory.ts';

const sheet = (name: string, locked: boolean): Grid => ({
  name,
  hidden: false,
  protected: locked,
  rows: 1,
  columns: 1,
  cells: [[{ value: 1, format: '0.00' }]],
  merges: [],
});
const host = () => memoryHost({ name: 'a', sheets: [sheet('表1', false), sheet('表2', true)] });

test('写入返回原值，可以写回', async () => {
  const memory = host();
  const before = await memory.snapshot();
  const former = await memory.write([{ sheet: '表1', address: 'A1', value: 2, formula: '=1+1' }]);
  expect(former).toEqual([{ sheet: '表1', address: 'A1', value: 1, format: '0.00' }]);
  expect((await memory.snapshot()).sheets[0]!.cells[0]![0]).toEqual({
    value: 2,
    formula: '=1+1',
    format: '0.00',
  });
  await memory.write(former);
  expect(await memory.snapshot()).toEqual(before);
});
test('受保护的表：不写、不标记', async () => {
  const memory = host();
  const write = { address: 'A1', value: 2 };
  await expect(
    memory.write([
      { sheet: '表1', ...write },
      { sheet: '表2', ...write },
    ]),
  ).rejects.toMatchObject({ code: 'protected' });
  expect((await memory.snapshot()).sheets[0]!.cells[0]![0]!.value).toBe(1);
  const report = await memory.mark([
    { sheet: '表1', address: 'A1', verdict: 'broken' },
    { sheet: '表2', address: 'A1', verdict: 'broken' },
  ]);
  expect(report).toEqual({ marked: 1, refused: ['表2'] });
  expect(memory.marks).toHaveLength(1);
  expect(await memory.clear()).toBe(1);
  expect(memory.marks).toEqual([]);
});
test('加表、存取、监视', async () => {
  const memory = host();
  const cells = [{ sheet: '补充资料', address: 'B2', value: '无' }];
  await memory.addSheet({ name: '补充资料', cells, merges: ['A1:B1'] });
  const added = (await memory.snapshot()).sheets[2];
  expect(added).toMatchObject({ name: '补充资料', rows: 2, columns: 2 });
  await expect(memory.addSheet({ name: '补充资料', cells })).rejects.toMatchObject({
    code: 'refused',
  });
  await memory.store('{}');
  expect(await memory.load()).toBe('{}');
  const heard: unknown[] = [];
  const stop = await memory.watch((change) => heard.push(change));
  memory.edit('表1', 'A1', 9);
  await memory.write([{ sheet: '表1', address: 'A1', value: 8 }]);
  await stop();
  memory.edit('表1', 'A1', 7);
  expect(heard).toEqual([{ sheet: '表1', address: 'A1' }]);
});
