// Saved web pages: merged cells, frames, encodings, what is hidden, and pages made to do harm.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import type { Booklet } from '../../../src/facts/booklet.ts';
import { openAny } from '../../../src/hosts/open.ts';
import { reviewBooklet } from '../../../src/review/booklet.ts';

async function opened(bytes: Uint8Array, name = '公开.html'): Promise<Booklet> {
  const file = await openAny(bytes, name);
  if (!file.ok || !file.booklet) throw new Error(file.ok ? '不是网页' : file.error.message);
  return file.booklet;
}
const page = (body: string, head = ''): Promise<Booklet> =>
  opened(new TextEncoder().encode(`<html><head>${head}</head><body>${body}</body></html>`));
const values = ({ snapshot }: Booklet, sheet = 0) =>
  snapshot.sheets[sheet]!.cells.map((line) => Array.from(line ?? [], (c) => c?.value ?? null));

/** Rows of a table that a page shows without one. */
const ROWS = [
  ['项目', '决算数', '项目', '决算数'],
  ['一、财政拨款收入', '700.00', '一、一般公共服务支出', '31.50'],
  ['二、上级补助收入', '—', '二、外交支出', '—'],
  ['本年收入合计', '700.00', '本年支出合计', '700.00'],
  ['总计', '700.00', '总计', '700.00'],
];
const TYPED: Readonly<Record<string, (row: readonly string[]) => string>> = {
  一行一格: (row) => row.map((cell) => `<p>${cell}</p>`).join(''),
  竖线分格: (row) => `<p>${row.join(' | ')} |</p>`,
  并排的块: (row) =>
    `<p>${row.map((c) => `<span style="display: inline-block; width: 9em">${c}</span>`).join('')}</p>`,
};

describe('打成文字的表', () => {
  it.each(Object.entries(TYPED))('%s：说明没有读出来，不算缺，也不判为不符', async (_, typed) => {
    const body = `<h1>2023年度示例局部门决算</h1><p>第二部分 部门决算表</p><p>收入支出决算总表</p><p>单位：万元</p>${ROWS.map(typed).join('')}
      <p>第三部分 部门决算情况说明</p><p>一、收入支出决算总体情况说明</p><p>2023年度收入总计700.00万元，支出总计700.00万元。</p>`;
    const { review, text, elements } = reviewBooklet(await page(body), CATALOGUE);
    expect(review.told.map((f) => `${f.rule} ${f.verdict} ${f.message}`)).toEqual([
      'D08 unknown “收入支出决算总表”是一行行文字，不是表格，没有读出来，没有核对。请改用有表格的 Word、Excel 原稿再核对。',
    ]);
    expect(text?.findings.filter((f) => f.verdict === 'broken' && f.severity !== 'note')).toEqual(
      [],
    );
    const tables = elements.filter((e) => e.title.endsWith('表'));
    expect(new Set(tables.map((e) => e.status))).toEqual(new Set(['unclear']));
  });

  it('只有表名的清单里没有打成文字的表：缺的仍是缺', async () => {
    const body = `<h1>2023年度示例局部门决算</h1><p>收入支出决算总表</p><p>收入决算表</p>
      <p>一、收入支出决算总体情况说明</p><p>2023年度收入总计700.00万元，支出总计700.00万元。</p>`;
    const { review, elements } = reviewBooklet(await page(body), CATALOGUE);
    expect(review.told).toEqual([]);
    expect(elements.find((e) => e.title === '收入决算表')?.status).toBe('missing');
  });
});

