// 体检报告: what it holds, and that it does not disturb the next 体检.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { memoryHost } from '../../../src/hosts/memory.ts';
import { openWorkbook } from '../../../src/hosts/xlsx/open.ts';
import { review } from '../../../src/review.ts';
import { addReport, REPORT, reportText } from '../../../taskpane/report.ts';
import { sample } from '../../support/samples.ts';

const AT = new Date(2026, 0, 2, 9, 30);
const bytes = readFileSync(new URL('../../cases/samples/hanyang-2021.xlsx', import.meta.url));
async function broken() {
  const opened = await openWorkbook(new Uint8Array(bytes), '决算.xlsx');
  if (!opened.ok) throw new Error(opened.error.message);
  const host = memoryHost(opened.snapshot);
  await host.write([{ sheet: '表1', address: 'C36', value: 838.87 }]);
  return { host, before: review(await host.snapshot(), CATALOGUE) };
}

it('按表分组，单元格可以跳转，数是数', async () => {
  const { host, before } = await broken();
  await addReport(host, before, AT);
  const sheet = (await host.snapshot()).sheets.at(-1)!;
  expect(sheet.name).toBe(REPORT);
  const texts = sheet.cells.map((line) => line?.map((c) => c?.value ?? c?.formula));
  expect(texts.flat()).toContain('收入支出决算总表（表1）：2 项');
  const found = sheet.cells.find((line) => line?.[2]?.formula?.includes('C36'))!;
  expect(found[2]!.formula).toBe(`=HYPERLINK("#'表1'!C36","表1!C36")`);
  expect(found.slice(4, 7).map((c) => c?.value)).toEqual([838.87, 838.78, 0.09]);
  expect(found[8]!.value).toBe('表1!C36 → 838.78（相邻两位颠倒）');
  expect(String(found[7]!.value)).not.toMatch(/表1[:.]/);
});

it('再做一份就地更新；同名的用户的表不动；报告在簿中，体检结果不变', async () => {
  const { host, before } = await broken();
  await addReport(host, before, AT);
  await addReport(host, before, AT);
  const snapshot = await host.snapshot();
  expect(snapshot.sheets.filter((s) => s.name.startsWith(REPORT)).map((s) => s.name)).toEqual([
    REPORT,
  ]);
  const other = await broken();
  const own = { name: REPORT, cells: [{ address: 'A1', value: '我的表' }] };
  await other.host.addSheet(own);
  expect(await addReport(other.host, before, AT)).toBe(`${REPORT}（2）`);
  expect(await addReport(other.host, before, AT)).toBe(`${REPORT}（2）`);
  const kept = (await other.host.snapshot()).sheets.find((s) => s.name === REPORT)!;
  expect(kept.cells[0]![0]!.value).toBe('我的表');
  const after = review(snapshot, CATALOGUE);
  expect(after.counts).toEqual(before.counts);
  expect(after.findings).toEqual(before.findings);
});

it('没有问题时说没有问题', async () => {
  const host = memoryHost(await sample('example-2023-yuan'));
  const well = review(await host.snapshot(), CATALOGUE);
  await addReport(host, well, AT);
  const sheet = (await host.snapshot()).sheets.at(-1)!;
  expect(sheet.cells.flat().map((c) => c?.value)).toContain(
    '勾稽关系全部相符，没有需要处理的问题。',
  );
  expect(reportText(well).split('\n')).toHaveLength(1);
});
