// Cells, sheets, used ranges.
import { fails, type Scenario, same, sheet1 } from './scene.ts';

export const cells: Record<string, Scenario> = {
  'onReady 报出 Excel 与语言': async () => {
    const { host, platform } = await Office.onReady();
    same([host, platform, Office.context.displayLanguage], ['Excel', 'PC', 'zh-CN']);
  },
  '值、公式、显示文本、数字格式、地址': async ({ book }) => {
    book.edit('Sheet1', 'A1', 1);
    book.edit('Sheet1', 'A2', 0.256);
    book.edit('Sheet1', 'B2', '=SUM(A1,A1)+A2');
    await Excel.run(async (context) => {
      const range = sheet1(context).getRange('A1:B2');
      range.getCell(1, 0).numberFormat = [['0.0%']];
      range.load('values,formulas,text,valueTypes,address,rowCount');
      await context.sync();
      same(range.values, [
        [1, ''],
        [0.256, 2.256],
      ]);
      same(range.formulas, [
        [1, ''],
        [0.256, '=SUM(A1,A1)+A2'],
      ]);
      same(range.text, [
        ['1', ''],
        ['25.6%', '2.256'],
      ]);
      same(range.valueTypes, [
        ['Double', 'Empty'],
        ['Double', 'Double'],
      ]);
      same([range.address, range.rowCount], ['Sheet1!A1:B2', 2]);
    });
  },
  '像数字的文本变成数字，身份证号丢尾数': async () => {
    await Excel.run(async (context) => {
      const range = sheet1(context).getRange('H1:H4');
      range.numberFormat = [['General'], ['@'], ['General'], ['General']];
      range.values = [['110101199003074578'], ['110101199003074578'], ["'00123"], ['1,234.50']];
      range.load('values');
      await context.sync();
      same(range.values, [[110101199003075000], ['110101199003074578'], ['00123'], [1234.5]]);
    });
  },
  '工作表：新增、激活、改名、删除、没有的': async () => {
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const added = worksheets.add('数据 表');
      added.activate();
      worksheets.load('items/name');
      const missing = worksheets.getItemOrNullObject('没有').load('name');
      const active = worksheets.getActiveWorksheet().load('name,position');
      const range = added.getRange('B2').load('address');
      await context.sync();
      same(
        worksheets.items.map((s) => s.name),
        ['Sheet1', '数据 表'],
      );
      same([missing.isNullObject, active.name, active.position], [true, '数据 表', 1]);
      same(range.address, "'数据 表'!B2");
      added.name = '数据';
      added.visibility = 'Hidden';
      await context.sync();
      await fails(async () => {
        added.activate();
        await context.sync();
      }, 'InvalidOperation');
      added.delete();
      await context.sync();
    });
  },
  '已用区域；空表为空对象，其成员也是': async () => {
    await Excel.run(async (context) => {
      const sheet = sheet1(context);
      const empty = sheet.getUsedRangeOrNullObject(true).load('address');
      const after = sheet.getNextOrNullObject().getNextOrNullObject().load('name');
      await context.sync();
      same([empty.isNullObject, after.isNullObject], [true, true]);
      sheet.getRangeByIndexes(2, 1, 2, 2).values = [
        [1, 2],
        [3, 4],
      ];
      const used = sheet.getUsedRangeOrNullObject(true).load('address');
      await context.sync();
      same(used.address, 'Sheet1!B3:C4');
    });
  },
  两万行十列写入并读回: async () => {
    const values = Array.from({ length: 20_000 }, (_, i) =>
      Array.from({ length: 10 }, (__, j) => (j > 0 ? i * j : `单位${i}`)),
    );
    await Excel.run(async (context) => {
      const range = sheet1(context).getRangeByIndexes(0, 0, 20_000, 10);
      range.values = values;
      range.load('values');
      await context.sync();
      same(range.values[19_999]![9], 19_999 * 9);
    });
  },
};
