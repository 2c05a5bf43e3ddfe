import { expect, it } from 'vitest';
import {
  type Document,
  gapsOf,
  html,
  markdown,
  plainText,
} from '../../../src/narrative/document.ts';

const text = (value: string) => ({ kind: 'text', text: value }) as const;
const document: Document = {
  blocks: [
    { kind: 'title', spans: [text('情况说明')] },
    { kind: 'heading', level: 1, section: '总体', spans: [text('一、收入支出决算总体情况说明')] },
    {
      kind: 'paragraph',
      section: '总体',
      spans: [
        text('收、支总计各'),
        {
          kind: 'number',
          text: '80.09万元',
          direction: '增加',
          id: 'P01|1',
          value: { units: 8009, decimals: 2 },
          unit: '万元',
          formula: '收支总计 - 上年·收支总计',
          rule: 'C02',
          cells: [],
        },
        text('，主要原因是<&>'),
        { kind: 'gap', key: '上年·收入支出总计', wanted: '收、支总计变动的主要原因', of: 'words' },
        text('。'),
      ],
    },
    {
      kind: 'chart',
      section: '总体',
      chart: '收支总计变动',
      caption: '图1：收、支决算总计变动情况',
    },
  ],
};

it('纯文本里每个数字有自己的位置，方向词不在其中', () => {
  const { text: plain, numbers } = plainText(document);
  expect(numbers.map((n) => plain.slice(n.start, n.end))).toEqual(['80.09万元']);
  expect(plain).toContain('各增加80.09万元，主要原因是<&>【待填：收、支总计变动的主要原因】。');
  expect(plain.split('\n')).toHaveLength(4);
});

it('待填清单', () => {
  expect(gapsOf(document).map((g) => g.key)).toEqual(['上年·收入支出总计']);
});

it('Markdown 与 HTML 保住标题层次，转义文字', () => {
  expect(markdown(document)).toContain('## 一、收入支出决算总体情况说明');
  expect(markdown(document)).toContain('**【待填：收、支总计变动的主要原因】**');
  expect(html(document)).toContain('<h2>一、收入支出决算总体情况说明</h2>');
  expect(html(document)).toContain('&lt;&amp;&gt;<mark>');
});
