// The pane in every state, at 320 and 400 px, light and dark: nothing pale, cut off or nameless.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '../../src/facts/grid.ts';
import { createWorkbook } from '../../src/hosts/xlsx/create.ts';
import { barriers } from '../support/accessible.ts';
import { complaints, unseen } from '../support/looking.ts';
import { spending } from '../support/many.ts';
import { BROKEN, checked, SAMPLE, STATES, start } from '../support/pane-states.ts';
import { openPreview, type Preview } from '../support/preview-page.ts';

describe('面板的样子', () => {
  let preview: Preview;
  let page: Page;
  const errors: string[] = [];
  beforeAll(async () => {
    preview = await openPreview();
    const context = await preview.browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.on('pageerror', (e) => errors.push(e.message));
  });
  afterAll(async () => {
    await preview?.close();
  });

  describe.each(STATES)('%s', (query, states) => {
    beforeAll(async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(`${preview.url}?${query}`);
    });
    it.each(states)('$name：窄的宽的、浅色深色、系统配色、放大两倍', async ({ reach, leave }) => {
      await reach(page);
      await expect.poll(() => complaints(page)).toEqual([]);
      expect(await barriers(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: 'active' });
      expect(await barriers(page)).toEqual([]);
      expect(await unseen(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: 'none', colorScheme: 'dark' });
      await page.setViewportSize({ width: 400, height: 640 });
      await expect.poll(() => complaints(page)).toEqual([]);
      expect(await barriers(page)).toEqual([]);
      // As wide as panes of 400 and of 320 px are when they are zoomed to 200 %: nothing scrolls sideways.
      for (const width of [200, 160]) {
        await page.setViewportSize({ width, height: 320 });
        await expect.poll(() => complaints(page)).toEqual([]);
      }
      await page.setViewportSize({ width: 320, height: 640 });
      await page.emulateMedia({ colorScheme: 'light' });
      await leave?.(page);
      // An area that broke says so in its place, and throws nothing.
      expect(await page.getByText('这里出了问题').count()).toBe(0);
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
