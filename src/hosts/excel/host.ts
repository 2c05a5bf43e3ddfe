// The Excel host: the port's verbs over Office.js. This folder is the only one in src that names
// Office; it knows workbooks and no table.
import type { CellLocation, Snapshot } from '../../facts/grid.ts';
import { addressOf, parseAddress, rangeAddress } from '../../facts/grid.ts';
import { jsonIn, kindOfPart, OWN_NAMESPACE, ownIn, partFor } from '../../facts/own-part.ts';
import { type Host, HostError, type HostErrorCode, type Since } from '../port.ts';
import { Light } from './lighting.ts';
import { countMarked, eraseMarks, markCells } from './marking.ts';
import { CAREFUL, type ReadingManner, readWorkbook, SMALLER, SWIFT } from './reading.ts';
import { forget, removeSheets } from './traces.ts';
import { inExcel, missingSheet, troubleOf } from './trouble.ts';
import { inTurns } from './turns.ts';
import { OwnWrites, watchChanges } from './watching.ts';
import { addSheet, writeCells } from './writing.ts';

/** Several areas at once need both a library and an Excel that know how. */
const selectsTogether = (): boolean =>
  typeof Excel.RangeAreas?.prototype?.select === 'function' &&
  Office.context.requirements.isSetSupported('ExcelApi', '1.18');

/** Excel takes only so long a list of addresses. */
const LONGEST = 2000;

/** The area that cells fill without a gap; undefined where they stand apart. */
function blockOf(addresses: readonly string[]): string | undefined {
  const places = [...new Set(addresses)].flatMap((a) => parseAddress(a) ?? []);
  const [rows, columns] = [places.map((p) => p.row), places.map((p) => p.column)];
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  const size = { rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
  return size.rows * size.columns === places.length
    ? rangeAddress({ row, column, ...size })
    : undefined;
}

/** 表5!C3 or '我的 表'!C3, as Excel names the cell the user is in. */
function placeIn(address: string): CellLocation | undefined {
  const cut = address.lastIndexOf('!');
  const at = parseAddress(address.slice(cut + 1));
  const name = address.slice(0, Math.max(0, cut)).replace(/^'|'$/g, '').replaceAll("''", "'");
  return at && name ? { sheet: name, ...at } : undefined;
}

async function reveal(
  light: Light,
  context: Excel.RequestContext,
  at: CellLocation,
  beside: readonly string[] = [],
): Promise<CellLocation | undefined> {
  const former = context.workbook.getActiveCell().load('address');
  const sheet = context.workbook.worksheets.getItemOrNullObject(at.sheet).load('visibility');
  await context.sync();
  if (sheet.isNullObject) throw missingSheet(at.sheet);
  if (sheet.visibility !== 'Visible') {
    throw new HostError('not-found', `工作表“${at.sheet}”是隐藏的，请先取消隐藏，再转到单元格。`);
  }
  await light.off(context);
  sheet.activate();
  const all = [addressOf(at), ...beside].join(',');
  const several = beside.length > 0 && all.length <= LONGEST && selectsTogether();
  // Most libraries select one area only: what stands together is shown together in them too.
  const block = beside.length > 0 ? blockOf([addressOf(at), ...beside]) : undefined;
  if (several) sheet.getRanges(all).select();
  else sheet.getRange(block ?? addressOf(at)).select();
  await context.sync();
  if (beside.length > 0 && !several && !block) await light.on(context, sheet, beside);
  return placeIn(former.address);
}

async function load(context: Excel.RequestContext): Promise<string | undefined> {
  const parts = context.workbook.customXmlParts.getByNamespace(OWN_NAMESPACE).load('items/id');
  await context.sync();
  const texts = parts.items.map((part) => part.getXml());
  if (texts.length === 0) return undefined;
  await context.sync();
  return ownIn(texts.map((text) => text.value)).json;
}

const NOT_KEPT = '填写的内容没有存入工作簿。请保存工作簿后再填一次。';
const NOT_FOUND =
  '没有读到随工作簿保存的填写内容，现在填的也存不进去。请保存工作簿，重新打开窗格后再填。';

/** An Excel that does not take our part is said to be one, whatever it gives as its reason. */
async function ofOurs<T>(what: Promise<T>, message: string): Promise<T> {
  try {
    return await what;
  } catch (trouble) {
    const unable = trouble instanceof HostError && trouble.code === 'internal';
    throw unable ? new HostError('refused', message, trouble.detail) : trouble;
  }
}

/**
 * The new part is in the workbook and read back before a former one goes: a refusal loses nothing. A part that this
 * version cannot read is not ours to throw away.
 */
async function store(context: Excel.RequestContext, json: string): Promise<void> {
  const { customXmlParts } = context.workbook;
  const former = customXmlParts.getByNamespace(OWN_NAMESPACE).load('items/id');
  await context.sync();
  const texts = former.items.map((part) => part.getXml());
  const added = customXmlParts.add(partFor(json));
  const kept = added.getXml();
  await context.sync();
  // Some builds lose a part without a word.
  if (jsonIn(kept.value) !== json) {
    added.delete();
    await context.sync().catch(() => undefined);
    throw new HostError('refused', NOT_KEPT);
  }
  const outdated = former.items.filter((_, i) => kindOfPart(texts[i]!.value) === 'ours');
  for (const part of outdated) part.delete();
  if (outdated.length > 0) await context.sync();
}

/** So many bytes become one argument list at a time. */
const SLICE = 8192;
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += SLICE) {
    text += String.fromCharCode(...bytes.subarray(i, i + SLICE));
  }
  return btoa(text);
}
async function open(bytes: Uint8Array): Promise<void> {
  try {
    await Excel.createWorkbook(base64(bytes));
  } catch (thrown) {
    throw troubleOf(thrown);
  }
}

