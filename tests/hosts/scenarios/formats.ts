// Formats, conditional formats, and what else a workbook holds.
import { type Scenario, same, sheet1, tick } from './scene.ts';

export const formats: Record<string, Scenario> = {
  '底色与字体；不一致为空': async () => {
    await Excel.run(async (context) => {
      const sheet = sheet1(context);
      const range = sheet.getRange('D1:D2');
      range.format.fill.color = '#ff0000';
      sheet.getRange('D2').format.fill.color = 'yellow';
      range.format.font.bold = true;
      range.load('format/fill/color,format/font/bold');
      const one = sheet.getRange('D1').format.fill.load('color');
      await context.sync();
      same([range.format.fill.color, one.color, range.format.font.bold], [null, '#FF0000', true]);
      range.format.fill.clear();
      one.load('color');
      await context.sync();
      same(one.color, '#FFFFFF');
    });
  },
  '条件格式：多块区域、边框、列出、删除，不动单元格': async ({ book }) => {
    const before = book.look();
    await Excel.run(async (context) => {
      const areas = sheet1(context).getRanges('C7,F14:G15');
      const { custom } = areas.conditionalFormats.add('Custom');
      custom.rule.formula = '=LEN("Gouji#broken")>0';
      custom.format.fill.color = '#FDE7E9';
      custom.format.borders.getItem('EdgeTop').style = 'Dash';
      await context.sync();
      same(book.paintedBy('Sheet1', 'G15'), '=LEN("Gouji#broken")>0');
      same(book.paintedBy('Sheet1', 'F13'), undefined);
      const listed = sheet1(context).getRange().conditionalFormats.load('items/id,items/type');
      await context.sync();
      const [only] = listed.items;
      const ranges = only!.getRanges().load('address,cellCount');
      const border = only!.custom.format.borders.getItem('EdgeTop').load('style');
      await context.sync();
      same([ranges.address, ranges.cellCount], ['Sheet1!C7,Sheet1!F14:G15', 5]);
      same([only!.type, border.style], ['Custom', 'Dash']);
      only!.delete();
      await context.sync();
    });
    same(book.look(), before);
  },
  '名称、图表、设置、自定义部件、选择': async ({ excel, book }) => {
    await Excel.run(async (context) => {
      const { workbook } = context;
      const sheet = sheet1(context);
      workbook.names.add('区域', sheet.getRange('A1:B2'));
      const name = workbook.names.getItem('区域').load('formula');
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:B2'), 'Auto');
      chart.title.text = '图';
      chart.setPosition('D2', 'F5');
      chart.setData(sheet.getRange('A1:C3'));
      chart.load('title/text,left,height');
      workbook.settings.add('设置', { a: [1, 2] });
      const setting = workbook.settings.getItem('设置').load('value');
      workbook.customXmlParts.add('<d xmlns="urn:x">甲</d>');
      const part = workbook.customXmlParts.getByNamespace('urn:x').getOnlyItemOrNullObject();
      const xml = part.getXml();
      sheet.getRange('B2:C3').select();
      const selected = workbook.getSelectedRange().load('address');
      await context.sync();
      same([name.formula, chart.title.text], ['=Sheet1!$A$1:$B$2', '图']);
      same([chart.left, chart.height, setting.value], [144, 60, { a: [1, 2] }]);
      same([xml.value, selected.address], ['<d xmlns="urn:x">甲</d>', 'Sheet1!B2:C3']);
      chart.delete();
      await context.sync();
    });
    same([book.sheet('Sheet1').charts.length, book.parts.length], [0, 1]);
    // The library gives its references back in a batch of its own.
    await tick();
    same(excel.batches.liveReferences, 0);
  },
};
