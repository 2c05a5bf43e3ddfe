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

const hexOf = (text: string): string =>
  [...text].map((c) => c.codePointAt(0)!.toString(16).padStart(4, '0')).join('');

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

const FIGURES = [
  ['项目', '合计', '基本支出', '项目支出'],
  ['教育支出', '1,120.00', '1,000.00', '120.00'],
  ['卫生健康支出', '30.50', '30.50', ''],
  ['住房保障支出', '49.50', '49.50', ''],
  ['合计', '1,200.00', '1,080.00', '120.00'],
];
const values = (booklet: Booklet) =>
  booklet.snapshot.sheets.map((s) => s.cells.map((row) => row?.map((c) => c?.value ?? '')));
const NUMBERS = FIGURES.map((row) =>
  row.map((word) => (/\d/.test(word) ? Number(word.replace(',', '')) : word)),
);

const NAMES = [
  ['项目', '决算数'],
  ['基本支出', 1234.5],
  ['项目支出', 80],
];

/** Words of a table alone: names from the left, amounts to the right. */
function words(on: Sheet, left: number, top: number, wide: number, tall: number): void {
  FIGURES.forEach((row, r) => {
    row.forEach((word, c) => {
      if (c === 0) on.text(left + 3, top + r * tall + 12, 10, word);
      else on.right(left + (c + 1) * wide - 3, top + r * tall + 12, 10, word);
    });
  });
}

it.each(['三线', '左右敞开', '行间无线', '没有线'])('%s的表', async (kind) => {
  const booklet = await read((drawing) => {
    const page = drawing.page();
    const [left, top, wide, tall] = [80, 175, 110, 18];
    const [right, bottom] = [left + 4 * wide, top + FIGURES.length * tall];
    page.centred(0, 595, 150, 14, '支出决算表').right(right, 168, 10, '单位：万元');
    words(page, left, top, wide, tall);
    const across = (y: number) => page.stroke(left, y, right, y);
    if (kind !== '没有线') for (const y of [top, top + tall, bottom]) across(y);
    if (kind === '左右敞开') for (let r = 2; r < FIGURES.length; r += 1) across(top + r * tall);
    const first = kind === '行间无线' ? 0 : 1;
    if (kind === '左右敞开' || kind === '行间无线')
      for (let c = first; c <= 4 - first; c += 1)
        page.stroke(left + c * wide, top, left + c * wide, bottom);
  });
  expect(values(booklet)).toEqual([[['支出决算表'], ['单位：万元'], ...NUMBERS]]);
  expect(booklet.text).toBe('');
});

it('没有线的表接在下一页，重印的表头只读一次；只印了一行也是它的', async () => {
  const booklet = await read((drawing) => {
    const first = drawing.page();
    first.centred(0, 595, 150, 14, '支出决算表').right(520, 168, 10, '单位：万元');
    words(first, 80, 175, 110, 18);
    const second = drawing.page();
    FIGURES[0]!.forEach((word, c) => {
      if (c === 0) second.text(83, 87, 10, word);
      else second.right(80 + (c + 1) * 110 - 3, 87, 10, word);
    });
    second.text(83, 105, 10, '其他支出').right(297, 105, 10, '7.25').right(517, 105, 10, '7.25');
  });
  const [sheet] = booklet.snapshot.sheets;
  expect(booklet.snapshot.sheets).toHaveLength(1);
  expect(sheet?.inferred).toBe('plain');
  expect(values(booklet)[0]!.at(-1)).toEqual(['其他支出', 7.25, '', 7.25]);
  expect(values(booklet)[0]).toHaveLength(2 + FIGURES.length + 1);
});

it('没有线的表里，数不在一条线上、两个数挤在一格，都记作可疑；数不从中间断开', async () => {
  const booklet = await read((drawing) => {
    const page = drawing.page();
    page.centred(0, 595, 150, 14, '支出决算表').right(520, 168, 10, '单位：万元');
    words(page, 80, 175, 110, 18);
    page.text(83, 277, 10, '其他支出').right(270, 277, 10, '87,654.31');
  });
  const [sheet] = booklet.snapshot.sheets;
  expect(sheet?.inferred).toBe('doubtful');
  expect(values(booklet)[0]!.at(-1)).toContain(87654.31);
});

