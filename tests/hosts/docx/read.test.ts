// Word documents as people leave them: tracked changes, numbers split over runs, text boxes, notes, headers.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openText } from '../../../src/hosts/docx/open.ts';

const SPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rels = (list: string) =>
  strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`,
  );
const r = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (inner: string) => `<w:p>${inner}</w:p>`;

function textIn(body: string, beside: Readonly<Record<string, string>> = {}): string {
  const parts = Object.entries(beside);
  const opened = openText(
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      '_rels/.rels': rels(
        `<Relationship Id="r1" Type="${TYPE}/officeDocument" Target="word/document.xml"/>`,
      ),
      'word/_rels/document.xml.rels': rels(
        parts
          .map(
            ([kind], i) =>
              `<Relationship Id="p${i}" Type="${TYPE}/${kind}" Target="${kind}${i}.xml"/>`,
          )
          .join(''),
      ),
      'word/document.xml': strToU8(`<w:document ${SPACES}><w:body>${body}</w:body></w:document>`),
      ...Object.fromEntries(parts.map(([kind, xml], i) => [`word/${kind}${i}.xml`, strToU8(xml)])),
    }),
  );
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.text;
}

describe('Word 文稿', () => {
  it('数字拆在几段里，删去、移走的不算，插入、移来的算', () => {
    const body = p(
      `${r('总计8')}${r('38.')}${r('78万元')}<w:del><w:r><w:delText>99.99万元</w:delText></w:r></w:del>` +
        `<w:moveFrom>${r('，移走1.00万元')}</w:moveFrom><w:ins>${r('，增加')}</w:ins>` +
        `<w:moveTo>${r('80.09万元')}</w:moveTo>`,
    );
    expect(textIn(body)).toBe('总计838.78万元，增加80.09万元');
  });

  it.each([
    ['PDF', new TextEncoder().encode('%PDF-1.7 …'), '全选、复制'],
    ['图片', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), '这是图片'],
    ['空的', new Uint8Array(), '没有文字'],
  ])('%s：说明怎么办', (_, bytes, words) => {
    const opened = openText(bytes);
    expect(opened).toMatchObject({ ok: false });
    expect(opened.ok ? '' : opened.error.message).toContain(words);
  });

  it('没有文字的 Word：可能是扫描件', () => {
    expect(() => textIn(p('<w:r><w:drawing/></w:r>'))).toThrow('没有文字，可能是扫描的图片');
  });

  it('文本框跟在所在的段后面，只读一遍', () => {
    const box = `<w:txbxContent>${p(r('收入合计837.39万元'))}</w:txbxContent>`;
    const drawn = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><a:graphic><a:t>图</a:t><wps:txbx>${box}</wps:txbx></a:graphic></w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(textIn(p(r('前') + drawn + r('后')) + p(r('次段')))).toBe(
      '前后\n收入合计837.39万元\n次段',
    );
  });

  it('脚注、尾注、页眉在正文之后，分隔线不算', () => {
    const body = p(`${r('支出838.78万元')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('。')}`);
    const note = `<w:footnote w:type="separator" w:id="0">${p(r('—'))}</w:footnote><w:footnote w:id="2">${p(r('含项目支出230.15万元'))}</w:footnote>`;
    expect(
      textIn(body, {
        footnotes: `<w:footnotes ${SPACES}>${note}</w:footnotes>`,
        header: `<w:hdr ${SPACES}>${p(r('某局2021年度部门决算'))}</w:hdr>`,
      }),
    ).toBe('支出838.78万元。\n含项目支出230.15万元\n某局2021年度部门决算');
  });
});
