// The pane in every state, and the way from one to the next.
import type { Page } from 'playwright-core';

export const SAMPLE = 'file=hanyang-2021.xlsx';
export const BROKEN = `${SAMPLE}&set=表1|C36|838.87&set=表5|F8|12.3&set=表7|C8|待定`;
const NO_ROW = `${SAMPLE}${['A', 'D', 'E', 'F'].map((c) => `&set=表3|${c}22|`).join('')}`;
/** 表3 E13 to E22 one row too low: the last of them took the place of another. */
const SLIPPED = `${SAMPLE}${['', 525.44, 94.87, 31.67, 29.1, 29.1, 2.57, 2.57, 38.61, 38.61, 14.16]
  .map((amount, i) => `&set=表3|E${i + 13}|${amount}`)
  .join('')}`;
export const start = (page: Page) => page.getByRole('button', { name: '开始体检' }).click();
const done = (page: Page) => page.getByRole('button', { name: '重新体检' }).waitFor();
export const checked = async (page: Page) => {
  await start(page);
  await done(page);
};

const menu = async (page: Page, name: string) => {
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
};
const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();
const TEXT = '收入合计 837.93 万元，其中其他收入0.06万元；支出合计838.78万元，原因是是调整。';
const side = (name: string): State => ({
  name,
  reach: async (page) => {
    await menu(page, name);
    await page.getByRole('dialog', { name }).getByRole('button').nth(1).waitFor();
  },
  leave: (page) => page.getByRole('button', { name: '返回' }).click(),
});

/** 一种样子: the way to it from the one before, and the way back out of it. */
export interface State {
  readonly name: string;
  readonly reach: (page: Page) => Promise<unknown>;
  readonly leave?: (page: Page) => Promise<unknown>;
}