it('只有表头的表也是表；印到纸边外面的数读得全；分两行印的表名不是页眉', async () => {
  const empty = await read((drawing) => {
    const page = drawing.page();
    page.centred(0, 595, 150, 14, '国有资本经营预算支出决算表').right(520, 168, 10, '单位：万元');
    FIGURES[0]!.forEach((word, c) => {
      page.text(80 + c * 110, 190, 10, word);
    });
    page.text(80, 208, 10, '栏次');
    page.text(80, 230, 10, '注：本部门没有这类支出。');
  });
  expect(values(empty)[0]).toContainEqual(FIGURES[0]);
  const cut = await read((drawing) => {
    const page = drawing.page();
    page.text(400, 80, 12, '支出决算表');
    table(page, 400, 100, ROWS);
  });
  expect(values(cut)[0]!.at(-2)).toEqual(['基本支出', 1234.5]);
  const halves = await read((drawing) => {
    for (const half of ['支出决算表', '基本支出决算表', '项目支出决算表']) {
      const page = drawing.page();
      page.text(80, 60, 9, '2024年度一般公共预算财政拨款').centred(0, 595, 78, 12, half);
      table(page, 80, 100, ROWS);
    }
  });
  expect(values(halves).map((rows) => rows[0])).toEqual(
    Array(3).fill(['2024年度一般公共预算财政拨款']),
  );
});

it('没有竖线的表：两层表头、折行的名称', async () => {
  const booklet = await read((drawing) => {
    const page = drawing.page();
    page.centred(0, 595, 150, 14, '收入决算表').right(540, 168, 9, '单位：万元');
    for (const y of [175, 213, 330]) page.stroke(60, y, 540, y);
    page.centred(60, 170, 187, 9, '项目').centred(350, 190, 187, 9, '其中');
    page.centred(230, 120, 195, 9, '本年收入合计');
    page.centred(60, 60, 205, 9, '科目编码').centred(120, 110, 205, 9, '科目名称');
    page.centred(350, 95, 205, 9, '财政拨款收入').centred(445, 95, 205, 9, '事业收入');
    const row = (y: number, code: string, names: readonly string[], figures: readonly string[]) => {
      page.text(62, y, 9, code);
      names.forEach((name, i) => {
        page.text(122, y + (i - (names.length - 1) / 2) * 12, 9, name);
      });
      figures.forEach((figure, i) => {
        page.right(347 + i * 95, y, 9, figure);
      });
    };
    row(228, '205', ['教育支出'], ['1,120.00', '1,000.00', '120.00']);
    row(252, '208', ['社会保障和就', '业支出'], ['30.50', '30.50']);
    row(282, '2080505', ['机关事业单位', '基本养老保险', '缴费支出'], ['30.50', '30.50']);
    row(312, '', ['合计'], ['1,150.50', '1,030.50', '120.00']);
  });
  expect(values(booklet)).toEqual([
    [
      ['收入决算表'],
      ['单位：万元'],
      ['项目', '', '本年收入合计', '其中'],
      ['科目编码', '科目名称', '', '财政拨款收入', '事业收入'],
      [205, '教育支出', 1120, 1000, 120],
      [208, '社会保障和就业支出', 30.5, 30.5, ''],
      [2080505, '机关事业单位基本养老保险缴费支出', 30.5, 30.5, ''],
      ['', '合计', 1150.5, 1030.5, 120],
    ],
  ]);
});

