// The Excel host: the port's verbs over Office.js. This folder is the only one in src that names
// Office; it knows workbooks and no table.
import type { CellLocation } from '../../facts/grid.ts';
import { addressOf } from '../../facts/grid.ts';
import { jsonIn, OWN_NAMESPACE, partFor } from '../own-part.ts';
import { type Host, HostError } from '../port.ts';
import { clearMarks, markCells } from './marking.ts';
import { CAREFUL, readWorkbook, SWIFT } from './reading.ts';
import { inExcel, missingSheet } from './trouble.ts';
import { OwnWrites, watchChanges } from './watching.ts';
import { addSheet, writeCells } from './writing.ts';

async function reveal(context: Excel.RequestContext, at: CellLocation): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(at.sheet).load('visibility');
  await context.sync();
  if (sheet.isNullObject) throw missingSheet(at.sheet);
  if (sheet.visibility !== 'Visible') {
    throw new HostError('not-found', `工作表“${at.sheet}”是隐藏的，请先取消隐藏，再转到单元格。`);
  }
  sheet.activate();
  sheet.getRange(addressOf(at)).select();
  await context.sync();
}

async function load(context: Excel.RequestContext): Promise<string | undefined> {
  const parts = context.workbook.customXmlParts.getByNamespace(OWN_NAMESPACE).load('items/id');
  await context.sync();
  const texts = parts.items.map((part) => part.getXml());
  if (texts.length === 0) return undefined;
  await context.sync();
  return texts.map((text) => jsonIn(text.value)).findLast((json) => json !== undefined);
}

async function store(context: Excel.RequestContext, json: string): Promise<void> {
  const { customXmlParts } = context.workbook;
  const former = customXmlParts.getByNamespace(OWN_NAMESPACE).load('items/id');
  await context.sync();
  for (const part of former.items) part.delete();
  // Some builds lose a part without a word: it is read back.
  const kept = customXmlParts.add(partFor(json)).getXml();
  await context.sync();
  if (jsonIn(kept.value) !== json) {
    throw new HostError('refused', '出错说明没有存入工作簿。请保存工作簿后重试。');
  }
}

/** 以 Excel 为宿主. Excel must be ready (`Office.onReady`). */
export function excelHost(): Host {
  const own = new OwnWrites();
  return {
    name: 'excel',
    async snapshot(progress) {
      try {
        return await inExcel((context) => readWorkbook(context, SWIFT, progress));
      } catch (trouble) {
        const { code } = trouble as HostError;
        if (code !== 'internal' && code !== 'too-large') throw trouble;
        return inExcel((context) => readWorkbook(context, CAREFUL, progress));
      }
    },
    mark: (marks) => inExcel((context) => markCells(context, marks)),
    clear: () => inExcel(clearMarks),
    reveal: (at) => inExcel((context) => reveal(context, at)),
    write: (cells) =>
      inExcel((context) => writeCells(context, cells, (id, address) => own.note(id, address))),
    addSheet: (sheet) => inExcel((context) => addSheet(context, sheet, (id) => own.note(id))),
    load: () => inExcel(load),
    store: (json) => inExcel((context) => store(context, json)),
    watch: (listener) => watchChanges(own, listener),
  };
}