describe('网页', () => {
  it('跨行跨列，表名在表前，文字照读，脚本和隐藏的不读', async () => {
    const made = await page(
      `<h2>收入决算表</h2><p>单位：万元</p><table><tr><th rowspan="2">项目</th><th colspan=2>合计</th></tr>
       <tr><td>上年<td>本年</tr><tr><td>甲</td><td>1,000.00</td><td style="display:none">9</td><td>2.50</td></tr></table>
       <p>一、收入<b>总计</b>1002.50&nbsp;万元。<br>二、支出</p><script>var x = "3.00万元"</script><div hidden>4</div>`,
    );
    expect(values(made)).toEqual([
      ['收入决算表'],
      ['单位：万元'],
      ['项目', '合计'],
      [null, '上年', '本年'],
      ['甲', 1000, 2.5],
    ]);
    expect(made.snapshot.sheets[0]!.merges).toContainEqual({
      row: 2,
      column: 0,
      rows: 2,
      columns: 1,
    });
    expect(made.text).toBe('收入决算表\n单位：万元\n一、收入总计1002.50\u00a0万元。\n二、支出');
  });

  it('排版用的表格层层打开，里面的表才是表', async () => {
    const made = await page(
      '<table><tr><td>首页</td><td><table><tr><td><p>支出决算表</p><table><tr><td>甲</td><td>1.00</td></tr></table><p>说明一段</p></td></tr></table></td></tr></table>',
    );
    expect(made.snapshot.sheets.map((s) => s.name)).toEqual(['支出决算表']);
    expect(made.text).toBe('首页\n支出决算表\n说明一段');
  });

  // 收、支总计 in GB18030.
  const gb = [0xca, 0xd5, 0xa1, 0xa2, 0xd6, 0xa7, 0xd7, 0xdc, 0xbc, 0xc6];
  it.each([
    '<meta charset="gb2312">',
    '<meta http-equiv="Content-Type" content="text/html; charset=GBK">',
    '',
  ])('国标编码：%s', async (meta) => {
    const latin = (text: string) => [...text].map((c) => c.charCodeAt(0));
    const bytes = [
      ...latin(`<html><head>${meta}</head><body><p>`),
      ...gb,
      ...latin('</p></body></html>'),
    ];
    expect((await opened(Uint8Array.from(bytes))).text).toBe('收、支总计');
  });

  it('说是国标、存成 UTF-8 的照 UTF-8 读；UTF-16 也读', async () => {
    expect((await page('<p>收入</p>', '<meta charset="gb2312">')).text).toBe('收入');
    const wide = Buffer.from('\ufeff<html><p>收入</p></html>', 'utf16le');
    expect((await opened(new Uint8Array(wide))).text).toBe('收入');
  });

  it('跨度写得没有边：到表的边为止，或不读', async () => {
    const made = await page(
      '<table><tr><td rowspan="99999">甲</td><td>1.00</td></tr><tr><td>2.00</td></tr></table>',
    );
    expect(made.snapshot.sheets[0]!.rows).toBe(2);
    const file = await openAny(
      new TextEncoder().encode(
        `<html><table>${'<tr><td colspan="900">1</td></tr>'.repeat(2000)}</table></html>`,
      ),
      'x.html',
    );
    expect(file).toMatchObject({ ok: false, error: { code: 'too-large' } });
  });

  it.each([
    ['层层嵌套', '<div>'.repeat(6000)],
    ['表套表', '<table><tr><td>'.repeat(3000)],
    ['深而不闭', '<span>'.repeat(4000)],
  ])('%s：拒绝，说得出怎么办', async (_, body) => {
    const file = await openAny(
      new TextEncoder().encode(`<html><body>${body}1.00</body></html>`),
      'x.html',
    );
    expect(file).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(file.ok ? '' : file.error.message).toContain('原文件未改动');
  });
});

describe('读不了的文件', () => {
  const bytes = (...head: number[]) => Uint8Array.from([...head, 0, 0, 0, 0]);
  it.each([
    ['图片', bytes(0x89, 0x50, 0x4e, 0x47), '图片'],
    ['RTF', new TextEncoder().encode('{\\rtf1 x}'), '另存为 .docx'],
    [
      '单个文件网页',
      new TextEncoder().encode('MIME-Version: 1.0\nContent-Type: multipart/related;\n\n'),
      '.html',
    ],
  ])('%s', async (_, file, words) => {
    const result = await openAny(file, 'x');
    expect(result).toMatchObject({ ok: false, error: { code: 'unsupported' } });
    expect(result.ok ? '' : result.error.message).toContain(words);
  });

  it.each([
    ['决算.pdf', 'PDF'],
    ['决算.docx', 'Word 文件'],
    ['决算.xlsx', '不是电子表格文件'],
  ])('%s 没有下载完：说的是这一种', async (name, words) => {
    const result = await openAny(bytes(0x00, 0x01, 0x02), name);
    expect(result.ok ? '' : result.error.message).toContain(words);
  });
});
