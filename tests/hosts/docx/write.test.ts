// 写 Word：标题层次、表格跨度、横竖版面、待填、图表都在文件里，另一种读法（mammoth）也读得出。
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/facts/grid.ts';
import { type PrintedTable, printedTable } from '../../../src/forms/printed.ts';
import { writeDocx } from '../../../src/hosts/docx/write.ts';
import { exact } from '../../../src/measure/exact.ts';
import type { Chart } from '../../../src/narrative/chart.ts';
import type { Document, DocumentBlock } from '../../../src/narrative/document.ts';
import type { Manuscript, ManuscriptPart } from '../../../src/review/manuscript.ts';
import { arrangement, layOut } from '../../support/department/layout.ts';
import { makeDepartment } from '../../support/department/model.ts';
import { tablesIn } from '../../support/fill.ts';

const text = (value: string) => ({ kind: 'text', text: value }) as const;
const gap = { kind: 'gap', key: 'k', wanted: '变动的主要原因', of: 'words' } as const;
const DOCUMENT: Document = {
  blocks: [
    { kind: 'title', spans: [text('某某局2023年度部门决算情况说明')] },
    { kind: 'heading', level: 1, section: '一', spans: [text('一、收入支出决算总体情况说明')] },
    { kind: 'heading', level: 2, section: '一', spans: [text('（一）总体情况')] },
    {
      kind: 'paragraph',
      section: '一',
      spans: [
        { kind: 'text', text: '1. 教育支出（类）。', strong: true },
        text('2023年度收、支总计10.00万元，主要原因是'),
        gap,
        text('。'),
      ],
    },
    { kind: 'chart', section: '一', chart: '收支总计变动', caption: '图1：收、支总计变动情况' },
  ],
};
const CHART: Chart = {
  name: '收支总计变动',
  kind: 'columns',
  title: '收支总计变动',
  unit: '万元',
  points: [
    { label: '2022年度', value: exact(900, 2) },
    { label: '2023年度', value: exact(1000, 2) },
  ],
  missing: [],
};

