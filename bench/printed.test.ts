// Departments in print: how many say what their workbooks say, calm and with one digit changed, and how
// long a booklet takes beside what pdf.js takes to deliver its text and operators. GOUJI_PRINTED sets
// how many are printed.
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { CATALOGUE } from '../src/catalogue/index.ts';
import { openPdf } from '../src/hosts/pdf/open.ts';
import { review } from '../src/review.ts';
import { disclosure, MANNERS } from '../tests/support/department/disclosure.ts';
import { makeDepartment } from '../tests/support/department/model.ts';
import { printBooklet } from '../tests/support/pdf/print.ts';
import {
  changed,
  departmentOf,
  printedReview,
  printOf,
  said,
  seen,
} from '../tests/support/pdf/trial.ts';

const count = Number(process.env.GOUJI_PRINTED ?? 100);
const TIMED = 5;

/** Milliseconds of the processor that work takes, in all threads of this process. */
async function ofProcessor(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Has pdf.js deliver text and operators of a file. */
async function byPdfjs(bytes: Uint8Array): Promise<void> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const path = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
  const root = path.slice(0, path.lastIndexOf('package.json'));
  const task = pdfjs.getDocument({
    data: bytes.slice(),
    verbosity: 0,
    cMapUrl: `${root}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${root}standard_fonts/`,
  });
  const file = await task.promise;
  for (let n = 1; n <= file.numPages; n += 1) {
    const page = await file.getPage(n);
    await page.getTextContent();
    await page.getOperatorList();
  }
  await task.destroy();
}

it(`${count} 个部门印成 PDF`, async () => {
  const found = { calm: 0, changed: 0, ours: 0, theirs: 0 };
  for (let seed = 1; seed <= count; seed += 1) {
    const { snapshot, ...book } = departmentOf(seed);
    const print = printOf(seed);
    const calm = review(snapshot, CATALOGUE);
    const printed = await printedReview(snapshot.sheets, print);
    const same =
      String(seen(printed.review)) === String(seen(calm)) &&
      String(said(printed.review)) === String(said(calm));
    if (same) found.calm += 1;
    const other = changed({ ...book, snapshot }, seed);
    const after = await printedReview(other.sheets, print);
    if (String(said(after.review)) === String(said(review(other, CATALOGUE)))) found.changed += 1;
    if (seed > TIMED) continue;
    const text = disclosure(makeDepartment(seed), 2024, MANNERS[seed % MANNERS.length]!, seed);
    const bytes = await printBooklet(snapshot.sheets, print, { after: text });
    // Both are warm from the second file on.
    const theirs = await ofProcessor(() => byPdfjs(bytes));
    const ours = await ofProcessor(() => openPdf(bytes, '决算.pdf'));
    if (seed === 1) continue;
    found.theirs += theirs;
    found.ours += ours;
  }
  console.log(`未改动时与工作簿所说相同        ${found.calm}/${count}`);
  console.log(`改一个数字后与工作簿所说相同    ${found.changed}/${count}`);
  console.log(
    `读一册的时间 / pdf.js 交出文字与指令的时间  ${(found.ours / found.theirs).toFixed(2)}`,
  );
  expect(found.calm).toBe(count);
  expect(found.changed).toBe(count);
});
