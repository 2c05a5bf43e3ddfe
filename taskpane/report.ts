// 体检报告 put into the open workbook, or given as a Word file; what stands in it is made where every rim can have
// it.
import type { Host } from '../src/hosts/port.ts';
import type { ElementResult } from '../src/narrative/elements.ts';
import { isReportSheet, REPORT, reportSheet } from '../src/review/report.ts';
import type { Review } from '../src/review.ts';
import { saveWord } from './files.ts';
import type { PaneTask } from './task.ts';
import { WORDS } from './words.ts';

export { REPORT, reviewText as reportText } from '../src/review/report.ts';

/**
 * Brings the report up to date where it stands; a sheet of the user's that has its name is left alone. Gives the name
 * of its sheet; undefined where it was stopped before.
 */
export async function addReport(
  host: Host,
  review: Review,
  at: Date,
  elements?: readonly ElementResult[],
  task?: PaneTask,
): Promise<string | undefined> {
  task?.doing(WORDS.makingReport);
  const { sheets } = await host.snapshot();
  if (task?.stopped) return undefined;
  const names = new Set(sheets.map((s) => s.name));
  const own = sheets.find((s) => s.name.startsWith(REPORT) && isReportSheet(s));
  let name = own?.name ?? REPORT;
  for (let n = 2; !own && names.has(name); n += 1) name = `${REPORT}（${n}）`;
  await host.addSheet(reportSheet(review, name, at, { elements }), own !== undefined);
  return name;
}

/** 体检报告 as a Word file: to be printed and signed. Gives the words to be said of it. */
export async function saveReport(
  review: Review,
  at: Date,
  elements?: readonly ElementResult[],
  task?: PaneTask,
): Promise<string> {
  task?.doing(WORDS.makingWord);
  // The library comes with the first Word file.
  const [{ writeDocx }, { reportDocument }] = await Promise.all([
    import('../src/hosts/docx/write.ts'),
    import('../src/review/report-document.ts'),
  ]);
  const document = reportDocument(review, at, elements);
  const parts = [{ kind: 'text', document }] as const;
  const written = await writeDocx({ title: REPORT, parts, charts: [], final: false });
  const whose = [review.department, review.year && `${review.year}年度`].filter(Boolean).join('');
  if (!written.ok || task?.stopped) return '';
  return saveWord(`${whose}${REPORT}.docx`, written.bytes, document);
}