async function written(parts: readonly ManuscriptPart[], other: Partial<Manuscript> = {}) {
  const result = await writeDocx({ title: '决算', parts, charts: [CHART], final: false, ...other });
  if (!result.ok) throw new Error(result.gaps.join());
  return result.bytes;
}
const partsOf = (bytes: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([n, part]) => [n, new TextDecoder().decode(part)]));
const html = async (bytes: Uint8Array) =>
  (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
const printed = (snapshot: Snapshot): PrintedTable[] =>
  tablesIn(snapshot)
    .filter((t) => /^表\d$/.test(t.form))
    .map((t) => printedTable(t, snapshot.sheets));

describe('写 Word', () => {
  it('标题、一级、二级、正文各有样式，待填处突出显示', async () => {
    const bytes = await written([{ kind: 'text', document: DOCUMENT }]);
    const xml = partsOf(bytes).get('word/document.xml')!;
    expect(xml).toContain('w:pStyle w:val="Heading1"');
    expect(xml).toContain('w:pStyle w:val="Heading2"');
    expect(xml).toMatch(/<w:highlight w:val="yellow"\/>.*?【待填：变动的主要原因】/s);
    expect(await html(bytes)).toContain('<h1>一、收入支出决算总体情况说明</h1>');
    expect(await html(bytes)).toContain('<strong>1. 教育支出（类）。</strong>');
  });

  it('图是 Word 自己的图表，数据随图；图名在图下', async () => {
    const parts = partsOf(await written([{ kind: 'text', document: DOCUMENT }]));
    const chart = [...parts].find(([name]) => /charts\/chart\d*\.xml$/.test(name))?.[1];
    expect(chart).toContain('2022年度');
    expect(chart).toMatch(/<c:v>9<\/c:v>.*<c:v>10<\/c:v>/s);
    const xml = parts.get('word/document.xml')!;
    expect(xml.indexOf('<w:drawing>')).toBeLessThan(xml.lastIndexOf('图1：收、支总计变动情况'));
  });

  it('缺数的图不画，写明缺什么', async () => {
    const holed = { ...CHART, missing: ['上年收入支出总计'] };
    const bytes = await written([{ kind: 'text', document: DOCUMENT }], { charts: [holed] });
    const parts = partsOf(bytes);
    expect([...parts.keys()].some((name) => /charts\//.test(name))).toBe(false);
    expect(parts.get('word/document.xml')).toContain('上年收入支出总计');
  });

  it('定稿有待填就不写，逐处列出', async () => {
    const result = await writeDocx({
      title: '决算',
      parts: [
        { kind: 'text', document: DOCUMENT },
        { kind: 'missing', wanted: '收入决算表' },
      ],
      charts: [],
      final: true,
    });
    expect(result).toEqual({
      ok: false,
      gaps: ['变动的主要原因', '图1：收、支总计变动情况', '收入决算表'],
    });
  });

  it.each([1, 2, 3])('部门 %i 的各表：每个金额都在，跨度合拢，宽表横排', async (seed) => {
    const { snapshot } = layOut(makeDepartment(seed), arrangement(seed));
    const tables = printed(snapshot);
    const bytes = await written([
      { kind: 'heading', text: '第二部分 决算表' },
      ...tables.map((table): ManuscriptPart => ({ kind: 'table', table })),
    ]);
    const page = await html(bytes);
    for (const table of tables) {
      expect(page).toContain(table.title);
      // Rows are full: spans from above and own cells make up the width of the table.
      const open = table.widths.map(() => 0);
      for (const row of table.rows) {
        let column = 0;
        for (const cell of row) {
          while (open[column]! > 0) column += 1;
          for (let c = column; c < column + cell.columns; c += 1) open[c] = cell.rows;
          column += cell.columns;
          expect(page).toContain(cell.text.trim().replace(/&/g, '&amp;').replace(/</g, '&lt;'));
        }
        expect(open.every((n) => n > 0)).toBe(true);
        open.forEach((n, c) => {
          open[c] = n - 1;
        });
      }
    }
    const figures = tablesIn(snapshot)
      .filter((t) => /^表\d$/.test(t.form))
      .flatMap((t) => t.facts.flat())
      .filter((f) => f?.state === 'figure' && f.stored !== 0);
    expect(figures.length).toBeGreaterThan(50);
    const cells = tables.flatMap((t) => t.rows.flat()).filter((c) => c.align === 'right' && c.text);
    expect(cells.length).toBeGreaterThanOrEqual(figures.length);
    const xml = partsOf(bytes).get('word/document.xml')!;
    expect((xml.match(/<w:tbl>/g) ?? []).length).toBe(tables.length);
    const across = xml.includes('w:orient="landscape"');
    const widest = Math.max(...tables.map((t) => t.widths.reduce((a, b) => a + b, 0)));
    expect(across || widest <= 160).toBe(true);
  });

  it('长标题在部分、部门、年度之间换行；附注前两行与附注同页', async () => {
    const { snapshot } = layOut(makeDepartment(2), arrangement(2));
    const table = printed(snapshot).find((t) => t.notes.length > 0)!;
    const text = '第二部分  上海市示例区司法局2021年度部门决算情况说明';
    const bytes = await written([
      { kind: 'heading', text },
      { kind: 'table', table },
    ]);
    const xml = partsOf(bytes).get('word/document.xml')!;
    const [title = ''] = /<w:p>(?:(?!<\/w:p>).)*第二部分.*?<\/w:p>/.exec(xml) ?? [];
    expect(title.match(/<w:t [^>]*>[^<]*<\/w:t>/g)!.map((t) => t.replace(/<[^>]*>/g, ''))).toEqual([
      '第二部分',
      '上海市示例区司法局',
      '2021年度部门决算情况说明',
    ]);
    expect(title.match(/<w:br\/>/g)).toHaveLength(2);
    const last = /<w:tr>(?:(?!<w:tr>).)*<\/w:tbl>/.exec(xml)?.[0] ?? '';
    expect(last).toContain('<w:keepNext/>');
  });

  it('饼图薄片多于一片：占比写进图例，不挤在一起', async () => {
    const pie = (values: readonly number[]): Chart => ({
      name: '收入结构',
      kind: 'pie',
      title: '收入决算结构',
      unit: '万元',
      points: values.map((value, i) => ({ label: `来源${i + 1}`, value: exact(value, 2) })),
      missing: [],
    });
    const xmlOf = async (chart: Chart): Promise<string> => {
      const blocks: DocumentBlock[] = [
        { kind: 'chart', section: '收入', chart: '收入结构', caption: '图1：收入决算结构' },
      ];
      const result = await writeDocx({
        title: '',
        parts: [{ kind: 'text', document: { blocks } }],
        charts: [chart],
        final: false,
      });
      if (!result.ok) throw new Error('没有写出');
      return [...partsOf(result.bytes)].find(([name]) => /charts\/chart\d/.test(name))![1];
    };
    const crowded = await xmlOf(pie([900_00, 5_00, 4_00]));
    expect(crowded).toContain('来源2 0.55%');
    expect(crowded).toContain('<c:legend>');
    const roomy = await xmlOf(pie([900_00, 500_00, 4_00]));
    expect(roomy).not.toContain('<c:legend>');
  });
});
