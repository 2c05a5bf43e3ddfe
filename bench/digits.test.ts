// One digit changed in a whole 情况说明 beside its workbook, in the registers of many places: how many are found, and
// how often the right number alone is named. Prints. GOUJI_STEP takes every so many-th number (1 for all).
import { it } from 'vitest';
import { CATALOGUE } from '../src/catalogue/index.ts';
import { tie } from '../src/review/tie.ts';
import { random } from '../tests/support/department/random.ts';
import { Book } from '../tests/support/registers/book.ts';
import { REGISTERS } from '../tests/support/registers/places.ts';

const step = Number(process.env.GOUJI_STEP ?? 9);
const seeds = Number(process.env.GOUJI_BOOKS ?? 1);
const show = Number(process.env.GOUJI_SHOW ?? 0);

interface Spot {
  readonly start: number;
  readonly end: number;
}
const overlaps = (a: Spot, b: Spot): boolean => a.start < b.end && b.start < a.end;

/** One digit of a number, another; the first never 0, so that its length stays. */
function mistyped(text: string, { start, end }: Spot, seed: number): string {
  const r = random(seed);
  const digits = [...text.slice(start, end)].flatMap((c, i) => (/\d/.test(c) ? [start + i] : []));
  const at = r.pick(digits);
  const old = Number(text[at]);
  const next =
    at === digits[0] && digits.length > 1 && text[at + 1] !== '.'
      ? (old % 9) + 1
      : (old + r.integer(1, 9)) % 10;
  return text.slice(0, at) + next + text.slice(at + 1);
}

it('整篇改错一位', () => {
  const total = { 篇: 0, 误报: 0, 数: 0, 未核对: 0, 改动: 0, 看出: 0, 尾差之内: 0, 单指此数: 0 };
  REGISTERS.forEach(({ place, year, unit, form, write }, index) => {
    const here = { 改动: 0, 看出: 0, 尾差之内: 0, 单指此数: 0 };
    for (let s = 0; s < seeds; s += 1) {
      const book = new Book(300 + index + s * 31, year, unit, form);
      const text = write(book);
      const tied = (words: string) =>
        tie(book.workbook, { text: words, broken: false }, CATALOGUE, { year });
      const calm = tied(text);
      const grave = (report: typeof calm) =>
        [...report.numbers, ...report.findings].filter(
          (x) => x.verdict === 'broken' && x.severity !== 'note',
        );
      total.篇 += 1;
      total.误报 += grave(calm).length;
      total.数 += calm.numbers.length;
      total.未核对 += calm.counts.unknown;
      calm.numbers.forEach((n, i) => {
        if (i % step !== (index + s) % step || !/\d/.test(n.text)) return;
        const words = mistyped(text, n, i * 7 + 3);
        const report = tied(words);
        const wrong = grave(report);
        here.改动 += 1;
        // Only what the wrong number itself has to do with counts as found.
        const found = wrong.some((x) => overlaps(x, n));
        if (found) here.看出 += 1;
        else if (report.counts.rounding > calm.counts.rounding) here.尾差之内 += 1;
        else if (show > 0)
          console.log(
            `没看出 ${place}：${words.slice(n.start - 40, n.end + 12)} 原 ${n.text} ${n.verdict}`,
          );
        const accused = report.numbers.filter(
          (x) => x.verdict === 'broken' && x.severity !== 'note',
        );
        const wide = report.findings.filter(
          (x) => x.verdict === 'broken' && x.severity !== 'note' && !overlaps(x, n),
        );
        if (found && accused.every((x) => overlaps(x, n)) && wide.length === 0) here.单指此数 += 1;
        else if (found && show > 1)
          console.log(
            `连累 ${place}：${words.slice(n.start - 40, n.end + 12)} ${[...accused, ...wide].map((x) => words.slice(x.start, x.end)).join(' ')}`,
          );
      });
    }
    console.log(place, JSON.stringify(here));
    for (const key of ['改动', '看出', '尾差之内', '单指此数'] as const) total[key] += here[key];
  });
  const share = (n: number): string => `${((100 * n) / (total.改动 - total.尾差之内)).toFixed(1)}%`;
  console.log(
    `${JSON.stringify(total)}\n看出 ${share(total.看出)}；单指此数 ${share(total.单指此数)}（尾差之内的除外）`,
  );
});
