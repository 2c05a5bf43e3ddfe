// The built workbench in Chromium, and what a person does in it.
// biome-ignore-all lint/suspicious/noExplicitAny: the grid's objects in the page have no types here
import type { Browser, Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { serve } from '../../bin/serve.mjs';
import { parseAddress } from '../../src/facts/grid.ts';
import { launchChromium } from './chromium.ts';

export interface OpenWorkbench {
  readonly page: Page;
  readonly outside: string[];
  readonly errors: string[];
  /** Errors and warnings on the console, of the pane and of the grid. */
  readonly complaints: string[];
  pane(): Promise<Frame>;
  type(sheet: string, address: string, text: string): Promise<void>;
  cell(sheet: string, address: string): Promise<{ value: unknown; shown: string; formula: string }>;
  /** Stored cells, styles, merges and conditional formats of all sheets. */
  looks(): Promise<string>;
  /** Marks in the nine tables; those of the performance tables are counted elsewhere. */
  marks(): Promise<string[]>;
  close(): Promise<void>;
}

let browser: Browser | undefined;

export async function openWorkbench(
  size = { width: 1360, height: 800 },
  dark = false,
): Promise<OpenWorkbench> {
  const { server, url } = await serve(0);
  browser ??= await launchChromium();
  const options = {
    viewport: size,
    locale: 'zh-CN',
    colorScheme: dark ? ('dark' as const) : ('light' as const),
  };
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const outside: string[] = [];
  const errors: string[] = [];
  const complaints: string[] = [];
  const origin = new URL(url).origin;
  page.on('request', (r) => {
    if (!r.url().startsWith(origin) && !/^(?:data|blob):/.test(r.url())) outside.push(r.url());
  });
  page.on('pageerror', (e) => errors.push(e.message));
  page.on('console', (m) => {
    if (m.type() === 'error' || m.type() === 'warning') complaints.push(m.text());
  });
  await page.goto(url);
  await page.waitForSelector('body[data-ready=true]', { timeout: 60_000 });
  const pane = async (): Promise<Frame> => {
    await page.frameLocator('#pane iframe').getByRole('heading', { name: '勾稽' }).waitFor();
    return page.frames().find((f) => f.url().includes('taskpane'))!;
  };
  const inGrid = <T, A>(work: (g: any, a: A) => T, argument: A): Promise<T> =>
    page.evaluate(`(${work})(window.gouji, ${JSON.stringify(argument)})`) as Promise<T>;
  return {
    page,
    outside,
    errors,
    complaints,
    pane,
    async type(sheet, address, text) {
      await inGrid(
        (g, a: string[]) => {
          const s = g.workbook().getSheetByName(a[0]);
          g.workbook().setActiveSheet(s);
          s.getRange(a[1]).activate();
        },
        [sheet, address],
      );
      const id = await inGrid((g) => g.workbook().getId() as string, null);
      await page.locator(`#univer-sheet-main-canvas_${id}`).click({ position: { x: 8, y: 8 } });
      await inGrid(
        (g, a: string[]) =>
          g.workbook().getSheetByName(a[0]).getRange(a[1]).activate() && undefined,
        [sheet, address],
      );
      const chosen = await inGrid((g) => g.excel.book.selection().area, null);
      expect({ sheet, ...chosen }).toMatchObject({ sheet, ...parseAddress(address) });
      await page.keyboard.type(text);
      await expect.poll(() => page.evaluate('window.gouji.excel.editing')).toBe(true);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate('window.gouji.excel.editing')).toBe(false);
      // The formula engine and what listens to edits take their turn after the edit itself.
      await page.waitForTimeout(150);
    },
    cell: (sheet, address) =>
      inGrid(
        (g, a: string[]) => {
          const r = g.workbook().getSheetByName(a[0]).getRange(a[1]);
          return { value: r.getRawValue(), shown: r.getDisplayValue(), formula: r.getFormula() };
        },
        [sheet, address],
      ),
    looks: () =>
      inGrid((g) => {
        const styles = g.workbook().getWorkbook().getStyles();
        return JSON.stringify(
          g
            .workbook()
            .getSheets()
            .map((s: any) => {
              const cells: unknown[] = [];
              s.getSheet()
                .getCellMatrix()
                .forValue((r: number, c: number, x: any) => {
                  cells.push([r, c, x?.v ?? null, x?.f ?? null, styles.getStyleByCell(x) ?? null]);
                });
              return [
                s.getSheetName(),
                cells,
                s.getSheet().getMergeData(),
                s.getConditionalFormattingRules().length,
              ];
            }),
        );
      }, null),
    marks: () =>
      inGrid(
        (g) =>
          g
            .workbook()
            .getSheets()
            .filter((s: any) => /^表\d$/.test(s.getSheetName()))
            .flatMap((s: any) =>
              s
                .getConditionalFormattingRules()
                .flatMap((r: any) =>
                  r.ranges.map(
                    (x: any) =>
                      `${s.getSheetName()}!${String.fromCharCode(65 + x.startColumn)}${x.startRow + 1} ${r.rule.value}`,
                  ),
                ),
            ),
        null,
      ),
    async close() {
      await context.close();
      await browser?.close();
      browser = undefined;
      await new Promise((done) => server.close(done));
    },
  };
}
