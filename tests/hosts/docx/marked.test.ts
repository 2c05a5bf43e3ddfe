// Copies of Word documents: comments at the numbers, corrections as tracked changes; whatever else is in the
// package stays as it was, byte for byte.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { commentedDocx } from '../../../src/hosts/docx/comments.ts';
import { openText } from '../../../src/hosts/docx/open.ts';
import { revisedDocx } from '../../../src/hosts/docx/revisions.ts';
import { openAny } from '../../../src/hosts/open.ts';
import {
  cell,
  paragraph as p,
  run as r,
  row,
  table,
  wordFile,
} from '../../support/booklet/word.ts';

const AT = new Date('2026-01-02T03:04:05Z');
const BODY =
  p(
    `<w:pPr><w:jc w:val="left"/></w:pPr>${r('收、支总计83', '<w:b/>')}<w:r><w:t>8.87万元，支出 &amp; 收入</w:t></w:r>${r('99.99万元。')}`,
  ) +
  p(r('收入决算表')) +
  table(
    row(cell('项目') + cell('合计')) +
      row(cell('教育') + cell('')) +
      row(cell('卫生') + cell('1.00')),
  ) +
  '<w:p/>' +
  p(r('完'));

const bodyOf = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['word/document.xml']!);
const wordsOf = (bytes: Uint8Array): string => {
  const opened = openText(bytes);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.text;
};
async function flow(bytes: Uint8Array) {
  const opened = await openAny(bytes, 'x.docx');
  if (!opened.ok || !opened.booklet) throw new Error('不是一册');
  return opened.booklet;
}

describe('带批注的副本', () => {
  it('批注正落在所指的数和格上，文字一字不动', async () => {
    const bytes = wordFile(BODY);
    const { text, snapshot } = await flow(bytes);
    const at = text.indexOf('838.87万元');
    const next = text.indexOf('99.99');
    const sheet = snapshot.sheets[0]!.name;
    const made = commentedDocx(
      bytes,
      [
        { place: { start: at, end: at + 8 }, says: '应为 838.78 <核对>' },
        { place: { start: next, end: next + 7 }, says: '第二处' },
        { place: { sheet, address: 'B3' }, says: '没有填' },
        { place: { sheet, address: 'B4' }, says: '合计不符' },
      ],
      AT,
    );
    const xml = bodyOf(made);
    const around = (id: number) =>
      new RegExp(`commentRangeStart w:id="${id}"/>([\\s\\S]*)<w:commentRangeEnd w:id="${id}"/>`)
        .exec(xml)![1]!
        .replace(/<[^>]+>/g, '');
    expect([0, 1, 2, 3].map(around)).toEqual(['838.87万元', '99.99万元', '', '1.00']);
    expect(wordsOf(made)).toBe(wordsOf(bytes));
    expect((await flow(made)).snapshot).toEqual({ ...snapshot, name: 'x.docx' });
    const parts = unzipSync(made);
    expect(strFromU8(parts['word/comments.xml']!)).toContain('应为 838.78 &lt;核对&gt;');
    expect(strFromU8(parts['[Content_Types].xml']!)).toContain('/word/comments.xml');
    expect(strFromU8(parts['word/_rels/document.xml.rels']!)).toContain('relationships/comments');
  });

  it('别的部件一字节不动；没有可说的，原样交回', () => {
    const bytes = wordFile(BODY, {
      'word/media/image1.png': '\u0089PNG',
      'docProps/app.xml': '<a/>',
    });
    const made = commentedDocx(bytes, [{ place: { start: 0, end: 1 }, says: 'x' }], AT);
    const [before, after] = [unzipSync(bytes), unzipSync(made)];
    const changed = Object.keys(after).filter(
      (name) => !before[name] || Buffer.compare(before[name]!, after[name]!) !== 0,
    );
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'word/_rels/document.xml.rels',
      'word/comments.xml',
      'word/document.xml',
    ]);
    expect(commentedDocx(bytes, [], AT)).toBe(bytes);
  });

  it('已有的批注留着，编号接着往下', () => {
    const bytes = wordFile(BODY);
    const once = commentedDocx(bytes, [{ place: { start: 0, end: 2 }, says: '甲' }], AT);
    const twice = commentedDocx(once, [{ place: { start: 0, end: 3 }, says: '乙' }], AT);
    const comments = strFromU8(unzipSync(twice)['word/comments.xml']!);
    expect([...comments.matchAll(/w:id="(\d+)"/g)].map((m) => m[1])).toEqual(['0', '1']);
    expect(comments).toMatch(/甲[\s\S]*乙/);
  });

  it('文本框里的话批注在正文第一段，说明所指不在段落里', async () => {
    const box = `<w:txbxContent>${p(r('金额5.00万元'))}</w:txbxContent>`;
    const bytes = wordFile(p(r('正文')) + p(`<w:r><w:drawing>${box}</w:drawing></w:r>`));
    const { text } = await flow(bytes);
    const start = text.indexOf('5.00');
    const made = commentedDocx(bytes, [{ place: { start, end: start + 6 }, says: '不符' }], AT);
    expect(bodyOf(made)).toMatch(
      /commentRangeStart w:id="0"\/><w:r><w:t xml:space="preserve">正文/,
    );
    expect(strFromU8(unzipSync(made)['word/comments.xml']!)).toContain('不在正文段落里');
  });
});

describe('采用更正', () => {
  it('作为修订写入：接受后是新数，拒绝后是原数', () => {
    const bytes = wordFile(BODY);
    const text = wordsOf(bytes);
    const at = text.indexOf('838.87');
    const cellAt = text.indexOf('1.00');
    const {
      bytes: made,
      made: count,
      left,
    } = revisedDocx(
      bytes,
      [
        { start: at, end: at + 6, by: '838.78' },
        { start: cellAt, end: cellAt + 4, by: '2.00' },
      ],
      AT,
    );
    expect({ count, left }).toEqual({ count: 2, left: [] });
    expect(wordsOf(made)).toBe(text.replace('838.87', '838.78').replace('1.00', '2.00'));
    const rejected = bodyOf(made)
      .replace(/<w:ins [\s\S]*?<\/w:ins>/g, '')
      .replace(/<\/?w:del [^>]*>|<\/w:del>/g, '')
      .replaceAll('delText', 't');
    const words = rejected.replace(/<\/w:p>|<w:p\/>/g, '\n').replace(/<[^>]+>/g, '');
    expect(words).toContain('收、支总计838.87万元，支出 &amp; 收入99.99万元。');
    expect(bodyOf(made)).toContain('<w:b/></w:rPr><w:delText xml:space="preserve">83</w:delText>');
  });

  it('两处在一段里各改各的；带域或制表符的不动，另行说明', () => {
    const bytes = wordFile(
      p(r('甲1.00乙2.00丙')) + p('<w:r><w:t>丁3</w:t><w:tab/><w:t>4</w:t></w:r>'),
    );
    const text = wordsOf(bytes);
    const of = (word: string, by: string) => ({
      start: text.indexOf(word),
      end: text.indexOf(word) + word.length,
      by,
    });
    const { bytes: made, left } = revisedDocx(
      bytes,
      [of('1.00', '1.10'), of('2.00', '2.20'), of('3', '9')],
      AT,
    );
    expect(wordsOf(made)).toBe('甲1.10乙2.20丙\n丁3\t4');
    expect(left).toEqual([of('3', '9')]);
  });
});