it('没有竖线的表：三层表头、折行的栏名、靠左的横线，页末没有底线', async () => {
  const booklet = await read((drawing) => {
    const page = drawing.page();
    page
      .centred(0, 595, 120, 14, '财政拨款收入支出决算总表（单位：')
      .centred(0, 595, 140, 14, '万元）');
    page.stroke(60, 150, 540, 150).stroke(60, 213, 540, 213);
    // Cell by cell, row by row: a folded name is written on before the cell beside it.
    page.centred(60, 160, 162, 9, '收入').centred(220, 320, 162, 9, '支出');
    page.centred(60, 110, 194, 9, '项目').centred(170, 50, 194, 9, '决算数');
    page.centred(220, 110, 194, 9, '项目').centred(330, 210, 182, 9, '决算数');
    page.centred(330, 50, 203, 9, '合计').centred(380, 80, 198, 9, '一般公共预算');
    page.centred(380, 80, 209, 9, '财政拨款').centred(460, 80, 198, 9, '政府性基金预算');
    page.centred(460, 80, 209, 9, '财政拨款');
    const row = (y: number, texts: readonly string[]) => {
      const [left, right] = [
        [62, 172, 222, 332, 382, 462],
        [168, 218, 328, 378, 458, 538],
      ];
      texts.forEach((text, c) => {
        if (/\d/.test(text)) page.right(right[c]!, y, 9, text);
        else if (text !== '') page.text(left[c]!, y, 9, text);
      });
    };
    row(228, ['一、一般公共预算', '1,120.00', '一、教育支出', '1,000.00', '1,000.00', '—']);
    row(246, ['二、政府性基金预算', '—', '二、其他支出', '120.00', '100.00', '20.00']);
    row(264, ['本年收入合计', '1,120.00', '本年支出合计', '1,120.00', '1,100.00', '20.00']);
  });
  expect(values(booklet)).toEqual([
    [
      ['财政拨款收入支出决算总表（单位：万元）'],
      ['收入', '', '支出'],
      ['项目', '决算数', '项目', '决算数'],
      ['', '', '', '合计', '一般公共预算财政拨款', '政府性基金预算财政拨款'],
      ['一、一般公共预算', 1120, '一、教育支出', 1000, 1000, '—'],
      ['二、政府性基金预算', '—', '二、其他支出', 120, 100, 20],
      ['本年收入合计', 1120, '本年支出合计', 1120, 1100, 20],
    ],
  ]);
  expect(booklet.snapshot.sheets[0]!.inferred).toBe('plain');
});

it('三线的表只有两栏也是表；框里的附注不是它的行；只有编码和名称的行是', async () => {
  const booklet = await read((drawing) => {
    const page = drawing.page();
    page.stroke(60, 138, 540, 138).stroke(60, 158, 540, 158).stroke(60, 250, 540, 250);
    page.text(62, 114, 9, '一般公共预算财政拨款基本支出决算表').right(538, 130, 9, '单位：万元');
    page.centred(60, 300, 152, 9, '科目').centred(360, 180, 152, 9, '决算数');
    page.text(62, 172, 9, '合计').right(538, 172, 9, '1,234.50');
    page.text(62, 190, 9, '301工资福利支出').right(538, 190, 9, '1,234.50');
    page.text(62, 208, 9, '302商品和服务支出').right(538, 208, 9, '0.00');
    page.text(62, 226, 9, '303对个人和家庭的补助');
    page.text(62, 246, 9, '注：本表反映部门本年度基本支出的情况。');
  });
  expect(values(booklet)[0]).toEqual([
    ['一般公共预算财政拨款基本支出决算表'],
    ['单位：万元'],
    ['科目', '决算数'],
    ['合计', 1234.5],
    ['301工资福利支出', 1234.5],
    ['302商品和服务支出', 0],
    ['303对个人和家庭的补助', ''],
    ['注：本表反映部门本年度基本支出的情况。'],
  ]);
});