/** 窗格的各种样子 by what is open: one workbook is opened once for all its states. */
export const STATES: readonly (readonly [string, readonly State[]])[] = [
  [
    SAMPLE,
    [
      { name: '初次打开', reach: async () => undefined },
      {
        name: '说明还没有体检',
        reach: async (page) => {
          await tab(page, '说明');
          await page.getByText('请先体检').waitFor();
        },
        leave: (page) => tab(page, '体检'),
      },
      { name: '全部相符', reach: checked },
      {
        name: '已识别的表',
        reach: (page) => page.getByRole('button', { name: '查看已识别的表' }).click(),
        leave: (page) => page.getByRole('button', { name: '收起已识别的表' }).click(),
      },
      {
        name: '绩效',
        reach: async (page) => {
          await tab(page, '绩效');
          await page.getByText('按规则').first().waitFor();
          await page.getByRole('button', { name: /^指标/ }).first().click();
        },
      },
      {
        name: '说明',
        reach: async (page) => {
          await tab(page, '说明');
          await page.getByRole('button', { name: '导出 Word' }).waitFor();
        },
      },
      { name: '核对文稿还没有文稿', reach: (page) => tab(page, '核对文稿') },
      {
        name: '核对文稿停在核对中',
        reach: async (page) => {
          await page.getByRole('textbox', { name: '在这里粘贴文字' }).fill(TEXT.repeat(200));
          await page.getByRole('button', { name: '核对', exact: true }).click();
          await page.getByRole('button', { name: '停止' }).click();
          await page.getByRole('button', { name: '继续核对' }).waitFor();
        },
      },
      {
        name: '核对文稿',
        reach: async (page) => {
          await tab(page, '核对文稿');
          await page.getByRole('textbox', { name: '在这里粘贴文字' }).fill(TEXT);
          await page.getByRole('button', { name: '核对', exact: true }).click();
          await page.getByRole('button', { name: '837.93万元 不符' }).click();
          await page.getByRole('button', { name: /^问题清单/ }).click();
        },
        leave: (page) => tab(page, '体检'),
      },
      {
        name: '菜单',
        reach: async (page) => {
          await page.getByRole('button', { name: '更多' }).click();
          await page.getByRole('menu').waitFor();
        },
        leave: (page) => page.keyboard.press('Escape'),
      },
      {
        name: '选年度地区',
        reach: async (page) => {
          await page.getByTitle('选择年度和地区').click();
          await page.getByRole('button', { name: '按此体检' }).waitFor();
        },
      },
    ],
  ],
  [
    BROKEN,
    [
      { name: '有问题', reach: checked },
      {
        name: '只看相符',
        reach: (page) => page.getByRole('button', { name: /^相符/ }).click(),
        leave: (page) => page.getByRole('button', { name: /^相符/ }).click(),
      },
      side('帮助'),
      side('设置'),
      side('多个单位'),
      {
        name: '详情',
        reach: async (page) => {
          await page.locator('[data-rule=A03] [data-finding]').click();
          await page.getByPlaceholder('出错说明').waitFor();
        },
        leave: (page) => page.locator('[data-rule=A03] [data-finding]').click(),
      },
      {
        name: '改正之前',
        reach: async (page) => {
          await page.getByRole('button', { name: '改正', exact: true }).first().click();
          await page.getByRole('dialog').waitFor();
        },
      },
      {
        name: '改正之后',
        reach: async (page) => {
          const dialog = page.getByRole('dialog');
          await dialog.getByRole('button', { name: '改正', exact: true }).click();
          await page.getByRole('button', { name: '撤销', exact: true }).waitFor();
        },
      },
    ],
  ],
  [
    '',
    [
      {
        name: '什么也没找到',
        reach: async (page) => {
          await start(page);
          await page.getByRole('button', { name: '查看能识别的表' }).click();
        },
      },
    ],
  ],
  [
    SLIPPED,
    [
      {
        name: '一列错行',
        reach: async (page) => {
          await checked(page);
          await page.locator('[data-culprit]').first().waitFor();
          const card = page.locator('[data-culprit]').filter({ hasText: '一列数字错行' });
          await card.getByText('原在第 13 至 22 行的数下移一行').waitFor();
          await card.getByText(/可解释 \d+ 项/).waitFor();
        },
      },
    ],
  ],
  [
    `${SAMPLE}&set=表1|C36|838.87&set=表1|F36|838.87`,
    [
      {
        name: '很长的地名',
        reach: async (page) => {
          await checked(page);
          const place = page.getByTitle('选择年度和地区');
          await place.click();
          await page.getByRole('textbox', { name: '地区' }).fill('乌鲁木齐');
          await page.getByRole('button', { name: '按此体检' }).click();
          await place.getByText('新疆维吾尔自治区乌鲁木齐市').waitFor();
        },
      },
    ],
  ],
  [
    NO_ROW,
    [
      {
        name: '漏列一行',
        reach: async (page) => {
          await checked(page);
          const card = page.locator('[data-culprit]').filter({ hasText: '可能漏列了“2101101' });
          await card.locator('[data-rule] [data-finding]').first().click();
          await card.getByText('允许尾差').waitFor();
          await card.getByText(/可解释 \d+ 项/).waitFor();
          await page.getByText('没有“2101101 行政单位医疗”这一行').first().waitFor();
        },
      },
    ],
  ],
  [
    `${SAMPLE}&set=表1|C36|838.87&protect=表1`,
    [
      {
        name: '受保护',
        reach: async (page) => {
          await start(page);
          await page.getByText('受保护，问题只列出').waitFor();
        },
      },
    ],
  ],
  [
    `${SAMPLE}&host=editing`,
    [
      {
        name: '正在编辑',
        reach: async (page) => {
          await start(page);
          await page.getByText('单元格正在编辑').waitFor();
        },
      },
    ],
  ],
  [
    `${SAMPLE}&host=broken`,
    [
      {
        name: '连接中断',
        reach: async (page) => {
          await start(page);
          await page.getByText('与 Excel 的连接中断').waitFor();
          await page.getByRole('button', { name: '详情' }).click();
        },
      },
    ],
  ],
  [
    `${SAMPLE}&host=slow`,
    [
      {
        name: '正在读取',
        reach: async (page) => {
          await start(page);
          await page.getByText('正在读取工作簿').waitFor();
        },
      },
    ],
  ],
];
