// Excel on Mac: the library that Microsoft ships for it, before the messages of WebKit by which it talks. What the real
// program does behind them has not been met.
import { beforeAll, expect, test } from 'vitest';
import type { EmulatedExcel } from '../../../workbench/emulator/excel.ts';
import { opened, tick } from '../../support/office-bench.ts';
import { loadedFiles, loadOffice } from '../../support/office-load.ts';
import { contract } from '../contract.ts';
import { workbook } from '../contract-workbook.ts';

let excel: EmulatedExcel;
beforeAll(async () => {
  excel = await loadOffice({ mac: true, version: '16.78' });
});
contract('Mac 版 Excel', async (snapshot) => opened(excel, snapshot), { program: true });

test('取的是 Mac 的那一份库，平台认得出', () => {
  expect(loadedFiles).toEqual(['office.js', 'excel-mac-16.00.js', 'zh-cn/office_strings.js']);
  expect(Office.context.platform).toBe(Office.PlatformType.Mac);
});

test('窗格关上、再显示，都说得出；功能区的命令能让它显示', async () => {
  opened(excel, workbook);
  const seen: string[] = [];
  await Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
    seen.push(visibilityMode);
  });
  excel.showPane(false);
  await tick();
  await Office.addin.showAsTaskpane();
  await tick();
  expect(seen).toEqual(['Hidden', 'Taskpane']);
  expect(excel.paneShown).toBe(true);
});