it('一圈外框、格子挨着的表：数字和旁边一栏的横线是两格', async () => {
  const booklet = await read((drawing) => {
    const page = drawing.page();
    page.centred(0, 595, 150, 14, '收入决算表').right(540, 168, 9, '单位：万元');
    page.stroke(60, 175, 300, 175).stroke(60, 195, 300, 195).stroke(60, 262, 300, 262);
    page.stroke(60, 175, 60, 262).stroke(300, 175, 300, 262);
    page.centred(60, 90, 188, 9, '项 目').centred(150, 75, 188, 9, '财政拨款收入');
    page.centred(225, 75, 188, 9, '事业收入');
    // An amount ends where its cell does, and what stands for nothing begins where the next one does.
    page.text(62, 212, 9, '教育支出').right(224, 212, 9, '1,000.00').text(226, 212, 9, '—');
    page.text(62, 232, 9, '卫生健康支出').text(151, 232, 9, '—').right(299, 232, 9, '20.50');
    page.text(62, 252, 9, '合 计').right(224, 252, 9, '1,000.00').right(299, 252, 9, '20.50');
  });
  expect(values(booklet)).toEqual([
    [
      ['收入决算表'],
      ['单位：万元'],
      ['项目', '财政拨款收入', '事业收入'],
      ['教育支出', 1000, '—'],
      ['卫生健康支出', '—', 20.5],
      ['合计', 1000, 20.5],
    ],
  ]);
});

it('印到另一页的几栏接在右边，单独一行的页接在下面', async () => {
  const booklet = await read((drawing) => {
    const first = drawing.page();
    first.text(80, 80, 12, '支出决算表');
    table(first, 80, 100, [...ROWS, ['经营支出', '5.00']]);
    const second = drawing.page();
    second.text(80, 92, 9, '单位：万元');
    const more = [
      ['上年', '增减', '备注'],
      ['1,000.00', '234.50', ''],
      ['80.00', '0.00', ''],
      ['6.00', '-1.00', ''],
    ];
    table(second, 80, 100, more);
  });
  expect(values(booklet)).toEqual([
    [
      ['支出决算表'],
      ['单位：万元'],
      ['项目', '决算数', '上年', '增减', '备注'],
      ['基本支出', 1234.5, 1000, 234.5, ''],
      ['项目支出', 80, 80, 0, ''],
      ['经营支出', 5, 6, -1, ''],
    ],
  ]);
  const one = await read((drawing) => {
    const first = drawing.page();
    first.text(80, 80, 12, '支出决算表');
    table(
      first,
      80,
      100,
      ROWS.map((row) => [...row, '']),
    );
    table(drawing.page(), 80, 60, [['合计', '1,314.50', '']]);
  });
  expect(values(one)[0]!.at(-1)).toEqual(['合计', 1314.5, '']);
});

it('页末的表名归下一页的表，跨页断开的行接成一行，下一张表的题头不是上一张的附注', async () => {
  const booklet = await read((drawing) => {
    const first = drawing.page();
    first.text(80, 700, 12, '支出决算表').right(320, 718, 9, '单位：万元');
    const second = drawing.page();
    const long = ['机关事业单位基本养老保', '6.00'];
    table(second, 80, 60, [...ROWS, long]);
    const third = drawing.page();
    table(third, 80, 60, [ROWS[0]!, ['险缴费支出', ''], ['合计', '1,320.50']]);
    third.text(80, 140, 9, '附件2').text(80, 155, 12, '收入决算表').text(240, 168, 9, '单位：万元');
    table(third, 80, 175, ROWS);
  });
  expect(values(booklet)).toEqual([
    [
      ['支出决算表'],
      ['单位：万元'],
      ['项目', '决算数'],
      ['基本支出', 1234.5],
      ['项目支出', 80],
      ['机关事业单位基本养老保险缴费支出', 6],
      ['合计', 1320.5],
    ],
    [['附件2'], ['收入决算表'], ['单位：万元'], ...NAMES],
  ]);
  expect(booklet.text).toBe('');
});

it('点线', async () => {
  const booklet = await read((drawing) => {
    const page = drawing.page();
    const dots = (x0: number, y0: number, x1: number, y1: number) => {
      for (let x = x0; x <= x1; x += 1.5)
        for (let y = y0; y <= y1; y += 1.5) page.fill(x, y, 0.75, 0.75);
    };
    ROWS.forEach((row, r) => {
      row.forEach((word, c) => {
        page.centred(80 + c * 120, 120, 175 + r * 20 + 14, 10, word);
      });
    });
    for (let r = 0; r <= 3; r += 1) dots(80, 175 + r * 20, 320, 175 + r * 20);
    for (let c = 0; c <= 2; c += 1) dots(80 + c * 120, 175, 80 + c * 120, 235);
  });
  expect(values(booklet)).toEqual([NAMES]);
});

