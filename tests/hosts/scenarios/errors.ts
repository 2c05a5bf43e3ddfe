// What goes wrong, and how the add-in hears of it.
import { fails, type Scenario, same, sheet1 } from './scene.ts';

export const errors: Record<string, Scenario> = {
  未加载就读: async () => {
    await Excel.run(async (context) => {
      const range = sheet1(context).getRange('A1');
      await context.sync();
      await fails(() => range.values, 'PropertyNotLoaded');
      const count = context.workbook.worksheets.getCount();
      await fails(() => count.value, 'ValueNotLoaded');
    });
  },
  '没有的工作表：错误带着出错的语句': async () => {
    const error = await fails(
      () =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem('没有').load('name');
          await context.sync();
        }),
      'ItemNotFound',
    );
    same(/worksheets\.getItem/.test(error.debugInfo.statement ?? ''), true);
  },
  '地址不对、大小不符、地址太长': async () => {
    const attempt = (action: (sheet: Excel.Worksheet) => void): Promise<unknown> =>
      fails(
        () =>
          Excel.run(async (context) => {
            action(sheet1(context));
            await context.sync();
          }),
        'InvalidArgument',
      );
    await attempt((sheet) => sheet.getRange('A1:?'));
    await attempt((sheet) => {
      sheet.getRange('A1:B1').values = [[1]];
    });
    await attempt((sheet) => sheet.getRanges(`${'A1,'.repeat(3000)}A2`));
  },
  '用完之后再用、上下文混用': async () => {
    const kept: Excel.Range[] = [];
    await Excel.run(async (context) => {
      kept.push(sheet1(context).getRange('A1').load('values'));
      await context.sync();
    });
    await fails(async () => {
      kept[0]!.load('address');
      await kept[0]!.context.sync();
    }, 'InvalidObjectPath');
    await Excel.run(async (a) => {
      await Excel.run(async (b) => {
        const other = sheet1(b).getRange('A1');
        await fails(() => a.workbook.names.add('名称甲', other), 'InvalidRequestContext');
      });
    });
  },
  出错之前的动作不回退: async ({ book }) => {
    await fails(
      () =>
        Excel.run(async (context) => {
          sheet1(context).getRange('K1').values = [['先']];
          context.workbook.worksheets.add('sheet1');
          await context.sync();
        }),
      'ItemAlreadyExists',
    );
    same(book.sheet('Sheet1').values({ row: 0, column: 10, rows: 1, columns: 1 }), [['先']]);
  },
  没有模拟的成员当场报错: async () => {
    const error = await fails(
      () =>
        Excel.run(async (context) => {
          sheet1(context)
            .getRange('A1')
            .sort.apply([{ key: 0 }]);
          await context.sync();
        }),
      'EmulatedHostNotImplemented',
    );
    same(/Range\.Sort/.test(error.message), true);
  },
  '比所称版本新的成员：库与宿主各自拒绝': async () => {
    const { requirements } = Office.context;
    const supported = ['1.12', '1.13'].map((v) => requirements.isSetSupported('ExcelApi', v));
    same(supported, [true, false]);
    const attempt = (): Promise<unknown> =>
      fails(
        () =>
          Excel.run(async (context) => {
            sheet1(context).getRange('A1').getMergedAreasOrNullObject().load('address');
            await context.sync();
          }),
        'ApiNotFound',
      );
    await attempt();
    const { CommonUtility } = OfficeExtension as unknown as {
      CommonUtility: { _doApiNotSupportedCheck: boolean };
    };
    CommonUtility._doApiNotSupportedCheck = false;
    await attempt();
    CommonUtility._doApiNotSupportedCheck = true;
  },
  '编辑中、太大、太忙、无权限': async ({ excel }) => {
    const load = (): Promise<unknown> =>
      Excel.run(async (context) => {
        context.workbook.worksheets.load('items');
        await context.sync();
      });
    const faults = [
      [5004, 'InvalidOperationInCellEditMode'],
      [5103, 'RequestPayloadSizeLimitExceeded'],
      [5104, 'ResponsePayloadSizeLimitExceeded'],
      [5102, 'ActivityLimitReached'],
      [7000, 'AccessDenied'],
    ] as const;
    for (const [fault, code] of faults) {
      excel.faults.push(fault);
      await fails(load, code);
    }
    excel.editing = true;
    await fails(load, 'InvalidOperationInCellEditMode');
    excel.editing = false;
    await load();
  },
  受保护的表不许改: async ({ book }) => {
    book.sheet('Sheet1').protected = true;
    const attempt = (action: (sheet: Excel.Worksheet) => void): Promise<unknown> =>
      fails(
        () =>
          Excel.run(async (context) => {
            action(sheet1(context));
            await context.sync();
          }),
        'AccessDenied',
      );
    await attempt((sheet) => {
      sheet.getRange('A1').values = [[1]];
    });
    await attempt((sheet) => {
      sheet.getRange('A1').format.fill.color = 'red';
    });
    await attempt((sheet) => sheet.getRange('A1').conditionalFormats.add('Custom'));
  },
};
