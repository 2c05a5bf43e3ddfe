// gouji tie, and check --text, as another program calls them.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandLine, lines, samples } from '../support/gouji.ts';
import { compoundFile, rawWorkbook, rowsXml } from '../support/xlsx-package.ts';

const workbook = join(samples, 'hanyang-2021.xlsx');
const { at, gouji } = commandLine();

const GOOD = '一、收入支出决算总体情况说明\n2021年度收、支总计838.78万元。\n';
const BAD = '一、收入支出决算总体情况说明\n2021年度收、支总计 838.87 万元，支出 3 项。\n';

/** A Word file of paragraphs, one of them numbered by Word itself, and a table. */
function word(body: string): Uint8Array {
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const numbering = `<w:numbering ${space}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
  const rels = (list: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(
      rels(`<Relationship Id="r1" Type="${type}/officeDocument" Target="word/document.xml"/>`),
    ),
    'word/_rels/document.xml.rels': strToU8(
      rels(`<Relationship Id="r1" Type="${type}/numbering" Target="numbering.xml"/>`),
    ),
    'word/numbering.xml': strToU8(numbering),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${space}><w:body>${body}</w:body></w:document>`,
    ),
  });
}
const p = (text: string, properties = '') =>
  `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const BODY =
  p(
    '收入支出决算总体情况说明',
    '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>',
  ) +
  '<w:p><w:r><w:t>2021年度收、支总计83</w:t></w:r><w:r><w:t>8.78万元</w:t></w:r><w:del><w:r><w:delText>999.99万元</w:delText></w:r></w:del><w:r><w:t>。</w:t></w:r></w:p>' +
  '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>项目</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12.00</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';

beforeAll(() => {
  spawnSync('mkfifo', [at('pipe.txt')]);
  writeFileSync(at('good.txt'), GOOD);
  writeFileSync(at('bad.md'), BAD);
  writeFileSync(at('utf16.txt'), Buffer.from(`\ufeff${GOOD}`, 'utf16le'));
  writeFileSync(at('good.docx'), word(BODY));
  writeFileSync(at('locked.docx'), compoundFile(['EncryptionInfo', 'EncryptedPackage']));
  writeFileSync(at('damaged.docx'), word(BODY).subarray(0, 300));
  writeFileSync(at('picture.txt'), Uint8Array.from([0x89, 0x50, 0, 0, 0, 13, 0xff, 0xd8, 0, 0]));
  // 收、支总计838.78万元。 in GB18030.
  writeFileSync(
    at('gbk.txt'),
    Buffer.concat([
      Buffer.from([0xca, 0xd5, 0xa1, 0xa2, 0xd6, 0xa7, 0xd7, 0xdc, 0xbc, 0xc6]),
      Buffer.from('838.78'),
      Buffer.from([0xcd, 0xf2, 0xd4, 0xaa, 0xa1, 0xa3]),
    ]),
  );
});

describe('gouji tie', () => {
  it('逐篇一行，逐数一项，位置是原文的', () => {
    const { status, out, errors } = gouji('tie', workbook, 'good.txt', 'bad.md', '--json');
    expect({ status, errors }).toEqual({ status: 1, errors: '' });
    const [good, bad] = lines(out);
    expect(good).toMatchObject({
      workbook,
      text: 'good.txt',
      status: 'read',
      counts: { exact: 1, rounding: 0, broken: 0, unknown: 0 },
      findings: [],
    });
    const start = GOOD.indexOf('838.78');
    expect(good.numbers).toEqual([
      expect.objectContaining({
        start,
        end: start + '838.78万元'.length,
        text: '838.78万元',
        verdict: 'exact',
        severity: 'note',
        rule: 'C01',
        expected: '838.78',
      }),
    ]);
    expect(good.numbers[0].cells[0]).toMatchObject({ sheet: '表1', address: 'C36' });
    expect(bad.numbers.map((n: { text: string; verdict: string }) => [n.text, n.verdict])).toEqual([
      ['838.87 万元', 'broken'],
      ['3 项', 'unknown'],
    ]);
    expect(bad.numbers[0]).toMatchObject({ expected: '838.78', severity: 'error' });
  });

  it.each(['good.docx', 'utf16.txt', 'gbk.txt'])('%s：读得出来', (file) => {
    const { status, out } = gouji('tie', workbook, file, '--json');
    expect(status).toBe(0);
    const [report] = lines(out);
    expect(report.numbers[0]).toMatchObject({ text: '838.78万元', verdict: 'exact' });
  });

  it('没有工作簿，核对文稿自身；一个数也核对不了的不算通过', () => {
    const { status, out, errors } = gouji('tie', '-', 'good.txt');
    expect(status).toBe(2);
    expect(out).toContain('1 个数字：相符 0 · 尾差 0 · 不符 0 · 未核对 1');
    expect(errors).toContain('没有一个数核对得了');
  });

  it.each([
    ['locked.docx', 'encrypted', '密码'],
    ['damaged.docx', 'damaged', '损坏'],
    ['picture.txt', 'not-a-text', '不是文稿'],
    ['nowhere.txt', 'not-found', '没有这个文稿'],
    ['pipe.txt', 'refused', '管道或设备'],
  ])('%s：退出码 2，说明原因', (file, code, words) => {
    const { status, out, errors } = gouji('tie', workbook, file, '--json');
    expect(status).toBe(2);
    expect(lines(out)).toEqual([
      { workbook, text: file, status: 'unreadable', error: { code, message: expect.any(String) } },
    ]);
    expect(errors).toContain(words);
  });

  it('工作簿读不出来，每篇都说明', () => {
    const { status, out, errors } = gouji('tie', 'nowhere.xlsx', 'good.txt', '--json');
    expect(status).toBe(2);
    expect(lines(out)[0]).toMatchObject({ status: 'unreadable', error: { code: 'not-found' } });
    expect(errors).toContain('没有这个文件');
  });

  it('工作簿里没有可识别的表：文稿只核对自身，退出码 2', () => {
    writeFileSync(at('空.xlsx'), rawWorkbook({ sheets: [{ name: 'Sheet1', xml: rowsXml('') }] }));
    const { status, out, errors } = gouji('tie', '空.xlsx', 'good.txt', '--json');
    expect(status).toBe(2);
    expect(lines(out)[0]).toMatchObject({ status: 'read', counts: { unknown: 1 } });
    expect(errors).toContain('没有找到决算公开表');
  });

  it('上年决算读不了：其余照做，退出码 2', () => {
    const run = gouji('tie', workbook, 'good.txt', '--last', '没有.xlsx', '--json');
    expect(run.status).toBe(2);
    expect(lines(run.out)[0]).toMatchObject({ status: 'read', counts: { exact: 1 } });
    expect(run.errors).toContain('上年决算“没有.xlsx”');
  });
});

describe('gouji check --text', () => {
  it('文稿的结果在 text 里，退出码取高的', () => {
    const { status, out } = gouji('check', workbook, '--text', 'bad.md', '--json');
    expect(status).toBe(1);
    const [object] = lines(out);
    expect(object.text).toMatchObject({ text: 'bad.md', counts: { broken: 1 } });
    expect(gouji('check', workbook, '--text', 'good.txt').out).toContain('1 个数字：相符 1');
    expect(readFileSync(at('good.txt'), 'utf8')).toBe(GOOD);
  });

  it('文稿读不了：工作簿照核，在标准错误里说明', () => {
    const { status, out, errors } = gouji('check', workbook, '--text', '没有.docx', '--json');
    expect(status).toBe(2);
    const [object] = lines(out);
    expect(object).toMatchObject({ status: 'read', text: { error: { code: 'not-found' } } });
    expect(errors).toContain('文稿“没有.docx”：没有这个文稿');
  });

  it('几个工作簿配一篇文稿是用法错误', () => {
    expect(gouji('check', workbook, workbook, '--text', 'good.txt').status).toBe(64);
  });
});
