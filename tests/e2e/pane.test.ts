// The pane in every state, at 320 and 400 px, light and dark: nothing pale, cut off or nameless.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '../../src/facts/grid.ts';
import { createWorkbook } from '../../src/hosts/xlsx/create.ts';
import { barriers } from '../support/accessible.ts';
import { complaints, outOfReach, unseen } from '../support/looking.ts';
import { spending } from '../support/many.ts';
import { openPreview, type Preview } from '../support/preview-page.ts';

const SAMPLE = 'file=hanyang-2021.xlsx';
const BROKEN = `${SAMPLE}&set=表1|C36|838.87&set=表5|F8|12.3&set=表7|C8|待定`;
const NO_ROW = `${SAMPLE}${['A', 'D', 'E', 'F'].map((c) => `&set=表3|${c}22|`).join('')}`;
const start = (page: Page) => page.getByRole('button', { name: '开始体检' }).click();
const done = (page: Page) => page.getByRole('button', { name: '重新体检' }).waitFor();
const checked = async (page: Page) => {
  await start(page);
  await done(page);
};

const STATES: Readonly<Record<string, readonly [string, (page: Page) => Promise<unknown>]>> = {
  初次打开: [SAMPLE, async () => undefined],
  什么也没找到: [
    '',
    async (page) => {
      await start(page);
      await page.getByRole('button', { name: '查看能识别的表' }).click();
    },
  ],
  全部相符: [SAMPLE, checked],
  有问题: [BROKEN, checked],
  详情: [
    BROKEN,
    async (page) => {
      await checked(page);
      await page.locator('[data-rule=A03] [data-finding]').click();
      await page.getByPlaceholder('出错说明').waitFor();
    },
  ],
  漏列一行: [
    NO_ROW,
    async (page) => {
      await checked(page);
      const card = page.locator('[data-culprit]').filter({ hasText: '可能漏列了“2101101' });
      await card.locator('[data-rule] [data-finding]').first().click();
      await card.getByText('允许尾差').waitFor();
      await card.getByText(/可解释 \d+ 项/).waitFor();
      await page.getByText('没有“2101101 行政单位医疗”这一行').first().waitFor();
    },
  ],
  只看相符: [
    BROKEN,
    async (page) => {
      await checked(page);
      await page.getByRole('button', { name: /^相符/ }).click();
    },
  ],
  受保护: [
    `${SAMPLE}&set=表1|C36|838.87&protect=表1`,
    async (page) => {
      await start(page);
      await page.getByText('受保护，问题只列出').waitFor();
    },
  ],
  正在编辑: [
    `${SAMPLE}&host=editing`,
    async (page) => {
      await start(page);
      await page.getByText('单元格正在编辑').waitFor();
    },
  ],
  连接中断: [
    `${SAMPLE}&host=broken`,
    async (page) => {
      await start(page);
      await page.getByText('与 Excel 的连接中断').waitFor();
      await page.getByRole('button', { name: '详情' }).click();
    },
  ],
  正在读取: [
    `${SAMPLE}&host=slow`,
    async (page) => {
      await start(page);
      await page.getByText('正在读取工作簿').waitFor();
    },
  ],
  改正之前: [
    BROKEN,
    async (page) => {
      await checked(page);
      await page.getByRole('button', { name: '改正' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  改正之后: [
    BROKEN,
    async (page) => {
      await checked(page);
      await page.getByRole('button', { name: '改正', exact: true }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '改正', exact: true }).click();
      await page.getByRole('button', { name: '撤销', exact: true }).waitFor();
    },
  ],
  已识别的表: [
    SAMPLE,
    async (page) => {
      await checked(page);
      await page.getByRole('button', { name: '查看已识别的表' }).click();
    },
  ],
  绩效: [
    SAMPLE,
    async (page) => {
      await checked(page);
      await page.getByRole('tab', { name: '绩效' }).click();
      await page.getByText('按规则').first().waitFor();
      await page.getByRole('button', { name: /^指标/ }).first().click();
    },
  ],
  说明: [
    SAMPLE,
    async (page) => {
      await checked(page);
      await page.getByRole('tab', { name: '说明' }).click();
      await page.getByRole('button', { name: '导出 Word' }).waitFor();
    },
  ],
  核对文稿: [
    SAMPLE,
    async (page) => {
      await checked(page);
      await page.getByRole('tab', { name: '核对文稿' }).click();
      const text = '收入合计 837.93 万元，其中其他收入0.06万元；支出合计838.78万元，原因是是调整。';
      await page.getByRole('textbox', { name: '在这里粘贴文字' }).fill(text);
      await page.getByRole('button', { name: '核对', exact: true }).click();
      await page.getByRole('button', { name: '837.93万元 不符' }).click();
      await page.getByRole('button', { name: /^问题清单/ }).click();
    },
  ],
  说明还没有体检: [
    SAMPLE,
    async (page) => {
      await page.getByRole('tab', { name: '说明' }).click();
      await page.getByText('请先体检').waitFor();
    },
  ],
  菜单: [
    SAMPLE,
    async (page) => {
      await checked(page);
      await page.getByRole('button', { name: '更多' }).click();
      await page.getByRole('menu').waitFor();
    },
  ],
  ...Object.fromEntries(
    ['帮助', '设置', '多个单位'].map((name) => [
      name,
      [
        BROKEN,
        async (page: Page) => {
          await checked(page);
          await page.getByRole('button', { name: '更多' }).click();
          await page.getByRole('menuitem', { name, exact: true }).click();
          await page.getByRole('dialog', { name }).getByRole('button').nth(1).waitFor();
        },
      ] as const,
    ]),
  ),
  选年度地区: [
    SAMPLE,
    async (page) => {
      await checked(page);
      await page.getByTitle('选择年度和地区').click();
      await page.getByRole('button', { name: '按此体检' }).waitFor();
    },
  ],
};

const MODES = [
  [320, 'light'],
  [400, 'dark'],
] as const;

describe('面板的样子', () => {
  let preview: Preview;
  beforeAll(async () => {
    preview = await openPreview();
  });
  afterAll(async () => {
    await preview?.close();
  });

  describe.each(MODES)('%i 像素，%s', (width, colorScheme) => {
    let page: Page;
    const errors: string[] = [];
    beforeAll(async () => {
      const viewport = { width, height: 640 };
      const context = await preview.browser.newContext({
        viewport,
        colorScheme,
        locale: 'zh-CN',
        reducedMotion: 'reduce',
      });
      page = await context.newPage();
      page.on('pageerror', (e) => errors.push(e.message));
    });
    it.each(Object.entries(STATES))('%s', async (_, [query, reach]) => {
      await page.goto(`${preview.url}?${query}`);
      await reach(page);
      await expect.poll(() => complaints(page)).toEqual([]);
      expect(await barriers(page)).toEqual([]);
      if (width === 320) {
        await page.emulateMedia({ forcedColors: 'active' });
        expect(await barriers(page)).toEqual([]);
        expect(await unseen(page)).toEqual([]);
        await page.emulateMedia({ forcedColors: 'none' });
      } else {
        // As wide as a pane of 400 px is when it is zoomed to 200 %.
        await page.setViewportSize({ width: width / 2, height: 320 });
        expect(await outOfReach(page)).toEqual([]);
        await page.setViewportSize({ width, height: 640 });
      }
      expect(errors).toEqual([]);
    });
  });

  it('出错说明：保存后标为已说明，文字仍在', async () => {
    const page = await preview.open(BROKEN);
    await checked(page);
    await page.locator('[data-rule=A03] [data-finding]').focus();
    await page.keyboard.press('e');
    const box = page.getByPlaceholder('出错说明');
    await expect.poll(() => box.evaluate((e) => e === document.activeElement)).toBe(true);
    await page.keyboard.type('决算批复数与账面差 0.09，已报财政部门。');
    await page.getByRole('button', { name: '保存出错说明' }).click();
    await page.locator('[data-rule=A03][data-kind=explained]').waitFor();
    expect(await box.inputValue()).toBe('决算批复数与账面差 0.09，已报财政部门。');
    await page.keyboard.press('Escape');
  });

  it('读取可以停止：窗格马上能用，读到的不再算数', async () => {
    const page = await preview.open(`${SAMPLE}&host=slow`);
    await start(page);
    await page.getByRole('button', { name: '停止' }).click();
    await page.getByText('正在读取工作簿').waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: '开始体检' }).isEnabled()).toBe(true);
    expect(await page.getByRole('button', { name: '重新体检' }).count()).toBe(0);
  });

  it('几千条结果：都在列表里，只画看得见的，最后一条也到得了', async () => {
    const page = await preview.open('');
    const { sheets } = spending(1500);
    const cells = sheets[0]!.cells.flatMap((line, row) =>
      (line ?? []).flatMap((c, column) =>
        c ? [{ address: addressOf({ row, column }), value: c.value }] : [],
      ),
    );
    const bytes = Buffer.from(await createWorkbook([{ name: '支出', cells }]));
    await page.route('**/many.xlsx', (route) => route.fulfill({ body: bytes }));
    await page.goto(`${preview.url}?file=many.xlsx`);
    await checked(page);
    const counts = page.getByRole('group', { name: '按结论筛选' });
    expect(Number(/不符(\d+)/.exec((await counts.textContent())!)![1])).toBeGreaterThan(1500);
    const drawn = () => page.locator('[data-finding]').count();
    expect(await drawn()).toBeLessThan(400);
    const last = page.locator('[data-finding]').last();
    const toEnd = () =>
      page.locator('[data-scroll]').evaluate((e) => {
        e.scrollTop = e.scrollHeight;
        return e.scrollTop + e.clientHeight >= e.scrollHeight - 1;
      });
    await expect.poll(toEnd).toBe(true);
    await expect.poll(() => last.isVisible()).toBe(true);
    expect(await drawn()).toBeLessThan(400);
    await page.getByRole('textbox', { name: '在结果里查找' }).fill('E1400');
    await expect.poll(drawn).toBeLessThan(20);
  });

  it('结果轻声报出，焦点不动', async () => {
    const page = await preview.open(BROKEN);
    const said = page.locator('[data-announce]');
    expect(await said.textContent()).toBe('');
    await checked(page);
    await expect.poll(() => said.textContent()).toMatch(/^体检完成：不符 \d+，核实 \d+，/);
    const again = page.getByRole('button', { name: '重新体检' });
    await again.focus();
    await page.keyboard.press('Enter');
    await page.getByText(/已改正 0 · 仍有 \d+ · 新出现 0/).waitFor();
    expect(await again.evaluate((e) => e === document.activeElement)).toBe(true);
  });

  it('系统要求减少动态时没有动画', async () => {
    const page = await preview.open(BROKEN, { reducedMotion: 'reduce' });
    await checked(page);
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((e) =>
          getComputedStyle(e)
            .transitionDuration.split(',')
            .some((d) => Number.parseFloat(d) > 0.15),
        ).length,
    );
    expect(moving).toBe(0);
  });
});