it('句子里的数排得再齐也是正文', async () => {
  const lines = ['收入12.50万元，支出12.50万元。', '收入13.50万元，支出13.50万元。'];
  const booklet = await read((drawing) => {
    const page = drawing.page();
    [...lines, ...lines].forEach((line, i) => {
      page.text(80, 100 + i * 20, 12, line);
    });
  });
  expect(booklet.snapshot.sheets).toEqual([]);
  expect(booklet.text).toContain(lines[0]);
});

it('横放的表转正了读，框仍在纸上的位置', async () => {
  const booklet = await read((drawing) => {
    const page = drawing.page();
    // Everything is drawn upright, and turned to the left as a whole.
    page.raw('q 0 1 -1 0 842 0 cm');
    table(page, 80, 175, ROWS);
    page.raw('Q');
  });
  expect(values(booklet)).toEqual([
    [
      ['项目', '决算数'],
      ['基本支出', 1234.5],
      ['项目支出', 80],
    ],
  ]);
  const { box } = placeOfCell(booklet, { sheet: '第1页', row: 1, column: 1 })!;
  expect(box.width).toBeCloseTo(20, 0);
  expect(box.height).toBeCloseTo(120, 0);
});

it('题名印在表格里的，栏相同也是另一张表；同名的接着读', async () => {
  const named = (name: string): string[][] => [[name, ''], ...ROWS];
  const booklet = await read((drawing) => {
    table(drawing.page(), 80, 60, named('2023年度收入决算表'));
    table(drawing.page(), 80, 60, named('2023年度支出决算表'));
    table(drawing.page(), 80, 60, named('2023年度支出决算表（续）'));
  });
  expect(booklet.snapshot.sheets.map((s) => s.rows)).toEqual([4, 8]);
});

it('一页上正的文字和横放的表各读各的，页码不混进表', async () => {
  const booklet = await read((drawing) => {
    const page = drawing.page();
    page.text(80, 60, 12, '本部门按照规定公开决算表。');
    page.raw('q 0 -1 1 0 100 700 cm');
    const turned = (x: number, y: number, size: number, words: string) =>
      page.raw(`BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hexOf(words)}> Tj ET`);
    turned(100, 330, 14, '支出决算表');
    turned(200, 310, 10, '单位：万元');
    for (const y of [300, 270, 240, 210]) page.raw(`0.5 w 20 ${y} m 320 ${y} l S`);
    for (const x of [20, 170, 320]) page.raw(`0.5 w ${x} 210 m ${x} 300 l S`);
    ROWS.forEach((row, r) => {
      row.forEach((word, c) => {
        turned(30 + c * 150, 280 - r * 30, 10, word);
      });
    });
    page.raw('Q');
    page.centred(0, 595, 815, 9, '- 1 -');
  });
  expect(booklet.text).toBe('本部门按照规定公开决算表。');
  expect(booklet.pages).toHaveLength(1);
  expect(booklet.snapshot.sheets.map((s) => s.cells.map((r) => r?.map((c) => c?.value)))).toEqual([
    [['支出决算表'], ['单位：万元'], ['项目', '决算数'], ['基本支出', 1234.5], ['项目支出', 80]],
  ]);
});

it('浏览器印的网址、页码和打印时间不是正文，也不是表里的行', async () => {
  const booklet = await read((drawing) => {
    const page = drawing.page();
    page.text(24, 24, 8, '2024/8/30 09:15').text(280, 24, 8, '决算公开');
    page.text(80, 90, 12, '一、本部门支出合计1,314.50万元。');
    page.text(24, 825, 8, 'https://www.example.gov.cn/jsgk/2024.html').text(560, 825, 8, '1/1');
  });
  expect(booklet.text).toBe('一、本部门支出合计1,314.50万元。');
  expect(booklet.snapshot.sheets).toEqual([]);
});

