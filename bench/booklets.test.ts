// One department, four ways to hand it in: a workbook with its text beside it, and the same as one Word file, one
// PDF, one web page. How many booklets say what the workbook says: as they are, with a digit of a table changed, with
// a digit of the text changed. GOUJI_BOOKLETS sets how many departments are drawn, GOUJI_FIRST_SEED where they begin.
import { expect, it } from 'vitest';
import { CATALOGUE } from '../src/catalogue/index.ts';
import type { Snapshot } from '../src/facts/grid.ts';
import { openAny } from '../src/hosts/open.ts';
import type { TieReport } from '../src/narrative/readings/report.ts';
import { reviewBooklet } from '../src/review/booklet.ts';
import { tie } from '../src/review/tie.ts';
import { review } from '../src/review.ts';
import { webPage } from '../tests/support/booklet/html.ts';
import { wordBooklet } from '../tests/support/booklet/word.ts';
import { disclosure, MANNERS } from '../tests/support/department/disclosure.ts';
import { arrangement } from '../tests/support/department/layout.ts';
import { makeDepartment } from '../tests/support/department/model.ts';
import { random } from '../tests/support/department/random.ts';
import { printBooklet } from '../tests/support/pdf/print.ts';
import { changed, departmentOf, printOf, said, seen } from '../tests/support/pdf/trial.ts';

const count = Number(process.env.GOUJI_BOOKLETS ?? 100);
const first = Number(process.env.GOUJI_FIRST_SEED ?? 1);

type Writer = (snapshot: Snapshot, text: string, seed: number) => Promise<Uint8Array>;
const WRITERS: Readonly<Record<string, Writer>> = {
  'Word.docx': async ({ sheets }, text, seed) => wordBooklet(sheets, text, seed % 2 === 0),
  '印本.pdf': ({ sheets }, text, seed) =>
    printBooklet(sheets, printOf(seed), seed % 2 === 0 ? { before: text } : { after: text }),
  '网页.html': async (snapshot, text, seed) =>
    new TextEncoder().encode(webPage(snapshot, text, { apart: seed % 2 === 0 })),
};

/** What a text is found to say, wherever its tables stand. */
const told = ({ numbers, findings }: TieReport): string[] =>
  [
    ...numbers.map((n) => `${n.text} ${n.verdict} ${n.rule} ${n.expected ?? ''}`),
    ...findings.map((f) => `${f.rule} ${f.verdict} ${f.stated ?? ''} ${f.expected ?? ''}`),
  ].sort();

const lacking = (all: readonly string[], of: readonly string[]): string[] => {
  const rest = [...of];
  return all.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
};

/** What one says and the other does not. */
const differences = (own: readonly string[], other: readonly string[]): string[] => [
  ...lacking(own, other).map((line) => `只在工作簿 ${line}`),
  ...lacking(other, own).map((line) => `只在文本 ${line}`),
];

/** What is said of a workbook and the text beside it; a year that its tables leave out is that of the text. */
function expectedOf(snapshot: Snapshot, text: string, year: number): string[] {
  const options = review(snapshot, CATALOGUE).year === null ? { year } : {};
  const own = review(snapshot, CATALOGUE, options);
  const tied = tie(snapshot, { text, broken: false }, CATALOGUE, options);
  return [...seen(own), ...said(own), ...told(tied)];
}

async function foundIn(bytes: Uint8Array, name: string): Promise<string[]> {
  const opened = await openAny(bytes, name);
  if (!opened.ok || !opened.booklet) throw new Error(opened.ok ? '不是一册' : opened.error.message);
  const { review: own, text } = reviewBooklet(opened.booklet, CATALOGUE);
  return [...seen(own), ...said(own), ...(text ? told(text) : ['没有读到说明'])];
}

/** One digit of a figure of the text changed: one that ties out with the tables. */
function disturbed(snapshot: Snapshot, text: string, seed: number): string {
  const { numbers } = tie(snapshot, { text, broken: false }, CATALOGUE);
  const r = random(seed * 71 + 3);
  const { start, text: own } = r.pick(numbers.filter((n) => n.verdict === 'exact'));
  const at = start + r.pick([...own].flatMap((c, i) => (/\d/.test(c) ? [i] : [])));
  const digit = (Number(text[at]) + r.integer(1, 9)) % 10;
  return `${text.slice(0, at)}${digit}${text.slice(at + 1)}`;
}

it(`种子 ${first}–${first + count - 1} 的部门，一份文件`, async () => {
  const agreed = new Map<string, number>();
  for (let seed = first; seed < first + count; seed += 1) {
    const book = departmentOf(seed);
    const { year, oldForm } = arrangement(seed).layout;
    const department = makeDepartment(seed, oldForm ? { capital: false } : {});
    const text = disclosure(department, year, MANNERS[seed % MANNERS.length]!, seed);
    const other = disturbed(book.snapshot, text, seed);
    const trials: readonly (readonly [string, Snapshot, string])[] = [
      ['原样', book.snapshot, text],
      ['表中改一个数字', changed(book, seed), text],
      ['文中改一个数字', book.snapshot, other],
    ];
    for (const [trial, snapshot, words] of trials) {
      const expected = expectedOf(snapshot, words, year);
      for (const [name, write] of Object.entries(WRITERS)) {
        const found = await foundIn(await write(snapshot, words, seed), name);
        const differs = differences(expected, found);
        const key = `${trial} ${name}`;
        if (differs.length === 0) agreed.set(key, (agreed.get(key) ?? 0) + 1);
        else console.log(`种子 ${seed} ${key}\n  ${differs.slice(0, 12).join('\n  ')}`);
      }
    }
  }
  for (const [key, n] of agreed) console.log(`${key}：与工作簿所说相同 ${n}/${count}`);
  expect([...agreed.values()].every((n) => n === count)).toBe(true);
});
