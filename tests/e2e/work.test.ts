// Working with what was found: help on a rule, a year that is none, several units and their sum, numbers of a text
// that come from a doubtful cell, and a 定稿 that asks. As a person does it, in the pane over a workbook in memory.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { gapsOf } from '../../src/narrative/document.ts';
import { type Slots, withSlot } from '../../src/narrative/slots.ts';
import { openBook } from '../../src/review/book.ts';
import { materialOf, narrativeTextOf } from '../../src/review/narrative.ts';
import { openPreview, type Preview } from '../support/preview-page.ts';
import { sample, sampleBytes } from '../support/samples.ts';

const WRONG = 'file=hanyang-2021.xlsx&set=表1|C36|838.87';
/** What the text asks for, filled in but for a few words; those of 绩效 that are asked there are left. */
async function mostSlots(): Promise<Slots> {
  const book = openBook(await sample('hanyang-2021'), CATALOGUE);
  let slots: Slots = {};
  for (;;) {
    const gaps = gapsOf(narrativeTextOf(materialOf(book, slots)).narrative);
    const fresh = gaps.filter(
      (g) => slots[g.key] === undefined && !/^绩效·(?:产出|问题)·/.test(g.key),
    );
    if (fresh.length < 4) return slots;
    for (const { key, of } of fresh.slice(0, -3))
      slots = withSlot(slots, key, of === 'number' ? '12.3' : '按规定开展业务');
  }
}

const samples = new URL('../cases/samples/', import.meta.url).pathname;