it('分两栏排的正文先读左栏再读右栏，跨栏的标题在前；单独一栏的短行不算分栏', async () => {
  const left = [
    '一、收入情况',
    '　　本年收入1,200.00万元，其中财政拨款',
    '收入1,100.00万元，其他收入一百万元，',
    '比上年增加20.00万元，主要是项目增加。',
  ];
  const right = [
    '二、支出情况',
    '　　本年支出1,150.00万元，其中基本支出',
    '900.00万元，项目支出250.00万元，占本年',
    '支出的21.74%。',
  ];
  const booklet = await read((drawing) => {
    const page = drawing.page();
    page.centred(0, 595, 80, 14, '2024年度部门决算情况说明（分两栏排印的一份）');
    const put = (x: number, y: number, words: string) =>
      page.text(x + (words.startsWith('　　') ? 22 : 0), y, 11, words.trim());
    left.forEach((words, i) => {
      put(60, 120 + i * 20, words);
    });
    // Lines of the two columns do not stand level.
    right.forEach((words, i) => {
      put(310, 127 + i * 20, words);
    });
  });
  expect(booklet.text.split('\n')).toEqual([
    '2024年度部门决算情况说明（分两栏排印的一份）',
    left[0],
    left.slice(1).join('').trim(),
    right[0],
    right.slice(1).join('').trim(),
  ]);
});

it('并排的两张表各有各的题头，先左后右', async () => {
  const booklet = await read((drawing) => {
    const page = drawing.page(842, 595);
    for (const [x, title] of [
      [60, '收入决算表'],
      [460, '支出决算表'],
    ] as const) {
      page.centred(x, 240, 100, 12, title).right(x + 240, 116, 9, '单位：万元');
      table(page, x, 120, ROWS);
    }
  });
  expect(values(booklet)).toEqual([
    [['收入决算表'], ['单位：万元'], ...NAMES],
    [['支出决算表'], ['单位：万元'], ...NAMES],
  ]);
});

it('段首缩进的另起一段，顶格的接上一行；附注折成几行仍是一条', async () => {
  const booklet = await read((drawing) => {
    const page = drawing.page();
    page.text(84, 80, 12, '五、一般公共预算财政拨款支出决算情况的总的说明（本级与所属单位汇总）');
    page.text(84, 100, 12, '（一）总体情况。支出1,200.00万元，比上年增加20.00万元，主要用于');
    page.text(60, 120, 12, '40.40%、7.89%、51.71%三个方面。');
    page.centred(60, 240, 160, 14, '支出决算表');
    table(page, 60, 175, ROWS);
    page.text(
      60,
      250,
      9,
      '注：本表反映部门本年度支出情况，预算数为年初预算数，决算数包括当年财政拨款',
    );
    page.text(60, 264, 9, '和以前年度结转资金安排的实际支出。');
  });
  expect(booklet.text.split('\n')).toEqual([
    '五、一般公共预算财政拨款支出决算情况的总的说明（本级与所属单位汇总）',
    '（一）总体情况。支出1,200.00万元，比上年增加20.00万元，主要用于40.40%、7.89%、51.71%三个方面。',
  ]);
  expect(values(booklet)[0]!.at(-1)).toEqual([
    '注：本表反映部门本年度支出情况，预算数为年初预算数，决算数包括当年财政拨款和以前年度结转资金安排的实际支出。',
  ]);
});

it('没有缩进的段，行尾话没说完的接下一行', async () => {
  const booklet = await read((drawing) => {
    const page = drawing.page();
    page.text(
      60,
      80,
      12,
      '2024年度本部门支出的情况，与上年度相比没有大的变动，具体情况如下各项所说明的。',
    );
    page.text(60, 100, 12, '本年支出120.00万元。其中：基本支出、项目支出分别为');
    page.text(60, 120, 12, '100.00、20.00万元。');
    page.text(60, 140, 12, '2024年度没有其他支出');
    page.text(60, 160, 12, '3.1万元以上的设备1台。');
  });
  const paragraphs = booklet.text.split('\n');
  expect(paragraphs[0]).toContain('项目支出分别为100.00、20.00万元。');
  expect(paragraphs.slice(1)).toEqual(['2024年度没有其他支出', '3.1万元以上的设备1台。']);
});

