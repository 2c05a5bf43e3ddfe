// npm run manual: the pictures of docs/使用手册.md, taken from the running product in Chromium: the page from disk, with
// the sample that is inside it.
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { build, root } from './prepare.mjs';

build();
const folder = `${root}docs/图`;
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({
  viewport: { width: 1080, height: 640 },
  locale: 'zh-CN',
  reducedMotion: 'reduce',
});
const take = async (name) => {
  // The pointer leaves no hint of its own in the picture.
  await page.mouse.move(540, 4);
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${folder}/${name}.png` });
  console.log(`docs/图/${name}.png`);
};
const button = (name) => page.getByRole('button', { name, exact: true }).first();

await page.goto(`file://${root}dist/page/gouji.html`);
await take('打开');
await button('打开示例').click();
await button('开始体检').click();
await page.getByText('勾稽关系全部相符').waitFor();
await take('体检');
await page.getByRole('tab', { name: '说明', exact: true }).click();
await page.getByRole('button', { name: '导出 Word' }).waitFor();
await take('说明');
await page.getByRole('tab', { name: '核对文稿', exact: true }).click();
await page
  .getByRole('textbox', { name: '在这里粘贴文字' })
  .fill(
    '2023年度一般公共预算财政拨款收入3637.41万元，政府性基金预算财政拨款收入815.65万元，国有资本经营预算财政拨款收入59.49万元，事业收入185.66万元，其他收入13.54万元。',
  );
await page.getByRole('button', { name: '核对', exact: true }).click();
await page.getByRole('button', { name: '815.65万元 不符' }).click();
await take('核对文稿');
await button('更多').click();
await page.getByRole('menu').waitFor();
await take('菜单');
await browser.close();
