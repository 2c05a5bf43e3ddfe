// Whether each line can be trusted: culprits first, words on file, what is ignored and taken back, results that
// are of former figures, several steps taken back. As a person does it, in the pane over a workbook in memory.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPreview, type Preview } from '../support/preview-page.ts';

const WRONG = 'file=hanyang-2021.xlsx&set=表1|C36|838.87&set=表3|E14|94.78&set=表7|K8|4.2';

describe('每一行都信得过', () => {
  let preview: Preview;
  let page: Page;
  beforeAll(async () => {
    preview = await openPreview();
    page = await preview.open(WRONG);
    page.setDefaultTimeout(15_000);
    await page.addInitScript('window.print = () => {}');
    await page.getByRole('button', { name: '开始体检' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '重新体检' }).waitFor();
  });
  afterAll(async () => {
    await preview?.close();
  });
  const count = (name: string) =>
    page.getByRole('group', { name: '按结论筛选' }).getByRole('button', { name });
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const edit = (sheet: string, address: string, value: number) =>
    page.evaluate(
      `window.gouji.edit(${JSON.stringify(sheet)}, ${JSON.stringify(address)}, ${value})`,
    );

  it('开始体检以后焦点在“重新体检”；每个可能出错的格一张卡片', async () => {
    expect(await focused()).toBe('重新体检');
    const cards = page.locator('[data-culprit]');
    await expect.poll(() => cards.count()).toBe(3);
    const second = page.locator('[data-culprit="表3!E14"]');
    expect(await second.textContent()).toContain('表3!E14 可能有误：94.78 → 94.87');
    expect(await second.textContent()).toContain('可解释 2 项');
    expect(await second.textContent()).toContain('相加得620.22');
  });

  it('点一条：定位到单元格，连同相加的各格；只用键盘', async () => {
    await page.locator('[data-rule=A09] [data-finding]').first().focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate('window.gouji.revealed.at(-1)'))
      .toMatchObject({ sheet: '表3', row: 11, column: 4 });
    expect(await page.evaluate('window.gouji.lit')).toEqual(['E13', 'E14']);
    await page.keyboard.press('Escape');
    expect(await focused()).toContain('表内620.31');
    // The light goes with the details; and there is a way back to where one was.
    await expect.poll(() => page.evaluate('window.gouji.lit')).toEqual([]);
    await page.evaluate("window.gouji.at = { sheet: '表5', row: 3, column: 2 }");
    await page.keyboard.press('Enter');
    const back = page.getByRole('button', { name: '回到原处（表5!C4）' });
    await back.click();
    await expect
      .poll(() => page.evaluate('window.gouji.revealed.at(-1)'))
      .toEqual({ sheet: '表5', row: 3, column: 2 });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
      /^回到原处/,
    );
    await page.keyboard.press('Escape');
  });

  it('出错说明：另计一类，点数可看，文字在列表里', async () => {
    await page.locator('[data-rule=A23] [data-finding]').focus();
    await page.keyboard.press('e');
    const box = page.getByPlaceholder('出错说明');
    await box.fill('经批准的口径');
    // What was typed is still there after Esc.
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await expect.poll(() => box.inputValue()).toBe('经批准的口径');
    await page.getByRole('button', { name: '保存出错说明' }).click();
    await count('已说明 1').click();
    await expect.poll(() => page.locator('[data-rule]').count()).toBe(1);
    await page.getByText('出错说明：经批准的口径').waitFor();
    await count('已说明 1').click();
  });

  it('按规则忽略：要写原因，另计，在一处取消', async () => {
    await count('已说明').waitFor();
    await page.locator('[data-rule=A09] [data-finding]').first().click();
    await page.getByRole('button', { name: '按规则忽略…' }).click();
    await page.getByRole('button', { name: '按规则忽略', exact: true }).click();
    await page.getByText('请先写原因。').waitFor();
    await page.getByRole('radio', { name: /这个工作簿里不再提 A09/ }).click();
    await page.getByRole('textbox', { name: '忽略的原因' }).fill('本部门不列到项');
    await page.getByRole('button', { name: '按规则忽略', exact: true }).click();
    // Both go with the workbook, and stand in what the head signs.
    const kept = await page.evaluate('window.gouji.load()');
    for (const words of ['经批准的口径', '本部门不列到项']) expect(String(kept)).toContain(words);
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: '打印体检报告', exact: true }).click();
    const printed = page.frameLocator('iframe[data-print]').locator('body');
    await expect.poll(() => printed.textContent()).toContain('本部门不列到项');
    expect(await printed.textContent()).toMatch(/已说明[^。]*经批准的口径/);
    await count('已忽略 1').click();
    const list = page.getByRole('list', { name: '已忽略的规则和问题' });
    expect(await list.textContent()).toContain('A09 · 整个工作簿：本部门不列到项');
    await list.getByRole('button', { name: /取消忽略/ }).click();
    await page.getByText('没有这一类结果').waitFor();
    await count('已忽略 0').click();
    await page.locator('[data-rule=A09]').first().waitFor();
  });

  it('查找、筛选、按差额排列', async () => {
    const search = page.getByRole('textbox', { name: '在结果里查找' });
    await search.fill('c36');
    await expect.poll(() => page.locator('[data-culprit]').count()).toBe(1);
    await search.press('Escape');
    await expect.poll(() => page.locator('[data-culprit]').count()).toBe(2);
    await page.getByRole('button', { name: '筛选和次序' }).click();
    await page.getByRole('combobox', { name: '次序' }).selectOption('gap');
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: '按差额从大到小' }).waitFor();
    const used = page.getByRole('button', { name: '筛选和次序，已设' });
    const only = async (field: string, option: RegExp, count: () => Promise<number>) => {
      await used
        .or(page.getByRole('button', { name: '筛选和次序' }))
        .first()
        .click();
      await page.getByRole('button', { name: '全部列出' }).click();
      const select = page.getByRole('combobox', { name: field, exact: true });
      const text = await select.locator('option').filter({ hasText: option }).textContent();
      await select.selectOption(text!);
      await page.keyboard.press('Escape');
      await expect.poll(count).toBe(Number(/（(\d+)）$/.exec(text!)![1]));
    };
    const rules = () =>
      page.locator('[data-rule]').evaluateAll((all) => all.map((e) => e.getAttribute('data-rule')));
    await only('表', /^支出决算表（/, async () => (await rules()).length);
    await only('规则', /^A23 /, async () => (await rules()).filter((r) => r === 'A23').length);
    await used.click();
    await page.getByRole('button', { name: '全部列出' }).click();
    await page.keyboard.press('Escape');
  });

  it('一张表收起、展开；一条复制出来', async () => {
    const table = page.getByRole('region', { name: '支出决算表', exact: true });
    const head = table.getByRole('button', { name: /^支出决算表/ });
    await head.click();
    expect(await table.locator('[data-finding]').count()).toBe(0);
    await head.click();
    const entry = table.locator('[data-rule=A09] [data-finding]').first();
    if ((await entry.getAttribute('aria-expanded')) !== 'true') await entry.click();
    await page.evaluate(
      'navigator.clipboard.writeText = (t) => Promise.resolve(void (window.copied = t))',
    );
    await page.getByRole('button', { name: '复制这一条' }).click();
    await page.getByRole('button', { name: '已复制' }).waitFor();
    expect(await page.evaluate('window.copied')).toMatch(/表3!E12[\s\S]*A09/);
    await page.keyboard.press('Escape');
  });

  it('表改动以后：结果变灰，说明是几点的；重新体检就好', async () => {
    await edit('表3', 'E14', 94.87);
    await page.getByText(/^表已改动，结果是 \d\d:\d\d 的。$/).waitFor();
    await page.locator('section[data-stale]').waitFor();
    // In whatever area: what is shown there is of the same figures.
    await page.getByRole('tab', { name: '说明' }).click();
    const panel = page.locator('[role=tabpanel][data-stale]').filter({ visible: true });
    expect(await panel.evaluate((e) => getComputedStyle(e).filter)).toBe('grayscale(1)');
    await page.getByRole('tab', { name: '体检' }).click();
    await page.getByRole('button', { name: '重新体检' }).first().click();
    await page.getByText('表已改动').waitFor({ state: 'detached' });
    await page.getByText(/已处理 3\/\d+/).waitFor();
    await edit('表3', 'E14', 94.78);
    await page.getByRole('button', { name: '重新体检' }).first().click();
    await page.locator('[data-culprit="表3!E14"]').waitFor();
  });

  it('一起改正，先看后改；再填一步，两步分别撤销', async () => {
    await page.getByRole('button', { name: '改正这 2 处…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('表1!C36：838.87 → 838.78').waitFor();
    await dialog.getByRole('checkbox', { name: /表3!E14/ }).click();
    await dialog.getByRole('button', { name: '改正 1 格' }).click();
    await page.getByText('已改正 表1!C36（838.87 → 838.78）。').waitFor();
    expect(await focused()).not.toBe('');
    await page.locator('[data-culprit="表3!E14"]').getByRole('button', { name: '改正' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '改正', exact: true }).click();
    await page.getByText('已改正 表3!E14').waitFor();
    await page.getByRole('button', { name: '撤销到' }).click();
    await page.getByRole('menuitem', { name: /改正 表1!C36/ }).click();
    await expect.poll(() => page.locator('[data-culprit]').count()).toBe(2);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
  });

  it('绩效与存疑的数对照时，说是哪一格', async () => {
    await edit('表3', 'E8', 838.87);
    await page.getByRole('button', { name: '重新体检' }).first().click();
    await page.locator('[data-culprit="表3!E8"]').waitFor();
    await page.getByRole('tab', { name: '绩效' }).click();
    const doubt = page.locator('[data-doubtful]');
    await doubt.waitFor();
    expect(await doubt.textContent()).toBe('对照的数存疑：表3!E8 可能有误：838.87 → 838.78。');
    await page.getByRole('tab', { name: '体检' }).click();
  });

  it('不符只数强制的；有红的数，就没有“全部相符”', async () => {
    const other = await preview.open(
      'file=hanyang-2021.xlsx&set=党办综合业务费项目自评表|B17|99.9',
    );
    await other.getByRole('button', { name: '开始体检' }).click();
    await other.getByRole('button', { name: '重新体检' }).waitFor();
    const counts = other.getByRole('group', { name: '按结论筛选' });
    await counts.getByRole('button', { name: '不符 1', exact: true }).click();
    await expect.poll(() => other.locator('[data-rule]').count()).toBe(1);
    expect(await other.locator('[data-rule]').getAttribute('data-kind')).toBe('error');
    expect(await counts.textContent()).toMatch(/核实\d+提示\d+/);
    expect(await other.getByText('全部相符').count()).toBe(0);
    await other.close();
  });

  it('本次体检记录写明改好了什么', async () => {
    await page.getByRole('button', { name: /^本次体检记录/ }).click();
    const list = page.getByRole('list', { name: '本次体检记录' });
    expect(await list.textContent()).toMatch(/改好 \d+ 处（表\d!/);
    expect(await list.getByRole('listitem').count()).toBeGreaterThan(4);
    expect(preview.errors).toEqual([]);
  });
});