async function snapshot(progress?: (sheet: string) => void, since?: Since): Promise<Snapshot> {
  const read = (manner: ReadingManner) =>
    inExcel((context) => readWorkbook(context, manner, progress, since));
  const refused = (trouble: unknown, code: HostErrorCode): boolean =>
    trouble instanceof HostError && trouble.code === code;
  let trouble: unknown;
  for (const manner of [SWIFT, ...SMALLER]) {
    try {
      return await read(manner);
    } catch (thrown) {
      if (refused(thrown, 'internal')) return read(CAREFUL);
      if (!refused(thrown, 'too-large')) throw thrown;
      trouble = thrown;
    }
  }
  throw trouble;
}

/** 以 Excel 为宿主. Excel must be ready (`Office.onReady`). */
export function excelHost(): Host {
  const own = new OwnWrites();
  const inTurn = inTurns();
  const light = new Light();
  return {
    name: 'excel',
    snapshot,
    mark: (marks) => inTurn(() => inExcel((context) => markCells(context, marks))),
    clear: () => inTurn(() => inExcel(eraseMarks)),
    reveal: (at, beside) => inTurn(() => inExcel((context) => reveal(light, context, at, beside))),
    darken: () => inTurn(() => inExcel((context) => light.off(context))),
    write: (cells) =>
      inTurn(() =>
        inExcel((context) => writeCells(context, cells, (id, address) => own.note(id, address))),
      ),
    addSheet: (sheet, over) =>
      inTurn(() => inExcel((context) => addSheet(context, sheet, (id) => own.note(id), over))),
    open,
    calculate: () =>
      inExcel(async (context) => {
        context.workbook.application.calculate('Recalculate');
        await context.sync();
      }),
    traces: {
      marked: () => inExcel(countMarked),
      forget: () => inTurn(() => inExcel(forget)),
      removeSheets: (names) => inTurn(() => inExcel((context) => removeSheets(context, names))),
    },
    load: () => ofOurs(inExcel(load), NOT_FOUND),
    store: (json) =>
      ofOurs(
        inTurn(() => inExcel((context) => store(context, json))),
        NOT_KEPT,
      ),
    watch: (listener) => watchChanges(own, listener),
  };
}