it('跨页断在一个数中间的行接成一行；两行各自的数不接', async () => {
  const rows = async (cut: readonly string[], next: readonly string[]) => {
    const booklet = await read((drawing) => {
      const first = drawing.page();
      first.centred(80, 240, 100, 14, '支出决算表');
      const wide = [...ROWS, cut].map((row) => [...row, '']);
      table(first, 80, 120, wide);
      table(drawing.page(), 80, 60, [[...next, '']]);
    });
    return values(booklet)[0]!.slice(3 + 1);
  };
  expect(await rows(['经营支出', '609,69'], ['', '6.27'])).toEqual([['经营支出', 609696.27, '']]);
  expect(await rows(['经营支出', '609'], ['其他支出', '6.27'])).toEqual([
    ['经营支出', 609, ''],
    ['其他支出', 6.27, ''],
  ]);
});

it('许多名称正好印到格子边，记作可能没有印全；只有一个印满的不算', async () => {
  const wayIn = async (names: readonly string[]) => {
    const booklet = await read((drawing) => {
      const page = drawing.page();
      table(page, 80, 120, [['项目', '决算数'], ...names.map(() => ['', '5.00'])]);
      names.forEach((name, i) => {
        page.text(82, 154 + i * 20, 10, name);
      });
    });
    return booklet.snapshot.sheets[0]!.inferred;
  };
  const full = ['一般公共服务支出类款项目', '社会保障和就业支出行政事', '机关事业单位基本养老保险'];
  expect(await wayIn([...full, '教育支出'])).toBe('cut');
  expect(await wayIn([full[0]!, '教育支出', '卫生健康支出', '住房保障支出'])).toBe(undefined);
});

it('裁剪框以外的一行看不见，不算字；伸出格子右边的仍算', async () => {
  const booklet = await read((drawing) => {
    const page = drawing.page();
    table(page, 80, 100, ROWS);
    // The second line of a head that is one line high would stand in the row under it.
    page.raw('q 80 722 240 20 re W n').text(205, 134, 10, '（万元）').raw('Q');
    page.raw('q 80 662 240 20 re W n').text(205, 174, 10, '没有裁掉的一行').raw('Q');
  });
  const [rows] = values(booklet);
  expect(rows?.[1]).toEqual(['基本支出', 1234.5]);
  expect(booklet.text).toBe('');
  const whole = await read((drawing) => {
    drawing.page().raw('q 80 700 40 40 re W n').text(85, 120, 10, '伸出右边也看得全').raw('Q');
  });
  expect(whole.text).toBe('伸出右边也看得全');
});

it('行末标点伸出版心，段落不在那一行断开', async () => {
  const lines = [
    '2024年度收入总计比上年增加一百万元，增长百分之十，',
    '主要原因是人员经费和项目经费都按规定作了调整与增加，',
    '其中财政拨款收入占百分之九十以上，上级补助',
    '收入12345.60万元，占百分之零点五，其余是事业收入和经营收',
    '入等各项收入，都按预算执行。',
  ];
  const booklet = await read((drawing) => {
    const page = drawing.page();
    lines.forEach((line, i) => {
      page.text(80, 100 + i * 20, 16, line);
    });
    page.text(80, 200, 16, '这一段全是字的行排到版心右边为止一共二十六');
    page.text(80, 220, 16, '个字。');
  });
  expect(booklet.text.split('\n')[0]).toBe(lines.join(''));
});

