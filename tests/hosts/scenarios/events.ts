// Events, settings of the document, ribbon commands.
import { type Scenario, same, sheet1, tick } from './scene.ts';

export const events: Record<string, Scenario> = {
  'onChanged：用户的、自己的、关掉的、移除的': async ({ excel, book }) => {
    const seen: string[] = [];
    const handler = await Excel.run(async (context) => {
      const added = sheet1(context).onChanged.add(async (event) => {
        await Excel.run(async (inner) => {
          const range = event.getRange(inner).load('values');
          await inner.sync();
          seen.push([event.address, event.triggerSource, JSON.stringify(range.values)].join(' '));
        });
      });
      await context.sync();
      return added;
    });
    const write = (off: boolean): Promise<void> =>
      Excel.run(async (context) => {
        if (off) context.runtime.enableEvents = false;
        sheet1(context).getRange('C9').values = [[7]];
        context.runtime.enableEvents = true;
        await context.sync();
      });
    book.edit('Sheet1', 'C9', '改');
    await tick();
    await write(false);
    await tick();
    await write(true);
    await tick();
    same(seen, ['C9 Unknown [["改"]]', 'C9 ThisLocalAddin [[7]]']);
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    book.edit('Sheet1', 'C9', 8);
    await tick();
    same([seen.length, excel.sheet(book.sheet('Sheet1').id).listeners], [2, 0]);
  },
  换表与选择的事件: async ({ book }) => {
    book.add('乙');
    const seen: string[] = [];
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onActivated.add(async () => {
        seen.push('activated');
      });
      worksheets.onSelectionChanged.add(async (event) => {
        seen.push(event.address);
      });
      await context.sync();
      worksheets.getItem('乙').getRange('B2').select();
      await context.sync();
    });
    await tick();
    same(seen.sort(), ['B2', 'activated']);
  },
  '通用接口：文档设置、选择变化、功能区命令': async ({ excel, book }) => {
    const { document } = Office.context;
    document.settings.set('k', { z: '甲' });
    await new Promise<void>((done) => {
      document.settings.saveAsync(() => done());
    });
    same(document.settings.get('k'), { z: '甲' });
    let selections = 0;
    await new Promise<void>((done) => {
      const count = (): void => {
        selections++;
      };
      const type = Office.EventType.DocumentSelectionChanged;
      document.addHandlerAsync(type, count, () => done());
    });
    book.sheet('Sheet1').select({ row: 8, column: 0, rows: 1, columns: 1 });
    await tick();
    same(selections, 1);
    let source = '';
    Office.actions.associate('check', (event: Office.AddinCommands.Event) => {
      source = event.source.id;
      event.completed();
    });
    same([await excel.invokeCommand!('check', 'CheckButton'), source], [0, 'CheckButton']);
  },
};
