// The pane over a workbook in memory, opened in Chromium: its pages, and what went wrong in them.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { servePreview } from './pane-server.ts';

export interface Preview {
  readonly browser: Browser;
  /** Where the pane is served; what it shows is asked for in the query. */
  readonly url: string;
  /** Messages of errors in the pages opened here. */
  readonly errors: readonly string[];
  /** A page as wide as the pane, with this workbook in it. */
  open(query: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

export async function openPreview(): Promise<Preview> {
  const served = await servePreview();
  const browser = await launchChromium();
  const errors: string[] = [];
  return {
    browser,
    url: served.url,
    errors,
    async open(query, options = {}) {
      const viewport = { width: 320, height: 640 };
      const page = await browser.newPage({ viewport, locale: 'zh-CN', ...options });
      page.on('pageerror', (e) => errors.push(e.message));
      await page.goto(`${served.url}?${query}`, { timeout: 180_000 });
      return page;
    },
    async close() {
      await browser.close();
      await served.close();
    },
  };
}
