// The Excel host itself, so that it has run in a browser too; the contract covers it in Node.
import { excelHost } from '../../../src/hosts/excel/host.ts';
import { type Scenario, same, tick } from './scene.ts';

export const host: Record<string, Scenario> = {
  '读取、标记、清除、写入、监看': async ({ book }) => {
    book.edit('Sheet1', 'B2', '合计');
    book.edit('Sheet1', 'C2', 838.78);
    const excel = excelHost();
    const heard: string[] = [];
    const stop = await excel.watch(({ sheet, address }) => heard.push(`${sheet}!${address}`));
    const [sheet] = (await excel.snapshot()).sheets;
    same([sheet!.name, sheet!.rows, sheet!.cells[1]![2]!.value], ['Sheet1', 2, 838.78]);
    const before = book.look();
    const marks = [{ sheet: 'Sheet1', address: 'C2', verdict: 'broken' as const }];
    same(await excel.mark(marks), { marked: 1, refused: [] });
    same(book.paintedBy('Sheet1', 'C2'), '=LEN("Gouji#broken")>0');
    same(await excel.clear(), 1);
    same(book.look(), before);
    const former = await excel.write([{ sheet: 'Sheet1', address: 'C2', value: 838.87 }]);
    same(former[0]!.value, 838.78);
    await excel.store('{"说明":"<尾差>"}');
    same(await excel.load(), '{"说明":"<尾差>"}');
    await excel.reveal({ sheet: 'Sheet1', row: 1, column: 2 });
    same(book.selection().area.row, 1);
    book.edit('Sheet1', 'C2', 1);
    await tick();
    same(heard, ['Sheet1!C2']);
    await stop();
  },
};
