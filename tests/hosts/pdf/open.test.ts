// One PDF in, tables and text out, each with its place.
import { expect, it } from 'vitest';
import { type Booklet, placeOfCell, placesOfSpan } from '../../../src/facts/booklet.ts';
import { openPdf } from '../../../src/hosts/pdf/open.ts';
import { Drawing, type Sheet } from '../../support/pdf/drawing.ts';

async function read(draw: (drawing: Drawing) => void): Promise<Booklet> {
  const drawing = await Drawing.begin();
  draw(drawing);
  const opened = await openPdf(await drawing.bytes(), '决算.pdf');
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.booklet;
}

/** A grid of single strokes, each word in the middle of its cell. */
function table(on: Sheet, left: number, top: number, rows: readonly (readonly string[])[]): void {
  const [wide, tall] = [120, 20];
  const columns = rows[0]!.length;
  for (let r = 0; r <= rows.length; r += 1)
    on.stroke(left, top + r * tall, left + columns * wide, top + r * tall);
  for (let c = 0; c <= columns; c += 1)
    on.stroke(left + c * wide, top, left + c * wide, top + rows.length * tall);
  rows.forEach((row, r) => {
    row.forEach((word, c) => {
      on.centred(left + c * wide, wide, top + r * tall + 14, 10, word);
    });
  });
}

const ROWS = [
  ['项目', '决算数'],
  ['基本支出', '1,234.50'],
  ['项目支出', '80.00'],
];

it('表成为工作表，正文不含表里的字，位置都在', async () => {
  const booklet = await read((drawing) => {
    const page = drawing.page();
    page.text(80, 80, 16, '第一部分　概况');
    page.text(104, 110, 12, '一、本部门支出合计1,314.50万元。');
    page.centred(80, 240, 150, 14, '支出决算表').text(240, 168, 10, '单位：万元');
    table(page, 80, 175, ROWS);
    page.text(80, 250, 9, '注：本表反映部门本年度支出情况。');
    page.text(104, 290, 12, '二、其他说明。');
    page.centred(0, 595, 815, 9, '- 1 -');
  });
  expect(booklet.text.split('\n')).toEqual([
    '第一部分　概况'.replace('　', ' '),
    '一、本部门支出合计1,314.50万元。',
    '二、其他说明。',
  ]);
  const [sheet] = booklet.snapshot.sheets;
  expect(sheet?.name).toBe('第1页 支出决算表');
  expect(sheet?.cells.map((row) => row?.map((c) => c?.value))).toEqual([
    ['支出决算表'],
    ['单位：万元'],
    ['项目', '决算数'],
    ['基本支出', 1234.5],
    ['项目支出', 80],
    ['注：本表反映部门本年度支出情况。'],
  ]);
  expect(sheet?.cells[3]?.[1]).toMatchObject({ text: '1,234.50', format: '#,##0.00' });
  const cell = placeOfCell(booklet, { sheet: sheet!.name, row: 3, column: 1 })!;
  expect(cell).toMatchObject({ page: 1, box: { left: 200, top: 195, width: 120, height: 20 } });
  const start = booklet.text.indexOf('1,314.50');
  const [place] = placesOfSpan(booklet, { start, end: start + 8 });
  expect(place?.box.left).toBeCloseTo(104 + 9 * 12, 1);
  expect(place?.box.width).toBeCloseTo(8 * 6, 1);
  expect(booklet.sheets[0]!.at).toBe(booklet.text.indexOf('\n二、'));
});

it('接着印在下一页的表是一张表，重印的表头只读一次', async () => {
  const booklet = await read((drawing) => {
    const first = drawing.page();
    first.centred(80, 240, 100, 14, '支出决算表');
    table(first, 80, 120, ROWS);
    table(drawing.page(), 80, 60, [ROWS[0]!, ['经营支出', '5.00']]);
  });
  expect(booklet.snapshot.sheets).toHaveLength(1);
  const [sheet] = booklet.snapshot.sheets;
  expect(sheet?.cells.map((row) => row?.map((c) => c?.value))).toEqual([
    ['支出决算表'],
    ['项目', '决算数'],
    ['基本支出', 1234.5],
    ['项目支出', 80],
    ['经营支出', 5],
  ]);
  expect(placeOfCell(booklet, { sheet: sheet!.name, row: 4, column: 1 })?.page).toBe(2);
});
