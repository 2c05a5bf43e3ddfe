// Tables of a Word document as sheets: merged cells, tables in cells, heads printed again, tracked changes.
import { describe, expect, it } from 'vitest';
import type { Booklet } from '../../../src/facts/booklet.ts';
import { openAny } from '../../../src/hosts/open.ts';
import {
  cell,
  paragraph as p,
  run as r,
  row,
  table,
  wordFile,
} from '../../support/booklet/word.ts';

async function booklet(body: string): Promise<Booklet> {
  const opened = await openAny(wordFile(body), '决算公开.docx');
  if (!opened.ok || !opened.booklet) throw new Error(opened.ok ? '不是一册' : opened.error.message);
  return opened.booklet;
}
const values = ({ snapshot }: Booklet, sheet = 0) =>
  snapshot.sheets[sheet]!.cells.map((line) => Array.from(line ?? [], (c) => c?.value ?? null));

describe('Word 里的表', () => {
  it('表名、编号、部门、单位在表上，附注在表下，正文另成一篇', async () => {
    const made = await booklet(
      p(r('第二部分 决算表')) +
        p(r('2023年度收入决算表')) +
        p(`${r('公开02表')}`) +
        p(`${r('部门：某某局')}<w:r><w:tab/></w:r>${r('单位：万元')}`) +
        table(row(cell('科目') + cell('合计')) + row(cell('教育支出') + cell('1,234.50'))) +
        p(r('注：本表反映部门本年度取得的各项收入情况。')) +
        p(r('第三部分 情况说明')) +
        p(r('一、收入总计1234.50万元。')),
    );
    expect(made.snapshot.sheets.map((s) => s.name)).toEqual(['2023年度收入决算表']);
    expect(values(made)).toEqual([
      ['2023年度收入决算表'],
      ['公开02表'],
      ['部门：某某局', '单位：万元'],
      ['科目', '合计'],
      ['教育支出', 1234.5],
      ['注：本表反映部门本年度取得的各项收入情况。'],
    ]);
    expect(made.snapshot.sheets[0]!.cells[4]![1]).toEqual({
      value: 1234.5,
      text: '1,234.50',
      format: '#,##0.00',
    });
    expect(made.text).not.toContain('1,234.50');
    expect(made.text.slice(made.sheets[0]!.at)).toMatch(/^注：/);
  });

  it('横向、纵向合并，左边空出的列', async () => {
    const made = await booklet(
      table(
        row(cell('项目', '<w:gridSpan w:val="2"/>') + cell('合计', '<w:vMerge w:val="restart"/>')) +
          row(cell('编码') + cell('名称') + cell('', '<w:vMerge/>')) +
          row(cell('5'), '<w:gridBefore w:val="2"/>'),
      ),
    );
    expect(made.snapshot.sheets[0]!.merges).toEqual([
      { row: 0, column: 0, rows: 1, columns: 2 },
      { row: 0, column: 2, rows: 2, columns: 1 },
    ]);
    expect(made.snapshot.sheets[0]!.cells[2]![2]?.value).toBe(5);
  });

  it('格里的表另成一张；只作版式的表不算表', async () => {
    const inner = table(row(cell('甲') + cell('1.00')) + row(cell('乙') + cell('2.00')));
    const nested = await booklet(
      table(
        row(cell('项目') + cell('数')) +
          row(cell('丙') + cell('3.00')) +
          row(cell('丁') + cell('4.00')) +
          row(cell('戊') + cell('5.00')) +
          row(`<w:tc><w:tcPr/>${p(r('其中'))}${inner}${p('')}</w:tc>${cell('3.00')}`),
      ),
    );
    expect(nested.snapshot.sheets).toHaveLength(2);
    expect(values(nested, 1)).toEqual([
      ['甲', 1],
      ['乙', 2],
    ]);
    const framed = await booklet(
      table(row(`<w:tc><w:tcPr/>${p(r('收入决算表'))}${inner}${p(r('说明文字'))}</w:tc>`)),
    );
    expect(framed.snapshot.sheets.map((s) => s.name)).toEqual(['收入决算表']);
    expect(framed.text).toBe('收入决算表\n说明文字');
  });

  it('每页重印的表头只读一遍，另一张表的表头照读', async () => {
    const head = row(cell('编码') + cell('名称') + cell('合计'));
    const line = (code: string, n: string) => row(cell(code) + cell('教育') + cell(n));
    const made = await booklet(
      table(head + line('205', '1.00') + head + line('20502', '1.00')) +
        p(r('')) +
        table(
          head +
            line('208', '1.00') +
            row(cell('支出决算表', '<w:gridSpan w:val="3"/>')) +
            head +
            line('205', '1.00'),
        ),
    );
    expect(values(made)).toEqual([
      ['编码', '名称', '合计'],
      [205, '教育', 1],
      [20502, '教育', 1],
    ]);
    expect(values(made, 1)).toHaveLength(5);
  });

  it('修订：插入的行算，删去的行、格、段落标记不算', async () => {
    const made = await booklet(
      p(`<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>${r('收入总计')}`) +
        p(r('838万元。')) +
        table(
          row(cell('甲') + cell('1.00')) +
            row(cell('乙') + cell('9.00'), '<w:del w:id="2" w:author="a"/>') +
            row(cell('丙') + cell('2.00'), '<w:ins w:id="3" w:author="a"/>') +
            row(
              cell('丁') +
                `<w:tc><w:tcPr/>${p(`<w:del w:id="4"><w:r><w:delText>8.00</w:delText></w:r></w:del><w:ins w:id="5">${r('3.00')}</w:ins>`)}</w:tc>`,
            ),
        ),
    );
    expect(made.text).toBe('收入总计838万元。');
    expect(values(made)).toEqual([
      ['甲', 1],
      ['丙', 2],
      ['丁', 3],
    ]);
  });

  it('隐藏的文字不是公开的文字', async () => {
    const made = await booklet(
      p(`${r('总计')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>99</w:t></w:r>${r('8万元')}`),
    );
    expect(made.text).toBe('总计8万元');
  });
});

describe('格里印的数', () => {
  it.each([
    ['1,234.50', 1234.5, '#,##0.00'],
    ['-0.30', -0.3, '0.00'],
    ['（12.00）', -12, '0.00'],
    ['98.5%', 0.985, '0.0%'],
    ['１２．００', 12, '0.00'],
    ['—', '—', undefined],
    ['01', '01', undefined],
    ['(1)', '(1)', undefined],
    ['6222020000000000123', '6222020000000000123', undefined],
    ['12,34', '12,34', undefined],
  ])('%s', async (text, value, format) => {
    const made = await booklet(table(row(cell(text) + cell('名'))));
    expect(made.snapshot.sheets[0]!.cells[0]![0]).toMatchObject({
      value,
      ...(format && { format }),
    });
  });
});