describe('做完一件事', () => {
  let preview: Preview;
  let page: Page;
  beforeAll(async () => {
    preview = await openPreview();
    page = await preview.open(WRONG, { acceptDownloads: true });
    const json = JSON.stringify({ slots: await mostSlots() });
    await page.evaluate(`window.gouji.store(${JSON.stringify(json)})`);
    // No printer here: the page that would be printed is looked at.
    await page.addInitScript('window.print = () => { top.printed = (top.printed ?? 0) + 1; }');
    page.setDefaultTimeout(15_000);
    await page.getByRole('button', { name: '开始体检' }).click();
    await page.getByRole('button', { name: '重新体检' }).waitFor();
  });
  afterAll(async () => {
    await preview?.close();
  });
  const order = async (name: string) => {
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };

  it('这条规则：为什么、例子、依据；Esc 回到原处', async () => {
    await page.locator('[data-rule=A03] [data-finding]').click();
    await page.getByRole('button', { name: '这条规则' }).click();
    const help = page.getByRole('dialog', { name: '帮助' });
    await help.getByText('这样不符').waitFor();
    const words = await help.textContent();
    expect(words).toContain('相加得 100.00');
    for (const part of ['要求', '这样相符', '依据', '怎样说明', '算式'])
      expect(words).toContain(part);
    await help.getByRole('button', { name: '所有规则' }).click();
    for (const part of [/快捷键/, /版本 \d/, /^规则（\d+ 条）$/])
      await help.getByRole('heading', { name: part }).waitFor();
    await help.getByRole('textbox', { name: '查找规则' }).fill('S04');
    await help.getByRole('button', { name: /^S04/ }).click();
    await help.getByText('得分按执行率折算，最多得满分').waitFor();
    // What was pressed is gone: the focus is near it.
    const near = help.getByRole('button', { name: '所有规则' });
    await expect.poll(() => near.evaluate((e) => e === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('这条规则');
  });

  it('设置里写错年度、地区：在那里说', async () => {
    await order('设置');
    const settings = page.getByRole('dialog', { name: '设置' });
    await settings.getByRole('textbox', { name: '年度' }).fill('21');
    await settings.getByRole('combobox', { name: '地区' }).fill('某某');
    await settings.getByRole('button', { name: '按此体检' }).click();
    await settings.getByText('请写四位年度，例如 2021。').waitFor();
    await settings.getByText('不认识这个地区').waitFor();
    expect(await settings.locator('datalist option').count()).toBeGreaterThan(300);
    for (const name of [/^自定规程/, /^上年决算/]) await settings.getByText(name).first().waitFor();
    await settings.getByRole('combobox', { name: '自评表计分规则' }).waitFor();
    await settings.getByRole('switch', { name: /实时/ }).waitFor();
    await settings.getByRole('button', { name: '返回' }).click();
  });

  it('关掉的窗格不再监看：改了不体检；重开就按现在的表体检', async () => {
    const live = page.getByRole('switch', { name: '实时' });
    const broken = page.locator('[data-rule=A03]');
    await live.click();
    await page.evaluate("show(false); gouji.edit('表1', 'C36', 838.78)");
    await page.waitForTimeout(1500);
    expect(await broken.count()).toBe(1);
    await page.evaluate('show(true)');
    await expect.poll(() => broken.count(), { timeout: 15_000 }).toBe(0);
    await page.evaluate("gouji.edit('表1', 'C36', 838.87)");
    await broken.waitFor();
    await live.click();
  });

  it('多个单位：逐个体检，汇总与各单位之和核对', async () => {
    await order('多个单位');
    const units = page.getByRole('dialog', { name: '多个单位' });
    // A folder gives its workbooks, and what else lies in it is passed over.
    const folder = mkdtempSync(join(tmpdir(), 'gouji-units-'));
    copyFileSync(`${samples}hanyang-2021.xlsx`, join(folder, '甲.xlsx'));
    writeFileSync(join(folder, '说明.txt'), '甲');
    // What is no workbook is refused where it was chosen.
    const wrong = page.waitForEvent('filechooser');
    await units.getByRole('button', { name: '选择文件', exact: true }).click();
    await (await wrong).setFiles(join(folder, '说明.txt'));
    await units.getByText('选的文件里没有工作簿').waitFor();
    const chooser = page.waitForEvent('filechooser');
    await units.getByRole('button', { name: '选择文件夹' }).click();
    await (await chooser).setFiles(folder);
    const sum = units.getByRole('region', { name: '汇总核对' });
    await sum.getByText(/汇总与各单位之和相符（\d+ 项）/).waitFor();
    const unit = units.getByRole('list', { name: '各单位' }).getByRole('button').first();
    expect(await unit.textContent()).toContain('核实 9');
    rmSync(folder, { recursive: true });
    await unit.click();
    await units.getByText('复制这个单位的结果').waitFor();
  });

  it('多个单位：可以停下、接着做；有一个读不了，汇总就不下结论', async () => {
    const units = page.getByRole('dialog', { name: '多个单位' });
    const bytes = sampleBytes('hanyang-2021');
    const file = (name: string, buffer: Uint8Array) => ({
      ...{ name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) },
    });
    const chooser = page.waitForEvent('filechooser');
    await units.getByRole('button', { name: '选择文件', exact: true }).click();
    await (await chooser).setFiles([
      // So many that the click on 停止 comes before the last of them.
      ...Array.from({ length: 20 }, (_, i) => file(`单位${i}.xlsx`, bytes)),
      file('坏.xlsx', bytes.subarray(0, 9000)),
    ]);
    const bar = units.getByRole('progressbar', { name: '进度' });
    expect(await bar.getAttribute('aria-valuemax')).toBe('21');
    await expect
      .poll(async () => Number(await bar.getAttribute('aria-valuenow')))
      .toBeGreaterThan(0);
    await units.getByText(/^\d+\/21：单位\d+\.xlsx$/).waitFor();
    await units.getByRole('button', { name: '停止' }).click();
    await bar.waitFor({ state: 'detached' });
    await units.getByRole('button', { name: /^接着做（还有 \d+ 个）$/ }).click();
    const sum = units.getByRole('region', { name: '汇总核对' });
    await sum.getByText('所属单位的工作簿“坏.xlsx”读不了，汇总无法核对。').waitFor();
    expect(await sum.textContent()).not.toContain('不符');
    const list = units.getByRole('list', { name: '各单位' });
    expect(await list.getByRole('listitem').count()).toBe(21);
    expect(await list.textContent()).toContain('文件已损坏');
    await units.getByRole('button', { name: '返回' }).click();
  });

  it('说明：取自可能有误的格的数标出，说是哪一格', async () => {
    await page.getByRole('tab', { name: '说明' }).click();
    await page.getByText(/个数字取自体检认为可能有误的单元格/).waitFor();
    await page.getByRole('button', { name: '下一处存疑' }).click();
    await page.keyboard.press('Enter');
    const strip = page.getByRole('region', { name: '出处' });
    expect(await strip.textContent()).toContain('表1!C36 可能有误：838.87 → 838.78');
  });

  it('绩效填的文字，说明里不再问', async () => {
    await page.getByRole('tab', { name: '绩效' }).click();
    const card = page.locator('[data-card="党办综合业务费项目自评表"]');
    await card.getByRole('button', { name: '综述' }).click();
    const field = card.getByRole('textbox').first();
    const wanted = await field.getAttribute('aria-label');
    await field.fill('保障机关运转');
    await field.press('Enter');
    await page.getByRole('tab', { name: '说明' }).click();
    const article = page.getByRole('article', { name: '情况说明' });
    expect(wanted).not.toBe('');
    await expect.poll(() => article.textContent()).toContain('保障机关运转');
  });

  it('只用键盘填完待填，焦点总在下一处；定稿以前问存疑的数', async () => {
    const field = () =>
      page.evaluate(() => {
        const { dataset, tagName } = document.activeElement as HTMLElement;
        return dataset.gap === undefined ? '' : tagName;
      });
    await page.locator('article [data-gap]').first().focus();
    const open = () => page.locator('article [data-gap]').count();
    const asked = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    for (let left = await open(); left > 0; left = await open()) {
      const [tag, former] = [await field(), await asked()];
      expect(tag).not.toBe('');
      await page.keyboard.insertText(tag === 'INPUT' ? '12.3' : '按规定开展业务');
      await page.keyboard.press('Enter');
      await expect.poll(asked, { interval: 30 }).not.toBe(former);
      await expect
        .poll(async () => left < 3 || (await field()) !== '', { interval: 30 })
        .toBe(true);
    }
    await page.getByText('没有待填').waitFor();
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
    await page.getByRole('button', { name: '导出 Word' }).press('Enter');
    await page.getByRole('menuitem', { name: '情况说明（定稿）' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: '导出以前' });
    expect(await dialog.textContent()).toMatch(/\d+ 个数字取自体检认为可能有误的单元格/);
    const download = page.waitForEvent('download', { timeout: 60_000 });
    await dialog.getByRole('button', { name: '仍然定稿' }).press('Enter');
    expect((await download).suggestedFilename()).toMatch(/情况说明\.docx$/);
  });

  it('做得久的说在做什么，停得下来，停下就什么也不写', async () => {
    await page.getByRole('tab', { name: '体检' }).click();
    await page.evaluate(`(() => {
      const { snapshot } = gouji;
      gouji.snapshot = (...given) => new Promise((r) => setTimeout(r, 1500)).then(() => snapshot(...given));
      gouji.quick = () => { gouji.snapshot = snapshot; };
    })()`);
    await order('体检报告');
    await page.getByText('正在生成体检报告').waitFor();
    await page.getByRole('button', { name: '停止' }).press('Enter');
    await page.getByText('正在生成体检报告').waitFor({ state: 'detached' });
    await expect
      .poll(() => page.evaluate(() => document.activeElement === document.body))
      .toBe(false);
    await page.waitForTimeout(1600);
    await page.evaluate('gouji.quick()');
    const names = await page.evaluate('gouji.snapshot().then((s) => s.sheets.map((x) => x.name))');
    expect(names).not.toContain('体检报告');
  });

  it('体检报告就地更新；存成 Word；打印有签字处', async () => {
    await order('体检报告');
    await order('体检报告');
    const names = () =>
      page.evaluate('window.gouji.snapshot().then((s) => s.sheets.map((x) => x.name))');
    await expect.poll(async () => String(await names())).toMatch(/体检报告$/);
    expect(String(await names())).not.toContain('（2）');
    const download = page.waitForEvent('download');
    await order('体检报告（Word）');
    expect((await download).suggestedFilename()).toMatch(/2021年度体检报告\.docx$/);
    await order('打印体检报告');
    const printed = page.frameLocator('iframe[data-print]');
    await expect.poll(() => page.evaluate('window.printed')).toBe(1);
    const sign = printed.locator('section.sign');
    for (const who of ['核对人', '复核人', '负责人'])
      expect(await sign.textContent()).toContain(`${who}：`);
    expect(await printed.locator('body').textContent()).toContain('表1!C36 可能有误');
    await order('复制结果');
    await page.getByText('结果已复制').waitFor();
    expect(preview.errors).toEqual([]);
  });
});

// One whole story without a mouse: check, correct, explain, read the text, tie a manuscript out, report.
describe('只用键盘走完一遍', () => {
  let preview: Preview;
  let page: Page;
  beforeAll(async () => {
    preview = await openPreview();
    page = await preview.open(`${WRONG}&set=表7|K8|4.2`);
    page.setDefaultTimeout(15_000);
  });
  afterAll(async () => {
    await preview?.close();
  });
  /** What has the focus, by its name; never nothing. */
  const focused = () =>
    page.evaluate(() => {
      const own = document.activeElement as HTMLElement;
      if (own === document.body) return '落空';
      const name = own.getAttribute('aria-label') ?? own.getAttribute('placeholder');
      return (name ?? own.innerText).replace(/\s+/g, ' ');
    });
  const isFinding = () =>
    page.evaluate(() => document.activeElement?.matches('[data-finding]') ?? false);
  async function tabTo(name: RegExp, key = 'Tab') {
    for (let i = 0; i < 120; i += 1) {
      if (name.test(await focused())) return;
      await page.keyboard.press(key);
    }
    throw new Error(`到不了 ${name}，停在 ${await focused()}`);
  }
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
  const area = async (name: string, steps: number) => {
    await tabTo(/^(?:体检|绩效|说明|核对文稿)$/, 'Shift+Tab');
    await press('Home', ...new Array<string>(steps).fill('ArrowRight'), 'Enter');
    expect(await focused()).toBe(name);
  };

  it('体检、改正、写出错说明', async () => {
    await tabTo(/^开始体检$/);
    await press('Enter');
    await page.getByRole('button', { name: '重新体检' }).waitFor();
    await expect.poll(focused).toBe('重新体检');
    await tabTo(/表1!C36 可能有误/);
    await press('ArrowDown');
    expect(await isFinding()).toBe(true);
    await press('ArrowUp');
    await tabTo(/^改正$/);
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(/^改正$/);
    await press('Enter');
    await page.getByText('已改正 表1!C36（838.87 → 838.78）。').waitFor();
    await expect.poll(focused).not.toBe('落空');
    await page.locator('[data-rule=A23] [data-finding]').waitFor();
    for (let i = 0; i < 80 && !/差|表内/.test(await focused()); i += 1) await press('Tab');
    while (!(await page.evaluate(() => document.activeElement?.closest('[data-rule=A23]') != null)))
      await press('ArrowDown');
    await press('Enter', 'e');
    await expect.poll(focused).toBe('出错说明');
    await page.keyboard.insertText('经批准的口径');
    await tabTo(/^保存出错说明$/);
    await press('Enter');
    await page.locator('[data-rule=A23][data-kind=explained]').waitFor();
    await expect.poll(focused).not.toBe('落空');
    await press('Escape');
    expect(await focused()).not.toBe('落空');
  });

  it('说明：到数，看出处；核对文稿：粘贴、到不符的数、采用更正', async () => {
    await area('说明', 2);
    await page.getByRole('article', { name: '情况说明' }).waitFor();
    await tabTo(/^838\.78万元$/);
    await press('Enter');
    await page.getByRole('region', { name: '出处' }).waitFor();
    expect(await focused()).toBe('838.78万元');
    await area('核对文稿', 3);
    await tabTo(/^在这里粘贴文字$/);
    await page.keyboard.insertText('2021年度收入合计837.93万元，支出合计838.78万元。');
    await tabTo(/^核对$/);
    await press('Enter');
    await page.getByText('2 个数字：').waitFor();
    await expect.poll(focused).not.toBe('落空');
    await tabTo(/^不符 1$/);
    await press('Enter');
    await expect.poll(focused).toBe('837.93万元 不符');
    await tabTo(/^采用更正$/);
    await press('Enter');
    await page.getByRole('button', { name: '837.39万元 相符' }).waitFor();
    await expect.poll(focused).not.toBe('落空');
  });

  it('按过的不见了、按不动了，焦点在近处', async () => {
    await area('体检', 0);
    await tabTo(/^清除标记$/);
    await press('Enter');
    await page.getByText('标记已清除').waitFor();
    expect(await focused()).toBe('清除标记');
    await tabTo(/^撤销$/, 'Shift+Tab');
    await press('Enter');
    await page.locator('[data-culprit="表1!C36"]').waitFor();
    await expect.poll(focused).not.toBe('落空');
    await tabTo(/^更多$/, 'Shift+Tab');
    await press('Enter');
    await tabTo(/^设置$/, 'ArrowDown');
    await press('Enter');
    await tabTo(/^按地区和表样/);
    await press('ArrowDown');
    await page.getByText('正在读取工作簿').waitFor({ state: 'detached' });
    expect(await focused()).toMatch(/^按地区和表样/);
    await press('Escape');
    await expect.poll(focused).toBe('更多');
  });

  it('菜单里出体检报告', async () => {
    await tabTo(/^更多$/, 'Shift+Tab');
    await press('Enter');
    await tabTo(/^体检报告$/, 'ArrowDown');
    await press('Enter');
    const names = () =>
      page.evaluate('window.gouji.snapshot().then((s) => s.sheets.map((x) => x.name))');
    await expect.poll(async () => String(await names())).toContain('体检报告');
    await expect.poll(focused).toBe('更多');
    expect(preview.errors).toEqual([]);
  });
});
