// 体检报告: what it holds, and that it does not disturb the next 体检.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ignoringOf } from '../../../src/assertions/ignored.ts';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { memoryHost } from '../../../src/hosts/memory.ts';
import { openWorkbook } from '../../../src/hosts/xlsx/open.ts';
import { reportSheet } from '../../../src/review/report.ts';
import { reportDocument } from '../../../src/review/report-document.ts';
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

it('已说明、已忽略的：写明是哪一类和说了什么，表、复制的文字、Word 都一样', async () => {
  const { host, before } = await broken();
  const [a, b] = ['A03', 'A05'].map((rule) => before.told.find((f) => f.rule === rule)!);
  const { stated, expected } = a!;
  const { sheet, address } = a!.cells[0]!;
  await host.store(
    JSON.stringify({
      explanations: [{ rule: 'A03', sheet, address, stated, expected, text: '已报财政部门' }],
      ignored: [ignoringOf(b!, '批复口径')],
    }),
  );
  const told = review(await host.snapshot(), CATALOGUE);
  expect(told.attention).toMatchObject({ explained: 1, ignored: 1, error: 0 });
  expect(told.counts).toEqual(before.counts);
  const page = reportSheet(told, REPORT, AT);
  const texts = page.cells.map((c) => String(c.value ?? ''));
  const copied = reportText(told);
  const word = reportDocument(told, AT)
    .blocks.flatMap((block) => ('spans' in block ? block.spans : []))
    .map((span) => ('text' in span ? span.text : ''))
    .join('');
  for (const [kind, words] of [
    ['已说明', '已报财政部门'],
    ['已忽略', '批复口径'],
  ]) {
    expect(texts.filter((t) => t === kind || t === words)).toEqual([kind, words]);
    expect(texts.some((t) => t.includes(`${kind} 1`))).toBe(true);
    expect(copied).toMatch(new RegExp(`\\t${kind}\\t.*\\t${words}`));
    expect(word).toContain(`（${kind}：${words}）`);
  }
});

it('没有可核对的数：表和 Word 都不说相符', async () => {
  const told = review({ sheets: [] }, CATALOGUE);
  const words = JSON.stringify([reportSheet(told, REPORT, AT), reportDocument(told, AT)]);
  expect(words).not.toContain('全部相符');
  expect(words.split('没有可核对的数').length).toBe(3);
});
