// What axe says of a page, without what Fluent itself brings: its focus traps are hidden and can be
// reached, its menus stand outside the landmarks.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What an open menu or a surface half covers is not aimed at until that closes. */
const COVERED = `(() => {
  const over = [...document.querySelectorAll('[role="menu"], .fui-PopoverSurface')];
  for (const button of document.querySelectorAll('button')) {
    const own = button.getBoundingClientRect();
    const covered = over.some((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return !one.contains(button) && own.left < right && own.right > left && own.top < bottom && own.bottom > top;
    });
    button.toggleAttribute('data-covered', covered);
  }
})()`;

/** Complaints, each with the element it is about. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  await page.evaluate(COVERED);
  const found = (await page.evaluate(
    `axe.run({ exclude: [['[data-tabster-dummy]'], ['[data-covered]']] }, { runOnly: ${JSON.stringify(RULES)}, rules: { region: { enabled: false } } }).then((r) =>
      r.violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.html.slice(0, 120))))`,
  )) as string[];
  return found.filter((text) => !text.includes('data-tabster-dummy'));
}