it('题名在前页末尾，单位在后页表上，是一张表的', async () => {
  const booklet = await read((drawing) => {
    const page = drawing.page();
    page.text(104, 110, 12, '一、本部门支出合计1,314.50万元。');
    page.centred(0, 595, 790, 14, '支出决算表').right(515, 806, 10, '公开03表');
    const next = drawing.page();
    next.right(320, 72, 10, '单位：万元');
    table(next, 80, 80, ROWS);
  });
  expect(values(booklet)).toEqual([
    [['支出决算表'], ['公开03表'], ['', '单位：万元'].slice(-1), ...NAMES],
  ]);
  expect(booklet.snapshot.sheets[0]?.name).toBe('第2页 支出决算表');
  expect(placeOfCell(booklet, { sheet: '第2页 支出决算表', row: 0, column: 0 })?.page).toBe(1);
  expect(placeOfCell(booklet, { sheet: '第2页 支出决算表', row: 2, column: 0 })?.page).toBe(2);
});

it('并排的两张表，左边一张接到下一页', async () => {
  const booklet = await read((drawing) => {
    const page = drawing.page(842, 595);
    page.centred(60, 240, 70, 12, '支出决算表').centred(440, 240, 70, 12, '收入决算表');
    table(page, 60, 80, ROWS);
    table(page, 440, 80, [ROWS[0]!, ['事业收入', '7.00']]);
    table(drawing.page(842, 595), 60, 60, [ROWS[0]!, ['经营支出', '5.00']]);
  });
  expect(values(booklet)).toEqual([
    [['支出决算表'], ...NAMES, ['经营支出', 5]],
    [['收入决算表'], ['项目', '决算数'], ['事业收入', 7]],
  ]);
});

it('题名是表里的一行：行高碰巧与前页相同，不是前表另印的列', async () => {
  const titled = (title: string, ...rows: readonly (readonly string[])[]) =>
    [[title, '', ''], ['单位：万元', '', ''], ...rows] as readonly (readonly string[])[];
  const booklet = await read((drawing) => {
    const first = drawing.page();
    table(
      first,
      60,
      60,
      titled('支出决算表', [...ROWS[0]!, '备注'], [...ROWS[1]!, ''], [...ROWS[2]!, '']),
    );
    const rows = titled(
      '基本支出决算表',
      ['科目', '决算数', '', '备注'],
      ['工资', '3.00', '', ''],
      ['津贴', '2.00', '', ''],
    );
    table(
      drawing.page(),
      60,
      60,
      rows.map((r) => [...r, ''].slice(0, 4)),
    );
  });
  expect(booklet.snapshot.sheets).toHaveLength(2);
});

it('续页重印的表头少了折下去的一行，仍是表头', async () => {
  const booklet = await read((drawing) => {
    const page = drawing.page();
    page.centred(80, 240, 90, 14, '支出决算表');
    table(page, 80, 100, [['项目', '附属单位上缴'], ...ROWS.slice(1)]);
    page.centred(200, 120, 121, 6, '支出');
    table(drawing.page(), 80, 60, [
      ['项目', '附属单位上缴'],
      ['经营支出', '5.00'],
    ]);
  });
  expect(values(booklet)[0]?.map((r) => r?.[0])).toEqual([
    '支出决算表',
    '项目',
    '基本支出',
    '项目支出',
    '经营支出',
  ]);
});

it('没有竖线的表里折成两行的数是一个数', async () => {
  const booklet = await read((drawing) => {
    const page = drawing.page();
    page.centred(80, 360, 150, 14, '支出决算表');
    const lines: readonly (readonly [number, ...string[]])[] = [
      [190, '项目', '决算数', '上年数'],
      [210, '基本支出', '1,234.5', '30.00'],
      [222, '', '0', ''],
      [242, '项目支出', '80.00', '20.00'],
      [262, '经营支出', '5.00', '1.00'],
    ];
    for (const [y, name, ...figures] of lines) {
      if (name) page.text(83, y, 10, name);
      figures.forEach((figure, c) => {
        if (figure) page.right(80 + (c + 2) * 120 - 3, y, 10, figure);
      });
    }
    for (const y of [176, 196, 268]) page.stroke(80, y, 440, y);
  });
  expect(values(booklet)).toEqual([
    [
      ['支出决算表'],
      ['项目', '决算数', '上年数'],
      ['基本支出', 1234.5, 30],
      ['项目支出', 80, 20],
      ['经营支出', 5, 1],
    ],
  ]);
});
