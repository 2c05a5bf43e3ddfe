// Excel on the web, as far as its habits are known: what is too long for one message is refused. The library in front of
// it is that of the desktop; the real program has not been met.
import { beforeAll, expect, test } from 'vitest';
import type { Mark } from '../../../src/hosts/port.ts';
import type { EmulatedExcel } from '../../../workbench/emulator/excel.ts';
import { opened } from '../../support/office-bench.ts';
import { loadOffice } from '../../support/office-load.ts';
import { contract } from '../contract.ts';

/** A tenth of what it takes, so that small workbooks come to the limit. */
const PAYLOAD = 500_000;
let excel: EmulatedExcel;
beforeAll(async () => {
  excel = await loadOffice();
  excel.payload = PAYLOAD;
});
contract('网页版 Excel', async (snapshot) => opened(excel, snapshot), { program: true });

test('一次传不完的工作簿：照样读全、标记、写入', async () => {
  const line = Array.from({ length: 20 }, (_, j) => ({ value: `第${j}格，${'字'.repeat(20)}` }));
  const cells = Array.from({ length: 900 }, () => line);
  const head = { hidden: false, protected: false, merges: [] };
  const { host } = opened(excel, {
    sheets: [{ ...head, name: '大', rows: 900, columns: 20, cells }],
  });
  const [read] = (await host.snapshot()).sheets;
  expect(read!.cells.flat()).toHaveLength(18_000);
  const marks = Array.from(
    { length: 900 },
    (_, i): Mark => ({
      sheet: '大',
      address: `T${i + 1}`,
      verdict: 'broken',
    }),
  );
  expect(await host.mark(marks)).toEqual({ marked: 900, refused: [] });
  const page = { name: '体检报告', cells: [{ address: 'A1', value: '甲' }] };
  await host.addSheet(page);
  expect((await host.snapshot()).sheets.map((s) => s.name)).toEqual(['大', '体检报告']);
});

test('别人的规则多到一次传不完：照样标记、清除，别人的一条不少', async () => {
  const head = { hidden: false, protected: false, merges: [] };
  const { host, book, foreignRule, marked } = opened(excel, {
    sheets: [{ ...head, name: '甲', rows: 1, columns: 1, cells: [[{ value: 1 }]] }],
  });
  // A message takes fewer than all of them.
  excel.payload = 50_000;
  const long = `=LEN("${'字'.repeat(1500)}")>0`;
  for (let i = 0; i < 60; i += 1) foreignRule!('甲', 'C3', 'Custom', long);
  const before = book.look();
  await host.mark([{ sheet: '甲', address: 'A1', verdict: 'broken' }]);
  expect(marked('甲', 'A1')).toBe('broken');
  expect(await host.clear()).toBe(1);
  expect(book.look()).toEqual(before);
  excel.payload = PAYLOAD;
});
