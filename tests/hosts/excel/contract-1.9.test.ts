// The oldest Excel we promise to work in: no merged areas, no word about who caused a change.
import { beforeAll, expect, test } from 'vitest';
import type { EmulatedExcel } from '../../../workbench/emulator/excel.ts';
import { opened } from '../../support/office-bench.ts';
import { loadOffice } from '../../support/office-load.ts';
import { contract } from '../contract.ts';
import { workbook } from '../contract-workbook.ts';

let excel: EmulatedExcel;
beforeAll(async () => {
  excel = await loadOffice({ requirements: { ExcelApi: '1.9' } });
  excel.saysTrigger = false;
});
contract('ExcelApi 1.9 的 Excel', async (snapshot) => opened(excel, snapshot), {
  program: true,
  withoutMerges: true,
});
test('更新的成员在旧 Excel 上当场报错', async () => {
  const { book } = opened(excel, workbook);
  expect(book.sheets()).toHaveLength(5);
  const newer = Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('表1').getRange('A1:D9');
    range.getMergedAreasOrNullObject().load('address');
    await context.sync();
  });
  await expect(newer).rejects.toMatchObject({ code: 'ApiNotFound' });
});
